import { type SQL, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Database } from '~/db/client.server'
import type { StripeBooks } from '../stand-ins/stripe-types'

/**
 * All that must hold of money at any time: entries make zero, each payment's entries are what its rows say, nobody's
 * order is paid twice, what goes back is counted, samples are where the order says; and where the service's own books
 * are given, each charge is in ours as it is in theirs.
 */
export async function expectBooksBalance(db: Database, stripe?: Pick<StripeBooks, 'charges'>): Promise<void> {
  for (const [what, query] of Object.entries(WRONG)) expect([...(await db.execute(query))], what).toEqual([])
  if (stripe) await expectSameAsStripe(db, stripe)
}

/** Each question finds rows only where something is wrong. */
const WRONG: Record<string, SQL> = {
  'all lines make zero': sql`
    select sum(amount_minor)::text from ledger_line having sum(amount_minor) <> 0`,
  'each entry makes zero': sql`
    select e.key from ledger_entry e left join ledger_line l on l.entry_id = e.id
    group by e.id having coalesce(sum(l.amount_minor), 1) <> 0 or count(*) < 2`,
  // Where the money lies: what was charged, less what went back and what the service kept.
  'the books say of each payment what its rows say': sql`
    with said as (
      select p.id,
        case when p.state in ('paid', 'surplus') then p.amount_minor else 0 end
          - coalesce((select sum(r.amount_minor) from refund r where r.payment_id = p.id and r.state = 'done'), 0)
          - coalesce(p.fee_minor, 0) as minor
      from payment p),
    booked as (
      select e.payment_id as id, sum(l.amount_minor) as minor
      from ledger_entry e join ledger_line l on l.entry_id = e.id
      where l.account in ('stripe', 'bank') and e.kind in ('charge', 'fee', 'refund') group by 1)
    select said.id, said.minor::text as said, coalesce(booked.minor, 0)::text as booked
    from said left join booked on booked.id = said.id where said.minor <> coalesce(booked.minor, 0)`,
  // What a pesantren has of an order: what was paid and hasn't gone back.
  'what is owed of each order is what was paid and stayed': sql`
    with said as (
      select o.id, o.paid_minor
        - coalesce((select sum(r.amount_minor) from refund r join payment p on p.id = r.payment_id
            where r.order_id = o.id and p.state = 'paid' and r.state = 'done'), 0) as minor
      from sample_order o),
    booked as (
      select e.order_id as id, -sum(l.amount_minor) as minor
      from ledger_entry e join ledger_line l on l.entry_id = e.id
      where l.account = 'pesantren' and e.kind in ('charge', 'refund') group by 1)
    select said.id, said.minor::text as said, coalesce(booked.minor, 0)::text as booked
    from said left join booked on booked.id = said.id where said.minor <> coalesce(booked.minor, 0)`,
  'no order is paid twice': sql`
    select order_id from payment where state = 'paid' group by order_id having count(*) > 1`,
  'no order is paid without a payment': sql`
    select o.id from sample_order o where o.paid_minor > 0
      and not exists (select from payment p where p.order_id = o.id and p.state = 'paid')`,
  'no payment is without its order': sql`
    select p.id from payment p where p.state = 'paid'
      and not exists (select from sample_order o where o.id = p.order_id and o.paid_minor = p.amount_minor)`,
  'what came too much goes back': sql`
    select p.id from payment p where p.state = 'surplus'
      and not exists (select from refund r where r.payment_id = p.id)`,
  'each payment counts its refunds': sql`
    select p.id from payment p where p.refunded_minor <> least(p.amount_minor, coalesce(
      (select sum(r.amount_minor) from refund r where r.payment_id = p.id and r.state <> 'failed'), 0))`,
  'each order says what goes back of it': sql`
    select o.id from sample_order o join payment p on p.order_id = o.id and p.state = 'paid'
    where o.state not in ('cancelled', 'lapsed') and o.refunded_minor <> p.refunded_minor`,
  // By them the organiser's list finds what is still to give back.
  'what a payment gave back less than its order says has a refund that failed': sql`
    select o.id from sample_order o join payment p on p.order_id = o.id
    where ((p.state = 'surplus' and p.refunded_minor < p.amount_minor)
        or (p.state = 'paid' and p.refunded_minor < o.refunded_minor and o.dispute is distinct from 'lost'))
      and not exists (select from refund r where r.payment_id = p.id and r.state = 'failed')`,
  'samples are held, used or freed as the order is': sql`
    select id from sample_order
    where (state in ('sent', 'received')) <> (holds = 'used')
      or (state in ('cancelled', 'lapsed')) <> (holds = 'freed')`,
}

async function expectSameAsStripe(db: Database, { charges }: Pick<StripeBooks, 'charges'>) {
  const rows = await db.execute<{ paymentId: string; minor: string }>(sql`
    select e.payment_id as "paymentId", sum(l.amount_minor)::text as minor
    from ledger_entry e join ledger_line l on l.entry_id = e.id
    where l.account = 'stripe' and e.payment_id is not null group by 1`)
  const ours = rows.map(({ paymentId, minor }) => ({ paymentId, minor: Number(minor) }))
  const theirs = charges.map((charge) => ({
    paymentId: charge.paymentId ?? '',
    minor:
      charge.amountMinor -
      charge.feeMinor -
      charge.refundedMinor -
      charge.disputedMinor -
      charge.disputeFeeMinor,
  }))
  const byId = (a: { paymentId: string }, b: { paymentId: string }) => a.paymentId.localeCompare(b.paymentId)
  expect(ours.sort(byId), 'each charge is in our books as it is in theirs').toEqual(theirs.sort(byId))
}
