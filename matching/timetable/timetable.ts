/**
 * The timetable's model: data in, plan out. A seat is one person who can be in one meeting at a time; a
 * participant with two seats has two of them. Slots are numbered 0 … slotCount − 1 in time order over all
 * days; a slot that nobody can use (a prayer) is left out of the numbering, so that it makes no break.
 */
export interface TimetableProblem {
  slotCount: number
  /** The first slot of each day, ascending, beginning with 0. A break never spans two days. */
  dayStarts: readonly number[]
  /** How many meetings can be held at once, for each slot. */
  tables: readonly number[]
  sessions: readonly TimetableSession[]
  seats: readonly TimetableSeat[]
  meetings: readonly TimetableMeeting[]
  /** Meetings by index; `before` must be strictly earlier than `after` when both are held. */
  precedences: readonly { before: number; after: number }[]
  /** Free slots that a seat needs between two of its meetings of one day; 0: none. */
  minimumRest: number
  /** How far two seats' numbers of breaks may lie apart; null: no such rule. */
  breakSpread: number | null
}

/** A named part of the event: morning, day 2, the export hour. */
export interface TimetableSession {
  name: string
  slots: readonly number[]
}

export interface TimetableSeat {
  /** Whose seat it is: an index that the caller gives; several seats may have the same. */
  participant: number
  /** Slots in which this person can't meet. */
  away: readonly number[]
}

export interface TimetableMeeting {
  /** Two different seats; more for a pooled meeting (one buyer with several sellers). */
  seats: readonly number[]
  /** Index of the session it must be in; null: any. */
  session: number | null
  /** The slot that it must have; null: free. */
  fixed: number | null
  /** Slots that its people would rather have; empty: no wish. A meeting elsewhere is a broken wish. */
  preferred: readonly number[]
}

/** What can forbid a slot to a meeting, by name. */
export type TimetableConstraint =
  | 'session'
  | 'fixed'
  | 'away'
  | 'seat-busy'
  | 'table-full'
  | 'precedence'
  | 'rest'
  | 'break-spread'

/** Which slot each meeting has; −1: not held. The order of aims is unscheduled ≫ broken wishes ≫ breaks. */
export interface TimetablePlan {
  slots: readonly number[]
  unscheduled: number
  brokenWishes: number
  /** Over all seats: gaps between two meetings of one day that are not in adjacent slots. */
  breaks: number
}

/** How good the best plan so far is, told while a solver goes on. */
export interface TimetableProgress {
  /** The best plan so far; null: none yet. */
  plan: TimetablePlan | null
  /** No timetable that holds all meetings has fewer breaks. */
  lowerBound: number
  /** 'optimal': the plan can't be bettered; 'infeasible': no timetable holds all meetings. */
  proven: 'optimal' | 'infeasible' | null
  /** Steps of work done since the start: the same seed and number of steps give the same plan. */
  steps: number
}

/** A solver that is told how much to do and knows no clock. */
export interface TimetableSolver {
  /** Works on by about `steps` steps, less when it is done. */
  advance(steps: number): TimetableProgress
}
