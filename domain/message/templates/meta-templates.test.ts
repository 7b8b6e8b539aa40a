import { expect, test } from 'vitest'
import { LOCALES } from '../../shared/locale'
import { whatsappName } from '../render-message'
import { metaTemplates } from './meta-templates'
import { FORMS } from './template-words'

const templates = metaTemplates('https://expo.example')

test('each form once in each language, under the name that it is sent by', () => {
  const keys = templates.map(({ name, language }) => `${name} ${language}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect([...keys].sort()).toEqual(
    FORMS.flatMap((form) => LOCALES.map((locale) => `${whatsappName(form)} ${locale}`)).sort(),
  )
})

test('parameters are numbered from 1 without a gap, with as many examples', () => {
  for (const { category, components } of templates) {
    const body = components.find(({ type }) => type === 'BODY') as
      | { text?: string; example?: { body_text: string[][] } }
      | undefined
    if (category === 'AUTHENTICATION') continue
    const numbers = [...(body?.text ?? '').matchAll(/\{\{(\d+)\}\}/g)].map(([, number]) => Number(number))
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
    expect(body?.example?.body_text[0]?.length).toBe(numbers.length)
    expect(body?.text).not.toMatch(/(?<!\{)\{\w/)
  }
})

test('a request can be answered by a tap, then opened', () => {
  const asked = templates.find(
    ({ name, language }) => name === 'opop_meeting_requested_v1' && language === 'id',
  )
  expect(asked?.components.at(-1)).toEqual({
    type: 'BUTTONS',
    buttons: [
      { type: 'QUICK_REPLY', text: 'Setuju' },
      { type: 'QUICK_REPLY', text: 'Tolak' },
      {
        type: 'URL',
        text: 'Buka pertemuan',
        url: 'https://expo.example/{{1}}',
        example: ['https://expo.example/id/meetings/01930000-0000-7000-8000-000000000001'],
      },
    ],
  })
})
