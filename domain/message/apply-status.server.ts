import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { message, messageAttempt } from '~/db/schema/message'
import type { Transaction } from '~/db/transaction.server'
import type { MessageState } from '../shared/message-enums'
import type { ToldStatus } from './whatsapp-webhook.schema'

/** Which states a status may lift: never back from read to delivered, whatever comes twice or late. */
const LIFTS: Record<Exclude<ToldStatus['status'], 'failed'>, readonly MessageState[]> = {
  sent: ['sending', 'unknown'],
  delivered: ['sending', 'unknown', 'sent'],
  read: ['sending', 'unknown', 'sent', 'delivered'],
}

/**
 * Applies what WhatsApp told to our messages, in any order and however often. An attempt is found by the
 * service's id, or by what was sent along with it: the status may be here before our own commit.
 */
export async function applyStatuses(tx: Transaction, statuses: readonly ToldStatus[]): Promise<void> {
  for (const told of statuses) {
    const [id, number] = told.callbackData?.split(':') ?? []
    const byCallback: SQL | undefined =
      id && /^[0-9a-f-]{36}$/.test(id) && number && /^\d{1,4}$/.test(number)
        ? and(eq(messageAttempt.messageId, id), eq(messageAttempt.number, Number(number)))
        : undefined
    const [attempt] = await tx
      .select({ messageId: messageAttempt.messageId, number: messageAttempt.number })
      .from(messageAttempt)
      .where(or(eq(messageAttempt.serviceId, told.serviceId), byCallback))
      .limit(1)
    if (!attempt) continue
    await tx
      .update(messageAttempt)
      .set({
        serviceId: told.serviceId,
        endedAt: sql`coalesce(${messageAttempt.endedAt}, ${told.happenedAt.toISOString()}::timestamptz)`,
      })
      .where(and(eq(messageAttempt.messageId, attempt.messageId), eq(messageAttempt.number, attempt.number)))
    if (told.status === 'failed') continue
    const at = told.happenedAt
    await tx
      .update(message)
      .set({
        state: told.status,
        sentAt: sql`coalesce(${message.sentAt}, ${at.toISOString()}::timestamptz)`,
        ...(told.status === 'delivered' ? { deliveredAt: at } : {}),
        ...(told.status === 'read' ? { readAt: at } : {}),
      })
      .where(and(eq(message.id, attempt.messageId), inArray(message.state, [...LIFTS[told.status]])))
  }
}
