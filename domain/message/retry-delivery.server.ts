import { sql } from 'drizzle-orm'
import { deliveryKey, queueDelivery } from '~/db/outbox.server'
import { inTransaction } from '~/db/transaction.server'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { ofSample } from './dead-deliveries.server'

/**
 * Has work that was given up tried again from the start. Deliveries bear being repeated, so a second tap harms
 * nothing.
 * @throws AppError 'forbidden' for everybody but the organiser, 'not-found' for what isn't given up or theirs.
 */
export async function retryDelivery(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { outboxId }: { outboxId: string },
): Promise<void> {
  const { isSample } = requireOrganiser(actor)
  if (!isId(outboxId)) throw new AppError('not-found')
  await inTransaction(db, async (tx) => {
    const rows = await tx.execute<{ id: string; topic: string }>(sql`
      update outbox o set state = 'pending', attempts = 0, last_error = null, settled_at = null
      where o.id = ${outboxId}::uuid and o.state = 'dead' and ${ofSample} = ${isSample}
      returning o.id, o.topic`)
    const row = rows[0]
    if (!row) throw new AppError('not-found')
    // A job that has used up its tries stays in the queue, and would keep its key from a new one.
    await tx.execute(sql`select graphile_worker.remove_job(${deliveryKey(outboxId)})`)
    await queueDelivery(tx, row)
  })
}
