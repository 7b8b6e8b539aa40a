import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { actorFor, contextOf } from '~/test/setup/actors'
import { type MeetingHall, openMeetingHall, type Side } from '~/test/setup/meeting-hall'
import type { Actor, Context } from '../shared/context'
import type { MeetingState } from '../shared/enums'
import { newId } from '../shared/ids'
import { acceptMeeting } from './accept-meeting.server'
import { answerMove } from './answer-move.server'
import { cancelMeeting } from './cancel-meeting.server'
import { declineMeeting } from './decline-meeting.server'
import { findTimes } from './find-times.server'
import { listMeetings } from './list-meetings.server'
import { moveMeeting } from './move-meeting.server'
import { readMeeting } from './read-meeting.server'
import { startMeetingChat } from './start-meeting-chat.server'
import { tellOutcome } from './tell-outcome.server'
import { withdrawMeeting } from './withdraw-meeting.server'

let hall: MeetingHall
beforeAll(async () => {
  hall = await openMeetingHall()
})
afterAll(() => hall.database.drop())

const as: MeetingHall['as'] = (side, now) => hall.as(side, now)
const read = (side: { actor: Actor }, meetingId: string, now?: Date) =>
  readMeeting(as(side, now), { meetingId })

test('nobody else sees or changes a meeting; who only reads changes none; the organiser reads all', async () => {
  const { host, guest, meetingId, version } = await hall.meet({ instant: false })
  const startsAt = hall.at('10:15')
  const fields = { kind: 'nothing' as const, promisedMinor: null, nextStep: null, nextStepOn: null }
  const all = (context: Context, id: string): (() => Promise<unknown>)[] => [
    () => acceptMeeting(context, { meetingId: id, version }),
    () => declineMeeting(context, { meetingId: id, version, reason: 'time' }),
    () => withdrawMeeting(context, { meetingId: id, version, reason: null }),
    () => cancelMeeting(context, { meetingId: id, version, reason: 'time' }),
    () => moveMeeting(context, { meetingId: id, version, startsAt }),
    () => answerMove(context, { meetingId: id, version, accept: true, reason: null }),
    () => tellOutcome(context, { meetingId: id, version: null, fields }),
    () => findTimes(context, { boothSlug: host.slug, needId: null, meetingId: id, from: null }),
  ]
  const reading = (context: Context, id: string) => () => readMeeting(context, { meetingId: id })
  const refuse = async (code: string, work: (() => Promise<unknown>)[]) => {
    for (const use of work) await expect(use()).rejects.toMatchObject({ code })
  }
  const stranger: Side = await hall.guest()
  await refuse('not-found', [...all(as(stranger), meetingId), reading(as(stranger), meetingId)])
  const otherHost = await hall.host()
  await refuse('not-found', [...all(as(otherHost), meetingId), reading(as(otherHost), meetingId)])
  for (const id of [newId(), 'x', '']) {
    const work = all(as(guest), id)
    // Without a meeting's id times are looked for of a new one.
    await refuse('not-found', [...(id === '' ? work.slice(0, -1) : work), reading(as(guest), id)])
  }
  await refuse('forbidden', [...all(hall.context, meetingId), reading(hall.context, meetingId)])
  await refuse('forbidden', all(as({ actor: hall.organiser }), meetingId))
  const member = actorFor(host.id, 'pesantren', { role: 'member' })
  await refuse('forbidden', all(as({ actor: member }), meetingId))
  expect(await read({ actor: member }, meetingId)).toMatchObject({ mySide: 'host', actions: [] })
  expect(await read({ actor: hall.organiser }, meetingId)).toMatchObject({ mySide: null, actions: [] })
  await expect(listMeetings(hall.context, { tab: 'past', page: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(await listMeetings(as(stranger), { tab: 'requests', page: 1 })).toMatchObject({ rows: [], total: 0 })
  const { total, rows } = await listMeetings(as({ actor: hall.organiser }), { tab: 'requests', page: 1 })
  expect(total).toBeGreaterThan(0)
  expect(rows.find(({ id }) => id === meetingId)?.counterparts).toHaveLength(2)
  expect(await hall.trail(meetingId)).toEqual(['requested→requested'])
})

test('a page of meetings and a meeting take the same number of queries however many there are', async () => {
  let queries = 0
  const counted = await openMeetingHall({ onQuery: () => queries++ })
  try {
    const host = await counted.host({ instant: false })
    const count = async (work: () => Promise<unknown>) => {
      queries = 0
      await work()
      return queries
    }
    const context = contextOf(counted.context, host.actor)
    const list = () => listMeetings(context, { tab: 'requests', page: 1 })
    const ask = async () => {
      const guest = await counted.guest()
      return counted.ask(guest, host)
    }
    const first = await ask()
    const before = await count(list)
    for (let i = 0; i < 24; i++) await ask()
    expect(await count(list)).toBe(before)
    expect(await list()).toMatchObject({ total: 25, pages: 2, page: 1 })
    expect((await listMeetings(context, { tab: 'requests', page: 9 })).rows).toHaveLength(5)
    expect(before).toBe(3)
    const meetingId = 'meetingId' in first ? first.meetingId : ''
    expect(await count(() => readMeeting(context, { meetingId }))).toBe(4)
  } finally {
    await counted.database.drop()
  }
})

test('a number is given while a meeting is on or was agreed, not for a request that came to nothing', async () => {
  const { host, guest, meetingId } = await hall.meet({ instant: false })
  const { db } = hall.database.connection
  for (const { id } of [host, guest])
    await db
      .update(schema.organisation)
      .set({ whatsappE164: '+6281234567890' })
      .where(eq(schema.organisation.id, id))
  const chat = async (state: MeetingState) => {
    await db
      .update(schema.meeting)
      .set({ state, occupies: false, endReason: 'time', endedBy: guest.id })
      .where(eq(schema.meeting.id, meetingId))
    return startMeetingChat(hall.as(host), {
      meetingId,
      locale: 'id',
      clientKey: state,
      publicUrl: 'https://expo.example',
      sampleWhatsapp: undefined,
      sayAmount: () => '240',
    })
  }
  for (const state of ['declined', 'withdrawn', 'expired'] as const)
    expect(await chat(state), state).toEqual({ kind: 'ended' })
  expect(await chat('cancelled')).toMatchObject({ kind: 'whatsapp' })
})
