import { meetingsOfSeats } from './domains'
import type { TimetableProblem } from './timetable'

/** For each seat 0 or 1: which of two sides it is on. */
export type Sides = Uint8Array

/**
 * Two sides of which each meeting has one seat each, as buyers and sellers are; null: there are none (a ring of
 * an odd number of meetings, or a pooled meeting). In each part that hangs together 0 is the smaller side.
 */
export function sidesOf(problem: TimetableProblem): Sides | null {
  const { seats, meetings } = problem
  if (meetings.some((meeting) => meeting.seats.length !== 2)) return null
  const own = meetingsOfSeats(problem)
  const side = new Int8Array(seats.length).fill(-1)
  for (const start of side.keys()) {
    if (side[start] !== -1) continue
    side[start] = 0
    const part = [start]
    let ones = 0
    for (const seat of part) {
      const opposite = 1 - (side[seat] as number)
      for (const meeting of own[seat] ?? []) {
        const [a = seat, b = seat] = meetings[meeting]?.seats ?? []
        const other = a === seat ? b : a
        if (side[other] === -1) {
          side[other] = opposite
          ones += opposite
          part.push(other)
        } else if (side[other] !== opposite) return null
      }
    }
    if (ones * 2 < part.length) for (const seat of part) side[seat] = 1 - (side[seat] as number)
  }
  return Uint8Array.from(side)
}
