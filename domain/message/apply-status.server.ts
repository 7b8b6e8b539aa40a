import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { message, messageAttempt, whatsappStatus } from '~/db/schema/message'
import type { Transaction } from '~/db/transaction.server'
import { whatsappErrorMeaning } from '~/integrations/whatsapp/error-meaning.server'
import { isId } from '../shared/ids'
import type { MessageState } from '../shared/message-enums'
import type { ToldStatus } from './whatsapp-webhook.schema'
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
  const told = await withAttempts(tx, statuses)
  if (told.length === 0) return
  const rows = await lockMessages(tx, told)
  const arrived = told.filter((each): each is Arrived => each.status !== 'failed')
  // 'sent' that comes after 'failed' was before it.
  const failed = await failedOnes(tx, arrived)
  await writeArrived(
    tx,
    rows,
    arrived.filter((each) => each.status !== 'sent' || !failed.has(each.serviceId)),
    now,
  )
  for (const each of told) if (each.status === 'failed') await applyFailed(tx, each, now)
}

type Told = ToldStatus & { messageId: string; number: number }
type Arrived = Told & { status: 'sent' | 'delivered' | 'read' }
type Row = Pick<typeof message.$inferSelect, 'id' | 'state' | 'sentAt' | 'deliveredAt' | 'readAt'>

/** What was sent along: 'messageId:number'. */
function ownName({ callbackData }: ToldStatus): { messageId: string; number: number } | null {
  const [messageId, number] = callbackData?.split(':') ?? []
  return isId(messageId) && number && /^\d{1,4}$/.test(number) ? { messageId, number: Number(number) } : null
}

/** The statuses of attempts of ours, each with its attempt. */
async function withAttempts(tx: Transaction, statuses: readonly ToldStatus[]): Promise<Told[]> {
  if (statuses.length === 0) return []
  const names = statuses.flatMap((each) => ownName(each) ?? [])
  const found = await tx
    .select({
      messageId: messageAttempt.messageId,
      number: messageAttempt.number,
      serviceId: messageAttempt.serviceId,
    })
    .from(messageAttempt)
    .where(
      or(
        inArray(
          messageAttempt.serviceId,
          statuses.map(({ serviceId }) => serviceId),
        ),
        names.length > 0
          ? inArray(
              messageAttempt.messageId,
              names.map(({ messageId }) => messageId),
            )
          : undefined,
      ),
    )
  return statuses.flatMap((each) => {
    const name = ownName(each)
    const attempt =
      found.find((a) => a.messageId === name?.messageId && a.number === name.number) ??
      found.find((a) => a.serviceId === each.serviceId)
    return attempt ? [{ ...each, messageId: attempt.messageId, number: attempt.number }] : []
  })
}

/** In one order for everybody, and before what they are by now is read. */
async function lockMessages(tx: Transaction, told: readonly Told[]): Promise<Map<string, Row>> {
  const rows = await tx
    .select({
      id: message.id,
      state: message.state,
      sentAt: message.sentAt,
      deliveredAt: message.deliveredAt,
      readAt: message.readAt,
    })
    .from(message)
    .where(inArray(message.id, [...new Set(told.map(({ messageId }) => messageId))]))
    .orderBy(message.id)
    .for('update')
  return new Map(rows.map((row) => [row.id, row]))
}

async function failedOnes(tx: Transaction, arrived: readonly Arrived[]): Promise<Set<string>> {
  const sent = arrived.flatMap(({ status, serviceId }) => (status === 'sent' ? [serviceId] : []))
  if (sent.length === 0) return new Set()
  const rows = await tx
    .select({ serviceId: whatsappStatus.serviceId })
    .from(whatsappStatus)
    .where(and(inArray(whatsappStatus.serviceId, sent), eq(whatsappStatus.status, 'failed')))
  return new Set(rows.map(({ serviceId }) => serviceId))
}

async function writeArrived(
  tx: Transaction,
  rows: ReadonlyMap<string, Row>,
  arrived: readonly Arrived[],
  now: Date,
): Promise<void> {
  if (arrived.length === 0) return
  const attempts = new Map<string, { id: string; number: number; service_id: string; at: string }>()
  const lifted = new Map<string, Row>()
  for (const { messageId, number, serviceId, status, happenedAt } of arrived) {
    const at = happenedAt.toISOString()
    attempts.set(`${messageId}:${number}`, { id: messageId, number, service_id: serviceId, at })
    const row = lifted.get(messageId) ?? rows.get(messageId)
    if (!row) continue
    const next = { ...row, sentAt: row.sentAt ?? happenedAt }
    if (LIFTS[status].includes(row.state)) next.state = status
    // What became of a later try doesn't undo what is there. A message that is void stays so, with the times of
    // what arrived all the same; one that is kept, too.
    if (!['sent', 'delivered', 'read', 'void'].includes(next.state)) continue
    if (status === 'delivered') next.deliveredAt ??= happenedAt
    if (status === 'read') next.readAt ??= happenedAt
    lifted.set(messageId, next)
  }
  await tx.execute(sql`
    update message_attempt a set service_id = t.service_id, ended_at = coalesce(a.ended_at, t.at), failure = null
    from jsonb_to_recordset(${JSON.stringify([...attempts.values()])}::text::jsonb)
      as t(id uuid, number int, service_id text, at timestamptz)
    where a.message_id = t.id and a.number = t.number
      and (a.service_id is null or a.ended_at is null or a.failure is not null)`)
  const changes = [...lifted.values()].map(({ id, state, sentAt, deliveredAt, readAt }) => ({
    id,
    state,
    sent_at: sentAt?.toISOString() ?? null,
    delivered_at: deliveredAt?.toISOString() ?? null,
    read_at: readAt?.toISOString() ?? null,
  }))
  if (changes.length === 0) return
  // Once it is there nobody needs what opens something here.
  await tx.execute(sql`
    update message m set state = t.state, failure = case when t.state = 'void' then m.failure end,
      sent_at = t.sent_at, delivered_at = t.delivered_at, read_at = t.read_at,
      settled_at = coalesce(m.settled_at, ${now.toISOString()}::timestamptz),
      updated_at = ${now.toISOString()}::timestamptz,
      variables = case when t.state = 'sent' then m.variables else m.variables - 'code' - 'token' end
    from jsonb_to_recordset(${JSON.stringify(changes)}::text::jsonb)
      as t(id uuid, state text, sent_at timestamptz, delivered_at timestamptz, read_at timestamptz)
    where m.id = t.id`)
}

async function applyFailed(tx: Transaction, told: Told, now: Date): Promise<void> {
  // Read anew: one status may have followed another in what was told.
  const [row] = await tx.select().from(message).where(eq(message.id, told.messageId))
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
    .where(and(eq(messageAttempt.messageId, told.messageId), eq(messageAttempt.number, told.number)))
  const [newest] = await tx
    .select({ number: sql<number>`max(${messageAttempt.number})` })
    .from(messageAttempt)
    .where(eq(messageAttempt.messageId, told.messageId))
  // Told twice, or of a try that another has followed: nothing follows from it any more.
  if (newest?.number === told.number)
    await writeFailure(tx, row, { failure, serviceCode, isToldLater: true }, { now, random: Math.random() })
}
