import { and, eq, gte, inArray, like, lt, type SQL, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { payment } from '~/db/schema/payment'
import type { BookedPayment } from './payment-differences'

export type Booked = BookedPayment & { sessionId: string | null; isWaiting: boolean }

const refunded = sql<string>`coalesce((
  select sum(r.amount_minor) from refund r where r.payment_id = payment.id and r.state in ('asked', 'done')), 0)`
const disputed = sql<string>`coalesce((
  select -sum(l.amount_minor) from ledger_line l join ledger_entry e on e.id = l.entry_id
  where e.payment_id = payment.id and e.kind in ('dispute', 'dispute-won') and l.account = 'stripe'), 0)`

/** What our books say of a payment by card; null: there is none. */
export async function readBooked(db: Database, paymentId: string): Promise<Booked | null> {
  return (await booked(db, eq(payment.id, paymentId)))[0] ?? null
}

/**
 * Payments that were charged in a span of time, with a session of the service's `mode`, and those older ones of
 * which something is still under way: a refund that was asked for, a dispute.
 */
export function readBookedBetween(
  db: Database,
  { from, to, mode }: { from: Date; to: Date; mode: 'test' | 'live' },
): Promise<Booked[]> {
  const isOfMode = like(payment.sessionId, `cs\\_${mode}\\_%`)
  return booked(
    db,
    and(
      inArray(payment.state, ['paid', 'surplus']),
      isOfMode,
      lt(payment.createdAt, to),
      sql`(${gte(payment.createdAt, from)}
        or exists (select from refund r where r.payment_id = payment.id and r.state in ('wanted', 'asked'))
        or exists (select from sample_order o where o.id = payment.order_id and o.dispute = 'open'))`,
    ),
  )
}

async function booked(db: Database, where: SQL | undefined): Promise<Booked[]> {
  const rows = await db
    .select({ payment, refunded, disputed })
    .from(payment)
    .where(and(eq(payment.way, 'card'), where))
    .orderBy(payment.id)
  return rows.map(({ payment: row, ...sums }) => ({
    paymentId: row.id,
    orderId: row.orderId,
    sessionId: row.sessionId,
    isPaid: row.state === 'paid' || row.state === 'surplus',
    isWaiting: row.state === 'starting' || row.state === 'open',
    amountMinor: row.amountMinor,
    feeMinor: row.feeMinor,
    refundedMinor: Number(sums.refunded),
    disputedMinor: Number(sums.disputed),
  }))
}
