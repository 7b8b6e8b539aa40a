import { and, asc, eq, inArray, lt, ne, or, sql } from 'drizzle-orm'
import { payment } from '~/db/schema/payment'
import { sampleOrder } from '~/db/schema/sample-order'
import { type PaymentProvider, PaymentServiceError } from '~/integrations/stripe/card-payments'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { openPayment, type PaymentRow } from './open-payment.server'
import { takeTruth } from './take-truth.server'

const MINUTE_MS = 60_000
/** Whoever began it is done with it, or dead. */
const BEGUN_MS = MINUTE_MS
/** So often the service is asked about a page that nobody has told us of. */
const LOOK_MS = 5 * MINUTE_MS
const BATCH = 50
const MOST_SILENT = 3

/**
 * Goes on with payments that were left: begun and never answered (the process was killed, or the answer got lost),
 * open for an order that doesn't wait for money any more, or open and silent, since a webhook may never come.
 * @returns how many the service was asked about. @throws AppError 'forbidden' unless the system asks.
 */
export async function resumePayments(
  context: Context,
  { publicUrl }: { publicUrl: string },
): Promise<number> {
  const { db, actor, cards, now } = context
  if (actor.kind !== 'system') throw new AppError('forbidden')
  if (!cards) return 0
  const before = (ms: number) => new Date(now.getTime() - ms)
  const silentSince = sql<Date>`coalesce(${payment.lookedAt}, ${payment.updatedAt})`
  const left = await db
    .select({ payment, orderState: sampleOrder.state, isSample: sampleOrder.isSample })
    .from(payment)
    .innerJoin(sampleOrder, eq(sampleOrder.id, payment.orderId))
    .where(
      and(
        eq(payment.way, 'card'),
        inArray(payment.state, ['starting', 'open']),
        or(
          and(eq(payment.state, 'starting'), lt(payment.updatedAt, before(BEGUN_MS))),
          and(eq(payment.state, 'open'), ne(sampleOrder.state, 'awaiting')),
          and(eq(payment.state, 'open'), lt(silentSince, sql`${before(LOOK_MS).toISOString()}::timestamptz`)),
        ),
      ),
    )
    .orderBy(asc(payment.updatedAt))
    .limit(BATCH)
  let asked = 0
  let silent = 0
  for (const { payment: row, orderState, isSample } of left) {
    if (isSample && !cards.isTest) continue
    const isOver = orderState !== 'awaiting' || (row.expiresAt !== null && row.expiresAt < now)
    if (await goOn(context, cards, { row, isOver, publicUrl })) asked += 1
    // It is away, for all of them.
    else if (++silent === MOST_SILENT) break
  }
  return asked
}

/** Whether the service answered. */
async function goOn(
  context: Context,
  cards: PaymentProvider,
  { row, isOver, publicUrl }: { row: PaymentRow; isOver: boolean; publicUrl: string },
): Promise<boolean> {
  try {
    let { sessionId } = row
    if (!sessionId) {
      // The same key: if the service had it, its page comes back; else this opens it, or is refused as too late.
      const opened = await openPayment(context, cards, { row, publicUrl })
      if (opened.kind !== 'open') return opened.kind === 'refused'
      sessionId = opened.sessionId
      if (!isOver) return true
    }
    const truth = isOver ? await cards.expire(sessionId) : await cards.truth({ sessionId })
    if (truth) await takeTruth(context, cards, truth)
    else await close(context, row)
    return true
  } catch (error) {
    if (!(error instanceof PaymentServiceError)) throw error
    if (error.trouble !== 'refused') return false
    await close(context, row)
    return true
  }
}

/** The service knows no such page, as after a change of account: nobody can pay there. */
async function close({ db, now }: Context, { id }: PaymentRow): Promise<void> {
  await db
    .update(payment)
    .set({ state: 'expired', sessionUrl: null, updatedAt: now })
    .where(and(eq(payment.id, id), inArray(payment.state, ['starting', 'open'])))
}
