import { appendOutbox } from '~/db/outbox.server'
import { whatsappReceived, whatsappStatus } from '~/db/schema/message'
import { inTransaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { applyStatuses } from './apply-status.server'
import type { ToldMessage, ToldStatus } from './whatsapp-webhook.schema'

/**
 * Keeps what WhatsApp told, each once, in one transaction: statuses are applied to their messages at once, what
 * somebody wrote or tapped is worked on by the worker. Only for what a signature has proved.
 * @returns how many of each were new.
 */
export async function receiveWhatsapp(
  context: Pick<Context, 'db' | 'newId' | 'now'>,
  { statuses, messages }: { statuses: readonly ToldStatus[]; messages: readonly ToldMessage[] },
): Promise<{ statuses: number; messages: number }> {
  const { db, now } = context
  if (statuses.length + messages.length === 0) return { statuses: 0, messages: 0 }
  return inTransaction(db, async (tx) => {
    // In one order for everybody: two webhooks with the same statuses wait for each other, never in a ring.
    const told = [...statuses].sort((a, b) => compare(key(a), key(b)))
    const newStatuses = told.length
      ? await tx
          .insert(whatsappStatus)
          .values(told.map((status) => ({ ...status, createdAt: now })))
          .onConflictDoNothing()
          .returning({ serviceId: whatsappStatus.serviceId })
      : []
    // All of them, also the known: one that came before its message was written is applied by a later one.
    if (told.length > 0) await applyStatuses(tx, told, now)
    const received = [...messages].sort((a, b) => compare(a.id, b.id))
    const newMessages = received.length
      ? await tx
          .insert(whatsappReceived)
          .values(received.map((message) => ({ ...message, createdAt: now })))
          .onConflictDoNothing()
          .returning({ id: whatsappReceived.id })
      : []
    for (const { id } of newMessages) {
      await appendOutbox(tx, context, {
        topic: 'whatsapp.received',
        payload: { id },
        dedupeKey: `whatsapp.received:${id}`,
      })
    }
    return { statuses: newStatuses.length, messages: newMessages.length }
  })
}

const key = ({ serviceId, status }: ToldStatus) => `${serviceId} ${status}`
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
