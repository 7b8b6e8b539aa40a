import { and, eq } from 'drizzle-orm'
import { inquiry } from '~/db/schema/inquiry'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import { product } from '~/db/schema/product'
import { writeInquiryAnswer } from '~/integrations/whatsapp/inquiry-answer'
import { actingMembership, mayWrite } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { type Locale, localized } from '../shared/locale'
import { withheldOf, writtenBySample } from './inquiry-row.server'
import type { InquiryView } from './inquiry-view'

/**
 * One inquiry for the pesantren that it went to: one query. How the buyer is reached is for its owner and its
 * editors; the number itself isn't in it.
 * @throws AppError 'forbidden' for everybody who is not of a pesantren, 'not-found' for another's.
 */
export async function readInquiry(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { inquiryId, locale }: { inquiryId: string; locale: Locale },
): Promise<InquiryView> {
  const acting = actingMembership(actor)
  if (acting?.organisationKind !== 'pesantren') throw new AppError('forbidden')
  const [found] = isId(inquiryId)
    ? await db
        .select({
          inquiry,
          bySample: writtenBySample,
          booth: organisation.name,
          boothArabic: organisation.nameArabic,
          slug: product.slug,
          name: product.name,
          state: product.state,
        })
        .from(inquiry)
        .innerJoin(organisation, eq(organisation.id, inquiry.organisationId))
        .leftJoin(product, eq(product.id, inquiry.productId))
        .leftJoin(person, eq(person.id, inquiry.personId))
        .where(and(eq(inquiry.id, inquiryId), eq(inquiry.organisationId, acting.organisationId)))
    : []
  if (!found) throw new AppError('not-found')
  const row = found.inquiry
  const withheld = withheldOf(row, found.bySample)
  const mayAnswer = mayWrite(acting)
  const isShown = mayAnswer && withheld === null
  return {
    id: row.id,
    channel: row.channel,
    state: row.state,
    quantity: row.quantity,
    locale: row.locale,
    isSample: row.isSample,
    createdAt: row.createdAt,
    answeredAt: row.answeredAt,
    outcome: row.outcome,
    withheld,
    product:
      found.slug !== null && found.name !== null
        ? {
            slug: found.slug,
            name: localized(found.name, locale) ?? { text: found.slug, lang: 'id' },
            isPublished: found.state === 'published',
          }
        : null,
    message: withheld === null ? row.message : null,
    contactName: isShown ? row.contactName : null,
    mayAnswer,
    email: isShown ? row.contactEmail : null,
    draft:
      isShown && row.contactPhoneE164 !== null
        ? writeInquiryAnswer({
            booth: found.booth,
            boothArabic: found.boothArabic,
            name: row.contactName,
            goods: found.name && (localized(found.name, row.locale)?.text ?? null),
            quantity: row.quantity,
            locale: row.locale,
          })
        : null,
  }
}
