import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { certificate } from '~/db/schema/certificate'
import type { Context } from './context'
import type { Paper } from './shelf'

/** An organisation's own papers; with `productId` also those of that product. Verified ones first. */
export async function readPapers(
  db: Context['db'],
  organisationId: string,
  productId: string | null,
): Promise<Paper[]> {
  const rows = await db
    .select({
      kind: certificate.kind,
      state: certificate.state,
      number: certificate.number,
      verifiedAt: certificate.verifiedAt,
      expiresOn: certificate.expiresOn,
    })
    .from(certificate)
    .where(
      and(
        eq(certificate.organisationId, organisationId),
        productId === null
          ? isNull(certificate.productId)
          : or(isNull(certificate.productId), eq(certificate.productId, productId)),
      ),
    )
    .orderBy(
      sql`array_position(array['verified','declared','applied'], ${certificate.state})`,
      asc(certificate.kind),
    )
  return rows.map(({ verifiedAt, ...paper }) => ({
    ...paper,
    verifiedOn: verifiedAt?.toISOString().slice(0, 10) ?? null,
  }))
}
