import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { addCompany, addPerson, contextOf } from '~/test/setup/actors'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor, Context } from '../shared/context'
import type { MeetingState } from '../shared/enums'
import { newId } from '../shared/ids'
import { listNeeds } from './list-needs.server'

let queries = 0
let database: TestDatabase
let host: string
const NOW = new Date('2026-11-22T03:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase({ onQuery: () => queries++ })
  const hall = await openSmallHall(database)
  host = await hall.booth('nyata', 0)
  await database.connection.db.insert(schema.seat).values({ organisationId: host, number: 1 })
})
afterAll(() => database.drop())

const as = (actor: Actor): Context => contextOf(visitorContext(database, NOW), actor)

async function addNeed(organisationId: string, minute: number, change: object = {}): Promise<string> {
  const id = newId()
  await database.connection.db.insert(schema.need).values({
    id,
    organisationId,
    field: 'minuman',
    productWords: `Kopi ${minute}`,
    locale: 'id',
    monthlyVolume: 300,
    unit: 'kg',
    language: 'id',
    createdAt: new Date(Date.UTC(2026, 10, 1, 0, minute)),
    ...change,
  })
  return id
}

let hour = 0
/** Each at an hour of its own, so that no seat is taken twice. */
async function addMeeting(needId: string, guest: string, state: MeetingState, expiresAt: Date | null = null) {
  const startsAt = new Date(Date.UTC(2026, 11, 1, hour++))
  const endsAt = new Date(startsAt.getTime() + 1_200_000)
  const id = newId()
  const occupies = state === 'booked' || state === 'held'
  await database.connection.db.transaction(async (tx) => {
    await tx.insert(schema.meeting).values({
      id,
      needId,
      state,
      occupies,
      startsAt,
      endsAt,
      expiresAt,
      way: 'whatsapp',
      language: 'id',
      isInstant: false,
      endReason: state === 'cancelled' ? 'Batal' : null,
      endedBy: state === 'cancelled' ? guest : null,
      agenda: {
        productWords: 'Kopi',
        productName: null,
        monthlyVolume: 300,
        unit: 'kg',
        targetPriceMinor: null,
        requiredPapers: [],
        destinationCountry: null,
        destinationPlace: null,
        neededBy: null,
        reasons: [],
        note: null,
      },
    })
    const both = { meetingId: id, startsAt, endsAt, occupies, seat: occupies ? 1 : null }
    await tx.insert(schema.meetingParticipant).values([
      { ...both, organisationId: host, side: 'host' },
      { ...both, organisationId: guest, side: 'guest' },
    ])
  })
}

test('the open ones come first, the newest of each first, with the meetings about them', async () => {
  const company = await addCompany(database, 'offtaker', 'pasar-segar')
  const actor = await addPerson(database, company, 'offtaker')
  const closed = await addNeed(company, 50, { state: 'closed', closedAt: NOW })
  const old = await addNeed(company, 10, { destinationRegency: '3205' })
  const fresh = await addNeed(company, 40)
  const tomorrow = new Date(NOW.getTime() + 86_400_000)
  await addMeeting(old, company, 'requested', tomorrow)
  await addMeeting(old, company, 'requested', new Date(NOW.getTime() - 1))
  await addMeeting(old, company, 'booked')
  await addMeeting(old, company, 'held')
  await addMeeting(old, company, 'cancelled')
  const list = await listNeeds(as(actor), { page: 1 })
  expect(list.rows.map(({ id }) => id)).toEqual([fresh, old, closed])
  expect(list.rows[1]).toMatchObject({
    requested: 1,
    booked: 2,
    destinationRegency: { code: '3205', name: 'Garut' },
    organisationName: 'Company pasar-segar',
  })
  expect(list.rows[0]).toMatchObject({ requested: 0, booked: 0 })
  expect(list).toMatchObject({ total: 3, open: 2, pages: 1, isOrganiser: false, mayState: true })
})

test('twenty on a page, in two queries however many there are; beyond the last is the last', async () => {
  const company = await addCompany(database, 'offtaker', 'banyak')
  const actor = await addPerson(database, company, 'offtaker')
  const count = async (page: number) => {
    queries = 0
    const list = await listNeeds(as(actor), { page })
    return { list, queries }
  }
  const none = await count(1)
  expect(none.list).toMatchObject({ rows: [], total: 0, page: 1, pages: 1 })
  for (let minute = 0; minute < 45; minute++) await addNeed(company, minute)
  const pages = await Promise.all([1, 2, 3].map((page) => listNeeds(as(actor), { page })))
  expect(pages.map(({ rows }) => rows.length)).toEqual([20, 20, 5])
  const words = pages.flatMap(({ rows }) => rows.map(({ productWords }) => productWords))
  expect(words).toEqual(Array.from({ length: 45 }, (_, i) => `Kopi ${44 - i}`))
  for (const page of [99, 3]) {
    expect((await count(page)).list).toMatchObject({ page: 3, pages: 3, total: 45 })
  }
  expect((await count(1)).queries).toBe(none.queries)
  expect(none.queries).toBe(2)
})

test('nobody sees another’s; the organiser sees those of its edition, and states none', async () => {
  const [mine, theirs, sample] = await Promise.all([
    addCompany(database, 'offtaker', 'satu'),
    addCompany(database, 'buyer', 'dua'),
    addCompany(database, 'buyer', 'contoh-3', { isSample: true }),
  ])
  const one = await addNeed(mine, 1)
  const two = await addNeed(theirs, 2)
  const marked = await addNeed(sample, 3, { isSample: true })
  const list = async (actor: Actor) => {
    const first = await listNeeds(as(actor), { page: 1 })
    const rest = []
    for (let page = 2; page <= first.pages; page++) rest.push(...(await listNeeds(as(actor), { page })).rows)
    return { ...first, ids: [...first.rows, ...rest].map(({ id }) => id) }
  }
  expect((await list(await addPerson(database, mine, 'offtaker'))).ids).toEqual([one])
  expect((await list(await addPerson(database, theirs, 'buyer'))).ids).toEqual([two])
  const dinas = await addPerson(database, await addCompany(database, 'organiser', 'dinas'), 'organiser')
  const all = await list(dinas)
  expect(all.ids).toEqual(expect.arrayContaining([one, two]))
  expect(all.ids).not.toContain(marked)
  expect(all).toMatchObject({ isOrganiser: true, mayState: false })
  const sampleDinas = await addPerson(
    database,
    await addCompany(database, 'organiser', 'dinas-contoh', { isSample: true }),
    'organiser',
    'owner',
    { isSample: true },
  )
  expect((await list(sampleDinas)).ids).toEqual([marked])
  const member = await addPerson(database, host, 'pesantren', 'member')
  expect(await list(member)).toMatchObject({ ids: [], mayState: false })
  await expect(listNeeds(as({ kind: 'visitor' }), { page: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listNeeds(as({ ...dinas, organisationId: null }), { page: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
