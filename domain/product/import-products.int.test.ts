import { asc, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { words as arWords } from '~/app/i18n/ar/words'
import { words as enWords } from '~/app/i18n/en/words'
import { words as idWords } from '~/app/i18n/id/words'
import { registerWords } from '~/app/i18n/registry'
import { allTableWords } from '~/app/product-table-words.server'
import { schema } from '~/db/schema'
import { actorFor } from '~/test/setup/actors'
import { type MeetingHall, openMeetingHall, type Side } from '~/test/setup/meeting-hall'
import { newId } from '../shared/ids'
import { editProduct } from './edit-product.server'
import { exportProducts } from './export-products.server'
import { importProducts } from './import-products.server'
import { findOwnProduct } from './own-product.server'
import type { AllTableWords } from './product-table'
import { readImport } from './read-import.server'
import { sendProductTable } from './send-product-table.server'

let hall: MeetingHall
let words: AllTableWords
let host: Side
let other: Side
let queries = 0

beforeAll(async () => {
  registerWords('id', idWords)
  registerWords('en', enWords)
  registerWords('ar', arWords)
  words = allTableWords()
  hall = await openMeetingHall({ onQuery: () => queries++ })
})
afterAll(() => hall.database.drop())
beforeEach(async () => {
  host = await hall.host()
  other = await hall.host()
})

const db = () => hall.database.connection.db
const HEADING = 'Kode produk;Nama (Indonesia);Bidang usaha;Dijual per;Stok'
const goods = (side: Side = host) =>
  db()
    .select()
    .from(schema.product)
    .where(eq(schema.product.organisationId, side.id))
    .orderBy(asc(schema.product.position))
async function send(lines: string[], side: Side = host): Promise<string> {
  const bytes = new TextEncoder().encode(lines.join('\r\n'))
  const outcome = await sendProductTable(hall.as(side), { bytes, locale: 'id', words })
  if (outcome.kind !== 'sent') throw new Error(outcome.problem.kind)
  return outcome.id
}
const look = (id: string, side: Side = host) => readImport(hall.as(side), { id, words })
const bringIn = async (id: string, lines: number[] | 'all' = 'all', side: Side = host) =>
  importProducts(hall.as(side), { id, basis: (await look(id, side)).basis, lines, words })

describe('a table', () => {
  it('changes nothing until it is brought in, and then all of its good rows at once', async () => {
    const [first] = await goods()
    const before = await goods()
    const id = await send([
      HEADING,
      `${first?.slug};${first?.name.id};;;7`,
      ';Gula semut;Minuman;kg;250',
      ';Gula cair;Bulan;kg;250',
      ';Gula batu;Minuman;kg;100',
    ])
    const run = await look(id)
    expect(run.bad.map(({ line, problems }) => [line, problems])).toEqual([
      // A column that is there and empty is empty.
      [
        2,
        [
          { column: 'field', typed: '', code: 'choose-one' },
          { column: 'unit', typed: '', code: 'choose-one' },
        ],
      ],
      [4, [{ column: 'field', typed: 'Bulan', code: 'choose-one' }]],
    ])
    expect(run.good.map(({ line, kind, name }) => [line, kind, name])).toEqual([
      [3, 'new', 'Gula semut'],
      [5, 'new', 'Gula batu'],
    ])
    expect(await goods()).toEqual(before)
    expect(await bringIn(id)).toEqual({ kind: 'done', made: 2, changed: 0 })
    const after = await goods()
    expect(after.slice(before.length).map(({ name, state, stock }) => [name.id, state, stock])).toEqual([
      ['Gula semut', 'draft', 250],
      ['Gula batu', 'draft', 100],
    ])
    const kept = await db()
      .select({ action: schema.revision.action, version: schema.revision.version })
      .from(schema.revision)
      .where(eq(schema.revision.subjectId, after.at(-1)?.id ?? ''))
    expect(kept).toEqual([{ action: 'imported', version: 1 }])
    // Sent twice it is done once.
    await expect(bringIn(id)).rejects.toMatchObject({ code: 'not-found' })
    expect(await goods()).toHaveLength(before.length + 2)
  })

  it('changes the chosen rows alone, in the columns that it has, as a new version', async () => {
    const [first] = await goods()
    const id = await send([
      'Kode produk;Stok',
      `${first?.slug};77`,
      ...(await goods()).slice(1).map(({ slug }) => `${slug};1`),
    ])
    expect((await look(id)).good[0]).toMatchObject({ line: 2, kind: 'changed', changes: ['stock'] })
    expect(await bringIn(id, [99])).toEqual({ kind: 'none-chosen' })
    expect(await bringIn(id, [2])).toEqual({ kind: 'done', made: 0, changed: 1 })
    const [after] = await goods()
    expect(after).toEqual({
      ...first,
      stock: 77,
      version: (first?.version ?? 0) + 1,
      updatedAt: after?.updatedAt,
    })
  })

  it('that was looked at before somebody else saved is looked at again', async () => {
    const [first] = await goods()
    const current = await findOwnProduct(db(), host.id, first?.id ?? '')
    if (!current) throw new Error('no product')
    const id = await send(['Kode produk;Stok', `${current.slug};5`])
    const { basis } = await look(id)
    const { version } = current
    await editProduct(hall.as(host), {
      id: current.id,
      version,
      fields: { ...current.fields, stock: 3 },
      publish: false,
    })
    expect(await importProducts(hall.as(host), { id, basis, lines: 'all', words })).toEqual({ kind: 'moved' })
    expect((await goods())[0]?.stock).toBe(3)
    expect(await bringIn(id)).toEqual({ kind: 'done', made: 0, changed: 1 })
    expect((await goods())[0]?.stock).toBe(5)
  })

  it('brings in a thousand', async () => {
    const id = await send([
      HEADING,
      ...Array.from({ length: 1_000 }, (_, n) => `;Barang ${n};Kerajinan;buah;${n}`),
    ])
    const before = (await goods()).length
    expect(await bringIn(id)).toEqual({ kind: 'done', made: 1_000, changed: 0 })
    expect((await goods()).length).toBe(before + 1_000)
  }, 120_000)
})

describe('another’s', () => {
  it('goods are never touched, nor told of', async () => {
    const [theirs] = await goods(other)
    const id = await send(['Kode produk;Stok', `${theirs?.slug};666`, 'tidak-ada;1'])
    const run = await look(id)
    expect(run.bad.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['not-yours'],
      ['not-yours'],
    ])
    expect(run.bad[0]?.name).toBe(theirs?.slug)
    expect(await bringIn(id)).toEqual({ kind: 'none-chosen' })
    expect((await goods(other))[0]).toEqual(theirs)
    const out = await exportProducts(hall.as(host), { locale: 'id', words: words.id })
    expect(out).toContain((await goods())[0]?.slug)
    expect(out).not.toContain(theirs?.slug)
  })

  it('table is not there', async () => {
    const id = await send([HEADING, ';Gula;Minuman;kg;1'])
    await expect(look(id, other)).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      importProducts(hall.as(other), { id, basis: '', lines: 'all', words }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(look(newId())).rejects.toMatchObject({ code: 'not-found' })
  })

  it('hands are kept off: who only reads, companies and the organiser', async () => {
    const member = { actor: actorFor(host.id, 'pesantren', { role: 'member' }) }
    const guest = await hall.guest()
    const bytes = new TextEncoder().encode(`${HEADING}\n;Gula;Minuman;kg;1`)
    for (const actor of [member, guest, { actor: hall.organiser }]) {
      const context = hall.as(actor)
      await expect(sendProductTable(context, { bytes, locale: 'id', words })).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
    await expect(exportProducts(hall.as(guest), { locale: 'id', words: words.id })).rejects.toMatchObject({
      code: 'forbidden',
    })
    // Reading one's own list is for everybody of the pesantren.
    expect(await exportProducts(hall.as(member), { locale: 'en', words: words.en })).toContain('Product code')
  })
})

describe('a thousand rows', () => {
  it('come in, and are changed, in a few statements; goods of one name get addresses of their own', async () => {
    const before = (await goods()).length
    const heading = 'Nama (Indonesia);Bidang usaha;Dijual per;Stok;Mulai dari 1;Harga 1 (Rp)'
    const name = (n: number) => (n < 60 ? 'Gula' : `Gula ${n}`)
    const id = await send([
      heading,
      ...Array.from({ length: 1000 }, (_, n) => `${name(n)};Minuman;kg;250;1;10000`),
    ])
    queries = 0
    expect(await bringIn(id)).toEqual({ kind: 'done', made: 1000, changed: 0 })
    expect(queries).toBeLessThan(60)
    const made = (await goods()).slice(before)
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(1000)
    expect(made.map(({ name }) => name.id)).toEqual(Array.from({ length: 1000 }, (_, n) => name(n)))

    const again = await send([
      'Kode produk;Stok',
      ...made.map(({ slug }, n) => `${slug};${n === 0 ? 250 : 7}`),
    ])
    queries = 0
    expect(await bringIn(again)).toEqual({ kind: 'done', made: 0, changed: 999 })
    expect(queries).toBeLessThan(80)
    const changed = (await goods()).slice(before)
    expect(changed.map(({ stock, version }) => [stock, version])).toEqual([
      [250, 1],
      ...Array.from({ length: 999 }, () => [7, 2]),
    ])
    expect(
      changed.map(({ slug, drawing, position, createdAt }) => [slug, drawing, position, createdAt]),
    ).toEqual(made.map(({ slug, drawing, position, createdAt }) => [slug, drawing, position, createdAt]))
    const ids = made.map((one) => one.id)
    expect(await db().$count(schema.priceTier, inArray(schema.priceTier.productId, ids))).toBe(1000)
    expect(await db().$count(schema.revision, inArray(schema.revision.subjectId, ids))).toBe(1999)
    // Search is told of the booth once each time.
    const told = await db().select().from(schema.outbox).where(eq(schema.outbox.topic, 'booth.changed'))
    expect(told.filter(({ payload }) => JSON.stringify(payload).includes(host.id))).toHaveLength(2)
  }, 60_000)
})
