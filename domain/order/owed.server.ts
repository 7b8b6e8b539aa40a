import { type SQL, sql } from 'drizzle-orm'
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
 * Of the pesantren that `which` says of `o` (organisation), those that anything was ever charged for; one
 * query. Books are never changed: what was owed to one that was merged is owed to the one that it became.
 */
export async function queryOwed(db: Pick<Database | Transaction, 'execute'>, which: SQL): Promise<Owed[]> {
  const rows = await db.execute<{ id: string; balance: string; waiting: string; going_back: string }>(sql`
    with lines as (
      select o.id as organisation_id, e.order_id, -l.amount_minor as owed
      from ledger_line l join ledger_entry e on e.id = l.entry_id
      join organisation then_of on then_of.id = l.organisation_id
      join organisation o on o.id = coalesce(then_of.merged_into, then_of.id)
      where l.account = 'pesantren' and ${which}),
    orders as (
      select organisation_id, order_id, sum(owed) as owed from lines where order_id is not null group by 1, 2),
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
    select b.organisation_id as id, sum(b.owed)::text as balance,
      coalesce(max(w.waiting), 0)::text as waiting, coalesce(max(g.going_back), 0)::text as going_back
    from lines b
    left join waiting w on w.organisation_id = b.organisation_id
    left join going g on g.organisation_id = b.organisation_id
    group by b.organisation_id`)
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
