import { breaksOfSeats } from '../timetable/count-plan'
import type { TimetableProblem } from '../timetable/timetable'

/** Moves that only make sense together, and what they buy. */
export interface MoveGroup {
  meetings: number[]
  /** Breaks fewer. */
  saved: number
}

/**
 * The difference between two plans of the same meetings as groups that can be done or left one by one: meetings
 * that share a seat, or a precedence, are in one group. Best buy first: breaks saved a move. Groups that save
 * nothing are left away.
 */
export function splitMoves(
  problem: TimetableProblem,
  from: readonly number[],
  to: readonly number[],
): MoveGroup[] {
  const parent = problem.meetings.map((_, meeting) => meeting)
  const rootOf = (meeting: number): number => {
    let root = meeting
    while (parent[root] !== root) root = parent[root] as number
    parent[meeting] = root
    return root
  }
  const isMoved = (meeting: number) => from[meeting] !== to[meeting]
  const firstOfSeat = new Map<number, number>()
  problem.meetings.forEach(({ seats }, meeting) => {
    if (!isMoved(meeting)) return
    for (const seat of seats) {
      const first = firstOfSeat.get(seat)
      if (first === undefined) firstOfSeat.set(seat, meeting)
      else parent[rootOf(meeting)] = rootOf(first)
    }
  })
  for (const { before, after } of problem.precedences) {
    if (isMoved(before) && isMoved(after)) parent[rootOf(before)] = rootOf(after)
  }
  const breaksBefore = breaksOfSeats(problem, from)
  const breaksAfter = breaksOfSeats(problem, to)
  const groups = new Map<number, MoveGroup>()
  problem.meetings.forEach((_, meeting) => {
    if (!isMoved(meeting)) return
    const root = rootOf(meeting)
    const group = groups.get(root) ?? { meetings: [], saved: 0 }
    group.meetings.push(meeting)
    groups.set(root, group)
  })
  for (const [seat, meeting] of firstOfSeat) {
    const group = groups.get(rootOf(meeting))
    if (group) group.saved += (breaksBefore[seat] ?? 0) - (breaksAfter[seat] ?? 0)
  }
  return [...groups.values()]
    .filter(({ saved }) => saved > 0)
    .sort((a, b) => b.saved / b.meetings.length - a.saved / a.meetings.length)
}
