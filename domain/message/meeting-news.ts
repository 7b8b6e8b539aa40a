import type { MeetingEventKind, MeetingSide } from '../shared/enums'
import type { Locale } from '../shared/locale'
import type { MessageVariables } from '../shared/message-variables'
import { meetingMessage, type Party, type ToldMeeting } from './meeting-message'
import type { MeetingTemplate } from './still-due'

export type Ending = 'declined' | 'withdrawn' | 'expired' | 'cancelled'

/** What happened to a meeting, as far as it is told. */
export interface ChangeTold {
  kind: MeetingEventKind
  reason: string | null
  /** The time that holds after it, or that it proposes. */
  at: Date | null
  /** The time that was agreed before; null: none was. */
  from: Date | null
  /** Of a request. */
  expiresAt: Date | null
  /** The proposal that stands now. */
  proposed: { startsAt: Date; endsAt: Date } | null
}

/** A message to one party. */
export type News = {
  [T in MeetingTemplate]: {
    template: T
    variables: MessageVariables[T]
    /** The moment that it is about: see `notBefore`. */
    until: Date
    expiresAt: Date
  }
}[MeetingTemplate]

/** What one side says came of a meeting is told to nobody. */
export const isTold = (kind: MeetingEventKind) => kind !== 'outcome-told'

/** Whether later events (in any order) say all that is still true of an earlier one. */
export function isSuperseded(kind: MeetingEventKind, later: readonly MeetingEventKind[]): boolean {
  const since = later.filter(isTold)
  switch (kind) {
    // An agreement holds while another time is only proposed.
    case 'booked':
    case 'accepted':
    case 'moved':
      return since.some((event) => event === 'moved' || event === 'cancelled')
    default:
      return since.length > 0
  }
}

/**
 * What a party is told of a change; null: nothing, it did it itself or it isn't its concern.
 * @param hasHeard whether it knows of the meeting at all: of one that it never heard of it is told as it is now.
 */
export function newsOf(
  change: ChangeTold,
  {
    meeting,
    party,
    actingSide,
    hasHeard,
    locale,
  }: {
    meeting: ToldMeeting
    party: Party
    actingSide: MeetingSide | null
    hasHeard: boolean
    locale: Locale
  },
): News | null {
  const base = meetingMessage(meeting, party, locale)
  const { startsAt, endsAt, agenda } = meeting
  const isOther = party.side !== actingSide
  const booked: News = { template: 'meeting-booked', variables: base, until: startsAt, expiresAt: startsAt }
  const declined = (how: 'declined' | 'withdrawn' | 'expired'): News => ({
    template: 'meeting-declined',
    variables: { ...base, how, reason: change.reason },
    until: startsAt,
    expiresAt: startsAt,
  })

  switch (change.kind) {
    case 'requested': {
      const { expiresAt } = change
      if (party.side !== 'host' || !expiresAt) return null
      const variables = { ...base, note: agenda.note, expiresAt: expiresAt.toISOString() }
      return { template: 'meeting-requested', variables, until: expiresAt, expiresAt }
    }
    case 'booked':
    case 'accepted':
      return booked
    case 'move-proposed': {
      if (!isOther || !change.proposed) return null
      const { proposed } = change
      const until = new Date(Math.min(proposed.startsAt.getTime(), endsAt.getTime()))
      return {
        template: 'meeting-change-proposed',
        variables: {
          ...base,
          proposedStartsAt: proposed.startsAt.toISOString(),
          proposedEndsAt: proposed.endsAt.toISOString(),
        },
        until: change.expiresAt ?? until,
        expiresAt: change.expiresAt ?? until,
      }
    }
    case 'moved': {
      if (!hasHeard || !change.from) return booked
      // Whoever still believes the old time has to know before it.
      const until = new Date(Math.min(change.from.getTime(), startsAt.getTime()))
      const variables = { ...base, from: change.from.toISOString() }
      return { template: 'meeting-changed', variables, until, expiresAt: startsAt }
    }
    case 'move-declined':
      if (!isOther) return null
      return {
        template: 'meeting-changed',
        variables: { ...base, from: null },
        until: startsAt,
        expiresAt: startsAt,
      }
    case 'declined':
    case 'withdrawn':
      return isOther ? declined(change.kind) : null
    case 'expired':
      return declined('expired')
    case 'cancelled':
      if (!isOther) return null
      return {
        template: 'meeting-cancelled',
        variables: { ...base, reason: change.reason },
        until: startsAt,
        expiresAt: endsAt,
      }
    case 'outcome-told':
      return null
  }
}
