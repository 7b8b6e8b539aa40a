import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import type { Actor, Context } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { openSmallHall, visitorContext } from '../../test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '../../test/setup/test-database'
import { beginJoining } from './begin-joining.server'
import { type HandInInput, handIn } from './hand-in.server'
import { openJoining } from './open-joining.server'
import { readJoining } from './read-joining.server'
import { saveJoining } from './save-joining.server'

let database: TestDatabase
let visitor: Context
let hall: Awaited<ReturnType<typeof openSmallHall>>

const PRIVACY = { kind: 'privacy' as const, textVersion: '2026-11', text: 'Saya setuju.' }
const WHATSAPP = { kind: 'whatsapp' as const, textVersion: '2026-11', text: 'Saya mau.' }
const PESANTREN = {
  personName: 'Ahmad',
  regencyCode: '3205',
  districtCode: '320501',
  field: 'pertanian',
  whatsapp: '',
}
const COMPANY = { personName: 'Rina', buys: 'madu dan kopi' }

beforeAll(async () => {
  database = await createTestDatabase()
  visitor = visitorContext(database)
  hall = await openSmallHall(database)
  await db()
    .insert(schema.district)
    .values([
      { code: '320501', regencyCode: '3205', name: 'Garut Kota' },
      { code: '320502', regencyCode: '3205', name: 'Karangpawitan' },
    ])
})
afterAll(() => database.drop())

const db = () => database.connection.db

/** Somebody who has proven an address, and has no organisation. */
async function newcomer(values: Partial<typeof schema.person.$inferInsert> = {}): Promise<Context> {
  const personId = newId()
  await db()
    .insert(schema.person)
    .values({ id: personId, name: '', ...values })
  const actor: Actor = { kind: 'person', personId, organisationId: null, memberships: [] }
  return { ...visitor, actor }
}
const idOf = ({ actor }: Context) => (actor.kind === 'person' ? actor.personId : '')

async function sessionOf(context: Context): Promise<string> {
  const id = newId()
  await db()
    .insert(schema.session)
    .values({ id, personId: idOf(context), token: id, expiresAt: new Date(Date.now() + 3_600_000) })
  return id
}

async function begun(
  context: Context,
  kind: 'pesantren' | 'offtaker' | 'buyer',
  typed: Readonly<Record<string, string>>,
): Promise<void> {
  await saveJoining(context, { step: 'start', kind, consents: [PRIVACY], locale: 'id' })
  await saveJoining(context, { step: 'who', typed })
}
const handingIn = (input: Partial<HandInInput> = {}): HandInInput => ({
  claim: 'none',
  claimNote: '',
  locale: 'id',
  clientKey: newId(),
  sessionId: null,
  ...input,
})
const organisationsOf = (context: Context) =>
  db()
    .select({ row: schema.organisation, role: schema.membership.role })
    .from(schema.membership)
    .innerJoin(schema.organisation, eq(schema.organisation.id, schema.membership.organisationId))
    .where(eq(schema.membership.personId, idOf(context)))

describe('the first step', () => {
  const asked = (input: Partial<Parameters<typeof beginJoining>[1]> = {}) =>
    beginJoining(visitor, {
      channel: 'mail',
      text: 'baru@contoh.id',
      consents: [PRIVACY],
      locale: 'id',
      clientKey: newId(),
      secret: 'secret of the test',
      ...input,
    })

  test('sends a code with what was agreed to; known and unknown addresses get the same', async () => {
    await newcomer({ email: 'lama@contoh.id', emailVerified: true })
    for (const text of ['baru@contoh.id', 'Lama@Contoh.id']) {
      const outcome = await asked({ text, consents: [PRIVACY, WHATSAPP] })
      expect(Object.keys(outcome)).toEqual(['kind', 'challenge'])
      if (outcome.kind !== 'sent') throw new Error(outcome.kind)
      const [row] = await db()
        .select()
        .from(schema.oneTimeCode)
        .where(eq(schema.oneTimeCode.id, outcome.challenge))
      // A mail address proves no WhatsApp to write to.
      expect(row).toMatchObject({ purpose: 'enter', personId: null, consents: [PRIVACY], isSample: false })
      const sent = await db()
        .select()
        .from(schema.message)
        .where(eq(schema.message.address, text.toLowerCase()))
      expect(sent).toHaveLength(1)
    }
  })

  test('asks for consent, and mends addresses', async () => {
    expect(await asked({ consents: [WHATSAPP] })).toEqual({ kind: 'consent-missing' })
    expect(await asked({ text: 'baru' })).toEqual({ kind: 'address-wrong', problem: 'email-wrong' })
    expect(await asked({ channel: 'whatsapp', text: '' })).toEqual({
      kind: 'address-wrong',
      problem: 'phone-missing',
    })
  })

  test("nobody's addresses make no accounts in a real hall, and one client's codes end", async () => {
    expect(await asked({ text: 'budi@pesantren-1.example' })).toEqual({ kind: 'sample-address' })
    expect(await asked({ channel: 'whatsapp', text: '+447700900123' })).toEqual({ kind: 'sample-address' })
    const clientKey = newId()
    const outcomes: string[] = []
    for (let at = 0; at < 8; at += 1) outcomes.push((await asked({ clientKey, text: 'sama@contoh.id' })).kind)
    expect(outcomes.at(0)).toBe('sent')
    expect(outcomes.at(-1)).toBe('too-many')
  })
})

describe('saving', () => {
  test('keeps what was typed, wrong or not, and any device goes on with it', async () => {
    const context = await newcomer()
    expect(await readJoining(context)).toBeNull()
    expect(await saveJoining(context, { step: 'who', typed: { name: 'Al' } })).toEqual({ kind: 'not-begun' })
    await saveJoining(context, { step: 'start', kind: 'pesantren', consents: [PRIVACY], locale: 'id' })
    const outcome = await saveJoining(context, { step: 'who', typed: { name: 'Al-Falah', whatsapp: 'x1' } })
    expect(outcome).toMatchObject({ kind: 'saved', problems: { whatsapp: 'whatsapp-wrong' } })
    expect(await readJoining(context)).toMatchObject({
      kind: 'pesantren',
      step: 'who',
      values: { name: 'Al-Falah', whatsapp: 'x1', personName: '' },
    })
    // A step sent later leaves the others as they are.
    expect(await saveJoining(context, { step: 'who', typed: { ...PESANTREN } })).toEqual({
      kind: 'saved',
      problems: {},
    })
    expect(await readJoining(context)).toMatchObject({ step: 'check', values: { name: 'Al-Falah' } })
    // A district that isn't there.
    expect(await saveJoining(context, { step: 'who', typed: { districtCode: '320599' } })).toEqual({
      kind: 'saved',
      problems: { districtCode: 'district-missing' },
    })
    expect(await handIn(context, handingIn())).toEqual({ kind: 'unfinished' })
  })

  test("is one's own: nobody else sees it or writes to it, visitors nothing", async () => {
    const mine = await newcomer()
    const other = await newcomer()
    await begun(mine, 'offtaker', { ...COMPANY, name: 'Toko Mandiri' })
    expect(await readJoining(other)).toBeNull()
    expect((await openJoining(other)).joining).toBeNull()
    await begun(other, 'buyer', { name: 'Other' })
    expect(await readJoining(mine)).toMatchObject({ kind: 'offtaker', values: { name: 'Toko Mandiri' } })
    expect(await readJoining(visitor)).toBeNull()
    await expect(saveJoining(visitor, { step: 'who', typed: {} })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(openJoining(visitor)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(handIn(visitor, handingIn())).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('writes down a consent once, and asks for it before anything', async () => {
    const context = await newcomer()
    await saveJoining(context, { step: 'start', kind: 'offtaker', consents: [], locale: 'id' })
    await saveJoining(context, { step: 'who', typed: { ...COMPANY, name: 'Toko' } })
    expect(await readJoining(context)).toMatchObject({ step: 'start' })
    expect(await handIn(context, handingIn())).toEqual({ kind: 'unfinished' })
    for (let twice = 0; twice < 2; twice += 1) {
      await saveJoining(context, { step: 'start', kind: 'offtaker', consents: [PRIVACY], locale: 'id' })
    }
    const rows = await db()
      .select()
      .from(schema.consent)
      .where(eq(schema.consent.personId, idOf(context)))
    expect(rows).toMatchObject([{ kind: 'privacy', text: PRIVACY.text }])
    expect(await readJoining(context)).toMatchObject({ step: 'check' })
  })
})

describe('handing in', () => {
  test('a pesantren: pending, owned, with two seats, and the session acts for it', async () => {
    const context = await newcomer({ phoneE164: '+6281234567001', phoneVerified: true })
    const sessionId = await sessionOf(context)
    await begun(context, 'pesantren', { ...PESANTREN, name: 'Nurul Iman 9', whatsapp: '081234567001' })
    const outcome = await handIn(context, handingIn({ sessionId }))
    const [own] = await organisationsOf(context)
    expect(own).toMatchObject({
      role: 'owner',
      row: {
        kind: 'pesantren',
        slug: 'nurul-iman-9',
        verification: 'pending',
        districtCode: '320501',
        whatsappE164: '+6281234567001',
        isSample: false,
      },
    })
    const organisationId = own?.row.id ?? ''
    expect(outcome).toEqual({ kind: 'handed-in', organisationId, isClaim: false, already: false })
    const [session] = await db().select().from(schema.session).where(eq(schema.session.id, sessionId))
    expect(session?.organisationId).toBe(organisationId)
    const seats = await db().select().from(schema.seat).where(eq(schema.seat.organisationId, organisationId))
    expect(seats.map(({ number }) => number)).toEqual([1, 2])
    const events = await db()
      .select()
      .from(schema.verificationEvent)
      .where(eq(schema.verificationEvent.organisationId, organisationId))
    expect(events).toMatchObject([{ kind: 'submitted', personId: idOf(context) }])
    const [self] = await db()
      .select()
      .from(schema.person)
      .where(eq(schema.person.id, idOf(context)))
    expect(self?.name).toBe('Ahmad')
    // Nothing of it stays behind.
    const [row] = await db()
      .select()
      .from(schema.joining)
      .where(eq(schema.joining.personId, idOf(context)))
    expect(row?.fields).toEqual({})
    expect(await readJoining(context)).toBeNull()
    expect((await openJoining(context)).handedIn).toMatchObject({ organisationId, isClaim: false })
  })

  test('ten taps at once make one organisation; a later one says so', async () => {
    const context = await newcomer()
    await begun(context, 'offtaker', { ...COMPANY, name: 'Grosir Sepuluh' })
    const taps = await Promise.all(Array.from({ length: 10 }, () => handIn(context, handingIn())))
    const own = await organisationsOf(context)
    expect(own).toHaveLength(1)
    const organisationId = own[0]?.row.id
    expect(taps.filter((tap) => tap.kind === 'handed-in' && !tap.already)).toHaveLength(1)
    for (const tap of taps) expect(tap).toMatchObject({ kind: 'handed-in', organisationId })
    const seats = await db()
      .select()
      .from(schema.seat)
      .where(eq(schema.seat.organisationId, organisationId ?? ''))
    expect(seats).toHaveLength(1)
  })

  test('one name of many people at once: each gets an address of its own', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => newcomer()))
    for (const one of people) await begun(one, 'buyer', { ...COMPANY, name: 'Same Foods', countryCode: 'AE' })
    const outcomes = await Promise.all(people.map((one) => handIn(one, handingIn())))
    expect(outcomes.map(({ kind }) => kind)).toEqual(people.map(() => 'handed-in'))
    const rows = await db()
      .select({ slug: schema.organisation.slug })
      .from(schema.organisation)
      .where(eq(schema.organisation.name, 'Same Foods'))
    expect(new Set(rows.map(({ slug }) => slug)).size).toBe(people.length)
  })

  test('what a sample person hands in is sample, without a phone', async () => {
    const context = await newcomer({ isSample: true, email: 'a@b.example' })
    await begun(context, 'pesantren', { ...PESANTREN, name: 'Miftahul Huda 77', whatsapp: '081234567002' })
    expect(await handIn(context, handingIn())).toMatchObject({ kind: 'handed-in' })
    expect((await organisationsOf(context))[0]?.row).toMatchObject({ isSample: true, whatsappE164: null })
  })

  test('one person and one client come to an end', async () => {
    const context = await newcomer()
    const outcomes: string[] = []
    for (let at = 0; at < 6; at += 1) {
      await begun(context, 'offtaker', { ...COMPANY, name: `Toko Banyak ${at}` })
      outcomes.push((await handIn(context, handingIn())).kind)
    }
    expect(outcomes).toEqual([...Array(5).fill('handed-in'), 'too-many'])
    // What was refused is kept as it was.
    expect(await readJoining(context)).toMatchObject({ step: 'check', values: { name: 'Toko Banyak 5' } })
  })
})

describe('one that is here already', () => {
  const claimsOf = (context: Context) =>
    db()
      .select()
      .from(schema.organisationClaim)
      .where(eq(schema.organisationClaim.personId, idOf(context)))

  test('is asked about by what everybody may know, and claimed instead of a double', async () => {
    const here = await hall.booth('al-hikmah', null, {
      name: 'Al-Hikmah Garut',
      districtCode: '320502',
      whatsappE164: '+6281234567111',
    })
    const context = await newcomer()
    await begun(context, 'pesantren', { ...PESANTREN, name: 'Pondok Pesantren Al Hikmah Garut' })
    const { similar } = await openJoining(context)
    expect(similar).toMatchObject([{ id: here, name: 'Al-Hikmah Garut', districtName: 'Karangpawitan' }])
    expect(JSON.stringify(similar)).not.toContain('81234567111')
    expect(await handIn(context, handingIn({ claim: '' }))).toEqual({ kind: 'claim-missing' })
    expect(await handIn(context, handingIn({ claim: newId() }))).toEqual({ kind: 'claim-missing' })
    expect(await handIn(context, handingIn({ claim: here }))).toEqual({ kind: 'note-missing' })

    const input = handingIn({ claim: here, claimNote: 'Saya bendahara di sana' })
    const taps = await Promise.all([handIn(context, input), handIn(context, input)])
    for (const tap of taps)
      expect(tap).toMatchObject({ kind: 'handed-in', organisationId: here, isClaim: true })
    expect(await claimsOf(context)).toMatchObject([{ organisationId: here, state: 'pending' }])
    // What was noted is forgotten with the claim: the history has no copy of it.
    const history = await db()
      .select()
      .from(schema.verificationEvent)
      .where(eq(schema.verificationEvent.organisationId, here))
    expect(history).toMatchObject([{ kind: 'claimed', text: null, personId: idOf(context) }])
    // Nothing of the organisation is theirs yet.
    expect(await organisationsOf(context)).toEqual([])
    expect((await openJoining(context)).handedIn).toMatchObject({ organisationId: here, isClaim: true })
  })

  test('with a sample account that everybody may use nothing is joined, and nothing of theirs is claimed', async () => {
    const here = await hall.booth('darul-contoh-3', null, { name: 'Darul Contoh 3', isSample: true })
    const email = 'hasan@darul-muttaqin-3.example'
    const shared = await newcomer({ isSample: true, email, emailVerified: true, name: 'Hasan 5' })
    await db()
      .insert(schema.membership)
      .values({ personId: idOf(shared), organisationId: here, role: 'owner' })
    const start = { step: 'start', kind: 'pesantren', consents: [], locale: 'id' } as const
    expect(await saveJoining(shared, start)).toEqual({ kind: 'shared' })
    // One that was begun before.
    await db()
      .insert(schema.joining)
      .values({
        personId: idOf(shared),
        kind: 'pesantren',
        fields: { personName: 'Orang Lain' },
        isSample: true,
      })
    expect(await saveJoining(shared, { step: 'who', typed: { personName: 'X' } })).toEqual({ kind: 'shared' })
    expect(await handIn(shared, handingIn())).toEqual({ kind: 'shared' })
    const [row] = await db()
      .select({ name: schema.person.name })
      .from(schema.person)
      .where(eq(schema.person.id, idOf(shared)))
    expect(row).toEqual({ name: 'Hasan 5' })
    expect((await openJoining(shared)).joiner.isShared).toBe(true)

    const visitor = await newcomer({ isSample: true })
    await begun(visitor, 'pesantren', { ...PESANTREN, name: 'Darul Contoh 3' })
    expect(await handIn(visitor, handingIn({ claim: here, claimNote: 'Saya bendahara' }))).toEqual({
      kind: 'claim-shared',
    })
  })

  test('none of these: a new one beside it', async () => {
    await hall.booth('al-barokah', null, { name: 'Al-Barokah', districtCode: '320501' })
    const context = await newcomer()
    await begun(context, 'pesantren', { ...PESANTREN, name: 'Al-Barokah' })
    expect(await handIn(context, handingIn({ claim: 'none' }))).toMatchObject({ isClaim: false })
    expect((await organisationsOf(context))[0]?.row.slug).toBe('al-barokah-2')
    expect(await claimsOf(context)).toEqual([])
  })

  test('sample ones and those that still wait are not shown', async () => {
    await hall.booth('darul-falah-1', null, { name: 'Darul Falah 1', isSample: true })
    await hall.booth('darul-falah', null, { name: 'Darul Falah 1', verification: 'pending' })
    const context = await newcomer()
    await begun(context, 'pesantren', { ...PESANTREN, name: 'Darul Falah 1' })
    expect((await openJoining(context)).similar).toEqual([])
    expect(await handIn(context, handingIn({ claim: '' }))).toMatchObject({ kind: 'handed-in' })
  })
})

test('whoever begins again after handing in begins with nothing', async () => {
  const context = await newcomer()
  await begun(context, 'offtaker', { ...COMPANY, name: 'Toko Satu' })
  await handIn(context, handingIn())
  await saveJoining(context, { step: 'start', kind: 'buyer', consents: [], locale: 'id' })
  expect(await readJoining(context)).toMatchObject({ kind: 'buyer', step: 'who', values: { name: '' } })
  const rows = await db()
    .select()
    .from(schema.joining)
    .where(and(eq(schema.joining.personId, idOf(context))))
  expect(rows).toMatchObject([{ handedInAt: null }])
})
