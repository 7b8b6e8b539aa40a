import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { chanceOf } from '~/db/seed/chance'
import { actorFor, addCompany, contextOf } from '~/test/setup/actors'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { BUSINESS_FIELDS, CERTIFICATE_KINDS, CERTIFICATE_STATES, TRADE_UNITS } from '../shared/enums'
import { newId } from '../shared/ids'
import { READINESS_STEPS } from '../shared/reason'
import { listOwnReadiness } from './list-own-readiness.server'
import { listReadiness } from './list-readiness.server'
import { readReadiness } from './readiness-rows.server'

let database: TestDatabase
let hall: Awaited<ReturnType<typeof openSmallHall>>
let own = ''
let other = ''
let house = ''
let queries: string[] = []

beforeAll(async () => {
  database = await createTestDatabase({ onQuery: (query) => queries.push(query) })
  hall = await openSmallHall(database)
  own = await hall.booth('al-ittihad', 0)
  other = await hall.booth('zamzam', 1)
  house = await addCompany(database, 'organiser', 'house')
  const { db } = database.connection
  const paper = (organisationId: string, kind: 'nib' | 'halal' | 'gs1', expiresOn: string | null = null) =>
    db.insert(schema.certificate).values({
      id: newId(),
      organisationId,
      kind,
      number: '1',
      state: 'declared',
      expiresOn,
    })
  // Plants by the jar are asked for: NIB, barcode, shelf life, photos, capacity, prices.
  const whole = await hall.product(own, 'lengkap', { shelfLifeDays: 365, monthlyCapacity: 40 })
  await db.insert(schema.photo).values({
    id: newId(),
    organisationId: own,
    productId: whole,
    state: 'ready',
    hash: 'a'.repeat(64),
    masterHash: 'b'.repeat(64),
    width: 10,
    height: 10,
  })
  await hall.product(own, 'kurang', { position: 1, shelfLifeDays: 365, monthlyCapacity: 40 })
  await hall.product(own, 'draf', { position: 2, state: 'draft' })
  await hall.product(own, 'lama', { position: 3, state: 'archived' })
  await paper(own, 'nib')
  await paper(own, 'gs1')
  await hall.product(other, 'banyak')
  // It ran out yesterday.
  await paper(other, 'nib', '2026-11-21')
  const sample = await hall.booth('contoh', 2, { isSample: true })
  await hall.product(sample, 'contoh', { isSample: true })
})
afterAll(() => database.drop())

const maker = () => contextOf(visitorContext(database), actorFor(own, 'pesantren'))
const organiser = (isSample = false) =>
  contextOf(visitorContext(database), actorFor(house, 'organiser', { isSample }))
const list = (step: Parameters<typeof listReadiness>[1]['step'] = null, page: number | null = 1) =>
  listReadiness(organiser(), { step, page, locale: 'id' })

test('the studio’s list has the own goods with what each lacks, also drafts, in two queries', async () => {
  queries = []
  const { rows, mayWrite } = await listOwnReadiness(maker(), { locale: 'id' })
  // What the goods have, and what buyers said of their samples.
  expect(queries).toHaveLength(2)
  expect(mayWrite).toBe(true)
  expect(rows.map(({ slug, missing, done }) => [slug, missing, done.length])).toEqual([
    ['lengkap', [], 6],
    ['kurang', ['photos'], 5],
    ['draf', ['shelf-life', 'photos', 'capacity'], 3],
  ])
})

test('the organiser’s has published goods of the same kind of edition that lack something, most first', async () => {
  const { rows, total } = await list()
  expect(total).toBe(2)
  expect(rows.map(({ slug, booth, missing }) => [slug, booth.id, missing])).toEqual([
    ['banyak', other, ['nib', 'barcode', 'shelf-life', 'photos', 'capacity']],
    ['kurang', own, ['photos']],
  ])
  expect((await list('nib')).rows.map(({ slug }) => slug)).toEqual(['banyak'])
  expect((await list('halal')).rows).toEqual([])
  expect(
    (await listReadiness(organiser(true), { step: null, page: 1, locale: 'id' })).rows.map(
      ({ slug }) => slug,
    ),
  ).toEqual(['contoh'])
})

test('only for the organiser, and the studio’s for pesantren alone', async () => {
  const buyer = contextOf(visitorContext(database), actorFor(house, 'buyer'))
  for (const context of [maker(), buyer, visitorContext(database)])
    await expect(listReadiness(context, { step: null, page: 1, locale: 'id' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  for (const context of [organiser(), buyer, visitorContext(database)])
    await expect(listOwnReadiness(context, { locale: 'id' })).rejects.toMatchObject({ code: 'forbidden' })
})

test('whatever goods have, Postgres finds those that the rule says, in its order, page by page', async () => {
  const { db } = database.connection
  const chance = chanceOf('lacking')
  const booths = await Promise.all(
    [3, 4, 5, 6].map((slot) => hall.booth(`acak-${chance.between(1, 9)}${slot}`, slot)),
  )
  for (let at = 0; at < 90; at += 1) {
    const organisationId = chance.pick(booths)
    const id = await hall.product(organisationId, `acak-${at}`, {
      position: at % 7,
      field: chance.pick([...BUSINESS_FIELDS]),
      unit: chance.pick([...TRADE_UNITS]),
      state: chance.is(0.9) ? 'published' : 'draft',
      shelfLifeDays: chance.is(0.5) ? 90 : null,
      monthlyCapacity: chance.is(0.5) ? 40 : null,
    })
    if (chance.is(0.3)) await db.delete(schema.priceTier).where(eq(schema.priceTier.productId, id))
    if (chance.is(0.5))
      await db.insert(schema.photo).values({
        id: newId(),
        organisationId,
        productId: id,
        state: 'ready',
        hash: newId().replaceAll('-', '').repeat(2),
        masterHash: newId().replaceAll('-', '').repeat(2),
        width: 10,
        height: 10,
        removedAt: chance.is(0.3) ? new Date() : null,
      })
    for (const kind of CERTIFICATE_KINDS) {
      if (!chance.is(0.3)) continue
      const state = chance.pick([...CERTIFICATE_STATES])
      await db.insert(schema.certificate).values({
        id: newId(),
        organisationId,
        productId: chance.is(0.9) ? id : null,
        kind,
        number: String(at),
        state,
        verifiedAt: state === 'verified' ? organiser().now : null,
        expiresOn: chance.pick([null, null, '2026-11-21', '2026-11-22', '2027-01-01']),
      })
    }
  }
  const where = and(eq(schema.product.state, 'published'), eq(schema.organisation.isSample, false))
  const all = await readReadiness(db, { where, locale: 'id', now: organiser().now })
  for (const step of [null, ...READINESS_STEPS]) {
    const lacking = all
      .filter(({ missing }) => (step ? missing.includes(step) : missing.length > 0))
      .sort((a, b) => b.missing.length - a.missing.length)
      .map(({ id, missing, done }) => ({ id, missing, done }))
    const plain = ({ rows }: Awaited<ReturnType<typeof list>>) =>
      rows.map(({ id, missing, done }) => ({ id, missing, done }))
    expect(plain(await list(step, null))).toEqual(lacking)
    const [first, last] = [await list(step, Number.NaN), await list(step, 99)]
    expect([first.page, first.total, plain(first)]).toEqual([1, lacking.length, lacking.slice(0, 30)])
    expect(plain(last)).toEqual(lacking.slice((last.pages - 1) * 30))
  }
  expect(new Set(all.map(({ missing }) => missing.length)).size).toBeGreaterThan(4)
  expect((await list()).pages).toBe(3)
})
