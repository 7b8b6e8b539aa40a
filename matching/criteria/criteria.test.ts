import { describe, expect, it } from 'vitest'
import type { Certification } from '~/domain/shared/enums'
import { READINESS_STEPS } from '~/domain/shared/reason'
import { demandFor, offerFor } from '~/test/matching/offers'
import type { Demand, Judgement, Offer } from '../offer'
import { judgeDestination } from './destination'
import { judgeLanguage } from './language'
import { judgePapers } from './papers'
import { judgePrice } from './price'
import { judgeProduct } from './product'
import { judgeReadiness } from './readiness'
import { judgeVolume } from './volume'

type Judge = (demand: Demand, offer: Offer) => Judgement
const judged = (judge: Judge) => (demand: Partial<Demand>, offer: Partial<Offer>) =>
  judge(demandFor(demand), offerFor(offer))
const words = (...list: string[]) => new Set(list)
const papers = (...list: Certification[]) => new Set(list)

describe('product', () => {
  const judge = judged(judgeProduct)
  it('all words in the name, in the description, some, and the field only, in this order', () => {
    const [named, described, partly, field] = [
      judge({}, {}),
      judge({}, { nameWords: words(), descriptionWords: words('kopi', 'arabika', 'sangrai') }),
      judge({}, { nameWords: words('kopi', 'arabika'), descriptionWords: words() }),
      judge({}, { nameWords: words('teh'), descriptionWords: words() }),
    ]
    expect(named.share).toBe(1)
    expect(named.reasons).toEqual([{ criterion: 'product', tone: 'good', code: 'product-named' }])
    expect(described.share).toBeLessThan(named.share)
    expect(partly.share).toBeLessThan(described.share)
    expect(partly.reasons).toEqual([
      { criterion: 'product', tone: 'short', code: 'product-partly-named', missing: ['sangrai'] },
    ])
    expect(field.share).toBeLessThan(partly.share)
    expect(field.reasons).toEqual([{ criterion: 'product', tone: 'short', code: 'product-same-field' }])
  })
  it('nine of ten words in the name are less than all in the description of another field', () => {
    const ten = Array.from({ length: 10 }, (_, at) => `kata${'abcdefghij'[at]}xyz${at}`)
    const nine = judge({ words: ten }, { nameWords: new Set(ten.slice(1)) })
    const all = judge(
      { words: ten },
      { nameWords: words(), descriptionWords: new Set(ten), field: 'pertanian' },
    )
    expect(all.share).toBeGreaterThan(nine.share)
  })
  it('forgives a typo in a long word, and none in a short one', () => {
    expect(judge({ words: ['arabica'] }, {}).reasons[0]).toMatchObject({ code: 'product-named' })
    expect(judge({ words: ['arbaika'] }, {}).reasons[0]).toMatchObject({ code: 'product-named' })
    expect(judge({ words: ['kapi'] }, {}).reasons[0]).toMatchObject({ code: 'product-same-field' })
  })
  it('names at most three missing words', () => {
    const { reasons } = judge({ words: ['kopi', 'biru', 'hijau', 'merah', 'kuning'] }, {})
    expect(reasons[0]).toMatchObject({ missing: ['biru', 'hijau', 'merah'] })
  })
  it('never says of another field that it is the same', () => {
    const other = { field: 'kerajinan' as const, nameWords: words('tas'), descriptionWords: words() }
    expect(judge({}, other).reasons[0]).toMatchObject({ code: 'product-partly-named' })
    expect(judge({ words: [] }, other).reasons).toEqual([])
  })
})

describe('volume', () => {
  const judge = judged(judgeVolume)
  it('covers, exactly too', () => {
    expect(judge({}, {}).reasons).toEqual([
      { criterion: 'volume', tone: 'good', code: 'capacity-covers', free: 400, needed: 300, unit: 'kg' },
    ])
    expect(judge({}, { monthlyCapacity: 400 }).share).toBe(1)
  })
  it('covers a share of it', () => {
    const { share, reasons } = judge({}, { monthlyCapacity: 250 })
    expect(share).toBe(0.5)
    expect(reasons[0]).toMatchObject({ tone: 'short', code: 'capacity-partly', free: 150, needed: 300 })
  })
  it('reckons packages into kilos', () => {
    const packs = { unit: 'pack', netContent: { amount: 500, unit: 'g' }, minimumOrder: 40 } as const
    expect(judge({}, { ...packs, monthlyCapacity: 900 }).reasons[0]).toMatchObject({
      code: 'capacity-covers',
      free: 400,
      unit: 'kg',
    })
    expect(judge({}, { ...packs, monthlyCapacity: 115 }).reasons[0]).toMatchObject({ free: 7.5 })
  })
  it('a minimum above the need takes away as much as is missing', () => {
    const { share, reasons } = judge({}, { minimumOrder: 375 })
    expect(share).toBe(0.8)
    expect(reasons[1]).toEqual({
      criterion: 'volume',
      tone: 'short',
      code: 'below-minimum',
      minimum: 375,
      needed: 300,
      unit: 'kg',
    })
  })
  it('not stated is worth something, and said', () => {
    const { share, reasons } = judge({}, { monthlyCapacity: null, promisedCapacity: 0 })
    expect(share).toBeGreaterThan(0)
    expect(reasons).toEqual([{ criterion: 'volume', tone: 'unknown', code: 'capacity-unknown' }])
  })
})

describe('price', () => {
  const judge = judged(judgePrice)
  const at = (unitPriceMinor: number) => ({ tiers: [{ minimumQuantity: 1, unitPriceMinor }] })
  it('takes the tier of the monthly volume', () => {
    expect(judge({}, {}).reasons[0]).toMatchObject({
      code: 'price-below',
      priceMinor: 12_800_000,
      percent: 9,
    })
    expect(judge({ monthlyVolume: 199 }, {}).reasons[0]).toMatchObject({ priceMinor: 13_500_000 })
    expect(judge({ monthlyVolume: 5 }, {}).reasons[0]).toMatchObject({ priceMinor: 13_500_000 })
  })
  it('in the unit of the need', () => {
    const half = { unit: 'pack', netContent: { amount: 500, unit: 'g' }, ...at(7_000_000) } as const
    expect(judge({}, half).reasons[0]).toMatchObject({
      code: 'price-at-target',
      priceMinor: 14_000_000,
      unit: 'kg',
    })
    const tiers = [
      { minimumQuantity: 1, unitPriceMinor: 9_000_000 },
      { minimumQuantity: 600, unitPriceMinor: 6_000_000 },
    ]
    // 300 kg are 600 packs.
    expect(judge({}, { ...half, tiers }).reasons[0]).toMatchObject({ priceMinor: 12_000_000 })
  })
  it('falls in a straight line above the target', () => {
    expect(judge({}, at(14_000_000)).share).toBe(1)
    expect(judge({}, at(15_750_000)).share).toBeCloseTo(0.5)
    expect(judge({}, at(17_500_000)).share).toBeCloseTo(0)
    expect(judge({}, at(99_000_000)).share).toBe(0)
    expect(judge({}, at(15_120_000)).reasons[0]).toMatchObject({ code: 'price-above', percent: 8 })
    expect(judge({}, at(14_000_100)).reasons[0]).toMatchObject({ code: 'price-above', percent: 1 })
  })
  it('without a target all that state a price are equal', () => {
    const free = { targetPriceMinor: null }
    expect(judge(free, at(1_000)).share).toBe(judge(free, at(99_000_000)).share)
    expect(judge(free, at(1_000)).reasons[0]).toMatchObject({ code: 'price-stated', priceMinor: 1_000 })
  })
  it('not stated is below every price within the target, and not nothing', () => {
    const { share, reasons } = judge({}, { tiers: [] })
    expect(share).toBeLessThan(judge({}, at(14_000_000)).share)
    expect(share).toBeGreaterThan(0)
    expect(reasons).toEqual([{ criterion: 'price', tone: 'unknown', code: 'price-unknown' }])
  })
})

describe('papers', () => {
  const judge = judged(judgePapers)
  it('verified above declared above none', () => {
    const none = { verifiedPapers: papers(), declaredPapers: papers() }
    const declared = judge({}, { ...none, declaredPapers: papers('halal') })
    const verified = judge({}, { ...none, verifiedPapers: papers('halal') })
    expect(verified.share).toBeGreaterThan(declared.share)
    expect(declared.share).toBeGreaterThan(judge({}, none).share)
    expect(verified.reasons).toEqual([
      { criterion: 'papers', tone: 'good', code: 'papers-verified', papers: ['halal'] },
      { criterion: 'papers', tone: 'short', code: 'papers-missing', papers: ['pirt-bpom', 'nib'] },
    ])
    expect(declared.reasons[0]).toMatchObject({ code: 'papers-declared', papers: ['halal'] })
    expect(judge({}, none).reasons).toEqual([
      { criterion: 'papers', tone: 'unknown', code: 'papers-none-stated' },
    ])
  })
  it('asks food for halal and P-IRT or BPOM, and cloth for neither', () => {
    const nib = { verifiedPapers: papers('nib'), declaredPapers: papers() }
    expect(judge({}, nib).share).toBeCloseTo(1 / 3)
    expect(judge({ field: 'konfeksi-fashion' }, nib).share).toBe(1)
  })
  it('says which required ones are missing', () => {
    const declared = { verifiedPapers: papers(), declaredPapers: papers('halal') }
    expect(judge({ requiredPapers: ['halal-verified', 'sni'] }, declared).reasons).toContainEqual({
      criterion: 'papers',
      tone: 'short',
      code: 'papers-missing',
      papers: ['halal-verified', 'sni', 'pirt-bpom', 'nib'],
    })
  })
  it('says which of those that the trade asks for are missing, though the need asks for none', () => {
    const halal = { verifiedPapers: papers('halal'), declaredPapers: papers('nib') }
    expect(judge({}, halal).reasons).toContainEqual({
      criterion: 'papers',
      tone: 'short',
      code: 'papers-missing',
      papers: ['pirt-bpom'],
    })
    const all = { ...halal, declaredPapers: papers('nib', 'pirt-bpom') }
    for (const demand of [{}, { requiredPapers: ['halal'] as Certification[] }]) {
      expect(judge(demand, all).reasons.map(({ code }) => code)).not.toContain('papers-missing')
    }
  })
  it('names a missing paper once, though the need and the trade both ask for it', () => {
    const nib = { verifiedPapers: papers(), declaredPapers: papers('nib') }
    expect(judge({ requiredPapers: ['halal'] }, nib).reasons).toContainEqual({
      criterion: 'papers',
      tone: 'short',
      code: 'papers-missing',
      papers: ['halal', 'pirt-bpom'],
    })
  })
})

describe('destination', () => {
  const judge = judged(judgeDestination)
  it('in Indonesia the nearer, the better', () => {
    const rows = [
      judge({}, {}),
      judge({}, { regencyCode: '3205' }),
      judge({}, { regencyCode: '1101', provinceCode: '11' }),
    ]
    expect(rows.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      'same-regency',
      'same-province',
      'ships-in-indonesia',
    ])
    expect(rows.map(({ share }) => share)).toEqual([1, 0.8, 0.5])
  })
  it('without a place in Indonesia nobody is far, and an unknown place is no same one', () => {
    const anywhere = { destinationRegency: null, destinationProvince: null }
    expect(judge(anywhere, {}).share).toBe(1)
    expect(judge(anywhere, { regencyCode: null, provinceCode: null }).reasons[0]?.code).toBe(
      'ships-in-indonesia',
    )
  })
  it('abroad counts who has exported and who quotes terms of export', () => {
    const abroad = { destinationCountry: 'SA', destinationRegency: null, destinationProvince: null }
    expect(judge(abroad, {}).share).toBe(1)
    expect(judge(abroad, {}).reasons.map(({ code }) => code)).toEqual(['has-exported', 'export-terms'])
    const beginner = judge(abroad, { hasExported: false, incoterm: { code: 'EXW', place: 'Garut' } })
    expect(beginner.share).toBe(0.2)
    expect(beginner.reasons.map(({ code }) => code)).toEqual(['not-yet-exported'])
    expect(judge(abroad, { hasExported: null, incoterm: null }).reasons[0]).toEqual({
      criterion: 'destination',
      tone: 'unknown',
      code: 'export-unknown',
    })
  })
})

describe('language', () => {
  const judge = judged(judgeLanguage)
  it('its own, one that both may share, another, unknown', () => {
    expect(judge({ language: 'ar' }, {})).toMatchObject({
      share: 1,
      reasons: [{ code: 'speaks', language: 'ar' }],
    })
    const shared = judge({ language: 'ar' }, { languages: ['id'] })
    expect(shared).toMatchObject({ reasons: [{ tone: 'short', code: 'speaks-other', language: 'id' }] })
    expect(judge({ language: 'ar' }, { languages: ['id', 'en'] }).reasons[0]).toMatchObject({
      language: 'en',
    })
    const other = judge({ language: 'en' }, { languages: ['ar'] })
    expect(other.share).toBeLessThan(shared.share)
    for (const languages of [null, []]) {
      expect(judge({}, { languages }).reasons[0]).toMatchObject({ tone: 'unknown', code: 'language-unknown' })
      expect(judge({}, { languages }).share).toBeLessThanOrEqual(other.share)
    }
  })
})

describe('readiness', () => {
  const judge = judged(judgeReadiness)
  it('in time, too late, unknown, and no deadline', () => {
    expect(judge({}, {})).toMatchObject({
      share: 1,
      reasons: [
        { code: 'in-time', leadTimeDays: 14, daysLeft: 30 },
        { code: 'ready', done: 7, of: 7 },
      ],
    })
    const late = judge({}, { leadTimeDays: 45 })
    expect(late.share).toBeCloseTo(0.75)
    expect(late.reasons[0]).toMatchObject({ tone: 'short', code: 'too-late', leadTimeDays: 45, daysLeft: 30 })
    expect(judge({}, { leadTimeDays: null }).reasons[0]).toMatchObject({
      code: 'lead-time-unknown',
      daysLeft: 30,
    })
    expect(judge({ daysUntilNeeded: null }, { leadTimeDays: null })).toMatchObject({
      share: 1,
      reasons: [{ code: 'ready' }],
    })
  })
  it('counts the steps that such goods are asked, and says what is missing', () => {
    // Coffee by the kilogram: no barcode.
    const asked = READINESS_STEPS.filter((step) => step !== 'barcode')
    const five = judge({}, { readiness: new Set(asked.slice(0, 5)) })
    expect(five.reasons[1]).toMatchObject({ tone: 'good', code: 'ready', done: 5, of: 7 })
    const four = judge({}, { readiness: new Set(asked.slice(0, 4)) })
    expect(four.reasons[1]).toEqual({
      criterion: 'readiness',
      tone: 'short',
      code: 'not-ready',
      done: 4,
      of: 7,
      missing: ['photos', 'capacity', 'price-tiers'],
    })
    expect(four.share).toBeLessThan(five.share)
  })
  it('leans a little by what buyers who tried it said, and is as it was where nobody did', () => {
    const half = { readiness: new Set(READINESS_STEPS.slice(0, 4)) }
    const said = (tried: number, pleased: number, disappointed: number) =>
      judge({}, { ...half, voices: { tried, pleased, disappointed } })
    const none = judge({}, half)
    expect(said(0, 0, 0)).toEqual(none)
    // One of each, or one who was neither: no difference, so no sentence.
    expect(said(2, 1, 1)).toEqual(none)
    expect(said(1, 0, 0)).toEqual(none)
    expect(said(1, 1, 0).share - none.share).toBeCloseTo(0.25 / 3)
    expect(said(4, 3, 0).reasons.at(-1)).toEqual({
      criterion: 'readiness',
      tone: 'good',
      code: 'tried-pleased',
      pleased: 3,
      tried: 4,
    })
    expect(said(3, 1, 2)).toMatchObject({ reasons: [{}, {}, { tone: 'short', code: 'tried-disappointed' }] })
    for (const voices of [said(1000, 1000, 0), said(1000, 0, 1000)])
      expect(Math.abs(voices.share - none.share)).toBeLessThan(0.25)
    // Who is ready in everything can't be readier.
    expect(judge({}, { voices: { tried: 9, pleased: 9, disappointed: 0 } }).share).toBe(1)
  })
})
