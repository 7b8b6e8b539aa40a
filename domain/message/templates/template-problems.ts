import { LOCALES } from '../../shared/locale'
import { FORM_REPLIES, FORM_VALUES, FORMS, type Form } from './template-words'
import { bodyOf, formWords, namesIn, TEMPLATE_WORDS } from './words-for'

const BODY_LENGTH = 1_024
const TITLE_LENGTH = 20
const SUBJECT_LENGTH = 78
const MOST_REPLIES = 3

/**
 * What WhatsApp would refuse in the templates' sentences, or what isn't the same in each language; empty: nothing.
 * A line for each: 'meeting-booked ar: …'.
 */
export function templateProblems(): string[] {
  return LOCALES.flatMap((locale) =>
    FORMS.flatMap((form) => {
      const words = formWords(form, locale)
      const { replies } = TEMPLATE_WORDS[locale]
      const titles = [...repliesOf(form).map((reply) => replies[reply]), words.link ?? 'none']
      const texts = [
        words.subject,
        words.lead,
        words.close,
        ...words.facts.map(([label]) => label),
        ...titles,
      ]
      return [
        ...(texts.some((text) => text.trim() === '' || text !== text.trim()) ? ['an empty sentence'] : []),
        ...bodyProblems(form, bodyOf(words)),
        ...(namesIn(words.close).length > 0 ? ['a value in the last sentence'] : []),
        ...(namesIn(words.subject).some((name) => !isValueOf(form, name)) ? ['an unknown value'] : []),
        ...(words.subject.replace(/\{\w+\}/g, '').length > SUBJECT_LENGTH - 30 ? ['a long subject'] : []),
        ...(titles.some((title) => title.length > TITLE_LENGTH) ? ['a long title of a button'] : []),
        ...(repliesOf(form).length > MOST_REPLIES ? ['too many buttons'] : []),
      ].map((problem) => `${form} ${locale}: ${problem}`)
    }),
  )
}

export function repliesOf(form: Form): readonly (keyof (typeof TEMPLATE_WORDS)['id']['replies'])[] {
  return form in FORM_REPLIES ? FORM_REPLIES[form as keyof typeof FORM_REPLIES] : []
}

const isValueOf = (form: Form, name: string) => FORM_VALUES[form].some((known) => known === name)

function bodyProblems(form: Form, body: string): string[] {
  const names = namesIn(body)
  const lacking = FORM_VALUES[form].filter((name) => !names.includes(name))
  const words = body.replace(/\{\w+\}/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
  return [
    ...lacking.map((name) => `doesn’t say {${name}}`),
    ...names.filter((name) => !isValueOf(form, name)).map((name) => `an unknown value {${name}}`),
    // WhatsApp's rules of a template's body.
    ...(body.length > BODY_LENGTH ? ['a long body'] : []),
    ...(/^[\s\u2068]*\{|\}[\s\u2069.]*$/.test(body) ? ['a value at its start or end'] : []),
    ...(/\}\s*\{/.test(body) ? ['two values side by side'] : []),
    ...(/\n{3}| {4}|\t/.test(body) ? ['empty lines, tabs or runs of spaces'] : []),
    ...(words.length < 2 * names.length + 1 ? ['too few words for its values'] : []),
  ]
}
