import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { payment } from '~/db/schema/payment'
import { sampleOrder } from '~/db/schema/sample-order'
import { PaymentServiceError } from '~/integrations/stripe/card-payments'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { TruthApplied } from './apply-payment-truth.server'
import { viewerOf } from './order-access.server'
import { takeTruth } from './take-truth.server'

export type LookedAt =
  | TruthApplied['kind']
  /** Nobody takes cards, or there is nothing to ask about. */
  | 'nothing'
  /** The service doesn't answer. What is known here stays. */
  | 'unavailable'

/**
 * Asks the service how a payment is and takes that over: the page a buyer comes back to tells the truth before
 * anybody has told us of it. Whoever sees an order may ask about it; the system also about a session or a payment of
 * the service's.
 * @throws AppError 'forbidden' for visitors, 'not-found' for an order that isn't the reader's.
 */
export async function lookAtPayment(
  context: Context,
  of: { orderId: string } | { sessionId: string } | { intentId: string },
): Promise<LookedAt> {
  const { cards } = context
  const asked = 'orderId' in of ? await newestSession(context, of.orderId) : systemOnly(context, of)
  if (!cards || !asked) return 'nothing'
  try {
    const truth = await cards.truth(asked)
    return truth ? await takeTruth(context, cards, truth) : 'not-ours'
  } catch (error) {
    if (error instanceof PaymentServiceError) return 'unavailable'
    throw error
  }
}

function systemOnly<T>({ actor }: Context, of: T): T {
  if (actor.kind !== 'system') throw new AppError('forbidden')
  return of
}

async function newestSession({ db, actor }: Context, orderId: string): Promise<{ sessionId: string } | null> {
  if (actor.kind === 'visitor') throw new AppError('forbidden')
  const [order] = isId(orderId) ? await db.select().from(sampleOrder).where(eq(sampleOrder.id, orderId)) : []
  if (!order || (actor.kind === 'person' && !viewerOf(actor, order))) throw new AppError('not-found')
  const [row] = await db
    .select({ sessionId: payment.sessionId })
    .from(payment)
    .where(and(eq(payment.orderId, orderId), isNotNull(payment.sessionId)))
    .orderBy(desc(payment.createdAt))
    .limit(1)
  return row?.sessionId ? { sessionId: row.sessionId } : null
}
