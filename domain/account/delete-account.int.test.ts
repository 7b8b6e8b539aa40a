import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { bookMeeting } from '~/domain/meeting/book-meeting.server'
import { tellOutcome } from '~/domain/meeting/tell-outcome.server'
import { addPerson } from '~/test/setup/actors'
import { type MeetingHall, openMeetingHall, type Side } from '~/test/setup/meeting-hall'
import { brokenInvariants, deadlocks } from '~/test/setup/meeting-invariants'
import { newId } from '../shared/ids'
import { askOwnCode } from './ask-own-code.server'
import { createAuth } from './create-auth.server'
import { deleteAccount } from './delete-account.server'
import { CLOSE } from './deletion'
import { codeOf, startCode } from './one-time-code.server'
import { readDeletion } from './read-deletion.server'

const SECRET = 'of these tests'
const LATER = new Date('2026-12-08T02:30:00Z')
let hall: MeetingHall
let people = 0
beforeAll(async () => {
  hall = await openMeetingHall()
})
afterAll(() => hall?.database.drop())

const db = () => hall.database.connection.db

/** Gives a side's person proven addresses, and the role. */
async function addresses(side: Pick<Side, 'actor'>, role: 'owner' | 'member' | 'editor' = 'owner') {
  const { personId, organisationId } = side.actor
  const n = String(people++).padStart(4, '0')
  const own = { email: `orang-${n}@toko.id`, phoneE164: `+628120000${n}` }
  await db()
    .update(schema.person)
    .set({ ...own, name: `Rina ${n}`, emailVerified: true, phoneVerified: true })
    .where(eq(schema.person.id, personId))
  await db()
    .update(schema.membership)
    .set({ role })
    .where(
      and(
        eq(schema.membership.personId, personId),
        eq(schema.membership.organisationId, organisationId ?? ''),
      ),
    )
  return own
}

/** A proof by a code that was just asked for. */
async function codeFor(side: Side) {
  const asked = await askOwnCode(hall.as(side), {
    purpose: 'delete',
    locale: 'id',
    clientKey: newId(),
    secret: SECRET,
  })
  if (asked.kind !== 'sent') throw new Error(asked.kind)
  const { challenge } = asked
  return {
    kind: 'code' as const,
    challenge,
    code: codeOf(challenge, SECRET),
    clientKey: newId(),
    secret: SECRET,
  }
}

const closing = ({ id }: Pick<Side, 'id'>) => ({ [id]: CLOSE })
const personOf = async (side: Side) =>
  db().query.person.findFirst({ where: eq(schema.person.id, side.actor.personId) })

describe('deleting an account', () => {
  it('empties the person, and leaves the meeting with what was agreed on', async () => {
    const { host, guest, meetingId } = await hall.meet()
    const own = await addresses(guest)
    const { personId } = guest.actor
    await tellOutcome(hall.as(guest, LATER), {
      meetingId,
      version: null,
      fields: { kind: 'order', promisedMinor: 5_000_000, nextStep: null, nextStepOn: null },
    })
    await db().insert(schema.consent).values({
      id: newId(),
      personId,
      kind: 'privacy',
      textVersion: '1',
      text: 'Saya setuju.',
      locale: 'id',
      grantedAt: hall.context.now,
    })
    await db().insert(schema.joining).values({ personId })
    await db().insert(schema.account).values({
      id: newId(),
      personId,
      providerId: 'credential',
      accountId: personId,
      password: 'x:y',
    })
    await db().insert(schema.session).values({ id: newId(), personId, token: newId(), expiresAt: LATER })
    await db().insert(schema.inquiry).values({
      id: newId(),
      organisationId: host.id,
      personId,
      channel: 'form',
      locale: 'id',
      page: '/id/booths/x',
      quantity: 48,
      message: 'Hubungi saya',
      contactName: 'Rina',
      contactEmail: own.email,
    })
    await db().insert(schema.whatsappReceived).values({
      id: newId(),
      fromE164: own.phoneE164,
      kind: 'text',
      content: 'halo, ini Rina',
      happenedAt: hall.context.now,
    })
    await db()
      .insert(schema.verificationEvent)
      .values({ organisationId: host.id, kind: 'claimed', personId, text: 'Saya bendahara, Hubungi saya' })
    await db().insert(schema.invitation).values({
      id: newId(),
      organisationId: host.id,
      role: 'editor',
      channel: 'mail',
      address: own.email,
      locale: 'id',
      tokenHash: newId(),
      expiresAt: LATER,
    })
    const proof = await codeFor(guest)
    expect(await deleteAccount(hall.as(guest), { proof, choices: closing(guest) })).toEqual({
      kind: 'deleted',
    })

    expect(await personOf(guest)).toMatchObject({
      name: '',
      email: null,
      phoneE164: null,
      timeZone: null,
      deletedAt: hall.context.now,
    })
    const ofPerson = { account: schema.account, session: schema.session, joining: schema.joining }
    for (const table of Object.values(ofPerson))
      expect(await db().select().from(table).where(eq(table.personId, personId))).toEqual([])
    expect(
      await db().select().from(schema.membership).where(eq(schema.membership.personId, personId)),
    ).toEqual([])
    expect(
      await db().select().from(schema.consent).where(eq(schema.consent.personId, personId)),
    ).toMatchObject([{ text: 'Saya setuju.', withdrawnAt: hall.context.now }])
    // The facts stay.
    expect(
      await db().select().from(schema.meetingOutcome).where(eq(schema.meetingOutcome.meetingId, meetingId)),
    ).toMatchObject([{ promisedMinor: 5_000_000, personId }])
    expect(
      await db().select().from(schema.inquiry).where(eq(schema.inquiry.organisationId, host.id)),
    ).toMatchObject([{ quantity: 48, message: null, contactEmail: null, personId: null }])
    // Their words and addresses are nowhere any more.
    for (const word of [own.email, own.phoneE164, 'ini Rina', 'Hubungi saya'])
      expect(await tablesWith(word)).toEqual([])
  })

  it('makes room for a new account with the same address', async () => {
    const guest = await hall.guest()
    const own = await addresses(guest)
    await deleteAccount(hall.as(guest), { proof: await codeFor(guest), choices: closing(guest) })
    const id = newId()
    await db()
      .insert(schema.person)
      .values({ id, name: 'Rina lagi', ...own })
    expect(id).not.toBe(guest.actor.personId)
  })

  it('takes no wrong code, no code of another, no code twice, and leaves everything then', async () => {
    const [guest, other] = [await hall.guest(), await hall.guest()]
    await addresses(guest)
    await addresses(other)
    const choices = closing(guest)
    const proof = await codeFor(guest)
    const wrong = proof.code === '000000' ? '000001' : '000000'
    const tried = await deleteAccount(hall.as(guest), { proof: { ...proof, code: wrong }, choices })
    expect(tried).toEqual({ kind: 'wrong', triesLeft: 4 })
    expect(await deleteAccount(hall.as(guest), { proof: { ...proof, code: 'abc' }, choices })).toEqual({
      kind: 'missing-code',
    })
    // Somebody else's challenge, with its right code.
    expect(await deleteAccount(hall.as(guest), { proof: await codeFor(other), choices })).toEqual({
      kind: 'unknown',
    })
    // One for something else.
    const enter = await db().transaction((tx) =>
      startCode(tx, hall.context, {
        purpose: 'enter',
        channel: 'mail',
        address: 'a@toko.id',
        locale: 'id',
        isSample: false,
        isHeld: false,
        isDoubtful: false,
        secret: SECRET,
      }),
    )
    expect(
      await deleteAccount(hall.as(guest), {
        proof: { ...proof, challenge: enter.challenge, code: enter.code },
        choices,
      }),
    ).toEqual({ kind: 'unknown' })
    expect(await personOf(guest)).toMatchObject({ deletedAt: null })
    expect(await deleteAccount(hall.as(guest), { proof, choices })).toEqual({ kind: 'deleted' })
    await expect(deleteAccount(hall.as(guest), { proof, choices })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(await personOf(other)).toMatchObject({ deletedAt: null })
  })

  it('asks the password of who has one, and counts wrong ones', async () => {
    const guest = await hall.guest()
    await addresses(guest)
    const auth = createAuth({ db: db(), secret: SECRET, isSecure: false })
    const { password: by } = await auth.$context
    await db()
      .insert(schema.account)
      .values({
        id: newId(),
        personId: guest.actor.personId,
        providerId: 'credential',
        accountId: guest.actor.personId,
        password: await by.hash('kata sandi yang benar'),
      })
    const choices = closing(guest)
    const withPassword = (password: string) =>
      deleteAccount(hall.as(guest), { proof: { kind: 'password', password, auth }, choices })
    for (let n = 0; n < 8; n++) expect(await withPassword('bukan ini')).toEqual({ kind: 'wrong-password' })
    expect(await withPassword('kata sandi yang benar')).toMatchObject({ kind: 'too-many' })
    await db().delete(schema.rateLimit)
    expect(await withPassword('kata sandi yang benar')).toEqual({ kind: 'deleted' })
  })

  it('is for oneself: visitors are refused, and so are accounts that everybody shares', async () => {
    const proof = { kind: 'code' as const, challenge: 'x', code: '123456', clientKey: 'x', secret: SECRET }
    await expect(deleteAccount(hall.context, { proof, choices: {} })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const guest = await hall.guest()
    await db()
      .update(schema.person)
      .set({ isSample: true, email: 'rina@grosir-pasundan-4.example' })
      .where(eq(schema.person.id, guest.actor.personId))
    await expect(deleteAccount(hall.as(guest), { proof, choices: {} })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('the last owner', () => {
  it('hands over to a member, who is the owner then; nothing closes', async () => {
    const host = await hall.host()
    await addresses(host)
    const heir = await addPerson(hall.database, host.id, 'pesantren', 'editor', { name: 'Budi' })
    // Their own number stood at the booth, their name at a seat, and somebody is on the way in by their word.
    const { name, phoneE164 } = (await personOf(host)) ?? {}
    await db()
      .update(schema.organisation)
      .set({ whatsappE164: phoneE164 })
      .where(eq(schema.organisation.id, host.id))
    await db().update(schema.seat).set({ name }).where(eq(schema.seat.organisationId, host.id))
    const invitationId = newId()
    await db().insert(schema.invitation).values({
      id: invitationId,
      organisationId: host.id,
      role: 'owner',
      channel: 'mail',
      address: 'lain@toko.id',
      locale: 'id',
      tokenHash: newId(),
      invitedBy: host.actor.personId,
      expiresAt: LATER,
    })
    expect((await readDeletion(hall.as(host))).organisations).toMatchObject([
      { id: host.id, parting: 'choose', others: [{ personId: heir.personId, name: 'Budi' }] },
    ])
    const proof = await codeFor(host)
    expect(await deleteAccount(hall.as(host), { proof, choices: {} })).toEqual({
      kind: 'undecided',
      organisationId: host.id,
    })
    // The code wasn't used by that.
    expect(await deleteAccount(hall.as(host), { proof, choices: { [host.id]: heir.personId } })).toEqual({
      kind: 'deleted',
    })
    expect(
      await db().select().from(schema.membership).where(eq(schema.membership.organisationId, host.id)),
    ).toMatchObject([{ personId: heir.personId, role: 'owner' }])
    expect(await stateOf(host)).toMatchObject({ verification: 'verified', whatsappE164: null })
    for (const word of [name ?? '', phoneE164 ?? '']) expect(await tablesWith(word)).toEqual([])
    expect(
      await db().select().from(schema.invitation).where(eq(schema.invitation.id, invitationId)),
    ).toMatchObject([{ revokedAt: hall.context.now, address: null }])
  })

  it('or closes it: booth and products go, what lies ahead is called off, the other side is told', async () => {
    const { host, guest, meetingId } = await hall.meet()
    const second = await hall.guest()
    const asked = await hall.ask(second, host, '10:15')
    await addresses(host)
    const view = await readDeletion(hall.as(host))
    expect(view.organisations).toMatchObject([{ parting: 'close', openMeetings: 2 }])
    const proof = await codeFor(host)
    expect(await deleteAccount(hall.as(host), { proof, choices: closing(host) })).toEqual({
      kind: 'deleted',
    })
    expect(await stateOf(host)).toMatchObject({ verification: 'closed', whatsappE164: null })
    const products = await db()
      .select({ state: schema.product.state })
      .from(schema.product)
      .where(eq(schema.product.organisationId, host.id))
    expect(products).toEqual([{ state: 'hidden' }])
    expect(await hall.trail(meetingId)).toEqual(['booked→booked', 'cancelled→cancelled'])
    if (!('meetingId' in asked)) throw new Error(asked.kind)
    expect((await hall.trail(asked.meetingId)).at(-1)).toBe('cancelled→cancelled')
    const [ended] = await db().select().from(schema.meeting).where(eq(schema.meeting.id, meetingId))
    expect(ended).toMatchObject({ endReason: 'left', endedBy: host.id, version: 2 })
    const topics = await hall.database.connection.sql<{ topic: string }[]>`
      select topic from outbox where payload ->> 'organisationId' = ${host.id}
        or payload ->> 'productId' in (select id::text from product where organisation_id = ${host.id})`
    expect(topics.map(({ topic }) => topic).sort()).toEqual(['booth.changed', 'product.changed'])
    // Nobody books there any more, and the guest goes on.
    await expect(hall.ask(second, host, '10:40')).rejects.toMatchObject({ code: 'not-found' })
    expect(await hall.ask(guest, await hall.host(), '09:00')).toMatchObject({ kind: 'booked' })
  })

  it('of a company closes its needs', async () => {
    const guest = await hall.guest()
    await addresses(guest)
    const needId = await hall.need(guest)
    await deleteAccount(hall.as(guest), { proof: await codeFor(guest), choices: closing(guest) })
    expect(await db().select().from(schema.need).where(eq(schema.need.id, needId))).toMatchObject([
      { state: 'closed', closedAt: hall.context.now },
    ])
  })

  it('of the organiser goes only when there is another', async () => {
    const organiser = { actor: hall.organiser } as Side
    await addresses(organiser, 'member')
    const id = organiser.actor.organisationId ?? ''
    const proof = await codeFor(organiser)
    const choices = { [id]: CLOSE }
    expect(await deleteAccount(hall.as(organiser), { proof, choices })).toEqual({
      kind: 'stuck',
      organisationId: id,
    })
    await addPerson(hall.database, id, 'organiser', 'member')
    expect(await deleteAccount(hall.as(organiser), { proof, choices: {} })).toEqual({ kind: 'deleted' })
  })

  it('is never lost by two owners who go at the same time', async () => {
    const host = await hall.host()
    await addresses(host)
    const second = await addPerson(hall.database, host.id, 'pesantren', 'owner')
    const other = { ...host, actor: second }
    await addresses(other)
    const proofs = [await codeFor(host), await codeFor(other)] as const
    const outcomes = await Promise.all([
      deleteAccount(hall.as(host), { proof: proofs[0], choices: {} }),
      deleteAccount(hall.as(other), { proof: proofs[1], choices: {} }),
    ])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['deleted', 'undecided'])
    const left = await db()
      .select()
      .from(schema.membership)
      .where(eq(schema.membership.organisationId, host.id))
    expect(left).toHaveLength(1)
  })
})

describe('while others book', () => {
  it('nothing stays booked with who has gone, and no seat is held', async () => {
    const host = await hall.host({ seats: 2 })
    await addresses(host)
    const guests = await Promise.all(Array.from({ length: 10 }, () => hall.guest()))
    const proof = await codeFor(host)
    const clocks = ['09:00', '09:25', '09:50', '10:15', '10:40']
    const bookings = guests.map(async (guest, at) => {
      const needId = await hall.need(guest)
      return bookMeeting(hall.as(guest), {
        needId,
        boothSlug: host.slug,
        productId: null,
        startsAt: hall.at(clocks[at % clocks.length] ?? '09:00'),
        note: null,
        token: newId(),
      }).then(
        ({ kind }) => kind as string,
        (error: { code?: string }) => error.code ?? String(error),
      )
    })
    const [outcome, ...booked] = await Promise.all([
      deleteAccount(hall.as(host), { proof, choices: closing(host) }),
      ...bookings,
    ])
    expect(outcome).toEqual({ kind: 'deleted' })
    for (const kind of booked) expect(['booked', 'not-found', 'taken']).toContain(kind)
    const rows = await db()
      .select({ state: schema.meeting.state, seat: schema.meetingParticipant.seat })
      .from(schema.meetingParticipant)
      .innerJoin(schema.meeting, eq(schema.meeting.id, schema.meetingParticipant.meetingId))
      .where(eq(schema.meetingParticipant.organisationId, host.id))
    expect(rows.every(({ state, seat }) => state === 'cancelled' && seat === null)).toBe(true)
    expect(rows).toHaveLength(booked.filter((kind) => kind === 'booked').length)
    const { sql } = hall.database.connection
    expect(await brokenInvariants(sql)).toEqual({})
    expect(await deadlocks(sql)).toBe(0)
  })
})

const stateOf = async ({ id }: Pick<Side, 'id'>) =>
  db().query.organisation.findFirst({ where: eq(schema.organisation.id, id) })

/** The tables in which a text is still found, whatever the column. */
async function tablesWith(text: string): Promise<string[]> {
  const { sql } = hall.database.connection
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await sql`select from ${sql(name)} t where strpos(t::text, ${text}) > 0 limit 1`
    if (rows.length > 0) found.push(name)
  }
  return found
}
