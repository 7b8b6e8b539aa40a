import { and, eq, inArray, sql } from 'drizzle-orm'
import { message } from '~/db/schema/message'
import type { Transaction } from '~/db/transaction.server'
import { isOfOneTemplate } from '~/integrations/whatsapp/error-meaning.server'
import type { SendFailure } from '../shared/message-enums'
import { afterFailure } from './after-failure'

/**
 * Writes what becomes of a message whose newest attempt failed: later again, by the other channel, unknown, or
 * dead. One that is no longer under way is left alone. The row is locked by the caller.
 * @param failed.isToldLater by a status, after the service had taken it.
 */
export async function writeFailure(
  tx: Transaction,
  row: typeof message.$inferSelect,
  {
    failure,
    serviceCode,
    isToldLater,
  }: { failure: SendFailure; serviceCode: string | null; isToldLater: boolean },
  { now, random }: { now: Date; random: number },
): Promise<void> {
  const failed = { failure, isOfOneTemplate: isOfOneTemplate(serviceCode), isToldLater }
  const next = afterFailure(row, failed, { now, random })
  const set = {
    again: {
      state: 'waiting' as const,
      notBefore: next.kind === 'again' ? next.notBefore : now,
      ...(next.kind === 'again' && !next.isCounted
        ? { attempts: sql`greatest(0, ${message.attempts} - 1)` }
        : {}),
    },
    'other-channel': {
      state: 'waiting' as const,
      notBefore: now,
      fellBackFrom: row.channel,
      channel: null,
      address: null,
      attempts: 0,
    },
    unknown: { state: 'unknown' as const },
    dead: { state: 'dead' as const, settledAt: now },
  }[next.kind]
  await tx
    .update(message)
    .set({ ...set, failure, updatedAt: now })
    .where(and(eq(message.id, row.id), inArray(message.state, ['sending', 'sent', 'unknown'])))
}
