import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { person } from '~/db/schema/person'
import { revision } from '~/db/schema/revision'
import { actorFor, addPerson, contextOf } from '~/test/setup/actors'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor, Context } from '../shared/context'
import { newId } from '../shared/ids'
import { changeProductState } from './change-product-state.server'
import { createProduct } from './create-product.server'
import { editProduct } from './edit-product.server'
import { listProductHistory } from './list-product-history.server'
import type { ProductFields } from './product-fields'
import { readOwnProduct } from './read-own-product.server'
import { restoreProduct } from './restore-product.server'

let database: TestDatabase
let hall: Awaited<ReturnType<typeof openSmallHall>>
let own = ''
let siti: Extract<Actor, { kind: 'person' }>
let maker: Context
let colleague: Context
let minutes = 0
let queries: string[] = []

beforeAll(async () => {
  database = await createTestDatabase({ onQuery: (query) => queries.push(query) })
  hall = await openSmallHall(database)
  own = await hall.booth('al-ittihad', 0)
  siti = await addPerson(database, own, 'pesantren', 'owner', { name: 'Siti' })
  maker = as(siti)
  colleague = as(await addPerson(database, own, 'pesantren', 'editor', { name: 'Ujang' }))
})
afterAll(() => database.drop())
beforeEach(() => {
  queries = []
})

/** Each call a minute later, as changes by people come. */
const as = (actor: Actor): Context => ({
  ...contextOf(visitorContext(database), actor),
  get now() {
    minutes += 1
    return new Date(Date.UTC(2026, 10, 22, 3, minutes))
  },
})

const FIELDS: ProductFields = {
  name: { id: 'Kopi' },
  description: null,
  storage: null,
  field: 'minuman',
  kind: 'coffee',
  unit: 'kg',
  netContent: null,
  netContentUnit: null,
  tiers: [{ minimumQuantity: 10, unitPriceMinor: 9_000_000 }],
  asksPrice: false,
  minimumOrder: 10,
  orderMultiple: null,
  monthlyCapacity: 100,
  promisedCapacity: 0,
  stock: null,
  leadTimeDays: null,
  madeToOrder: null,
  shelfLifeDays: null,
  unitsPerCarton: null,
  cartonKg: null,
  cartonCm: null,
  hsCode: null,
  incoterm: null,
  incotermPlace: null,
}

async function create(change: Partial<ProductFields> = {}, publish = false): Promise<string> {
  const outcome = await createProduct(maker, { token: newId(), fields: { ...FIELDS, ...change }, publish })
  if (outcome.kind !== 'created') throw new Error(outcome.kind)
  return outcome.id
}
const edit = (id: string, version: number, change: Partial<ProductFields>, context = maker) =>
  editProduct(context, { id, version, fields: { ...FIELDS, ...change }, publish: false })
const fieldsNow = async (id: string) => (await readOwnProduct(maker, { id })).product.fields

test('tells who made, changed, published and brought back what, the newest first, in two queries', async () => {
  const id = await create()
  await edit(id, 1, { stock: 5, name: { id: 'Kopi', en: 'Coffee' } }, colleague)
  await changeProductState(maker, { id, to: 'published' })
  queries = []
  const { rows, isLast } = await listProductHistory(maker, { id, page: 1 })
  expect(queries).toHaveLength(2)
  expect(isLast).toBe(true)
  expect(rows.map(({ action, by, version }) => [action, by, version])).toEqual([
    ['state', 'Siti', 2],
    ['changed', 'Ujang', 2],
    ['made', 'Siti', 1],
  ])
  expect(rows[0]).toMatchObject({ before: { state: 'draft' }, after: { state: 'published' } })
  expect(rows[1]).toMatchObject({ before: { stock: null }, after: { stock: 5, tiers: FIELDS.tiers } })
  expect(rows[2]?.before).toBeNull()
  const [kept] = await database.connection.db
    .select({ changed: revision.changed })
    .from(revision)
    .where(eq(revision.id, rows[1]?.id ?? ''))
  expect(kept?.changed).toEqual(['name', 'stock'])
})

test('a restored revision is a new version; bringing it back twice writes nothing', async () => {
  const id = await create()
  await edit(id, 1, { name: { id: 'Teh' }, kind: 'tea', tiers: [] })
  const made = (await listProductHistory(maker, { id, page: 1 })).rows.at(-1)
  const input = { id, version: 2, revisionId: made?.id ?? '' }
  expect(await restoreProduct(colleague, input)).toEqual({ kind: 'restored', version: 3 })
  expect(await fieldsNow(id)).toEqual(FIELDS)
  const { rows } = await listProductHistory(maker, { id, page: 1 })
  expect(rows[0]).toMatchObject({ action: 'restored', restoredVersion: 1, version: 3, by: 'Ujang' })
  expect(await restoreProduct(maker, { ...input, version: 3 })).toEqual({ kind: 'same' })
  // The one between is there still.
  const between = rows.find(({ version }) => version === 2)
  await restoreProduct(maker, { id, version: 3, revisionId: between?.id ?? '' })
  expect((await fieldsNow(id)).name).toEqual({ id: 'Teh' })
})

test('does not go over what somebody saved meanwhile, and leaves published goods whole', async () => {
  const id = await create({ tiers: [], minimumOrder: null })
  await edit(id, 1, {})
  await changeProductState(maker, { id, to: 'published' })
  const made = (await listProductHistory(maker, { id, page: 1 })).rows.at(-1)
  const revisionId = made?.id ?? ''
  expect(await restoreProduct(maker, { id, version: 1, revisionId })).toEqual({ kind: 'changed' })
  expect(await restoreProduct(maker, { id, version: 2, revisionId })).toEqual({
    kind: 'incomplete',
    gaps: ['price', 'minimum-order'],
  })
  expect(await fieldsNow(id)).toEqual(FIELDS)
})

test('goods from before history began can be taken back to how they stood', async () => {
  const id = await hall.product(own, 'lama', { stock: 7 })
  const { fields } = (await readOwnProduct(maker, { id })).product
  await editProduct(maker, { id, version: 1, fields: { ...fields, stock: 9 }, publish: false })
  const { rows } = await listProductHistory(maker, { id, page: 1 })
  expect(rows.map(({ action, version, by }) => [action, version, by])).toEqual([
    ['changed', 2, 'Siti'],
    ['before', 1, null],
  ])
  await restoreProduct(maker, { id, version: 2, revisionId: rows[1]?.id ?? '' })
  expect((await fieldsNow(id)).stock).toBe(7)
})

test('whoever comes second is told who was first, what they made of it, and what both began with', async () => {
  const id = await create()
  await edit(id, 1, { stock: 5 }, colleague)
  const outcome = await edit(id, 1, { monthlyCapacity: 200 })
  expect(outcome).toMatchObject({
    kind: 'changed',
    current: { version: 2, fields: { stock: 5, monthlyCapacity: 100 } },
    last: { by: 'Ujang', base: FIELDS },
  })
})

test('a change that changes nothing is no history; a deleted account leaves its changes nameless', async () => {
  const id = await create()
  await edit(id, 1, {})
  expect((await listProductHistory(maker, { id, page: 1 })).rows).toHaveLength(1)
  await database.connection.db.update(person).set({ name: '' }).where(eq(person.id, siti.personId))
  expect((await listProductHistory(maker, { id, page: 1 })).rows[0]?.by).toBeNull()
})

test("is its own pesantren's, and for who may write", async () => {
  const id = await create()
  const revisionId = (await listProductHistory(maker, { id, page: 1 })).rows[0]?.id ?? ''
  const other = await hall.booth('lain', 3)
  const strangerId = await hall.product(other, 'asing')
  const stranger = as(actorFor(other, 'pesantren'))
  await expect(listProductHistory(stranger, { id, page: 1 })).rejects.toMatchObject({ code: 'not-found' })
  await expect(restoreProduct(stranger, { id, version: 1, revisionId })).rejects.toMatchObject({
    code: 'not-found',
  })
  // Nor another's history into one's own goods.
  await expect(restoreProduct(stranger, { id: strangerId, version: 1, revisionId })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(restoreProduct(maker, { id, version: 1, revisionId: newId() })).rejects.toMatchObject({
    code: 'not-found',
  })
  const reader = as(actorFor(own, 'pesantren', { role: 'member' }))
  await expect(listProductHistory(reader, { id, page: 1 })).rejects.toMatchObject({ code: 'forbidden' })
})
