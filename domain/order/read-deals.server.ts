import { type SQL, sql } from 'drizzle-orm'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { INQUIRY_OUTCOMES, type InquiryOutcome, OUTCOME_KINDS, type OutcomeKind } from '../shared/enums'
import { HALL_ZONE } from '../shared/hall-zone'
import type { DealMonth, Deals } from './deals'
import { hallDay } from './hall-day'

/** From the least that two sides of a meeting may have said of it to the most: the least counts. */
const CAUTIOUS: readonly OutcomeKind[] = ['not-held', 'nothing', 'interested', 'sample', 'mou', 'order']

const monthOf = (column: SQL) => sql`to_char(${column} at time zone ${sql.raw(`'${HALL_ZONE}'`)}, 'YYYY-MM')`

/**
 * What was promised and what was realised, side by side by month, in the kind of hall that is the organiser's; the
 * two are never added up. Five queries, however many months.
 * @throws AppError 'forbidden' for everybody but the organiser.
 */
export async function readDeals(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { year: wanted }: { year: number | null },
): Promise<Deals> {
  const { isSample } = requireOrganiser(actor)
  const cautious = sql.join(
    CAUTIOUS.map((kind) => sql`${kind}::text`),
    sql`, `,
  )
  const [meetings, inquiries, paid, received, said] = await Promise.all([
    db.execute<{ month: string; kind: OutcomeKind; n: number; minor: string }>(sql`
      select ${monthOf(sql`s.created_at`)} as month, s.kind, count(*)::int as n,
        coalesce(sum(s.promised_minor), 0)::text as minor
      from (
        select distinct on (o.meeting_id) o.kind, o.promised_minor, o.created_at
        from meeting_outcome o join meeting m on m.id = o.meeting_id
        where m.is_sample = ${isSample}
        order by o.meeting_id, array_position(array[${cautious}], o.kind), o.promised_minor nulls first) s
      group by 1, 2`),
    db.execute<{ month: string; outcome: InquiryOutcome; n: number }>(sql`
      select ${monthOf(sql`i.outcome_at`)} as month, i.outcome, count(*)::int as n
      from inquiry i where i.is_sample = ${isSample} and i.outcome is not null
      group by 1, 2`),
    // What the bank took back for good isn't realised, nor is what went back.
    db.execute<{ month: string; n: number; minor: string }>(sql`
      select ${monthOf(sql`o.paid_at`)} as month, count(*)::int as n,
        coalesce(sum(case when o.dispute = 'lost' then 0 else o.paid_minor - o.refunded_minor end), 0)::text as minor
      from sample_order o
      where o.is_sample = ${isSample} and o.paid_at is not null and o.state not in ('cancelled', 'lapsed')
      group by 1`),
    db.execute<{ month: string; n: number }>(sql`
      select ${monthOf(sql`o.received_at`)} as month, count(*)::int as n
      from sample_order o where o.is_sample = ${isSample} and o.received_at is not null
      group by 1`),
    db.execute<{ month: string; n: number; good: number; match: number; next: number }>(sql`
      select ${monthOf(sql`f.created_at`)} as month, count(*)::int as n,
        (count(*) filter (where f.quality = 'good'))::int as good,
        (count(*) filter (where f.as_described = 'yes'))::int as match,
        (count(*) filter (where f.next = 'order'))::int as next
      from sample_feedback f join sample_order o on o.id = f.order_id
      where o.is_sample = ${isSample}
      group by 1`),
  ])

  const months = new Map<string, DealMonth>()
  const at = (month: string) => {
    const known = months.get(month) ?? emptyMonth(month)
    months.set(month, known)
    return known
  }
  for (const { month, kind, n, minor } of meetings) {
    const { promised } = at(month)
    promised.meetings[kind] += n
    promised.promisedMinor += Number(minor)
  }
  for (const { month, outcome, n } of inquiries) at(month).promised.inquiries[outcome] += n
  for (const { month, n, minor } of paid)
    Object.assign(at(month).realised, { paidOrders: n, paidMinor: Number(minor) })
  for (const { month, n } of received) at(month).realised.received = n
  for (const { month, n, good, match, next } of said)
    Object.assign(at(month).realised, { said: n, goodQuality: good, asDescribed: match, meansToOrder: next })

  const thisYear = Number(hallDay(now).slice(0, 4))
  const years = [...new Set([thisYear, ...[...months.keys()].map(yearOf)])].sort((a, b) => b - a)
  const year = wanted !== null && years.includes(wanted) ? wanted : thisYear
  return {
    year,
    years,
    months: [...months.values()]
      .filter(({ month }) => yearOf(month) === year)
      .sort((a, b) => (a.month < b.month ? 1 : -1)),
  }
}

const yearOf = (month: string) => Number(month.slice(0, 4))

function emptyMonth(month: string): DealMonth {
  const none = <K extends string>(kinds: readonly K[]) =>
    Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<K, number>
  return {
    month,
    promised: { meetings: none(OUTCOME_KINDS), promisedMinor: 0, inquiries: none(INQUIRY_OUTCOMES) },
    realised: {
      paidOrders: 0,
      paidMinor: 0,
      received: 0,
      said: 0,
      goodQuality: 0,
      asDescribed: 0,
      meansToOrder: 0,
    },
  }
}
