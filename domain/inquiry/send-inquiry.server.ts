import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { formId, isFormToken } from '../shared/form-id.server'
import type { Locale } from '../shared/locale'
import type { InquiryFields } from './inquiry.schema'
import { findInquiryTarget } from './inquiry-target.server'
import { recordInquiry } from './record-inquiry.server'

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
  const target = await findInquiryTarget(context, input)
  if (!target) throw new AppError('not-found')

  const { name, email, phone, quantity, message } = input.fields
  const token = isFormToken(input.token) ? input.token : context.newId()
  const outcome = await recordInquiry(context, {
    target,
    limits: 'inquiry',
    clientKey: input.clientKey,
    written: {
      id: formId(token, [
        target.organisationId,
        target.product?.id ?? null,
        name,
        email,
        phone,
        quantity,
        message,
      ]),
      channel: 'form',
      locale: input.locale,
      page: input.page,
      quantity,
      message,
      contactName: name,
      contactEmail: email,
      contactPhoneE164: phone,
    },
  })
  return outcome.kind === 'recorded' ? { kind: 'sent', already: outcome.already } : outcome
}
