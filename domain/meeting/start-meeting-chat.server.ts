import { countAgainstLimit, type RateLimitRule } from '~/db/rate-limit.server'
import { clickToChatUrl } from '~/integrations/whatsapp/click-to-chat'
import { writeMeetingDraft } from '~/integrations/whatsapp/meeting-draft'
import { requireWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import { clientCounters } from '../shared/client-counters'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { parsePhone } from '../shared/phone'
import { findMeetingChat } from './meeting-chat.server'
import { meetingDraftSubject, type SayAmount } from './meeting-draft'
import { mayChat } from './meeting-state'

/** How often one person may turn to the other side of one meeting. */
const MEETING_CHAT_LIMIT: RateLimitRule = { limit: 5, windowSeconds: 600 }
/** How often one client may turn to counterparts at all: too little to collect numbers. */
const MEETING_CHATS_LIMIT: RateLimitRule = { limit: 40, windowSeconds: 3600 }

export interface StartMeetingChatInput {
  meetingId: string
  locale: Locale
  /** A keyed hash of the client's address. */
  clientKey: string
  publicUrl: string
  /** The phone that chats with sample organisations open; undefined: the draft is only shown. */
  sampleWhatsapp: string | undefined
  sayAmount: SayAmount
}

export type MeetingChatOutcome =
  /** Where the browser has to go; the only place in which the number leaves the server. */
  | { kind: 'whatsapp'; url: string }
  /** Sample data: show the draft instead. */
  | { kind: 'demonstration' }
  /** The other side has given no number that can be dialled. */
  | { kind: 'no-number' }
  /** Declined, withdrawn or run out: the number isn't given any more. */
  | { kind: 'ended' }

/**
 * A party of a meeting wants to write to the other one.
 * @throws AppError 'forbidden' for who only reads, 'not-found' for who isn't a party,
 *   'too-many-requests' after MEETING_CHAT_LIMIT or MEETING_CHATS_LIMIT.
 */
export async function startMeetingChat(
  context: Context,
  input: StartMeetingChatInput,
): Promise<MeetingChatOutcome> {
  const { db, now } = context
  const { personId } = requireWriter(context.actor)
  const chat = await findMeetingChat(context, input.meetingId)
  if (!chat) throw new AppError('not-found')
  if (!mayChat(chat.facts.state)) return { kind: 'ended' }
  const phone = parsePhone((chat.isSample ? input.sampleWhatsapp : chat.counterpartPhone) ?? '')
  if (!phone) return { kind: chat.isSample ? 'demonstration' : 'no-number' }

  const counters: [RateLimitRule, string][] = [
    [MEETING_CHAT_LIMIT, `meeting-chat:${personId}:${chat.counterpartId}`],
    ...clientCounters(MEETING_CHATS_LIMIT, { name: 'meeting-chat', clientKey: input.clientKey }),
  ]
  for (const [rule, key] of counters) {
    const limited = await countAgainstLimit(db, rule, key, now)
    if (!limited.allowed) {
      throw new AppError('too-many-requests', 'too many chats', limited.retryAfterSeconds)
    }
  }
  const subject = meetingDraftSubject(chat.facts, { ...input, now })
  return { kind: 'whatsapp', url: clickToChatUrl(phone, writeMeetingDraft(subject, input.locale)) }
}
