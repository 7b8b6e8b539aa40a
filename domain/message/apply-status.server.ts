import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { message, messageAttempt, whatsappStatus } from '~/db/schema/message'
import type { Transaction } from '~/db/transaction.server'
import { whatsappErrorMeaning } from '~/integrations/whatsapp/error-meaning.server'
import { isId } from '../shared/ids'
import type { MessageState } from '../shared/message-enums'
import type { ToldStatus } from './whatsapp-webhook.schema'
import { withoutSecrets } from './without-secrets.server'
import { writeFailure } from './write-failure.server'

/** What was tried and may be there after all: a retry that waits is then not needed. */
const NOT_THERE_YET: readonly MessageState[] = ['waiting', 'sending', 'unknown', 'dead']

/** Which states a status may lift: never back from read to delivered, whatever comes twice or late. */
const LIFTS: Record<Exclude<ToldStatus['status'], 'failed'>, readonly MessageState[]> = {
  sent: NOT_THERE_YET,
  delivered: [...NOT_THERE_YET, 'sent'],
  read: [...NOT_THERE_YET, 'sent', 'delivered'],
}

/**
 * Applies what WhatsApp told to our messages, in any order and however often. An attempt is found by what was
 * sent along with it, or by the service's id: the status may be here before our own commit. What is told must
 * be in whatsapp_status already.
 */
export async function applyStatuses(
  tx: Transaction,
  statuses: readonly ToldStatus[],
  now: Date,
): Promise<void> {
  for (const told of statuses) {
    const attempt = await findAttempt(tx, told)
    if (!attempt) continue
    if (told.status === 'failed') await applyFailed(tx, attempt, told, now)
    else await applyArrived(tx, attempt, { ...told, status: told.status }, now)
  }
}

type Attempt = Pick<typeof messageAttempt.$inferSelect, 'messageId' | 'number' | 'failure'>

async function findAttempt(tx: Transaction, told: ToldStatus): Promise<Attempt | null> {
  const [id, number] = told.callbackData?.split(':') ?? []
  const byCallback: SQL | undefined =
    isId(id) && number && /^\d{1,4}$/.test(number)
      ? and(eq(messageAttempt.messageId, id), eq(messageAttempt.number, Number(number)))
      : undefined
  const columns = {
    messageId: messageAttempt.messageId,
    number: messageAttempt.number,
    failure: messageAttempt.failure,
  }
  const where = or(byCallback, eq(messageAttempt.serviceId, told.serviceId))
  const [found] = await tx.select(columns).from(messageAttempt).where(where).limit(1)
  if (!found) return null
  // The message first, as everybody who settles does; then what the attempt is by now.
  await tx.select({ id: message.id }).from(message).where(eq(message.id, found.messageId)).for('update')
  const [now] = await tx.select(columns).from(messageAttempt).where(ofAttempt(found))
  return now ?? null
}

const ofAttempt = ({ messageId, number }: Pick<Attempt, 'messageId' | 'number'>) =>
  and(eq(messageAttempt.messageId, messageId), eq(messageAttempt.number, number))

async function applyArrived(
  tx: Transaction,
  attempt: Attempt,
  told: ToldStatus & { status: 'sent' | 'delivered' | 'read' },
  now: Date,
): Promise<void> {
  const at = sql`${told.happenedAt.toISOString()}::timestamptz`
  const [failed] = await tx
    .select({ code: whatsappStatus.errorCode })
    .from(whatsappStatus)
    .where(and(eq(whatsappStatus.serviceId, told.serviceId), eq(whatsappStatus.status, 'failed')))
  // 'sent' that comes after 'failed' was before it.
  if (failed && told.status === 'sent') return
  await tx
    .update(messageAttempt)
    .set({
      serviceId: told.serviceId,
      endedAt: sql`coalesce(${messageAttempt.endedAt}, ${at})`,
      failure: null,
    })
    .where(ofAttempt(attempt))
  const { messageId } = attempt
  await tx
    .update(message)
    .set({
      state: told.status,
      failure: null,
      sentAt: sql`coalesce(${message.sentAt}, ${at})`,
      settledAt: sql`coalesce(${message.settledAt}, ${now.toISOString()}::timestamptz)`,
      updatedAt: now,
    })
    .where(and(eq(message.id, messageId), inArray(message.state, [...LIFTS[told.status]])))
  if (told.status === 'sent') return
  const column = told.status === 'read' ? message.readAt : message.deliveredAt
  await tx
    .update(message)
    .set({
      [told.status === 'read' ? 'readAt' : 'deliveredAt']: sql`coalesce(${column}, ${at})`,
      variables: withoutSecrets(),
    })
    .where(and(eq(message.id, messageId), inArray(message.state, ['sent', 'delivered', 'read'])))
}

async function applyFailed(tx: Transaction, attempt: Attempt, told: ToldStatus, now: Date): Promise<void> {
  const [row] = await tx.select().from(message).where(eq(message.id, attempt.messageId))
  if (!row || row.state === 'delivered' || row.state === 'read') return
  const failure = whatsappErrorMeaning(told.errorCode, null)
  const serviceCode = told.errorCode === null ? null : String(told.errorCode)
  await tx
    .update(messageAttempt)
    .set({
      serviceId: told.serviceId,
      endedAt: sql`coalesce(${messageAttempt.endedAt}, ${told.happenedAt.toISOString()}::timestamptz)`,
      failure,
      serviceCode,
    })
    .where(ofAttempt(attempt))
  const [newest] = await tx
    .select({ number: sql<number>`max(${messageAttempt.number})` })
    .from(messageAttempt)
    .where(eq(messageAttempt.messageId, attempt.messageId))
  // Told twice, or of a try that another has followed: nothing follows from it any more.
  if (newest?.number === attempt.number)
    await writeFailure(tx, row, { failure, serviceCode }, { now, random: Math.random() })
}
