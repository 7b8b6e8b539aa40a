import type { TimetablePlan, TimetableProblem } from './timetable'

/** The day of each slot, by index. */
export function daysOfSlots(problem: Pick<TimetableProblem, 'slotCount' | 'dayStarts'>): number[] {
  const days: number[] = []
  let day = -1
  for (let slot = 0; slot < problem.slotCount; slot++) {
    if (problem.dayStarts[day + 1] === slot) day++
    days.push(Math.max(day, 0))
  }
  return days
}

/** Each seat's slots in use, ascending, by the plan `slots` (−1: not held). */
export function slotsOfSeats(problem: TimetableProblem, slots: readonly number[]): number[][] {
  const used: number[][] = problem.seats.map(() => [])
  problem.meetings.forEach((meeting, index) => {
    const slot = slots[index] ?? -1
    if (slot >= 0) for (const seat of meeting.seats) used[seat]?.push(slot)
  })
  for (const own of used) own.sort((a, b) => a - b)
  return used
}

/** Each seat's number of breaks: gaps between two of its meetings of one day that aren't in adjacent slots. */
export function breaksOfSeats(problem: TimetableProblem, slots: readonly number[]): number[] {
  const days = daysOfSlots(problem)
  return slotsOfSeats(problem, slots).map(
    (own) =>
      own.filter((slot, i) => {
        const last = own[i - 1]
        return last !== undefined && slot > last + 1 && days[slot] === days[last]
      }).length,
  )
}

/** The plan's values counted afresh from its slots. */
export function countPlan(problem: TimetableProblem, slots: readonly number[]): TimetablePlan {
  return {
    slots: [...slots],
    unscheduled: problem.meetings.filter((_, meeting) => (slots[meeting] ?? -1) < 0).length,
    brokenWishes: problem.meetings.filter(({ preferred }, meeting) => {
      const slot = slots[meeting] ?? -1
      return slot >= 0 && preferred.length > 0 && !preferred.includes(slot)
    }).length,
    breaks: breaksOfSeats(problem, slots).reduce((sum, breaks) => sum + breaks, 0),
  }
}
