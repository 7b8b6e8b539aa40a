import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { addCompany, addPerson } from '~/test/setup/actors'
import { expectBooksBalance } from '~/test/setup/books'
import { type OrderBooth, type OrderHall, orderHallIn } from '~/test/setup/order-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor } from '../shared/context'
import { newId } from '../shared/ids'
import { confirmTransfer } from './confirm-transfer.server'
import { typedRates } from './exchange-rates'
import { giveFeedback } from './give-feedback.server'
import { listExchangeRates } from './list-exchange-rates.server'
import { listOwed } from './list-owed.server'
import { readDeals } from './read-deals.server'
import { readOrderBooks } from './read-order-books.server'
import { readPaymentDesk } from './read-payment-desk.server'
import { readShownRates } from './read-shown-rates.server'
import { receiveOrder } from './receive-order.server'
import { recordBankMove } from './record-bank-move.server'
import { recordPayout } from './record-payout.server'
import { saveExchangeRates } from './save-exchange-rates.server'
import { saveTransferAccount } from './save-transfer-account.server'
import { sendOrder } from './send-order.server'
import { settleDifference } from './settle-difference.server'
import { startRefund } from './start-refund.server'

const TOTAL = 4_300_000
const FEE = 215_000

let database: TestDatabase
let hall: OrderHall
/** Organisers of the two halls: the real one and the invented one, which must never see each other's. */
let real: Actor
let invented: Actor
let booth: OrderBooth
beforeAll(async () => {
  database = await createTestDatabase()
  hall = await orderHallIn(database)
  const company = await addCompany(database, 'organiser', 'invented', { isSample: true })
  real = hall.organiser
  invented = await addPerson(database, company, 'organiser', 'owner', { isSample: true })
  booth = await hall.booth()
})
afterAll(async () => {
  await expectBooksBalance(database.connection.db)
  await database.drop()
})

const failed = (error: unknown) => (error instanceof Error ? error.message : '')
const desk = (actor: Actor) => readPaymentDesk(hall.as(actor))

async function charged(of: OrderBooth, isSample = false) {
  const orderId = await hall.placed(await hall.buyer({ isSample }), hall.order(of, { way: 'card' }))
  const payment = await hall.cardPayment(orderId)
  await payment.tell(payment.charged())
  return orderId
}

async function transferred(of: OrderBooth, organiser = real) {
  const buyer = await hall.buyer({ isSample: organiser === invented })
  const orderId = await hall.placed(buyer, hall.order(of))
  await confirmTransfer(hall.as(organiser), { orderId })
  return { buyer, orderId }
}

const send = (of: OrderBooth, orderId: string) =>
  sendOrder(hall.as(of.actor), { orderId, fulfilment: { courier: 'JNE', tracking: 'JX' }, photo: null })

test('nobody but an organiser reads or keeps the programme’s money', async () => {
  const amount = { amountMinor: 100, reference: 'po', day: '2026-11-22' }
  const payout = { token: newId(), organisationId: booth.id, amountMinor: 100, paidOn: '2026-11-22' }
  const typed = { bank: 'BRI', number: '0099887766', holder: 'OPOP' }
  for (const actor of [{ kind: 'visitor' } as const, await hall.buyer({ company: true }), booth.actor]) {
    const context = hall.as(actor)
    const tries: (() => Promise<unknown>)[] = [
      () => readPaymentDesk(context),
      () => listOwed(context),
      () => readDeals(context, { year: null }),
      () => readOrderBooks(context, { orderId: newId() }),
      () => listExchangeRates(context, { page: 1 }),
      () => saveExchangeRates(context, { typed: typedRates({ USD: '16.250' }), isSure: true }),
      () => saveTransferAccount(context, { typed, seen: 1 }),
      () => recordBankMove(context, amount),
      () => recordPayout(context, { ...payout, reference: 'x', proof: null }),
      () => settleDifference(context, { id: newId(), note: 'x' }),
    ]
    for (const one of tries) expect(await one().catch(failed)).toBe('forbidden')
  }
})

describe('money that Stripe sent to the bank', () => {
  const move = (actor: Actor, change: { amountMinor?: number | null; reference?: string; day?: string }) =>
    recordBankMove(hall.as(actor), {
      amountMinor: 1_000_000,
      reference: 'po_1',
      day: '2026-11-22',
      ...change,
    })

  test('is never more than lies there, once for each reference, and of its own hall', async () => {
    const orderId = await charged(booth)
    const there = TOTAL - FEE
    const { balances } = await desk(real)
    expect(balances).toMatchObject({ stripe: there, pesantren: -TOTAL, fees: FEE })
    const refused = (problems: object) => ({ kind: 'refused', problems, thereMinor: there })
    expect(await move(real, { amountMinor: there + 100 })).toEqual(refused({ amount: 'more-than-there' }))
    expect(await move(real, { amountMinor: null, reference: '  ', day: '2026-11-23' })).toEqual(
      refused({ amount: 'not-an-amount', reference: 'reference-missing', day: 'day-wrong' }),
    )
    // The invented hall has none of it.
    expect(await move(invented, {})).toMatchObject({ kind: 'refused', thereMinor: 0 })

    const twice = await Promise.all([move(real, {}), move(real, { reference: ' po_1 ' })])
    expect(twice.map(({ kind }) => kind).sort()).toEqual(['already', 'recorded'])
    // Two at once can't both take what is left.
    const rest = { amountMinor: there - 1_000_000 }
    const race = await Promise.all(['po_2', 'po_3'].map((reference) => move(real, { ...rest, reference })))
    expect(race.map(({ kind }) => kind).sort()).toEqual(['recorded', 'refused'])
    expect((await desk(real)).balances).toMatchObject({ stripe: 0, bank: balances.bank + there })

    const books = await readOrderBooks(hall.as(real), { orderId })
    expect(books.map(({ kind, lines }) => [kind, lines.map(({ account }) => account).sort()])).toEqual([
      ['charge', ['pesantren', 'stripe']],
      ['fee', ['fees', 'stripe']],
    ])
    expect(await readOrderBooks(hall.as(invented), { orderId }).catch(failed)).toBe('not-found')
  })
})

test('pay-outs: the form once, to its own hall alone, and two at once never above what is owed', async () => {
  const [mine, theirs] = [await hall.booth(), await hall.booth({}, { isSample: true })]
  await send(mine, (await transferred(mine)).orderId)
  await send(theirs, (await transferred(theirs, invented)).orderId)
  const pay = (actor: Actor, of: OrderBooth, amountMinor: number, token = newId()) =>
    recordPayout(hall.as(actor), {
      token,
      organisationId: of.id,
      amountMinor,
      paidOn: '2026-11-22',
      reference: 'BRI 9',
      proof: null,
    })
  expect(await pay(real, theirs, 100).catch(failed)).toBe('not-found')
  expect(await pay(invented, mine, 100).catch(failed)).toBe('not-found')
  const offtaker = await hall.buyer({ company: true })
  const ofOfftaker = { ...mine, id: offtaker.organisationId ?? '' }
  expect(await pay(real, ofOfftaker, 100).catch(failed)).toBe('not-found')
  expect(await pay(real, { ...mine, id: 'nonsense' }, 100).catch(failed)).toBe('not-found')

  const token = newId()
  const sent = await Promise.all([1, 2, 3].map(() => pay(real, mine, 1_000_000, token)))
  expect(sent.map(({ kind }) => kind).sort()).toEqual(['already', 'already', 'recorded'])
  const left = TOTAL - 1_000_000
  const race = await Promise.all([pay(real, mine, left), pay(real, mine, left)])
  expect(race.map(({ kind }) => kind).sort()).toEqual(['recorded', 'too-much'])
  const bad = await pay(real, mine, 150)
  expect(bad).toEqual({ kind: 'bad-amount' })

  const owed = async (actor: Actor) => {
    const { rows } = await listOwed(hall.as(actor))
    return new Map(rows.map(({ organisationId, releasableMinor }) => [organisationId, releasableMinor]))
  }
  const [ours, others] = [await owed(real), await owed(invented)]
  expect([ours.get(mine.id), ours.has(theirs.id)]).toEqual([0, false])
  expect([others.get(theirs.id), others.has(mine.id)]).toEqual([TOTAL, false])
})

test('a difference is settled with a note, once, and by the organiser of its hall', async () => {
  const { db } = database.connection
  const run = newId()
  const at = hall.context.now
  await db.insert(schema.reconciliation).values({ id: run, fromAt: at, toAt: at, startedAt: at, endedAt: at })
  const orderId = await charged(booth)
  const difference = async (kind: string, ofOrder: string | null) => {
    const id = newId()
    const row = { id, reconciliationId: run, kind, stripeId: `ch_${id}`, createdAt: at }
    await db.insert(schema.reconciliationDifference).values({ ...row, orderId: ofOrder, oursMinor: 100 })
    return id
  }
  const [ofOrder, ofNone] = [await difference('amount', orderId), await difference('unknown', null)]
  const settle = (actor: Actor, id: string, note: string) => settleDifference(hall.as(actor), { id, note })
  const open = async (actor: Actor) => (await desk(actor)).differences.map(({ id }) => id).sort()
  // The key is a test's: what belongs to no order is the invented hall's to look into.
  expect(await open(real)).toEqual([ofOrder])
  expect(await open(invented)).toEqual([ofNone])
  expect(await settle(invented, ofOrder, 'x').catch(failed)).toBe('not-found')
  expect(await settle(real, ofNone, 'x').catch(failed)).toBe('not-found')
  expect(await settle(real, 'nonsense', 'x').catch(failed)).toBe('not-found')
  expect(await settle(real, ofOrder, ' \n ')).toEqual({ kind: 'note-missing' })
  expect(await settle(real, ofOrder, 'Biaya bank')).toEqual({ kind: 'settled' })
  expect(await settle(real, ofOrder, 'Lain')).toEqual({ kind: 'already' })
  const [kept] = await db
    .select()
    .from(schema.reconciliationDifference)
    .where(eq(schema.reconciliationDifference.id, ofOrder))
  expect(kept).toMatchObject({ settled: 'by-hand', note: 'Biaya bank', settledAt: at })
  expect(await desk(real)).toMatchObject({ differences: [], differenceCount: 0, cards: 'test' })
})

test('the account to transfer to is each hall’s own, and no change is lost under another', async () => {
  const typed = { bank: 'BRI', number: '0099 8877-66', holder: 'Panitia OPOP' }
  const save = (actor: Actor, seen: number, change: Partial<typeof typed> = {}) =>
    saveTransferAccount(hall.as(actor), { typed: { ...typed, ...change }, seen })
  expect(await save(real, 1, { number: 'rekening', holder: ' ' })).toEqual({
    kind: 'refused',
    problems: { number: 'not-a-number', holder: 'missing' },
  })
  expect(await save(real, 1)).toEqual({ kind: 'saved' })
  expect(await save(real, 1)).toEqual({ kind: 'same' })
  expect(await save(real, 1, { bank: 'BNI' })).toEqual({ kind: 'changed' })
  const race = await Promise.all(['BNI', 'BCA'].map((bank) => save(real, 2, { bank })))
  expect(race.map(({ kind }) => kind).sort()).toEqual(['changed', 'saved'])
  expect((await desk(real)).account).toMatchObject({ number: '0099 8877-66', version: 3 })
  expect((await desk(invented)).account).toMatchObject({ bank: 'Bank Uji', version: 1 })
  // The first of a hall that had none.
  await database.connection.db.delete(schema.transferAccount).where(eq(schema.transferAccount.isSample, true))
  const first = await Promise.all(['BNI', 'BCA'].map((bank) => save(invented, 0, { bank })))
  expect(first.map(({ kind }) => kind).sort()).toEqual(['changed', 'saved'])
})

describe('rates', () => {
  const save = (actor: Actor, values: Parameters<typeof typedRates>[0], isSure = false) =>
    saveExchangeRates(hall.as(actor), {
      typed: typedRates({ validOn: '2026-11-22', source: 'Bank Indonesia', ...values }),
      isSure,
    })

  test('are of a day, said again replaced, doubted when far from the last, and read from their day on', async () => {
    expect(await save(real, { USD: '16.250', validOn: '2026-11-20' })).toMatchObject({ kind: 'saved' })
    expect(await save(real, { USD: '162.500' })).toMatchObject({ problems: { USD: 'not-a-rate' } })
    expect(await save(real, { USD: '40.000' })).toEqual({ kind: 'refused', problems: { USD: 'unlikely' } })
    expect(await save(real, { USD: '40.000' }, true)).toEqual({ kind: 'saved', validOn: '2026-11-22' })
    expect(await save(real, { USD: '16.300', EUR: '17.900' }, true)).toMatchObject({ kind: 'saved' })
    expect(await save(real, { USD: '16.300', validOn: '2026-11-23' })).toMatchObject({
      problems: { validOn: 'day-ahead' },
    })
    const { days, pages } = await listExchangeRates(hall.as(real), { page: 99 })
    expect(pages).toBe(1)
    expect(days.map(({ validOn, rates }) => [validOn, rates.length])).toEqual([
      ['2026-11-22', 2],
      ['2026-11-20', 1],
    ])
    const shown = (day: string) => readShownRates({ ...hall.context, now: new Date(`${day}T05:00:00Z`) })
    expect((await shown('2026-11-22')).map((rate) => [rate.currency, rate.idrMinorPerUnit])).toEqual([
      ['EUR', 1_790_000],
      ['USD', 1_630_000],
    ])
    expect(await shown('2026-11-21')).toMatchObject([{ currency: 'USD', idrMinorPerUnit: 1_625_000 }])
    expect(await shown('2026-11-19')).toEqual([])
  })

  test('of a real hall aren’t the invented organiser’s to say', async () => {
    expect(await save(invented, { USD: '16.250' })).toEqual({ kind: 'real-hall' })
    expect((await listExchangeRates(hall.as(invented), { page: 1 })).mayKeep).toBe(false)
    expect((await listExchangeRates(hall.as(real), { page: 1 })).mayKeep).toBe(true)
  })
})

test('the record of deals: what was realised by its month, without what went back, each hall’s own', async () => {
  const [one, other] = [await hall.booth(), await hall.booth({}, { isSample: true })]
  const before = await readDeals(hall.as(real), { year: 2026 })
  const { buyer, orderId } = await transferred(one)
  await transferred(one)
  await transferred(other, invented)
  await send(one, orderId)
  await receiveOrder(hall.as(buyer), { orderId })
  const feedback = { quality: 'good', asDescribed: 'yes', next: 'order', note: null, isShared: true } as const
  await giveFeedback(hall.as(buyer), { orderId, feedback })
  await startRefund(hall.as(real), { orderId, amountMinor: 300_000, reason: 'goodwill', note: null })

  const was = before.months.find(({ month }) => month === '2026-11')?.realised
  const { months, years } = await readDeals(hall.as(real), { year: 2026 })
  expect(years).toEqual([2026])
  const now = months.find(({ month }) => month === '2026-11')
  expect(now?.realised).toEqual({
    paidOrders: (was?.paidOrders ?? 0) + 2,
    paidMinor: (was?.paidMinor ?? 0) + 2 * TOTAL - 300_000,
    received: 1,
    said: 1,
    goodQuality: 1,
    asDescribed: 1,
    meansToOrder: 1,
  })
  // 'I mean to order' is said, and promises nothing.
  expect(now?.promised.promisedMinor).toBe(0)
  const theirs = await readDeals(hall.as(invented), { year: 2026 })
  expect(theirs.months[0]?.realised).toMatchObject({ said: 0, received: 0 })
  expect(await readDeals(hall.as(real), { year: 1999 })).toMatchObject({ year: 2026 })
})
