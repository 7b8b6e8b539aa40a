import { breaksOfSeats } from '../timetable/count-plan'
import type { TimetableProblem } from '../timetable/timetable'

/** Passes over all meetings; each ends when nothing got better, mostly after two. */
const MOST_PASSES = 6

/**
 * A timetable of one person (seat 0, one table a slot) with its meetings moved one by one to earlier slots, as
 * far as that gives neither more breaks nor more days. Fixed meetings stay, those that aren't held as well.
 */
export function settleEarly(problem: TimetableProblem, planned: readonly number[]): number[] {
  const slots = [...planned]
  const dayOf = (slot: number) => problem.dayStarts.findLastIndex((start) => start <= slot)
  const priceOf = () => {
    const breaks = breaksOfSeats(problem, slots)[0] ?? 0
    const days = new Set(slots.filter((slot) => slot >= 0).map(dayOf)).size
    const sum = slots.reduce((total, slot) => total + Math.max(0, slot), 0)
    return [breaks, days, sum] as const
  }
  const away = problem.seats.map((seat) => new Set(seat.away))
  let price = priceOf()
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let isBetter = false
    for (const [meeting, { seats, fixed }] of problem.meetings.entries()) {
      const before = slots[meeting] ?? -1
      if (fixed !== null || before < 0) continue
      let best = before
      for (let slot = 0; slot < problem.slotCount; slot++) {
        if (slots.includes(slot) || seats.some((seat) => away[seat]?.has(slot))) continue
        slots[meeting] = slot
        const moved = priceOf()
        if (isLess(moved, price)) {
          price = moved
          best = slot
          isBetter = true
        }
      }
      slots[meeting] = best
    }
    if (!isBetter) break
  }
  return slots
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (const [i, value] of a.entries()) {
    const other = b[i] ?? 0
    if (value !== other) return value < other
  }
  return false
}
