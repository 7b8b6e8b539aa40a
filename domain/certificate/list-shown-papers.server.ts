import { and, count, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { certificate } from '~/db/schema/certificate'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { type Locale, localized } from '../shared/locale'
import type { PaperTab, ShownPaper } from './shown-paper'

const PAGE_SIZE = 12

export interface ShownPapers {
  rows: ShownPaper[]
  counts: Record<PaperTab, number>
  page: number
  pages: number
}

const TABS: Record<PaperTab, SQL | undefined> = {
  waiting: and(eq(certificate.state, 'declared'), isNull(certificate.objection)),
  objected: and(eq(certificate.state, 'declared'), isNotNull(certificate.objection)),
  verified: eq(certificate.state, 'verified'),
}

/**
 * Papers with a file, for the organiser to look at; the oldest first. Two queries.
 * @throws AppError 'forbidden' for everybody but the organiser.
 */
export async function listShownPapers(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { tab, page: wanted, locale }: { tab: PaperTab; page: number; locale: Locale },
): Promise<ShownPapers> {
  const { isSample } = requireOrganiser(actor)
  const shown = and(isNotNull(certificate.fileHash), eq(certificate.isSample, isSample))
  const counted = (which: PaperTab) => sql<number>`(count(*) filter (where ${TABS[which]}))::int`
  const [counts] = await db
    .select({
      waiting: counted('waiting'),
      objected: counted('objected'),
      verified: counted('verified'),
      all: count(),
    })
    .from(certificate)
    .where(shown)
  const { waiting = 0, objected = 0, verified = 0 } = counts ?? {}
  const total = { waiting, objected, verified }[tab]
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages)
  const rows = await db
    .select({
      id: certificate.id,
      kind: certificate.kind,
      number: certificate.number,
      state: certificate.state,
      expiresOn: certificate.expiresOn,
      verifiedAt: certificate.verifiedAt,
      objection: certificate.objection,
      isSample: certificate.isSample,
      updatedAt: certificate.updatedAt,
      organisation: {
        id: organisation.id,
        name: organisation.name,
        nameArabic: organisation.nameArabic,
      },
      productName: product.name,
      pages: certificate.filePages,
    })
    .from(certificate)
    .innerJoin(organisation, eq(organisation.id, certificate.organisationId))
    .leftJoin(product, eq(product.id, certificate.productId))
    .where(and(shown, TABS[tab]))
    .orderBy(certificate.updatedAt, certificate.id)
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
  return {
    page,
    pages,
    counts: { waiting, objected, verified },
    rows: rows.map(({ verifiedAt, updatedAt, productName, pages: filePages, ...row }) => ({
      ...row,
      pages: filePages ?? 0,
      verifiedOn: verifiedAt?.toISOString().slice(0, 10) ?? null,
      productName: localized(productName, locale),
      seen: updatedAt.getTime(),
    })),
  }
}
