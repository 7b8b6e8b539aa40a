import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { inquiry } from '~/db/schema/inquiry'
import { person } from '~/db/schema/person'
import { product } from '~/db/schema/product'
import { actingMembership, mayWrite } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { InquiryState } from '../shared/enums'
import { type Locale, localized } from '../shared/locale'
import { withheldOf, writtenBySample } from './inquiry-row.server'
import { type InquiryList, OUTCOME_FILTERS, type OutcomeFilter } from './inquiry-view'

const PAGE_SIZE = 20

/**
 * A page of what buyers have asked the pesantren for which the actor acts, newest first: two queries. A page past
 * the end is the last one. Who only reads sees no names.
 * @throws AppError 'forbidden' for everybody who is not of a pesantren.
 */
export async function listInquiries(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  {
    state,
    outcome = null,
    page: wanted,
    locale,
  }: {
    state: InquiryState
    /** Null: whatever came of them. */
    outcome?: OutcomeFilter | null
    page: number
    locale: Locale
  },
): Promise<InquiryList> {
  const acting = actingMembership(actor)
  if (acting?.organisationKind !== 'pesantren') throw new AppError('forbidden')
  const own = eq(inquiry.organisationId, acting.organisationId)
  const counted = await db
    .select({ state: inquiry.state, outcome: inquiry.outcome, total: count() })
    .from(inquiry)
    .where(own)
    .groupBy(inquiry.state, inquiry.outcome)
  const sum = (rows: typeof counted) => rows.reduce((all, { total }) => all + total, 0)
  const of = (wanted: InquiryState) => sum(counted.filter((row) => row.state === wanted))
  const counts = { new: of('new'), answered: of('answered'), closed: of('closed') }
  const outcomes = Object.fromEntries(
    OUTCOME_FILTERS.map((filter) => [
      filter,
      sum(counted.filter((row) => row.state === state && (row.outcome ?? 'unsaid') === filter)),
    ]),
  ) as Record<OutcomeFilter, number>
  const total = outcome === null ? counts[state] : outcomes[outcome]
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
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
      outcome: inquiry.outcome,
    })
    .from(inquiry)
    .leftJoin(product, eq(product.id, inquiry.productId))
    .leftJoin(person, eq(person.id, inquiry.personId))
    .where(
      and(
        own,
        eq(inquiry.state, state),
        outcome === null
          ? undefined
          : outcome === 'unsaid'
            ? isNull(inquiry.outcome)
            : eq(inquiry.outcome, outcome),
      ),
    )
    .orderBy(desc(inquiry.createdAt), desc(inquiry.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
  const seesNames = mayWrite(acting)
  return {
    page,
    pages,
    counts,
    outcomes,
    mayAnswer: seesNames,
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
