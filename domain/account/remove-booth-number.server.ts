import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import type { Context } from '../shared/context'
import { setBoothNumber } from './set-booth-number.server'

/**
 * Takes a booth's number away: whoever wants to reach it writes in the form from then on.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function removeBoothNumber(context: Context): Promise<void> {
  const { organisationId } = requirePesantrenWriter(context.actor)
  await inTransaction(context.db, (tx) => setBoothNumber(tx, context, { organisationId, address: null }))
}
