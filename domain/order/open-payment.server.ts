import { and, asc, eq, inArray } from 'drizzle-orm'
import { payment } from '~/db/schema/payment'
import { person } from '~/db/schema/person'
import { sampleOrder, sampleOrderLine } from '~/db/schema/sample-order'
import {
  type PaymentProvider,
  PaymentServiceError,
  type PaymentToStart,
} from '~/integrations/stripe/card-payments'
import type { Context } from '../shared/context'
import { checkoutLines } from './checkout-lines'
import { orderNumber } from './order-number'

export type PaymentRow = typeof payment.$inferSelect

export type OpenedPayment =
  | { kind: 'open'; sessionId: string; url: string }
  /** The service won't take it, ever: the payment is over. */
  | { kind: 'refused'; code: string | null }
  /** It may have been opened or not: to be asked again, with the same key. */
  | { kind: 'unavailable' }

/**
 * Has the service open its page for a payment that is written here as 'starting'. Asked again for the same payment,
 * by whomever, it answers with the same page: the payment's id is the idempotency key, and all that is sent follows
 * from what was written with it.
 */
export async function openPayment(
  context: Pick<Context, 'db' | 'now'>,
  cards: PaymentProvider,
  { row, publicUrl }: { row: PaymentRow; publicUrl: string },
): Promise<OpenedPayment> {
  const { db, now } = context
  const waits = and(eq(payment.id, row.id), inArray(payment.state, ['starting', 'open']))
  try {
    const { sessionId, url, expiresAt } = await cards.start(await toStart(context, row, publicUrl))
    await db
      .update(payment)
      .set({ state: 'open', sessionId, sessionUrl: url, expiresAt, updatedAt: now })
      .where(waits)
    return { kind: 'open', sessionId, url }
  } catch (error) {
    if (!(error instanceof PaymentServiceError)) throw error
    if (error.trouble === 'unavailable' || error.trouble === 'no-answer') return { kind: 'unavailable' }
    await db.update(payment).set({ state: 'cancelled', updatedAt: now }).where(waits)
    return error.trouble === 'setup' ? { kind: 'unavailable' } : { kind: 'refused', code: error.code }
  }
}

async function toStart(
  { db }: Pick<Context, 'db'>,
  row: PaymentRow,
  publicUrl: string,
): Promise<PaymentToStart> {
  const [order] = await db
    .select({
      id: sampleOrder.id,
      number: sampleOrder.number,
      locale: sampleOrder.locale,
      shippingMinor: sampleOrder.shippingMinor,
      isSample: sampleOrder.isSample,
      email: person.email,
      emailVerified: person.emailVerified,
    })
    .from(sampleOrder)
    .leftJoin(person, eq(person.id, sampleOrder.buyerPersonId))
    .where(eq(sampleOrder.id, row.orderId))
  if (!order || !row.expiresAt) throw new Error('a payment without its order or its time')
  const lines = await db
    .select()
    .from(sampleOrderLine)
    .where(eq(sampleOrderLine.orderId, row.orderId))
    .orderBy(asc(sampleOrderLine.position), asc(sampleOrderLine.productId))
  const page = `${publicUrl.replace(/\/+$/, '')}/${order.locale}/orders/${order.id}`
  return {
    paymentId: row.id,
    orderNumber: orderNumber(order.number),
    currency: 'IDR',
    lines: checkoutLines(lines, order.shippingMinor, order.locale),
    locale: order.locale,
    // Of sample people nothing leaves.
    buyerEmail: order.emailVerified && !order.isSample ? order.email : null,
    successUrl: `${page}?back=paid`,
    cancelUrl: `${page}?back=left`,
    expiresAt: row.expiresAt,
  }
}
