import { meetingsOfSeats } from './domains'
import type { TimetableProblem } from './timetable'

/** For each seat 0 or 1: which of two sides it is on. */
export type Sides = Uint8Array

/**
 * Two sides, as buyers and sellers are: each meeting has one seat on side 0 and its others on side 1. In each
 * part that hangs together by meetings of two, 0 is the smaller side. Null: there are none (a ring of an odd
 * number of meetings, or a pooled meeting that doesn't go with this).
 */
export function sidesOf(problem: TimetableProblem): Sides | null {
  const { seats, meetings } = problem
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
        const people = meetings[meeting]?.seats ?? []
        if (people.length !== 2) continue
        const other = (people[0] === seat ? people[1] : people[0]) as number
        if (side[other] === -1) {
          side[other] = opposite
          ones += opposite
          part.push(other)
        } else if (side[other] !== opposite) return null
      }
    }
    if (ones * 2 < part.length) for (const seat of part) side[seat] = 1 - (side[seat] as number)
  }
  const fits = meetings.every((meeting) => meeting.seats.filter((seat) => side[seat] === 0).length === 1)
  return fits ? Uint8Array.from(side) : null
}
