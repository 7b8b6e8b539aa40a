import { createRandom } from '../random'
import { AnnealingState } from '../timetable/annealing-state'
import { isPossible } from '../timetable/first-plan'
import { PathMove } from '../timetable/path-move'
import type { TimetableProblem } from '../timetable/timetable'
import { ChainInsertion } from './chain-insertion'
import type { Situation } from './situation'

/** Left out ≫ moved ≫ broken wishes ≫ breaks. */
export const PRICES = { unscheduled: 1000, moved: 30, wish: 6, idle: 0, unfair: 0, fairBreaks: 2 }

/** A plan with the meetings that it is about; all lists are by meeting. */
export interface Draft {
  problem: TimetableProblem
  /** Index before; −1: new. */
  origin: number[]
  /** The row of the waiting pairs that it comes from; −1: none. */
  waiting: number[]
  domains: number[][]
  /** Where each meeting was and could stay; −1: nowhere. */
  home: number[]
  slots: number[]
}

export function firstDraft({ problem, origin, domains, slots }: Situation): Draft {
  return { problem, origin, waiting: origin.map(() => -1), domains, home: slots, slots }
}

/** The same with more meetings, each in its slot or (−1) not held. */
export function withMeetings(
  draft: Draft,
  isFrozen: Uint8Array,
  added: readonly { waiting: number; seats: readonly number[]; slot: number }[],
): Draft {
  const { problem } = draft
  const freeSlots = (seats: readonly number[]): number[] => {
    const away = new Set(seats.flatMap((seat) => problem.seats[seat]?.away ?? []))
    return problem.tables.flatMap((count, slot) => {
      return count > 0 && isFrozen[slot] === 0 && !away.has(slot) ? [slot] : []
    })
  }
  const meetings = added.map(({ seats }) => ({ seats, session: null, fixed: null, preferred: [] }))
  return {
    problem: { ...problem, meetings: [...problem.meetings, ...meetings] },
    origin: [...draft.origin, ...added.map(() => -1)],
    waiting: [...draft.waiting, ...added.map(({ waiting }) => waiting)],
    domains: [...draft.domains, ...added.map(({ seats }) => freeSlots(seats))],
    home: [...draft.home, ...added.map(() => -1)],
    slots: [...draft.slots, ...added.map(({ slot }) => slot)],
  }
}

/** The same with other slots, without those of the meetings from `first` on that aren't held. */
export function keepHeld(draft: Draft, slots: readonly number[], first: number): Draft {
  const stays = <T>(list: readonly T[]) => list.filter((_, i) => i < first || (slots[i] ?? -1) >= 0)
  return {
    problem: { ...draft.problem, meetings: stays(draft.problem.meetings) },
    origin: stays(draft.origin),
    waiting: stays(draft.waiting),
    domains: stays(draft.domains),
    home: stays(draft.home),
    slots: stays(slots),
  }
}

/** Sets the draft up to be worked on: what is pinned first, then those with the fewest other slots. */
export function openDraft(draft: Draft, { pinned, isFrozen }: Situation, seed: number) {
  const { slots, domains, home } = draft
  const state = new AnnealingState(draft.problem, domains, PRICES, home)
  const freedom = (meeting: number) => (pinned[meeting] === 1 ? -1 : (domains[meeting]?.length ?? 0))
  const order = slots.map((_, meeting) => meeting).sort((a, b) => freedom(a) - freedom(b) || a - b)
  for (const meeting of order) {
    const slot = slots[meeting] as number
    // In a frozen slot is what is there, whatever has become of the tables.
    if (slot >= 0 && (isFrozen[slot] === 1 || isPossible(state, meeting, slot))) state.put(meeting, slot)
  }
  const insertion = new ChainInsertion(state, new PathMove(state, createRandom(seed)))
  return { state, insertion }
}
