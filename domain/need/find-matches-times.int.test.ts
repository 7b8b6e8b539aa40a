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
  const { db } = hall
  const organisationId = hall.boothOf('cukup')
  await db.insert(schema.meetingSetting).values({
    organisationId,
    keepsPrayerTimes: false,
    keepsPublicHolidays: false,
    instantSince: hall.now,
  })
  // Mondays from 9 to 10 in Jakarta: 2 to 3 in UTC.
  await db
    .insert(schema.openTime)
    .values({ id: newId(), organisationId, weekday: 1, fromMinute: 540, toMinute: 600 })
})

it('three times, two a day, of those who published some', async () => {
  const [first, second] = (await hall.find(await hall.need())).matches.matches
  // Monday 23 November is within the notice of a day.
  expect(first?.times.map(({ startsAt }) => startsAt.toISOString())).toEqual([
    '2026-11-30T02:00:00.000Z',
    '2026-11-30T02:25:00.000Z',
    '2026-12-07T02:00:00.000Z',
  ])
  expect(first?.isInstant).toBe(true)
  expect(second).toMatchObject({ times: [], isInstant: false })
})

it('not at a time that the company has given to somebody else', async () => {
  await addMeeting(await hall.need(), 'sebagian', 'booked', at('2026-11-30'))
  const [first] = (await hall.find(await hall.need())).matches.matches
  expect(first?.times[0]?.startsAt.toISOString()).toBe('2026-11-30T02:25:00.000Z')
})

it('the meetings about this need, also when it is closed; then no times', async () => {
  const needId = await hall.need()
  const meetingId = await addMeeting(needId, 'cukup', 'booked', at('2026-12-08'))
  await addMeeting(needId, 'sebagian', 'requested', at('2026-12-09'), new Date('2026-11-21T00:00:00Z'))
  await addMeeting(needId, 'jagung', 'requested', at('2026-12-10'), new Date('2026-11-25T00:00:00Z'))
  await addMeeting(needId, 'ketan', 'held', at('2026-11-10'))
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
    expect(matches.some(({ times }) => times.length > 0)).toBe(!isClosed)
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
