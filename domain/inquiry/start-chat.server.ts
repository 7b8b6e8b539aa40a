import { eq } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { clickToChatUrl, writeDraft } from '~/integrations/whatsapp/click-to-chat'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { formId } from '../shared/form-id.server'
import type { Locale } from '../shared/locale'
import { parsePhone } from '../shared/phone'
import { draftSubject } from './chat-draft'
import { findInquiryTarget } from './inquiry-target.server'
import { recordInquiry } from './record-inquiry.server'

const TAP_WINDOW_MS = 10_000

export interface StartChatInput {
  boothSlug: string
  /** Null: about the booth. */
  productSlug: string | null
  /** How many units the buyer asks about; null: not said. */
  quantity: number | null
  locale: Locale
  /** The path that the buyer came from. */
  page: string
  /** A keyed hash of the client's address. */
  clientKey: string
  publicUrl: string
  /** The phone that chats with sample booths open; undefined: the draft is only shown. */
  sampleWhatsapp: string | undefined
}

export type StartChatOutcome =
  /** Where the browser has to go; the only place in which the number leaves the server. */
  | { kind: 'whatsapp'; url: string }
  /** A sample booth: show the draft instead. */
  | { kind: 'demonstration' }
  /** No number that can be dialled: the inquiry form. Nothing was recorded. */
  | { kind: 'form' }

/**
 * A visitor wants to chat with a booth: records the inquiry, a double tap once, and answers where to go. Anybody may.
 * @throws AppError 'not-found' for an unknown or closed booth or product,
 *   'too-many-requests' after CONTACT_LIMIT to one booth or CLIENT_LIMIT to all.
 */
export async function startChat(context: Context, input: StartChatInput): Promise<StartChatOutcome> {
  const { now } = context
  const target = await findInquiryTarget(context, input)
  if (!target) throw new AppError('not-found')

  const phone = target.isSample
    ? parsePhone(input.sampleWhatsapp ?? '')
    : await dialableNumber(context, target.organisationId)
  if (!phone && !target.isSample) return { kind: 'form' }

  const outcome = await recordInquiry(context, {
    target,
    limits: 'chat',
    clientKey: input.clientKey,
    written: {
      id: tapId(now, [input.clientKey, target.organisationId, target.product?.id ?? null, input.quantity]),
      channel: 'whatsapp',
      locale: input.locale,
      page: input.page,
      quantity: input.quantity,
    },
  })
  if (outcome.kind === 'too-many') {
    throw new AppError('too-many-requests', 'too many chats', outcome.retryAfterSeconds)
  }

  if (!phone) return { kind: 'demonstration' }
  return {
    kind: 'whatsapp',
    url: clickToChatUrl(phone, writeDraft(draftSubject(target, input), input.locale)),
  }
}

/** The same for taps within one window, so that a double tap records one inquiry. */
function tapId(now: Date, what: readonly (string | number | null)[]): string {
  const windowStart = Math.floor(now.getTime() / TAP_WINDOW_MS) * TAP_WINDOW_MS
  return formId(windowStart.toString(16).padStart(12, '0'), what)
}

async function dialableNumber({ db }: Context, organisationId: string): Promise<string | null> {
  const [row] = await db
    .select({ phone: organisation.whatsappE164 })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  return row?.phone ? parsePhone(row.phone) : null
}
