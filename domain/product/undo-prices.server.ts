import { and, desc, eq, lt, ne } from 'drizzle-orm'
import { revision } from '~/db/schema/revision'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import type { Context } from '../shared/context'
import { findOwnProduct } from './own-product.server'
import { MOST_AT_ONCE } from './price-list'
import { readRevised } from './revised-product'
import { writeProduct } from './write-product.server'

/**
 * Takes a change of many prices back, where nobody has saved the product since; itself a new version of each.
 * @returns of how many.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function undoPrices(
  context: Context,
  { changed }: { changed: readonly { id: string; version: number }[] },
): Promise<number> {
  const { organisationId } = requirePesantrenWriter(context.actor)
  return inTransaction(context.db, async (tx) => {
    let undone = 0
    const inOrder = [...changed].slice(0, MOST_AT_ONCE).sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const { id, version } of inOrder) {
      const current = await findOwnProduct(tx, organisationId, id, { lock: true })
      if (!current || current.version !== version) continue
      const ofProduct = and(
        eq(revision.subject, 'product'),
        eq(revision.subjectId, id),
        ne(revision.action, 'state'),
      )
      const [made] = await tx
        .select({ action: revision.action })
        .from(revision)
        .where(and(ofProduct, eq(revision.version, version)))
      const [earlier] = await tx
        .select({ fields: revision.fields, version: revision.version })
        .from(revision)
        .where(and(ofProduct, lt(revision.version, version)))
        .orderBy(desc(revision.version))
        .limit(1)
      if (made?.action !== 'priced' || !earlier) continue
      const { state } = current
      const fields = { ...current.fields, tiers: readRevised(earlier.fields).tiers }
      const restoredVersion = earlier.version
      await writeProduct(tx, context, {
        organisationId,
        current,
        fields,
        state,
        action: 'restored',
        restoredVersion,
      })
      undone += 1
    }
    return undone
  })
}
