import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MeetingHall, openMeetingHall } from '~/test/setup/meeting-hall'
import type { Actor } from '../shared/context'
import { acceptMeeting } from './accept-meeting.server'
import { answerMove } from './answer-move.server'
import { cancelMeeting } from './cancel-meeting.server'
import { declineMeeting } from './decline-meeting.server'
import { expireRequests } from './expire-requests.server'
import { findTimes } from './find-times.server'
import { listMeetings } from './list-meetings.server'
import { moveMeeting } from './move-meeting.server'
import { readCalendarFile } from './read-calendar-file.server'
import { readMeeting } from './read-meeting.server'
import { withdrawMeeting } from './withdraw-meeting.server'

let hall: MeetingHall
beforeAll(async () => {
  hall = await openMeetingHall()
})
afterAll(() => hall.database.drop())

const as: MeetingHall['as'] = (side, now) => hall.as(side, now)
const read = (side: { actor: Actor }, meetingId: string, now?: Date) =>
  readMeeting(as(side, now), { meetingId })
const later = (hours: number) => new Date(hall.context.now.getTime() + hours * 3_600_000)
const sequence = async (meetingId: string) =>
  (await hall.database.connection.sql`select calendar_sequence as n from meeting where id = ${meetingId}`)[0]
    ?.n

test('a request is accepted: both hold a seat, the one who answered is named, and the calendar learns of it', async () => {
  const { host, guest, meetingId, version } = await hall.meet({ instant: false })
  expect(await acceptMeeting(as(host), { meetingId, version })).toEqual({ kind: 'booked', meetingId })
  const seen = await read(guest, meetingId)
  expect(seen).toMatchObject({ state: 'booked', version: 2, actions: ['move', 'cancel'], isInstant: false })
  expect(seen.parties.every(({ personName }) => personName !== null)).toBe(true)
  expect(await hall.trail(meetingId)).toEqual(['requested→requested', 'accepted→booked'])
  expect(await sequence(meetingId)).toBe(1)
  expect((await read(host, meetingId)).events.map(({ kind }) => kind)).toEqual(['requested', 'accepted'])
  // Tapped twice: the second hears what it has become.
  expect(await acceptMeeting(as(host), { meetingId, version })).toEqual({ kind: 'changed', state: 'booked' })
  expect(await acceptMeeting(as(host), { meetingId, version: 2 })).toEqual({
    kind: 'changed',
    state: 'booked',
  })
})

test('two requests for one time: the second accepted finds it taken, with fresh times', async () => {
  const host = await hall.host({ instant: false })
  const ids = []
  for (let i = 0; i < 2; i++) {
    const guest = await hall.guest()
    const asked = await hall.ask(guest, host, '09:00')
    ids.push('meetingId' in asked ? asked.meetingId : '')
  }
  const answers = await Promise.all(
    ids.map((meetingId) => acceptMeeting(as(host), { meetingId, version: 1 })),
  )
  expect(answers.map(({ kind }) => kind).sort()).toEqual(['booked', 'taken'])
  const lost = answers.find(({ kind }) => kind === 'taken')
  expect(lost).toMatchObject({ who: 'us' })
  expect(lost && 'fresh' in lost && lost.fresh).toHaveLength(6)
})

test('a request is declined with a reason, or withdrawn; neither can be answered again', async () => {
  const declined = await hall.meet({ instant: false })
  expect(await declineMeeting(as(declined.host), { ...declined, reason: 'capacity: until Ramadan' })).toEqual(
    { kind: 'done' },
  )
  expect(await read(declined.guest, declined.meetingId)).toMatchObject({
    state: 'declined',
    endReason: 'capacity: until Ramadan',
    endedByMe: false,
    actions: [],
  })
  expect(await sequence(declined.meetingId)).toBe(1)
  expect(await hall.trail(declined.meetingId)).toEqual(['requested→requested', 'declined→declined'])
  expect(await acceptMeeting(as(declined.host), { ...declined, version: 2 })).toEqual({
    kind: 'changed',
    state: 'declined',
  })
  await expect(declineMeeting(as(declined.host), { ...declined, reason: ' ' })).rejects.toThrow('reason')

  const withdrawn = await hall.meet({ instant: false })
  expect(await withdrawMeeting(as(withdrawn.host), { ...withdrawn, reason: null })).toEqual({
    kind: 'changed',
    state: 'requested',
  })
  expect(await withdrawMeeting(as(withdrawn.guest), { ...withdrawn, reason: null })).toEqual({ kind: 'done' })
  expect(await read(withdrawn.host, withdrawn.meetingId)).toMatchObject({
    state: 'withdrawn',
    endedByMe: false,
  })
  expect(await sequence(withdrawn.meetingId)).toBe(1)
})

test('the host answers a request with another time; the guest’s yes books it there', async () => {
  const { host, guest, meetingId } = await hall.meet({ instant: false })
  const startsAt = hall.at('13:00')
  expect(await moveMeeting(as(host), { meetingId, version: 1, startsAt })).toEqual({ kind: 'proposed' })
  expect(await read(guest, meetingId)).toMatchObject({
    state: 'requested',
    startsAt: hall.at('09:00'),
    proposal: { startsAt, endsAt: hall.at('13:20'), byMe: false, organisationName: host.name },
    actions: ['withdraw', 'accept-move', 'decline-move'],
  })
  expect(
    (await listMeetings(as(host), { tab: 'requests', page: 1 })).rows.map(({ waitsForMe }) => waitsForMe),
  ).toEqual([false])
  expect(
    (await listMeetings(as(guest), { tab: 'requests', page: 1 })).rows.map(({ waitsForMe }) => waitsForMe),
  ).toEqual([true])
  expect(await sequence(meetingId)).toBe(0)
  expect(await answerMove(as(guest), { meetingId, version: 2, accept: true, reason: null })).toEqual({
    kind: 'booked',
    meetingId,
  })
  expect(await read(host, meetingId)).toMatchObject({ state: 'booked', startsAt, proposal: null })
  expect(await hall.trail(meetingId)).toEqual([
    'requested→requested',
    'move-proposed→requested',
    'accepted→booked',
  ])
})

test('a guest moves to a published time at once, and everything of the old one is free', async () => {
  const { host, guest, meetingId } = await hall.meet()
  const times = (at: string) =>
    findTimes(as(guest), { boothSlug: host.slug, needId: null, meetingId, from: at })
  const clocks = (await times('2026-12-08')).days[0]?.slots.map(({ startsAt }) => startsAt.getTime())
  expect(clocks).toContain(hall.at('09:25').getTime())
  expect(clocks).not.toContain(hall.at('09:00').getTime())

  expect(await moveMeeting(as(guest), { meetingId, version: 1, startsAt: hall.at('09:25') })).toEqual({
    kind: 'moved',
  })
  expect(await sequence(meetingId)).toBe(1)
  const rows = await hall.database.connection.sql`
    select distinct starts_at, ends_at, occupies, seat from meeting_participant where meeting_id = ${meetingId}`
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ occupies: true, seat: 1 })
  expect(new Date(rows[0]?.starts_at)).toEqual(hall.at('09:25'))
  const again = await hall.guest()
  expect(await hall.ask(again, host, '09:00')).toMatchObject({ kind: 'booked' })
  expect(await moveMeeting(as(guest), { meetingId, version: 2, startsAt: hall.at('09:00') })).toMatchObject({
    kind: 'taken',
    who: 'them',
  })
  expect(await moveMeeting(as(guest), { meetingId, version: 2, startsAt: later(-1) })).toMatchObject({
    kind: 'not-possible',
    why: 'past',
  })
  expect((await read(guest, meetingId)).startsAt).toEqual(hall.at('09:25'))
})

test('two meetings of a host with two seats swap their times through the seats that are free', async () => {
  const { host, guest, meetingId } = await hall.meet({ seats: 2 })
  const other = await hall.guest()
  const second = await hall.ask(other, host, '09:25')
  expect(await moveMeeting(as(guest), { meetingId, version: 1, startsAt: hall.at('09:25') })).toEqual({
    kind: 'moved',
  })
  const seats = await hall.database.connection.sql`
    select seat from meeting_participant where organisation_id = ${host.id} order by seat`
  expect(seats.map(({ seat }) => seat)).toEqual([1, 2])
  const secondId = 'meetingId' in second ? second.meetingId : ''
  expect(
    await moveMeeting(as(other), { meetingId: secondId, version: 1, startsAt: hall.at('09:00') }),
  ).toEqual({ kind: 'moved' })
})

test('another time of a booked meeting is proposed; a no leaves it, a yes moves it', async () => {
  const { host, guest, meetingId } = await hall.meet()
  expect(await moveMeeting(as(host), { meetingId, version: 1, startsAt: hall.at('09:25') })).toEqual({
    kind: 'proposed',
  })
  expect(await read(host, meetingId)).toMatchObject({
    startsAt: hall.at('09:00'),
    proposal: { byMe: true },
    actions: ['move', 'cancel'],
  })
  expect(await answerMove(as(host), { meetingId, version: 2, accept: true, reason: null })).toEqual({
    kind: 'changed',
    state: 'booked',
  })
  expect(await answerMove(as(guest), { meetingId, version: 2, accept: false, reason: 'time' })).toEqual({
    kind: 'done',
  })
  expect(await read(host, meetingId)).toMatchObject({ startsAt: hall.at('09:00'), proposal: null })
  expect(await moveMeeting(as(guest), { meetingId, version: 3, startsAt: hall.at('15:00') })).toEqual({
    kind: 'proposed',
  })
  expect(await answerMove(as(host), { meetingId, version: 4, accept: true, reason: null })).toEqual({
    kind: 'moved',
  })
  expect(await read(guest, meetingId)).toMatchObject({ startsAt: hall.at('15:00'), state: 'booked' })
  expect(await hall.trail(meetingId)).toEqual([
    'booked→booked',
    'move-proposed→booked',
    'move-declined→booked',
    'move-proposed→booked',
    'moved→booked',
  ])
  expect(await sequence(meetingId)).toBe(1)
})

test('a proposal whose time has come is none any more', async () => {
  const { host, guest, meetingId } = await hall.meet({ clock: '10:15' })
  await moveMeeting(as(host), { meetingId, version: 1, startsAt: hall.at('09:00') })
  const now = hall.at('09:30')
  expect(await read(guest, meetingId, now)).toMatchObject({ proposal: null, actions: ['move', 'cancel'] })
  expect(await answerMove(as(guest, now), { meetingId, version: 2, accept: true, reason: null })).toEqual({
    kind: 'changed',
    state: 'booked',
  })
})

test('either side cancels with a reason; the time is free at once and the calendar learns of it', async () => {
  for (const who of ['host', 'guest'] as const) {
    const meeting = await hall.meet()
    const { host, guest, meetingId } = meeting
    const [mine, theirs] = who === 'host' ? [host, guest] : [guest, host]
    expect(await cancelMeeting(as(mine), { ...meeting, reason: 'unable' })).toEqual({ kind: 'done' })
    expect(await read(theirs, meetingId)).toMatchObject({
      state: 'cancelled',
      endReason: 'unable',
      endedByMe: false,
      actions: [],
    })
    expect(await sequence(meetingId)).toBe(1)
    const seats = await hall.database.connection.sql`
      select seat, occupies from meeting_participant where meeting_id = ${meetingId}`
    expect([...seats]).toEqual([1, 2].map(() => ({ seat: null, occupies: false })))
    expect(await listMeetings(as(mine), { tab: 'past', page: 1 })).toMatchObject({ total: 1 })
  }
})

test('a request that nobody answers expires: read so at once, written by the worker once', async () => {
  const { host, guest, meetingId, version } = await hall.meet({ instant: false })
  const soon = await hall.meet({ instant: false })
  const asked = await read(guest, meetingId)
  expect(asked.expiresAt).toEqual(later(48))
  const now = later(48)
  expect(await read(host, meetingId, now)).toMatchObject({ state: 'expired', actions: [] })
  expect(await acceptMeeting(as(host, now), { meetingId, version })).toEqual({
    kind: 'changed',
    state: 'expired',
  })
  expect((await listMeetings(as(host, now), { tab: 'past', page: 1 })).total).toBe(1)
  // Others of this file's hall run out too.
  // The calendar file is the same before and after the worker has been there.
  const file = async () => {
    const { state, calendarSequence } = await readCalendarFile(as(guest, now), { meetingId })
    return { state, calendarSequence }
  }
  expect(await file()).toEqual({ state: 'expired', calendarSequence: 1 })
  expect(await expireRequests({ ...hall.context, now })).toBeGreaterThanOrEqual(2)
  expect(await file()).toEqual({ state: 'expired', calendarSequence: 1 })
  expect(await expireRequests({ ...hall.context, now })).toBe(0)
  expect(await hall.trail(meetingId)).toEqual(['requested→requested', 'expired→expired'])
  expect(await hall.trail(soon.meetingId)).toEqual(['requested→requested', 'expired→expired'])
})
