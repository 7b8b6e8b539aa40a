import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { inTransaction } from '~/db/transaction.server'
import { type MeetingHall, openMeetingHall, type Side } from '~/test/setup/meeting-hall'
import { cancelMeeting } from '../meeting/cancel-meeting.server'
import { moveMeeting } from '../meeting/move-meeting.server'
import { tellOutcome } from '../meeting/tell-outcome.server'
import type { MeetingMessage } from '../shared/message-variables'
import { isStillDue } from './is-still-due.server'
import { dueMeetings, queueReminders } from './queue-reminders.server'
import { renderMessage } from './render-message'

const { meetingEvent, message, person } = schema
let hall: MeetingHall
beforeAll(async () => {
  hall = await openMeetingHall()
}, 60_000)
afterAll(() => hall.database.drop())
// Each test has the meetings of its own: reminders look at all there are.
beforeEach(async () => {
  await hall.database.connection.db.execute(sql`truncate meeting, message cascade`)
})

const HOUR = 3_600_000
/** 09:00 in Jakarta of a Tuesday. */
const START = new Date('2026-12-08T02:00:00Z')
const at = (ms: number) => new Date(START.getTime() + ms)
const remind = (now: Date) => queueReminders({ ...hall.context, now })

async function reminders() {
  return hall.database.connection.db.select().from(message).orderBy(message.createdAt, message.personId)
}

const to = (side: Side, rows: Awaited<ReturnType<typeof reminders>>) =>
  rows.filter(({ personId }) => personId === side.actor.personId)

test('a day before, both sides are reminded in their own languages and by their own clocks, once', async () => {
  const { host, guest } = await hall.meet()
  const { db } = hall.database.connection
  await db
    .update(person)
    .set({ locale: 'ar', timeZone: 'Asia/Dubai' })
    .where(eq(person.id, guest.actor.personId))
  expect(await remind(at(-24 * HOUR - 60_000))).toBe(0)
  expect(await remind(at(-24 * HOUR))).toBe(2)
  expect(await remind(at(-24 * HOUR + 60_000))).toBe(0)
  expect(await remind(at(-2 * HOUR))).toBe(0)

  const rows = await reminders()
  expect(rows.map(({ template }) => template)).toEqual(['meeting-reminder-day', 'meeting-reminder-day'])
  const [toHost] = to(host, rows)
  const [toGuest] = to(guest, rows)
  expect(toHost).toMatchObject({
    locale: 'id',
    state: 'waiting',
    notBefore: at(-24 * HOUR),
    expiresAt: START,
  })
  // 06:00 in Dubai: its night is just over.
  expect(toGuest).toMatchObject({ locale: 'ar', notBefore: at(-24 * HOUR) })

  const words = (row: typeof toHost, timeZone: string | null) => {
    if (!row) throw new Error('not reminded')
    return renderMessage('meeting-reminder-day', row.variables as unknown as MeetingMessage, {
      locale: row.locale,
      timeZone,
      publicUrl: 'https://expo.example',
    }).whatsapp.freeText
  }
  expect(words(toHost, null)).toContain('Selasa, 8 Desember 2026, 09.00–09.20 WIB')
  expect(words(toHost, null)).toContain(guest.name)
  expect(words(toGuest, 'Asia/Dubai')).toContain('الثلاثاء، 8 ديسمبر 2026، \u206806:00–06:20\u2069')
  expect(words(toGuest, 'Asia/Dubai')).toContain('\u2068WIB (UTC+7)\u2069')
  expect(words(toGuest, 'Asia/Dubai')).toContain(`/ar/meetings/${toGuest?.aboutId}`)
})

test('a reminder of the day before waits for the morning where it is night', async () => {
  const { guest } = await hall.meet()
  const { db } = hall.database.connection
  await db.update(person).set({ timeZone: 'America/New_York' }).where(eq(person.id, guest.actor.personId))
  await remind(at(-24 * HOUR))
  // 21:00 in New York: until 06:00 of the next day there, fifteen hours before the meeting.
  expect(to(guest, await reminders())[0]?.notBefore).toEqual(new Date('2026-12-07T11:00:00Z'))
})

test('an hour before, both sides, at any hour of the night', async () => {
  const { guest } = await hall.meet()
  await hall.database.connection.db
    .update(person)
    .set({ timeZone: 'America/New_York' })
    .where(eq(person.id, guest.actor.personId))
  expect(await remind(at(-HOUR))).toBe(2)
  expect(await remind(at(-HOUR + 60_000))).toBe(0)
  const rows = await reminders()
  expect(rows.map(({ template }) => template)).toEqual(['meeting-reminder-hour', 'meeting-reminder-hour'])
  expect(to(guest, rows)[0]?.notBefore).toEqual(at(-HOUR))
})

test('what was agreed within the day has no reminder of the day before', async () => {
  const { meetingId } = await hall.meet()
  // Its trail only grows: it was agreed anew, 23 hours ahead.
  await hall.database.connection.db
    .insert(meetingEvent)
    .values({ meetingId, kind: 'moved', toState: 'booked', startsAt: START, createdAt: at(-23 * HOUR) })
  expect(await remind(at(-22 * HOUR))).toBe(0)
  expect(await remind(at(-HOUR))).toBe(2)
})

test('a request, a cancelled meeting and one whose time has passed are not reminded of', async () => {
  await hall.meet({ instant: false })
  const cancelled = await hall.meet()
  await cancelMeeting(hall.as(cancelled.guest), { ...cancelled, reason: 'unable' })
  expect(await remind(at(-HOUR))).toBe(0)
  await hall.meet()
  expect(await remind(at(0))).toBe(0)
})

test('a meeting that moved is reminded of at its new time too, and the old reminder is no longer due', async () => {
  const { guest, meetingId } = await hall.meet()
  await remind(at(-24 * HOUR))
  const moved = await moveMeeting(hall.as(guest), { meetingId, version: 1, startsAt: at(25 * 60_000) })
  expect(moved.kind).toBe('moved')
  const { db } = hall.database.connection
  const due = await isStillDue(db, await reminders(), at(-23 * HOUR))
  expect([...due.values()]).toEqual(['moved', 'moved'])
  expect(await remind(at(-23 * HOUR))).toBe(2)
  const fresh = (await reminders()).filter(({ variables }) => variables.startsAt !== START.toISOString())
  expect([...(await isStillDue(db, fresh, at(-23 * HOUR))).values()]).toEqual([true, true])
})

test('after its end each side is asked once what came of it, unless it has told', async () => {
  const { host, guest, meetingId } = await hall.meet()
  const end = 20 * 60_000
  expect(await remind(at(end - 1))).toBe(0)
  await tellOutcome(hall.as(guest, at(end + 1)), {
    meetingId,
    version: null,
    fields: { kind: 'interested', promisedMinor: null, nextStep: null, nextStepOn: null },
  })
  expect(await remind(at(end + 60_000))).toBe(1)
  expect(await remind(at(end + 120_000))).toBe(0)
  const rows = await reminders()
  expect(to(host, rows)[0]).toMatchObject({ template: 'outcome-asked', organisationId: host.id })
  const { db } = hall.database.connection
  expect((await isStillDue(db, rows, at(2 * HOUR))).get(rows[0]?.id ?? '')).toBe(true)
  await tellOutcome(hall.as(host, at(2 * HOUR)), {
    meetingId,
    version: null,
    fields: { kind: 'nothing', promisedMinor: null, nextStep: null, nextStepOn: null },
  })
  expect((await isStillDue(db, rows, at(2 * HOUR))).get(rows[0]?.id ?? '')).toBe('told')
})

test('two workers at the same minute remind once', async () => {
  await hall.meet()
  const counts = await Promise.all([remind(at(-HOUR)), remind(at(-HOUR)), remind(at(-HOUR))])
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2)
  expect(await reminders()).toHaveLength(2)
})

test('meetings of the sample are reminded of as demonstrations', async () => {
  const host = await hall.host({ isSample: true })
  const guest = await hall.guest({ isSample: true })
  await hall.ask(guest, host)
  expect(await remind(at(-HOUR))).toBe(2)
  expect((await reminders()).map(({ state }) => state)).toEqual(['demonstration', 'demonstration'])
})

test('many meetings of one hour are all reminded of, and finding none among 10,000 is quick', async () => {
  const { db } = hall.database.connection
  const { meetingId } = await hall.meet()
  const copies = 10_000
  await inTransaction(db, async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`
      insert into meeting (id, state, occupies, starts_at, ends_at, way, language, agenda, is_instant)
      select gen_random_uuid(), 'booked', true, t, t + interval '20 minutes', m.way, m.language, m.agenda, true
      from meeting m, generate_series(1, ${copies}::int) i,
        lateral (select ${START.toISOString()}::timestamptz + (i - 5000) * interval '30 minutes' as t) s
      where m.id = ${meetingId} and i <> 5000`)
    await tx.execute(sql`
      insert into meeting_participant (meeting_id, organisation_id, side, seat, starts_at, ends_at, occupies)
      select m.id, p.organisation_id, p.side, 1, m.starts_at, m.ends_at, true
      from meeting m, meeting_participant p where p.meeting_id = ${meetingId} and m.id <> ${meetingId}`)
    await tx.execute(sql`
      insert into meeting_event (meeting_id, kind, to_state, created_at)
      select id, 'booked', 'booked', '2026-01-01' from meeting where id <> ${meetingId}`)
  })
  await db.execute(sql`analyze meeting, meeting_participant, meeting_event, message`)
  // 46 in the day before, two in the hour, and 144 that ended in the last three days: more than one batch. Nobody
  // stands for the guest in the copies, so they are looked at again each time, and told of to the host alone.
  expect(await remind(at(-24 * HOUR))).toBe(46 + 2 + 144 + 1)
  const started = performance.now()
  expect(await remind(at(-24 * HOUR))).toBe(0)
  expect(performance.now() - started).toBeLessThan(1_000)

  const rows = await db.execute<{ 'QUERY PLAN': string }>(
    sql`explain (analyze, buffers) ${dueMeetings('meeting-reminder-day', at(-24 * HOUR), null)}`,
  )
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toContain('meeting_occupies_idx')
  expect(plan).not.toMatch(/Seq Scan on (meeting|message|meeting_event|meeting_participant)\b/)
  // Every party is reminded exactly once.
  const doubled = await db.execute(sql`
    select from message group by template, about_id, person_id having count(*) > 1`)
  expect(doubled).toHaveLength(0)
}, 60_000)
