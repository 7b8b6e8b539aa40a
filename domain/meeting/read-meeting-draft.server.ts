import type { ChatDraft } from '~/integrations/whatsapp/click-to-chat'
import { writeMeetingDraft } from '~/integrations/whatsapp/meeting-draft'
import { requireWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { findMeetingChat } from './meeting-chat.server'
import { counterpartLocale, meetingDraftSubject, type SayAmount } from './meeting-draft'

export interface MeetingDraftPage {
  /** `seller` is the part in the counterpart's language, `buyer` the same in the reader's. */
  draft: ChatDraft
  /** The language of `seller`. */
  language: Locale
  counterpart: { name: string; nameArabic: string | null }
  isSample: boolean
}

/**
 * The message that a chat about a meeting would open with.
 * @throws AppError 'forbidden' for who only reads, 'not-found' for who isn't a party.
 */
export async function readMeetingDraft(
  context: Context,
  input: { meetingId: string; locale: Locale; publicUrl: string; sayAmount: SayAmount },
): Promise<MeetingDraftPage> {
  requireWriter(context.actor)
  const chat = await findMeetingChat(context, input.meetingId)
  if (!chat) throw new AppError('not-found')
  return {
    draft: writeMeetingDraft(meetingDraftSubject(chat.facts, { ...input, now: context.now }), input.locale),
    language: counterpartLocale(chat.facts),
    counterpart: { name: chat.facts.counterpart.name, nameArabic: chat.facts.counterpart.nameArabic },
    isSample: chat.isSample,
  }
}
