import { appendOutbox } from '~/db/outbox.server'
import { countAgainstLimit } from '~/db/rate-limit.server'
import { inquiry } from '~/db/schema/inquiry'
import { inTransaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { CONTACT_LIMIT } from './contact-limit'
import type { InquiryFields } from './inquiry.schema'
import { inquiryId } from './inquiry-id.server'
import { findInquiryTarget } from './inquiry-target.server'

const TOKEN = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export interface SendInquiryInput {
  boothSlug: string
  /** Null: about the booth. */
  productSlug: string | null
  fields: InquiryFields
  /** What the form was given when it was shown: a UUID of version 7. Anything else is replaced by a new one. */
  token: string
  locale: Locale
  /** The path that the form was on. */
  page: string
  /** A keyed hash of the client's address. */
  clientKey: string
}

export type SendInquiryOutcome =
  /** `already`: the same form with the same words was recorded before. */
  { kind: 'sent'; already: boolean } | { kind: 'too-many'; retryAfterSeconds: number }

/**
 * Puts a buyer's message into a booth's inbox. Anybody may. The same form sent twice records one.
 * @throws AppError 'not-found' for an unknown or closed booth or product.
 */
export async function sendInquiry(context: Context, input: SendInquiryInput): Promise<SendInquiryOutcome> {
  const { db, actor, now } = context
  const target = await findInquiryTarget(context, input)
  if (!target) throw new AppError('not-found')
  const limited = await countAgainstLimit(
    db,
    CONTACT_LIMIT,
    `inquiry:${input.clientKey}:${target.organisationId}`,
    now,
  )
  if (!limited.allowed) return { kind: 'too-many', retryAfterSeconds: limited.retryAfterSeconds }

  const { name, email, phone, quantity, message } = input.fields
  const productId = target.product?.id ?? null
  const token = TOKEN.test(input.token) ? input.token : context.newId()
  const id = inquiryId(token, [target.organisationId, productId, name, email, phone, quantity, message])
  return inTransaction(db, async (tx) => {
    // The primary key tells a second of the same, also one under way at the same time: it waits here.
    const recorded = await tx
      .insert(inquiry)
      .values({
        id,
        editionId: target.editionId,
        organisationId: target.organisationId,
        productId,
        personId: actor.kind === 'person' ? actor.personId : null,
        channel: 'form',
        locale: input.locale,
        page: input.page,
        quantity,
        message,
        contactName: name,
        contactEmail: email,
        contactPhoneE164: phone,
        isSample: target.isSample,
        createdAt: now,
      })
      .onConflictDoNothing({ target: inquiry.id })
      .returning({ id: inquiry.id })
    if (recorded.length === 0) return { kind: 'sent', already: true }
    await appendOutbox(tx, context, {
      topic: 'inquiry.received',
      payload: { inquiryId: id },
      dedupeKey: `inquiry.received:${id}`,
    })
    return { kind: 'sent', already: false }
  })
}
