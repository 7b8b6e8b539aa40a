import { expect, test } from 'vitest'
import { checkRates, typedRates } from './exchange-rates'

const today = '2026-11-22'
const last = { USD: 1_650_000, JPY: 11_100 }
const typed = (values: Record<string, string>) =>
  typedRates({ validOn: today, source: 'Bank Indonesia', ...values })

test('a day’s rates are read as people write rupiah; what is left empty isn’t said', () => {
  const checked = checkRates(typed({ USD: '16.512,50', JPY: ' 110 ' }), { today, last, isSure: false })
  expect(checked).toEqual({
    kind: 'rates',
    dated: {
      validOn: today,
      source: 'Bank Indonesia',
      rates: [
        { currency: 'USD', idrMinorPerUnit: 1_651_250 },
        { currency: 'JPY', idrMinorPerUnit: 11_000 },
      ],
    },
  })
})

test('what is mistyped is said at its field; what is far from the last rate has to be meant', () => {
  const far = typed({ USD: '165.000' })
  expect(checkRates(far, { today, last, isSure: false })).toEqual({
    kind: 'problems',
    problems: { USD: 'not-a-rate' },
  })
  const fell = typed({ USD: '8.000' })
  expect(checkRates(fell, { today, last, isSure: false })).toEqual({
    kind: 'problems',
    problems: { USD: 'unlikely' },
  })
  expect(checkRates(fell, { today, last, isSure: true }).kind).toBe('rates')
  expect(checkRates(typed({ validOn: '2026-11-23', source: ' ' }), { today, last, isSure: false })).toEqual({
    kind: 'problems',
    problems: { USD: 'nothing', validOn: 'day-ahead', source: 'source-missing' },
  })
})
