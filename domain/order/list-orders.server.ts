import { and, desc, eq, exists, ilike, or, type SQL, sql } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { notClosed } from '../shared/not-closed.server'
import type { OrderState, PaymentWay } from '../shared/order-enums'
import { visibleOrders } from './order-access.server'
import { typedOrderNumber } from './order-number'
import { isOverdue, SEND_WITHIN_MS } from './order-state'
import {
  ORDER_ATTENTION,
  type OrderAttention,
  type OrderList,
  type OrderRow,
  type OrderViewer,
} from './order-view'

const { organisation, person, product, refund, sampleOrder: o, sampleOrderLine } = schema

const ORDERS_A_PAGE = 25
/** In a table to take along. */
const MOST_ORDERS = 10_000

export interface ListOrdersInput {
  as: OrderViewer
  state?: OrderState | null
  way?: PaymentWay | null
  attention?: OrderAttention | null
  /** A number ('S-000123'), or part of a booth's, company's or buyer's name. */
  q?: string | null
  /** From 1; null: all of them, for a table. */
  page?: number | null
}

/**
 * Orders that the actor sees as buyer, pesantren or organiser; those that need somebody first, else the newest.
 * Two queries. Who sees none in that part has an empty list. @throws AppError 'forbidden' for visitors.
 */
export async function listOrders(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { as, state = null, way = null, attention = null, q = null, page = 1 }: ListOrdersInput,
): Promise<OrderList> {
  if (actor.kind !== 'person') throw new AppError('forbidden')
  const visible = visibleOrders(actor, as)
  if (!visible) return { orders: [], total: 0, page: 1, pages: 1, attention: noAttention() }
  const needs = attentionConditions(db, now)
  const found = and(
    visible,
    state ? eq(o.state, state) : undefined,
    way ? eq(o.way, way) : undefined,
    attention ? needs[attention] : undefined,
    q?.trim() ? searched(q.trim()) : undefined,
  )
  const [counted] = await db
    .select({
      total: sql<number>`count(*) filter (where ${found})::int`,
      proofs: sql<number>`count(*) filter (where ${needs.proofs})::int`,
      refunds: sql<number>`count(*) filter (where ${needs.refunds})::int`,
      disputes: sql<number>`count(*) filter (where ${needs.disputes})::int`,
      overdue: sql<number>`count(*) filter (where ${needs.overdue})::int`,
    })
    .from(o)
    .innerJoin(organisation, eq(organisation.id, o.organisationId))
    .leftJoin(person, eq(person.id, o.buyerPersonId))
    .where(visible)
  const { total = 0, ...waiting } = counted ?? {}
  const size = page === null ? MOST_ORDERS : ORDERS_A_PAGE
  const pages = Math.max(1, Math.ceil(total / size))
  const at = Math.min(Math.max(1, Math.trunc(page ?? 1) || 1), pages)
  const rows = total === 0 ? [] : await queryPage(db, found, { size, at }, needs)
  return {
    orders: rows.map((row) => orderRow(row, now)),
    total,
    page: at,
    pages,
    attention: { ...noAttention(), ...waiting },
  }
}

const noAttention = (): Record<OrderAttention, number> => ({ proofs: 0, refunds: 0, disputes: 0, overdue: 0 })

type Needs = Record<OrderAttention, SQL | undefined>

/** proofs to look at, transfers to give back and refunds that failed, open disputes, paid a week ago and not sent. */
function attentionConditions(db: Context['db'], now: Date): Needs {
  const overdueSince = new Date(now.getTime() - SEND_WITHIN_MS)
  const open = exists(
    db
      .select({ one: sql`1` })
      .from(refund)
      .where(and(eq(refund.orderId, o.id), sql`${refund.state} in ('wanted', 'asked')`)),
  )
  return {
    proofs: sql`(${o.state} = 'awaiting' and ${o.proofSentAt} is not null)`,
    refunds: or(open, hasFailedRefund),
    disputes: eq(o.dispute, 'open'),
    overdue: sql`(${o.state} in ('paid', 'packed') and ${o.paidAt} <= ${overdueSince.toISOString()}::timestamptz)`,
  }
}

/** A refund didn't arrive, and none has been made for it since. */
const hasFailedRefund = sql<boolean>`exists (
  select from payment p where p.order_id = ${o.id} and (
    (p.state = 'surplus' and p.refunded_minor < p.amount_minor)
    or (p.state = 'paid' and p.refunded_minor < ${o.refundedMinor} and ${o.dispute} is distinct from 'lost')))`

function searched(q: string): SQL | undefined {
  const number = typedOrderNumber(q)
  if (number !== null) return eq(o.number, number)
  const words = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return or(
    ilike(organisation.name, words),
    ilike(person.name, words),
    sql`exists (select from organisation c where c.id = ${o.buyerOrganisationId} and c.name ilike ${words})`,
  )
}

function queryPage(
  db: Context['db'],
  found: SQL | undefined,
  { size, at }: { size: number; at: number },
  needs: Needs,
) {
  const firstLine = (column: SQL) =>
    sql`(select ${column} from ${sampleOrderLine} l join ${product} p on p.id = l.product_id
      where l.order_id = ${o.id} order by l.position limit 1)`
  return db
    .select({
      id: o.id,
      number: o.number,
      state: o.state,
      way: o.way,
      delivery: o.delivery,
      createdAt: o.createdAt,
      paidAt: o.paidAt,
      expiresAt: o.expiresAt,
      totalMinor: o.totalMinor,
      paidMinor: o.paidMinor,
      refundedMinor: o.refundedMinor,
      currency: o.currency,
      dispute: o.dispute,
      proofSentAt: o.proofSentAt,
      isSample: o.isSample,
      boothSlug: organisation.slug,
      boothName: organisation.name,
      boothNameArabic: organisation.nameArabic,
      isOpen: sql<boolean>`${notClosed}`,
      person: person.name,
      company: sql<string | null>`(select c.name from organisation c where c.id = ${o.buyerOrganisationId})`,
      first: sql<OrderRow['first']>`${firstLine(
        sql`json_build_object('name', l.name, 'drawing', p.drawing, 'quantity', l.quantity)`,
      )}`,
      lines: sql<number>`(select count(*)::int from ${sampleOrderLine} l where l.order_id = ${o.id})`,
      hasOpenRefund: sql<boolean>`exists (
        select from refund r where r.order_id = ${o.id} and r.state in ('wanted', 'asked'))`,
      hasFailedRefund,
    })
    .from(o)
    .innerJoin(organisation, eq(organisation.id, o.organisationId))
    .leftJoin(person, eq(person.id, o.buyerPersonId))
    .where(found)
    .orderBy(desc(needsSomebody(needs)), desc(o.createdAt), desc(o.id))
    .limit(size)
    .offset((at - 1) * size)
}

const needsSomebody = (needs: Needs) =>
  sql`(${sql.join(
    ORDER_ATTENTION.map((kind) => sql`coalesce(${needs[kind]}, false)`),
    sql` or `,
  )})`

function orderRow(row: Awaited<ReturnType<typeof queryPage>>[number], now: Date): OrderRow {
  const {
    boothSlug,
    boothName,
    boothNameArabic,
    isOpen,
    person: name,
    company,
    lines,
    proofSentAt,
    ...rest
  } = row
  return {
    ...rest,
    booth: { slug: isOpen ? boothSlug : null, name: boothName, nameArabic: boothNameArabic },
    buyer: { person: name || null, company },
    moreLines: Math.max(0, lines - 1),
    hasProof: proofSentAt !== null,
    isOverdue: isOverdue(row, now),
  }
}
