import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { declineMeeting } from '~/domain/meeting/decline-meeting.server'
import { moveMeeting } from '~/domain/meeting/move-meeting.server'
import { encodeButton } from '~/domain/message/button-payload'
import { newId } from '~/domain/shared/ids'
import { addPerson } from '~/test/setup/actors'
import { type MeetingHall, openMeetingHall, type Side } from '~/test/setup/meeting-hall'
import { answerWhatsapp } from './answer-whatsapp'

let hall: MeetingHall
let phones = 0
beforeAll(async () => {
  hall = await openMeetingHall()
})
afterAll(() => hall?.database.drop())
beforeEach(async () => {
  await hall.database.connection.sql`truncate whatsapp_received, message cascade`
})

/** Gives somebody a WhatsApp number that they have proved. */
async function withPhone(personId: string, isVerified = true): Promise<string> {
  const phone = `+62812345${String(60_000 + phones++)}`
  await hall.database.connection.db
    .update(schema.person)
    .set({ phoneE164: phone, phoneVerified: isVerified })
    .where(eq(schema.person.id, personId))
  return phone
}

interface Arrived {
  from: string | null
  content: string
  kind?: 'button' | 'text' | 'other'
  userId?: string
  at?: Date
}

async function arrive({
  from,
  content,
  kind = 'button',
  userId,
  at = hall.context.now,
}: Arrived): Promise<string> {
  const id = `wamid.${newId()}`
  await hall.database.connection.db.insert(schema.whatsappReceived).values({
    id,
    fromE164: from,
    userId: userId ?? null,
    kind,
    content,
    happenedAt: at,
  })
  return id
}

/** What arrives is worked on, and again: a replay changes nothing. @returns what came of it. */
async function answered(arrived: Arrived) {
  const id = await arrive(arrived)
  const context = { ...hall.context, actor: { kind: 'system' as const }, now: arrived.at ?? hall.context.now }
  await answerWhatsapp(context, { id })
  await answerWhatsapp(context, { id })
  const { sql } = hall.database.connection
  const [row] = await sql`select result, content from whatsapp_received where id = ${id}`
  expect(row?.content, 'what was written is erased').toBeNull()
  const said =
    await sql`select variables, address, state, locale from message where dedupe_key = ${`reply-recorded:${id}`}`
  expect(said.length).toBeLessThanOrEqual(1)
  return { result: row?.result, said: said[0] }
}

const meetingOf = async (id: string) => {
  const [row] = await hall.database.connection
    .sql`select state, version, end_reason from meeting where id = ${id}`
  return row
}

const asked = async () => {
  const met = await hall.meet({ instant: false })
  return { ...met, phone: await withPhone(met.host.actor.personId) }
}
const accept = (meetingId: string, version = 1) => encodeButton({ kind: 'accept', meetingId, version })

describe('a tapped button', () => {
  it('accepts a request as the page does, and says so inside the window', async () => {
    const { meetingId, phone } = await asked()
    const { result, said } = await answered({ from: phone, content: accept(meetingId) })
    expect(result).toBe('accepted')
    expect(await meetingOf(meetingId)).toMatchObject({ state: 'booked', version: 2 })
    expect(said).toMatchObject({
      address: phone,
      variables: { result: 'accepted', path: `/meetings/${meetingId}` },
      state: 'waiting',
    })
    expect(await hall.trail(meetingId)).toEqual(['requested→requested', 'accepted→booked'])
  })

  it('declines', async () => {
    const { meetingId, phone } = await asked()
    const content = encodeButton({ kind: 'decline', meetingId, version: 1 })
    expect((await answered({ from: phone, content })).result).toBe('declined')
    expect(await meetingOf(meetingId)).toMatchObject({ state: 'declined', end_reason: 'unable' })
  })

  it('says how the meeting stands when it was answered before', async () => {
    const { meetingId, phone, host } = await asked()
    await declineMeeting(hall.as(host), { meetingId, version: 1, reason: 'capacity' })
    const { result, said } = await answered({ from: phone, content: accept(meetingId) })
    expect(result).toBe('changed-declined')
    expect(said).toBeDefined()
    expect(await meetingOf(meetingId)).toMatchObject({ state: 'declined', version: 2 })
  })

  it('says that a request has run out', async () => {
    const { meetingId, phone } = await asked()
    const at = new Date(hall.context.now.getTime() + 50 * 3_600_000)
    expect((await answered({ from: phone, content: accept(meetingId), at })).result).toBe('changed-expired')
  })

  it('twice answers twice and changes once', async () => {
    const { meetingId, phone } = await asked()
    await answered({ from: phone, content: accept(meetingId) })
    expect((await answered({ from: phone, content: accept(meetingId) })).result).toBe('accepted')
    expect(await meetingOf(meetingId)).toMatchObject({ version: 2 })
    const decline = encodeButton({ kind: 'decline', meetingId, version: 1 })
    expect((await answered({ from: phone, content: decline })).result).toBe('changed-booked')
    const other = await asked()
    const no = encodeButton({ kind: 'decline', meetingId: other.meetingId, version: 1 })
    expect((await answered({ from: other.phone, content: no })).result).toBe('declined')
    expect((await answered({ from: other.phone, content: no })).result).toBe('declined')
  })

  it('that keeps the time, again, says so again; after another change it says how the meeting stands', async () => {
    const { meetingId, host, guest } = await hall.meet()
    const phone = await withPhone(host.actor.personId)
    const propose = (version: number) =>
      moveMeeting(hall.as(guest), { meetingId, version, startsAt: hall.at('16:00') })
    expect(await propose(1)).toEqual({ kind: 'proposed' })
    const keep = encodeButton({ kind: 'keep', meetingId, version: 2 })
    for (let tap = 0; tap < 3; tap++)
      expect((await answered({ from: phone, content: keep })).result).toBe('move-declined')
    expect(await hall.trail(meetingId)).toEqual([
      'booked→booked',
      'move-proposed→booked',
      'move-declined→booked',
    ])
    expect(await propose(3)).toEqual({ kind: 'proposed' })
    expect((await answered({ from: phone, content: keep })).result).toBe('changed-booked')
  })

  it('of a proposed time says again that it is agreed, but not of another time', async () => {
    const { meetingId, host, guest } = await hall.meet()
    const phone = await withPhone(guest.actor.personId)
    const move = (side: Side, version: number, clock: string) =>
      moveMeeting(hall.as(side), { meetingId, version, startsAt: hall.at(clock) })
    const agree = (version: number) => encodeButton({ kind: 'accept-move', meetingId, version })
    expect(await move(host, 1, '09:50')).toEqual({ kind: 'proposed' })
    for (let tap = 0; tap < 2; tap++)
      expect((await answered({ from: phone, content: agree(2) })).result).toBe('move-accepted')
    expect(await move(host, 3, '10:15')).toEqual({ kind: 'proposed' })
    expect(await move(guest, 4, '09:25')).toEqual({ kind: 'moved' })
    expect((await answered({ from: phone, content: agree(4) })).result).toBe('changed-booked')
  })

  it('that we get to when the window is over does its work and answers nothing', async () => {
    const { meetingId, phone } = await asked()
    const hoursAgo = (hours: number) => new Date(hall.context.now.getTime() - hours * 3_600_000)
    const id = await arrive({ from: phone, content: accept(meetingId), at: hoursAgo(23) })
    await answerWhatsapp({ ...hall.context, actor: { kind: 'system' } }, { id })
    const { sql } = hall.database.connection
    expect(await sql`select result, content from whatsapp_received`).toMatchObject([
      { result: 'accepted', content: null },
    ])
    expect(await sql`select id from message`).toHaveLength(0)
    const sooner = await arrive({ from: phone, content: accept(meetingId), at: hoursAgo(5) })
    await answerWhatsapp({ ...hall.context, actor: { kind: 'system' } }, { id: sooner })
    const [said] = await hall.database.connection.db.select().from(schema.message)
    expect(said?.expiresAt).toEqual(hoursAgo(5 - 23))
  })

  it('answers another time that was proposed, and only its version', async () => {
    const { meetingId, guest } = await asked()
    const phone = await withPhone(guest.actor.personId)
    const { sql } = hall.database.connection
    const [host] =
      await sql`select organisation_id from meeting_participant where meeting_id = ${meetingId} and side = 'host'`
    await sql`update meeting set version = 2, proposed_by = ${host?.organisation_id},
      proposed_starts_at = ${hall.at('10:00').toISOString()}, proposed_ends_at = ${hall.at('10:20').toISOString()}
      where id = ${meetingId}`
    const move = (version: number) => encodeButton({ kind: 'accept-move', meetingId, version })
    expect((await answered({ from: phone, content: move(1) })).result).toBe('changed-requested')
    expect((await answered({ from: phone, content: move(2) })).result).toBe('move-accepted')
    expect(await meetingOf(meetingId)).toMatchObject({ state: 'booked' })
  })

  it('tells what came of a meeting, once', async () => {
    const met = await hall.meet({ instant: true })
    const phone = await withPhone(met.host.actor.personId)
    const at = new Date(hall.at('12:00'))
    const tell = (outcome: 'interested' | 'nothing') =>
      encodeButton({ kind: 'outcome', outcome, meetingId: met.meetingId })
    expect((await answered({ from: phone, content: tell('interested'), at })).result).toBe('outcome-told')
    expect((await answered({ from: phone, content: tell('interested'), at })).result).toBe('outcome-told')
    expect((await answered({ from: phone, content: tell('nothing'), at })).result).toBe('outcome-there')
  })

  it('of somebody without rights changes nothing and is answered kindly', async () => {
    const { meetingId, host } = await asked()
    const other = await hall.host()
    const reader = await addPerson(hall.database, host.id, 'pesantren', 'member')
    const unproved = await addPerson(hall.database, host.id, 'pesantren', 'owner')
    const tries: [string, string][] = [
      [await withPhone(other.actor.personId), 'not-yours'],
      [await withPhone(reader.personId), 'may-not'],
      [await withPhone(unproved.personId, false), 'not-known'],
      ['+6281999999999', 'not-known'],
    ]
    for (const [from, expected] of tries) {
      const { result, said } = await answered({ from, content: accept(meetingId) })
      expect(result).toBe(expected)
      expect(said).toMatchObject({ address: from })
    }
    expect(await meetingOf(meetingId)).toMatchObject({ state: 'requested', version: 1 })
  })

  it('of the guest cannot accept its own request', async () => {
    const { meetingId, guest } = await asked()
    const from = await withPhone(guest.actor.personId)
    expect((await answered({ from, content: accept(meetingId) })).result).toBe('changed-requested')
    expect(await meetingOf(meetingId)).toMatchObject({ state: 'requested' })
  })

  it('of a meeting that there isn’t, or of no kind of ours, is nobody’s', async () => {
    const { phone } = await asked()
    expect((await answered({ from: phone, content: accept(newId()) })).result).toBe('not-yours')
    expect((await answered({ from: phone, content: 'give:me:everything' })).result).toBe('nobody-reads')
  })

  it('from a hidden number is known by our message that it answers', async () => {
    const { meetingId, host } = await asked()
    const { db } = hall.database.connection
    const messageId = newId()
    await db.insert(schema.message).values({
      id: messageId,
      template: 'meeting-requested',
      variables: {},
      locale: 'id',
      personId: host.actor.personId,
      organisationId: host.id,
      aboutKind: 'meeting',
      aboutId: meetingId,
      channel: 'whatsapp',
      state: 'sent',
      notBefore: new Date(),
    })
    const serviceId = `wamid.${newId()}`
    await db.insert(schema.messageAttempt).values({
      messageId,
      number: 1,
      channel: 'whatsapp',
      addressKey: 'key',
      startedAt: new Date(),
      serviceId,
    })
    const id = await arrive({ from: null, userId: 'ID.1', content: accept(meetingId) })
    await db
      .update(schema.whatsappReceived)
      .set({ answersServiceId: serviceId })
      .where(eq(schema.whatsappReceived.id, id))
    await answerWhatsapp({ ...hall.context, actor: { kind: 'system' } }, { id })
    expect(await meetingOf(meetingId)).toMatchObject({ state: 'booked' })
  })
})

describe('a word', () => {
  async function somebody(): Promise<{ side: Side; phone: string }> {
    const side = await hall.host()
    await hall.database.connection.db.insert(schema.consent).values({
      id: newId(),
      personId: side.actor.personId,
      kind: 'whatsapp',
      textVersion: '1',
      text: 'Saya setuju',
      locale: 'id',
      grantedAt: new Date('2026-11-01T00:00:00Z'),
    })
    return { side, phone: await withPhone(side.actor.personId) }
  }
  const consents = (personId: string) =>
    hall.database.connection
      .sql`select text, withdrawn_at from consent where person_id = ${personId} order by granted_at`

  it('takes consent back and gives it again, in the words that were written', async () => {
    const { side, phone } = await somebody()
    const { result, said } = await answered({ from: phone, kind: 'text', content: 'Berhenti.' })
    expect(result).toBe('stopped')
    expect(said).toBeDefined()
    expect((await consents(side.actor.personId))[0]?.withdrawn_at).not.toBeNull()
    expect((await answered({ from: phone, kind: 'text', content: 'mulai' })).result).toBe('started')
    expect((await answered({ from: phone, kind: 'text', content: 'mulai' })).result).toBe('started')
    expect([...(await consents(side.actor.personId))]).toMatchObject([
      { text: 'Saya setuju' },
      { text: 'mulai', withdrawn_at: null },
    ])
  })

  it('of an unknown number says that nothing is sent there', async () => {
    const { result, said } = await answered({ from: '+971501112223', kind: 'text', content: 'إيقاف' })
    expect(result).toBe('stopped-unknown')
    expect(said).toMatchObject({ locale: 'ar' })
  })

  it('of a stranger is answered once a day, whatever it is; a tap on somebody else’s meeting, too', async () => {
    const { meetingId } = await asked()
    const at = (hours: number) => new Date(hall.context.now.getTime() + hours * 3_600_000)
    const stranger = '+971501112224'
    const tries: [Omit<Arrived, 'from'>, string][] = [
      [{ kind: 'text', content: 'stop', at: at(0) }, 'stopped-unknown'],
      [{ kind: 'text', content: 'stop', at: at(1) }, 'ignored'],
      [{ content: accept(meetingId), at: at(2) }, 'ignored'],
      [{ kind: 'text', content: 'Halo', at: at(3) }, 'ignored'],
      [{ content: accept(meetingId), at: at(25) }, 'not-known'],
      [{ content: accept(meetingId), at: at(26) }, 'ignored'],
    ]
    for (const [arrived, expected] of tries)
      expect((await answered({ from: stranger, ...arrived })).result, arrived.content).toBe(expected)
    const { phone } = await somebody()
    const tap = async (hours: number) =>
      (await answered({ from: phone, content: accept(meetingId), at: at(hours) })).result
    expect([await tap(0), await tap(1), await tap(25)]).toEqual(['not-yours', 'ignored', 'not-yours'])
  })

  it('of any other kind is answered once a day', async () => {
    const { phone } = await somebody()
    const at = (hours: number) => new Date(hall.context.now.getTime() + hours * 3_600_000)
    const write = (hours: number) =>
      answered({ from: phone, kind: 'text', content: 'Apakah ada madu?', at: at(hours) })
    expect((await write(0)).result).toBe('nobody-reads')
    const second = await write(1)
    expect(second).toMatchObject({ result: 'ignored', said: undefined })
    expect((await write(25)).result).toBe('nobody-reads')
  })

  it('answers one of two that come at the same time', async () => {
    const { phone } = await somebody()
    const ids = await Promise.all([1, 2, 3].map(() => arrive({ from: phone, kind: 'text', content: 'Halo' })))
    await Promise.all(ids.map((id) => answerWhatsapp({ ...hall.context, actor: { kind: 'system' } }, { id })))
    const results = await hall.database.connection.sql`select result from whatsapp_received order by result`
    expect(results.map(({ result }) => result)).toEqual(['ignored', 'ignored', 'nobody-reads'])
  })
})
