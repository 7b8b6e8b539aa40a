import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { addCompany } from '~/test/setup/actors'
import { openSmallHall } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { readAvailability } from './availability.server'
import { newId } from './ids'

let database: TestDatabase
const queries: string[] = []
const ids: Record<string, string> = {}

const from = new Date('2026-12-01T00:00:00Z')
const until = new Date('2026-12-15T00:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase({ onQuery: (query) => queries.push(query) })
  const { db } = database.connection
  const hall = await openSmallHall(database)
  for (const [slot, slug] of ['busy', 'unsaid', 'emptied'].entries()) {
    ids[slug] = await hall.booth(slug, slot + 1, { isSample: false })
  }
  ids.guest = await addCompany(database, 'buyer', 'guest')
  const busy = ids.busy ?? ''
  await db
    .insert(schema.meetingSetting)
    .values([
      { organisationId: busy, meetingMinutes: 30, gapMinutes: 10, instantSince: from },
      { organisationId: ids.emptied ?? '' },
    ])
  await db.insert(schema.seat).values([
    { organisationId: busy, number: 2, name: 'Ust. Ahmad' },
    { organisationId: busy, number: 1 },
  ])
  await db.insert(schema.openTime).values([
    { id: newId(), organisationId: busy, weekday: 3, fromMinute: 600, toMinute: 660 },
    { id: newId(), organisationId: busy, weekday: 1, fromMinute: 780, toMinute: 840 },
    { id: newId(), organisationId: busy, weekday: 1, fromMinute: 540, toMinute: 600 },
  ])
  await db.insert(schema.openTimeException).values([
    { id: newId(), organisationId: busy, day: '2026-12-09', kind: 'open', fromMinute: 480, toMinute: 540 },
    { id: newId(), organisationId: busy, day: '2026-12-08', kind: 'closed' },
    { id: newId(), organisationId: busy, day: '2027-02-08', kind: 'closed' },
  ])
  const meets = async (startsAt: string, state: 'booked' | 'cancelled', seat: number | null) => {
    const meetingId = newId()
    const times = { startsAt: new Date(startsAt), endsAt: new Date(Date.parse(startsAt) + 1_800_000) }
    const occupies = state === 'booked'
    await db.transaction(async (tx) => {
      await tx.insert(schema.meeting).values({
        id: meetingId,
        state,
        occupies,
        ...times,
        way: 'whatsapp',
        language: 'id',
        isInstant: true,
        endReason: occupies ? null : 'busy',
        endedBy: occupies ? null : busy,
        agenda: {
          productWords: 'madu',
          productName: null,
          monthlyVolume: null,
          unit: null,
          targetPriceMinor: null,
          requiredPapers: [],
          destinationCountry: null,
          destinationPlace: null,
          neededBy: null,
          reasons: [],
          note: null,
        },
      })
      await tx.insert(schema.meetingParticipant).values([
        { meetingId, organisationId: busy, side: 'host', seat, ...times, occupies },
        { meetingId, organisationId: ids.guest ?? '', side: 'guest', seat: seat && 1, ...times, occupies },
      ])
    })
  }
  await meets('2026-12-07T02:00:00Z', 'booked', 2)
  await meets('2026-12-07T03:00:00Z', 'cancelled', null)
  await meets('2026-12-14T23:55:00Z', 'booked', 1)
  await meets('2026-12-21T02:00:00Z', 'booked', 1)
})
afterAll(() => database.drop())

it('reads what each organisation has published and what its seats hold, in two queries', async () => {
  queries.length = 0
  const found = await readAvailability(database.connection.db, [...Object.values(ids), newId()], {
    from,
    until,
  })
  expect(queries).toHaveLength(2)
  expect(found.size).toBe(4)
  expect(found.get(ids.busy ?? '')).toEqual({
    organisationId: ids.busy,
    isInstant: true,
    seats: [1, 2],
    occupied: [
      { seat: 2, startsAt: new Date('2026-12-07T02:00:00Z'), endsAt: new Date('2026-12-07T02:30:00Z') },
      { seat: 1, startsAt: new Date('2026-12-14T23:55:00Z'), endsAt: new Date('2026-12-15T00:25:00Z') },
    ],
    schedule: {
      timeZone: 'Asia/Jakarta',
      meetingMinutes: 30,
      gapMinutes: 10,
      noticeHours: 24,
      horizonDays: 42,
      keepsPrayerTimes: true,
      keepsPublicHolidays: true,
      coordinates: { latitude: -7.2, longitude: 107.89 },
      weekly: [
        { weekday: 1, fromMinute: 540, toMinute: 600 },
        { weekday: 1, fromMinute: 780, toMinute: 840 },
        { weekday: 3, fromMinute: 600, toMinute: 660 },
      ],
      exceptions: [
        { day: '2026-12-08', kind: 'closed', fromMinute: null, toMinute: null },
        { day: '2026-12-09', kind: 'open', fromMinute: 480, toMinute: 540 },
      ],
    },
  })
  expect(found.get(ids.guest ?? '')).toMatchObject({ schedule: null, isInstant: false, seats: [1] })
  expect(found.get(ids.guest ?? '')?.occupied).toHaveLength(2)
})

it('gives no schedule to one that has published nothing, or nothing any more, and seat 1 to one without seats', async () => {
  const found = await readAvailability(database.connection.db, [ids.unsaid ?? '', ids.emptied ?? ''], {
    from,
    until,
  })
  for (const slug of ['unsaid', 'emptied']) {
    expect(found.get(ids[slug] ?? '')).toEqual({
      organisationId: ids[slug],
      schedule: null,
      isInstant: false,
      seats: [1],
      occupied: [],
    })
  }
})

it('asks nothing for nobody', async () => {
  queries.length = 0
  expect(await readAvailability(database.connection.db, [], { from, until })).toEqual(new Map())
  expect(queries).toHaveLength(0)
})
