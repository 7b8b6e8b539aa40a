import { and, desc, eq, inArray } from 'drizzle-orm'
import { message } from '~/db/schema/message'
import { payment } from '~/db/schema/payment'
import { sampleOrder, sampleOrderEvent } from '~/db/schema/sample-order'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { queueMessage } from '../shared/queue-message.server'
import { isStillDue } from './is-still-due.server'
import { notBefore } from './not-before'
import { type OrderNews, orderNews } from './order-news'
import { type OrderAudience, readOrderAudiences } from './read-order-audience.server'
import { type OrderNow, stillDueOrder } from './still-due-order'

const PRIORITY = 3
const USEFUL_DAYS = 14
const DAY_MS = 86_400_000

/**
 * Tells an order's buyer and pesantren of one of its events: whom it concerns, not who did it. Messages that wait
 * and are no longer true become void, and what was overtaken isn't told at all. Repeated, it writes nothing twice.
 */
export async function tellOrder(
  context: Context,
  { orderId, eventId }: { orderId: string; eventId: number },
): Promise<void> {
  await inTransaction(context.db, async (tx) => {
    // One at a time for each order: the deliveries of two of its events would not see each other's messages.
    await tx
      .select({ id: sampleOrder.id })
      .from(sampleOrder)
      .where(eq(sampleOrder.id, orderId))
      .for('no key update')
    const [event] = await tx
      .select()
      .from(sampleOrderEvent)
      .where(and(eq(sampleOrderEvent.id, eventId), eq(sampleOrderEvent.orderId, orderId)))
    const audience = (await readOrderAudiences(tx, [orderId])).get(orderId)
    if (!event || !audience) return
    await voidUntrue(tx, context, orderId)
    const { row } = audience
    const news = orderNews({
      kind: event.kind,
      by: event.by,
      amountMinor: typeof event.detail?.amountMinor === 'number' ? event.detail.amountMinor : null,
      totalMinor: row.totalMinor,
      isHandedOver: row.delivery === 'hand-over' || (event.kind === 'sent' && row.courier === null),
      courier: row.courier,
      tracking: row.trackingNumber,
      endReason: row.endReason,
      disputeId: typeof event.detail?.disputeId === 'string' ? event.detail.disputeId : null,
      dueAt: typeof event.detail?.dueAt === 'string' ? event.detail.dueAt : null,
      rejectedReason: event.kind === 'proof-rejected' ? await rejectedReason(tx, orderId) : null,
      expiresAt: row.expiresAt,
      wasPaid: row.paidAt !== null,
    })
    const order = { ...nowOf(row), openDisputes: audience.openDisputes }
    for (const one of news) {
      const { disputeId, dueAt } = event.detail ?? {}
      if (stillDueOrder(one.template, order, context.now, { disputeId, dueAt }) === true)
        await tell(tx, context, audience, one, eventId)
    }
  })
}

const nowOf = (row: OrderAudience['row']): Omit<OrderNow, 'openDisputes'> => ({
  state: row.state,
  hasProof: row.proofSentAt !== null,
  expiresAt: row.expiresAt,
})

async function tell(
  tx: Transaction,
  context: Context,
  audience: OrderAudience,
  { to, template, variables }: OrderNews,
  eventId: number,
): Promise<void> {
  const { row, buyers, sellers, told } = audience
  const receivers = to === 'pesantren' ? sellers : buyers
  const organisationId = to === 'pesantren' ? row.organisationId : row.buyerOrganisationId
  for (const { personId, locale, timeZone } of receivers) {
    await queueMessage(tx, context, {
      template,
      variables: variables(told(locale)),
      locale,
      to: { personId },
      ...(organisationId ? { organisationId } : {}),
      about: { kind: 'order', id: row.id },
      dedupeKey: `order:${eventId}:${template}:${personId}`,
      priority: PRIORITY,
      notBefore: notBefore(template, { at: context.now, timeZone, until: row.expiresAt ?? row.disputeDueAt }),
      expiresAt: new Date(context.now.getTime() + USEFUL_DAYS * DAY_MS),
      isSample: row.isSample,
    })
  }
}

async function rejectedReason(tx: Transaction, orderId: string): Promise<string | null> {
  const [row] = await tx
    .select({ reason: payment.rejectedReason })
    .from(payment)
    .where(eq(payment.orderId, orderId))
    .orderBy(desc(payment.createdAt), desc(payment.id))
    .limit(1)
  return row?.reason ?? null
}

/** Messages that wait with what is no longer so are never sent. */
async function voidUntrue(tx: Transaction, { now }: Context, orderId: string): Promise<void> {
  const waiting = await tx
    .select({
      id: message.id,
      template: message.template,
      variables: message.variables,
      aboutKind: message.aboutKind,
      aboutId: message.aboutId,
      organisationId: message.organisationId,
      personId: message.personId,
      isAddressFixed: message.isAddressFixed,
      address: message.address,
      dedupeKey: message.dedupeKey,
    })
    .from(message)
    .where(and(eq(message.aboutKind, 'order'), eq(message.aboutId, orderId), eq(message.state, 'waiting')))
  const due = await isStillDue(tx, waiting, now)
  for (const failure of new Set([...due.values()].filter((reason) => reason !== true))) {
    const ids = waiting.flatMap(({ id }) => (due.get(id) === failure ? id : []))
    await tx
      .update(message)
      .set({ state: 'void', failure, settledAt: now, updatedAt: now })
      .where(and(inArray(message.id, ids), eq(message.state, 'waiting')))
  }
}
