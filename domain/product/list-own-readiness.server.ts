import { and, eq, ne } from 'drizzle-orm'
import { product } from '~/db/schema/product'
import { actingMembership, mayWrite } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { type ReadyProduct, readReadiness } from './readiness-rows.server'

/**
 * How ready for export each of the own goods is, in the order of the shelf. One query.
 * @throws AppError 'forbidden' for everybody who is not of a pesantren.
 */
export async function listOwnReadiness(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { locale }: { locale: Locale },
): Promise<{ rows: ReadyProduct[]; mayWrite: boolean }> {
  const acting = actingMembership(actor)
  if (acting?.organisationKind !== 'pesantren') throw new AppError('forbidden')
  const where = and(eq(product.organisationId, acting.organisationId), ne(product.state, 'archived'))
  return { rows: await readReadiness(db, { where, locale, now }), mayWrite: mayWrite(acting) }
}
