import { and, eq } from 'drizzle-orm'
import { countAgainstLimit, type RateLimitRule } from '~/db/rate-limit.server'
import { inquiry } from '~/db/schema/inquiry'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import { product } from '~/db/schema/product'
import { clickToChatUrl } from '~/integrations/whatsapp/click-to-chat'
import { writeInquiryAnswer } from '~/integrations/whatsapp/inquiry-answer'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { localized } from '../shared/locale'
import { parsePhone } from '../shared/phone'
import { withheldOf, writtenBySample } from './inquiry-row.server'

/** How often one person may open a chat about one inquiry, and about inquiries at all. */
const INQUIRY_CHAT_LIMIT: RateLimitRule = { limit: 5, windowSeconds: 600 }
const INQUIRY_CHATS_LIMIT: RateLimitRule = { limit: 60, windowSeconds: 3600 }

export type InquiryChatOutcome =
  /** Where the browser has to go; the only place in which the number leaves the server. */
  | { kind: 'whatsapp'; url: string }
  /** Sample data: show the draft instead. */
  | { kind: 'demonstration' }
  /** The buyer has left no number, or it isn't shown any more. */
  | { kind: 'no-number' }

/**
 * An owner or editor answers a buyer by WhatsApp, with the draft that the page has shown.
 * @throws AppError 'forbidden' for who may not answer for a pesantren, 'not-found' for another's,
 *   'too-many-requests' after INQUIRY_CHAT_LIMIT or INQUIRY_CHATS_LIMIT.
 */
export async function startInquiryChat(
  context: Pick<Context, 'db' | 'actor' | 'now'>,
  { inquiryId, sampleWhatsapp }: { inquiryId: string; sampleWhatsapp: string | undefined },
): Promise<InquiryChatOutcome> {
  const { db, actor, now } = context
  const { organisationId, personId } = requirePesantrenWriter(actor)
  const [found] = isId(inquiryId)
    ? await db
        .select({
          inquiry,
          bySample: writtenBySample,
          booth: organisation.name,
          boothArabic: organisation.nameArabic,
          productName: product.name,
        })
        .from(inquiry)
        .innerJoin(organisation, eq(organisation.id, inquiry.organisationId))
        .leftJoin(product, eq(product.id, inquiry.productId))
        .leftJoin(person, eq(person.id, inquiry.personId))
        .where(and(eq(inquiry.id, inquiryId), eq(inquiry.organisationId, organisationId)))
    : []
  if (!found) throw new AppError('not-found')
  const row = found.inquiry
  if (row.contactPhoneE164 === null || withheldOf(row, found.bySample) !== null) return { kind: 'no-number' }
  const phone = parsePhone((row.isSample ? sampleWhatsapp : row.contactPhoneE164) ?? '')
  if (!phone) return { kind: row.isSample ? 'demonstration' : 'no-number' }
  const counters: [RateLimitRule, string][] = [
    [INQUIRY_CHAT_LIMIT, `inquiry-chat:${personId}:${row.id}`],
    [INQUIRY_CHATS_LIMIT, `inquiry-chat:${personId}`],
  ]
  for (const [rule, key] of counters) {
    const limited = await countAgainstLimit(db, rule, key, now)
    if (!limited.allowed) throw new AppError('too-many-requests', 'too many chats', limited.retryAfterSeconds)
  }
  const draft = writeInquiryAnswer({
    booth: found.booth,
    boothArabic: found.boothArabic,
    name: row.contactName,
    goods: found.productName && (localized(found.productName, row.locale)?.text ?? null),
    quantity: row.quantity,
    locale: row.locale,
  })
  return { kind: 'whatsapp', url: clickToChatUrl(phone, draft) }
}
