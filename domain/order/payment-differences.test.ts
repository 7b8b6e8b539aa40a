import { expect, test } from 'vitest'
import type { PaymentTruth } from '~/integrations/stripe/card-payments'
import { type BookedPayment, paymentDifferences } from './payment-differences'

const at = new Date('2026-11-22T03:00:00Z')
const theirs: PaymentTruth = {
  sessionId: 'cs_test_1',
  paymentId: 'p',
  isLive: false,
  state: 'complete',
  charge: { intentId: 'pi', chargeId: 'ch', amountMinor: 900, currency: 'IDR', feeMinor: 30, at },
  refunds: [],
  disputes: [],
}
const ours: BookedPayment = {
  paymentId: 'p',
  orderId: 'o',
  isPaid: true,
  amountMinor: 900,
  feeMinor: 30,
  refundedMinor: 0,
  disputedMinor: 0,
}
const kinds = (a: BookedPayment | null, b: PaymentTruth | null) =>
  paymentDifferences(a, b).map(({ kind }) => kind)

test('the same, and what is nobody’s yet, differ in nothing', () => {
  expect(kinds(ours, theirs)).toEqual([])
  expect(kinds({ ...ours, isPaid: false }, { ...theirs, charge: null, state: 'open' })).toEqual([])
  expect(kinds(null, { ...theirs, charge: null })).toEqual([])
  expect(kinds({ ...ours, isPaid: false }, null)).toEqual([])
})

test('money that one has and the other has not', () => {
  expect(paymentDifferences(null, theirs)).toEqual([
    { kind: 'unknown-payment', oursMinor: null, theirsMinor: 900 },
  ])
  expect(kinds({ ...ours, isPaid: false }, theirs)).toEqual(['not-paid-here'])
  expect(kinds(ours, null)).toEqual(['not-charged-there'])
  expect(kinds(ours, { ...theirs, charge: null })).toEqual(['not-charged-there'])
})

test('amounts, fees, refunds and disputes; a fee that isn’t known there differs from nothing', () => {
  const charge = { intentId: 'pi', chargeId: 'ch', amountMinor: 901, currency: 'IDR', feeMinor: null, at }
  expect(kinds(ours, { ...theirs, charge })).toEqual(['amount'])
  expect(kinds(ours, { ...theirs, charge: { ...charge, currency: 'USD' } })).toEqual(['currency'])
  expect(kinds({ ...ours, feeMinor: null }, theirs)).toEqual(['fee'])
  const refund = { id: 're', refundId: null, amountMinor: 100, failure: null, at }
  const refunds = [
    { ...refund, state: 'asked' as const },
    { ...refund, state: 'failed' as const },
  ]
  const dispute = { id: 'dp', amountMinor: 900, feeMinor: 5, dueAt: null, at }
  const disputes = [{ ...dispute, state: 'open' as const }]
  expect(paymentDifferences(ours, { ...theirs, refunds, disputes })).toEqual([
    { kind: 'refunds', oursMinor: 0, theirsMinor: 100 },
    { kind: 'disputes', oursMinor: 0, theirsMinor: 900 },
  ])
  expect(kinds(ours, { ...theirs, disputes: [{ ...dispute, state: 'won' }] })).toEqual([])
})
