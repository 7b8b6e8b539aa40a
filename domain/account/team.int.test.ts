import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { addCompany, addPerson, contextOf } from '~/test/setup/actors'
import { visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import type { Actor, Context } from '../shared/context'
import { newId } from '../shared/ids'
import { acceptInvitation } from './accept-invitation.server'
import { askInvitationCode } from './ask-invitation-code.server'
import { changeRole } from './change-role.server'
import { type Auth, createAuth } from './create-auth.server'
import { INVITATION_LIMIT, RESEND_LIMIT } from './invitation'
import { inviteMember } from './invite-member.server'
import { inviteOrganiser } from './invite-organiser.server'
import { leaveOrganisation } from './leave-organisation.server'
import { listTeam } from './list-team.server'
import { codeOf } from './one-time-code.server'
import { readInvitation } from './read-invitation.server'
import { readViewer } from './read-viewer.server'
import { readWaitingCode } from './read-waiting-code.server'
import { removeMember } from './remove-member.server'
import { resendInvitation } from './resend-invitation.server'
import { revokeInvitation } from './revoke-invitation.server'

type Person = Extract<Actor, { kind: 'person' }>
const SECRET = 'a secret for these tests, and for nothing else'
const NOW = new Date('2026-11-22T03:00:00Z')
const PRIVACY = { kind: 'privacy' as const, textVersion: 'test', text: 'Setuju' }
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)

let database: TestDatabase
let auth: Auth
let company: string
let owner: Person
let phones = 0
const db = () => database.connection.db
const as = (actor: Actor, now = NOW): Context => ({ ...contextOf(visitorContext(database), actor), now })
const visitor = (now = NOW) => visitorContext(database, now)
const phone = () => `+62812${String(30_000_000 + phones++)}`

beforeAll(async () => {
  // Real connections: what happens at the same time happens on several.
  database = await createTestDatabase({ max: 8 })
  auth = createAuth({ db: database.connection.db, secret: SECRET, isSecure: false })
})
afterAll(() => database?.drop())
beforeEach(async () => {
  await db().delete(schema.rateLimit)
  company = await addCompany(database, 'pesantren', `pondok-${newId().slice(-8)}`)
  owner = await addPerson(database, company, 'pesantren')
})

async function invite(address = phone(), role: 'owner' | 'editor' | 'member' = 'editor', by: Person = owner) {
  const outcome = await inviteMember(as(by), {
    channel: 'whatsapp',
    address,
    role,
    locale: 'id',
    clientKey: 'client',
  })
  if (outcome.kind !== 'invited') throw new Error(outcome.kind)
  return { id: outcome.invitationId, address, token: await tokenOf(outcome.invitationId) }
}

/** As its receiver reads it: in the newest message. */
async function tokenOf(invitationId: string): Promise<string> {
  const rows = await db().select().from(schema.message).where(eq(schema.message.aboutId, invitationId))
  return String(rows.map(({ variables }) => variables.token).findLast(Boolean))
}

async function code(token: string, now = NOW) {
  const outcome = await askInvitationCode(visitor(now), {
    token,
    consents: [PRIVACY],
    locale: 'id',
    clientKey: 'client',
    secret: SECRET,
  })
  if (outcome.kind !== 'sent') throw new Error(outcome.kind)
  const { challenge } = outcome
  return { challenge, typed: codeOf(challenge, SECRET), secret: SECRET }
}

function accept(
  context: Context,
  token: string,
  given: Awaited<ReturnType<typeof code>> | null,
  name: string | null = null,
  sessionId: string | null = null,
) {
  return acceptInvitation(context, {
    token,
    code: given,
    name,
    consents: [],
    locale: 'id',
    auth,
    clientKey: 'client',
    sessionId,
  })
}

const asCookie = (lines: readonly string[]) => lines.map((line) => line.split(';')[0]).join('; ')
const members = async () =>
  db().select().from(schema.membership).where(eq(schema.membership.organisationId, company))
const row = async (id: string) =>
  (await db().select().from(schema.invitation).where(eq(schema.invitation.id, id)))[0]

/** Somebody with a proven number, in no team. */
async function somebody(phoneE164 = phone(), name = 'Salma'): Promise<Person> {
  const personId = newId()
  await db().insert(schema.person).values({ id: personId, name, phoneE164, phoneVerified: true })
  return { kind: 'person', personId, memberships: [], organisationId: null }
}

describe('an invitation', () => {
  it('goes to its address alone, and its link is kept nowhere but in the message', async () => {
    const { id, address, token } = await invite()
    const kept = await row(id)
    expect(JSON.stringify(kept)).not.toContain(token)
    expect(kept?.tokenHash).toMatch(/^[0-9a-f]{64}$/)
    expect(kept?.expiresAt).toEqual(later(14))
    const [sent] = await db().select().from(schema.message).where(eq(schema.message.aboutId, id))
    expect(sent).toMatchObject({
      template: 'organisation-invitation',
      channel: 'whatsapp',
      address,
      isAddressFixed: true,
      state: 'waiting',
      aboutKind: 'invitation',
    })
  })

  it('lets somebody new in by the code that went to the address, once, with a name', async () => {
    const { id, address, token } = await invite()
    const given = await code(token)
    const proven = await accept(visitor(), token, given)
    expect(proven.kind).toBe('proven')
    const cookie = asCookie(proven.kind === 'proven' ? proven.cookies : [])
    const { signedIn } = await readViewer(visitor(), { auth, cookie })
    if (!signedIn) throw new Error('nobody is signed in')
    expect(await readInvitation(as(signedIn.actor), { token })).toMatchObject({
      reader: 'receiver',
      lacksName: true,
      lacksConsent: false,
    })
    expect(await accept(as(signedIn.actor), token, null)).toEqual({ kind: 'name-missing' })
    expect(await accept(as(signedIn.actor), token, null, 'Ibu Salma', signedIn.sessionId)).toMatchObject({
      kind: 'accepted',
      organisationKind: 'pesantren',
    })
    const after = await readViewer(visitor(), { auth, cookie })
    expect(after.signedIn?.viewer).toMatchObject({ personName: 'Ibu Salma', organisationId: company })
    expect(after.signedIn?.viewer.organisations).toMatchObject([{ id: company, role: 'editor' }])
    const [who] = await db().select().from(schema.person).where(eq(schema.person.phoneE164, address))
    expect(who).toMatchObject({ phoneVerified: true, name: 'Ibu Salma' })
    const agreed = await db()
      .select()
      .from(schema.consent)
      .where(eq(schema.consent.personId, who?.id ?? ''))
    expect(agreed).toMatchObject([{ kind: 'privacy', text: 'Setuju' }])
    // Used up: neither the link, nor the code, nor the address is left.
    expect(await row(id)).toMatchObject({ acceptedBy: who?.id, address: null })
    expect(await tokenOf(id)).toBe('undefined')
    expect(await readInvitation(visitor(), { token })).toMatchObject({ kind: 'over', why: 'used' })
    expect(await accept(visitor(), token, given)).toEqual({ kind: 'gone' })
    const shown = await listTeam(as(owner), { page: 1 })
    expect(shown?.members.map(({ name, role }) => `${name} ${role}`)).toContain('Ibu Salma editor')
    expect(shown?.invitations).toEqual([])
  })

  it('is accepted with one tap by whoever has proven the address before, and again by the same alone', async () => {
    const receiver = await somebody()
    const [who] = await db().select().from(schema.person).where(eq(schema.person.id, receiver.personId))
    const { token } = await invite(who?.phoneE164 ?? '')
    expect(await accept(as(receiver), token, null)).toMatchObject({ kind: 'accepted' })
    expect(await accept(as(receiver), token, null)).toMatchObject({ kind: 'accepted' })
    expect(await accept(as(await somebody()), token, null)).toEqual({ kind: 'gone' })
    expect(await members()).toHaveLength(2)
  })

  it('in a thief’s hands lets nobody in', async () => {
    const address = phone()
    const { id, token } = await invite(address)
    const thief = await somebody()
    expect(await readInvitation(as(thief), { token })).toMatchObject({ kind: 'open', reader: 'other' })
    expect(JSON.stringify(await readInvitation(as(thief), { token }))).not.toContain(address)
    expect(await accept(as(thief), token, null, 'Pencuri')).toEqual({ kind: 'not-receiver' })
    await expect(accept(visitor(), token, null, 'Pencuri')).rejects.toMatchObject({ code: 'forbidden' })
    // A code of another invitation, which the thief does receive, opens this one as little.
    const own = await invite()
    const foreign = await code(own.token)
    expect(await accept(visitor(), token, foreign)).toEqual({ kind: 'code', failure: { kind: 'unknown' } })
    const asked = await code(token)
    expect(
      await accept(visitor(), token, { ...asked, typed: asked.typed === '000000' ? '111111' : '000000' }),
    ).toEqual({ kind: 'code', failure: { kind: 'wrong', triesLeft: 4 } })
    // Somebody who only wrote the number down has not proven it.
    const liar = await somebody()
    await db()
      .update(schema.person)
      .set({ phoneE164: address, phoneVerified: false })
      .where(eq(schema.person.id, liar.personId))
    expect(await accept(as(liar), token, null)).toEqual({ kind: 'not-receiver' })
    expect(await members()).toHaveLength(1)
    expect(await row(id)).toMatchObject({ acceptedAt: null })
  })

  it('accepted by several at the same time makes one membership', async () => {
    const receiver = await somebody()
    const [who] = await db().select().from(schema.person).where(eq(schema.person.id, receiver.personId))
    const { token } = await invite(who?.phoneE164 ?? '')
    const given = await code(token)
    const outcomes = await Promise.all([
      ...Array.from({ length: 4 }, () => accept(as(receiver), token, null)),
      ...Array.from({ length: 4 }, () => accept(visitor(), token, given)),
    ])
    expect(outcomes.filter(({ kind }) => kind === 'accepted').length).toBeGreaterThan(0)
    for (const { kind } of outcomes) expect(['accepted', 'gone', 'code']).toContain(kind)
    expect((await members()).filter(({ personId }) => personId === receiver.personId)).toHaveLength(1)
  })

  it('ends after 14 days, with its calling back, and when its organisation is closed', async () => {
    const { id, token } = await invite()
    const given = await code(token)
    expect(await readInvitation(visitor(later(14)), { token })).toMatchObject({
      kind: 'over',
      why: 'expired',
    })
    expect(await accept(visitor(later(14)), token, given)).toEqual({ kind: 'gone' })
    await db()
      .update(schema.organisation)
      .set({ verification: 'closed' })
      .where(eq(schema.organisation.id, company))
    expect(await readInvitation(visitor(), { token })).toMatchObject({ kind: 'over', why: 'closed' })
    expect(await accept(visitor(), token, given)).toEqual({ kind: 'gone' })
    await db()
      .update(schema.organisation)
      .set({ verification: 'verified' })
      .where(eq(schema.organisation.id, company))
    expect(await revokeInvitation(as(owner), { invitationId: id })).toEqual({ kind: 'revoked' })
    expect(await revokeInvitation(as(owner), { invitationId: id })).toEqual({ kind: 'revoked' })
    expect(await readInvitation(visitor(), { token })).toMatchObject({ kind: 'over', why: 'revoked' })
    expect(await accept(visitor(), token, given)).toEqual({ kind: 'gone' })
    const [sent] = await db().select().from(schema.message).where(eq(schema.message.aboutId, id))
    expect(sent).toMatchObject({ state: 'void', address: null })
    expect(sent?.variables).not.toHaveProperty('token')
  })

  it('that nobody sent is unknown, whatever it looks like', async () => {
    for (const token of ['', 'nonsense', 'A'.repeat(43), `${'A'.repeat(42)}!`])
      expect(await readInvitation(visitor(), { token })).toEqual({ kind: 'unknown' })
  })

  it('sent again has a new link, and the one before is worth nothing', async () => {
    const { id, token } = await invite()
    const outcome = await resendInvitation(as(owner, later(3)), { invitationId: id, clientKey: 'client' })
    expect(outcome).toEqual({ kind: 'sent' })
    const next = await tokenOf(id)
    expect(next).not.toBe(token)
    expect(await readInvitation(visitor(), { token })).toEqual({ kind: 'unknown' })
    expect(await readInvitation(visitor(), { token: next })).toMatchObject({
      kind: 'open',
      expiresAt: later(17),
    })
    for (let n = 1; n < RESEND_LIMIT.limit; n++)
      await resendInvitation(as(owner, later(3)), { invitationId: id, clientKey: 'client' })
    expect(
      await resendInvitation(as(owner, later(3)), { invitationId: id, clientKey: 'client' }),
    ).toMatchObject({ kind: 'too-many' })
  })

  it('goes once to an address, to no member, to no sample address, and not all day', async () => {
    const { id, address } = await invite()
    const ask = (to: string, channel: 'whatsapp' | 'mail' = 'whatsapp') =>
      inviteMember(as(owner), { channel, address: to, role: 'member', locale: 'id', clientKey: 'client' })
    expect(await ask(address)).toEqual({ kind: 'already-invited', invitationId: id })
    expect(await ask('nama@pondok.example', 'mail')).toEqual({ kind: 'address-sample' })
    const email = `rina-${newId()}@toko.id`
    await addPerson(database, company, 'pesantren', 'member', { name: 'Rina', email, emailVerified: true })
    expect(await ask(email, 'mail')).toEqual({ kind: 'already-member', name: 'Rina' })
    const same = phone()
    const twice = await Promise.all([ask(same), ask(same)])
    expect(twice.map(({ kind }) => kind).sort()).toEqual(['already-invited', 'invited'])
    for (let n = 2; n < INVITATION_LIMIT.limit; n++) await ask(phone())
    expect(await ask(phone())).toMatchObject({ kind: 'too-many' })
  })

  it('gives who is in already the wider role, and never a narrower one', async () => {
    const editor = await somebody()
    const [who] = await db().select().from(schema.person).where(eq(schema.person.id, editor.personId))
    const narrow = await invite(who?.phoneE164 ?? '', 'member')
    await db()
      .insert(schema.membership)
      .values({ personId: editor.personId, organisationId: company, role: 'editor' })
    expect(await accept(as(editor), narrow.token, null)).toMatchObject({ kind: 'accepted' })
    const role = async () => (await members()).find(({ personId }) => personId === editor.personId)?.role
    expect(await role()).toBe('editor')
  })
})

describe('a team', () => {
  it('is managed by owners alone; others see who is in it and not how to reach them', async () => {
    const editor = await addPerson(database, company, 'pesantren', 'editor')
    const stranger = await addPerson(database, await addCompany(database, 'buyer', newId()), 'buyer')
    await db()
      .update(schema.person)
      .set({ email: `${company}@pondok.id`, phoneE164: phone() })
      .where(eq(schema.person.id, owner.personId))
    const { id } = await invite()
    const seen = await listTeam(as(editor), { page: 1 })
    expect(seen).toMatchObject({ mayManage: false, invitations: [], total: 2 })
    expect(seen?.members.find(({ isMe }) => !isMe)?.contact).toBeNull()
    const managed = await listTeam(as(owner), { page: 1 })
    expect(managed?.invitations).toMatchObject([
      { id, message: { state: 'waiting', at: expect.any(Date) }, sampleToken: null },
    ])
    expect(managed?.members[0]?.contact).toMatchObject({
      email: `${company}@pondok.id`,
      phone: expect.stringContaining('•'),
    })
    for (const actor of [editor, stranger]) {
      const code = actor === editor ? 'forbidden' : 'not-found'
      await expect(revokeInvitation(as(actor), { invitationId: id })).rejects.toMatchObject({ code })
      await expect(resendInvitation(as(actor), { invitationId: id, clientKey: 'x' })).rejects.toMatchObject({
        code,
      })
      await expect(removeMember(as(actor), { personId: owner.personId })).rejects.toMatchObject({ code })
      await expect(changeRole(as(actor), { personId: owner.personId, role: 'member' })).rejects.toMatchObject(
        { code },
      )
    }
    await expect(listTeam(visitor(), { page: 1 })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await listTeam(as(await somebody()), { page: 1 })).toBeNull()
  })

  it('of the organiser is managed by each of its members', async () => {
    const organiser = await addCompany(database, 'organiser', `panitia-${newId().slice(-6)}`)
    const one = await addPerson(database, organiser, 'organiser', 'member')
    const { token } = await invite(phone(), 'member', one)
    expect(await readInvitation(visitor(), { token })).toMatchObject({ kind: 'open', role: 'member' })
    await expect(invite(phone(), 'owner', one)).rejects.toMatchObject({ code: 'not-found' })
    expect(await leaveOrganisation(as(one))).toEqual({ kind: 'last-owner' })
    await addPerson(database, organiser, 'organiser', 'member')
    expect(await leaveOrganisation(as(one))).toEqual({ kind: 'left' })
  })

  it('ends somebody’s acting with the removal', async () => {
    const editor = await addPerson(database, company, 'pesantren', 'editor')
    const sessionId = newId()
    await db()
      .insert(schema.session)
      .values({
        id: sessionId,
        personId: editor.personId,
        organisationId: company,
        token: newId(),
        expiresAt: later(30),
      })
    expect(await removeMember(as(owner), { personId: editor.personId })).toEqual({ kind: 'removed' })
    expect(await members()).toHaveLength(1)
    const [left] = await db().select().from(schema.session).where(eq(schema.session.id, sessionId))
    expect(left?.organisationId).toBeNull()
    // A request that began before still finds no way to change anything.
    await expect(leaveOrganisation(as(editor))).rejects.toMatchObject({ code: 'not-found' })
    await expect(removeMember(as(owner), { personId: editor.personId })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('of sample accounts that everybody may use is changed by nobody', async () => {
    const sample = { isSample: true, email: 'hasan@darul-muttaqin-3.example', emailVerified: true }
    company = await addCompany(database, 'pesantren', `sampel-${newId().slice(-8)}`, { isSample: true })
    const shared = await addPerson(database, company, 'pesantren', 'owner', sample)
    const other = await addPerson(database, company, 'pesantren', 'owner', { isSample: true })
    const invitationId = newId()
    await db()
      .insert(schema.invitation)
      .values({
        id: invitationId,
        organisationId: company,
        role: 'editor',
        channel: 'mail',
        address: 'lain@darul-muttaqin-3.example',
        locale: 'id',
        tokenHash: newId(),
        expiresAt: later(3),
        isSample: true,
      })
    const invited = { channel: 'mail' as const, address: 'tamu@darul-muttaqin-3.example' }
    for (const [by, whom] of [
      [shared, other],
      [other, shared],
    ] as const) {
      const tried = [
        inviteMember(as(by), { ...invited, role: 'owner', locale: 'id', clientKey: 'client' }),
        resendInvitation(as(by), { invitationId, clientKey: 'client' }),
        revokeInvitation(as(by), { invitationId }),
        changeRole(as(by), { personId: whom.personId, role: 'member' }),
        removeMember(as(by), { personId: whom.personId }),
      ]
      for (const outcome of await Promise.all(tried)) expect(outcome).toEqual({ kind: 'shared' })
    }
    expect(await leaveOrganisation(as(shared))).toEqual({ kind: 'shared' })
    expect(await members()).toHaveLength(2)
    expect((await row(invitationId))?.revokedAt).toBeNull()
    expect(await listTeam(as(shared), { page: 1 })).toMatchObject({ isShared: true, mayManage: false })

    // Nor does an invitation take the account elsewhere.
    company = await addCompany(database, 'pesantren', `sampel-${newId().slice(-8)}`, { isSample: true })
    const host = await addPerson(database, company, 'pesantren', 'owner', { isSample: true })
    const asked = await inviteMember(as(host), {
      channel: 'mail',
      address: sample.email,
      role: 'owner',
      locale: 'id',
      clientKey: 'client',
    })
    if (asked.kind !== 'invited') throw new Error(asked.kind)
    await db().insert(schema.province).values({ code: '32', name: 'Jawa Barat' })
    await db()
      .insert(schema.edition)
      .values({
        id: newId(),
        slug: 'sampel',
        name: { id: 'Sampel' },
        provinceCode: '32',
        startsOn: '2026-01-01',
        isOpen: true,
        isSample: true,
      })
    const token = await tokenOf(asked.invitationId)
    expect(await accept(as(shared), token, null)).toEqual({ kind: 'not-receiver' })
    expect(await members()).toMatchObject([{ personId: host.personId }])
    await db().delete(schema.edition)
  })

  it('ends with somebody’s looking after it what they have invited', async () => {
    const messageOf = async (id: string) =>
      (await db().select().from(schema.message).where(eq(schema.message.aboutId, id)))[0]
    for (const end of ['removed', 'demoted', 'left'] as const) {
      const other = await addPerson(database, company, 'pesantren', 'owner')
      const [theirs, mine] = [await invite(phone(), 'owner', other), await invite()]
      const { personId } = other
      if (end === 'removed') await removeMember(as(owner), { personId })
      if (end === 'demoted') await changeRole(as(owner), { personId, role: 'editor' })
      if (end === 'left') await leaveOrganisation(as(other))
      expect(await readInvitation(visitor(), { token: theirs.token })).toMatchObject({ why: 'revoked' })
      expect(await readInvitation(visitor(), { token: mine.token })).toMatchObject({ kind: 'open' })
      expect(await messageOf(theirs.id)).toMatchObject({ state: 'void', failure: 'inviter-left' })
    }
  })

  it('is changed no more by a request that began before the organisation was turned away', async () => {
    for (const verification of ['rejected', 'closed'] as const) {
      await db().update(schema.organisation).set({ verification }).where(eq(schema.organisation.id, company))
      await expect(invite()).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('answers kindly where the organisation becomes another while its invitation is accepted', async () => {
    const other = await addCompany(database, 'pesantren', `pondok-${newId().slice(-8)}`)
    const receiver = await somebody()
    const [{ phoneE164 } = { phoneE164: null }] = await db()
      .select()
      .from(schema.person)
      .where(eq(schema.person.id, receiver.personId))
    const { id, token } = await invite(phoneE164 ?? '')
    await db()
      .insert(schema.membership)
      .values({ personId: receiver.personId, organisationId: other, role: 'member' })
    const accepting = await db().transaction(async (tx) => {
      await tx.select().from(schema.organisation).where(eq(schema.organisation.id, company)).for('update')
      const begun = accept(as(receiver), token, null)
      await new Promise((resolve) => setTimeout(resolve, 150))
      await tx.update(schema.invitation).set({ organisationId: other }).where(eq(schema.invitation.id, id))
      return { begun }
    })
    expect(await accepting.begun).toEqual({ kind: 'gone' })
  })

  it('takes the word of no owner who is one no longer', async () => {
    const other = await addPerson(database, company, 'pesantren', 'owner')
    expect(await changeRole(as(owner), { personId: other.personId, role: 'member' })).toEqual({
      kind: 'changed',
    })
    // With the memberships that the request began with.
    await expect(removeMember(as(other), { personId: owner.personId })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('never loses its last owner: of owners who go at the same time, one stays', async () => {
    expect(await leaveOrganisation(as(owner))).toEqual({ kind: 'last-owner' })
    expect(await removeMember(as(owner), { personId: owner.personId })).toEqual({ kind: 'last-owner' })
    expect(await changeRole(as(owner), { personId: owner.personId, role: 'member' })).toEqual({
      kind: 'last-owner',
    })
    for (let round = 0; round < 5; round++) {
      const there = (await members()).filter(({ role }) => role === 'owner').length
      const more = await Promise.all(
        Array.from({ length: 6 - there }, () => addPerson(database, company, 'pesantren', 'owner')),
      )
      const owners = [...(there > 0 ? [lastOwner ?? owner] : []), ...more]
      const outcomes = await Promise.allSettled(
        owners.flatMap((one, at) => [
          at % 2 === 0
            ? leaveOrganisation(as(one))
            : changeRole(as(one), { personId: one.personId, role: 'member' }),
          removeMember(as(one), { personId: owners[(at + 1) % owners.length]?.personId ?? '' }),
        ]),
      )
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected')
          expect(['forbidden', 'not-found']).toContain((outcome.reason as { code?: string }).code)
      }
      const left = (await members()).filter(({ role }) => role === 'owner')
      expect(left.length).toBeGreaterThanOrEqual(1)
      lastOwner = owners.find(({ personId }) => personId === left[0]?.personId) ?? null
    }
  })
})
let lastOwner: Person | null = null

describe('the first organiser', () => {
  it('is invited from the machine, once for a province, and reads the code there where nothing can be sent', async () => {
    const system: Context = { ...visitor(), actor: { kind: 'system' } }
    const address = { channel: 'mail' as const, address: 'kepala@dinas.id' }
    const name = 'Dinas Contoh'
    await db()
      .update(schema.organisation)
      .set({ verification: 'closed' })
      .where(eq(schema.organisation.kind, 'organiser'))
    await expect(inviteOrganiser(as(owner), { ...address, name, locale: 'id' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const one = await inviteOrganiser(system, { ...address, name, locale: 'id' })
    const two = await inviteOrganiser(system, { ...address, name: 'Lain', locale: 'id' })
    if (one.kind !== 'invited' || two.kind !== 'invited') throw new Error('not invited')
    expect([one.isNew, two.isNew, two.organisation]).toEqual([true, false, name])
    expect(await readInvitation(visitor(), { token: one.token })).toMatchObject({ why: 'revoked' })
    expect(await readWaitingCode(system, address)).toBeNull()
    // The link before is readable nowhere any more.
    const superseded = await db().select().from(schema.message).where(eq(schema.message.state, 'void'))
    expect(superseded.find(({ failure }) => failure === 'superseded')).toMatchObject({ address: null })
    expect(JSON.stringify(superseded)).not.toContain(one.token)
    const asked = await code(two.token)
    expect(await readWaitingCode(system, address)).toBe(asked.typed)
    await expect(readWaitingCode(as(owner), address)).rejects.toMatchObject({ code: 'forbidden' })
    expect(
      await inviteOrganiser(system, { channel: 'mail', address: 'a@b.example', name, locale: 'id' }),
    ).toEqual({ kind: 'address-sample' })
  })
})
