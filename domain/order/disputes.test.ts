import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DISPUTES } from '../shared/order-enums'
import { disputesOf, worstOf } from './disputes'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const told = (
  kind: 'disputed' | 'dispute-won' | 'dispute-lost' | 'paid',
  disputeId: string,
  day: number,
) => ({
  kind,
  at: at(day),
  detail: { disputeId, amountMinor: 100 * day, ...(kind === 'disputed' && { dueAt: at(28).toISOString() }) },
})

test('two disputes of one charge are two, each with its own end', () => {
  const disputes = disputesOf([
    told('paid', 'a', 1),
    told('disputed', 'a', 2),
    told('disputed', 'b', 3),
    told('dispute-won', 'a', 4),
  ])
  expect(disputes).toEqual([
    { id: 'a', state: 'won', amountMinor: 400, dueAt: at(28), openedAt: at(2), endedAt: at(4) },
    { id: 'b', state: 'open', amountMinor: 300, dueAt: at(28), openedAt: at(3), endedAt: null },
  ])
  expect(worstOf(disputes.map(({ state }) => state))).toBe('open')
})

test('one that is open comes before one that is lost, and that before one that is won, in any order', () => {
  expect(worstOf([])).toBeNull()
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...DISPUTES), { minLength: 1 }), (states) => {
      const worst = worstOf(states)
      expect(worst).toBe(states.includes('open') ? 'open' : states.includes('lost') ? 'lost' : 'won')
    }),
  )
})
