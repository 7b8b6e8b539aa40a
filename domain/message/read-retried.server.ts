import { and, count, eq } from 'drizzle-orm'
import { message } from '~/db/schema/message'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { TAB_STATES } from './message-view'

/**
 * How far the messages are that were put back into the queue together, at `notBefore`. One that has to wait for
 * its turn gets another time: it counts as waiting, being neither gone nor failed.
 * @throws AppError 'forbidden' for everybody but the organiser.
 */
export async function readRetried(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { notBefore, queued }: { notBefore: Date; queued: number },
): Promise<{ queued: number; gone: number; failed: number; waiting: number }> {
  const { isSample } = requireOrganiser(actor)
  const rows = await db
    .select({ state: message.state, total: count() })
    .from(message)
    .where(and(eq(message.isSample, isSample), eq(message.notBefore, notBefore)))
    .groupBy(message.state)
  const sum = (states: readonly string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((all, { total }) => all + total, 0)
  const gone = sum([...TAB_STATES.sent, 'void'])
  const failed = sum(TAB_STATES.attention)
  return { queued, gone, failed, waiting: Math.max(0, queued - gone - failed) }
}
