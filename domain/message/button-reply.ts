import { MEETING_STATES, type MeetingState } from '../shared/enums'

/** What a tapped button or a written word came to, as it is answered in WhatsApp ('reply-recorded'). */
export const REPLY_RESULTS = [
  /** The meeting is booked. */
  'accepted',
  'declined',
  /** The meeting has the proposed time now. */
  'move-accepted',
  /** It keeps its time. */
  'move-declined',
  'outcome-told',
  /** Somebody of the same side has told it before: the page shows what. */
  'outcome-there',
  /** The time isn't free any more: another one is chosen on the page. */
  'time-taken',
  /** The time has gone by, or is too near. */
  'time-past',
  /** Reads for its organisation, and doesn't answer for it. */
  'may-not',
  /** No meeting of this person's organisations; said once a day. */
  'not-yours',
  /** The number is nobody's here; said once a day. */
  'not-known',
  /** No more messages by WhatsApp. */
  'stopped',
  'started',
  /** 'Stop' from a number that is nobody's here: that it gets no messages is said, once a day. */
  'stopped-unknown',
  /** Nobody reads what is written to our number; said once a day. */
  'nobody-reads',
] as const

/** `changed-…`: the button was older than the meeting, and this is how it stands. */
export type ReplyResult = (typeof REPLY_RESULTS)[number] | `changed-${MeetingState}`

export function isReplyResult(value: string): value is ReplyResult {
  return (
    REPLY_RESULTS.some((known) => known === value) ||
    MEETING_STATES.some((state) => value === `changed-${state}`)
  )
}
