import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { certificate } from '~/db/schema/certificate'
import { outbox } from '~/db/schema/outbox'
import { priceTier } from '~/db/schema/price-tier'
import { product } from '~/db/schema/product'
import { actorFor, addCompany, addPerson, contextOf } from '~/test/setup/actors'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor, Context } from '../shared/context'
import { newId } from '../shared/ids'
import { changeProductState } from './change-product-state.server'
import { createProduct } from './create-product.server'
import { editProduct } from './edit-product.server'
import { listOwnProducts } from './list-own-products.server'
import type { ProductFields } from './product-fields'
import { readOwnProduct } from './read-own-product.server'
import { readProduct } from './read-product.server'
import { startProduct } from './start-product.server'

let database: TestDatabase
let hall: Awaited<ReturnType<typeof openSmallHall>>
let own = ''
let other = ''
let company = ''
let maker: Context
let queries: string[] = []

beforeAll(async () => {
  database = await createTestDatabase({ onQuery: (query) => queries.push(query) })
  hall = await openSmallHall(database)
  own = await hall.booth('al-ittihad', 0)
  other = await hall.booth('nurul-huda', 1)
  company = await addCompany(database, 'offtaker', 'toko')
  maker = as(await addPerson(database, own, 'pesantren'))
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.connection.sql`delete from outbox`
  queries = []
})

const as = (actor: Actor) => contextOf(visitorContext(database), actor)

const fields = (change: Partial<ProductFields> = {}): ProductFields => ({
  name: { id: 'Kopi arabika', en: 'Arabica coffee' },
  description: { id: 'Dari kebun sendiri.' },
  storage: null,
  field: 'minuman',
  kind: 'coffee',
  unit: 'kg',
  netContent: 1.5,
  netContentUnit: 'kg',
  tiers: [
    { minimumQuantity: 20, unitPriceMinor: 13_900_000 },
    { minimumQuantity: 100, unitPriceMinor: 12_800_000 },
  ],
  asksPrice: false,
  minimumOrder: 20,
  orderMultiple: 10,
  monthlyCapacity: 300,
  promisedCapacity: 120,
  stock: 40,
  leadTimeDays: 7,
  madeToOrder: false,
  shelfLifeDays: 365,
  unitsPerCarton: 10,
  cartonKg: 10.5,
  cartonCm: [40, 30, 25],
  hsCode: '090121',
  incoterm: 'FOB',
  incotermPlace: 'Tanjung Priok',
  ...change,
})

async function create(
  change: Partial<ProductFields> = {},
  publish = false,
  context = maker,
): Promise<string> {
  const outcome = await createProduct(context, { token: newId(), fields: fields(change), publish })
  if (outcome.kind !== 'created') throw new Error(outcome.kind)
  return outcome.id
}
const rowOf = async (id: string) => {
  const [row] = await database.connection.db.select().from(product).where(eq(product.id, id))
  if (!row) throw new Error('no such product')
  return row
}
const changes = async () =>
  (await database.connection.db.select().from(outbox).orderBy(desc(outbox.createdAt))).map(
    ({ topic, payload }) => [topic, (payload as { productId: string }).productId],
  )

describe('who may', () => {
  test.each([
    ['a visitor', () => ({ kind: 'visitor' }) as const],
    ['a reading member', () => actorFor(own, 'pesantren', { role: 'member' })],
    ['an offtaker', () => actorFor(company, 'offtaker')],
    ['the organiser', () => actorFor(company, 'organiser')],
  ])('%s changes nothing', async (_, actor) => {
    const id = await create()
    await database.connection.sql`delete from outbox`
    const context = as(actor())
    for (const work of [
      () => readOwnProduct(context, { id }),
      () => startProduct(context),
      () => createProduct(context, { token: newId(), fields: fields(), publish: false }),
      () => editProduct(context, { id, version: 1, fields: fields({ name: { id: 'Lain' } }), publish: true }),
      () => changeProductState(context, { id, to: 'published' }),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await rowOf(id)).toMatchObject({ name: fields().name, state: 'draft', version: 1 })
    expect(await changes()).toEqual([])
  })

  test("another pesantren's product does not exist for it", async () => {
    const id = await create()
    const context = as(actorFor(other, 'pesantren'))
    for (const work of [
      () => readOwnProduct(context, { id }),
      () => editProduct(context, { id, version: 1, fields: fields(), publish: false }),
      () => changeProductState(context, { id, to: 'archived' }),
    ]) {
      await expect(work()).rejects.toMatchObject({ code: 'not-found' })
    }
    for (const strange of ['', 'x', "' or 1=1", newId()]) {
      await expect(readOwnProduct(maker, { id: strange })).rejects.toMatchObject({ code: 'not-found' })
    }
    expect((await rowOf(id)).state).toBe('draft')
  })

  test('lists are for pesantren: a member reads, others are refused', async () => {
    const member = as(actorFor(own, 'pesantren', { role: 'member' }))
    expect((await listOwnProducts(member, { page: 1, locale: 'id' })).mayWrite).toBe(false)
    expect((await listOwnProducts(maker, { page: 1, locale: 'id' })).mayWrite).toBe(true)
    for (const actor of [
      { kind: 'visitor' } as const,
      actorFor(company, 'buyer'),
      actorFor(company, 'organiser'),
    ]) {
      await expect(listOwnProducts(as(actor), { page: 1, locale: 'id' })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  })
})

describe('a new product', () => {
  test('has all that was typed, its drawing, its address, the last place, and an event', async () => {
    const id = await create()
    const row = await rowOf(id)
    const { tiers: _, asksPrice: __, ...columns } = fields()
    expect(row).toMatchObject({
      ...columns,
      organisationId: own,
      state: 'draft',
      version: 1,
      isSample: false,
    })
    expect(row.slug).toMatch(/^kopi-arabika-al-ittihad(-\d+)?$/)
    expect(row.drawing).toMatch(/^coffee\.[a-z]+\.[a-z]+\.KOPI\.\d+$/)
    expect(await changes()).toEqual([['product.changed', id]])
    const next = await rowOf(await create())
    expect(next.position).toBe(row.position + 1)
    expect(next.slug).not.toBe(row.slug)
  })

  test('sent twice at once is one', async () => {
    const input = { token: newId(), fields: fields(), publish: false }
    const outcomes = await Promise.all([createProduct(maker, input), createProduct(maker, input)])
    expect(outcomes.map((outcome) => outcome.kind === 'created' && outcome.id)).toEqual([
      input.token,
      input.token,
    ])
    expect(outcomes.filter((outcome) => outcome.kind === 'created' && outcome.already)).toHaveLength(1)
    expect(await changes()).toHaveLength(1)
  })

  test("never takes the id of another's product", async () => {
    const taken = await create({}, false, as(await addPerson(database, other, 'pesantren')))
    const outcome = await createProduct(maker, { token: taken, fields: fields(), publish: false })
    expect(outcome).toMatchObject({ kind: 'created', already: false })
    expect((await rowOf(taken)).organisationId).toBe(other)
  })

  test('of a sample stays a sample', async () => {
    const sample = await hall.booth('contoh', null, { isSample: true })
    const id = await create(
      {},
      true,
      as(await addPerson(database, sample, 'pesantren', 'owner', { isSample: true })),
    )
    expect((await rowOf(id)).isSample).toBe(true)
  })

  test('is not published half done', async () => {
    const before = await database.connection.db.$count(product)
    const outcome = await createProduct(maker, {
      token: newId(),
      fields: fields({ name: { en: 'Coffee' }, tiers: [], minimumOrder: null }),
      publish: true,
    })
    expect(outcome).toEqual({ kind: 'incomplete', gaps: ['indonesian-name', 'price', 'minimum-order'] })
    expect(await database.connection.db.$count(product)).toBe(before)
    expect(await changes()).toEqual([])
  })

  test('starts like the newest one', async () => {
    await create({ unit: 'bottle', kind: 'honey', field: 'pertanian' })
    // The clock of a test stands still; ids go on.
    expect(await startProduct(maker)).toMatchObject({
      organisationId: own,
      boothSlug: 'al-ittihad',
      unit: 'bottle',
      kind: 'honey',
      field: 'pertanian',
    })
  })
})

describe('an edit', () => {
  test('replaces fields and prices, keeps the address, and tells the index', async () => {
    const id = await create({}, true)
    const before = await rowOf(id)
    const changed = fields({
      name: { id: 'Teh hijau' },
      tiers: [
        { minimumQuantity: 20, unitPriceMinor: 9_000_000 },
        { minimumQuantity: 50, unitPriceMinor: 8_000_000 },
        { minimumQuantity: 200, unitPriceMinor: 7_000_000 },
      ],
      cartonCm: null,
      incoterm: null,
      incotermPlace: null,
    })
    await database.connection.sql`delete from outbox`
    expect(await editProduct(maker, { id, version: 1, fields: changed, publish: false })).toEqual({
      kind: 'saved',
      state: 'published',
      before: 'published',
      version: 2,
    })
    expect(await rowOf(id)).toMatchObject({
      slug: before.slug,
      drawing: before.drawing,
      version: 2,
      cartonCm: null,
    })
    expect((await readOwnProduct(maker, { id })).product.fields).toEqual(changed)
    expect(await changes()).toEqual([['product.changed', id]])
  })

  test('of another kind of goods is drawn anew', async () => {
    const id = await create()
    await editProduct(maker, { id, version: 1, fields: fields({ kind: 'tea' }), publish: false })
    expect((await rowOf(id)).drawing).toMatch(/^tea\./)
  })

  test('on what somebody else has changed writes nothing, and may be saved over it knowingly', async () => {
    const id = await create()
    const mine = fields({ name: { id: 'Punya saya' } })
    const theirs = fields({ name: { id: 'Punya mereka' }, tiers: [] })
    await editProduct(maker, { id, version: 1, fields: theirs, publish: false })
    const outcome = await editProduct(maker, { id, version: 1, fields: mine, publish: false })
    expect(outcome).toMatchObject({ kind: 'changed', current: { version: 2, fields: theirs } })
    expect((await rowOf(id)).name).toEqual(theirs.name)
    expect(await editProduct(maker, { id, version: 2, fields: mine, publish: false })).toMatchObject({
      version: 3,
    })
    expect((await rowOf(id)).name).toEqual(mine.name)
  })

  test('of ten at once on the same version one is saved', async () => {
    const id = await create()
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        editProduct(maker, { id, version: 1, fields: fields({ name: { id: `Kopi ${n}` } }), publish: false }),
      ),
    )
    expect(outcomes.filter(({ kind }) => kind === 'saved')).toHaveLength(1)
    expect(outcomes.filter(({ kind }) => kind === 'changed')).toHaveLength(9)
    expect(await database.connection.db.$count(priceTier, eq(priceTier.productId, id))).toBe(2)
  })

  test('of a published product keeps it whole; of a draft need not', async () => {
    const id = await create({}, true)
    const half = fields({ minimumOrder: 15, tiers: [] })
    expect(await editProduct(maker, { id, version: 1, fields: half, publish: false })).toEqual({
      kind: 'incomplete',
      gaps: ['price', 'minimum-not-multiple'],
    })
    expect((await rowOf(id)).minimumOrder).toBe(20)
    const draft = await create()
    expect(await editProduct(maker, { id: draft, version: 1, fields: half, publish: false })).toMatchObject({
      kind: 'saved',
      state: 'draft',
    })
    expect(await editProduct(maker, { id: draft, version: 2, fields: half, publish: true })).toMatchObject({
      kind: 'incomplete',
    })
  })
})

describe('draft, published, hidden', () => {
  const isPublic = async (id: string) => {
    const { slug } = await rowOf(id)
    const input = { slug, locale: 'id', publicUrl: 'http://expo.test', quantity: null } as const
    return readProduct({ db: database.connection.db }, input).then(
      () => true,
      () => false,
    )
  }

  test('leads there and back, and buyers see it only in between', async () => {
    const id = await create()
    expect(await isPublic(id)).toBe(false)
    expect(await changeProductState(maker, { id, to: 'published' })).toEqual({
      kind: 'done',
      state: 'published',
      before: 'draft',
    })
    expect(await isPublic(id)).toBe(true)
    expect(await changeProductState(maker, { id, to: 'hidden' })).toMatchObject({ before: 'published' })
    expect(await isPublic(id)).toBe(false)
    expect(await changeProductState(maker, { id, to: 'archived' })).toMatchObject({ before: 'hidden' })
    expect(await changeProductState(maker, { id, to: 'hidden' })).toMatchObject({ before: 'archived' })
    expect(await changes()).toHaveLength(5)
    expect(await rowOf(id)).toMatchObject({ state: 'hidden', version: 1 })
  })

  test('the same again writes nothing', async () => {
    const id = await create({}, true)
    await database.connection.sql`delete from outbox`
    expect(await changeProductState(maker, { id, to: 'published' })).toMatchObject({ before: 'published' })
    expect(await changes()).toEqual([])
  })

  test('half a product stays a draft; without a price it is published only when buyers are to ask', async () => {
    const id = await create({ tiers: [] })
    expect(await changeProductState(maker, { id, to: 'published' })).toEqual({
      kind: 'incomplete',
      gaps: ['price'],
    })
    expect(await isPublic(id)).toBe(false)
    const asking = fields({ tiers: [], asksPrice: true })
    expect(await editProduct(maker, { id, version: 1, fields: asking, publish: true })).toMatchObject({
      kind: 'saved',
    })
    expect(await isPublic(id)).toBe(true)
    expect((await readOwnProduct(maker, { id })).product.fields.asksPrice).toBe(true)
    await changeProductState(maker, { id, to: 'hidden' })
    expect(await changeProductState(maker, { id, to: 'published' })).toMatchObject({ kind: 'done' })
  })
})

describe('the list', () => {
  test('has own goods of any state but archived, page by page, with what is missing: two queries', async () => {
    const booth = await hall.booth('banyak', 5)
    const context = as(await addPerson(database, booth, 'pesantren'))
    for (let n = 0; n < 43; n++) {
      await create(
        { name: { id: `Kopi ${n}` }, ...(n === 1 && { tiers: [], minimumOrder: null }) },
        n === 0,
        context,
      )
    }
    const archived = await create({ name: { id: 'Lama' } }, false, context)
    await changeProductState(context, { id: archived, to: 'archived' })
    queries = []
    const first = await listOwnProducts(context, { page: 1, locale: 'en' })
    expect(queries).toHaveLength(2)
    expect(first).toMatchObject({ page: 1, pages: 3, total: 43 })
    expect(first.rows).toHaveLength(20)
    expect(first.rows[0]).toMatchObject({
      state: 'published',
      name: { text: 'Kopi 0', lang: 'id' },
      lowestPriceMinor: 12_800_000,
      freeCapacity: 180,
      gaps: [],
    })
    expect(first.rows[1]).toMatchObject({
      state: 'draft',
      lowestPriceMinor: null,
      gaps: ['price', 'minimum-order'],
    })
    const last = await listOwnProducts(context, { page: 99, locale: 'id' })
    expect(last.page).toBe(3)
    expect(last.rows.map(({ name }) => name.text)).toEqual(['Kopi 40', 'Kopi 41', 'Kopi 42'])
    queries = []
    const archive = await listOwnProducts(context, { page: 1, locale: 'id', archive: true })
    expect(queries).toHaveLength(2)
    expect(archive).toMatchObject({ page: 1, pages: 1, total: 1, archived: 1 })
    expect(archive.rows.map(({ name }) => name.text)).toEqual(['Lama'])
    expect(first.archived).toBe(1)
  })

  test('of a pesantren without goods is empty', async () => {
    const booth = await hall.booth('kosong', null)
    expect(await listOwnProducts(as(actorFor(booth, 'pesantren')), { page: 1, locale: 'ar' })).toMatchObject({
      rows: [],
      total: 0,
      pages: 1,
    })
  })
})

test('papers of the pesantren and of the product are told with it', async () => {
  const id = await create()
  const paper = { organisationId: own, state: 'declared' as const }
  await database.connection.db.insert(certificate).values([
    { ...paper, id: newId(), kind: 'nib' },
    { ...paper, id: newId(), kind: 'gs1', productId: id },
  ])
  queries = []
  const { papers } = await readOwnProduct(maker, { id })
  expect(queries).toHaveLength(3)
  expect(papers).toEqual([
    { kind: 'gs1', state: 'declared' },
    { kind: 'nib', state: 'declared' },
  ])
})
