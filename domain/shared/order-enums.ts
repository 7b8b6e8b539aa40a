/**
 * How far a sample order is. awaiting: placed, its samples are kept back until it lapses. cancelled and lapsed
 * are ends; what was paid goes back. What was refunded or is disputed stands beside the state, not in it.
 */
export const ORDER_STATES = ['awaiting', 'paid', 'packed', 'sent', 'received', 'cancelled', 'lapsed'] as const
export type OrderState = (typeof ORDER_STATES)[number]

/** 'free': nothing is to pay, for the sample nor for its way. */
export const PAYMENT_WAYS = ['card', 'transfer', 'free'] as const
export type PaymentWay = (typeof PAYMENT_WAYS)[number]

/** Whether an order's samples are taken out of what the booth can give: kept back, gone with it, or given back. */
export const ORDER_HOLDS = ['held', 'used', 'freed'] as const
export type OrderHold = (typeof ORDER_HOLDS)[number]

/** 'hand-over': given at the exhibition or at the pesantren, nothing is sent. */
export const DELIVERIES = ['ship', 'hand-over'] as const
export type Delivery = (typeof DELIVERIES)[number]

/** Who makes a change to an order. */
export const ORDER_PARTIES = ['buyer', 'pesantren', 'organiser', 'system'] as const
export type OrderParty = (typeof ORDER_PARTIES)[number]

export const ORDER_EVENTS = [
  'placed',
  'proof-sent',
  'proof-rejected',
  'paid',
  'packed',
  'sent',
  'received',
  'cancelled',
  'lapsed',
  'revived',
  'surplus',
  'refund-wanted',
  'refunded',
  'refund-failed',
  'disputed',
  'dispute-won',
  'dispute-lost',
  'feedback',
] as const
export type OrderEventKind = (typeof ORDER_EVENTS)[number]

/** The bank asks the money back on the buyer's behalf. */
export const DISPUTES = ['open', 'won', 'lost'] as const
export type Dispute = (typeof DISPUTES)[number]

/**
 * starting: written, the service hasn't answered yet. open: it waits for the buyer. surplus: charged though the
 * order was paid or gone; it is given back whole.
 */
export const PAYMENT_STATES = ['starting', 'open', 'paid', 'expired', 'cancelled', 'surplus'] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

/** wanted: decided here. asked: the service has it. */
export const REFUND_STATES = ['wanted', 'asked', 'done', 'failed'] as const
export type RefundState = (typeof REFUND_STATES)[number]

export const REFUND_REASONS = [
  'cancelled',
  'not-sent',
  'damaged',
  'not-as-described',
  'surplus',
  'goodwill',
] as const
export type RefundReason = (typeof REFUND_REASONS)[number]

/**
 * The programme's books. stripe and bank: what lies there (assets). pesantren: what is owed to one (a liability).
 * fees and losses: what the programme bears.
 */
export const LEDGER_ACCOUNTS = ['stripe', 'bank', 'pesantren', 'fees', 'losses'] as const
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number]

export const LEDGER_KINDS = [
  'charge',
  'fee',
  'refund',
  'dispute',
  'dispute-fee',
  'dispute-won',
  'pay-out',
  'bank-move',
] as const
export type LedgerKind = (typeof LEDGER_KINDS)[number]

/** Where a parcel goes: at home from near to far, abroad by groups of countries. */
export const HOME_ZONES = ['regency', 'province', 'java', 'indonesia'] as const
export const ABROAD_ZONES = [
  'southeast-asia',
  'east-asia',
  'south-asia',
  'middle-east',
  'europe',
  'africa',
  'americas',
  'oceania',
] as const
export const SHIPPING_ZONES = [...HOME_ZONES, ...ABROAD_ZONES] as const
export type ShippingZone = (typeof SHIPPING_ZONES)[number]

/** The three taps of whoever got a sample. */
export const FEEDBACK_QUALITY = ['good', 'fair', 'poor'] as const
export const FEEDBACK_MATCH = ['yes', 'partly', 'no'] as const
export const FEEDBACK_NEXT = ['order', 'maybe', 'no'] as const

/** What an indication of the price may be shown in. Never charged. */
export const SHOWN_CURRENCIES = ['USD', 'EUR', 'SAR', 'MYR', 'JPY'] as const
export type ShownCurrency = (typeof SHOWN_CURRENCIES)[number]
