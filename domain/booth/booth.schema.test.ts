import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOTIFS, pavilionStyle } from '../hall/motifs'
import { contrast, LETTER_CONTRAST, LETTERING } from '../hall/pavilion-look'
import { openDays } from '../shared/opening-hours'
import { boothProblems, boothSchema, clockTime } from './booth.schema'
import { CLOTHS, EDGES, familyMotifs } from './region-family'
import { copyMonday, differingFacts, emptyTypedBooth, takeStored, typedBooth } from './typed-booth'

const pavilion = pavilionStyle('3205')
const motifs = familyMotifs('3205', pavilion.motif)
const schema = boothSchema({ isSample: false, pavilion, motifs })
const typed = (change: Partial<ReturnType<typeof emptyTypedBooth>> = {}) => ({
  ...emptyTypedBooth(),
  name: 'Al-Ittihad',
  regencyCode: '3205',
  ...change,
})
const problems = (change: Parameters<typeof typed>[0]) => {
  const read = schema.safeParse(typed(change))
  return read.success ? {} : boothProblems(read.error)
}
const offered = { colours: CLOTHS, accents: EDGES }

describe('the booth form', () => {
  it('asks for little', () => {
    expect(schema.parse(typed())).toMatchObject({ name: 'Al-Ittihad', story: null, openingHours: null })
  })
  it.each([
    [{ name: '' }, { name: 'name-missing' }],
    [{ nameArabic: 'Latin' }, { nameArabic: 'arabic-wrong' }],
    [{ regencyCode: '' }, { regencyCode: 'regency-missing' }],
    [{ districtCode: '320401' }, { districtCode: 'district-elsewhere' }],
    [{ 'open.1.0.from': '08:00' }, { 'open.1.0.to': 'time-missing' }],
    [{ 'open.1.0.from': '16:00', 'open.1.0.to': '08:00' }, { 'open.1.0.to': 'ends-before' }],
    [{ motif: 'megamendung' }, { motif: 'choose-one' }],
    [{ colour: 'own', colourOwn: '#ffffff' }, { colourOwn: 'letters-faint' }],
    [{ accent: 'own', accentOwn: pavilion.colour }, { accentOwn: 'accent-faint' }],
    [{ videoUrl: 'https://example.com/a' }, { videoUrl: 'video-host' }],
  ])('says what is to be mended: %j', (change, expected) => {
    expect(problems(change)).toEqual(expected)
  })
  it('takes every cloth with every edge that it offers, in every pavilion', () => {
    for (const colour of CLOTHS)
      for (const accent of EDGES) {
        expect(contrast(colour, LETTERING)).toBeGreaterThanOrEqual(LETTER_CONTRAST)
        expect(problems({ colour, accent })).toEqual({})
      }
  })
  it('never takes a colour on which the lettering is faint', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const colourOwn = `#${value.toString(16).padStart(6, '0')}`
        const read = schema.safeParse(typed({ colour: 'own', colourOwn }))
        const cloth = read.success ? (read.data.colour ?? pavilion.colour) : null
        expect(cloth === null || contrast(cloth, LETTERING) >= LETTER_CONTRAST).toBe(true)
      }),
    )
  })
  it('fills the form again with what was saved', () => {
    const sent = typed({
      'story.ar': 'قصة',
      colour: CLOTHS[2],
      accent: 'own',
      accentOwn: '#ffffff',
      'speaks.su': 'on',
      hasExported: 'no',
      'open.5.0.from': '08:00',
      'open.5.0.to': '11:30',
      'open.5.1.from': '13:00',
      'open.5.1.to': '16:00',
      videoUrl: 'https://youtu.be/abc',
    })
    expect(differingFacts(typedBooth(schema.parse(sent), offered), sent)).toEqual([])
  })
})

it('takes one fact of what is stored and leaves the others as typed', () => {
  const mine = typed({ address: 'Jalan A', regencyCode: '3204', districtCode: '320401' })
  const stored = typed({ address: 'Jalan B', name: 'Lain', districtCode: '320501' })
  expect(differingFacts(mine, stored)).toEqual(['name', 'regencyCode', 'districtCode', 'address'])
  expect(differingFacts(takeStored(mine, stored, 'address'), stored)).not.toContain('address')
  expect(takeStored(mine, stored, 'districtCode').regencyCode).toBe('3205')
  expect(takeStored(mine, stored, 'address').name).toBe('Al-Ittihad')
})

it('copies Monday up to a day and tells a week in the fewest rows', () => {
  const week = copyMonday(typed({ 'open.1.0.from': '08:00', 'open.1.0.to': '16:00' }), 5)
  const hours = schema.parse(week).openingHours ?? {}
  expect(openDays(hours)).toEqual([{ from: 1, to: 5, spans: [{ from: '08:00', to: '16:00' }] }])
})

it('reads a time as one writes it', () => {
  expect(['8', '8.30', '08:30', '24', '8:60', 'x'].map(clockTime)).toEqual([
    '08:00',
    '08:30',
    '08:30',
    null,
    null,
    null,
  ])
})

it('keeps a family together: the pavilion’s motif first, plain weave always', () => {
  for (const motif of MOTIFS) {
    const family = familyMotifs('3209', motif)
    expect(family[0]).toBe(motif)
    expect(family).toContain('bamboo-weave')
    expect(new Set(family).size).toBe(family.length)
  }
})
