import { and, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import { firstPhoto, ofProduct } from '~/db/ready-photos.server'
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

const { organisation, payment, person, product, refund, sampleOrder: o, sampleOrderLine } = schema

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
  const needs = attentionConditions(now)
  const found = and(
    visible,
    state ? eq(o.state, state) : undefined,
    way ? eq(o.way, way) : undefined,
    attention ? needs[attention] : undefined,
    q?.trim() ? searched(q.trim()) : undefined,
  )
  const count = (which: SQL | undefined) => sql<number>`(select count(*)::int from ${o} where ${which})`
  const [counted] = await db
    .select({
      total: count(found),
      proofs: count(and(visible, needs.proofs)),
      refunds: count(and(visible, needs.refunds)),
      disputes: count(and(visible, needs.disputes)),
      overdue: count(and(visible, needs.overdue)),
    })
    .from(sql`(select) one`)
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

/**
 * proofs to look at, transfers to give back and refunds that failed, open disputes, paid a week ago and not sent. Each
 * is few of all orders, and found by an index of its own, not by looking at all.
 */
function attentionConditions(now: Date): Needs {
  const overdueSince = new Date(now.getTime() - SEND_WITHIN_MS)
  return {
    proofs: sql`(${o.state} = 'awaiting' and ${o.proofSentAt} is not null)`,
    refunds: sql`${o.id} in (
      select r.order_id from ${refund} r where r.state in ('wanted', 'asked')
      union all
      select r.order_id from ${refund} r join ${payment} p on p.id = r.payment_id join ${o} s on s.id = r.order_id
      where r.state = 'failed' and ${isShort(sql`s`)})`,
    disputes: eq(o.dispute, 'open'),
    overdue: sql`(${o.state} in ('paid', 'packed') and ${o.paidAt} <= ${overdueSince.toISOString()}::timestamptz)`,
  }
}

/** A refund of the payment `p` didn't arrive, and none has been made for it since. */
const isShort = (order: SQL) => sql`(
  (p.state = 'surplus' and p.refunded_minor < p.amount_minor)
  or (p.state = 'paid' and p.refunded_minor < ${order}.refunded_minor and ${order}.dispute is distinct from 'lost'))`

function searched(q: string): SQL | undefined {
  const number = typedOrderNumber(q)
  if (number !== null) return eq(o.number, number)
  const words = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const named = sql`select id from ${organisation} where name ilike ${words}`
  return or(
    sql`${o.organisationId} in (${named})`,
    sql`${o.buyerOrganisationId} in (${named})`,
    sql`${o.buyerPersonId} in (select id from ${person} where name ilike ${words})`,
  )
}

/**
 * Which orders a page shows: those that need somebody first, then the newest. Who needs somebody is looked up first
 * and they are few, so that the rest comes from an index in its order, however many there are.
 */
function idsOfPage(found: SQL | undefined, { size, at }: { size: number; at: number }, needs: Needs): SQL {
  const waiting = sql.join(
    ORDER_ATTENTION.map((kind) => sql`select ${o.id} from ${o} where ${and(found, needs[kind])}`),
    sql` union `,
  )
  const newest = sql`order by created_at desc, id desc limit ${at * size}`
  return sql`
    with waiting as materialized (${waiting})
    select id from (
      (select ${o.id}, ${o.createdAt}, 0 as place from ${o} where ${o.id} in (select id from waiting) ${newest})
      union all
      (select ${o.id}, ${o.createdAt}, 1 from ${o} where ${found} and ${o.id} not in (select id from waiting) ${newest})
    ) shown order by place, created_at desc, id desc limit ${size} offset ${(at - 1) * size}`
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
        sql`json_build_object('name', l.name, 'drawing', p.drawing, 'quantity', l.quantity,
          'photo', ${firstPhoto(ofProduct(sql`p.id`))})`,
      )}`,
      lines: sql<number>`(select count(*)::int from ${sampleOrderLine} l where l.order_id = ${o.id})`,
      hasOpenRefund: sql<boolean>`exists (
        select from refund r where r.order_id = ${o.id} and r.state in ('wanted', 'asked'))`,
      hasFailedRefund: sql<boolean>`exists (
        select from ${payment} p where p.order_id = ${o.id} and ${isShort(sql`${o}`)})`,
    })
    .from(o)
    .innerJoin(organisation, eq(organisation.id, o.organisationId))
    .leftJoin(person, eq(person.id, o.buyerPersonId))
    .where(sql`${o.id} in (${idsOfPage(found, { size, at }, needs)})`)
    .orderBy(desc(needsSomebody(needs)), desc(o.createdAt), desc(o.id))
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
