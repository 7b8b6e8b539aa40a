import { eq } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { countAgainstLimit } from '~/db/rate-limit.server'
import { inquiry } from '~/db/schema/inquiry'
import { organisation } from '~/db/schema/organisation'
import { inTransaction } from '~/db/transaction.server'
import { clickToChatUrl, writeDraft } from '~/integrations/whatsapp/click-to-chat'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { parsePhone } from '../shared/phone'
import { draftSubject } from './chat-draft'
import { CONTACT_LIMIT } from './contact-limit'
import { findInquiryTarget } from './inquiry-target.server'

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
 * A visitor wants to chat with a booth: records the inquiry and answers where to go. Anybody may.
 * @throws AppError 'not-found' for an unknown or closed booth or product,
 *   'too-many-requests' after CONTACT_LIMIT from one client to one booth.
 */
export async function startChat(context: Context, input: StartChatInput): Promise<StartChatOutcome> {
  const { db, actor, now, newId } = context
  const target = await findInquiryTarget(context, input)
  if (!target) throw new AppError('not-found')

  const limited = await countAgainstLimit(
    db,
    CONTACT_LIMIT,
    `chat:${input.clientKey}:${target.organisationId}`,
    now,
  )
  if (!limited.allowed) {
    throw new AppError('too-many-requests', 'too many chats with one booth', limited.retryAfterSeconds)
  }

  const phone = target.isSample
    ? parsePhone(input.sampleWhatsapp ?? '')
    : await dialableNumber(context, target.organisationId)
  if (!phone && !target.isSample) return { kind: 'form' }

  await inTransaction(db, async (tx) => {
    const inquiryId = newId()
    await tx.insert(inquiry).values({
      id: inquiryId,
      editionId: target.editionId,
      organisationId: target.organisationId,
      productId: target.product?.id ?? null,
      personId: actor.kind === 'person' ? actor.personId : null,
      channel: 'whatsapp',
      locale: input.locale,
      page: input.page,
      quantity: input.quantity,
      isSample: target.isSample,
      createdAt: now,
    })
    await appendOutbox(tx, context, {
      topic: 'inquiry.received',
      payload: { inquiryId },
      dedupeKey: `inquiry.received:${inquiryId}`,
    })
  })

  if (!phone) return { kind: 'demonstration' }
  return {
    kind: 'whatsapp',
    url: clickToChatUrl(phone, writeDraft(draftSubject(target, input), input.locale)),
  }
}

async function dialableNumber({ db }: Context, organisationId: string): Promise<string | null> {
  const [row] = await db
    .select({ phone: organisation.whatsappE164 })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  return row?.phone ? parsePhone(row.phone) : null
}
