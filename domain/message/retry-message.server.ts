import { and, eq, inArray } from 'drizzle-orm'
import { message } from '~/db/schema/message'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { MessageState } from '../shared/message-enums'
import { isStillOfUse } from './message-rows.server'
import { isRetryable } from './message-view'
import { queuedAgain } from './queued-again.server'

export type RetryOutcome =
  | { kind: 'queued' }
  /** Its time is over: a code that nobody can use any more, a reminder of what has been, words that are erased. */
  | { kind: 'expired' }
  /** It is unknown whether the receiver has it already: asked for once more, it goes. */
  | { kind: 'may-have-arrived' }
  /** Somebody else was quicker, or it has gone meanwhile. */
  | { kind: 'changed'; state: MessageState }

/**
 * Puts a message that was given up, kept, or is unknown back into the queue, with its channel chosen anew.
 * @param input.mayRepeat the organiser knows that an unknown one may be there already.
 * @throws AppError 'forbidden' for everybody but the organiser, 'not-found' for what isn't theirs to see.
 */
export async function retryMessage(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { messageId, mayRepeat }: { messageId: string; mayRepeat: boolean },
): Promise<RetryOutcome> {
  const { isSample } = requireOrganiser(actor)
  const own = and(eq(message.id, messageId), eq(message.isSample, isSample))
  const find = () =>
    db
      .select({ state: message.state, isOfUse: isStillOfUse(now) })
      .from(message)
      .where(own)
  const [row] = isId(messageId) ? await find() : []
  if (!row) throw new AppError('not-found')
  if (!isRetryable(row.state)) return { kind: 'changed', state: row.state }
  if (!row.isOfUse) return { kind: 'expired' }
  if (row.state === 'unknown' && !mayRepeat) return { kind: 'may-have-arrived' }
  const queued = await db
    .update(message)
    .set(queuedAgain(now))
    // The state that was looked at: the sender may be at it, too.
    .where(and(own, inArray(message.state, [row.state]), isStillOfUse(now)))
    .returning({ id: message.id })
  if (queued.length > 0) return { kind: 'queued' }
  const [after] = await find()
  return { kind: 'changed', state: after?.state ?? row.state }
}
