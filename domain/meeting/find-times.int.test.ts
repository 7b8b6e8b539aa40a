import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { type MeetingHall, openMeetingHall, type Side } from '~/test/setup/meeting-hall'
import type { Actor } from '../shared/context'
import { newId } from '../shared/ids'
import { type FindTimesInput, findTimes } from './find-times.server'

let hall: MeetingHall
let host: Side
let guest: Side
beforeAll(async () => {
  hall = await openMeetingHall()
  host = await hall.host()
  guest = await hall.guest()
})
afterAll(() => hall.database.drop())

const find = (change: Partial<FindTimesInput> = {}, side: { actor: Actor } = guest) =>
  findTimes(hall.as(side), { boothSlug: host.slug, needId: null, meetingId: null, from: null, ...change })

test('the first week begins on the first day with a free time, and has none before it', async () => {
  // Sunday 10:00 in Jakarta; a day's notice; open from 09:00.
  const week = await find()
  expect(week.days.map(({ day }) => day)).toEqual([
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
    '2026-11-29',
  ])
  expect(week.days[0]?.slots[0]).toEqual({
    startsAt: hall.at('10:15', '2026-11-23'),
    endsAt: hall.at('10:35', '2026-11-23'),
  })
  expect(week.days.map(({ slots }) => slots.length)).toEqual([2, 5, 5, 5, 5, 5, 5])
  expect(week).toMatchObject({ isInstant: true, previousFrom: null, nextFrom: '2026-11-30' })
})

test('weeks lie between the first free day and the horizon, whatever the address says', async () => {
  expect((await find({ from: '2020-01-01' })).days[0]?.day).toBe('2026-11-23')
  expect((await find({ from: '2026-11-25' })).previousFrom).toBe('2026-11-23')
  expect((await find({ from: '2026-12-08' })).previousFrom).toBe('2026-12-01')
  const last = await find({ from: '2031-01-01' })
  // 42 days ahead.
  expect(last.days[0]?.day).toBe('2027-01-03')
  expect(last.nextFrom).toBeNull()
  for (const from of ['', 'tomorrow', '2026-13-40', '2026-12-08T00:00']) {
    expect((await find({ from })).days[0]?.day).toBe('2026-11-23')
  }
})

test('days are those of the booth’s clock', async () => {
  const eastern = await hall.host()
  await hall.database.connection.db
    .update(schema.meetingSetting)
    .set({ timeZone: 'Asia/Jayapura' })
    .where(eq(schema.meetingSetting.organisationId, eastern.id))
  await hall.database.connection.db
    .update(schema.openTime)
    .set({ fromMinute: 30, toMinute: 50 })
    .where(eq(schema.openTime.organisationId, eastern.id))
  const week = await find({ boothSlug: eastern.slug, from: '2026-12-08' })
  expect(week.timeZone).toBe('Asia/Jayapura')
  // Half past midnight there is the evening before in Jakarta.
  expect(week.days[0]).toEqual({
    day: '2026-12-08',
    slots: [{ startsAt: hall.at('22:30', '2026-12-07'), endsAt: hall.at('22:50', '2026-12-07') }],
  })
})

test('a page holds at most 48 times of a day, however short the meetings and long the days', async () => {
  const tireless = await hall.host()
  const { db } = hall.database.connection
  await db
    .update(schema.meetingSetting)
    .set({ meetingMinutes: 10, gapMinutes: 0 })
    .where(eq(schema.meetingSetting.organisationId, tireless.id))
  await db
    .update(schema.openTime)
    .set({ fromMinute: 0, toMinute: 1440 })
    .where(eq(schema.openTime.organisationId, tireless.id))
  const week = await find({ boothSlug: tireless.slug, from: '2026-12-08' })
  expect(week.days.map(({ slots }) => slots.length)).toEqual([48, 48, 48, 48, 48, 48, 48])
})

test('who has published nothing has a week without times', async () => {
  const silent = await hall.host()
  const { db } = hall.database.connection
  await db.delete(schema.meetingSetting).where(eq(schema.meetingSetting.organisationId, silent.id))
  const week = await find({ boothSlug: silent.slug })
  expect(week).toMatchObject({
    isInstant: false,
    timeZone: 'Asia/Jakarta',
    previousFrom: null,
    nextFrom: null,
  })
  expect(week.days.every(({ slots }) => slots.length === 0)).toBe(true)
})

test('neither a taken seat nor one’s own other meeting is free; both sides of a move look at the same times', async () => {
  const meeting = await hall.meet({ clock: '09:25' })
  const clocks = async (input: Partial<FindTimesInput>, side: Side) =>
    (await find({ boothSlug: meeting.host.slug, from: '2026-12-08', ...input }, side)).days[0]?.slots.map(
      ({ startsAt }) => startsAt.toISOString().slice(11, 16),
    )
  const { meetingId } = meeting
  const others = ['02:00', '02:50', '03:15', '03:40']
  expect(await clocks({}, guest)).toEqual(others)
  expect(await clocks({ meetingId }, meeting.guest)).toEqual(others)
  expect(await clocks({ meetingId }, meeting.host)).toEqual(others)
  expect(await clocks({ boothSlug: host.slug }, meeting.guest)).toEqual(others)
})

test('for writers only, about their own need and with an open booth of their kind', async () => {
  const meeting = await hall.meet()
  const refused = (code: string, change: Partial<FindTimesInput>, side?: { actor: Actor }) =>
    expect(find(change, side)).rejects.toMatchObject({ code })
  await refused('forbidden', {}, { actor: { kind: 'visitor' } })
  await refused('forbidden', {}, { actor: hall.organiser })
  await refused('forbidden', {}, host)
  await refused('forbidden', { boothSlug: (await hall.host({ isSample: true })).slug })
  await refused('not-found', { boothSlug: 'nobody' })
  await refused('not-found', { boothSlug: (await hall.host({ closed: true })).slug })
  await refused('not-found', { needId: await hall.need(meeting.guest) })
  await refused('not-found', { needId: 'x' })
  await refused('not-found', { meetingId: meeting.meetingId, boothSlug: meeting.host.slug })
  await refused('not-found', { meetingId: meeting.meetingId }, meeting.guest)
  await refused('not-found', { meetingId: newId() })
  expect((await find({ needId: await hall.need(guest) })).days).toHaveLength(7)
})
