import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { actorFor, addCompany, addPerson, contextOf } from '~/test/setup/actors'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor } from '../shared/context'
import { newId } from '../shared/ids'
import { editBooth } from './edit-booth.server'
import { readBoothPicture } from './read-booth-picture.server'
import { readOwnBooth } from './read-own-booth.server'
import { CLOTHS, EDGES } from './region-family'
import { typedBooth } from './typed-booth'

let database: TestDatabase
let own = ''
let company = ''
beforeAll(async () => {
  database = await createTestDatabase()
  const hall = await openSmallHall(database)
  own = await hall.booth('al-ittihad', 0)
  owner = await addPerson(database, own, 'pesantren')
  company = await addCompany(database, 'offtaker', 'toko')
})
afterAll(() => database.drop())
const as = (actor: Actor) => contextOf(visitorContext(database), actor)
let owner: Actor = { kind: 'visitor' }
const maker = () => as(owner)
const form = async () => {
  const { booth } = await readOwnBooth(maker())
  return { version: booth.version, typed: typedBooth(booth.fields, { colours: CLOTHS, accents: EDGES }) }
}

test('only a pesantren’s own writers', async () => {
  const { typed, version } = await form()
  for (const actor of [
    { kind: 'visitor' } as const,
    actorFor(own, 'pesantren', { role: 'member' }),
    actorFor(company, 'offtaker'),
    actorFor(company, 'organiser'),
  ]) {
    await expect(editBooth(as(actor), { version, typed })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(readOwnBooth(as(actor))).rejects.toMatchObject({ code: 'forbidden' })
  }
})

test('saves once, keeps history and tells search; what is the same is not saved', async () => {
  const { db } = database.connection
  const { typed, version } = await form()
  const [{ code: regencyCode } = { code: '' }] = await db.select().from(schema.regency).limit(1)
  const change = {
    ...typed,
    regencyCode,
    nameEnglish: 'The Union',
    address: 'Jalan Raya 1',
    colour: CLOTHS[1],
  }
  const saved = await editBooth(maker(), { version, typed: change })
  expect(saved).toMatchObject({ kind: 'saved', version: version + 1 })
  expect((await readOwnBooth(maker())).booth.fields).toMatchObject({
    nameEnglish: 'The Union',
    address: 'Jalan Raya 1',
    colour: CLOTHS[1],
  })
  expect(await editBooth(maker(), { version: version + 1, typed: change })).toEqual({ kind: 'same' })
  const kept = await db.select().from(schema.revision).where(eq(schema.revision.subjectId, own))
  expect(kept.map(({ action }) => action).sort()).toEqual(['before', 'changed'])
  const told = await db.select().from(schema.outbox).where(eq(schema.outbox.topic, 'booth.changed'))
  expect(told).toHaveLength(1)
})

test('of two who save the second learns what the first has stored', async () => {
  const { typed, version } = await form()
  await editBooth(maker(), { version, typed: { ...typed, address: 'Jalan Satu' } })
  const second = await editBooth(maker(), { version, typed: { ...typed, address: 'Jalan Dua' } })
  expect(second).toMatchObject({
    kind: 'changed',
    current: { version: version + 1, fields: { address: 'Jalan Satu' } },
  })
})

test('a district of another regency, and a regency that there isn’t, are refused at their field', async () => {
  const { typed, version } = await form()
  expect(
    await editBooth(maker(), { version, typed: { ...typed, regencyCode: '9999', districtCode: '' } }),
  ).toEqual({
    kind: 'refused',
    problems: { regencyCode: 'regency-missing' },
  })
})

test('the preview knows what stands on the shelf', async () => {
  await database.connection.db.insert(schema.product).values({
    organisationId: own,
    id: newId(),
    slug: 'kopi-1',
    name: { id: 'Kopi' },
    field: 'minuman',
    kind: 'coffee',
    unit: 'kg',
    drawing: 'coffee',
    state: 'published',
  })
  const { booth } = await readOwnBooth(maker())
  expect(booth.goods).toEqual({ product: { id: 'Kopi' }, drawings: ['coffee'], award: false })
})

test('the organiser sees it as its owner does, nobody else, and none of the other edition', async () => {
  const organiser = actorFor(company, 'organiser')
  const { booth } = await readOwnBooth(maker())
  const { slug, isSample, fields, pavilion, goods } = booth
  expect(await readBoothPicture(as(organiser), { organisationId: own })).toEqual({
    slug,
    isSample,
    fields,
    pavilion,
    goods,
  })
  for (const actor of [owner, { kind: 'visitor' } as const])
    await expect(readBoothPicture(as(actor), { organisationId: own })).rejects.toMatchObject({
      code: 'forbidden',
    })
  const ofSample = actorFor(company, 'organiser', { isSample: true })
  for (const [actor, organisationId] of [
    [ofSample, own],
    [organiser, company],
    [organiser, 'x'],
  ] as const)
    await expect(readBoothPicture(as(actor), { organisationId })).rejects.toMatchObject({ code: 'not-found' })
})
