import { and, eq } from 'drizzle-orm'
import { productImport } from '~/db/schema/product-import'
import type { Transaction } from '~/db/transaction.server'
import { isVerified } from '../shared/acting'
import type { ActorMembership, Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { Locale } from '../shared/locale'
import { basisOf, ownShelf } from './own-shelf.server'
import { type ProductTable, parseTable } from './parse-table'
import { type PlannedRow, planImport } from './plan-import'
import type { AllTableWords } from './product-table'

export interface PlannedImport {
  table: ProductTable
  rows: PlannedRow[]
  basis: string
  numbers: Locale
}

/**
 * What a table that was sent would do to the goods as they are now; null: there is none of this organisation with that
 * id. `lock` keeps the table and the goods that it is about until the transaction ends.
 */
export async function plannedImport(
  db: Context['db'] | Transaction,
  acting: ActorMembership,
  { id, words, lock = false }: { id: string; words: AllTableWords; lock?: boolean },
): Promise<PlannedImport | null> {
  const { organisationId } = acting
  const query = db
    .select({ content: productImport.content, locale: productImport.locale })
    .from(productImport)
    .where(and(eq(productImport.id, id), eq(productImport.organisationId, organisationId)))
  const [sent] = isId(id) ? await (lock ? query.for('update') : query) : []
  if (!sent) return null
  const table = parseTable(sent.content, words)
  if ('kind' in table) return null
  const slugs = [...new Set(table.rows.flatMap(({ cells }) => (cells.code ? [cells.code] : [])))]
  const goods = await ownShelf(db, organisationId, { slugs, lock })
  const own = new Map(goods.map((one) => [one.slug, one]))
  const shelf = { own, isVerified: isVerified(acting), locale: sent.locale }
  return {
    table,
    rows: planImport(table, shelf, words),
    basis: basisOf(goods),
    numbers: table.locale ?? sent.locale,
  }
}
