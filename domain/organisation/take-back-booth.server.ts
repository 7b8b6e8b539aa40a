import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import type { Context } from '../shared/context'
import type { BoothState } from '../shared/enums'
import { appendBoothEvent, lockBooth, setBoothState } from './booth-event.server'

/**
 * Takes a booth out of the organiser's queue again, to go on with it.
 * @throws AppError 'forbidden' for who may not write for a pesantren.
 */
export async function takeBackBooth(
  context: Context,
): Promise<{ kind: 'done' } | { kind: 'changed'; state: BoothState }> {
  const { organisationId, personId } = requirePesantrenWriter(context.actor)
  return inTransaction(context.db, async (tx) => {
    const { boothState } = await lockBooth(tx, organisationId)
    if (boothState !== 'handed-in') return { kind: 'changed', state: boothState }
    await setBoothState(tx, context, organisationId, 'making')
    await appendBoothEvent(tx, context, { organisationId, kind: 'taken-back', personId })
    return { kind: 'done' }
  })
}
