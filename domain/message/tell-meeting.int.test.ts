import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { newId } from '~/domain/shared/ids'
import { addPerson } from '~/test/setup/actors'
import { type MeetingHall, openMeetingHall } from '~/test/setup/meeting-hall'
import { acceptMeeting } from '../meeting/accept-meeting.server'
import { answerMove } from '../meeting/answer-move.server'
import { cancelMeeting } from '../meeting/cancel-meeting.server'
import { declineMeeting } from '../meeting/decline-meeting.server'
import { expireRequests } from '../meeting/expire-requests.server'
import { moveMeeting } from '../meeting/move-meeting.server'
import { withdrawMeeting } from '../meeting/withdraw-meeting.server'
import { tellMeeting } from './tell-meeting.server'

const { meeting, meetingEvent, message, person } = schema
let hall: MeetingHall
beforeAll(async () => {
  hall = await openMeetingHall()
}, 60_000)
afterAll(() => hall.database.drop())

const system = (now = hall.context.now) => ({ ...hall.context, actor: { kind: 'system' as const }, now })

async function events(meetingId: string) {
  return hall.database.connection.db
    .select()
    .from(meetingEvent)
    .where(eq(meetingEvent.meetingId, meetingId))
    .orderBy(asc(meetingEvent.id))
}

/** Delivers all of a meeting's events in order, as the worker does; those told before are told again. */
async function deliver(meetingId: string, now?: Date) {
  for (const { id } of await events(meetingId)) await tellMeeting(system(now), { meetingId, eventId: id })
}

async function messages(meetingId: string) {
  return hall.database.connection.db
    .select()
    .from(message)
    .where(and(eq(message.aboutKind, 'meeting'), eq(message.aboutId, meetingId)))
    .orderBy(asc(message.createdAt), asc(message.id))
}

/** 'template to whom (state)', where it waits or went. */
async function told(meetingId: string, names: Record<string, string>) {
  const rows = await messages(meetingId)
  return rows.map(
    ({ template, personId, state }) => `${template} → ${names[personId ?? ''] ?? '?'} (${state})`,
  )
}

const sendAll = (meetingId: string) =>
  hall.database.connection.db
    .update(message)
    .set({ state: 'sent' })
    .where(and(eq(message.aboutId, meetingId), eq(message.state, 'waiting')))

async function meet(options: Parameters<MeetingHall['meet']>[0] = {}) {
  const made = await hall.meet(options)
  const names = { [made.host.actor.personId]: 'host', [made.guest.actor.personId]: 'guest' }
  const read = async () => {
    const [row] = await hall.database.connection.db
      .select()
      .from(meeting)
      .where(eq(meeting.id, made.meetingId))
    if (!row) throw new Error('the meeting is gone')
    return row
  }
  return { ...made, names, read, version: async () => (await read()).version }
}

test('a request is told to the owner and editors of the pesantren, to each in their language', async () => {
  const { host, guest, meetingId, names } = await meet({ instant: false })
  const editor = await addPerson(hall.database, host.id, 'pesantren', 'editor', { locale: 'ar' })
  const member = await addPerson(hall.database, host.id, 'pesantren', 'member')
  const deleted = await addPerson(hall.database, host.id, 'pesantren', 'owner', {
    name: '',
    deletedAt: hall.context.now,
  })
  await deliver(meetingId)
  const everybody = {
    ...names,
    [editor.personId]: 'editor',
    [member.personId]: 'member',
    [deleted.personId]: 'gone',
  }
  expect((await told(meetingId, everybody)).sort()).toEqual([
    'meeting-requested → editor (waiting)',
    'meeting-requested → host (waiting)',
  ])
  const rows = await messages(meetingId)
  const toEditor = rows.find(({ personId }) => personId === editor.personId)
  expect(toEditor).toMatchObject({
    locale: 'ar',
    organisationId: host.id,
    isSample: false,
    variables: {
      meetingId,
      version: 1,
      counterpart: guest.name,
      organisation: host.name,
      goods: 'madu hutan',
    },
  })
  expect(toEditor?.expiresAt).not.toBeNull()
})

test('a booking is confirmed to both, also to the one who booked', async () => {
  const { meetingId, names } = await meet()
  await deliver(meetingId)
  expect((await told(meetingId, names)).sort()).toEqual([
    'meeting-booked → guest (waiting)',
    'meeting-booked → host (waiting)',
  ])
})

test('delivered five times, some at the same time, everybody is told once', async () => {
  const { meetingId, names } = await meet()
  const [event] = await events(meetingId)
  if (!event) throw new Error('no event')
  await Promise.all(Array.from({ length: 5 }, () => tellMeeting(system(), { meetingId, eventId: event.id })))
  expect((await told(meetingId, names)).length).toBe(2)
})

test('two events delivered at the same time, in any order, leave the last truth alone', async () => {
  const { guest, meetingId, names, version } = await meet()
  await cancelMeeting(hall.as(guest), { meetingId, version: await version(), reason: 'unable' })
  const [booked, cancelled] = await events(meetingId)
  if (!booked || !cancelled) throw new Error('two events')
  await Promise.all([
    tellMeeting(system(), { meetingId, eventId: cancelled.id }),
    tellMeeting(system(), { meetingId, eventId: booked.id }),
  ])
  // The host never heard of it.
  expect(await told(meetingId, names)).toEqual([])
})

test('booked and cancelled before anything went: the booking is void, and who never heard of it is told nothing', async () => {
  const { guest, meetingId, names, version } = await meet()
  await deliver(meetingId)
  await cancelMeeting(hall.as(guest), { meetingId, version: await version(), reason: 'unable' })
  await deliver(meetingId)
  expect((await told(meetingId, names)).sort()).toEqual([
    'meeting-booked → guest (void)',
    'meeting-booked → host (void)',
  ])
  const [row] = await messages(meetingId)
  expect(row?.failure).toBe('cancelled')
})

test('booked, sent, cancelled: the other side is told of the cancellation, with the reason', async () => {
  const { guest, meetingId, names, version } = await meet()
  await deliver(meetingId)
  await sendAll(meetingId)
  await cancelMeeting(hall.as(guest), { meetingId, version: await version(), reason: 'unable: banjir' })
  await deliver(meetingId)
  expect((await told(meetingId, names)).sort()).toEqual([
    'meeting-booked → guest (sent)',
    'meeting-booked → host (sent)',
    'meeting-cancelled → host (waiting)',
  ])
  const rows = await messages(meetingId)
  expect(rows.at(-1)?.variables).toMatchObject({ reason: 'unable: banjir', counterpart: guest.name })
})

test('booked, but the message was kept or given up: who never heard of it isn’t told that it ended', async () => {
  for (const [state, hears] of [
    ['kept', false],
    ['dead', false],
    ['unknown', true],
  ] as const) {
    const { guest, host, meetingId, version } = await meet()
    await deliver(meetingId)
    await hall.database.connection.db.update(message).set({ state }).where(eq(message.aboutId, meetingId))
    await cancelMeeting(hall.as(guest), { meetingId, version: await version(), reason: 'unable' })
    await deliver(meetingId)
    const ended = (await messages(meetingId)).filter(({ template }) => template === 'meeting-cancelled')
    expect(
      ended.map(({ personId }) => personId),
      state,
    ).toEqual(hears ? [host.actor.personId] : [])
  }
})

test('the one who cancels an unsent booking of the other side tells the one who booked: they know of it', async () => {
  const { host, meetingId, names, version } = await meet()
  await cancelMeeting(hall.as(host), { meetingId, version: await version(), reason: 'unable' })
  await deliver(meetingId)
  expect(await told(meetingId, names)).toEqual(['meeting-cancelled → guest (waiting)'])
})

test('accepted: the asker is told, the one who accepted is not', async () => {
  const { host, meetingId, names } = await meet({ instant: false })
  await deliver(meetingId)
  await acceptMeeting(hall.as(host), { meetingId, version: 1 })
  await deliver(meetingId)
  expect((await told(meetingId, names)).sort()).toEqual([
    'meeting-booked → guest (waiting)',
    'meeting-requested → host (void)',
  ])
})

test('declined is told to the asker; withdrawn to the host, if the request had gone', async () => {
  const first = await meet({ instant: false })
  await declineMeeting(hall.as(first.host), { meetingId: first.meetingId, version: 1, reason: 'capacity' })
  await deliver(first.meetingId)
  expect(await told(first.meetingId, first.names)).toEqual(['meeting-declined → guest (waiting)'])

  const unheard = await meet({ instant: false })
  await deliver(unheard.meetingId)
  await withdrawMeeting(hall.as(unheard.guest), { meetingId: unheard.meetingId, version: 1, reason: null })
  await deliver(unheard.meetingId)
  expect(await told(unheard.meetingId, unheard.names)).toEqual(['meeting-requested → host (void)'])

  const heard = await meet({ instant: false })
  await deliver(heard.meetingId)
  await sendAll(heard.meetingId)
  await withdrawMeeting(hall.as(heard.guest), { meetingId: heard.meetingId, version: 1, reason: null })
  await deliver(heard.meetingId)
  expect(await told(heard.meetingId, heard.names)).toEqual([
    'meeting-requested → host (sent)',
    'meeting-declined → host (waiting)',
  ])
})

test('a request that ran out is told to both', async () => {
  const { meetingId, names } = await meet({ instant: false })
  await deliver(meetingId)
  await sendAll(meetingId)
  const later = new Date(hall.context.now.getTime() + 50 * 3_600_000)
  await expireRequests({ ...hall.context, now: later })
  await deliver(meetingId, later)
  const rows = (await told(meetingId, names)).sort()
  expect(rows).toEqual([
    'meeting-declined → guest (waiting)',
    'meeting-declined → host (waiting)',
    'meeting-requested → host (sent)',
  ])
  expect((await messages(meetingId)).at(-1)?.variables).toMatchObject({ how: 'expired' })
})

test('another time: proposed to the other side, refused to the proposer, agreed to both but the one who agreed', async () => {
  const { host, guest, meetingId, names, read, version } = await meet()
  await deliver(meetingId)
  await sendAll(meetingId)
  const before = (await read()).startsAt
  const wanted = hall.at('13:00', '2026-12-10')
  await moveMeeting(hall.as(host), { meetingId, version: await version(), startsAt: wanted })
  await deliver(meetingId)
  expect((await told(meetingId, names)).at(-1)).toBe('meeting-change-proposed → guest (waiting)')
  await answerMove(hall.as(guest), { meetingId, version: await version(), accept: false, reason: 'time' })
  await deliver(meetingId)
  expect((await told(meetingId, names)).slice(2).sort()).toEqual([
    'meeting-change-proposed → guest (void)',
    'meeting-changed → host (waiting)',
  ])
  await sendAll(meetingId)
  await moveMeeting(hall.as(guest), {
    meetingId,
    version: await version(),
    startsAt: hall.at('14:00', '2026-12-10'),
  })
  await answerMove(hall.as(host), { meetingId, version: await version(), accept: true, reason: null })
  await deliver(meetingId)
  const rows = await messages(meetingId)
  expect((await told(meetingId, names)).slice(4)).toEqual(['meeting-changed → guest (waiting)'])
  expect(rows.at(-1)?.variables).toMatchObject({
    from: before.toISOString(),
    startsAt: hall.at('14:00', '2026-12-10').toISOString(),
  })
})

test('booked and moved before anything went: one message, of the meeting as it is', async () => {
  const { guest, meetingId, names, version } = await meet()
  await deliver(meetingId)
  await moveMeeting(hall.as(guest), { meetingId, version: await version(), startsAt: hall.at('09:25') })
  await deliver(meetingId)
  expect((await told(meetingId, names)).sort()).toEqual([
    'meeting-booked → guest (void)',
    'meeting-booked → host (void)',
    'meeting-booked → host (waiting)',
  ])
})

test('at night it waits for the morning of its receiver', async () => {
  const { host, guest, meetingId } = await meet()
  const { db } = hall.database.connection
  await db.update(person).set({ timeZone: 'Europe/Istanbul' }).where(eq(person.id, guest.actor.personId))
  // 22:30 in Jakarta, 18:30 in Istanbul.
  const night = new Date('2026-11-22T15:30:00Z')
  await deliver(meetingId, night)
  const rows = await messages(meetingId)
  const at = (who: typeof host) => rows.find(({ personId }) => personId === who.actor.personId)?.notBefore
  expect(at(host)).toEqual(new Date('2026-11-22T23:00:00Z'))
  expect(at(guest)).toEqual(night)
})

test('what happens in the sample is written as a demonstration and never waits to go', async () => {
  const host = await hall.host({ isSample: true })
  const guest = await hall.guest({ isSample: true })
  const outcome = await hall.ask(guest, host)
  if (!('meetingId' in outcome)) throw new Error(outcome.kind)
  await deliver(outcome.meetingId)
  const rows = await messages(outcome.meetingId)
  expect(rows.map(({ state, isSample }) => [state, isSample])).toEqual([
    ['demonstration', true],
    ['demonstration', true],
  ])
})

test('an event or a meeting that is not there tells nobody', async () => {
  const { meetingId } = await meet()
  await tellMeeting(system(), { meetingId, eventId: 999_999 })
  await tellMeeting(system(), { meetingId: newId(), eventId: 1 })
  expect(await messages(meetingId)).toEqual([])
})
