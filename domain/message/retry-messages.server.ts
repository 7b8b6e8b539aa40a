import { and, eq } from 'drizzle-orm'
import { message } from '~/db/schema/message'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { filteredMessages, isStillOfUse } from './message-rows.server'
import type { MessageFilter, RetryableState } from './message-view'
import { queuedAgain } from './queued-again.server'

/**
 * The same for all of one state that a filter lets through, except those whose time is over. They go at the
 * services' pace, the urgent ones first.
 * @returns how many; `notBefore` is theirs alone, by which `readRetried` finds them again.
 * @throws AppError 'forbidden' for everybody but the organiser.
 */
export async function retryMessages(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { filter, state }: { filter: MessageFilter; state: RetryableState },
): Promise<{ queued: number; notBefore: Date }> {
  const { isSample } = requireOrganiser(actor)
  const queued = await db
    .update(message)
    .set(queuedAgain(now))
    .where(
      and(
        filteredMessages({ ...filter, state, search: null }, { isSample }),
        eq(message.state, state),
        isStillOfUse(now),
      ),
    )
    .returning({ id: message.id })
  return { queued: queued.length, notBefore: now }
}
