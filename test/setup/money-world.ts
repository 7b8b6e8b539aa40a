import { asc, eq } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { inTransaction } from '~/db/transaction.server'
import { applyRefund } from '~/domain/order/apply-refund.server'
import { cancelOrder } from '~/domain/order/cancel-order.server'
import { changeOrder } from '~/domain/order/change-order.server'
import { confirmTransfer } from '~/domain/order/confirm-transfer.server'
import { lapseOrders } from '~/domain/order/lapse-orders.server'
import { listOwed } from '~/domain/order/list-owed.server'
import { lockRefund } from '~/domain/order/own-refund.server'
import { placeOrder } from '~/domain/order/place-order.server'
import { receiveByTime } from '~/domain/order/receive-by-time.server'
import { recordPayout } from '~/domain/order/record-payout.server'
import { retryRefund } from '~/domain/order/retry-refund.server'
import { settleTransferRefund } from '~/domain/order/settle-transfer-refund.server'
import { startRefund } from '~/domain/order/start-refund.server'
import type { Actor } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import type { PaymentTruth } from '~/integrations/stripe/card-payments'
import type { OrderBooth, OrderHall } from './order-hall'

type Payment = Awaited<ReturnType<OrderHall['cardPayment']>>

/** A card payment as its service has it, and all that it ever said of it. */
interface ServicePayment {
  payment: Payment
  truth: PaymentTruth
  said: PaymentTruth[]
}

export const MONEY_EVENTS = [
  'place-card',
  'place-transfer',
  'place-free',
  'charge',
  'fee',
  'leave',
  'take-refunds',
  'settle-refund',
  'fail-refund',
  'refund-there',
  'dispute',
  'win',
  'lose',
  'tell',
  'tell',
  'tell-late',
  'confirm',
  'cancel-buyer',
  'cancel-pesantren',
  'pack',
  'send',
  'receive',
  'refund-all',
  'refund-part',
  'transfer-back',
  'transfer-returned',
  'retry',
  'pay-out',
  'days-pass',
  'month-passes',
  // What mostly happens, so that stories go far.
  'paid-card',
  'paid-transfer',
  'refunds-go',
  'sent-and-paid-out',
] as const
export type MoneyEvent = (typeof MONEY_EVENTS)[number]

/** Events that come together; the newest order and payment are meant. */
const TOGETHER: Partial<Record<MoneyEvent, readonly MoneyEvent[]>> = {
  'paid-card': ['place-card', 'charge', 'fee', 'tell'],
  'paid-transfer': ['place-transfer', 'confirm'],
  'refunds-go': ['take-refunds', 'settle-refund', 'tell', 'transfer-back'],
  'sent-and-paid-out': ['send', 'pay-out'],
}

const TOTAL = 4_300_000
const DAY_MS = 86_400_000

/**
 * One pesantren with few samples, a buyer, the organiser, and a card service that charges, gives back and disputes on
 * its own and is heard late, twice or not at all: whatever they do in whatever order. `pick` chooses among what is
 * there. What a use case refuses is fine: what it does must keep the books right.
 */
export class MoneyWorld {
  private now: Date
  private readonly orders: string[] = []
  private readonly cards: ServicePayment[] = []

  constructor(
    private readonly hall: OrderHall,
    private readonly booth: OrderBooth,
    private readonly buyer: Actor,
  ) {
    this.now = hall.context.now
  }

  async happen(event: MoneyEvent, pick: number): Promise<void> {
    const together = TOGETHER[event]
    if (together) {
      const at = together[0]?.startsWith('place-') ? -1 : pick
      for (const one of together) await this.happen(one, at)
      return
    }
    if (event.startsWith('place-')) return this.place(event)
    if (event === 'days-pass' || event === 'month-passes') return this.wait(event === 'days-pass' ? 4 : 31)
    if (event === 'pay-out') return this.payOut(pick)
    const card = chosen(this.cards, pick)
    if (card && (await this.atTheService(event, card, pick))) return
    const orderId = chosen(this.orders, pick)
    if (orderId) await this.withOrder(event, orderId, pick)
  }

  /** All that the service has is told, and it has done what it was asked for. */
  async settle(): Promise<void> {
    for (const card of this.cards) {
      await this.atTheService('take-refunds', card, 0)
      await card.payment.tell(card.truth, this.now)
    }
  }

  /** The service's own books. */
  charges() {
    return this.cards.flatMap(({ payment, truth: { charge, refunds, disputes } }) => {
      if (!charge) return []
      const refundedMinor = refunds
        .filter(({ state }) => state === 'done')
        .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
      const disputed = disputes.filter(({ state }) => state !== 'won')
      return [
        {
          id: charge.chargeId,
          sessionId: '',
          paymentId: payment.id,
          amountMinor: charge.amountMinor,
          feeMinor: charge.feeMinor ?? 0,
          refundedMinor,
          disputedMinor: disputed.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
          disputeFeeMinor: disputes.reduce((sum, { feeMinor }) => sum + feeMinor, 0),
        },
      ]
    })
  }

  private as = (actor: Actor) => this.hall.as(actor, this.now)
  private organiser = () => this.as(this.hall.organiser)

  private async place(event: MoneyEvent): Promise<void> {
    const free = event === 'place-free'
    const outcome = await placeOrder(
      this.as(this.buyer),
      this.hall.order(this.booth, {
        way: event === 'place-card' ? 'card' : 'transfer',
        ...(free && { lines: [{ slug: `${this.booth.productSlug}-free`, quantity: 1 }] }),
        ...(free && { delivery: 'hand-over', address: null, shownTotalMinor: 0 }),
      }),
    )
    if (outcome.kind !== 'placed') return
    this.orders.push(outcome.orderId)
    if (event !== 'place-card') return
    const payment = await this.hall.cardPayment(outcome.orderId, TOTAL, this.now)
    this.cards.push({ payment, truth: payment.truth(), said: [] })
  }

  private async wait(days: number): Promise<void> {
    this.now = new Date(this.now.getTime() + days * DAY_MS)
    const { cards: _, ...context } = this.hall.context
    const system = { ...context, actor: { kind: 'system' as const }, now: this.now }
    await lapseOrders(system)
    await receiveByTime(system)
  }

  private async payOut(pick: number): Promise<void> {
    const { rows } = await listOwed(this.organiser())
    const owed = rows.find(({ organisationId }) => organisationId === this.booth.id)
    await recordPayout(this.organiser(), {
      token: newId(),
      organisationId: this.booth.id,
      amountMinor: pick % 6 === 1 ? TOTAL * 10 : (owed?.releasableMinor ?? 0) || 100,
      paidOn: '2026-11-22',
      reference: 'TRX',
      proof: null,
    })
  }

  /** Whether it was something of the service's. */
  private async atTheService(event: MoneyEvent, card: ServicePayment, pick: number): Promise<boolean> {
    const { payment, truth } = card
    const { charge, refunds, disputes } = truth
    const set = (change: Partial<PaymentTruth>) => {
      card.said.push(truth)
      card.truth = { ...truth, ...change }
      return true
    }
    switch (event) {
      case 'charge':
        if (charge || truth.state !== 'open') return true
        return set({ state: 'complete', charge: { ...paid(payment), at: this.now, feeMinor: null } })
      case 'fee':
        return !charge || set({ charge: { ...charge, feeMinor: 215_000 } })
      case 'leave':
        return truth.state !== 'open' || set({ state: 'expired' })
      case 'take-refunds':
        return set({ refunds: await this.takeRefunds(card) })
      case 'settle-refund':
      case 'fail-refund': {
        const state = event === 'settle-refund' ? ('done' as const) : ('failed' as const)
        const at = pick % Math.max(1, refunds.length)
        return set({
          refunds: refunds.map((one, i) => (i === at && one.state !== 'failed' ? { ...one, state } : one)),
        })
      }
      case 'refund-there': {
        const amountMinor = Math.min(100_000, refundable(truth))
        if (amountMinor <= 0) return true
        const own = { id: `re_${newId()}`, refundId: null, amountMinor, failure: null, at: this.now }
        return set({ refunds: [...refunds, { ...own, state: pick % 2 ? 'done' : 'asked' }] })
      }
      case 'dispute':
        if (!charge || disputes.length > 0 || refundable(truth) <= 0) return true
        return set({
          disputes: [
            {
              id: `dp_${newId()}`,
              amountMinor: refundable(truth),
              feeMinor: 250_000,
              state: 'open',
              dueAt: this.now,
              at: this.now,
            },
          ],
        })
      case 'win':
      case 'lose':
        return set({
          disputes: disputes.map((one) =>
            one.state === 'open' ? { ...one, state: event === 'win' ? 'won' : 'lost' } : one,
          ),
        })
      case 'tell':
        await payment.tell(truth, this.now)
        return true
      case 'tell-late':
        await payment.tell(chosen(card.said, pick) ?? truth, this.now)
        return true
      default:
        return false
    }
  }

  /** What our side wants back: taken as far as it is left, else refused. */
  private async takeRefunds({ payment, truth }: ServicePayment): Promise<PaymentTruth['refunds']> {
    const { db } = this.hall.context
    let { refunds } = truth
    const wanted = await db
      .select()
      .from(schema.refund)
      .where(eq(schema.refund.paymentId, payment.id))
      .orderBy(asc(schema.refund.id))
    for (const { id, amountMinor, state } of wanted) {
      if (state !== 'wanted' || refunds.some(({ refundId }) => refundId === id)) continue
      if (amountMinor <= refundable({ ...truth, refunds })) {
        const taken = { id: `re_${id}`, refundId: id, amountMinor, failure: null, at: this.now }
        refunds = [...refunds, { ...taken, state: 'asked' }]
        continue
      }
      await inTransaction(db, async (tx) => {
        const system = { kind: 'system' as const }
        const around = await lockRefund(tx, system, id)
        const news = { state: 'failed' as const, failure: 'refused', at: this.now }
        await applyRefund(tx, { newId, now: this.now }, around, news, { by: 'system' })
      })
    }
    return refunds
  }

  private async withOrder(event: MoneyEvent, orderId: string, pick: number): Promise<void> {
    const { db } = this.hall.context
    const change = (kind: 'pack' | 'send' | 'receive', by: 'pesantren' | 'buyer') =>
      inTransaction(db, (tx) => changeOrder(tx, { newId, now: this.now }, { orderId, change: { kind }, by }))
    const refunds = await db.select().from(schema.refund).where(eq(schema.refund.orderId, orderId))
    const refundId = chosen(refunds, pick)?.id
    const refund = { orderId, reason: 'damaged' as const, note: null }
    const back = (outcome: 'done' | 'failed') =>
      refundId && settleTransferRefund(this.organiser(), { refundId, outcome, reference: 'TRX' })
    switch (event) {
      case 'confirm':
        return void (await confirmTransfer(this.organiser(), { orderId }))
      case 'cancel-buyer':
        return void (await cancelOrder(this.as(this.buyer), { orderId, reason: null }))
      case 'cancel-pesantren':
        return void (await cancelOrder(this.as(this.booth.actor), { orderId, reason: 'habis' }))
      case 'pack':
      case 'send':
        return void (await change(event, 'pesantren'))
      case 'receive':
        return void (await change(event, 'buyer'))
      case 'refund-all':
        return void (await startRefund(this.organiser(), { ...refund, amountMinor: null }))
      case 'refund-part':
        return void (await startRefund(this.organiser(), { ...refund, amountMinor: (1 + pick) * 100 }))
      case 'transfer-back':
        return void (await back('done'))
      case 'transfer-returned':
        return void (await back('failed'))
      case 'retry':
        if (refundId) await retryRefund(this.organiser(), { refundId })
    }
  }
}

const paid = (payment: Payment) => {
  const { charge } = payment.charged()
  if (!charge) throw new Error('a charge is missing')
  return charge
}

/** What of a charge hasn't gone back, nor been taken back by the bank. */
function refundable({ charge, refunds, disputes }: PaymentTruth): number {
  const gone = refunds
    .filter(({ state }) => state !== 'failed')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const taken = disputes.filter(({ state }) => state !== 'won').reduce((sum, one) => sum + one.amountMinor, 0)
  return (charge?.amountMinor ?? 0) - gone - taken
}

/** -1: the newest. */
const chosen = <T>(all: readonly T[], pick: number): T | undefined =>
  pick < 0 ? all.at(-1) : all[pick % Math.max(1, all.length)]
