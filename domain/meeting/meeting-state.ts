import type { MeetingEventKind, MeetingSide, MeetingState, OutcomeKind } from '../shared/enums'
import { MEETING_ACTIONS, type MeetingAction } from './meeting-view'
import type { Slot } from './slots'

const HOUR_MS = 3_600_000

/** How long a request waits for its answer at the most, and at the least. */
const REQUEST_MS = 48 * HOUR_MS
const SHORTEST_REQUEST_MS = HOUR_MS
/** A request ends this long before the time that it asks for. */
const QUIET_MS = 2 * HOUR_MS
/** How soon and how far ahead a time can be asked for. */
const SOONEST_MS = 2 * HOUR_MS
const FARTHEST_MS = 180 * 24 * HOUR_MS

/** Minutes of a meeting with an organisation that has not said how long it meets. */
export const DEFAULT_MINUTES = 20

/** Requests are made by the side that needs the goods. */
export const ASKING_SIDE: MeetingSide = 'guest'

/** What decides about a meeting. A proposal is `by` one side and waits for the other's yes. */
export interface MeetingFacts extends Slot {
  state: MeetingState
  expiresAt: Date | null
  proposal: (Slot & { by: MeetingSide }) | null
}

/** What somebody, or the time, wants to do with a meeting. */
export type MeetingChange =
  | { kind: 'accept' | 'decline' | 'withdraw' | 'cancel' | 'accept-move' | 'decline-move' | 'expire' }
  /** `atOnce`: the time is one that the host has published for instant booking. */
  | { kind: 'move'; to: Slot; atOnce: boolean }
  | { kind: 'tell-outcome'; outcome: OutcomeKind }

export interface MeetingStep {
  facts: MeetingFacts
  event: MeetingEventKind
  /** A calendar that holds the meeting has to learn of it: SEQUENCE rises. */
  calendarChanges: boolean
}

/** The state as it is for a reader: a request that has run out is expired, written down or not. */
export function stateAt({ state, expiresAt }: Pick<MeetingFacts, 'state' | 'expiresAt'>, now: Date) {
  return state === 'requested' && expiresAt !== null && expiresAt <= now ? 'expired' : state
}

export const isOver = ({ endsAt }: Pick<Slot, 'endsAt'>, now: Date) => endsAt <= now

/** Whether a meeting or a request stands in the way of another one about the same need. */
export function isOpen(facts: Pick<MeetingFacts, 'state' | 'expiresAt' | 'endsAt'>, now: Date): boolean {
  const state = stateAt(facts, now)
  return state === 'requested' || (state === 'booked' && !isOver(facts, now))
}

/** Whether the parties can still write to each other: nobody gives its number for ever for a request that came to nothing. */
export const mayChat = (state: MeetingState) =>
  state !== 'declined' && state !== 'withdrawn' && state !== 'expired'

/** The proposal that still waits for an answer: its time lies ahead, and so does the meeting's end. */
export function openProposal(facts: MeetingFacts, now: Date): MeetingFacts['proposal'] {
  const { proposal } = facts
  return proposal && proposal.startsAt > now && isOpen(facts, now) ? proposal : null
}

export type TimeProblem = 'past' | 'too-soon' | 'too-far'

/** Why a time cannot be asked for; null: it can. Times that are booked at once follow the host's own rules. */
export function timeProblem(startsAt: Date, now: Date): TimeProblem | null {
  const ahead = startsAt.getTime() - now.getTime()
  if (!(ahead > 0)) return 'past'
  if (ahead < SOONEST_MS) return 'too-soon'
  return ahead > FARTHEST_MS ? 'too-far' : null
}

/** When a request ends that nobody answers. */
export function requestExpiry(startsAt: Date, now: Date): Date {
  const latest = Math.min(now.getTime() + REQUEST_MS, startsAt.getTime() - QUIET_MS)
  return new Date(Math.max(latest, now.getTime() + SHORTEST_REQUEST_MS))
}

/**
 * The one state machine of meetings: what a meeting becomes by a change that a side (null: the time) makes
 * now, or null where it may not.
 */
export function nextMeeting(
  facts: MeetingFacts,
  change: MeetingChange,
  by: MeetingSide | null,
  now: Date,
): MeetingStep | null {
  if (change.kind === 'expire') {
    return by === null && facts.state === 'requested' && stateAt(facts, now) === 'expired'
      ? { facts: ended(facts, 'expired'), event: 'expired', calendarChanges: true }
      : null
  }
  if (by === null) return null
  switch (stateAt(facts, now)) {
    case 'requested':
      return fromRequested(facts, change, by, now)
    case 'booked':
      return isOver(facts, now) ? afterwards(facts, change) : fromBooked(facts, change, by, now)
    case 'held':
      return afterwards(facts, change)
    default:
      return null
  }
}

function fromRequested(
  facts: MeetingFacts,
  change: MeetingChange,
  by: MeetingSide,
  now: Date,
): MeetingStep | null {
  switch (change.kind) {
    case 'accept':
      return by !== ASKING_SIDE && facts.startsAt > now ? booked(facts, facts, 'accepted') : null
    case 'decline':
      return by !== ASKING_SIDE ? step(ended(facts, 'declined'), 'declined', true) : null
    case 'withdraw':
      return by === ASKING_SIDE ? step(ended(facts, 'withdrawn'), 'withdrawn', true) : null
    case 'move': {
      // The side that was asked answers with another time, and the other one has time to look at it.
      if (by === ASKING_SIDE || !mayPropose(facts, change.to, now)) return null
      const expiresAt = requestExpiry(change.to.startsAt, now)
      return step({ ...facts, expiresAt, proposal: { ...times(change.to), by } }, 'move-proposed')
    }
    case 'accept-move': {
      const proposal = proposalFor(by, facts, now)
      return proposal && booked(facts, proposal, 'accepted')
    }
    case 'decline-move':
      return proposalFor(by, facts, now) && step({ ...facts, proposal: null }, 'move-declined')
    default:
      return null
  }
}

function fromBooked(
  facts: MeetingFacts,
  change: MeetingChange,
  by: MeetingSide,
  now: Date,
): MeetingStep | null {
  switch (change.kind) {
    case 'cancel':
      return step(ended(facts, 'cancelled'), 'cancelled', true)
    case 'move':
      if (change.atOnce && by === 'guest') {
        return change.to.startsAt > now && !isSameTime(change.to, facts)
          ? booked(facts, change.to, 'moved')
          : null
      }
      return mayPropose(facts, change.to, now)
        ? step({ ...facts, proposal: { ...times(change.to), by } }, 'move-proposed')
        : null
    case 'accept-move': {
      const proposal = proposalFor(by, facts, now)
      return proposal && booked(facts, proposal, 'moved')
    }
    case 'decline-move':
      return proposalFor(by, facts, now) && step({ ...facts, proposal: null }, 'move-declined')
    default:
      return null
  }
}

/** Of a booked meeting whose time is over, or a held one: each side tells what came of it. */
function afterwards(facts: MeetingFacts, change: MeetingChange): MeetingStep | null {
  if (change.kind !== 'tell-outcome') return null
  if (change.outcome === 'not-held') return step(facts, 'outcome-told')
  return step(ended(facts, 'held'), 'outcome-told')
}

/** What a side may do now, in the order of MEETING_ACTIONS. */
export function actionsOf(facts: MeetingFacts, by: MeetingSide, now: Date): MeetingAction[] {
  return MEETING_ACTIONS.filter((action) => nextMeeting(facts, sample(action, facts, now), by, now) !== null)
}

/** A change of a kind that is refused only where all of its kind are. */
function sample(kind: MeetingAction, facts: MeetingFacts, now: Date): MeetingChange {
  if (kind === 'tell-outcome') return { kind, outcome: 'nothing' }
  if (kind !== 'move') return { kind }
  const proposed = facts.proposal?.startsAt.getTime()
  const startsAt = [1, 2, 3]
    .map((day) => new Date(now.getTime() + day * 24 * HOUR_MS))
    .find((time) => time.getTime() !== facts.startsAt.getTime() && time.getTime() !== proposed)
  const from = startsAt ?? now
  return { kind, to: { startsAt: from, endsAt: new Date(from.getTime() + HOUR_MS) }, atOnce: false }
}

const times = ({ startsAt, endsAt }: Slot): Slot => ({ startsAt, endsAt })
const isSameTime = (a: Slot, b: Slot) => a.startsAt.getTime() === b.startsAt.getTime()

const step = (facts: MeetingFacts, event: MeetingEventKind, calendarChanges = false): MeetingStep => ({
  facts,
  event,
  calendarChanges,
})

const ended = (facts: MeetingFacts, state: MeetingState): MeetingFacts => ({
  ...facts,
  state,
  proposal: null,
})

const booked = (facts: MeetingFacts, at: Slot, event: MeetingEventKind): MeetingStep =>
  step({ ...facts, ...times(at), state: 'booked', proposal: null }, event, true)

function mayPropose(facts: MeetingFacts, to: Slot, now: Date): boolean {
  return timeProblem(to.startsAt, now) === null && !isSameTime(to, facts)
}

function proposalFor(by: MeetingSide, facts: MeetingFacts, now: Date): MeetingFacts['proposal'] {
  const proposal = openProposal(facts, now)
  return proposal && proposal.by !== by ? proposal : null
}
