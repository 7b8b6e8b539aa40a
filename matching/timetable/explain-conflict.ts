import { type Conflict, tightenDomains } from './domains'
import type { TimetableConstraint, TimetableProblem } from './timetable'

/** One thing that could be given up so that all meetings can be held again. */
export interface Reason {
  constraint: TimetableConstraint
  /** The meeting that is held too much, for 'fixed' and 'session', and the later one of a precedence. */
  meeting: number | null
  /** The earlier meeting of a precedence. */
  before: number | null
  /** The seat that is away. */
  seat: number | null
}

/** Constraints that can't hold together; without any one of them the filter finds no contradiction more. */
export interface Explanation {
  conflict: Conflict
  reasons: Reason[]
}

/**
 * Why the filters see no timetable: the meetings concerned with a smallest set of constraints, by leaving out
 * one after another while the contradiction stays (deletion: Chinneck and Dravnieks, 1991). null: they see none.
 */
export function explainConflict(problem: TimetableProblem): Explanation | null {
  const first = tightenDomains(problem).conflict
  if (!first) return null
  let conflict = first
  let reasons = reasonsOf(problem)
  // Large pieces first: most constraints of an event have nothing to do with it.
  for (let size = Math.ceil(reasons.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < reasons.length; ) {
      const fewer = reasons.filter((_, i) => i < from || i >= from + size)
      const still = tightenDomains(keepOnly(problem, fewer)).conflict
      if (still) {
        reasons = fewer
        conflict = still
      } else from += size
    }
  }
  return { conflict, reasons }
}

function reasonsOf(problem: TimetableProblem): Reason[] {
  const none = { meeting: null, before: null, seat: null }
  return [
    ...problem.precedences.map(({ before, after }) => ({
      constraint: 'precedence' as const,
      meeting: after,
      before,
      seat: null,
    })),
    ...problem.meetings.flatMap(({ fixed, session }, meeting) => [
      ...(fixed === null ? [] : [{ ...none, constraint: 'fixed' as const, meeting }]),
      ...(session === null ? [] : [{ ...none, constraint: 'session' as const, meeting }]),
    ]),
    ...problem.seats.flatMap(({ away }, seat) =>
      away.length === 0 ? [] : [{ ...none, constraint: 'away' as const, seat }],
    ),
  ]
}

/** The problem with no constraint of these kinds but those of `reasons`. */
function keepOnly(problem: TimetableProblem, reasons: readonly Reason[]): TimetableProblem {
  const keys = new Set(reasons.map(keyOf))
  const has = (reason: Partial<Reason> & Pick<Reason, 'constraint'>) =>
    keys.has(keyOf({ meeting: null, before: null, seat: null, ...reason }))
  return {
    ...problem,
    seats: problem.seats.map((one, seat) => (has({ constraint: 'away', seat }) ? one : { ...one, away: [] })),
    meetings: problem.meetings.map((one, meeting) => ({
      ...one,
      fixed: has({ constraint: 'fixed', meeting }) ? one.fixed : null,
      session: has({ constraint: 'session', meeting }) ? one.session : null,
    })),
    precedences: problem.precedences.filter(({ before, after }) =>
      has({ constraint: 'precedence', meeting: after, before }),
    ),
  }
}

function keyOf({ constraint, meeting, before, seat }: Reason): string {
  return `${constraint} ${meeting} ${before} ${seat}`
}
