import { actingMembership } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { ownShelf } from './own-shelf.server'
import type { TableWords } from './product-table'
import { goodsTable } from './write-table'

/**
 * The goods of the pesantren for which the actor acts as a table, in one query; those that are put away too.
 * @throws AppError 'forbidden' for everybody who is not of a pesantren.
 */
export async function exportProducts(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { locale, words }: { locale: Locale; words: TableWords },
): Promise<string> {
  const acting = actingMembership(actor)
  if (acting?.organisationKind !== 'pesantren') throw new AppError('forbidden')
  return goodsTable(await ownShelf(db, acting.organisationId), locale, words)
}
