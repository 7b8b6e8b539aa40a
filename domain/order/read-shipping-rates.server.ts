import { asc, eq } from 'drizzle-orm'
import { shippingRate } from '~/db/schema/sample-offer'
import { mayWrite, requirePesantren } from '../shared/acting'
import type { Context } from '../shared/context'
import { shippingBasis } from './shipping-basis.server'
import type { ShippingRow } from './shipping-table'

export interface OwnShippingRates {
  rows: ShippingRow[]
  /** Goes with the form, see `saveShippingRates`. */
  basis: string
  mayWrite: boolean
}

/** What the pesantren asks for a parcel. @throws AppError 'forbidden' for everybody who is not of a pesantren. */
export async function readShippingRates({
  db,
  actor,
}: Pick<Context, 'db' | 'actor'>): Promise<OwnShippingRates> {
  const acting = requirePesantren(actor)
  const rows = await db
    .select({
      zone: shippingRate.zone,
      upToGrams: shippingRate.upToGrams,
      priceMinor: shippingRate.priceMinor,
      days: shippingRate.days,
    })
    .from(shippingRate)
    .where(eq(shippingRate.organisationId, acting.organisationId))
    .orderBy(asc(shippingRate.upToGrams))
  return { rows, basis: shippingBasis(rows), mayWrite: mayWrite(acting) }
}
