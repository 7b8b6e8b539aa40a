import { inTransaction } from '~/db/transaction.server'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { lockApplicant } from './append-verification-event.server'
import { type PlacedBooth, placeBooth } from './place-booth.server'

/**
 * Places a published booth whose pesantren was let in while no hall was open, or its pavilion was full.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' for what isn't there.
 */
export async function giveBooth(
  context: Context,
  { organisationId }: { organisationId: string },
): Promise<PlacedBooth | { kind: 'changed' }> {
  const { isSample } = requireOrganiser(context.actor)
  return inTransaction(context.db, async (tx) => {
    const { kind, verification, boothState } = await lockApplicant(tx, organisationId, isSample)
    if (kind !== 'pesantren' || verification !== 'verified' || boothState !== 'published') {
      return { kind: 'changed' }
    }
    return placeBooth(tx, context, organisationId)
  })
}
