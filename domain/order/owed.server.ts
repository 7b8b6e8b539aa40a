import { sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import type { Transaction } from '~/db/transaction.server'

/** What the programme owes to a pesantren, in IDR's minor units. */
export interface Owed {
  organisationId: string
  /** By the books; below zero when money went back after it was paid out: then the next pay-outs are smaller. */
  balanceMinor: number
  /** Of orders that aren't sent yet, or have ended and are to be given back. */
  waitingMinor: number
  /** Of sent ones: on its way back to buyers, not in the books yet. */
  goingBackMinor: number
  /** What can be paid out now. */
  releasableMinor: number
}

/**
 * Of one pesantren, or of all of a hall (sample or real), those that anything was ever charged for; one query. Books
 * are never changed: what was owed to one that was merged is owed to the one that it became. Only orders of which
 * something may still wait or go back are looked at one by one: they are few, and all others many.
 */
export async function queryOwed(
  db: Pick<Database | Transaction, 'execute'>,
  of: { organisationId: string } | { isSample: boolean },
): Promise<Owed[]> {
  const isOne = 'organisationId' in of
  const rows = await db.execute<{ id: string; balance: string; waiting: string; going_back: string }>(sql`
    with whose as (
      select w.id, coalesce(w.merged_into, w.id) as organisation_id from organisation w
      where ${
        isOne
          ? sql`coalesce(w.merged_into, w.id) = ${of.organisationId}::uuid`
          : sql`w.is_sample = ${of.isSample}::boolean`
      }),
    balances as (
      select w.organisation_id, sum(-l.amount_minor) as balance
      from whose w join ledger_line l on l.organisation_id = w.id and l.account = 'pesantren' group by 1),
    open as materialized (
      select s.id from sample_order s where s.paid_minor > 0
        and (s.state not in ('sent', 'received') or s.dispute = 'open')
        ${isOne ? sql`and s.organisation_id in (select id from whose)` : sql``}
      union select r.order_id from refund r where r.state in ('wanted', 'asked')),
    orders as (
      select w.organisation_id, e.order_id, sum(-l.amount_minor) as owed
      from open join ledger_entry e on e.order_id = open.id
      join ledger_line l on l.entry_id = e.id and l.account = 'pesantren' join whose w on w.id = l.organisation_id
      group by 1, 2),
    waiting as (
      select x.organisation_id, sum(greatest(x.owed, 0)) as waiting
      from orders x join sample_order s on s.id = x.order_id
      where s.state not in ('sent', 'received') or s.dispute is not distinct from 'open' group by 1),
    going as (
      select x.organisation_id, sum(r.amount_minor) as going_back
      from orders x join sample_order s on s.id = x.order_id
      join refund r on r.order_id = s.id and r.state in ('wanted', 'asked')
      join payment p on p.id = r.payment_id and p.state = 'paid'
      where s.state in ('sent', 'received') and s.dispute is distinct from 'open' group by 1)
    select b.organisation_id as id, b.balance::text, coalesce(w.waiting, 0)::text as waiting,
      coalesce(g.going_back, 0)::text as going_back
    from balances b
    left join waiting w on w.organisation_id = b.organisation_id
    left join going g on g.organisation_id = b.organisation_id`)
  return rows.map(({ id, balance, waiting, going_back }) => {
    const owed = {
      organisationId: id,
      balanceMinor: Number(balance),
      waitingMinor: Number(waiting),
      goingBackMinor: Number(going_back),
    }
    const releasable = owed.balanceMinor - owed.waitingMinor - owed.goingBackMinor
    return { ...owed, releasableMinor: Math.max(0, releasable) }
  })
}

export const nothingOwed = (organisationId: string): Owed => ({
  organisationId,
  balanceMinor: 0,
  waitingMinor: 0,
  goingBackMinor: 0,
  releasableMinor: 0,
})
