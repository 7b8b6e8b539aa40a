import type { AnnealingState } from '../timetable/annealing-state'
import type { ChainInsertion } from './chain-insertion'
import { type Draft, keepHeld, openDraft, PRICES, withMeetings } from './draft'
import { openRows, refill } from './refill'
import type { ReplanRequest, WaitingPairs } from './replan'
import type { Situation } from './situation'

/** Others that go out of a meeting's way at most. */
const BLOCKERS = 3
/** Waiting pairs that are tried with chains for each participant that may still have a meeting. */
const TRIED_PAIRS = 6

/** What the steps of mending are about. */
export interface Mending {
  request: ReplanRequest
  situation: Situation
  seed: number
  /** How many meetings may be in another slot than before. */
  mostMoved: number
}

/** Everybody without a slot gets one that is free, if there is one; nobody who could stay moves. */
export function placeDirectly({ request, situation, seed }: Mending, draft: Draft): Draft {
  if (situation.displaced === 0 && !draft.slots.includes(-1)) return draft
  const { state, insertion } = openDraft(draft, situation, seed)
  for (const meeting of leftOut(request, draft, state)) insertion.direct(meeting)
  return { ...draft, slots: Array.from(state.slotOf) }
}

/** With the waiting pairs that fit as it is. */
export function fillDirectly({ request, situation }: Mending, draft: Draft): Draft {
  const found = refill({ ...situation, problem: draft.problem }, draft.slots, request.waiting)
  return withMeetings(draft, situation.isFrozen, found)
}

/** Those who are left out get a slot for which others make room, as long as not too many move. */
export function placeByChains(mending: Mending, draft: Draft): Draft {
  if (!draft.slots.includes(-1)) return draft
  const { state, insertion } = openDraft(draft, mending.situation, mending.seed)
  for (const meeting of leftOut(mending.request, draft, state)) {
    tryChains(mending, draft, state, insertion, meeting)
  }
  return { ...draft, slots: Array.from(state.slotOf) }
}

/** With waiting pairs for which others make room, the dearest of each participant first. */
export function fillByChains(mending: Mending, draft: Draft): Draft {
  const { waiting } = mending.request
  const quota = quotaAfter(mending, draft)
  const rows = worthTrying(draft, waiting, quota)
  if (rows.length === 0) return draft
  const added = rows.map((row) => ({ waiting: row, seats: seatsFor(draft, waiting, row), slot: -1 }))
  const all = withMeetings(draft, mending.situation.isFrozen, added)
  const { state, insertion } = openDraft(all, mending.situation, mending.seed)
  const first = draft.slots.length
  rows.forEach((row, i) => {
    const both = [waiting.one[row] as number, waiting.other[row] as number]
    if (both.some((participant) => (quota[participant] ?? 0) < 1)) return
    if (!tryChains(mending, all, state, insertion, first + i)) return
    for (const participant of both) quota[participant] = (quota[participant] ?? 0) - 1
  })
  return keepHeld(all, Array.from(state.slotOf), first)
}

/** How many meetings that were held are in another slot now. */
export function countMoved({ slots }: ReplanRequest, { origin }: Draft, now: ArrayLike<number>): number {
  return origin.filter((was, meeting) => {
    const from = was < 0 ? -1 : (slots[was] ?? -1)
    const to = now[meeting] as number
    return from >= 0 && to >= 0 && from !== to
  }).length
}

/** The meetings without a slot: who had one and lost it, who never had one, walk-ins' wishes. */
function leftOut({ slots }: ReplanRequest, { origin }: Draft, state: AnnealingState): number[] {
  const rank = (meeting: number) => {
    const was = origin[meeting] ?? -1
    return was < 0 ? 2 : (slots[was] ?? -1) >= 0 ? 0 : 1
  }
  const left = Array.from(state.unscheduled.list.subarray(0, state.unscheduled.count))
  return left.sort((a, b) => rank(a) - rank(b) || a - b)
}

function tryChains(
  { request, mostMoved }: Mending,
  draft: Draft,
  state: AnnealingState,
  insertion: ChainInsertion,
  meeting: number,
): boolean {
  if (insertion.direct(meeting)) return true
  const spare = mostMoved - countMoved(request, draft, state.slotOf)
  return spare > 0 && insertion.insert(meeting, BLOCKERS, (spare + 0.5) * PRICES.moved)
}

function worthTrying(draft: Draft, waiting: WaitingPairs, quota: readonly number[]): number[] {
  const count = new Map<number, number>()
  const rows = openRows(draft.problem, waiting, quota)
  rows.sort((a, b) => (waiting.value[b] as number) - (waiting.value[a] as number) || a - b)
  return rows.filter((row) => {
    const both = [waiting.one[row] as number, waiting.other[row] as number]
    if (both.some((participant) => (count.get(participant) ?? 0) >= TRIED_PAIRS)) return false
    for (const participant of both) count.set(participant, (count.get(participant) ?? 0) + 1)
    return true
  })
}

function quotaAfter({ request, situation }: Mending, draft: Draft): number[] {
  const quota = [...situation.quotaLeft]
  for (const row of draft.waiting) {
    if (row < 0) continue
    for (const side of [request.waiting.one, request.waiting.other]) {
      const participant = side[row] as number
      quota[participant] = (quota[participant] ?? 0) - 1
    }
  }
  return quota
}

/** The seats of a pair, of each participant the one with the fewest meetings. */
function seatsFor({ problem }: Draft, waiting: WaitingPairs, row: number): number[] {
  return [waiting.one[row] as number, waiting.other[row] as number].map((participant) => {
    const own = problem.seats.flatMap((seat, index) => (seat.participant === participant ? [index] : []))
    const count = (seat: number) => problem.meetings.filter(({ seats }) => seats.includes(seat)).length
    return own.length < 2 ? (own[0] as number) : (own.toSorted((a, b) => count(a) - count(b))[0] as number)
  })
}
