import type { Domains } from './domains'
import { weeksOf } from './event-bound'
import { sidesOf } from './sides'
import type { TimetableProblem } from './timetable'

/**
 * No timetable holds more meetings than this: a flow from the seats of the smaller side (as much as each has
 * meetings) over slots (one a seat and slot that some meeting of it can use) to tables, by augmenting paths
 * (Ford and Fulkerson). Without two sides only the tables are counted.
 */
export function mostHeld(problem: TimetableProblem, domains: Domains): number {
  const movable = domains.filter((slots) => slots.length > 0).length
  const sides = sidesOf(problem)
  if (sides === null) {
    const tables = problem.tables.reduce((sum, count) => sum + count, 0)
    return Math.min(movable, tables)
  }
  const own = weeksOf(problem, domains).filter(({ seat }) => sides[seat] === 0)
  return Math.min(movable, flowToTables(own, problem.tables))
}

function flowToTables(
  weeks: readonly { meetings: number; usable: Uint8Array }[],
  tables: readonly number[],
): number {
  const slots = tables.length
  const left = Int32Array.from(tables)
  const taken = weeks.map(() => new Uint8Array(slots))
  const cameFrom = new Int32Array(slots)
  const seatBefore = new Int32Array(slots)
  let flow = 0
  weeks.forEach((week, index) => {
    for (let meeting = 0; meeting < week.meetings; meeting++) {
      // Breadth first over slots: a seat in a full slot may go to another of its slots.
      cameFrom.fill(-2)
      const queue: number[] = []
      const reach = (seat: number, from: number) => {
        for (let t = 0; t < slots; t++) {
          if (cameFrom[t] !== -2 || weeks[seat]?.usable[t] !== 1 || taken[seat]?.[t] === 1) continue
          cameFrom[t] = from
          seatBefore[t] = seat
          queue.push(t)
        }
      }
      reach(index, -1)
      let free = -1
      for (let i = 0; i < queue.length && free < 0; i++) {
        const slot = queue[i] as number
        if ((left[slot] as number) > 0) free = slot
        else {
          taken.forEach((own, seat) => {
            if (own[slot] === 1) reach(seat, slot)
          })
        }
      }
      if (free < 0) break
      left[free] = (left[free] as number) - 1
      for (let slot = free; slot >= 0; ) {
        const own = taken[seatBefore[slot] as number]
        const from = cameFrom[slot] as number
        if (own) {
          own[slot] = 1
          if (from >= 0) own[from] = 0
        }
        slot = from
      }
      flow++
    }
  })
  return flow
}
