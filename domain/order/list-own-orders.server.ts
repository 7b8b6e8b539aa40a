import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { person } from '~/db/schema/person'
import { sampleOrderLine as line, sampleOrder as o } from '~/db/schema/sample-order'
import { requirePesantren } from '../shared/acting'
import type { Context } from '../shared/context'
import { isOverdue, SEND_WITHIN_MS } from './order-state'
import { OWN_ORDER_TABS, type OwnOrderRow, type OwnOrders, type OwnOrderTab, TAB_STATES } from './own-orders'
import { shownAddress } from './shown-address'

const PAGE = 25
const DAY_MS = 24 * 60 * 60_000

/**
 * One of the pesantren's lists of orders. What has to be sent comes in the order in which it was paid, what was paid
 * first first; the rest from the newest. Two queries.
 * @throws AppError 'forbidden' for everybody who is not of a pesantren.
 */
export async function listOwnOrders(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { tab, page = 1 }: { tab: OwnOrderTab; page?: number },
): Promise<OwnOrders> {
  const { organisationId } = requirePesantren(actor)
  const own = eq(o.organisationId, organisationId)
  const byState = await db
    .select({ state: o.state, count: sql<number>`count(*)::int` })
    .from(o)
    .where(own)
    .groupBy(o.state)
  const counts = Object.fromEntries(
    OWN_ORDER_TABS.map((one) => [
      one,
      byState
        .filter(({ state }) => TAB_STATES[one].includes(state))
        .reduce((sum, { count }) => sum + count, 0),
    ]),
  ) as Record<OwnOrderTab, number>
  const pages = Math.max(1, Math.ceil(counts[tab] / PAGE))
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  const rows = await db
    .select({
      row: o,
      person: person.name,
      company: sql<string | null>`(select c.name from organisation c where c.id = ${o.buyerOrganisationId})`,
      first: sql<OwnOrderRow['first']>`(select json_build_object('name', l.name, 'quantity', l.quantity)
        from ${line} l where l.order_id = ${o.id} order by l.position limit 1)`,
      lines: sql<number>`(select count(*)::int from ${line} l where l.order_id = ${o.id})`,
      samples: sql<number>`(select coalesce(sum(l.quantity), 0)::int from ${line} l where l.order_id = ${o.id})`,
    })
    .from(o)
    .leftJoin(person, eq(person.id, o.buyerPersonId))
    .where(and(own, inArray(o.state, [...TAB_STATES[tab]])))
    .orderBy(...(tab === 'todo' ? [asc(o.paidAt), asc(o.id)] : [desc(o.createdAt), desc(o.id)]))
    .limit(PAGE)
    .offset((shown - 1) * PAGE)
  return {
    rows: rows.map(({ row, person: name, company, first, lines, samples }): OwnOrderRow => {
      const isShown = shownAddress(row, 'pesantren', now) === 'shown'
      const waits = (row.state === 'paid' || row.state === 'packed') && row.paidAt !== null
      const left = waits && row.paidAt ? row.paidAt.getTime() + SEND_WITHIN_MS - now.getTime() : null
      return {
        id: row.id,
        number: row.number,
        state: row.state,
        delivery: row.delivery,
        dispute: row.dispute,
        buyer: { person: name || null, company },
        city: isShown ? (row.deliverTo?.city ?? null) : null,
        countryCode: isShown ? (row.deliverTo?.countryCode ?? null) : null,
        first,
        moreLines: Math.max(0, lines - 1),
        samples,
        createdAt: row.createdAt,
        paidAt: row.paidAt,
        sentAt: row.sentAt,
        endedAt: row.endedAt,
        expiresAt: row.expiresAt,
        isOverdue: isOverdue(row, now),
        daysLeft: left === null ? null : Math.max(0, Math.ceil(left / DAY_MS)),
        isSample: row.isSample,
      }
    }),
    page: shown,
    pages,
    counts,
  }
}
