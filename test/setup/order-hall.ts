import { schema } from '~/db/schema'
import { inTransaction } from '~/db/transaction.server'
import { applyPaymentTruth } from '~/domain/order/apply-payment-truth.server'
import { type PlaceOrderInput, placeOrder } from '~/domain/order/place-order.server'
import type { Actor, Context } from '~/domain/shared/context'
import type { DeliverTo } from '~/domain/shared/deliver-to'
import { newId } from '~/domain/shared/ids'
import type { PaymentProvider, PaymentTruth } from '~/integrations/stripe/card-payments'
import { addCompany, addPerson } from './actors'
import { openSmallHall, visitorContext } from './small-hall'
import type { TestDatabase } from './test-database'

type PersonActor = Extract<Actor, { kind: 'person' }>

export const HOME_ADDRESS: DeliverTo = {
  name: 'Siti Aminah',
  phoneE164: '+6281234567890',
  countryCode: 'ID',
  provinceCode: '32',
  regencyCode: '3205',
  city: 'Garut',
  postcode: '44151',
  street: 'Jl. Cimanuk 12',
}

export interface OrderBooth {
  id: string
  slug: string
  actor: PersonActor
  /** Of its one product, with an open offer at Rp 25.000. */
  productId: string
  productSlug: string
}

/** A card service that was asked for nothing: orders by card may be placed where there is one. */
const cards: PaymentProvider = {
  name: 'stripe',
  isTest: true,
  start: () => Promise.reject(new Error('not in this test')),
  truth: () => Promise.resolve(null),
  expire: () => Promise.reject(new Error('not in this test')),
  refund: () => Promise.reject(new Error('not in this test')),
  payout: () => Promise.resolve(null),
  async *list() {},
}

/** A small hall in an empty database, in which samples can be ordered. */
export async function orderHallIn(database: TestDatabase) {
  const { db } = database.connection
  const hall = await openSmallHall(database)
  const context: Context = { ...visitorContext(database), cards }
  const organiserId = await addCompany(database, 'organiser', 'organiser')
  const organiser = await addPerson(database, organiserId, 'organiser')
  for (const isSample of [false, true]) {
    await db
      .insert(schema.transferAccount)
      .values({ isSample, bank: 'Bank Uji', number: '0011223344', holder: 'OPOP Expo' })
  }
  let count = 0

  return {
    database,
    context,
    organiser,
    as: (actor: Actor, now = context.now): Context => ({ ...context, actor, now }),
    async booth(
      offer: Partial<typeof schema.sampleOffer.$inferInsert> = {},
      { isSample = false }: { isSample?: boolean } = {},
    ): Promise<OrderBooth> {
      const slug = `booth-${++count}`
      const id = await hall.booth(slug, count, { isSample }, { isSample })
      const productSlug = `madu-${slug}`
      const productId = await hall.product(id, productSlug, { isSample })
      await db.insert(schema.sampleOffer).values({
        productId,
        priceMinor: 2_500_000,
        size: { id: '100 g' },
        weightGrams: 150,
        limitPerBuyer: 5,
        onHand: 100,
        shipsHome: true,
        shipsAbroad: true,
        handsOver: true,
        ...offer,
      })
      await db
        .insert(schema.shippingRate)
        .values({ organisationId: id, zone: 'indonesia', upToGrams: 1_000, priceMinor: 1_800_000, days: 4 })
      const actor = await addPerson(database, id, 'pesantren', 'owner', { isSample })
      return { id, slug, actor, productId, productSlug }
    },
    /** Somebody with a proven address; `company`: who acts for one. */
    async buyer({ isSample = false, company = false } = {}): Promise<PersonActor> {
      const name = `buyer-${++count}`
      const person = { isSample, email: `${name}@example.com`, emailVerified: true }
      if (company) {
        return addPerson(
          database,
          await addCompany(database, 'offtaker', name, { isSample }),
          'offtaker',
          'member',
          person,
        )
      }
      const personId = newId()
      await db.insert(schema.person).values({ id: personId, name, ...person })
      return { kind: 'person', personId, memberships: [], organisationId: null }
    },
    /** One sample by its total as it is: Rp 25.000 and Rp 18.000 for its way. */
    order: (booth: OrderBooth, change: Partial<PlaceOrderInput> = {}): PlaceOrderInput => ({
      token: newId(),
      boothSlug: booth.slug,
      lines: [{ slug: booth.productSlug, quantity: 1 }],
      shownTotalMinor: 4_300_000,
      delivery: 'ship',
      address: HOME_ADDRESS,
      note: null,
      way: 'transfer',
      locale: 'id',
      meetingId: null,
      ...change,
    }),
    async placed(buyer: Actor, input: PlaceOrderInput, now = context.now): Promise<string> {
      const outcome = await placeOrder({ ...context, actor: buyer, now }, input)
      if (outcome.kind !== 'placed') throw new Error(outcome.kind)
      return outcome.orderId
    },
    /** A card payment of it that waits at the service's page, and its truth to be told. */
    async cardPayment(orderId: string, amountMinor = 4_300_000, now = context.now) {
      const id = newId()
      const sessionId = `cs_test_${id}`
      await db.insert(schema.payment).values({
        id,
        orderId,
        way: 'card',
        state: 'open',
        amountMinor,
        sessionId,
        sessionUrl: 'https://checkout.example/',
        createdAt: now,
        updatedAt: now,
      })
      const truth = (change: Partial<PaymentTruth> = {}): PaymentTruth => ({
        sessionId,
        paymentId: id,
        isLive: false,
        state: 'open',
        charge: null,
        refunds: [],
        disputes: [],
        ...change,
      })
      return {
        id,
        truth,
        /** Told that it was charged. */
        charged: (change: Partial<PaymentTruth> = {}) =>
          truth({
            state: 'complete',
            charge: {
              intentId: `pi_${id}`,
              chargeId: `ch_${id}`,
              amountMinor,
              currency: 'idr',
              feeMinor: 215_000,
              at: now,
            },
            ...change,
          }),
        tell: (told: PaymentTruth, at = now) =>
          inTransaction(db, (tx) =>
            applyPaymentTruth(tx, { newId, now: at }, { paymentId: id, truth: told }),
          ),
      }
    },
  }
}

export type OrderHall = Awaited<ReturnType<typeof orderHallIn>>
