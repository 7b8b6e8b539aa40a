import type {
  Dispute,
  OrderEventKind,
  OrderHold,
  OrderParty,
  OrderState,
  PaymentWay,
} from '../shared/order-enums'
import { worstOf } from './disputes'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** How long samples are kept back for a payment by card, by transfer, and after a proof that wasn't accepted. */
export const CARD_WAIT_MS = 35 * MINUTE_MS
export const TRANSFER_WAIT_MS = 3 * DAY_MS
export const AFTER_REJECTION_MS = 2 * DAY_MS
/** Not sent that long after it was paid: the buyer may cancel, packed or not. */
export const SEND_WITHIN_MS = 7 * DAY_MS
/** 'received' is taken as told that long after it was sent. */
export const RECEIVED_AFTER_MS = 30 * DAY_MS
/** The days over which LIMIT counts what one buyer had of a product. */
export const LIMIT_DAYS = 90

/** Of an order, all that decides what it may become. Amounts in minor units. */
export interface OrderFacts {
  state: OrderState
  way: PaymentWay
  holds: OrderHold
  totalMinor: number
  paidMinor: number
  refundedMinor: number
  dispute: Dispute | null
  expiresAt: Date | null
  hasProof: boolean
  paidAt: Date | null
  sentAt: Date | null
}

export type OrderChange =
  /** The buyer says that the transfer was made. */
  | { kind: 'send-proof' }
  | { kind: 'reject-proof'; expiresAt: Date }
  /** The money is there. `canHold`: samples that were given back can be kept back again. */
  | { kind: 'pay'; amountMinor: number; canHold: boolean }
  | { kind: 'lapse' }
  | { kind: 'cancel' }
  | { kind: 'pack' }
  | { kind: 'send' }
  | { kind: 'receive' }
  /** Part of the money or all of it is to go back. */
  | { kind: 'refund'; amountMinor: number }
  /** A refund didn't reach its buyer. */
  | { kind: 'refund-failed'; amountMinor: number }
  /** `others`: how other disputes of the same charge stand; that this one's state is new is the caller's to know then. */
  | { kind: 'dispute'; dispute: Dispute; others?: readonly Dispute[] }
export type OrderChangeKind = OrderChange['kind']
export const ORDER_CHANGES = [
  'send-proof',
  'reject-proof',
  'pay',
  'lapse',
  'cancel',
  'pack',
  'send',
  'receive',
  'refund',
  'refund-failed',
  'dispute',
] as const satisfies readonly OrderChangeKind[]

export interface OrderStep {
  facts: OrderFacts
  event: OrderEventKind
  /** Money that came though the order can't have it: it is given back whole. */
  surplusMinor: number
  /** Money of the order that has to go back now. */
  refundMinor: number
}

/** Ends: nothing is given any more, and what was paid goes back. */
export const hasEnded = ({ state }: Pick<OrderFacts, 'state'>) => state === 'cancelled' || state === 'lapsed'

/** The bank has taken the money back, or is about to: nothing of it can be given back once more. */
const isDisputed = ({ dispute }: OrderFacts) => dispute === 'open' || dispute === 'lost'

/** What of its money the pesantren still has a claim to. */
const isWhollyRefunded = ({ paidMinor, refundedMinor }: OrderFacts) =>
  paidMinor > 0 && refundedMinor === paidMinor

/**
 * The one state machine of orders: what an order becomes by a change that somebody makes now, or null where they
 * may not. Whether it is their order is for the caller to know.
 */
export function nextOrder(
  facts: OrderFacts,
  change: OrderChange,
  by: OrderParty,
  now: Date,
): OrderStep | null {
  const { state } = facts
  switch (change.kind) {
    case 'send-proof':
      if (by !== 'buyer' || state !== 'awaiting' || facts.way !== 'transfer') return null
      return step({ ...facts, hasProof: true, expiresAt: null }, 'proof-sent')
    case 'reject-proof':
      if (by !== 'organiser' || state !== 'awaiting' || !facts.hasProof || change.expiresAt <= now)
        return null
      return step({ ...facts, hasProof: false, expiresAt: change.expiresAt }, 'proof-rejected')
    case 'pay':
      return pay(facts, change, by, now)
    case 'lapse':
      if (by !== 'system' || state !== 'awaiting' || facts.expiresAt === null || facts.expiresAt > now)
        return null
      return step({ ...facts, state: 'lapsed', holds: 'freed', expiresAt: null }, 'lapsed')
    case 'cancel':
      return mayCancel(facts, by, now) ? cancelled(facts) : null
    case 'pack':
      if (by !== 'pesantren' || state !== 'paid' || isWhollyRefunded(facts)) return null
      return step({ ...facts, state: 'packed' }, 'packed')
    case 'send':
      if (by !== 'pesantren' || (state !== 'paid' && state !== 'packed') || isWhollyRefunded(facts))
        return null
      return step({ ...facts, state: 'sent', holds: 'used', sentAt: now }, 'sent')
    case 'receive':
      return state === 'sent' && (by === 'buyer' || (by === 'system' && isLongSent(facts, now)))
        ? step({ ...facts, state: 'received' }, 'received')
        : null
    case 'refund':
      // The system's are those that somebody made in the service's own pages.
      if (by !== 'organiser' && by !== 'system') return null
      if (by === 'organiser' && isDisputed(facts)) return null
      if (!isAmount(change.amountMinor) || change.amountMinor > facts.paidMinor - facts.refundedMinor)
        return null
      return step({ ...facts, refundedMinor: facts.refundedMinor + change.amountMinor }, 'refund-wanted')
    case 'refund-failed':
      if (by !== 'organiser' && by !== 'system') return null
      if (!isAmount(change.amountMinor) || change.amountMinor > facts.refundedMinor) return null
      // What is over stays so, and its money is still to go back: by another refund of the same amount.
      return step(
        hasEnded(facts) ? facts : { ...facts, refundedMinor: facts.refundedMinor - change.amountMinor },
        'refund-failed',
      )
    case 'dispute':
      return dispute(facts, change, by)
  }
}

function pay(
  facts: OrderFacts,
  { amountMinor, canHold }: Extract<OrderChange, { kind: 'pay' }>,
  by: OrderParty,
  now: Date,
): OrderStep | null {
  if (by !== 'system' && !(by === 'organiser' && facts.way === 'transfer')) return null
  if (facts.way === 'free') {
    const isFirst = facts.state === 'awaiting' && amountMinor === 0
    return isFirst ? step({ ...facts, state: 'paid', expiresAt: null, paidAt: now }, 'paid') : null
  }
  if (!isAmount(amountMinor)) return null
  const isLate = facts.state === 'lapsed'
  const fits = amountMinor === facts.totalMinor && (facts.state === 'awaiting' || (isLate && canHold))
  if (!fits) return { ...step(facts, 'surplus'), surplusMinor: amountMinor }
  return step(
    { ...facts, state: 'paid', holds: 'held', paidMinor: amountMinor, expiresAt: null, paidAt: now },
    isLate ? 'revived' : 'paid',
  )
}

function mayCancel(facts: OrderFacts, by: OrderParty, now: Date): boolean {
  if (by === 'system' || facts.dispute === 'open') return false
  switch (facts.state) {
    case 'awaiting':
    case 'paid':
      return true
    case 'packed':
      return by !== 'buyer' || isOverdue(facts, now)
    default:
      return false
  }
}

function cancelled(facts: OrderFacts): OrderStep {
  const ended: OrderFacts = {
    ...facts,
    state: 'cancelled',
    holds: 'freed',
    expiresAt: null,
    refundedMinor: facts.paidMinor,
  }
  // After a lost dispute the buyer has the money already.
  const refundMinor = facts.dispute === 'lost' ? 0 : facts.paidMinor - facts.refundedMinor
  return { ...step(ended, 'cancelled'), refundMinor }
}

function dispute(
  facts: OrderFacts,
  { dispute: told, others = [] }: Extract<OrderChange, { kind: 'dispute' }>,
  by: OrderParty,
): OrderStep | null {
  if (by !== 'system' || facts.paidMinor === 0) return null
  if (others.length === 0 && facts.dispute === told) return null
  const event = told === 'open' ? 'disputed' : told === 'won' ? 'dispute-won' : 'dispute-lost'
  return step({ ...facts, dispute: worstOf([told, ...others]) }, event)
}

/** Paid a week ago and not sent yet. */
export function isOverdue({ state, paidAt }: Pick<OrderFacts, 'state' | 'paidAt'>, now: Date): boolean {
  const waits = state === 'paid' || state === 'packed'
  return waits && paidAt !== null && now.getTime() - paidAt.getTime() >= SEND_WITHIN_MS
}

function isLongSent({ sentAt }: OrderFacts, now: Date): boolean {
  return sentAt !== null && now.getTime() - sentAt.getTime() >= RECEIVED_AFTER_MS
}

const isAmount = (minor: number) => Number.isSafeInteger(minor) && minor > 0

const step = (facts: OrderFacts, event: OrderEventKind): OrderStep => ({
  facts,
  event,
  surplusMinor: 0,
  refundMinor: 0,
})

/**
 * What somebody may do with it now, in the order of ORDER_CHANGES. A buyer pays at the service's own page: whether
 * that is open to them is `OrderView.mayPayByCard`.
 */
export function orderActions(facts: OrderFacts, by: OrderParty, now: Date): OrderChangeKind[] {
  return ORDER_CHANGES.filter((kind) => {
    const done = nextOrder(facts, sample(kind, facts, now), by, now)
    return done !== null && (kind !== 'refund-failed' || by === 'system') && !isNoUse(facts, kind)
  })
}

/** Money for what is paid would only be given back. */
const isNoUse = (facts: OrderFacts, kind: OrderChangeKind) =>
  kind === 'pay' && facts.state !== 'awaiting' && !hasEnded(facts)

/** A change of a kind that is refused only where all of its kind are. */
function sample(kind: OrderChangeKind, facts: OrderFacts, now: Date): OrderChange {
  switch (kind) {
    case 'reject-proof':
      return { kind, expiresAt: new Date(now.getTime() + AFTER_REJECTION_MS) }
    case 'pay':
      return { kind, amountMinor: facts.totalMinor, canHold: true }
    case 'refund':
    case 'refund-failed':
      return { kind, amountMinor: 1 }
    case 'dispute':
      return { kind, dispute: facts.dispute === 'open' ? 'won' : 'open' }
    default:
      return { kind }
  }
}
