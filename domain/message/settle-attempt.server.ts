import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { message, messageAttempt, whatsappStatus } from '~/db/schema/message'
import { inTransaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import type { SendFailure } from '../shared/message-enums'
import { applyStatuses } from './apply-status.server'
import { withoutSecrets } from './without-secrets.server'
import { writeFailure } from './write-failure.server'

export type SendAnswer =
  | { kind: 'taken'; serviceId: string }
  | { kind: 'failed'; failure: SendFailure; serviceCode: string | null }

/**
 * Writes what a service answered to an attempt, and what follows for its message. Bears being repeated, and
 * coming after WhatsApp has told of the message itself. Only for the sender.
 */
export async function settleAttempt(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { messageId, number, answer }: { messageId: string; number: number; answer: SendAnswer },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [row] = await tx.select().from(message).where(eq(message.id, messageId)).for('update')
    if (!row) return
    const ended = await tx
      .update(messageAttempt)
      .set(
        answer.kind === 'taken'
          ? { endedAt: now, serviceId: answer.serviceId }
          : { endedAt: now, failure: answer.failure, serviceCode: answer.serviceCode },
      )
      .where(
        and(
          eq(messageAttempt.messageId, messageId),
          eq(messageAttempt.number, number),
          // A status has ended it already, or we have.
          isNull(messageAttempt.endedAt),
        ),
      )
      .returning({ number: messageAttempt.number })
    if (ended.length === 0) return

    if (answer.kind === 'failed') {
      const [newest] = await tx
        .select({ number: sql<number>`max(${messageAttempt.number})` })
        .from(messageAttempt)
        .where(eq(messageAttempt.messageId, messageId))
      const { failure, serviceCode } = answer
      if (newest?.number === number)
        await writeFailure(
          tx,
          row,
          { failure, serviceCode, isToldLater: false },
          { now, random: Math.random() },
        )
      return
    }
    // Of mail nobody tells more. WhatsApp may say later that it failed after all: then its code or link goes again.
    const isDone = row.channel === 'mail'
    await tx
      .update(message)
      .set({
        state: 'sent',
        failure: null,
        sentAt: now,
        settledAt: now,
        updatedAt: now,
        ...(isDone ? { variables: withoutSecrets() } : {}),
      })
      .where(and(eq(message.id, messageId), inArray(message.state, ['sending', 'unknown'])))
    const told = await tx.select().from(whatsappStatus).where(eq(whatsappStatus.serviceId, answer.serviceId))
    if (told.length > 0) await applyStatuses(tx, told, now)
  })
}
