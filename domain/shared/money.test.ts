import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMoney, CURRENCY_DIGITS, type Currency, majorUnits, money, multiplyMoney, rupiah } from './money'

const CURRENCIES = Object.keys(CURRENCY_DIGITS) as Currency[]
const currency = fc.constantFrom(...CURRENCIES)
/** Small enough that sums and products of a few stay safe integers. */
const minor = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })

describe('money', () => {
  test('adding commutes, associates and has zero', () => {
    fc.assert(
      fc.property(currency, minor, minor, minor, (unit, x, y, z) => {
        const [a, b, c] = [money(x, unit), money(y, unit), money(z, unit)]
        expect(addMoney(a, b)).toEqual(addMoney(b, a))
        expect(addMoney(addMoney(a, b), c)).toEqual(addMoney(a, addMoney(b, c)))
        expect(addMoney(a, money(0, unit))).toEqual(a)
      }),
    )
  })

  test('a quantity is as many additions', () => {
    fc.assert(
      fc.property(currency, minor, fc.integer({ min: 1, max: 50 }), (unit, price, quantity) => {
        const one = money(price, unit)
        let sum = one
        for (let i = 1; i < quantity; i++) sum = addMoney(sum, one)
        expect(multiplyMoney(one, quantity)).toEqual(sum)
      }),
    )
  })

  test('no amount is ever a fraction or beyond what a number holds exactly', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: false }), (value) => {
        if (Number.isSafeInteger(value)) expect(money(value).minor).toBe(value)
        else expect(() => money(value)).toThrow(RangeError)
      }),
    )
    expect(() => addMoney(money(Number.MAX_SAFE_INTEGER), money(1))).toThrow(RangeError)
    expect(() => multiplyMoney(money(Number.MAX_SAFE_INTEGER), 2)).toThrow(RangeError)
  })

  test('different currencies are not added', () => {
    fc.assert(
      fc.property(currency, currency, minor, (a, b, amount) => {
        fc.pre(a !== b)
        expect(() => addMoney(money(amount, a), money(amount, b))).toThrow(TypeError)
      }),
    )
  })

  test('only whole quantities and whole rupiah count', () => {
    expect(() => multiplyMoney(rupiah(100), 1.5)).toThrow(RangeError)
    expect(() => rupiah(0.001)).toThrow(RangeError)
    expect(rupiah(69_500)).toEqual({ minor: 6_950_000, currency: 'IDR' })
  })

  test('the major unit has as many digits as the currency', () => {
    expect(majorUnits(rupiah(69_500))).toBe(69_500)
    expect(majorUnits(money(1_999, 'USD'))).toBe(19.99)
    expect(majorUnits(money(1_999, 'JPY'))).toBe(1_999)
  })
})
