import { stateAt } from '../meeting/meeting-state'
import type { MeetingState } from '../shared/enums'
import type { MessageTemplate } from '../shared/message-enums'
import type { MeetingMessage } from '../shared/message-variables'

/** A meeting as it stands when a message about it is to go. */
export interface MeetingNow {
  state: MeetingState
  expiresAt: Date | null
  startsAt: Date
  endsAt: Date
  version: number
  proposedStartsAt: Date | null
  /** The organisations that have told what came of it. */
  told: readonly string[]
}

/**
 * Why a message isn't wanted any more: how the meeting stands, or what happened to it meanwhile. 'nobody': its
 * receiver doesn't belong to the organisation any more.
 */
export type NotDue = MeetingState | 'moved' | 'answered' | 'told' | 'over' | 'not-over' | 'gone' | 'nobody'

const HOUR_MS = 3_600_000

/** Templates whose variables are a MeetingMessage. */
export const MEETING_TEMPLATES = [
  'meeting-requested',
  'meeting-booked',
  'meeting-change-proposed',
  'meeting-changed',
  'meeting-declined',
  'meeting-cancelled',
  'meeting-reminder-day',
  'meeting-reminder-hour',
  'outcome-asked',
] as const satisfies readonly MessageTemplate[]
export type MeetingTemplate = (typeof MEETING_TEMPLATES)[number]

/**
 * Whether what a message about a meeting says is still true and of use.
 * @param told what the message says: for a change also the time before, for a no its kind.
 */
export function stillDue(
  template: MeetingTemplate,
  told: Pick<MeetingMessage, 'startsAt' | 'version'> & { from?: string | null; how?: string },
  meeting: MeetingNow,
  { now, organisationId }: { now: Date; organisationId: string | null },
): true | NotDue {
  const state = stateAt(meeting, now)
  const sameTime = Date.parse(told.startsAt) === meeting.startsAt.getTime()
  const sameVersion = told.version === meeting.version
  const isPast = meeting.startsAt <= now
  const agreed = state === 'booked' ? (sameTime ? true : 'moved') : state

  switch (template) {
    case 'meeting-requested':
      if (state !== 'requested') return state
      return sameVersion ? true : 'answered'
    case 'meeting-change-proposed': {
      if (state !== 'requested' && state !== 'booked') return state
      if (!sameVersion) return 'answered'
      return meeting.proposedStartsAt !== null && meeting.proposedStartsAt > now ? true : 'over'
    }
    case 'meeting-changed':
      // A proposal that was declined: told unless something else has happened since.
      if (told.from === null) {
        if (state !== 'requested' && state !== 'booked') return state
        return sameVersion ? (isPast ? 'over' : true) : 'answered'
      }
      return agreed === true && isPast ? 'over' : agreed
    case 'meeting-booked':
      return agreed === true && isPast ? 'over' : agreed
    case 'meeting-declined':
      if (state !== told.how) return state
      return isPast ? 'over' : true
    case 'meeting-cancelled':
      if (state !== 'cancelled') return state
      return meeting.endsAt <= now ? 'over' : true
    case 'meeting-reminder-day':
      // In the last hour the other reminder says it.
      if (agreed === true && meeting.startsAt.getTime() - now.getTime() <= HOUR_MS) return 'over'
      return agreed
    case 'meeting-reminder-hour':
      return agreed === true && isPast ? 'over' : agreed
    case 'outcome-asked':
      if (state !== 'booked' && state !== 'held') return state
      if (!sameTime) return 'moved'
      if (meeting.endsAt > now) return 'not-over'
      return organisationId !== null && meeting.told.includes(organisationId) ? 'told' : true
  }
}
