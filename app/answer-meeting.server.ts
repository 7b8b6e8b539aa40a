import { acceptMeeting } from '~/domain/meeting/accept-meeting.server'
import { answerMove } from '~/domain/meeting/answer-move.server'
import { cancelMeeting } from '~/domain/meeting/cancel-meeting.server'
import { declineMeeting } from '~/domain/meeting/decline-meeting.server'
import {
  meetingReasonSchema,
  REASON_PROBLEMS,
  type ReasonProblem,
} from '~/domain/meeting/meeting-reason.schema'
import { MEETING_ACTIONS, type MeetingAction, type TimeOutcome } from '~/domain/meeting/meeting-view'
import { moveMeeting } from '~/domain/meeting/move-meeting.server'
import type { Slot } from '~/domain/meeting/slots'
import { withdrawMeeting } from '~/domain/meeting/withdraw-meeting.server'
import type { Context } from '~/domain/shared/context'
import { run } from './run.server'

type MeetingIntent = Exclude<MeetingAction, 'tell-outcome'>
/** The outcome has a form of its own. */
const ANSWERS = MEETING_ACTIONS.filter((action): action is MeetingIntent => action !== 'tell-outcome')

/** What a page says once an answer is given. */
export const DONE = [
  'accepted',
  'declined',
  'withdrawn',
  'cancelled',
  'moved',
  'proposed',
  'move-declined',
  'told',
  'no-number',
  /** A time was tapped where the need has a meeting with the booth already. */
  'existing',
] as const
export type Done = (typeof DONE)[number]

export function readDone(value: string | null): Done | null {
  return DONE.find((known) => known === value) ?? null
}

/** Why an answer was not taken, for the page that it was given on. */
export interface AnswerProblem {
  intent: MeetingIntent
  kind: 'changed' | 'taken-them' | 'taken-us' | 'past' | 'too-soon' | 'too-far' | ReasonProblem
  /** Times that are free now; only where a time was refused. */
  fresh: Slot[] | null
  /** What was chosen and typed. */
  values: { code: string; text: string }
}

export type Answered =
  | { done: Exclude<Done, 'told' | 'no-number' | 'existing'> }
  | { problem: AnswerProblem; status: 400 | 409 }

/**
 * One answer to a meeting from its form: `intent`, `version`, and by intent `code` and `text` (a reason) or
 * `startsAt`. A form that no page of ours has sent is a response with status 400.
 */
export async function answerMeeting(context: Context, meetingId: string, form: FormData): Promise<Answered> {
  const text = (name: string) => String(form.get(name) ?? '')
  const intent = ANSWERS.find((known) => known === text('intent'))
  const version = Number(text('version'))
  const startsAt = new Date(text('startsAt'))
  if (
    !intent ||
    !Number.isSafeInteger(version) ||
    version < 1 ||
    (intent === 'move' && Number.isNaN(startsAt.getTime()))
  ) {
    throw Response.json({ code: 'bad-request' }, { status: 400, headers: { 'Cache-Control': 'no-store' } })
  }
  const values = { code: text('code'), text: text('text').slice(0, 2000) }
  const refused = (
    kind: AnswerProblem['kind'],
    status: 400 | 409,
    fresh: Slot[] | null = null,
  ): Answered => ({ problem: { intent, kind, fresh, values }, status })

  const parsed = meetingReasonSchema({ isNeeded: intent === 'decline' || intent === 'cancel' }).safeParse(
    values,
  )
  if (!parsed.success) {
    const said = parsed.error.issues[0]?.message
    return refused(REASON_PROBLEMS.find((problem) => problem === said) ?? 'reason-missing', 400)
  }
  const reason = parsed.data
  const outcome = await run(() => give(context, intent, { meetingId, version, startsAt, reason }))
  switch (outcome.kind) {
    case 'changed':
    case 'unverified':
      return refused('changed', 409)
    case 'taken':
      return refused(`taken-${outcome.who}`, 409, outcome.fresh)
    case 'not-possible':
      return refused(outcome.why, 409, outcome.fresh)
    case 'booked':
      return { done: 'accepted' }
    case 'moved':
    case 'proposed':
      return { done: outcome.kind }
    case 'done':
    case 'requested':
    // Only a first wish finds another meeting.
    case 'existing':
      return { done: DONE_BY[intent] }
  }
}

const DONE_BY = {
  accept: 'accepted',
  decline: 'declined',
  withdraw: 'withdrawn',
  cancel: 'cancelled',
  move: 'proposed',
  'accept-move': 'moved',
  'decline-move': 'move-declined',
} as const satisfies Record<MeetingIntent, Done>

interface Given {
  meetingId: string
  version: number
  startsAt: Date
  reason: string | null
}

function give(
  context: Context,
  intent: MeetingIntent,
  { startsAt, reason, ...which }: Given,
): Promise<TimeOutcome | { kind: 'done' }> {
  switch (intent) {
    case 'accept':
      return acceptMeeting(context, which)
    case 'decline':
      return declineMeeting(context, { ...which, reason: reason ?? '' })
    case 'withdraw':
      return withdrawMeeting(context, { ...which, reason })
    case 'cancel':
      return cancelMeeting(context, { ...which, reason: reason ?? '' })
    case 'move':
      return moveMeeting(context, { ...which, startsAt })
    case 'accept-move':
      return answerMove(context, { ...which, accept: true, reason: null })
    case 'decline-move':
      return answerMove(context, { ...which, accept: false, reason })
  }
}
