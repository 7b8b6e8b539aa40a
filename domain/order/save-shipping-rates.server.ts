import { eq } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import { shippingRate } from '~/db/schema/sample-offer'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import type { Context } from '../shared/context'
import { shippingBasis } from './shipping-basis.server'
import type { ShippingRow } from './shipping-table'

/**
 * Saves the whole table of what a parcel costs. Orders that are there keep what they were told.
 * @param basis the table that the form was made with: another's since then isn't overwritten.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function saveShippingRates(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { basis, rows }: { basis: string; rows: readonly ShippingRow[] },
): Promise<{ kind: 'saved' } | { kind: 'changed' }> {
  const { organisationId } = requirePesantrenWriter(actor)
  return inTransaction(db, async (tx) => {
    // One at a time for each pesantren: the table is one thing.
    await tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(eq(organisation.id, organisationId))
      .for('no key update')
    const own = eq(shippingRate.organisationId, organisationId)
    if (shippingBasis(await tx.select().from(shippingRate).where(own)) !== basis) return { kind: 'changed' }
    await tx.delete(shippingRate).where(own)
    if (rows.length > 0) await tx.insert(shippingRate).values(rows.map((row) => ({ ...row, organisationId })))
    return { kind: 'saved' }
  })
}
