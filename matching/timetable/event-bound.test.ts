import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCrowdedTimetable, everyPlan } from '~/test/matching/event-timetables'
import { breaksOfSeats } from './count-plan'
import { startDomains } from './domains'
import { EventBound } from './event-bound'
import { mostHeld } from './most-held'
import { createSeatTable, fewestBreaks } from './seat-breaks'
import { sidesOf } from './sides'
import type { TimetableProblem } from './timetable'

/** Breaks and prices of the best way to lay a seat's meetings, by trying all subsets of its slots. */
function fewestByTrying(
  usable: readonly number[],
  dayStarts: readonly number[],
  meetings: number,
  fewest: number,
  prices: readonly number[],
  reward: number,
): number {
  let least = Number.POSITIVE_INFINITY
  for (let set = 0; set < 1 << usable.length; set++) {
    const slots = usable.map((_, slot) => slot).filter((slot) => (set >> slot) & 1)
    if (slots.length < fewest || slots.length > meetings || slots.some((slot) => usable[slot] === 0)) continue
    const breaks = slots.filter((slot, i) => {
      const last = slots[i - 1]
      return (
        last !== undefined && slot > last + 1 && !dayStarts.some((start) => start > last && start <= slot)
      )
    }).length
    least = Math.min(
      least,
      slots.reduce((sum, slot) => sum + (prices[slot] ?? 0) - reward, breaks),
    )
  }
  return least
}

describe('fewestBreaks', () => {
  it('equals the best of all ways, and says which slots it uses', () => {
    const anySeat = fc.integer({ min: 1, max: 9 }).chain((slots) =>
      fc.record({
        usable: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: slots, maxLength: slots }),
        second: fc.integer({ min: 1, max: slots }),
        meetings: fc.integer({ min: 1, max: 6 }),
        drop: fc.integer({ min: 0, max: 3 }),
        prices: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: slots, maxLength: slots }),
        reward: fc.integer({ min: 0, max: 4 }),
      }),
    )
    fc.assert(
      fc.property(anySeat, ({ usable, second, meetings, drop, prices, reward }) => {
        const slots = usable.length
        const dayStarts = second < slots ? [0, second] : [0]
        const startsDay = Uint8Array.from(usable, (_, slot) => (dayStarts.includes(slot) ? 1 : 0))
        const halves = prices.map((price) => price / 2)
        const fewest = Math.max(0, meetings - drop)
        const table = createSeatTable(slots, 6)
        const week = { seat: 0, meetings, usable: Uint8Array.from(usable) }
        const found = fewestBreaks(table, week, startsDay, Float64Array.from(halves), fewest, reward / 2)
        expect(found).toBe(fewestByTrying(usable, dayStarts, meetings, fewest, halves, reward / 2))
        if (found === Number.POSITIVE_INFINITY) return
        const used = Array.from(table.used)
        expect(used.filter((one) => one === 1)).toHaveLength(table.laid)
        // Only the slots that it says remain: the cost is still the same.
        const own = fewestByTrying(used, dayStarts, table.laid, table.laid, halves, reward / 2)
        expect(own).toBe(found)
      }),
      { numRuns: 300 },
    )
  })
})

describe('the bounds of an event', () => {
  /** For each number of meetings left out, the fewest breaks of all plans that leave out as many. */
  function bestByTrying(problem: TimetableProblem): Map<number, number> {
    const best = new Map<number, number>()
    for (const slots of everyPlan(problem)) {
      const unscheduled = slots.filter((slot) => slot < 0).length
      const breaks = breaksOfSeats(problem, slots).reduce((a, b) => a + b, 0)
      best.set(unscheduled, Math.min(best.get(unscheduled) ?? Number.POSITIVE_INFINITY, breaks))
    }
    return best
  }

  it('never say more than the best of all plans', () => {
    fc.assert(
      fc.property(anyCrowdedTimetable({ meetings: 4, slots: 6 }), (problem) => {
        const domains = startDomains(problem)
        const best = bestByTrying(problem)
        const fewestLeftOut = Math.min(...best.keys())
        expect(problem.meetings.length - mostHeld(problem, domains)).toBeLessThanOrEqual(fewestLeftOut)
        const bound = new EventBound(problem, domains, fewestLeftOut)
        const breaks = best.get(fewestLeftOut) ?? 0
        for (let round = 0; round < 60; round++) bound.round(breaks + 1)
        expect(bound.value).toBeLessThanOrEqual(breaks)
      }),
      { numRuns: 150 },
    )
  })

  it('counts what the tables force', () => {
    // One buyer meets two sellers, the other three; the one table of the slots in the middle serves one of them.
    const meeting = (buyer: number, seller: number) => ({
      seats: [buyer, seller],
      session: null,
      fixed: null,
      preferred: [],
    })
    const problem: TimetableProblem = {
      slotCount: 4,
      dayStarts: [0],
      tables: [2, 1, 1, 2],
      sessions: [],
      seats: Array.from({ length: 7 }, (_, participant) => ({ participant, away: [] })),
      meetings: [meeting(0, 2), meeting(0, 3), meeting(1, 4), meeting(1, 5), meeting(1, 6)],
      precedences: [],
      minimumRest: 0,
      breakSpread: null,
    }
    const domains = startDomains(problem)
    expect(mostHeld(problem, domains)).toBe(5)
    const bound = new EventBound(problem, domains)
    for (let round = 0; round < 200 && !bound.settled; round++) bound.round(2)
    expect(bestByTrying(problem).get(0)).toBe(1)
    expect(bound.value).toBe(1)
  })

  it('sees the two sides of a hall, and that a ring of three has none', () => {
    const problem = (pairs: number[][]): TimetableProblem => ({
      slotCount: 1,
      dayStarts: [0],
      tables: [1],
      sessions: [],
      seats: [0, 1, 2, 3].map((participant) => ({ participant, away: [] })),
      meetings: pairs.map((seats) => ({ seats, session: null, fixed: null, preferred: [] })),
      precedences: [],
      minimumRest: 0,
      breakSpread: null,
    })
    expect(
      sidesOf(
        problem([
          [0, 1],
          [0, 2],
          [3, 2],
        ]),
      ),
    ).toEqual(Uint8Array.from([0, 1, 1, 0]))
    expect(
      sidesOf(
        problem([
          [3, 0],
          [3, 1],
          [3, 2],
        ]),
      ),
    ).toEqual(Uint8Array.from([1, 1, 1, 0]))
    expect(
      sidesOf(
        problem([
          [0, 1],
          [1, 2],
          [2, 0],
        ]),
      ),
    ).toBeNull()
    // Who is in pooled meetings alone is on no side of its own.
    expect(sidesOf(problem([[0, 1, 2]]))).toBeNull()
    expect(
      sidesOf(
        problem([
          [0, 1],
          [0, 2],
          [0, 1, 3],
        ]),
      ),
    ).toEqual(Uint8Array.from([0, 1, 1, 1]))
  })
})
