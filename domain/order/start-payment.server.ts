import { and, eq, inArray } from 'drizzle-orm'
import { payment } from '~/db/schema/payment'
import { sampleOrder } from '~/db/schema/sample-order'
import { inTransaction } from '~/db/transaction.server'
import { type PaymentProvider, PaymentServiceError } from '~/integrations/stripe/card-payments'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { lockOrder } from './change-order.server'
import { openPayment, type PaymentRow } from './open-payment.server'
import { mayChange, viewerOf } from './order-access.server'
import { takeTruth } from './take-truth.server'

const MINUTE_MS = 60_000
/** The page is open so long: Stripe's least is 30, and asking again takes a few. */
export const SESSION_MINUTES = 34
/** What was placed is kept back a little longer than its page is open. */
const SPARE_MINUTES = 2
/** No new page after so long: samples aren't kept from others by opening one after another. */
const START_WITHIN_MINUTES = 180

export type PaymentStarted =
  /** Where the buyer pays now. */
  | { kind: 'started'; url: string }
  | { kind: 'paid' }
  /** Lapsed, cancelled, or too old to be paid by card. */
  | { kind: 'gone' }
  /** Nobody takes cards here; sample booths are paid with a key for tests alone. */
  | { kind: 'not-configured' }
  /** Stripe won't take this payment, as one that is too small ('amount_too_small'). */
  | { kind: 'refused'; code: string | null }
  /** Nobody knows yet whether it was opened: the same again is safe. */
  | { kind: 'unavailable' }

/**
 * Opens the page where the buyer pays an order by card, or finds the one that is open. The payment is written
 * before the service is asked, so that no page is ever open that nobody here knows of.
 * @throws AppError 'forbidden' for visitors and those who only read, 'not-found' for an order that isn't the reader's, 'conflict' for one
 *   that isn't paid by card.
 */
export async function startPayment(
  context: Context,
  { orderId, publicUrl }: { orderId: string; publicUrl: string },
): Promise<PaymentStarted> {
  const { actor, cards } = context
  if (actor.kind !== 'person') throw new AppError('forbidden')
  // Twice: a page that has closed meanwhile, or one that can't be opened any more, gives way to a new one.
  for (let round = 0; round < 2; round++) {
    const prepared = await prepare(context, orderId)
    if (prepared.kind !== 'pay') return prepared
    const { row, isNew } = prepared
    if (!cards) return { kind: 'not-configured' }
    // Open, but its address got lost: asked for again with the same key, it comes back.
    if (row.state === 'open' && row.sessionUrl) {
      const url = await stillOpen(context, cards, row)
      if (url) return { kind: 'started', url }
      continue
    }
    const opened = await openPayment(context, cards, { row, publicUrl })
    if (opened.kind === 'open') return { kind: 'started', url: opened.url }
    if (opened.kind === 'unavailable' || isNew) return opened
  }
  return { kind: 'unavailable' }
}

type Prepared =
  | { kind: 'pay'; row: PaymentRow; isNew: boolean }
  | Exclude<PaymentStarted, { kind: 'started' }>

function prepare(context: Context, orderId: string): Promise<Prepared> {
  const { db, actor, cards, now, newId } = context
  return inTransaction(db, async (tx): Promise<Prepared> => {
    const order = await lockOrder(tx, orderId)
    const viewer = order ? viewerOf(actor, order) : null
    if (!order || viewer !== 'buyer') throw new AppError('not-found')
    if (!mayChange(actor, order, viewer)) throw new AppError('forbidden')
    if (order.way !== 'card') throw new AppError('conflict')
    if (order.state === 'cancelled' || order.state === 'lapsed') return { kind: 'gone' }
    if (order.state !== 'awaiting') return { kind: 'paid' }
    if (!cards || (order.isSample && !cards.isTest)) return { kind: 'not-configured' }

    const [waiting] = await tx
      .select()
      .from(payment)
      .where(and(eq(payment.orderId, orderId), inArray(payment.state, ['starting', 'open'])))
      .for('update')
    if (waiting) return { kind: 'pay', row: waiting, isNew: false }
    if (now.getTime() - order.createdAt.getTime() > START_WITHIN_MINUTES * MINUTE_MS) return { kind: 'gone' }

    const expiresAt = new Date(now.getTime() + SESSION_MINUTES * MINUTE_MS)
    const [row] = await tx
      .insert(payment)
      .values({
        id: newId(),
        orderId,
        way: 'card',
        state: 'starting',
        amountMinor: order.totalMinor,
        expiresAt,
        createdAt: now,
        updatedAt: now,
      })
      .returning()
    if (!row) throw new Error('a payment was written and is gone')
    const keepUntil = new Date(expiresAt.getTime() + SPARE_MINUTES * MINUTE_MS)
    if (!order.expiresAt || order.expiresAt < keepUntil)
      await tx.update(sampleOrder).set({ expiresAt: keepUntil }).where(eq(sampleOrder.id, orderId))
    return { kind: 'pay', row, isNew: true }
  })
}

/** The page's address while it can be paid there; else the truth is taken over, and there is none. */
async function stillOpen(context: Context, cards: PaymentProvider, row: PaymentRow): Promise<string | null> {
  if (!row.sessionId) return null
  try {
    const truth = await cards.truth({ sessionId: row.sessionId })
    if (truth?.state === 'open') return row.sessionUrl
    if (truth) await takeTruth(context, cards, truth)
    return null
  } catch (error) {
    if (!(error instanceof PaymentServiceError)) throw error
    // It doesn't answer us, but may answer the buyer.
    return row.sessionUrl
  }
}
