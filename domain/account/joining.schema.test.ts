import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePhone } from '../shared/phone'
import { freeSlug, slugBase } from './free-slug'
import {
  JOINING_TEXTS,
  joiningProblems,
  joiningSchema,
  keptValues,
  LONGEST,
  nextStep,
  wholeValues,
} from './joining.schema'

const PESANTREN = {
  personName: 'Ahmad',
  name: 'Al-Falah 31',
  nameArabic: 'الفلاح',
  regencyCode: '3205',
  districtCode: '320501',
  field: 'pertanian',
  whatsapp: '0812 3456 7890',
}
const BUYER = { personName: 'خالد', name: 'Nakhla Foods', countryCode: 'AE', buys: 'قهوة وعسل' }

const parse = (
  kind: 'pesantren' | 'offtaker' | 'buyer',
  typed: Readonly<Record<string, string>>,
  isSample = false,
) => joiningSchema({ kind, isSample, parsePhone }).safeParse(wholeValues(typed))
const problemsOf = (...args: Parameters<typeof parse>) => {
  const parsed = parse(...args)
  return parsed.success ? {} : joiningProblems(parsed.error)
}

describe('what is handed in', () => {
  test('of a pesantren', () => {
    expect(parse('pesantren', PESANTREN).data).toEqual({
      personName: 'Ahmad',
      name: 'Al-Falah 31',
      nameArabic: 'الفلاح',
      regencyCode: '3205',
      districtCode: '320501',
      field: 'pertanian',
      whatsappE164: '+6281234567890',
      countryCode: null,
      buys: null,
    })
    expect(parse('pesantren', { ...PESANTREN, nameArabic: '', whatsapp: '' }).data).toMatchObject({
      nameArabic: null,
      whatsappE164: null,
    })
  })

  test('of companies: one at home is at home, one abroad is not', () => {
    expect(parse('offtaker', { ...BUYER, countryCode: 'AE' }).data).toMatchObject({
      countryCode: 'ID',
      field: null,
    })
    expect(parse('buyer', BUYER).data).toMatchObject({
      countryCode: 'AE',
      buys: 'قهوة وعسل',
      whatsappE164: null,
    })
    expect(problemsOf('buyer', { ...BUYER, countryCode: 'ID' })).toEqual({ countryCode: 'country-home' })
    expect(problemsOf('buyer', { ...BUYER, countryCode: 'XX' })).toEqual({ countryCode: 'country-missing' })
  })

  test('says all that is wrong at once, at its field', () => {
    expect(problemsOf('pesantren', {})).toEqual({
      personName: 'person-name-missing',
      name: 'name-missing',
      regencyCode: 'regency-missing',
      field: 'field-missing',
    })
    expect(problemsOf('pesantren', { ...PESANTREN, districtCode: '' })).toEqual({
      districtCode: 'district-missing',
    })
    // Of another regency: the regency was changed after it.
    expect(problemsOf('pesantren', { ...PESANTREN, districtCode: '320601' })).toEqual({
      districtCode: 'district-missing',
    })
    expect(problemsOf('pesantren', { ...PESANTREN, whatsapp: '12', nameArabic: 'Falah' })).toEqual({
      whatsapp: 'whatsapp-wrong',
      nameArabic: 'arabic-wrong',
    })
    expect(problemsOf('offtaker', {})).toEqual({
      personName: 'person-name-missing',
      name: 'name-missing',
      buys: 'buys-missing',
    })
    expect(problemsOf('offtaker', { ...BUYER, name: 'n'.repeat(LONGEST.name + 1) })).toEqual({
      name: 'too-long',
    })
    expect(problemsOf('offtaker', { ...BUYER, name: 'شركة النخلة' })).toEqual({ name: 'name-missing' })
  })

  test('what is invented carries a number and no phone', () => {
    expect(problemsOf('pesantren', { ...PESANTREN, name: 'Al-Falah' }, true)).toEqual({ name: 'name-number' })
    expect(parse('pesantren', PESANTREN, true).data).toMatchObject({ whatsappE164: null })
    // Whatever stands there: it isn't asked.
    expect(problemsOf('pesantren', { ...PESANTREN, whatsapp: 'x' }, true)).toEqual({})
  })
})

describe('what is kept of a step', () => {
  test('is what was typed, wrong or not, of known fields', () => {
    expect(keptValues({ name: ' Al\u0000-Falah ', districtCode: 'x', other: 'y', buys: 'a\r\nb' })).toEqual({
      name: ' Al-Falah ',
      districtCode: 'x',
      buys: 'a\nb',
    })
  })

  test('any form: no throw, bounded, and keeping it again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...JOINING_TEXTS, 'x', '__proto__'), fc.anything()),
        (sent) => {
          const kept = keptValues(sent)
          for (const value of Object.values(kept)) expect(value.length).toBeLessThanOrEqual(600)
          expect(keptValues(kept)).toEqual(kept)
          // biome-ignore lint/suspicious/noControlCharactersInRegex: what PostgreSQL would refuse
          expect(JSON.stringify(kept)).not.toMatch(/\\u0000|\x00/)
        },
      ),
    )
  })

  test('any text in any field: parsed or refused with a problem at a field', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('pesantren' as const, 'offtaker' as const, 'buyer' as const),
        fc.dictionary(fc.constantFrom(...JOINING_TEXTS), fc.string({ unit: 'binary' })),
        fc.boolean(),
        (kind, typed, isSample) => {
          const parsed = parse(kind, typed, isSample)
          if (!parsed.success) expect(Object.keys(joiningProblems(parsed.error)).length).toBeGreaterThan(0)
          else if (isSample) expect(parsed.data.whatsappE164).toBeNull()
        },
      ),
    )
  })
})

test('one goes on where something is missing', () => {
  const rules = { isSample: false, parsePhone, hasConsented: true, kind: 'pesantren' as const }
  expect(nextStep({ ...rules, kind: null, values: wholeValues(PESANTREN) })).toBe('start')
  expect(nextStep({ ...rules, hasConsented: false, values: wholeValues(PESANTREN) })).toBe('start')
  expect(nextStep({ ...rules, values: wholeValues({ ...PESANTREN, field: 'x' }) })).toBe('who')
  expect(nextStep({ ...rules, values: wholeValues(PESANTREN) })).toBe('check')
})

describe('an address of its own', () => {
  test('from the name, else from what it is', () => {
    expect(slugBase('Pondok Pesantren Al-Ma’arif', 'pesantren')).toBe('pondok-pesantren-al-maarif')
    expect(slugBase('شركة', 'buyer')).toBe('buyer')
    expect(freeSlug('al-falah', new Set(['al-falah', 'al-falah-2', 'al-falah-utama']))).toBe('al-falah-3')
  })

  test('any name and any others: free, and of the form that the database asks for', () => {
    const some = fc.array(fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), some, (name, numbers) => {
        const base = slugBase(name, 'pesantren')
        const taken = new Set(numbers.map((number) => (number === 1 ? base : `${base}-${number}`)))
        const slug = freeSlug(base, taken)
        expect(taken.has(slug)).toBe(false)
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      }),
    )
  })
})
