import { meetingsOfSeats } from './domains'
import type { TimetableProblem } from './timetable'

/**
 * For each meeting one of its seats, so that few seats own all of them: the seat with the most meetings left
 * takes them, again and again (the greedy cover). Sellers and buyers make nearly two sides, so that the smaller
 * one owns nearly all, and a slot's meetings are counted by the busy ones of a few seats.
 */
export function ownersOfMeetings(problem: TimetableProblem): Int32Array {
  const own = meetingsOfSeats(problem)
  const owners = new Int32Array(problem.meetings.length).fill(-1)
  const left = own.map((meetings) => meetings.length)
  for (;;) {
    let seat = -1
    for (let other = 0; other < own.length; other++) {
      if ((left[other] as number) > 0 && (seat < 0 || (left[other] as number) > (left[seat] as number)))
        seat = other
    }
    if (seat < 0) return owners
    for (const meeting of own[seat] ?? []) {
      if ((owners[meeting] as number) >= 0) continue
      owners[meeting] = seat
      for (const other of problem.meetings[meeting]?.seats ?? []) left[other] = (left[other] as number) - 1
    }
  }
}
