import { acceptMeeting } from '~/domain/meeting/accept-meeting.server'
import { answerMove } from '~/domain/meeting/answer-move.server'
import { declineMeeting } from '~/domain/meeting/decline-meeting.server'
import type { EndingOutcome } from '~/domain/meeting/ending'
import type { TimeOutcome } from '~/domain/meeting/meeting-view'
import { readMeeting } from '~/domain/meeting/read-meeting.server'
import { tellOutcome } from '~/domain/meeting/tell-outcome.server'
import type { ButtonPayload, MeetingAnswer } from '~/domain/message/button-payload'
import type { ReplyResult } from '~/domain/message/button-reply'
import { type OpenReply, openReply } from '~/domain/message/open-reply.server'
import { settleReply } from '~/domain/message/settle-reply.server'
import { writtenWord } from '~/domain/message/written-word'
import { isAppError } from '~/domain/shared/app-error'
import type { Context } from '~/domain/shared/context'
import type { MeetingEventKind } from '~/domain/shared/enums'

/**
 * Works on one thing that somebody wrote or tapped in WhatsApp: a button does what the page does, with the
 * rights of the person whose number it is, and every tap of theirs is answered. Killed between the meeting's
 * change and the answer, it runs again: what was tapped holds by then, and is answered as done.
 */
export async function answerWhatsapp(context: Context, { id }: { id: string }): Promise<void> {
  const reply = await openReply(context, { id })
  if (!reply) return
  const { button } = reply
  if (button) {
    const result = await answerButton(context, reply, button)
    const leads = result !== 'not-yours' && result !== 'not-known'
    await settleReply(context, {
      reply,
      result,
      path: leads ? `/meetings/${button.meetingId}` : '/meetings',
      meetingId: leads ? button.meetingId : null,
    })
    return
  }
  const word = reply.kind === 'text' ? writtenWord(reply.content ?? '') : null
  await settleReply(context, {
    reply,
    result: reply.replier ? answerWord(word) : word === 'stop' ? 'stopped-unknown' : 'nobody-reads',
    path: reply.replier ? (word ? '/account' : ownPath(reply.replier.memberships)) : null,
    meetingId: null,
  })
}

function answerWord(word: 'stop' | 'start' | null): ReplyResult {
  if (word === 'stop') return 'stopped'
  return word === 'start' ? 'started' : 'nobody-reads'
}

/** Where somebody finds what waits for them. */
const ownPath = ([first]: readonly { organisationKind: string }[]) =>
  first?.organisationKind === 'pesantren' ? '/studio/inquiries' : '/meetings'

async function answerButton(
  { db, search, storage, now, newId }: Context,
  { replier, parties }: OpenReply,
  button: ButtonPayload,
): Promise<ReplyResult> {
  if (!replier) return 'not-known'
  const [acting] = parties
  if (!acting) return 'not-yours'
  const context: Context = {
    db,
    search,
    storage,
    now,
    newId,
    actor: {
      kind: 'person',
      personId: replier.personId,
      memberships: replier.memberships,
      organisationId: acting.organisationId,
    },
  }
  try {
    return await press(context, button)
  } catch (error) {
    if (!isAppError(error)) throw error
    return error.code === 'not-found' ? 'not-yours' : 'may-not'
  }
}

async function press(context: Context, button: ButtonPayload): Promise<ReplyResult> {
  if (button.kind === 'outcome') return pressOutcome(context, button)
  const done = DONE[button.kind]
  const outcome = await answerMeeting(context, button)
  switch (outcome.kind) {
    case 'taken':
      return 'time-taken'
    case 'not-possible':
      return 'time-past'
    case 'changed':
      return (await holds(context, button)) ? done.result : `changed-${outcome.state}`
    case 'existing':
      return `changed-${outcome.state}`
    // Asks for a first time, which no button does.
    case 'unverified':
      return 'may-not'
    default:
      return done.result
  }
}

/** What a tap comes to, and what it leaves in the meeting's history. */
const DONE: Record<MeetingAnswer, { result: ReplyResult; events: readonly MeetingEventKind[] }> = {
  accept: { result: 'accepted', events: ['accepted'] },
  decline: { result: 'declined', events: ['declined'] },
  'accept-move': { result: 'move-accepted', events: ['accepted', 'moved'] },
  keep: { result: 'move-declined', events: ['move-declined'] },
}

type MeetingButton = Extract<ButtonPayload, { version: number }>

function answerMeeting(context: Context, button: MeetingButton): Promise<TimeOutcome | EndingOutcome> {
  switch (button.kind) {
    case 'accept':
      return acceptMeeting(context, button)
    case 'decline':
      // The page asks for a reason, which a tap doesn't say: the one that claims the least.
      return declineMeeting(context, { ...button, reason: 'unable' })
    default:
      return answerMove(context, { ...button, accept: button.kind === 'accept-move', reason: null })
  }
}

/**
 * Whether the meeting stands as the tap wants it, by the one change that followed what was tapped: tapped twice,
 * or worked on again after a crash, or a colleague said the same on the page.
 */
async function holds(context: Context, { kind, meetingId, version }: MeetingButton): Promise<boolean> {
  const meeting = await readMeeting(context, { meetingId })
  const [before, last] = meeting.events.slice(-2)
  if (meeting.version !== version + 1 || !last || !DONE[kind].events.includes(last.kind)) return false
  // Moved, but by the other side at once and to another time than it had proposed.
  return kind !== 'accept-move' || last.startsAt?.getTime() === before?.startsAt?.getTime()
}

async function pressOutcome(
  context: Context,
  { meetingId, outcome: kind }: Extract<ButtonPayload, { kind: 'outcome' }>,
): Promise<ReplyResult> {
  const fields = { kind, promisedMinor: null, nextStep: null, nextStepOn: null }
  const told = await tellOutcome(context, { meetingId, version: null, fields })
  if (told.kind === 'told') return 'outcome-told'
  if (told.kind === 'changed') return `changed-${told.state}`
  const { outcomes, mySide } = await readMeeting(context, { meetingId })
  const own = outcomes.find(({ side }) => side === mySide)
  return own?.kind === kind ? 'outcome-told' : 'outcome-there'
}
