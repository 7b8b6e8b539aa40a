import { and, count, desc, eq, sql } from 'drizzle-orm'
import { inquiry } from '~/db/schema/inquiry'
import { person } from '~/db/schema/person'
import { product } from '~/db/schema/product'
import { actingMembership, mayWrite } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { InquiryState } from '../shared/enums'
import { type Locale, localized } from '../shared/locale'
import { withheldOf, writtenBySample } from './inquiry-row.server'
import type { InquiryList } from './inquiry-view'

const PAGE_SIZE = 20

/**
 * A page of what buyers have asked the pesantren for which the actor acts, newest first: two queries. A page past
 * the end is the last one. Who only reads sees no names.
 * @throws AppError 'forbidden' for everybody who is not of a pesantren.
 */
export async function listInquiries(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { state, page: wanted, locale }: { state: InquiryState; page: number; locale: Locale },
): Promise<InquiryList> {
  const acting = actingMembership(actor)
  if (acting?.organisationKind !== 'pesantren') throw new AppError('forbidden')
  const own = eq(inquiry.organisationId, acting.organisationId)
  const counted = await db
    .select({ state: inquiry.state, total: count() })
    .from(inquiry)
    .where(own)
    .groupBy(inquiry.state)
  const of = (wanted: InquiryState) => counted.find((row) => row.state === wanted)?.total ?? 0
  const counts = { new: of('new'), answered: of('answered'), closed: of('closed') }
  const pages = Math.max(1, Math.ceil(counts[state] / PAGE_SIZE))
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages)
  const rows = await db
    .select({
      id: inquiry.id,
      channel: inquiry.channel,
      state: inquiry.state,
      productName: product.name,
      productSlug: product.slug,
      quantity: inquiry.quantity,
      contactName: inquiry.contactName,
      excerpt: sql<string | null>`left(${inquiry.message}, 160)`,
      locale: inquiry.locale,
      isSample: inquiry.isSample,
      erasedAt: inquiry.erasedAt,
      bySample: writtenBySample,
      createdAt: inquiry.createdAt,
    })
    .from(inquiry)
    .leftJoin(product, eq(product.id, inquiry.productId))
    .leftJoin(person, eq(person.id, inquiry.personId))
    .where(and(own, eq(inquiry.state, state)))
    .orderBy(desc(inquiry.createdAt), desc(inquiry.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
  const seesNames = mayWrite(acting)
  return {
    page,
    pages,
    counts,
    rows: rows.map(({ productName, productSlug, erasedAt, bySample, contactName, excerpt, ...row }) => {
      const withheld = withheldOf({ ...row, erasedAt }, bySample)
      return {
        ...row,
        product: productName && (localized(productName, locale) ?? { text: productSlug ?? '', lang: 'id' }),
        contactName: seesNames && withheld === null ? contactName : null,
        excerpt: withheld === null ? excerpt : null,
        withheld,
      }
    }),
  }
}
