import { createHash } from 'node:crypto'
import type { ShippingRow } from './shipping-table'

/** Tells whether a table is as it was. */
export function shippingBasis(rows: readonly ShippingRow[]): string {
  const lines = rows.map(({ zone, upToGrams, priceMinor, days }) =>
    [zone, upToGrams, priceMinor, days].join(':'),
  )
  return createHash('sha256').update(lines.sort().join('\n')).digest('base64url').slice(0, 22)
}
