import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { actorFor, addCompany, contextOf } from '~/test/setup/actors'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { newId } from '../shared/ids'
import { listOwnReadiness } from './list-own-readiness.server'
import { listReadiness } from './list-readiness.server'

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
