import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { actorFor, addPerson, contextOf } from '~/test/setup/actors'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor, Context } from '../shared/context'
import { newId } from '../shared/ids'
import { editBooth } from './edit-booth.server'
import { readOwnBooth } from './read-own-booth.server'
import { CLOTHS, EDGES } from './region-family'
import { restoreBooth } from './restore-booth.server'
import { typedBooth } from './typed-booth'

let database: TestDatabase
let own = ''
let owner: Actor = { kind: 'visitor' }
let stranger: Actor = { kind: 'visitor' }
let seconds = 0
beforeAll(async () => {
  database = await createTestDatabase()
  const hall = await openSmallHall(database)
  own = await hall.booth('al-ittihad', 0, { whatsappE164: '+628120000001' })
  owner = await addPerson(database, own, 'pesantren')
  stranger = await addPerson(database, await hall.booth('lain', 3), 'pesantren')
})
afterAll(() => database.drop())

/** Each call a second later, as changes by people come. */
const as = (actor: Actor): Context => ({
  ...contextOf(visitorContext(database), actor),
  get now() {
    seconds += 1
    return new Date(Date.UTC(2026, 10, 22, 3, 0, seconds))
  },
})
const standing = async () => (await readOwnBooth(as(owner))).booth
async function save(change: Record<string, string>): Promise<number> {
  const { version, fields } = await standing()
  const typed = { ...typedBooth(fields, { colours: CLOTHS, accents: EDGES }), ...change }
  const outcome = await editBooth(as(owner), { version, typed })
  if (outcome.kind !== 'saved') throw new Error(outcome.kind)
  return outcome.version
}
/** The newest first. */
const kept = () =>
  database.connection.db
    .select()
    .from(schema.revision)
    .where(eq(schema.revision.subjectId, own))
    .orderBy(desc(schema.revision.version))

test('what the booth said once is brought back as a new version, and nothing of what came between is lost', async () => {
  const first = await save({ address: 'Jalan Satu 1', colour: CLOTHS[2] ?? '' })
  await save({ address: 'Jalan Dua 2', nameEnglish: 'The Union', colour: CLOTHS[1] ?? '' })
  const last = await standing()
  const wanted = (await kept()).find(({ version }) => version === first)
  const places = await database.connection.db.select().from(schema.participation)
  await database.connection.db.delete(schema.outbox)

  expect(await restoreBooth(as(owner), { version: last.version, revisionId: wanted?.id ?? '' })).toEqual({
    kind: 'restored',
    version: last.version + 1,
  })
  expect((await standing()).fields).toMatchObject({ address: 'Jalan Satu 1', colour: CLOTHS[2] })
  expect((await standing()).fields.nameEnglish).toBeNull()
  const [newest, before] = await kept()
  expect(newest).toMatchObject({ action: 'restored', restoredVersion: first, version: last.version + 1 })
  expect(newest?.changed.sort()).toEqual(['address', 'colour', 'nameEnglish'])
  expect(before?.fields).toMatchObject({ address: 'Jalan Dua 2', nameEnglish: 'The Union' })
  // Its number and its place are none of it.
  const [row] = await database.connection.db
    .select({ number: schema.organisation.whatsappE164 })
    .from(schema.organisation)
    .where(eq(schema.organisation.id, own))
  expect(row?.number).toBe('+628120000001')
  expect(await database.connection.db.select().from(schema.participation)).toEqual(places)
  const told = await database.connection.db.select().from(schema.outbox)
  expect(told.map(({ topic }) => topic)).toEqual(['booth.changed'])
  // Once more is what stands already.
  expect(await restoreBooth(as(owner), { version: last.version + 1, revisionId: wanted?.id ?? '' })).toEqual({
    kind: 'same',
  })
})

test('whoever saw another version brings nothing back', async () => {
  const version = await save({ address: 'Jalan Tiga 3' })
  const [, older] = await kept()
  expect(await restoreBooth(as(owner), { version: version - 1, revisionId: older?.id ?? '' })).toEqual({
    kind: 'changed',
  })
  expect((await standing()).fields.address).toBe('Jalan Tiga 3')
})

test('a look that its region has no more is refused, and nothing is written', async () => {
  const { db } = database.connection
  const { version } = await standing()
  const [, older] = await kept()
  const id = newId()
  await db.insert(schema.revision).values({
    ...older,
    id,
    version: 0,
    action: 'made',
    restoredVersion: null,
    organisationId: own,
    subject: 'booth',
    subjectId: own,
    fields: { ...older?.fields, motif: 'none-such' },
  })
  expect(await restoreBooth(as(owner), { version, revisionId: id })).toEqual({ kind: 'refused' })
  expect((await standing()).version).toBe(version)
})

test('only its own writers, and only its own history', async () => {
  const { version } = await standing()
  const [newest] = await kept()
  const revisionId = newest?.id ?? ''
  for (const actor of [{ kind: 'visitor' } as const, actorFor(own, 'pesantren', { role: 'member' })])
    await expect(restoreBooth(as(actor), { version, revisionId })).rejects.toMatchObject({
      code: 'forbidden',
    })
  await expect(restoreBooth(as(stranger), { version: 1, revisionId })).rejects.toMatchObject({
    code: 'not-found',
  })
  for (const other of ['no-id', newId()])
    await expect(restoreBooth(as(owner), { version, revisionId: other })).rejects.toMatchObject({
      code: 'not-found',
    })
})
