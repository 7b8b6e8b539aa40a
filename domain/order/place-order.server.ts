import { and, eq, sql } from 'drizzle-orm'
import { transferAccount } from '~/db/schema/ledger'
import { meetingParticipant } from '~/db/schema/meeting'
import { organisation } from '~/db/schema/organisation'
import { payment } from '~/db/schema/payment'
import { person } from '~/db/schema/person'
import { sampleOrder, sampleOrderLine } from '~/db/schema/sample-order'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { DeliverTo } from '../shared/deliver-to'
import { formId, isFormToken } from '../shared/form-id.server'
import { isId } from '../shared/ids'
import type { Locale } from '../shared/locale'
import type { Delivery, PaymentWay } from '../shared/order-enums'
import { appendOrderEvent } from './append-order-event.server'
import { changeOrder } from './change-order.server'
import { holdSamples } from './hold-samples.server'
import { type OrderBuyer, orderBuyer } from './order-buyer.server'
import { CARD_WAIT_MS, TRANSFER_WAIT_MS } from './order-state'
import type { Quote } from './quote'
import { type BoothQuote, quoteAtBooth } from './quoted-booth.server'

export interface PlaceOrderInput {
  /** The form's own: sent twice, it makes one order. */
  token: string
  boothSlug: string
  lines: readonly { slug: string; quantity: number }[]
  /** What the page said that it costs. */
  shownTotalMinor: number
  delivery: Delivery
  address: DeliverTo | null
  note: string | null
  /** Of a free order any. */
  way: PaymentWay
  locale: Locale
  /** Before which meeting it is to be there. */
  meetingId: string | null
}

export type PlaceOutcome =
  | { kind: 'placed' | 'already'; orderId: string; number: number }
  | { kind: 'sold-out' | 'over-limit'; slug: string; left: number }
  /** Prices, lines or sending aren't what the page showed, or it isn't sent there: see its problems. */
  | { kind: 'changed'; quote: Quote; gone: string[] }
  /** The pesantren has no rate for such a parcel: the buyer asks. */
  | { kind: 'ask' }
  /** It isn't paid in that way here. */
  | { kind: 'no-way'; way: PaymentWay }
  /** Sample people and real booths never deal with each other; and nobody buys from themselves. */
  | { kind: 'not-here' }
  /** No address of the buyer's is proven. */
  | { kind: 'unproven' }
  /** There is no such booth, or visitors don't see it any more. */
  | { kind: 'closed' }

/**
 * Orders samples of one pesantren and keeps them back until they are paid, or the time for it is over. What is free
 * is paid at once. Whoever has signed in may, for themselves or the company that they act for.
 * @throws AppError 'forbidden' for visitors and the organiser.
 */
export async function placeOrder(context: Context, input: PlaceOrderInput): Promise<PlaceOutcome> {
  const { db, actor, now } = context
  const buyer = await orderBuyer(db, actor)
  if (!buyer) throw new AppError('forbidden')
  if (!buyer.isProven) return { kind: 'unproven' }
  return inTransaction(db, async (tx): Promise<PlaceOutcome> => {
    await lockBuyer(tx, buyer)
    const id = orderId(context, buyer, input)
    const [earlier] = await tx
      .select({ number: sampleOrder.number })
      .from(sampleOrder)
      .where(eq(sampleOrder.id, id))
    if (earlier) return { kind: 'already', orderId: id, number: earlier.number }

    const found = await quoteAtBooth(tx, input, { buyer, now, lock: true })
    if (!found) return { kind: 'closed' }
    const { booth } = found
    if (booth.isSample !== buyer.isSample || booth.organisationId === buyer.organisationId) {
      return { kind: 'not-here' }
    }
    const refused = refusal(found, input)
    if (refused) return refused
    const way = found.quote.totalMinor === 0 ? 'free' : input.way
    if (!(await isOpenWay(tx, context, way, booth.isSample))) return { kind: 'no-way', way }
    const number = await write(tx, context, { id, buyer, found, way, input })
    return { kind: 'placed', orderId: id, number }
  })
}

/** One order of a buyer at a time: so that two at once don't both pass the limit, and a form sent twice makes one. */
async function lockBuyer(tx: Transaction, { personId, organisationId }: OrderBuyer): Promise<void> {
  if (organisationId) {
    await tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(eq(organisation.id, organisationId))
      .for('no key update')
  }
  await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('no key update')
}

function orderId({ newId }: Context, buyer: OrderBuyer, input: PlaceOrderInput): string {
  return isFormToken(input.token) ? formId(input.token, [buyer.personId, input.boothSlug]) : newId()
}

/** What stands in its way; the first that the buyer can do something about. */
function refusal({ quote, gone }: BoothQuote, input: PlaceOrderInput): PlaceOutcome | null {
  if (quote.lines.length === 0 || gone.length > 0) return { kind: 'changed', quote, gone }
  for (const problem of quote.problems) {
    if (problem.kind === 'ask') return { kind: 'ask' }
    if (problem.kind === 'not-there') return { kind: 'changed', quote, gone }
    return problem
  }
  const isFree = quote.totalMinor === 0
  if (quote.totalMinor !== input.shownTotalMinor || (input.way === 'free' && !isFree)) {
    return { kind: 'changed', quote, gone }
  }
  return null
}

async function isOpenWay(tx: Transaction, { cards }: Context, way: PaymentWay, isSample: boolean) {
  if (way === 'free') return true
  if (way === 'card') return cards !== undefined && (!isSample || cards.isTest)
  const [account] = await tx
    .select({ bank: transferAccount.bank })
    .from(transferAccount)
    .where(eq(transferAccount.isSample, isSample))
  return account !== undefined
}

interface ToWrite {
  id: string
  buyer: OrderBuyer
  found: BoothQuote
  way: PaymentWay
  input: PlaceOrderInput
}

async function write(tx: Transaction, context: Context, { id, buyer, found, way, input }: ToWrite) {
  const { now, newId } = context
  const { booth, quote } = found
  const { shipping } = quote
  const shippingMinor = shipping.kind === 'rate' ? shipping.priceMinor : 0
  const totalMinor = quote.itemsMinor + shippingMinor
  const expiresAt = new Date(now.getTime() + (way === 'card' ? CARD_WAIT_MS : TRANSFER_WAIT_MS))
  await holdSamples(tx, quote.lines, now)
  const [order] = await tx
    .insert(sampleOrder)
    .values({
      id,
      organisationId: booth.organisationId,
      buyerPersonId: buyer.personId,
      buyerOrganisationId: buyer.organisationId,
      meetingId: await ownMeeting(tx, input.meetingId, [booth.organisationId, buyer.organisationId]),
      way,
      locale: input.locale,
      itemsMinor: quote.itemsMinor,
      shippingMinor,
      totalMinor,
      delivery: input.delivery,
      zone: shipping.kind === 'rate' ? shipping.zone : null,
      weightGrams: quote.weightGrams,
      deliverTo: input.address,
      buyerNote: input.note?.trim() || null,
      expiresAt,
      isSample: booth.isSample,
      createdAt: now,
      updatedAt: now,
    })
    .returning({ number: sampleOrder.number })
  if (!order) throw new Error('an order was written and has no number')
  await tx.insert(sampleOrderLine).values(
    quote.lines.map(({ productId, name, size, quantity, unitPriceMinor, weightGrams }, position) => ({
      orderId: id,
      productId,
      position,
      name,
      size,
      quantity,
      unitPriceMinor,
      weightGrams,
    })),
  )
  await appendOrderEvent(tx, context, {
    orderId: id,
    kind: 'placed',
    by: 'buyer',
    personId: buyer.personId,
    detail: { amountMinor: totalMinor, way },
  })
  if (way === 'transfer') {
    await tx.insert(payment).values({
      id: newId(),
      orderId: id,
      way,
      state: 'open',
      amountMinor: totalMinor,
      expiresAt,
      createdAt: now,
      updatedAt: now,
    })
  }
  if (way === 'free') {
    await changeOrder(tx, context, { orderId: id, change: { kind: 'pay', amountMinor: 0 }, by: 'system' })
  }
  return order.number
}

/** The meeting, where both have a place in it. */
async function ownMeeting(tx: Transaction, meetingId: string | null, [host, guest]: [string, string | null]) {
  if (!isId(meetingId) || guest === null) return null
  const [both] = await tx
    .select({ count: sql<number>`count(distinct ${meetingParticipant.organisationId})::int` })
    .from(meetingParticipant)
    .where(
      and(
        eq(meetingParticipant.meetingId, meetingId),
        sql`${meetingParticipant.organisationId} in (${host}::uuid, ${guest}::uuid)`,
      ),
    )
  return both?.count === 2 ? meetingId : null
}
