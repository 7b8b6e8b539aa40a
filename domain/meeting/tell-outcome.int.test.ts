import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MeetingHall, openMeetingHall } from '~/test/setup/meeting-hall'
import type { Actor } from '../shared/context'
import { cancelMeeting } from './cancel-meeting.server'
import { listMeetings } from './list-meetings.server'
import { readMeeting } from './read-meeting.server'
import { tellOutcome } from './tell-outcome.server'

let hall: MeetingHall
beforeAll(async () => {
  hall = await openMeetingHall()
})
afterAll(() => hall.database.drop())

const as: MeetingHall['as'] = (side, now) => hall.as(side, now)
const read = (side: { actor: Actor }, meetingId: string, now?: Date) =>
  readMeeting(as(side, now), { meetingId })

test('afterwards each side tells what came of it, for itself, and may correct it', async () => {
  const { host, guest, meetingId } = await hall.meet()
  const nothing = { promisedMinor: null, nextStep: null, nextStepOn: null }
  const order = {
    kind: 'order' as const,
    promisedMinor: 1_800_000_000,
    nextStep: 'Send the contract',
    nextStepOn: '2026-12-15',
  }
  expect(
    await tellOutcome(as(guest), { meetingId, version: null, fields: { kind: 'interested', ...nothing } }),
  ).toEqual({ kind: 'changed', state: 'booked' })

  const now = hall.at('09:20')
  expect((await read(guest, meetingId, now)).actions).toEqual(['tell-outcome'])
  expect((await listMeetings(as(guest, now), { tab: 'past', page: 1 })).rows[0]?.waitsForMe).toBe(true)
  expect(await cancelMeeting(as(guest, now), { meetingId, version: 1, reason: 'unable' })).toEqual({
    kind: 'changed',
    state: 'booked',
  })
  expect(
    await tellOutcome(as(host, now), { meetingId, version: null, fields: { kind: 'not-held', ...nothing } }),
  ).toEqual({ kind: 'told', version: 1 })
  expect((await read(guest, meetingId, now)).state).toBe('booked')
  expect(await tellOutcome(as(guest, now), { meetingId, version: null, fields: order })).toEqual({
    kind: 'told',
    version: 1,
  })
  expect(await read(guest, meetingId, now)).toMatchObject({
    state: 'held',
    outcomes: [{ side: 'guest', ...order, version: 1 }],
  })
  // Neither reads the other's words; the organiser reads both.
  expect((await read(host, meetingId, now)).outcomes).toEqual([
    { side: 'host', kind: 'not-held', ...nothing, version: 1 },
  ])
  expect((await read({ actor: hall.organiser }, meetingId, now)).outcomes).toHaveLength(2)

  expect(
    await tellOutcome(as(host, now), { meetingId, version: 1, fields: { kind: 'sample', ...nothing } }),
  ).toEqual({ kind: 'told', version: 2 })
  expect(
    await tellOutcome(as(host, now), { meetingId, version: 1, fields: { kind: 'nothing', ...nothing } }),
  ).toEqual({ kind: 'stale', version: 2 })
  expect(await hall.trail(meetingId)).toEqual([
    'booked→booked',
    'outcome-told→booked',
    'outcome-told→held',
    'outcome-told→held',
  ])
  expect((await listMeetings(as(guest, now), { tab: 'past', page: 1 })).rows[0]?.waitsForMe).toBe(false)
})

test('what waits for an outcome is found behind pages of meetings that were called off later', async () => {
  const { host, meetingId } = await hall.meet()
  const guest = await hall.guest()
  for (let i = 0; i < 21; i++) {
    const asked = await hall.ask(guest, host, '10:40')
    const id = 'meetingId' in asked ? asked.meetingId : ''
    await cancelMeeting(as(guest), { meetingId: id, version: 1, reason: 'unable' })
  }
  const now = hall.at('12:00')
  const past = await listMeetings(as(host, now), { tab: 'past', page: 1 })
  expect(past.total).toBe(22)
  expect(past.rows.map(({ id }) => id)).not.toContain(meetingId)
  const wanted = (who: { actor: Actor }) => listMeetings(as(who, now), { tab: 'to-tell', page: 1 })
  expect(await wanted(host)).toMatchObject({
    total: 1,
    counts: { past: 22, 'to-tell': 1 },
    rows: [{ id: meetingId, waitsForMe: true }],
  })
  expect(await wanted({ actor: hall.organiser })).toMatchObject({ total: 0, rows: [] })
  await tellOutcome(as(host, now), {
    meetingId,
    version: null,
    fields: { kind: 'nothing', promisedMinor: null, nextStep: null, nextStepOn: null },
  })
  expect(await wanted(host)).toMatchObject({ total: 0, rows: [] })
})
