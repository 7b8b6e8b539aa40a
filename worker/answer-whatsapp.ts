import { acceptMeeting } from '~/domain/meeting/accept-meeting.server'
import { answerMove } from '~/domain/meeting/answer-move.server'
import { declineMeeting } from '~/domain/meeting/decline-meeting.server'
import type { TimeOutcome } from '~/domain/meeting/meeting-view'
import { readMeeting } from '~/domain/meeting/read-meeting.server'
import { tellOutcome } from '~/domain/meeting/tell-outcome.server'
import type { ButtonPayload } from '~/domain/message/button-payload'
import type { ReplyResult } from '~/domain/message/button-reply'
import { type OpenReply, openReply } from '~/domain/message/open-reply.server'
import { settleReply } from '~/domain/message/settle-reply.server'
import { writtenWord } from '~/domain/message/written-word'
import { isAppError } from '~/domain/shared/app-error'
import type { Context } from '~/domain/shared/context'

/**
 * Works on one thing that somebody wrote or tapped in WhatsApp: a button does what the page does, with the
 * rights of the person whose number it is, and every tap is answered. Killed between the meeting's change and
 * the answer, it runs again: the meeting has changed by then, and the answer says how it stands.
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
  { db, search, now, newId }: Context,
  { replier, parties }: OpenReply,
  button: ButtonPayload,
): Promise<ReplyResult> {
  if (!replier) return 'not-known'
  const [acting] = parties
  if (!acting) return 'not-yours'
  const context: Context = {
    db,
    search,
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
  const { meetingId } = button
  switch (button.kind) {
    case 'accept':
      return timeResult(await acceptMeeting(context, button), 'accepted')
    case 'accept-move':
      return timeResult(await answerMove(context, { ...button, accept: true, reason: null }), 'move-accepted')
    case 'keep':
      return timeResult(
        await answerMove(context, { ...button, accept: false, reason: null }),
        'move-declined',
      )
    case 'decline': {
      // The page asks for a reason, which a tap doesn't say: the one that claims the least.
      const outcome = await declineMeeting(context, { ...button, reason: 'unable' })
      return outcome.kind === 'done' ? 'declined' : `changed-${outcome.state}`
    }
    case 'outcome': {
      const fields = { kind: button.outcome, promisedMinor: null, nextStep: null, nextStepOn: null }
      const told = await tellOutcome(context, { meetingId, version: null, fields })
      if (told.kind === 'told') return 'outcome-told'
      if (told.kind === 'changed') return `changed-${told.state}`
      const { outcomes, mySide } = await readMeeting(context, { meetingId })
      const own = outcomes.find(({ side }) => side === mySide)
      return own?.kind === button.outcome ? 'outcome-told' : 'outcome-there'
    }
  }
}

function timeResult(outcome: TimeOutcome | { kind: 'done' }, done: ReplyResult): ReplyResult {
  switch (outcome.kind) {
    case 'taken':
      return 'time-taken'
    case 'not-possible':
      return 'time-past'
    case 'changed':
    case 'existing':
      return `changed-${outcome.state}`
    // Asks for a first time, which no button does.
    case 'unverified':
      return 'may-not'
    default:
      return done
  }
}
