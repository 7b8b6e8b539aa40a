import { beforeAll, describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '~/domain/shared/locale'
import type { Reason } from '~/domain/shared/reason'
import { words as ar } from './i18n/ar/words'
import { words as en } from './i18n/en/words'
import { words as id } from './i18n/id/words'
import { pageWords } from './i18n/page-words.server'
import { registerWords } from './i18n/registry'
import { inOrder, reasonSentence, tellingReasons } from './match-sentences'

beforeAll(() => {
  registerWords('id', id)
  registerWords('en', en)
  registerWords('ar', ar)
})

const say = (reason: Reason, locale: Locale, reader?: 'other') =>
  reasonSentence(reason, pageWords('match', locale), locale, reader).replaceAll('\u00a0', ' ')

const unit = 'kg' as const

/** One of each code: a code that is missing here doesn't compile. */
const EACH: { [C in Reason['code']]: Extract<Reason, { code: C }> } = {
  'product-named': { criterion: 'product', tone: 'good', code: 'product-named' },
  'product-partly-named': {
    criterion: 'product',
    tone: 'short',
    code: 'product-partly-named',
    missing: ['arabika', 'sangrai'],
  },
  'product-same-field': { criterion: 'product', tone: 'short', code: 'product-same-field' },
  'capacity-covers': {
    criterion: 'volume',
    tone: 'good',
    code: 'capacity-covers',
    free: 400,
    needed: 300,
    unit,
  },
  'capacity-partly': {
    criterion: 'volume',
    tone: 'short',
    code: 'capacity-partly',
    free: 200,
    needed: 300,
    unit,
  },
  'below-minimum': {
    criterion: 'volume',
    tone: 'short',
    code: 'below-minimum',
    minimum: 500,
    needed: 300,
    unit,
  },
  'capacity-unknown': { criterion: 'volume', tone: 'unknown', code: 'capacity-unknown' },
  'price-below': {
    criterion: 'price',
    tone: 'good',
    code: 'price-below',
    priceMinor: 12_800_000,
    percent: 8,
    unit,
  },
  'price-at-target': {
    criterion: 'price',
    tone: 'good',
    code: 'price-at-target',
    priceMinor: 14_000_000,
    unit,
  },
  'price-above': {
    criterion: 'price',
    tone: 'short',
    code: 'price-above',
    priceMinor: 15_200_000,
    percent: 9,
    unit,
  },
  'price-stated': { criterion: 'price', tone: 'good', code: 'price-stated', priceMinor: 8_600_000, unit },
  'price-unknown': { criterion: 'price', tone: 'unknown', code: 'price-unknown' },
  'papers-verified': {
    criterion: 'papers',
    tone: 'good',
    code: 'papers-verified',
    papers: ['halal-verified', 'halal', 'nib'],
  },
  'papers-declared': { criterion: 'papers', tone: 'good', code: 'papers-declared', papers: ['pirt-bpom'] },
  'papers-missing': {
    criterion: 'papers',
    tone: 'short',
    code: 'papers-missing',
    papers: ['halal-verified'],
  },
  'papers-none-stated': { criterion: 'papers', tone: 'unknown', code: 'papers-none-stated' },
  'same-regency': { criterion: 'destination', tone: 'good', code: 'same-regency' },
  'same-province': { criterion: 'destination', tone: 'good', code: 'same-province' },
  'ships-in-indonesia': { criterion: 'destination', tone: 'good', code: 'ships-in-indonesia' },
  'has-exported': { criterion: 'destination', tone: 'good', code: 'has-exported' },
  'export-terms': {
    criterion: 'destination',
    tone: 'good',
    code: 'export-terms',
    incoterm: 'FOB',
    place: 'Cirebon',
  },
  'not-yet-exported': { criterion: 'destination', tone: 'short', code: 'not-yet-exported' },
  'export-unknown': { criterion: 'destination', tone: 'unknown', code: 'export-unknown' },
  speaks: { criterion: 'language', tone: 'good', code: 'speaks', language: 'ar' },
  'speaks-other': { criterion: 'language', tone: 'short', code: 'speaks-other', language: 'id' },
  'language-unknown': { criterion: 'language', tone: 'unknown', code: 'language-unknown' },
  'in-time': { criterion: 'readiness', tone: 'good', code: 'in-time', leadTimeDays: 14, daysLeft: 40 },
  'too-late': { criterion: 'readiness', tone: 'short', code: 'too-late', leadTimeDays: 30, daysLeft: 11 },
  'lead-time-unknown': {
    criterion: 'readiness',
    tone: 'unknown',
    code: 'lead-time-unknown',
    daysLeft: 11,
  },
  ready: { criterion: 'readiness', tone: 'good', code: 'ready', done: 6, of: 7 },
  'not-ready': {
    criterion: 'readiness',
    tone: 'short',
    code: 'not-ready',
    done: 5,
    of: 7,
    missing: ['shelf-life', 'photos'],
  },
  'tried-pleased': { criterion: 'readiness', tone: 'good', code: 'tried-pleased', pleased: 3, tried: 4 },
  'tried-disappointed': {
    criterion: 'readiness',
    tone: 'short',
    code: 'tried-disappointed',
    disappointed: 2,
    tried: 3,
  },
}

describe('the sentence of a reason', () => {
  it.each(LOCALES)('is whole for every code and both readers in %s', (locale) => {
    for (const reason of Object.values(EACH)) {
      for (const reader of [undefined, 'other'] as const) {
        const sentence = say(reason, locale, reader)
        expect(sentence, reason.code).not.toMatch(/[{}]|undefined|NaN|^$/)
        expect(sentence, reason.code).not.toMatch(/\.$/)
        if (locale === 'ar') expect(sentence, reason.code).toMatch(/[\u0600-\u06ff]/)
      }
    }
  })

  it('names the figures', () => {
    expect(say(EACH['capacity-covers'], 'id')).toBe('Kapasitas bebas 400 kg, Anda perlu 300 kg')
    expect(say(EACH['price-below'], 'id')).toBe('Rp 128.000/kg, 8 % di bawah batas Anda')
    expect(say(EACH['price-above'], 'en')).toBe('IDR 152,000 per kg, 9% above your limit')
    expect(say(EACH['papers-verified'], 'id')).toBe('Halal dan NIB terverifikasi')
    expect(say(EACH['papers-missing'], 'en')).toBe('Missing: Halal verified')
    expect(say(EACH['product-partly-named'], 'en')).toBe('Does not mention “arabika” and “sangrai”')
    expect(say(EACH['tried-pleased'], 'en')).toBe('Buyers who tried it were pleased: 3 of 4')
    expect(say(EACH['too-late'], 'ar')).toContain('30 يومًا')
    expect(say(EACH['capacity-covers'], 'ar')).toBe('الطاقة المتاحة: 400 كغ، وحاجتكم: 300 كغ')
  })

  it('says exactly enough, and a day that is here', () => {
    expect(say({ ...EACH['capacity-covers'], free: 300 }, 'id')).toBe('Kapasitas bebas 300 kg, tepat')
    expect(say({ ...EACH['too-late'], daysLeft: 0 }, 'en')).toBe(
      'Ready only in 30 days, and your date is here',
    )
  })

  it('does not call the maker “you” in the name of the buyer', () => {
    for (const reason of Object.values(EACH)) {
      expect(say(reason, 'id', 'other'), reason.code).not.toMatch(/\bAnda\b/)
      expect(say(reason, 'en', 'other'), reason.code).not.toMatch(/\byou/i)
      expect(say(reason, 'ar', 'other'), reason.code).not.toMatch(/كم(?![\u0600-\u06ff])/)
    }
  })

  it('isolates Latin names in Arabic', () => {
    expect(say(EACH['export-terms'], 'ar')).toContain('\u2068FOB Cirebon\u2069')
    expect(say(EACH['product-partly-named'], 'ar')).toContain('«\u2068arabika\u2069»')
  })
})

describe('the reasons beside an offer', () => {
  it('are volume, price, papers and whatever is missing, what speaks for it first', () => {
    const told = tellingReasons([
      EACH['not-ready'],
      EACH.speaks,
      EACH['papers-verified'],
      EACH['price-above'],
      EACH['capacity-covers'],
      EACH['same-province'],
    ])
    expect(told.map(({ code }) => code)).toEqual([
      'capacity-covers',
      'papers-verified',
      'price-above',
      'not-ready',
    ])
  })

  it('keep every one in the details', () => {
    const all = Object.values(EACH)
    expect(inOrder(all)).toHaveLength(all.length)
  })
})
