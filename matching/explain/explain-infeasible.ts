import { startDomains, tightenDomains } from '../timetable/domains'
import type { TimetableConstraint, TimetableProblem } from '../timetable/timetable'

/** Constraints of one kind that can't all be held together with the others, and what they are about. */
export interface InfeasibleFact {
  /** None of them can be left out: without it these meetings could be held, as far as the proof sees. */
  constraints: TimetableConstraint[]
  /** Meetings that can't all be held, by index; without any one of them the others could. */
  meetings: number[]
  /** Seats that at least two of the meetings share; where it is one, that is who has too much to do. */
  seats: number[]
  /** Slots that the meetings' own sessions, fixed slots and times away leave them, together. */
  slots: number[]
  /** False: the number of proofs ran out, so that something named may not be needed. */
  isMinimal: boolean
}

/** Tells whether a problem is proved to have no timetable of all its meetings; false: not proved. */
export type InfeasibilityProof = (problem: TimetableProblem) => boolean

/** Matchings and flows alone (`tightenDomains`): quick, and enough for most of what organisers type. */
const provesByMatching: InfeasibilityProof = (problem) => tightenDomains(problem).conflict !== null

const MOST_PROOFS = 400

/**
 * Why no timetable holds all meetings, as few constraints and meetings as can be said: a deletion filter
 * (Chinneck and Dravnieks, ORSA Journal on Computing 1991) first over the meetings, by halves and then one by
 * one, and then over the kinds of constraints. Null where `proves` doesn't prove the problem infeasible.
 */
export function explainInfeasible(
  problem: TimetableProblem,
  proves: InfeasibilityProof = provesByMatching,
): InfeasibleFact | null {
  if (!proves(problem)) return null
  let proofs = 0
  const stillFails = (smaller: TimetableProblem) => proofs++ < MOST_PROOFS && proves(smaller)

  let meetings = startWith(problem)
  if (meetings.length < problem.meetings.length && !stillFails(restrict(problem, meetings))) {
    meetings = problem.meetings.map((_, meeting) => meeting)
  }
  for (let size = Math.ceil(meetings.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < meetings.length; ) {
      const without = [...meetings.slice(0, at), ...meetings.slice(at + size)]
      if (without.length > 0 && stillFails(restrict(problem, without))) meetings = without
      else at += size
    }
  }

  let part = restrict(problem, meetings)
  const constraints: TimetableConstraint[] = []
  for (const [constraint, relax] of RELAXATIONS) {
    const relaxed = relax(part)
    if (relaxed === part) continue
    if (stillFails(relaxed)) part = relaxed
    else constraints.push(constraint)
  }
  const counts = new Map<number, number>()
  for (const meeting of meetings) {
    for (const seat of problem.meetings[meeting]?.seats ?? []) counts.set(seat, (counts.get(seat) ?? 0) + 1)
  }
  const slots = new Set(startDomains(restrict(problem, meetings)).flat())
  return {
    constraints,
    meetings,
    seats: [...counts].flatMap(([seat, count]) => (count > 1 ? [seat] : [])).sort((a, b) => a - b),
    slots: [...slots].sort((a, b) => a - b),
    isMinimal: proofs <= MOST_PROOFS,
  }
}

/** The meetings that the quick filter names, or all. */
function startWith(problem: TimetableProblem): number[] {
  const { conflict } = tightenDomains(problem)
  return conflict
    ? [...new Set(conflict.meetings)].sort((a, b) => a - b)
    : problem.meetings.map((_, meeting) => meeting)
}

/** The problem of some of its meetings alone, in their order. */
function restrict(problem: TimetableProblem, meetings: readonly number[]): TimetableProblem {
  const index = new Map(meetings.map((meeting, at) => [meeting, at]))
  return {
    ...problem,
    meetings: meetings.flatMap((meeting) => problem.meetings[meeting] ?? []),
    precedences: problem.precedences.flatMap(({ before, after }) => {
      const [first, second] = [index.get(before), index.get(after)]
      return first === undefined || second === undefined ? [] : [{ before: first, after: second }]
    }),
  }
}

type Relaxation = (problem: TimetableProblem) => TimetableProblem

/** How to do without each constraint; the problem itself where it has none of it. */
const RELAXATIONS: readonly [TimetableConstraint, Relaxation][] = [
  ['break-spread', (problem) => (problem.breakSpread === null ? problem : { ...problem, breakSpread: null })],
  ['rest', (problem) => (problem.minimumRest === 0 ? problem : { ...problem, minimumRest: 0 })],
  ['precedence', (problem) => (problem.precedences.length === 0 ? problem : { ...problem, precedences: [] })],
  ['table-full', (problem) => ({ ...problem, tables: problem.tables.map(() => problem.meetings.length) })],
  [
    'session',
    (problem) =>
      problem.meetings.every(({ session }) => session === null)
        ? problem
        : { ...problem, meetings: problem.meetings.map((meeting) => ({ ...meeting, session: null })) },
  ],
  [
    'fixed',
    (problem) =>
      problem.meetings.every(({ fixed }) => fixed === null)
        ? problem
        : { ...problem, meetings: problem.meetings.map((meeting) => ({ ...meeting, fixed: null })) },
  ],
  [
    'away',
    (problem) =>
      problem.seats.every(({ away }) => away.length === 0)
        ? problem
        : { ...problem, seats: problem.seats.map((seat) => ({ ...seat, away: [] })) },
  ],
  ['seat-busy', ownSeats],
]

/** Each meeting with seats of its own, away when the shared ones are. */
function ownSeats(problem: TimetableProblem): TimetableProblem {
  const seats = problem.meetings.flatMap((meeting) =>
    meeting.seats.map((seat) => problem.seats[seat] ?? { participant: -1, away: [] }),
  )
  let next = 0
  return {
    ...problem,
    seats,
    meetings: problem.meetings.map((meeting) => ({ ...meeting, seats: meeting.seats.map(() => next++) })),
  }
}
