import { describe, expect, test } from 'vitest'
import {
  checkoutProblems,
  checkoutSchema,
  emptyCheckout,
  type TypedCheckout,
  typedZoneAddress,
} from './checkout.schema'

const KNOWN = {
  regencies: [
    { code: '3205', name: 'Garut' },
    { code: '3273', name: 'Kota Bandung' },
  ],
}
const GARUT: TypedCheckout = {
  ...emptyCheckout('ID'),
  name: 'Rina',
  phone: '0812 3456 7890',
  province: '32',
  regency: '3205',
  street: 'Jl. Ciledug 1',
  way: 'transfer',
}
const problemsOf = (typed: TypedCheckout, isFree = false) => {
  const parsed = checkoutSchema(KNOWN, isFree).safeParse(typed)
  return parsed.success ? {} : checkoutProblems(parsed.error)
}

describe('the checkout form', () => {
  test('reads an address at home', () => {
    expect(checkoutSchema(KNOWN, false).parse(GARUT)).toEqual({
      delivery: 'ship',
      way: 'transfer',
      note: null,
      address: {
        name: 'Rina',
        phoneE164: '+6281234567890',
        countryCode: 'ID',
        provinceCode: '32',
        regencyCode: '3205',
        city: 'Garut',
        postcode: null,
        street: 'Jl. Ciledug 1',
      },
    })
  })

  test('reads a phone as its country writes it', () => {
    const dubai = { ...GARUT, country: 'AE', phone: '050 123 4567', city: 'Dubai', province: '', regency: '' }
    const { address } = checkoutSchema(KNOWN, false).parse(dubai)
    expect(address).toMatchObject({ phoneE164: '+971501234567', countryCode: 'AE', provinceCode: null })
    expect(typedZoneAddress(dubai, KNOWN)).toEqual({
      countryCode: 'AE',
      provinceCode: null,
      regencyCode: null,
    })
  })

  test('says all that is wrong at once', () => {
    expect(problemsOf(emptyCheckout('ID'))).toEqual({
      name: 'name-missing',
      phone: 'phone-wrong',
      province: 'province-missing',
      street: 'street-missing',
      way: 'way-missing',
    })
    expect(problemsOf({ ...GARUT, regency: '3171', postcode: '4A' })).toEqual({
      regency: 'regency-missing',
      postcode: 'postcode-wrong',
    })
    expect(problemsOf({ ...GARUT, province: '73' })).toEqual({ city: 'city-missing' })
    expect(problemsOf({ ...GARUT, country: 'XX', city: 'X' })).toMatchObject({ country: 'country-wrong' })
  })

  test('asks for no address where it is handed over, and for no way where nothing is paid', () => {
    const handed = { ...emptyCheckout('ID'), delivery: 'hand-over' }
    expect(problemsOf(handed)).toEqual({ way: 'way-missing' })
    expect(problemsOf(handed, true)).toEqual({})
    expect(checkoutSchema(KNOWN, true).parse(handed).address).toBeNull()
  })

  test('knows no zone before the place is said', () => {
    expect(typedZoneAddress(emptyCheckout('ID'), KNOWN)).toBeNull()
    expect(typedZoneAddress({ ...GARUT, regency: '' }, KNOWN)).toBeNull()
    expect(typedZoneAddress({ ...GARUT, province: '73', regency: '' }, KNOWN)).toEqual({
      countryCode: 'ID',
      provinceCode: '73',
      regencyCode: null,
    })
  })
})
