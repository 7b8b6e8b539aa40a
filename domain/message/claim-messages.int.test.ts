import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { addCompany } from '~/test/setup/actors'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { newId } from '../shared/ids'
import type { Channel } from '../shared/message-enums'
import { codeMessageKey, hashedToken } from '../shared/message-proof.server'
import { adoptOrphans } from './adopt-orphans.server'
import { MAX_TRIES } from './after-failure'
import type { Closed } from './choose-way'
import { type ClaimInput, claimMessages } from './claim-messages.server'
import { expireMessages } from './expire-messages.server'
import { receiveWhatsapp } from './receive-whatsapp.server'
import { RecipientPace } from './recipient-pace'
import { reconcileUnknown } from './reconcile-unknown.server'
import { settleAttempt } from './settle-attempt.server'

const { message, messageAttempt, person, consent, membership, organisationClaim } = schema
/** Noon in the hall. */
const NOW = new Date('2026-12-07T05:00:00Z')
const NIGHT = new Date('2026-12-07T18:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const later = (ms: number, from = NOW) => new Date(from.getTime() + ms)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database?.drop())
beforeEach(() => database.connection.sql`truncate message, person, organisation, whatsapp_status cascade`)
const db = () => database.connection.db

let people = 0
async function somebody(has: { phone?: boolean; mail?: boolean }): Promise<string> {
  people += 1
  const id = newId()
  await db()
    .insert(person)
    .values({
      id,
      name: 'Nadia',
      phoneE164: has.phone ? `+62812${10_000_000 + people}` : null,
      phoneVerified: has.phone ?? false,
      email: has.mail ? `person${people}@people.opop.test` : null,
      emailVerified: has.mail ?? false,
    })
  await db().insert(consent).values({
    id: newId(),
    personId: id,
    kind: 'whatsapp',
    textVersion: 'test',
    text: 'Yes.',
    locale: 'id',
    grantedAt: NOW,
  })
  return id
}

async function write(change: Partial<typeof message.$inferInsert>): Promise<string> {
  const id = newId()
  await db()
    .insert(message)
    .values({
      id,
      template: 'address-changed',
      variables: { channel: 'mail', shown: 'n•••@people.opop.test' },
      locale: 'id',
      aboutKind: 'person',
      aboutId: newId(),
      notBefore: NOW,
      createdAt: NOW,
      updatedAt: NOW,
      ...change,
    })
  return id
}
const code = (change: Partial<typeof message.$inferInsert> = {}) =>
  write({
    template: 'sign-in-code',
    variables: { code: '482915', minutes: 10 },
    priority: 0,
    isAddressFixed: true,
    channel: 'whatsapp',
    address: '+6281299990001',
    expiresAt: later(10 * MINUTE),
    ...change,
  })

async function row(id: string) {
  const [found] = await db().select().from(message).where(eq(message.id, id))
  if (!found) throw new Error('no such message')
  return found
}

const setup = (until: Date): Closed => ({ until, why: 'setup' })
function claim(now = NOW, input: Partial<ClaimInput> = {}) {
  return claimMessages(
    { db: db(), now },
    {
      room: { whatsapp: 10, mail: 10 },
      configured: { whatsapp: true, mail: true },
      pace: new RecipientPace({ dailyPeople: 1_000 }),
      closed: () => null,
      addressKey: (channel, address) => `${channel}:${address}`,
      publicUrl: 'https://expo.opop.test',
      limit: 100,
      ...input,
    },
  )
}
const closedFor = (channel: Channel, closed: Closed) => (asked: Channel) =>
  asked === channel ? closed : null
/** A day's people are used up since an hour. */
function fullPace(): RecipientPace {
  const pace = new RecipientPace({ dailyPeople: 1 })
  pace.mark('somebody else', later(-HOUR).getTime())
  return pace
}
const taken = (id: string, number: number, serviceId: string, now = NOW) =>
  settleAttempt({ db: db(), now }, { messageId: id, number, answer: { kind: 'taken', serviceId } })
const told = (
  serviceId: string,
  status: 'delivered' | 'failed',
  now = NOW,
  errorCode: number | null = null,
) =>
  receiveWhatsapp(
    { db: db(), newId, now },
    { statuses: [{ serviceId, status, callbackData: null, errorCode, happenedAt: now }], messages: [] },
  )

describe('codes and links', () => {
  test.each([131000, 131056, 131042])(
    'a code that fails later with %i goes again with its code',
    async (error) => {
      const id = await code()
      await claim()
      await taken(id, 1, 'wamid.1')
      await told('wamid.1', 'failed', later(1_000), error)
      const again = await row(id)
      expect(again).toMatchObject({ state: 'waiting', variables: { code: '482915' } })
      const { claimed } = await claim(later(1_000, again.notBefore))
      expect(claimed).toMatchObject([{ number: 2, rendered: { whatsapp: { parameters: ['482915'] } } }])
      await taken(id, 2, 'wamid.2', later(20_000))
      await told('wamid.2', 'delivered', later(21_000))
      expect(await row(id)).toMatchObject({ state: 'delivered', variables: { minutes: 10 } })
    },
  )

  test('is erased as soon as a mail server has it, and never sent without', async () => {
    const id = await code({ channel: 'mail', address: 'nadia@people.opop.test' })
    await claim()
    await taken(id, 1, '<1@opop.test>')
    expect((await row(id)).variables).toEqual({ minutes: 10 })
    const lost = await code({ variables: { minutes: 10 } })
    const link = await write({
      template: 'organisation-invitation',
      variables: { organisation: 'Madu', organisationArabic: null, inviter: 'Hasan', role: 'editor' },
      isAddressFixed: true,
      channel: 'whatsapp',
      address: '+6281299990002',
    })
    expect((await claim()).claimed).toEqual([])
    for (const each of [lost, link])
      expect(await row(each)).toMatchObject({ state: 'dead', failure: 'erased' })
  })

  test('a link that WhatsApp took and tells nothing of stays for as long as it may fail', async () => {
    const id = await write({
      template: 'organisation-invitation',
      variables: { organisation: 'Madu', organisationArabic: null, inviter: 'H', role: 'editor', token: 't' },
      isAddressFixed: true,
      channel: 'whatsapp',
      address: '+6281299990002',
      expiresAt: later(72 * HOUR),
    })
    await claim()
    await taken(id, 1, 'wamid.1')
    await expireMessages({ db: db(), now: later(48 * HOUR) })
    await told('wamid.1', 'failed', later(49 * HOUR), 131000)
    const { claimed } = await claim(later(50 * HOUR))
    expect(claimed[0]?.rendered.whatsapp.buttons).toMatchObject([{ suffix: 'id/invitations/t' }])
    await expireMessages({ db: db(), now: later(73 * HOUR) })
    expect((await row(id)).variables).not.toHaveProperty('token')
  })

  test('what is void for its time and arrives all the same says when', async () => {
    const id = await code()
    await claim()
    await adoptOrphans({ db: db(), now: later(1_000) }, { ours: [] })
    await expireMessages({ db: db(), now: later(11 * MINUTE) })
    const at = later(12 * MINUTE)
    await receiveWhatsapp(
      { db: db(), newId, now: at },
      {
        statuses: [
          {
            serviceId: 'wamid.1',
            status: 'delivered',
            callbackData: `${id}:1`,
            errorCode: null,
            happenedAt: at,
          },
        ],
        messages: [],
      },
    )
    expect(await row(id)).toMatchObject({ state: 'void', failure: 'expired', deliveredAt: at })
  })
})

describe('a channel that is set up wrongly', () => {
  const closed = closedFor('whatsapp', setup(later(5 * MINUTE)))
  const room = { whatsapp: 0, mail: 10 }

  test('leaves what can go by the other to it, bound or not; the rest waits', async () => {
    const both = await somebody({ phone: true, mail: true })
    const fresh = await write({ personId: both })
    const bound = await write({ personId: both, channel: 'whatsapp', address: '+6281200000000', attempts: 3 })
    const phoneOnly = await write({ personId: await somebody({ phone: true }) })
    const { claimed } = await claim(NOW, { closed, room })
    expect(new Set(claimed.map(({ messageId, channel }) => `${messageId} ${channel}`))).toEqual(
      new Set([`${fresh} mail`, `${bound} mail`]),
    )
    for (const id of [fresh, bound])
      expect(await row(id)).toMatchObject({
        state: 'sending',
        channel: 'mail',
        fellBackFrom: 'whatsapp',
        attempts: 1,
      })
    expect(await row(phoneOnly)).toMatchObject({
      state: 'waiting',
      channel: 'whatsapp',
      fellBackFrom: null,
      notBefore: later(5 * MINUTE),
    })
  })

  test('ends what has no other way and would be too late as dead, for the organiser', async () => {
    const reminder = await write({ personId: await somebody({ phone: true }), expiresAt: later(4 * MINUTE) })
    const aCode = await code({ expiresAt: later(4 * MINUTE) })
    await claim(NOW, { closed, room })
    for (const id of [reminder, aCode])
      expect(await row(id)).toMatchObject({ state: 'dead', failure: 'setup' })
  })

  test('is left, after its pause too, by a message whose own try has failed so', async () => {
    const id = await write({ personId: await somebody({ phone: true, mail: true }) })
    await claim()
    await settleAttempt(
      { db: db(), now: NOW },
      { messageId: id, number: 1, answer: { kind: 'failed', failure: 'setup', serviceCode: '190' } },
    )
    const { claimed } = await claim(later(6 * MINUTE))
    expect(claimed).toMatchObject([{ messageId: id, channel: 'mail' }])
  })

  test('and says so only later, with a status, is given up after as many tries as any other', async () => {
    const id = await write({ personId: await somebody({ phone: true }) })
    let now = NOW
    for (let number = 1; number <= MAX_TRIES; number++) {
      expect((await claim(now)).claimed).toHaveLength(1)
      await taken(id, number, `wamid.${number}`, now)
      await told(`wamid.${number}`, 'failed', now, 131042)
      now = later(6 * MINUTE, now)
    }
    await claim(now)
    expect(await row(id)).toMatchObject({ state: 'dead', failure: 'setup' })
  })
})

describe("a day's people are used up", () => {
  test('what would be too late goes by the other channel, or is dead; what has time waits', async () => {
    const both = await somebody({ phone: true, mail: true })
    const soon = await write({ personId: both, expiresAt: later(20 * HOUR) })
    const inTime = await write({ personId: both, expiresAt: later(50 * HOUR) })
    const always = await write({ personId: both })
    const alone = await write({ personId: await somebody({ phone: true }), expiresAt: later(20 * HOUR) })
    const { claimed } = await claim(NOW, { pace: fullPace() })
    expect(claimed).toMatchObject([{ messageId: soon, channel: 'mail' }])
    expect(await row(soon)).toMatchObject({ fellBackFrom: 'whatsapp' })
    for (const id of [inTime, always])
      expect(await row(id)).toMatchObject({ state: 'waiting', notBefore: later(23 * HOUR) })
    expect(await row(alone)).toMatchObject({ state: 'dead', failure: 'too-late' })
  })
})

test('a service that fails for long: what has a time and another channel goes by that; the others wait', async () => {
  const both = await somebody({ phone: true, mail: true })
  const bound = { channel: 'whatsapp' as const, address: '+6281200000000' }
  const reminder = await write({ personId: both, expiresAt: later(HOUR), ...bound })
  const news = await write({ personId: both, ...bound })
  const down: Closed = { until: later(MINUTE), why: 'unavailable' }
  const { claimed } = await claim(NOW, {
    closed: closedFor('whatsapp', down),
    room: { whatsapp: 0, mail: 10 },
  })
  expect(claimed).toMatchObject([{ messageId: reminder, channel: 'mail' }])
  expect(await row(news)).toMatchObject({ state: 'waiting', channel: 'whatsapp', notBefore: NOW })
})

describe('at night', () => {
  const answered = { template: 'verification-approved' as const, variables: { organisation: 'Madu' } }

  test('no retry, no fall-back and nothing that waited for long rings; what was written just now does', async () => {
    const old = async () => ({
      ...answered,
      personId: await somebody({ phone: true, mail: true }),
      createdAt: later(-HOUR, NIGHT),
      notBefore: NIGHT,
    })
    const retried = await write({ ...(await old()), attempts: 1, attemptedAt: later(-MINUTE, NIGHT) })
    const fellBack = await write({ ...(await old()), fellBackFrom: 'whatsapp' })
    const waited = await write(await old())
    const fresh = await write({ ...(await old()), createdAt: later(-1_000, NIGHT) })
    const { claimed } = await claim(NIGHT)
    expect(claimed.map(({ messageId }) => messageId)).toEqual([fresh])
    for (const id of [retried, fellBack, waited])
      expect(await row(id)).toMatchObject({ state: 'waiting', notBefore: new Date('2026-12-07T23:00:00Z') })
    expect((await claim(new Date('2026-12-07T23:00:00Z'))).claimed).toHaveLength(3)
  })

  test('a retry of what would be too late in the morning rings, and a code', async () => {
    const personId = await somebody({ phone: true })
    const tried = { attempts: 1, attemptedAt: later(-MINUTE, NIGHT), notBefore: NIGHT, createdAt: NOW }
    await write({ ...answered, ...tried, personId, expiresAt: new Date('2026-12-07T23:30:00Z') })
    await code({ ...tried, expiresAt: later(5 * MINUTE, NIGHT) })
    expect((await claim(NIGHT)).claimed).toHaveLength(2)
  })
})

test('who has left an organisation gets none of its news; a claim that was rejected is answered', async () => {
  const organisationId = await addCompany(database, 'offtaker', 'pembeli')
  const [left, stays, claimant] = [
    await somebody({ phone: true }),
    await somebody({ phone: true }),
    await somebody({ phone: true }),
  ]
  await db()
    .insert(membership)
    .values([left, stays].map((personId) => ({ personId, organisationId, role: 'owner' as const })))
  await db().insert(organisationClaim).values({
    id: newId(),
    organisationId,
    personId: claimant,
    state: 'rejected',
    reason: 'unclear',
    decidedAt: NOW,
  })
  const rejected = { template: 'verification-rejected' as const, organisationId }
  const variables = { organisation: 'Madu', reason: 'unclear' }
  const ids = new Map<string, string>()
  for (const personId of [left, stays, claimant])
    ids.set(personId, await write({ ...rejected, variables, personId }))
  await db().delete(membership).where(eq(membership.personId, left))
  const { claimed } = await claim()
  expect(new Set(claimed.map(({ messageId }) => messageId))).toEqual(
    new Set([ids.get(stays), ids.get(claimant)]),
  )
  expect(await row(ids.get(left) ?? '')).toMatchObject({ state: 'void', failure: 'nobody' })
})

test('after an outage WhatsApp has its quarter of an hour from when we listen again', async () => {
  const personId = await somebody({ phone: true })
  const id = await write({ personId })
  await claim()
  // Down for two hours; then others go, and WhatsApp tells of them first.
  const back = later(2 * HOUR)
  await adoptOrphans({ db: db(), now: back }, { ours: [] })
  const other = await write({ personId: await somebody({ phone: true }), notBefore: back, createdAt: back })
  await claim(back)
  await taken(other, 1, 'wamid.other', back)
  await told('wamid.other', 'delivered', later(1_000, back))
  expect(await reconcileUnknown({ db: db(), now: later(10 * MINUTE, back) })).toEqual([])
  expect(await reconcileUnknown({ db: db(), now: later(16 * MINUTE, back) })).toEqual([id])
  const [attempt] = await db().select().from(messageAttempt).where(eq(messageAttempt.messageId, id))
  expect(attempt).toMatchObject({ failure: 'no-answer', serviceCode: 'not-taken' })
})

describe('what was sent anew meanwhile', () => {
  const failLate = async (id: string) => {
    await claim()
    await taken(id, 1, `wamid.${id}`)
    // Refused for now: it waits and goes again.
    await told(`wamid.${id}`, 'failed', later(MINUTE), 131000)
    expect(await row(id)).toMatchObject({ state: 'waiting' })
  }

  test.each([
    ['used', { usedAt: later(MINUTE) }],
    ['superseded', { expiresAt: later(MINUTE) }],
  ])('a code that was %s does not go again when WhatsApp tells late that it failed', async (_, change) => {
    const live = { channel: 'whatsapp' as const, address: '+6281299990001' }
    const challenges = [newId(), newId()]
    for (const challenge of challenges)
      await db()
        .insert(schema.oneTimeCode)
        .values({
          id: challenge,
          purpose: 'enter',
          ...live,
          codeHash: '',
          locale: 'id',
          expiresAt: later(10 * MINUTE),
          createdAt: NOW,
        })
    const [old = '', other = ''] = challenges
    const message = await code({ dedupeKey: codeMessageKey(old) })
    const kept = await code({ dedupeKey: codeMessageKey(other), address: live.address })
    await failLate(message)
    await db().update(schema.oneTimeCode).set(change).where(eq(schema.oneTimeCode.id, old))
    const again = await claim(later(5 * MINUTE))
    expect(again.claimed).toEqual([])
    expect(await row(message)).toMatchObject({ state: 'void', failure: 'over' })
    // The other browser's code stands.
    expect(await row(kept)).toMatchObject({ state: 'sending' })
  })

  test('an invitation’s first link does not go after the second', async () => {
    const organisationId = await addCompany(database, 'offtaker', 'undangan')
    const id = newId()
    await db()
      .insert(schema.invitation)
      .values({
        id,
        organisationId,
        role: 'member',
        channel: 'whatsapp',
        address: '+6281299990002',
        locale: 'id',
        tokenHash: hashedToken('the second'),
        expiresAt: later(24 * HOUR),
      })
    const link = (token: string) =>
      code({
        template: 'organisation-invitation',
        variables: {
          organisation: 'Baraka',
          organisationArabic: null,
          inviter: 'Nadia',
          role: 'member',
          token,
        },
        aboutKind: 'invitation',
        aboutId: id,
        address: '+6281299990002',
        expiresAt: null,
      })
    const [first, second] = [await link('the first'), await link('the second')]
    await claim()
    expect(await row(first)).toMatchObject({ state: 'void', failure: 'over' })
    expect(await row(second)).toMatchObject({ state: 'sending' })
  })
})
