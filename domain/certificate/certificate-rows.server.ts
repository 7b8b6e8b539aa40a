import { eq, type SQL } from 'drizzle-orm'
import { certificate } from '~/db/schema/certificate'
import { product } from '~/db/schema/product'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { type Locale, localized } from '../shared/locale'
import type { OwnCertificate } from './own-certificate'

type Row = typeof certificate.$inferSelect

/** Papers as their owner and the organiser see them. */
export async function readCertificates(
  db: Context['db'] | Transaction,
  where: SQL | undefined,
  locale: Locale,
): Promise<OwnCertificate[]> {
  const rows = await db
    .select({ paper: certificate, productName: product.name })
    .from(certificate)
    .leftJoin(product, eq(product.id, certificate.productId))
    .where(where)
    .orderBy(certificate.createdAt, certificate.id)
  return rows.map(({ paper, productName }) => ({
    id: paper.id,
    kind: paper.kind,
    number: paper.number,
    state: paper.state,
    expiresOn: paper.expiresOn,
    verifiedOn: paper.verifiedAt?.toISOString().slice(0, 10) ?? null,
    productId: paper.productId,
    productName: localized(productName, locale),
    file: fileOf(paper),
    fileProblem: paper.fileProblem,
    pages: paper.filePages ?? 0,
    objection: paper.objection,
    isSample: paper.isSample,
    seen: paper.updatedAt.getTime(),
  }))
}

/** What was sent last counts: an older file stays until the new one is made. */
function fileOf({ sentKey, fileProblem, fileHash }: Row): OwnCertificate['file'] {
  if (sentKey) return 'waiting'
  if (fileProblem) return 'refused'
  return fileHash ? 'ready' : 'none'
}
