import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { eq } from 'drizzle-orm'
import pino from 'pino'
import { readEnv } from '~/config/env.server'
import { schema } from '~/db/schema'
import { startPayment } from '~/domain/order/start-payment.server'
import type { Actor, Context } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { openStorage } from '~/integrations/storage/open-storage.server'
import { createStripeProvider } from '~/integrations/stripe/stripe-provider.server'
import { openSearchIndex } from '~/search/open-search-index.server'
import { answerStripeWebhook } from '~/server/stripe-webhook'
import { deliveries } from '~/worker/deliveries'
import { runWorker } from '~/worker/run-worker'
import { STAND_IN_SECRETS, type StartedOutsideWorld, startOutsideWorld } from '../setup/outside-world'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'

const ROOT = path.join(import.meta.dirname, '../..')
export const PUBLIC_URL = 'https://expo.opop.test'
/** What each order of these tests costs: one sample and its way. */
export const TOTAL = 4_500_000

export interface PlacedOrder {
  orderId: string
  buyer: Extract<Actor, { kind: 'person' }>
}

/** Orders, Stripe's stand-in and a worker: three processes' worth of things that can die one by one. */
export async function openPaymentHall() {
  const database: TestDatabase = await createTestDatabase()
  const world: StartedOutsideWorld = await startOutsideWorld()
  const { db } = database.connection
  const log = pino({ level: 'silent' })
  const env = readEnv({ NODE_ENV: 'production', DATA_DIR: '/tmp/opop-payments', PUBLIC_URL, ...world.env })
  const cards = createStripeProvider({
    secretKey: STAND_IN_SECRETS.STRIPE_SECRET_KEY,
    apiUrl: world.env.STRIPE_API_URL ?? '',
    timeoutMs: 700,
    maxRetries: 0,
  })
  const web = serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: (request) => answerStripeWebhook(request, { env, db, log, requestId: 'test' }),
  })
  await once(web, 'listening')
  const listening = web.address()
  const webhookUrl = `http://127.0.0.1:${typeof listening === 'object' && listening ? listening.port : 0}/webhooks/stripe`
  await world.stripe.set({ webhookUrl })

  const organisationId = newId()
  const productId = newId()
  await db.insert(schema.organisation).values({
    id: organisationId,
    kind: 'pesantren',
    slug: 'al-hikmah',
    name: 'Al-Hikmah',
    isSample: true,
  })
  await db.insert(schema.product).values({
    id: productId,
    organisationId,
    slug: 'kopi',
    state: 'published',
    position: 0,
    name: { id: 'Kopi', en: 'Coffee', ar: 'قهوة' },
    field: 'minuman',
    kind: 'coffee',
    drawing: 'coffee.coal.clay.KOPI.1',
    unit: 'kg',
    isSample: true,
  })
  await db.insert(schema.sampleOffer).values({
    productId,
    priceMinor: 2_500_000,
    size: { id: '100 g', en: '100 g', ar: '100 غ' },
    weightGrams: 120,
    limitPerBuyer: 5,
    onHand: 100,
    shipsHome: true,
    shipsAbroad: false,
    handsOver: true,
  })

  const context = (actor: Actor = { kind: 'system' }, now = new Date()): Context => ({
    db,
    search: openSearchIndex(env, database.connection),
    storage: openStorage(env),
    actor,
    now,
    newId,
    cards,
  })
  const children: ChildProcess[] = []
  const workers: Awaited<ReturnType<typeof runWorker>>[] = []

  return {
    db,
    world,
    stripe: world.stripe,
    webhookUrl,
    organisationId,
    productId,
    context,
    /** One sample and its way, held and waiting for its card. */
    async place({ createdAt = new Date() } = {}): Promise<PlacedOrder> {
      const personId = newId()
      await db.insert(schema.person).values({ id: personId, name: 'Rina', isSample: true })
      const orderId = newId()
      await db.insert(schema.sampleOrder).values({
        id: orderId,
        organisationId,
        buyerPersonId: personId,
        way: 'card',
        locale: 'en',
        itemsMinor: 2_500_000,
        shippingMinor: 2_000_000,
        totalMinor: TOTAL,
        delivery: 'hand-over',
        weightGrams: 120,
        expiresAt: new Date(createdAt.getTime() + 35 * 60_000),
        isSample: true,
        createdAt,
      })
      await db.insert(schema.sampleOrderLine).values({
        orderId,
        productId,
        position: 0,
        name: { id: 'Kopi', en: 'Coffee' },
        size: { id: '100 g' },
        quantity: 1,
        unitPriceMinor: 2_500_000,
        weightGrams: 120,
      })
      const [offer] = await db.select().from(schema.sampleOffer)
      await db.update(schema.sampleOffer).set({ onHand: (offer?.onHand ?? 0) - 1 })
      return { orderId, buyer: { kind: 'person', personId, organisationId: null, memberships: [] } }
    },
    /** As the buyer's tap on 'Pay by card'. Answers the session's id. */
    async start({ orderId, buyer }: PlacedOrder): Promise<string> {
      const started = await startPayment(context(buyer), { orderId, publicUrl: PUBLIC_URL })
      if (started.kind !== 'started') throw new Error(`not started: ${started.kind}`)
      return new URL(started.url).pathname.split('/').at(-1) ?? ''
    },
    async order({ orderId }: PlacedOrder) {
      const [row] = await db.select().from(schema.sampleOrder).where(eq(schema.sampleOrder.id, orderId))
      if (!row) throw new Error('no such order')
      return row
    },
    payments: ({ orderId }: PlacedOrder) =>
      db.select().from(schema.payment).where(eq(schema.payment.orderId, orderId)),
    async onHand(): Promise<number> {
      const [offer] = await db.select().from(schema.sampleOffer)
      return offer?.onHand ?? 0
    },
    /** The worker's part, in this process. */
    async work() {
      const { search, storage } = context()
      const worker = await runWorker({
        url: database.url,
        db,
        search,
        storage,
        cards,
        publicUrl: PUBLIC_URL,
        deliveries,
        log,
      })
      workers.push(worker)
      return worker
    },
    /** A process of ours that a test may kill. Resolves when it has said that it is ready. */
    async spawnOurs(script: string, more: Record<string, string> = {}) {
      const child = spawn(process.execPath, ['--import', 'tsx', script], {
        cwd: ROOT,
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          NODE_ENV: 'production',
          DATABASE_URL: database.url,
          DATA_DIR: '/tmp/opop-payments',
          PUBLIC_URL,
          LOG_LEVEL: 'warn',
          ...world.env,
          ...more,
        },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      children.push(child)
      await once(child, 'message')
      return {
        async kill() {
          const ended = once(child, 'exit')
          child.kill('SIGKILL')
          await ended
        },
      }
    },
    async close() {
      for (const child of children) child.kill('SIGKILL')
      await Promise.all(workers.map((worker) => worker.stop()))
      await new Promise((resolve) => web.close(resolve))
      await world.close()
      await database.drop()
    },
  }
}

export type PaymentHall = Awaited<ReturnType<typeof openPaymentHall>>
