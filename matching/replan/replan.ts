import type { UnscheduledFact } from '../explain/explain-plan'
import type { SlotBlocker } from '../explain/explain-slot'
import type { TimetablePlan, TimetableProblem } from '../timetable/timetable'

/** A plan that is in force, what has happened since, and what may be done about it. Slots, seats and meetings
 * are indexes as in TimetableProblem; participants as in TimetableSeat. */
export interface ReplanRequest {
  problem: TimetableProblem
  /** The plan in force: the slot of each meeting, −1: not held. It breaks no hard constraint. */
  slots: readonly number[]
  /** Slots that are past or going on: nothing in them changes and nothing new comes into them. */
  frozenSlots: readonly number[]
  /** Meetings that were promised their slot: they have it or are not held at all. */
  locked: readonly number[]
  changes: readonly EventChange[]
  /** Who might meet besides, to fill what has come free. */
  waiting: WaitingPairs
  /** How many meetings more each participant may have, before the changes; missing: none. */
  quotaLeft: readonly number[]
  /** How many meetings may be moved that could as well stay. */
  mostMoves: number
}

export type EventChange =
  | { kind: 'cancelled'; meeting: number }
  /** Comes late: away before slot `until`. */
  | { kind: 'late'; seat: number; until: number }
  | { kind: 'away'; seat: number; slots: readonly number[] }
  /** `closed` tables fewer in each of the slots. */
  | { kind: 'tables-closed'; slots: readonly number[]; closed: number }
  /** Somebody new, with one list of times away a seat, who wants to meet these participants, dearest first. */
  | {
      kind: 'walk-in'
      participant: number
      seats: readonly (readonly number[])[]
      wants: readonly number[]
    }

/** Pairs of participants that aren't meeting yet, as columns of the same length. */
export interface WaitingPairs {
  count: number
  one: Int32Array
  other: Int32Array
  /** The higher the better; ≥ 0. */
  value: Float64Array | Int32Array
}

/** What changes for whom. `was`: index in the problem before, `meeting`: index in the option's problem. */
export type PlanChange =
  | { kind: 'cancelled'; was: number; seats: readonly number[]; from: number }
  | {
      kind: 'moved'
      was: number
      meeting: number
      seats: readonly number[]
      from: number
      to: number
      /** What now forbids the old slot; []: nothing, it saves breaks or makes room further on. */
      because: readonly SlotBlocker[]
    }
  /** Was held, or is wanted by a walk-in (`was` and `from` −1), and now isn't. */
  | {
      kind: 'not-held'
      was: number
      meeting: number
      seats: readonly number[]
      from: number
      because: UnscheduledFact
    }
  /** Was not held before and now is. */
  | { kind: 'placed'; was: number; meeting: number; seats: readonly number[]; to: number }
  /** New: from the waiting pairs (`waiting` is the row), or wanted by a walk-in (−1). */
  | { kind: 'added'; meeting: number; waiting: number; seats: readonly number[]; to: number }

/** A way to go on, which can be applied as it is. */
export interface ReplanOption {
  /** The event as it is now: without what was cancelled, with what was added. */
  problem: TimetableProblem
  /** For each of its meetings the index before; −1: new. */
  origin: readonly number[]
  plan: TimetablePlan
  changes: readonly PlanChange[]
  /** Meetings held before and after, in another slot. */
  moved: number
  /** New meetings that are held. */
  added: number
  /** Whether seats' breaks lie as near together as the problem demands: a cancelling alone can end that. */
  keepsSpread: boolean
}

export interface ReplanProgress {
  /** None is better in everything than another: fewest moves first. */
  options: readonly ReplanOption[]
  /** Index of the one that leaves out fewest, then moves fewest, then has fewest broken wishes and breaks. */
  recommended: number
  /** Meetings that can't stay where they are, whatever is done. */
  displaced: number
  /** Changes that came too late: a cancelled meeting in a frozen slot, by index in the request. */
  tooLate: readonly number[]
  /** Wishes of walk-ins that were not tried, as the other has no meeting left to give. */
  quotaUsedUp: readonly { participant: number; wanted: number }[]
  steps: number
}
