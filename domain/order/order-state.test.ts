import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  DISPUTES,
  ORDER_PARTIES,
  type OrderParty,
  PAYMENT_WAYS,
  type PaymentWay,
} from '../shared/order-enums'
import {
  CARD_WAIT_MS,
  hasEnded,
  nextOrder,
  ORDER_CHANGES,
  type OrderChange,
  type OrderFacts,
  orderActions,
  RECEIVED_AFTER_MS,
  SEND_WITHIN_MS,
} from './order-state'

const NOW = new Date('2026-11-22T03:00:00Z')
const later = (ms: number) => new Date(NOW.getTime() + ms)
const TOTAL = 4_300_000

const placed = (way: PaymentWay = 'transfer', change: Partial<OrderFacts> = {}): OrderFacts => ({
  state: 'awaiting',
  way,
  holds: 'held',
  totalMinor: way === 'free' ? 0 : TOTAL,
  paidMinor: 0,
  refundedMinor: 0,
  dispute: null,
  expiresAt: later(CARD_WAIT_MS),
  hasProof: false,
  paidAt: null,
  sentAt: null,
  ...change,
})
const paid = (change: Partial<OrderFacts> = {}): OrderFacts =>
  placed('card', { state: 'paid', paidMinor: TOTAL, expiresAt: null, paidAt: NOW, ...change })

const stateAfter = (facts: OrderFacts, change: OrderChange, by: OrderParty, now = NOW) =>
  nextOrder(facts, change, by, now)?.facts.state ?? null

describe('paying', () => {
  test('pays what waits, and only with what it costs', () => {
    const step = nextOrder(placed('card'), { kind: 'pay', amountMinor: TOTAL, canHold: false }, 'system', NOW)
    expect(step).toMatchObject({ event: 'paid', surplusMinor: 0, facts: { state: 'paid', paidMinor: TOTAL } })
    const odd = nextOrder(
      placed('card'),
      { kind: 'pay', amountMinor: TOTAL - 100, canHold: true },
      'system',
      NOW,
    )
    expect(odd).toMatchObject({ event: 'surplus', surplusMinor: TOTAL - 100, facts: { state: 'awaiting' } })
  })

  test('late money revives what lapsed while there are samples, and is a surplus otherwise', () => {
    const lapsed = placed('card', { state: 'lapsed', holds: 'freed', expiresAt: null })
    const pay = (facts: OrderFacts, canHold: boolean) =>
      nextOrder(facts, { kind: 'pay', amountMinor: TOTAL, canHold }, 'system', NOW)
    expect(pay(lapsed, true)).toMatchObject({ event: 'revived', facts: { state: 'paid', holds: 'held' } })
    expect(pay(lapsed, false)).toMatchObject({ event: 'surplus', surplusMinor: TOTAL })
    expect(pay({ ...lapsed, state: 'cancelled' }, true)).toMatchObject({ event: 'surplus' })
    expect(pay(paid(), true)).toMatchObject({ event: 'surplus', facts: { state: 'paid', paidMinor: TOTAL } })
  })

  test('the organiser confirms transfers, never cards; nobody else says that money is there', () => {
    const pay: OrderChange = { kind: 'pay', amountMinor: TOTAL, canHold: true }
    expect(stateAfter(placed('transfer'), pay, 'organiser')).toBe('paid')
    expect(stateAfter(placed('card'), pay, 'organiser')).toBeNull()
    for (const by of ['buyer', 'pesantren'] as const)
      expect(stateAfter(placed('transfer'), pay, by)).toBeNull()
  })

  test('a proof keeps it from lapsing until it is refused', () => {
    const shown = nextOrder(placed(), { kind: 'send-proof' }, 'buyer', NOW)?.facts ?? placed()
    expect(stateAfter(shown, { kind: 'lapse' }, 'system', later(10 * SEND_WITHIN_MS))).toBeNull()
    const refused = nextOrder(
      shown,
      { kind: 'reject-proof', expiresAt: later(CARD_WAIT_MS) },
      'organiser',
      NOW,
    )?.facts
    expect(stateAfter(refused ?? shown, { kind: 'lapse' }, 'system', later(CARD_WAIT_MS))).toBe('lapsed')
  })

  test('lapses at its time and not before', () => {
    expect(stateAfter(placed(), { kind: 'lapse' }, 'system', later(CARD_WAIT_MS - 1))).toBeNull()
    expect(stateAfter(placed(), { kind: 'lapse' }, 'system', later(CARD_WAIT_MS))).toBe('lapsed')
  })
})

describe('cancelling', () => {
  test('the buyer until it is packed, or when nobody sent it for a week', () => {
    const cancel: OrderChange = { kind: 'cancel' }
    expect(stateAfter(paid(), cancel, 'buyer')).toBe('cancelled')
    const packed = paid({ state: 'packed' })
    expect(stateAfter(packed, cancel, 'buyer', later(SEND_WITHIN_MS - 1))).toBeNull()
    expect(stateAfter(packed, cancel, 'buyer', later(SEND_WITHIN_MS))).toBe('cancelled')
    expect(stateAfter(packed, cancel, 'pesantren')).toBe('cancelled')
    const sent = paid({ state: 'sent', holds: 'used', sentAt: NOW })
    for (const by of ORDER_PARTIES) expect(stateAfter(sent, cancel, by)).toBeNull()
  })

  test('gives back what is left of the money, and nothing that the bank took back', () => {
    const step = nextOrder(paid({ refundedMinor: 1_000_000 }), { kind: 'cancel' }, 'buyer', NOW)
    expect(step).toMatchObject({ refundMinor: TOTAL - 1_000_000, facts: { refundedMinor: TOTAL } })
    expect(nextOrder(paid({ dispute: 'open' }), { kind: 'cancel' }, 'organiser', NOW)).toBeNull()
    expect(nextOrder(paid({ dispute: 'lost' }), { kind: 'cancel' }, 'organiser', NOW)?.refundMinor).toBe(0)
  })
})

test('only what is paid for and not given back is packed and sent', () => {
  expect(stateAfter(placed(), { kind: 'pack' }, 'pesantren')).toBeNull()
  expect(stateAfter(paid({ refundedMinor: TOTAL }), { kind: 'send' }, 'pesantren')).toBeNull()
  expect(stateAfter(paid(), { kind: 'send' }, 'pesantren')).toBe('sent')
  expect(stateAfter(paid(), { kind: 'send' }, 'buyer')).toBeNull()
})

test('received is told by the buyer, or by a month', () => {
  const sent = paid({ state: 'sent', holds: 'used', sentAt: NOW })
  expect(stateAfter(sent, { kind: 'receive' }, 'buyer')).toBe('received')
  expect(stateAfter(sent, { kind: 'receive' }, 'pesantren')).toBeNull()
  expect(stateAfter(sent, { kind: 'receive' }, 'system', later(RECEIVED_AFTER_MS - 1))).toBeNull()
  expect(stateAfter(sent, { kind: 'receive' }, 'system', later(RECEIVED_AFTER_MS))).toBe('received')
})

test('what failed of a refund can be given back again, and an end stays one', () => {
  const failed = nextOrder(
    paid({ refundedMinor: 500 }),
    { kind: 'refund-failed', amountMinor: 500 },
    'system',
    NOW,
  )
  expect(failed?.facts.refundedMinor).toBe(0)
  const ended = paid({ state: 'cancelled', holds: 'freed', refundedMinor: TOTAL })
  const still = nextOrder(ended, { kind: 'refund-failed', amountMinor: TOTAL }, 'system', NOW)
  expect(still?.facts).toEqual(ended)
})

const change = fc.constantFrom(...ORDER_CHANGES).chain((kind): fc.Arbitrary<OrderChange> => {
  switch (kind) {
    case 'pay':
      return fc.record({
        kind: fc.constant(kind),
        amountMinor: fc.constantFrom(TOTAL, TOTAL, 0, 100, -100, 0.5),
        canHold: fc.boolean(),
      })
    case 'refund':
    case 'refund-failed':
      return fc.record({
        kind: fc.constant(kind),
        amountMinor: fc.constantFrom(TOTAL, 100, 1_000_000, 0, -100, 0.5, Number.NaN),
      })
    case 'dispute':
      return fc.record({ kind: fc.constant(kind), dispute: fc.constantFrom(...DISPUTES) })
    case 'reject-proof':
      return fc.record({
        kind: fc.constant(kind),
        expiresAt: fc.integer({ min: -1, max: 90 }).map((days) => later(days * 86_400_000)),
      })
    default:
      return fc.constant({ kind } as OrderChange)
  }
})
const happening = fc.record({
  change,
  by: fc.constantFrom(...ORDER_PARTIES),
  hours: fc.integer({ min: 0, max: 300 }),
})

/** What Postgres would refuse, and more. */
function forbidden(facts: OrderFacts): string[] {
  const { state, totalMinor, paidMinor, refundedMinor, holds } = facts
  const goes = state === 'paid' || state === 'packed' || state === 'sent' || state === 'received'
  const rules: Record<string, boolean> = {
    'money is whole': [paidMinor, refundedMinor].every((minor) => Number.isSafeInteger(minor) && minor >= 0),
    'paid whole or not at all': paidMinor === 0 || paidMinor === totalMinor,
    'no more goes back than came': refundedMinor <= paidMinor,
    'nothing goes unpaid': !goes || paidMinor === totalMinor,
    'an end gave back': !hasEnded(facts) || refundedMinor === paidMinor,
    'an end frees, sending uses':
      holds === (hasEnded(facts) ? 'freed' : state === 'sent' || state === 'received' ? 'used' : 'held'),
    'only what waits can lapse': state === 'awaiting' || facts.expiresAt === null,
    'what waits lapses, but for its proof':
      state !== 'awaiting' || facts.hasProof === (facts.expiresAt === null),
    'sent is dated': (state !== 'sent' && state !== 'received') || facts.sentAt !== null,
    'paid is dated': !goes || facts.paidAt !== null,
    'a dispute is of money': facts.dispute === null || paidMinor > 0,
  }
  return Object.keys(rules).filter((rule) => !rules[rule])
}

test('no sequence of changes reaches a forbidden state, and actions are what is allowed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PAYMENT_WAYS), fc.array(happening, { maxLength: 40 }), (way, story) => {
      let facts = placed(way)
      let now = NOW
      for (const { change, by, hours } of story) {
        now = new Date(now.getTime() + hours * 3_600_000)
        const actions = orderActions(facts, by, now)
        const before = facts
        const step = nextOrder(facts, change, by, now)
        if (step) {
          facts = step.facts
          expect(step.surplusMinor === 0 || facts.state === before.state).toBe(true)
          expect(step.refundMinor).toBeLessThanOrEqual(before.paidMinor - before.refundedMinor)
        }
        // What ended is never sent, and what was sent never ends.
        if (before.state === 'cancelled') expect(facts.state).toBe('cancelled')
        if (before.state === 'sent' || before.state === 'received') expect(facts.holds).toBe('used')
        expect(forbidden(facts)).toEqual([])
        for (const kind of actions) expect(ORDER_CHANGES).toContain(kind)
        if (step && change.kind !== 'pay' && change.kind !== 'refund-failed' && change.kind !== 'dispute') {
          expect(actions).toContain(change.kind)
        }
      }
    }),
    { numRuns: 2_000 },
  )
})
