import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { product } from '~/db/schema/product'
import { actorFor, addPerson, contextOf } from '~/test/setup/actors'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor, Context } from '../shared/context'
import { newId } from '../shared/ids'
import { changePrices } from './change-prices.server'
import { duplicateProduct } from './duplicate-product.server'
import { listOwnPrices } from './list-own-prices.server'
import { listOwnProducts } from './list-own-products.server'
import { moveProduct } from './move-product.server'
import { readOwnProduct } from './read-own-product.server'
import { undoPrices } from './undo-prices.server'

let database: TestDatabase
let hall: Awaited<ReturnType<typeof openSmallHall>>
let own = ''
let maker: Context
let stranger: Context
const goods: string[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  hall = await openSmallHall(database)
  own = await hall.booth('al-ittihad', 0)
  for (const [place, slug] of ['satu', 'dua', 'tiga'].entries())
    goods.push(await hall.product(own, slug, { position: place * 2, stock: 4 }))
  maker = as(await addPerson(database, own, 'pesantren'))
  stranger = as(await addPerson(database, await hall.booth('lain', 3), 'pesantren'))
})
afterAll(() => database.drop())

let seconds = 0
const as = (actor: Actor): Context => ({
  ...contextOf(visitorContext(database), actor),
  get now() {
    seconds += 1
    return new Date(Date.UTC(2026, 10, 22, 3, 0, seconds))
  },
})
const first = () => goods[0] ?? ''
const shelf = async () =>
  (await listOwnProducts(maker, { page: 1, locale: 'id' })).rows.map(({ slug }) => slug)
const prices = async (id: string) =>
  (await readOwnProduct(maker, { id })).product.fields.tiers.map(({ unitPriceMinor }) => unitPriceMinor / 100)
const CHANGE = { by: 'percent', amount: 10, rounding: 100 } as const

test('goods move on the shelf, one by one and to its beginning; never another’s', async () => {
  expect(await shelf()).toEqual(['satu', 'dua', 'tiga'])
  await moveProduct(maker, { id: goods[2] ?? '', move: 'up' })
  expect(await shelf()).toEqual(['satu', 'tiga', 'dua'])
  await moveProduct(maker, { id: goods[1] ?? '', move: 'first' })
  expect(await shelf()).toEqual(['dua', 'satu', 'tiga'])
  await moveProduct(maker, { id: goods[1] ?? '', move: 'down' })
  await moveProduct(maker, { id: goods[2] ?? '', move: 'down' })
  expect(await shelf()).toEqual(['satu', 'dua', 'tiga'])
  await expect(moveProduct(stranger, { id: first(), move: 'down' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a copy is a draft with the same words and prices, at the end, once for each form', async () => {
  const input = { id: first(), token: newId() }
  const { id } = await duplicateProduct(maker, input)
  expect(await duplicateProduct(maker, input)).toEqual({ id })
  const { product: copy } = await readOwnProduct(maker, { id })
  const { product: original } = await readOwnProduct(maker, { id: first() })
  expect(copy).toMatchObject({ state: 'draft', version: 1, drawing: original.drawing })
  expect(copy.fields).toEqual({ ...original.fields, stock: null, promisedCapacity: 0 })
  expect((await shelf()).at(-1)).toBe(copy.slug)
  await expect(duplicateProduct(stranger, input)).rejects.toMatchObject({ code: 'not-found' })
  await database.connection.db.delete(product).where(eq(product.id, id))
})

test('many prices change as shown, without what somebody saved since, and can be taken back', async () => {
  const list = await listOwnPrices(maker, { locale: 'id' })
  expect(list.map(({ id }) => id)).toEqual(goods)
  const chosen = list.map(({ id, version }) => ({ id, version }))
  const stale = chosen.map((one, place) => (place === 2 ? { ...one, version: 99 } : one))
  const before = await prices(first())
  const outcome = await changePrices(maker, { change: CHANGE, chosen: stale })
  expect(outcome).toMatchObject({ left: 1 })
  expect(outcome.done.map(({ id }) => id).sort()).toEqual(goods.slice(0, 2).sort())
  expect(await prices(first())).toEqual(before.map((price) => Math.round((price * 1.1) / 100) * 100))
  expect(await prices(goods[2] ?? '')).toEqual(before)
  expect(await undoPrices(maker, { changed: outcome.done })).toBe(2)
  expect(await prices(first())).toEqual(before)
  // Taken back once: the same again does nothing.
  expect(await undoPrices(maker, { changed: outcome.done })).toBe(0)
})

test('prices are one’s own to change', async () => {
  const chosen = (await listOwnPrices(maker, { locale: 'id' })).map(({ id, version }) => ({ id, version }))
  expect(await changePrices(stranger, { change: CHANGE, chosen })).toEqual({ done: [], left: 3 })
  const reader = as(actorFor(own, 'pesantren', { role: 'member' }))
  await expect(changePrices(reader, { change: CHANGE, chosen })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listOwnPrices(reader, { locale: 'id' })).rejects.toMatchObject({ code: 'forbidden' })
})
