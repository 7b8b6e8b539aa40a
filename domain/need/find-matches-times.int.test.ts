import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { createMatchHall, type MatchHall } from '~/test/setup/match-hall'
import { newId } from '../shared/ids'

let hall: MatchHall
afterAll(() => hall.database.drop())
const at = (day: string) => new Date(`${day}T02:00:00Z`)
beforeAll(async () => {
  hall = await createMatchHall()
  await hall.maker('cukup', { monthlyCapacity: 500 })
  await hall.maker('sebagian', { monthlyCapacity: 150 })
  await hall.maker('jagung', { name: { id: 'Jagung pipil' } })
  await hall.maker('ketan', { name: { id: 'Beras ketan' } })
  await publish('cukup')
})

/** Mondays from 9 to 10 in Jakarta: 2 to 3 in UTC. */
async function publish(host: string) {
  const organisationId = hall.boothOf(host)
  await hall.db.insert(schema.meetingSetting).values({
    organisationId,
    keepsPrayerTimes: false,
    keepsPublicHolidays: false,
    instantSince: hall.now,
  })
  await hall.db
    .insert(schema.openTime)
    .values({ id: newId(), organisationId, weekday: 1, fromMinute: 540, toMinute: 600 })
}

it('three times, two a day, of those who published some', async () => {
  const [first, second] = (await hall.find(await hall.need())).matches.matches
  // Monday 23 November is within the notice of a day.
  expect(first?.times.map(({ startsAt }) => startsAt.toISOString())).toEqual([
    '2026-11-30T02:00:00.000Z',
    '2026-11-30T02:25:00.000Z',
    '2026-12-07T02:00:00.000Z',
  ])
  expect(first?.times.map(({ reason }) => reason.code)).toEqual([
    'first-free',
    'free-for-both',
    'another-day',
  ])
  expect(first).toMatchObject({ isInstant: true, noTimes: null })
  expect(second).toMatchObject({ times: [], isInstant: false, noTimes: 'unpublished' })
})

it('not at a time that the company has given to somebody else', async () => {
  await addMeeting(await hall.need(), 'sebagian', 'booked', at('2026-11-30'))
  const [first] = (await hall.find(await hall.need())).matches.matches
  expect(first?.times[0]).toMatchObject({
    startsAt: new Date('2026-11-30T02:25:00Z'),
    reason: { code: 'after-meeting', at: at('2026-11-30').getTime() },
  })
})

it('proposes to several so that the first times of all fit into one calendar, and says so by name', async () => {
  await publish('sebagian')
  const needId = await hall.need()
  const proposed = (await hall.find(needId)).matches.matches.flatMap(({ booth, times: [first] }) =>
    first ? [{ slug: booth.slug, name: booth.name, ...first }] : [],
  )
  // 9.00 of the 30th is given to somebody else by the test before.
  expect(
    proposed.map(({ slug, startsAt }) => `${slug} ${startsAt.toISOString().slice(5, 16)}`).sort(),
  ).toEqual(['cukup 11-30T02:25', 'sebagian 12-07T02:00'])
  await addMeeting(needId, 'jagung', 'requested', at('2026-12-07'), new Date('2026-11-25T00:00:00Z'))
  const asked = (await hall.find(needId)).matches.matches.find(({ booth }) => booth.slug === 'sebagian')
  expect(asked?.times[0]).toMatchObject({
    startsAt: new Date('2026-12-07T02:25:00Z'),
    reason: { code: 'after-meeting', at: at('2026-12-07').getTime() },
  })
})

it('says what keeps the two from having a time', async () => {
  const needId = await hall.need()
  const hostId = hall.boothOf('cukup')
  // Its only day within reach is tomorrow, which is within the notice of a day.
  await hall.db
    .update(schema.meetingSetting)
    .set({ horizonDays: 2 })
    .where(eq(schema.meetingSetting.organisationId, hostId))
  const [first] = (await hall.find(needId)).matches.matches
  expect(first).toMatchObject({ times: [], noTimes: 'notice' })
  await hall.db
    .update(schema.meetingSetting)
    .set({ horizonDays: 42 })
    .where(eq(schema.meetingSetting.organisationId, hostId))
})

it('the meetings about this need, also when it is closed; then no times', async () => {
  const needId = await hall.need()
  const meetingId = await addMeeting(needId, 'cukup', 'booked', at('2026-12-08'))
  await addMeeting(needId, 'sebagian', 'requested', at('2026-12-09'), new Date('2026-11-21T00:00:00Z'))
  await addMeeting(needId, 'jagung', 'requested', at('2026-12-10'), new Date('2026-11-25T00:00:00Z'))
  await addMeeting(needId, 'ketan', 'held', at('2026-11-10'))
  await publish('ketan')
  for (const isClosed of [false, true]) {
    if (isClosed) {
      await hall.db
        .update(schema.need)
        .set({ state: 'closed', closedAt: hall.now })
        .where(eq(schema.need.id, needId))
    }
    const { matches } = (await hall.find(needId)).matches
    const meetings = new Map(matches.map(({ booth, meeting }) => [booth.slug, meeting]))
    expect(meetings.get('cukup')).toEqual({ id: meetingId, state: 'booked', startsAt: at('2026-12-08') })
    // Its answer is overdue: it is expired, though nobody has written that down yet.
    expect(meetings.get('sebagian')).toBeNull()
    expect(meetings.get('jagung')).toMatchObject({ state: 'requested' })
    expect(meetings.get('ketan')).toBeNull()
    // Whoever has a meeting needs no time for one.
    expect(matches.find(({ booth }) => booth.slug === 'cukup')).toMatchObject({ times: [], noTimes: null })
    expect(matches.find(({ booth }) => booth.slug === 'ketan')?.times.length).toBe(isClosed ? 0 : 3)
  }
})

async function addMeeting(
  needId: string,
  host: string,
  state: 'booked' | 'requested' | 'held',
  startsAt: Date,
  expiresAt: Date | null = null,
): Promise<string> {
  const id = newId()
  const endsAt = new Date(startsAt.getTime() + 1_200_000)
  const occupies = state !== 'requested'
  const { db } = hall
  await db.transaction(async (tx) => {
    await tx
      .insert(schema.seat)
      .values({ organisationId: hall.boothOf(host), number: 1 })
      .onConflictDoNothing()
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
      agenda: {
        productWords: 'beras',
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
      isInstant: true,
    })
    const side = { meetingId: id, startsAt, endsAt, occupies, seat: occupies ? 1 : null }
    await tx.insert(schema.meetingParticipant).values([
      { ...side, organisationId: hall.boothOf(host), side: 'host' },
      { ...side, organisationId: hall.company, side: 'guest' },
    ])
  })
  return id
}
