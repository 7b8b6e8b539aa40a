import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney, formatNumber } from '~/app/i18n/format'
import { MAXIMUM_PRICE } from '../product/number-input'
import { LOCALES } from '../shared/locale'
import { rupiah } from '../shared/money'
import { lastDay, type NeedValues, needProblems, needSchema, needValues } from './need.schema'

const TODAY = '2026-11-22'
const good: NeedValues = {
  field: 'minuman',
  productWords: ' Kopi  arabika sangrai ',
  monthlyVolume: '300',
  unit: 'kg',
  targetPrice: '140.000',
  papers: ['halal-verified', 'halal', 'nib'],
  destinationCountry: 'ID',
  destinationRegency: '3273',
  destinationPlace: '',
  language: 'id',
  neededBy: '2027-01-04',
  note: 'Biji utuh.\r\nKantong 1 kg.',
}
const parse = (change: Partial<Record<keyof NeedValues, unknown>> = {}, kept: string | null = null) =>
  needSchema({ today: TODAY, kept }).safeParse({ ...good, ...change })
const problems = (change: Partial<Record<keyof NeedValues, unknown>>, kept?: string) => {
  const parsed = parse(change, kept)
  return parsed.success ? {} : needProblems(parsed.error)
}

describe('the form of a need', () => {
  it('comes out in the shape of a row', () => {
    expect(parse().data).toEqual({
      field: 'minuman',
      productWords: 'Kopi arabika sangrai',
      monthlyVolume: 300,
      unit: 'kg',
      targetPriceMinor: 14_000_000,
      requiredPapers: ['halal-verified', 'nib'],
      destinationCountry: 'ID',
      destinationRegency: '3273',
      destinationPlace: null,
      language: 'id',
      neededBy: '2027-01-04',
      note: 'Biji utuh.\nKantong 1 kg.',
    })
  })

  it('needs five things; the rest may be left open', () => {
    const empty = Object.fromEntries(Object.keys(good).map((name) => [name, '']))
    expect(problems(empty)).toEqual({
      field: 'field-missing',
      productWords: 'words-missing',
      monthlyVolume: 'volume-missing',
      unit: 'unit-missing',
      destinationCountry: 'country-wrong',
      language: 'language-missing',
    })
    const least = { targetPrice: '', papers: [], destinationRegency: '', neededBy: '', note: '' }
    expect(parse(least).data).toMatchObject({
      targetPriceMinor: null,
      requiredPapers: [],
      destinationRegency: null,
      neededBy: null,
      note: null,
    })
  })

  it.each([
    [{ field: 'kopi' }, { field: 'field-missing' }],
    [{ productWords: '300' }, { productWords: 'words-missing' }],
    [{ productWords: `kopi ${'a'.repeat(160)}` }, { productWords: 'too-long' }],
    [{ monthlyVolume: 'tiga ratus' }, { monthlyVolume: 'volume-wrong' }],
    [{ monthlyVolume: '0' }, { monthlyVolume: 'volume-wrong' }],
    [{ monthlyVolume: '-5' }, { monthlyVolume: 'volume-wrong' }],
    [{ monthlyVolume: '2.000.000' }, { monthlyVolume: 'volume-too-many' }],
    [{ targetPrice: 'murah' }, { targetPrice: 'price-wrong' }],
    [{ targetPrice: '0' }, { targetPrice: 'price-wrong' }],
    [{ targetPrice: '999999999999' }, { targetPrice: 'price-too-high' }],
    [{ destinationCountry: 'XX' }, { destinationCountry: 'country-wrong' }],
    [{ destinationRegency: 'Bandung' }, { destinationRegency: 'regency-unknown' }],
    [{ language: 'fr' }, { language: 'language-missing' }],
    [{ neededBy: '2026-11-21' }, { neededBy: 'date-past' }],
    [{ neededBy: '2026-02-30' }, { neededBy: 'date-wrong' }],
    [{ neededBy: '1/2/2027' }, { neededBy: 'date-wrong' }],
    [{ neededBy: '2206-01-01' }, { neededBy: 'date-far' }],
    [{ note: 'a'.repeat(1001) }, { note: 'too-long' }],
  ])('says of %o what is wrong', (change, expected) => {
    expect(problems(change)).toEqual(expected)
  })

  it('takes today and the last day, and a day that the need has already', () => {
    expect(problems({ neededBy: TODAY })).toEqual({})
    expect(problems({ neededBy: lastDay(TODAY) })).toEqual({})
    expect(problems({ neededBy: '2026-10-01' }, '2026-10-01')).toEqual({})
    expect(problems({ neededBy: '2026-10-02' }, '2026-10-01')).toEqual({ neededBy: 'date-past' })
  })

  it('forgets the regency where the goods leave the country', () => {
    expect(parse({ destinationCountry: 'SA', destinationPlace: 'Jeddah' }).data).toMatchObject({
      destinationCountry: 'SA',
      destinationRegency: null,
      destinationPlace: 'Jeddah',
    })
  })

  it('lets nothing through that PostgreSQL refuses, and forged papers fall away', () => {
    const parsed = parse({ productWords: 'ko\u0000pi', note: 'a\u0000b', papers: ['nib', 'nib', 'gold', 7] })
    expect(parsed.data).toMatchObject({ productWords: 'kopi', note: 'ab', requiredPapers: ['nib'] })
    expect(parse({ papers: 'nib' }).data?.requiredPapers).toEqual([])
  })

  it('fills itself again with what it made', () => {
    const first = parse().data
    if (!first) throw new Error('not parsed')
    for (const locale of LOCALES) {
      expect(needSchema({ today: TODAY }).parse(needValues(first, locale))).toEqual(first)
    }
  })
})

describe('numbers as people type them', () => {
  it.each([
    ['140.000', 140_000],
    ['140,000', 140_000],
    ['140000', 140_000],
    ['Rp 140.000', 140_000],
    ['Rp140.000,00', 140_000],
    ['IDR 140,000.00', 140_000],
    ['١٤٠٠٠٠', 140_000],
  ])('reads the price %s as %s', (targetPrice, expected) => {
    expect(parse({ targetPrice }).data?.targetPriceMinor).toBe(expected * 100)
  })

  it('reads every price as any of the three languages writes it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: MAXIMUM_PRICE }),
        fc.constantFrom(...LOCALES),
        (price, locale) => {
          const minor = price * 100
          for (const typed of [
            String(price),
            formatNumber(price, locale),
            formatMoney(rupiah(price), locale),
            ` ${formatMoney(rupiah(price), locale)} `,
          ]) {
            expect(parse({ targetPrice: typed }).data?.targetPriceMinor, typed).toBe(minor)
          }
        },
      ),
    )
  })

  it('reads every volume as any of the three languages writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(...LOCALES), (volume, locale) => {
        for (const typed of [String(volume), formatNumber(volume, locale)]) {
          expect(parse({ monthlyVolume: typed }).data?.monthlyVolume, typed).toBe(volume)
        }
      }),
    )
  })

  it('never takes a fraction for a whole', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,3}$/)
    fc.assert(
      fc.property(digits, fc.constantFrom('.', ','), fc.stringMatching(/^\d[1-9]$/), (whole, mark, rest) => {
        const typed = `${whole}${mark}${rest}`
        expect(parse({ targetPrice: typed }).data?.targetPriceMinor).toBe(Number(whole + rest))
        expect(problems({ monthlyVolume: typed })).toEqual({ monthlyVolume: 'volume-wrong' })
      }),
    )
  })
})
