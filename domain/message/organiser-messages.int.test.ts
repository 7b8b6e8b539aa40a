import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { addCompany, addPerson, contextOf } from '~/test/setup/actors'
import { type MeetingHall, openMeetingHall } from '~/test/setup/meeting-hall'
import type { Actor } from '../shared/context'
import { newId } from '../shared/ids'
import { listDeadDeliveries } from './list-dead-deliveries.server'
import { listMessages } from './list-messages.server'
import type { MessageFilter } from './message-view'
import { readMessage } from './read-message.server'
import { readMessageFigures } from './read-message-figures.server'
import { readMessageLog } from './read-message-log.server'
import { readRetried } from './read-retried.server'
import { retryDelivery } from './retry-delivery.server'
import { retryMessage } from './retry-message.server'
import { retryMessages } from './retry-messages.server'

let hall: MeetingHall
let sampleOrganiser: Actor
beforeAll(async () => {
  hall = await openMeetingHall()
  const id = await addCompany(hall.database, 'organiser', 'sample-organiser', { isSample: true })
  sampleOrganiser = await addPerson(hall.database, id, 'organiser', 'owner', { isSample: true })
})
afterAll(() => hall?.database.drop())
beforeEach(async () => {
  await hall.database.connection.sql`truncate message, message_attempt, whatsapp_status, outbox cascade`
})

const organiser = () => contextOf(hall.context, hall.organiser)
const all: MessageFilter = {
  tab: 'attention',
  state: null,
  template: null,
  channel: null,
  day: null,
  search: null,
}
const inHour = () => new Date(hall.context.now.getTime() + 3_600_000)
const hourAgo = () => new Date(hall.context.now.getTime() - 3_600_000)

type Row = typeof schema.message.$inferInsert
async function add(change: Partial<Row> = {}): Promise<string> {
  const id = newId()
  await hall.database.connection.db.insert(schema.message).values({
    id,
    template: 'sign-in-code',
    variables: { code: '482915', minutes: 10 },
    locale: 'id',
    aboutKind: 'person',
    aboutId: newId(),
    channel: 'whatsapp',
    address: '+6281234567890',
    isAddressFixed: true,
    state: 'dead',
    notBefore: hall.context.now,
    createdAt: hall.context.now,
    ...change,
  })
  return id
}
const rowOf = async (id: string) => {
  const [row] = await hall.database.connection.db
    .select()
    .from(schema.message)
    .where(eq(schema.message.id, id))
  if (!row) throw new Error('no message')
  return row
}

describe('who reads', () => {
  it('is the organiser alone: of the sample only the sample’s, a real one only real ones', async () => {
    const real = await add()
    const sample = await add({ isSample: true, state: 'demonstration' })
    const page = (actor: Actor, tab: MessageFilter['tab']) =>
      listMessages(contextOf(hall.context, actor), { filter: { ...all, tab }, page: 1 })
    expect((await page(hall.organiser, 'attention')).rows.map(({ id }) => id)).toEqual([real])
    expect((await page(hall.organiser, 'rest')).rows).toEqual([])
    expect((await page(sampleOrganiser, 'rest')).rows.map(({ id }) => id)).toEqual([sample])
    const read = (actor: Actor, messageId: string) =>
      readMessage(contextOf(hall.context, actor), { messageId, publicUrl: 'https://expo.test' })
    await expect(read(sampleOrganiser, real)).rejects.toMatchObject({ code: 'not-found' })
    await expect(read(hall.organiser, sample)).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      retryMessage(contextOf(hall.context, sampleOrganiser), { messageId: real, mayRepeat: true }),
    ).rejects.toMatchObject({ code: 'not-found' })

    const host = await hall.host()
    for (const actor of [host.actor, { kind: 'visitor' } as const]) {
      const context = contextOf(hall.context, actor)
      await expect(listMessages(context, { filter: all, page: 1 })).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(readMessageFigures(context)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(read(actor, real)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(retryMessages(context, { filter: all, state: 'dead' })).rejects.toMatchObject({
        code: 'forbidden',
      })
      await expect(listDeadDeliveries(context)).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('reads a code only while it is kept here and its time isn’t over', async () => {
    const shown = async (change: Partial<Row>) => {
      const messageId = await add(change)
      const view = await readMessage(organiser(), { messageId, publicUrl: 'https://expo.test' })
      return JSON.stringify(view).includes('482915')
    }
    expect(await shown({ state: 'kept', expiresAt: inHour() })).toBe(true)
    expect(await shown({ state: 'kept', expiresAt: hourAgo() })).toBe(false)
    for (const state of [
      'waiting',
      'sending',
      'sent',
      'delivered',
      'read',
      'unknown',
      'dead',
      'void',
    ] as const) {
      expect(await shown({ state, expiresAt: inHour() }), state).toBe(false)
    }
  })

  it('reads no address in the list', async () => {
    await add()
    const list = JSON.stringify(await listMessages(organiser(), { filter: all, page: 1 }))
    expect(list).not.toContain('6281234567890')
    expect(list).not.toContain('482915')
  })
})

describe('lists', () => {
  it('count, filter and page', async () => {
    for (let n = 0; n < 30; n++) await add({ template: n < 3 ? 'meeting-booked' : 'sign-in-code' })
    await add({ state: 'waiting', channel: 'mail', address: 'r@example.org' })
    await add({ state: 'read', createdAt: new Date('2026-11-20T18:00:00Z') })
    const list = (filter: Partial<MessageFilter>, page = 1) =>
      listMessages(organiser(), { filter: { ...all, ...filter }, page })
    const first = await list({})
    expect(first).toMatchObject({
      total: 30,
      pages: 2,
      counts: { attention: 30, waiting: 1, sent: 1, rest: 0 },
    })
    expect(first.rows).toHaveLength(25)
    expect((await list({}, 99)).rows).toHaveLength(5)
    expect((await list({ template: 'meeting-booked' })).total).toBe(3)
    expect((await list({ tab: 'waiting', channel: 'mail' })).rows[0]?.address).toBe('r•••@example.org')
    // The day is the hall's: 18:00 in London is the day after in Jakarta.
    expect((await list({ tab: 'sent', day: '2026-11-21' })).total).toBe(1)
    expect((await list({ tab: 'sent', day: '2026-11-20' })).total).toBe(0)
    const id = first.rows[0]?.id ?? ''
    expect((await list({ tab: 'sent', search: id })).rows.map((row) => row.id)).toEqual([id])
    expect((await list({ search: "x' or true --" })).rows).toEqual([])
  })

  it('has figures of today and of the daily tier', async () => {
    const messageId = await add({ state: 'sent', sentAt: hall.context.now })
    await add({ state: 'sent', sentAt: new Date(hall.context.now.getTime() - 86_400_000) })
    await add()
    for (const [number, addressKey, startedAt] of [
      [1, 'a', hourAgo()],
      [2, 'a', hall.context.now],
      [3, 'b', hall.context.now],
      [4, 'c', new Date(hall.context.now.getTime() - 25 * 3_600_000)],
    ] as const) {
      await hall.database.connection.db.insert(schema.messageAttempt).values({
        messageId,
        number,
        channel: 'whatsapp',
        addressKey,
        startedAt,
        endedAt: startedAt,
        failure: number === 3 ? 'setup' : null,
        serviceCode: number === 3 ? '190' : null,
      })
    }
    expect(await readMessageFigures(organiser())).toMatchObject({
      sentToday: 1,
      failed: 1,
      waiting: 0,
      peopleToday: 2,
      last: { whatsapp: { failure: 'setup', serviceCode: '190' }, mail: null },
    })
    expect(await readMessageFigures(contextOf(hall.context, sampleOrganiser))).toMatchObject({
      failed: 0,
      peopleToday: 0,
      last: { whatsapp: null, mail: null },
    })
  })
})

describe('sending again', () => {
  it('puts what was given up or kept back into the queue, by a channel chosen anew', async () => {
    const messageId = await add({
      isAddressFixed: false,
      attempts: 5,
      fellBackFrom: 'mail',
      failure: 'undeliverable',
    })
    expect(await retryMessage(organiser(), { messageId, mayRepeat: false })).toEqual({ kind: 'queued' })
    expect(await rowOf(messageId)).toMatchObject({
      state: 'waiting',
      attempts: 0,
      channel: null,
      address: null,
      fellBackFrom: null,
      failure: null,
      notBefore: hall.context.now,
    })
    expect(await retryMessage(organiser(), { messageId, mayRepeat: false })).toEqual({
      kind: 'changed',
      state: 'waiting',
    })
    const code = await add({ state: 'kept', expiresAt: inHour() })
    await retryMessage(organiser(), { messageId: code, mayRepeat: false })
    expect(await rowOf(code)).toMatchObject({
      state: 'waiting',
      channel: 'whatsapp',
      address: '+6281234567890',
    })
  })

  it('asks before what may have arrived already', async () => {
    const messageId = await add({ state: 'unknown' })
    expect(await retryMessage(organiser(), { messageId, mayRepeat: false })).toEqual({
      kind: 'may-have-arrived',
    })
    expect((await rowOf(messageId)).state).toBe('unknown')
    expect(await retryMessage(organiser(), { messageId, mayRepeat: true })).toEqual({ kind: 'queued' })
  })

  it('never sends what is over, was sent, or is a sample', async () => {
    const expired = await add({ expiresAt: hall.context.now })
    expect(await retryMessage(organiser(), { messageId: expired, mayRepeat: true })).toEqual({
      kind: 'expired',
    })
    // It has gone out once, and failed afterwards: its code isn't here any more.
    const erased = await add({ variables: { minutes: 10 }, expiresAt: inHour() })
    expect(await retryMessage(organiser(), { messageId: erased, mayRepeat: true })).toEqual({
      kind: 'expired',
    })
    for (const state of ['sent', 'delivered', 'read', 'void', 'sending'] as const) {
      const messageId = await add({ state })
      expect(await retryMessage(organiser(), { messageId, mayRepeat: true })).toEqual({
        kind: 'changed',
        state,
      })
    }
    const sample = await add({ isSample: true, state: 'demonstration' })
    expect(
      await retryMessage(contextOf(hall.context, sampleOrganiser), { messageId: sample, mayRepeat: true }),
    ).toEqual({ kind: 'changed', state: 'demonstration' })
  })

  it('all of a kind at once, and tells how far they are', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => add({ template: 'meeting-booked' })))
    const [expired, unknown, other] = [
      await add({ template: 'meeting-booked', expiresAt: hourAgo() }),
      await add({ template: 'meeting-booked', state: 'unknown' }),
      await add({ template: 'meeting-cancelled' }),
    ]
    const retried = await retryMessages(organiser(), {
      filter: { ...all, template: 'meeting-booked' },
      state: 'dead',
    })
    expect(retried.queued).toBe(3)
    expect((await rowOf(expired)).state).toBe('dead')
    expect((await rowOf(unknown)).state).toBe('unknown')
    expect((await rowOf(other)).state).toBe('dead')
    const { db } = hall.database.connection
    const set = (id: string | undefined, change: Partial<Row>) =>
      db
        .update(schema.message)
        .set(change)
        .where(eq(schema.message.id, id ?? ''))
    await set(ids[0], { state: 'delivered' })
    // One that the sender has put off has another time, and still waits.
    await set(ids[1], { notBefore: inHour() })
    // Rows of these tests that had the same time by chance aren't in this batch.
    await db.delete(schema.message).where(eq(schema.message.id, unknown))
    await db.delete(schema.message).where(eq(schema.message.id, other))
    await db.delete(schema.message).where(eq(schema.message.id, expired))
    expect(await readRetried(organiser(), retried)).toEqual({ queued: 3, gone: 1, failed: 0, waiting: 2 })
  })
})

describe('work that was given up', () => {
  async function dead(topic: string, payload: Record<string, string>): Promise<string> {
    const id = newId()
    await hall.database.connection.db.insert(schema.outbox).values({
      id,
      topic,
      payloadVersion: 1,
      payload,
      state: 'dead',
      attempts: 25,
      lastError: 'Error: search is away\nat line 1',
      settledAt: hall.context.now,
    })
    return id
  }

  it('is listed to the organiser whose it is, and repeated with a fresh job', async () => {
    const host = await hall.host()
    const sample = await hall.host({ isSample: true })
    const real = await dead('booth.changed', { organisationId: host.id })
    const invented = await dead('booth.changed', { organisationId: sample.id })
    const ids = async (actor: Actor) =>
      (await listDeadDeliveries(contextOf(hall.context, actor))).rows.map(({ id }) => id)
    expect(await ids(hall.organiser)).toEqual([real])
    expect(await ids(sampleOrganiser)).toEqual([invented])
    expect((await listDeadDeliveries(organiser())).rows[0]).toMatchObject({
      attempts: 25,
      reason: 'Error: search is away',
    })
    await expect(retryDelivery(organiser(), { outboxId: invented })).rejects.toMatchObject({
      code: 'not-found',
    })

    const { sql } = hall.database.connection
    // The job that used up its tries is still there with the same key.
    await sql`select graphile_worker.add_job('deliver', ${JSON.stringify({ outboxId: real })}::text::json, max_attempts => 1, job_key => ${`outbox:${real}`})`
    await sql`update graphile_worker._private_jobs set attempts = 1 where key = ${`outbox:${real}`}`
    await retryDelivery(organiser(), { outboxId: real })
    const [row] = await sql`select state, attempts, last_error from outbox where id = ${real}`
    expect(row).toEqual({ state: 'pending', attempts: 0, last_error: null })
    const jobs =
      await sql`select attempts, max_attempts from graphile_worker.jobs where key = ${`outbox:${real}`}`
    expect([...jobs]).toEqual([{ attempts: 0, max_attempts: 25 }])
    await expect(retryDelivery(organiser(), { outboxId: real })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the log of a meeting', () => {
  it('tells a party how its own messages stand, and of the other side’s only that it was told', async () => {
    const { host, guest, meetingId } = await hall.meet()
    const about = { kind: 'meeting' as const, id: meetingId }
    const base = {
      aboutKind: 'meeting' as const,
      aboutId: meetingId,
      template: 'meeting-booked' as const,
      variables: {},
    }
    await add({ ...base, organisationId: host.id, personId: host.actor.personId, state: 'dead' })
    await add({
      ...base,
      organisationId: guest.id,
      personId: guest.actor.personId,
      state: 'read',
      sentAt: hall.context.now,
    })
    const ofHost = await readMessageLog(hall.as(host), { about })
    expect(ofHost).toHaveLength(2)
    expect(ofHost.find(({ isOwn }) => isOwn)).toMatchObject({
      state: 'dead',
      channel: 'whatsapp',
      organisationName: host.name,
    })
    expect(ofHost.find(({ isOwn }) => !isOwn)).toMatchObject({
      organisationName: guest.name,
      personName: null,
      state: null,
      channel: null,
    })
    // The host's never went: the guest isn't told that it was told.
    expect(await readMessageLog(hall.as(guest), { about })).toMatchObject([{ isOwn: true, state: 'read' }])
    expect((await readMessageLog(organiser(), { about })).map(({ state }) => state)).toEqual(['dead', 'read'])
    expect(JSON.stringify(ofHost)).not.toContain('62812')

    const stranger = await hall.guest()
    await expect(readMessageLog(hall.as(stranger), { about })).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      readMessageLog(hall.as(stranger), { about: { kind: 'person', id: host.actor.personId } }),
    ).rejects.toMatchObject({ code: 'not-found' })
    await expect(readMessageLog(hall.context, { about })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('the log of an applicant', () => {
  it('has the invitations to it for the organiser, and not for its people', async () => {
    const { host, guest } = await hall.meet()
    const invitationId = newId()
    await hall.database.connection.db.insert(schema.invitation).values({
      id: invitationId,
      organisationId: host.id,
      role: 'editor',
      channel: 'mail',
      address: 'salma@pondok.id',
      locale: 'id',
      tokenHash: newId(),
      expiresAt: hall.at('09:00'),
    })
    const variables = {}
    await add({
      aboutKind: 'organisation',
      aboutId: host.id,
      organisationId: host.id,
      template: 'verification-approved',
      variables,
    })
    await add({
      aboutKind: 'invitation',
      aboutId: invitationId,
      organisationId: host.id,
      template: 'organisation-invitation',
      variables,
      state: 'dead',
    })
    const log = async (context: typeof hall.context, id = host.id) =>
      (await readMessageLog(context, { about: { kind: 'organisation', id } })).map(
        ({ template, state }) => `${template} ${state}`,
      )
    expect((await log(organiser())).sort()).toEqual([
      'organisation-invitation dead',
      'verification-approved dead',
    ])
    expect(await log(hall.as(host))).toEqual(['verification-approved dead'])
    expect(await log(organiser(), guest.id)).toEqual([])
  })
})
