import { and, asc, eq } from 'drizzle-orm'
import { applyPaymentTruth } from '~/domain/order/apply-payment-truth.server'
import { changeOrder } from '~/domain/order/change-order.server'
import { placeOrder } from '~/domain/order/place-order.server'
import { quoteOrder } from '~/domain/order/quote-order.server'
import type { Actor, Context } from '~/domain/shared/context'
import type { DeliverTo } from '~/domain/shared/deliver-to'
import type { OrganisationKind } from '~/domain/shared/enums'
import type { Delivery, PaymentWay } from '~/domain/shared/order-enums'
import type { PaymentTruth } from '~/integrations/stripe/card-payments'
import type { Database } from '../client.server'
import { schema } from '../schema'
import { inTransaction } from '../transaction.server'
import { sampleId } from './chance'
import { noCards, noSearch, noStorage } from './no-services'
import { SAMPLE_ACCOUNTS, type SampleAccountKey } from './sample-accounts'

const { organisation, payment, product, sampleOffer, sampleOrder } = schema

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export type Buyer = 'grosir-pasundan-4' | 'nakhla-foods-07' | 'marmara-pantry-08'
export type Host = 'darul-muttaqin-3' | 'darul-maarif-5'
type Party = Buyer | Host | 'panitia-opop-01'

const PEOPLE: Record<Party, SampleAccountKey> = {
  'grosir-pasundan-4': 'offtaker-owner',
  'nakhla-foods-07': 'buyer-dubai',
  'marmara-pantry-08': 'buyer-istanbul',
  'darul-muttaqin-3': 'pesantren-owner',
  'darul-maarif-5': 'two-organisations',
  'panitia-opop-01': 'organiser',
}

/** Invented, with numbers that nobody can have. */
const ADDRESSES: Record<Buyer, DeliverTo> = {
  'grosir-pasundan-4': {
    name: 'Rina 1',
    phoneE164: '+620000000001',
    countryCode: 'ID',
    provinceCode: '32',
    regencyCode: '3273',
    city: 'Bandung',
    postcode: '40111',
    street: 'Jalan Contoh 1 (data contoh)',
  },
  'nakhla-foods-07': {
    name: 'خالد 3',
    phoneE164: '+9710000000003',
    countryCode: 'AE',
    provinceCode: null,
    regencyCode: null,
    city: 'Dubai',
    postcode: null,
    street: '3 Sample Street (sample data)',
  },
  'marmara-pantry-08': {
    name: 'Elif 4',
    phoneE164: '+900000000004',
    countryCode: 'TR',
    provinceCode: null,
    regencyCode: null,
    city: 'Istanbul',
    postcode: null,
    street: '4 Sample Street (sample data)',
  },
}

export interface OrderWish {
  buyer: Buyer
  host: Host
  /** Goods that have an offer, by their place among them, and how many of each. */
  lines: readonly (readonly [shelf: number, quantity: number])[]
  way: PaymentWay
  delivery?: Delivery
  meetingId?: string | null
  note?: string
}

export interface Steps {
  /** The context in which a party acts at a moment. */
  at(moment: Date, party: Party): Context
  organisationOf(party: Party): string
  place(wish: OrderWish, moment: Date): Promise<string>
  /** The buyer's proof, whose picture is kept under `proofKey`. */
  prove(orderId: string, moment: Date, proofKey: string): Promise<void>
  /** As if a service had charged a card. */
  charge(orderId: string, moment: Date): Promise<void>
  /** As if the card's bank had asked the money back. */
  dispute(orderId: string, moment: Date): Promise<void>
}

/** How orders of the sample are made, by the use cases themselves; null where its booths or people aren't there. */
export async function orderSteps(db: Database): Promise<Steps | null> {
  const rows = await db
    .select({ id: organisation.id, slug: organisation.slug, kind: organisation.kind })
    .from(organisation)
    .where(eq(organisation.isSample, true))
  const bySlug = new Map(rows.map((row) => [row.slug, row]))
  if (Object.keys(PEOPLE).some((slug) => !bySlug.has(slug))) return null
  let made = 0
  const newId = () => sampleId(`order:${++made}`)
  const organisationOf = (party: Party) => bySlug.get(party)?.id ?? ''
  const at = (moment: Date, party: Party): Context => ({
    db,
    search: noSearch,
    storage: noStorage,
    cards: noCards,
    now: moment,
    newId,
    actor: actorOf(party, organisationOf(party), bySlug.get(party)?.kind ?? 'buyer'),
  })

  async function place(wish: OrderWish, moment: Date): Promise<string> {
    const { buyer, host, delivery = 'ship' } = wish
    const goods = await offeredGoods(db, organisationOf(host))
    const lines = wish.lines.map(([shelf, quantity]) => {
      const slug = goods[shelf] ?? goods.at(-1)
      if (!slug) throw new Error('a booth of the sample offers no samples')
      return { slug, quantity }
    })
    const address = delivery === 'ship' ? ADDRESSES[buyer] : null
    const context = at(moment, buyer)
    const asked = { boothSlug: host, lines, delivery, address }
    const quoted = await quoteOrder(context, asked)
    const outcome = await placeOrder(context, {
      ...asked,
      token: newId(),
      shownTotalMinor: quoted?.quote.totalMinor ?? 0,
      note: wish.note ?? null,
      way: wish.way,
      locale: SAMPLE_ACCOUNTS.find(({ key }) => key === PEOPLE[buyer])?.locale ?? 'id',
      meetingId: wish.meetingId ?? null,
    })
    if (outcome.kind !== 'placed') throw new Error(`the sample's order was not placed: ${outcome.kind}`)
    return outcome.orderId
  }

  async function prove(orderId: string, moment: Date, proofKey: string): Promise<void> {
    const context = at(moment, 'grosir-pasundan-4')
    await inTransaction(db, async (tx) => {
      await changeOrder(tx, context, { orderId, change: { kind: 'send-proof' }, by: 'buyer' })
      await tx
        .update(payment)
        .set({ proofKey, proofSentAt: moment, expiresAt: null, updatedAt: moment })
        .where(and(eq(payment.orderId, orderId), eq(payment.state, 'open')))
    })
  }

  async function charge(orderId: string, moment: Date): Promise<void> {
    const [order] = await db
      .select({ totalMinor: sampleOrder.totalMinor })
      .from(sampleOrder)
      .where(eq(sampleOrder.id, orderId))
    if (!order) throw new Error('the sample lost an order')
    const id = newId()
    const started = new Date(moment.getTime() - HOUR / 30)
    await inTransaction(db, async (tx) => {
      await tx.insert(payment).values({
        id,
        orderId,
        way: 'card',
        state: 'open',
        amountMinor: order.totalMinor,
        sessionId: `cs_sample_${id.slice(-12)}`,
        createdAt: started,
        updatedAt: started,
      })
      await applyPaymentTruth(tx, at(moment, 'panitia-opop-01'), {
        paymentId: id,
        truth: truthOf({ id, amountMinor: order.totalMinor }, moment),
      })
    })
  }

  async function dispute(orderId: string, moment: Date): Promise<void> {
    await inTransaction(db, async (tx) => {
      const [paid] = await tx
        .select()
        .from(payment)
        .where(and(eq(payment.orderId, orderId), eq(payment.state, 'paid')))
      if (!paid?.paidAt) throw new Error('the sample lost a payment')
      const asked = {
        id: `dp_sample_${paid.id.slice(-12)}`,
        amountMinor: paid.amountMinor,
        feeMinor: 25_000_000,
        state: 'open' as const,
        dueAt: new Date(moment.getTime() + 9 * DAY),
        at: moment,
      }
      await applyPaymentTruth(tx, at(moment, 'panitia-opop-01'), {
        paymentId: paid.id,
        truth: { ...truthOf(paid, paid.paidAt), disputes: [asked] },
      })
    })
  }

  return { at, organisationOf, place, prove, charge, dispute }
}

/** What a service would say of a card that it charged; it keeps 3.4 % and Rp 3,000. */
function truthOf({ id, amountMinor }: { id: string; amountMinor: number }, at: Date): PaymentTruth {
  const name = id.slice(-12)
  return {
    sessionId: `cs_sample_${name}`,
    paymentId: id,
    isLive: false,
    state: 'complete',
    charge: {
      intentId: `pi_sample_${name}`,
      chargeId: `ch_sample_${name}`,
      amountMinor,
      currency: 'IDR',
      feeMinor: Math.round((amountMinor * 34) / 1_000) + 300_000,
      at,
    },
    refunds: [],
    disputes: [],
  }
}

function actorOf(party: Party, organisationId: string, organisationKind: OrganisationKind): Actor {
  const account = SAMPLE_ACCOUNTS.find(({ key }) => key === PEOPLE[party])
  return {
    kind: 'person',
    personId: sampleId(`person:${account?.email}`),
    organisationId,
    memberships: [
      {
        organisationId,
        organisationKind,
        role: organisationKind === 'organiser' ? 'member' : 'owner',
        isSample: true,
        verification: 'verified',
      },
    ],
  }
}

/** Slugs of what a booth offers samples of, in the order of its shelf. */
async function offeredGoods(db: Database, organisationId: string): Promise<string[]> {
  const rows = await db
    .select({ slug: product.slug })
    .from(sampleOffer)
    .innerJoin(product, eq(product.id, sampleOffer.productId))
    .where(and(eq(product.organisationId, organisationId), eq(sampleOffer.state, 'open')))
    .orderBy(asc(product.position))
  return rows.map(({ slug }) => slug)
}
