import { eq, sql } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { productImport } from '~/db/schema/product-import'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { GoodRow } from './plan-import'
import { plannedImport } from './planned-import.server'
import type { ImportOutcome } from './product-import'
import type { AllTableWords } from './product-table'
import { writeGoods } from './write-goods.server'

/**
 * Brings in all good rows of a table, or those on the chosen lines: all of them in one transaction, or none. Sent
 * twice it is done once, for the table is gone afterwards.
 * @param basis what the reader's dry run was made on.
 * @throws AppError 'forbidden' for who may not write for a pesantren, 'not-found' for another's table and one that is
 * no longer there.
 */
export async function importProducts(
  context: Context,
  {
    id,
    basis,
    lines,
    words,
  }: { id: string; basis: string; lines: readonly number[] | 'all'; words: AllTableWords },
): Promise<ImportOutcome> {
  const acting = requirePesantrenWriter(context.actor)
  const { organisationId, isSample } = acting
  return inTransaction(context.db, async (tx) => {
    // One at a time for each pesantren: places and addresses are counted.
    const [booth] = await tx
      .select({ slug: organisation.slug })
      .from(organisation)
      .where(eq(organisation.id, organisationId))
      .for('update')
    const plan = booth ? await plannedImport(tx, acting, { id, words, lock: true }) : null
    if (!booth || !plan) throw new AppError('not-found')
    if (plan.basis !== basis) return { kind: 'moved' }
    const isChosen = (line: number) => lines === 'all' || lines.includes(line)
    const chosen = plan.rows.filter(
      (row): row is GoodRow => (row.kind === 'new' || row.kind === 'changed') && isChosen(row.line),
    )
    if (chosen.length === 0) return { kind: 'none-chosen' }
    const [last] = await tx
      .select({ position: sql<number>`coalesce(max(${product.position}), -1)::int` })
      .from(product)
      .where(eq(product.organisationId, organisationId))
    await writeGoods(tx, context, {
      organisationId,
      boothSlug: booth.slug,
      isSample,
      position: (last?.position ?? -1) + 1,
      rows: chosen,
    })
    await tx.delete(productImport).where(eq(productImport.id, id))
    const made = chosen.filter(({ kind }) => kind === 'new').length
    return { kind: 'done', made, changed: chosen.length - made }
  })
}
