import { sql } from 'drizzle-orm'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { queueMessage } from '../shared/queue-message.server'
import { notBefore } from './not-before'
import { queueInBatches } from './queue-in-batches.server'
import { type OrderAudience, readOrderAudiences } from './read-order-audience.server'

type Reminder = 'order-transfer-due' | 'order-send-due'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** So long before the end of its time a transfer is reminded of, unless the order is younger than that. */
const TRANSFER_MS = DAY_MS
/** So long after it was paid the pesantren is reminded to send. */
const SEND_AFTER_MS = 3 * DAY_MS
const USEFUL_MS = 7 * DAY_MS
const PRIORITY = 4
const BATCH = 100

/**
 * Writes the reminders that are due: to the buyer a day before a transfer's time is over, to the pesantren three days
 * after an order was paid and isn't sent. Each once for an order, its time and a person. Run by the worker each minute.
 * @returns how many messages.
 */
export function queueOrderReminders(context: Pick<Context, 'db' | 'now' | 'newId'>): Promise<number> {
  return queueInBatches(
    context.db,
    ['order-transfer-due', 'order-send-due'] as const,
    (tx, reminder, after) => queueBatch(tx, context, reminder, after),
  )
}

async function queueBatch(
  tx: Transaction,
  context: Pick<Context, 'now' | 'newId'>,
  reminder: Reminder,
  after: string | null,
): Promise<{ queued: number; last: string | null }> {
  const { now } = context
  const at = (ms: number) => sql`${new Date(now.getTime() + ms).toISOString()}::timestamptz`
  const when =
    reminder === 'order-transfer-due'
      ? sql`o.state = 'awaiting' and o.way = 'transfer' and o.proof_sent_at is null
          and o.expires_at > ${at(HOUR_MS)} and o.expires_at <= ${at(TRANSFER_MS)}
          and o.created_at <= ${at(-TRANSFER_MS / 2)}`
      : sql`o.state in ('paid', 'packed') and o.paid_at <= ${at(-SEND_AFTER_MS)}
          and o.paid_at > ${at(-SEND_AFTER_MS - USEFUL_MS)}`
  const rows = await tx.execute<{ id: string }>(sql`
    select o.id from sample_order o
    where ${when} and ${after === null ? sql`true` : sql`o.id > ${after}::uuid`}
      and not exists (
        select from message told where told.about_kind = 'order' and told.about_id = o.id
          and told.template = ${reminder}
          and (${reminder} <> 'order-transfer-due'
            or (told.variables ->> 'expiresAt')::timestamptz = date_trunc('milliseconds', o.expires_at)))
    order by o.id limit ${BATCH}`)
  const ids = rows.map(({ id }) => id)
  const audiences = await readOrderAudiences(tx, ids)
  let queued = 0
  for (const audience of audiences.values()) queued += await remind(tx, context, reminder, audience)
  return { queued, last: ids.length < BATCH ? null : (ids.at(-1) ?? null) }
}

async function remind(
  tx: Transaction,
  context: Pick<Context, 'now' | 'newId'>,
  reminder: Reminder,
  { row, buyers, sellers, told }: OrderAudience,
): Promise<number> {
  const { now } = context
  const { id, expiresAt, paidAt, totalMinor, isSample } = row
  const common = { about: { kind: 'order' as const, id }, priority: PRIORITY, isSample }
  let queued = 0
  for (const { personId, locale, timeZone } of buyers) {
    if (reminder !== 'order-transfer-due' || !expiresAt) break
    const message = await queueMessage(tx, context, {
      ...common,
      template: reminder,
      variables: { ...told(locale), totalMinor, expiresAt: expiresAt.toISOString() },
      locale,
      to: { personId },
      ...(row.buyerOrganisationId ? { organisationId: row.buyerOrganisationId } : {}),
      dedupeKey: `${reminder}:${id}:${expiresAt.getTime()}:${personId}`,
      notBefore: notBefore(reminder, { at: now, timeZone, until: expiresAt }),
      expiresAt,
    })
    if (message) queued += 1
  }
  if (reminder === 'order-send-due' && paidAt) {
    for (const { personId, locale, timeZone } of sellers) {
      const message = await queueMessage(tx, context, {
        ...common,
        template: reminder,
        variables: { ...told(locale), paidAt: paidAt.toISOString() },
        locale,
        to: { personId },
        organisationId: row.organisationId,
        dedupeKey: `${reminder}:${id}:${personId}`,
        notBefore: notBefore(reminder, { at: now, timeZone }),
        expiresAt: new Date(now.getTime() + USEFUL_MS),
      })
      if (message) queued += 1
    }
  }
  return queued
}
