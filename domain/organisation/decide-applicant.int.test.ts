import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { readBoothRows, readProductRows } from '~/search/documents/read-rows.server'
import { actorFor, addPerson } from '~/test/setup/actors'
import { type MeetingHall, openMeetingHall, type Side } from '~/test/setup/meeting-hall'
import { wholeValues } from '../account/joining.schema'
import { readBooth } from '../booth/read-booth.server'
import { readSitemap } from '../edition/read-sitemap.server'
import { acceptMeeting } from '../meeting/accept-meeting.server'
import { bookMeeting } from '../meeting/book-meeting.server'
import { readMeeting } from '../meeting/read-meeting.server'
import { isStillDue } from '../message/is-still-due.server'
import { changeProductState } from '../product/change-product-state.server'
import type { Actor } from '../shared/context'
import type { OrganisationKind } from '../shared/enums'
import { newId } from '../shared/ids'
import { findSimilar } from '../shared/similar-organisations.server'
import { answerOrganiser } from './answer-organiser.server'
import { decideApplicant } from './decide-applicant.server'
import { decideClaim } from './decide-claim.server'
import { giveBooth } from './give-booth.server'
import { listApplicants } from './list-applicants.server'
import { readApplicant } from './read-applicant.server'
import { readOwnVerification } from './read-own-verification.server'

let hall: MeetingHall
let count = 0
/** Made first: their slots are the first ones. */
let hosts: Side[]

beforeAll(async () => {
  hall = await openMeetingHall({ max: 12 })
  hosts = [await hall.host(), await hall.host({ seats: 2 }), await hall.host()]
  const { db } = hall.database.connection
  await db.insert(schema.district).values([
    { code: '320501', regencyCode: '3205', name: 'Garut Kota' },
    { code: '320502', regencyCode: '3205', name: 'Leles' },
  ])
})
afterAll(() => hall.database.drop())

function hostAt(at: number): Side {
  const host = hosts[at]
  if (!host) throw new Error('there are three')
  return host
}

const organiser = () => hall.as({ actor: hall.organiser })

async function applicant(
  kind: OrganisationKind = 'pesantren',
  change: Partial<typeof schema.organisation.$inferInsert> = {},
) {
  const { db } = hall.database.connection
  const id = newId()
  const slug = `applicant-${count++}`
  await db.insert(schema.organisation).values({
    id,
    kind,
    slug,
    name: `Al-Manar ${slug}`,
    regencyCode: kind === 'pesantren' ? '3205' : null,
    districtCode: kind === 'pesantren' ? '320501' : null,
    field: kind === 'pesantren' ? 'pertanian' : null,
    countryCode: kind === 'pesantren' ? null : 'ID',
    verification: 'pending',
    verificationAt: hall.context.now,
    ...change,
  })
  await db.insert(schema.seat).values({ organisationId: id, number: 1 })
  const { personId } = await addPerson(hall.database, id, kind)
  await db.insert(schema.verificationEvent).values({ organisationId: id, kind: 'submitted', personId })
  const as = async () => {
    const [row] = await db.select().from(schema.organisation).where(eq(schema.organisation.id, id))
    return hall.as({
      actor: actorFor(id, kind, { personId, verification: row?.verification ?? 'pending' }) as Actor,
    })
  }
  const seen = async () => (await readApplicant(organiser(), { organisationId: id })).seen
  const actor = actorFor(id, kind, { personId, verification: 'pending' })
  return { id, slug, name: `Al-Manar ${slug}`, personId, actor, as, seen }
}

const messagesOf = (id: string) =>
  hall.database.connection.db
    .select({
      template: schema.message.template,
      variables: schema.message.variables,
      to: schema.message.personId,
    })
    .from(schema.message)
    .where(eq(schema.message.aboutId, id))
    .orderBy(schema.message.createdAt, schema.message.id)

describe('the organiser’s word', () => {
  it('asks back, is answered with what was mended, approves, and the booth stands', async () => {
    const one = await applicant()
    const asked = await decideApplicant(organiser(), {
      organisationId: one.id,
      seen: await one.seen(),
      decision: { kind: 'ask-back', question: 'Di kecamatan mana?' },
    })
    expect(asked).toEqual({ kind: 'done', booth: null })
    const own = await readOwnVerification(await one.as())
    expect(own.organisation).toMatchObject({ said: 'Di kecamatan mana?', maySend: true })
    const answer = {
      seen: own.organisation?.seen ?? 0,
      answer: 'Di Leles.',
      values: wholeValues({
        name: 'Al-Manar Leles',
        regencyCode: '3205',
        districtCode: '320502',
        field: 'pertanian',
      }),
      locale: 'id' as const,
    }
    expect(await answerOrganiser(await one.as(), { ...answer, answer: ' ' })).toEqual({
      kind: 'invalid',
      problems: { answer: 'text-missing' },
    })
    expect(
      await answerOrganiser(await one.as(), {
        ...answer,
        values: wholeValues({ ...answer.values, name: '' }),
      }),
    ).toEqual({ kind: 'invalid', problems: { name: 'name-missing' } })
    expect(await answerOrganiser(await one.as(), answer)).toEqual({ kind: 'sent' })
    expect(await answerOrganiser(await one.as(), answer)).toMatchObject({ kind: 'changed' })

    const waiting = await listApplicants(organiser(), {
      state: 'waiting',
      kind: null,
      regencyCode: null,
      page: 1,
    })
    expect(waiting.rows.find(({ organisationId }) => organisationId === one.id)).toMatchObject({
      name: 'Al-Manar Leles',
      state: 'answered',
    })
    const before = await hall.database.connection.db.$count(schema.outbox)
    expect(
      await decideApplicant(organiser(), {
        organisationId: one.id,
        seen: await one.seen(),
        decision: { kind: 'approve' },
      }),
    ).toMatchObject({ kind: 'done', booth: { kind: 'placed', pavilion: 1 } })
    expect(await hall.database.connection.db.$count(schema.outbox)).toBe(before + 1)
    expect((await readBooth(hall.context, { slug: one.slug, locale: 'id' })).place).toMatchObject({
      pavilion: 1,
    })
    expect(await messagesOf(one.id)).toEqual([
      {
        template: 'verification-asked-back',
        to: one.personId,
        variables: { organisation: one.name, question: 'Di kecamatan mana?' },
      },
      { template: 'verification-approved', to: one.personId, variables: { organisation: 'Al-Manar Leles' } },
    ])
    const { history, hasBooth } = await readApplicant(organiser(), { organisationId: one.id })
    expect(history.map(({ kind }) => kind)).toEqual(['submitted', 'asked-back', 'answered', 'approved'])
    expect(hasBooth).toBe(true)
    expect(await giveBooth(organiser(), { organisationId: one.id })).toEqual({ kind: 'there' })
  })

  it('rejects with a reason; the owner sends again', async () => {
    const one = await applicant('offtaker')
    const decision = { kind: 'reject' as const, reason: 'Tidak dapat dihubungi.' }
    await decideApplicant(organiser(), { organisationId: one.id, seen: await one.seen(), decision })
    expect(await messagesOf(one.id)).toMatchObject([
      { template: 'verification-rejected', variables: { reason: 'Tidak dapat dihubungi.' } },
    ])
    const { organisation } = await readOwnVerification(await one.as())
    expect(organisation?.said).toBe('Tidak dapat dihubungi.')
    const values = wholeValues({ name: 'Toko Baru', buys: 'Madu dan kopi' })
    const answer = { seen: organisation?.seen ?? 0, answer: '', values, locale: 'id' as const }
    expect(await answerOrganiser(await one.as(), answer)).toEqual({ kind: 'sent' })
    const { history } = await readApplicant(organiser(), { organisationId: one.id })
    expect(history.at(-1)?.kind).toBe('submitted')
  })

  it('waits for the owner’s morning, and is dropped where the owner was quicker on the page', async () => {
    const { db } = hall.database.connection
    const one = await applicant()
    const abroad = await addPerson(hall.database, one.id, 'pesantren')
    await db
      .update(schema.person)
      .set({ timeZone: 'America/New_York' })
      .where(eq(schema.person.id, abroad.personId))
    // 22:30 in Jakarta, 10:30 in New York.
    const now = new Date('2026-11-10T15:30:00Z')
    await decideApplicant(
      { ...organiser(), now },
      {
        organisationId: one.id,
        seen: await one.seen(),
        decision: { kind: 'ask-back', question: 'Di mana?' },
      },
    )
    const rows = await db.select().from(schema.message).where(eq(schema.message.aboutId, one.id))
    expect(Object.fromEntries(rows.map(({ personId, notBefore }) => [personId, notBefore]))).toEqual({
      [one.personId]: new Date('2026-11-10T23:00:00Z'),
      [abroad.personId]: now,
    })
    expect(new Set(rows.map(({ expiresAt }) => expiresAt?.toISOString()))).toEqual(
      new Set(['2026-12-10T15:30:00.000Z']),
    )
    expect([...(await isStillDue(db, rows, now)).values()]).toEqual([true, true])
    await db
      .update(schema.organisation)
      .set({ verification: 'pending' })
      .where(eq(schema.organisation.id, one.id))
    expect([...(await isStillDue(db, rows, now)).values()]).toEqual(['answered', 'answered'])
  })

  it('is taken once: of two organisers at the same moment the second is told', async () => {
    const one = await applicant()
    const seen = await one.seen()
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() =>
        decideApplicant(organiser(), { organisationId: one.id, seen, decision: { kind: 'approve' } }),
      ),
    )
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1)
    expect(outcomes.filter(({ kind }) => kind === 'changed')).toHaveLength(3)
    expect(await messagesOf(one.id)).toHaveLength(1)
    // Two that are let in at once stand in two slots.
    const others = await Promise.all([1, 2, 3, 4].map(() => applicant()))
    const placed = await Promise.all(
      others.map(async ({ id, seen }) =>
        decideApplicant(organiser(), {
          organisationId: id,
          seen: await seen(),
          decision: { kind: 'approve' },
        }),
      ),
    )
    const slots = placed.map((outcome) =>
      outcome.kind === 'done' && outcome.booth?.kind === 'placed' ? outcome.booth.slot : null,
    )
    expect(new Set(slots).size).toBe(4)
    expect(slots).not.toContain(null)
  })

  it('says where there is no place for a booth, and gives one later', async () => {
    const { db } = hall.database.connection
    const [pavilion] = await db.select().from(schema.pavilion)
    const one = await applicant()
    await db.update(schema.pavilion).set({ slotCount: 1 })
    const seen = await one.seen()
    expect(
      await decideApplicant(organiser(), { organisationId: one.id, seen, decision: { kind: 'approve' } }),
    ).toEqual({ kind: 'done', booth: { kind: 'full', pavilion: 1 } })
    await db.update(schema.edition).set({ isOpen: false })
    expect(await giveBooth(organiser(), { organisationId: one.id })).toEqual({ kind: 'no-edition' })
    await db.update(schema.edition).set({ isOpen: true })
    await db.update(schema.pavilion).set({ slotCount: pavilion?.slotCount ?? 40 })
    expect(await giveBooth(organiser(), { organisationId: one.id })).toMatchObject({ kind: 'placed' })
  })

  it('is the organiser’s alone, of its own kind', async () => {
    const one = await applicant()
    const input = { organisationId: one.id, seen: 0, decision: { kind: 'approve' as const } }
    for (const context of [await one.as(), hall.context]) {
      await expect(decideApplicant(context, input)).rejects.toThrow('forbidden')
      await expect(readApplicant(context, input)).rejects.toThrow('forbidden')
      await expect(
        listApplicants(context, { state: 'waiting', kind: null, regencyCode: null, page: 1 }),
      ).rejects.toThrow('forbidden')
    }
    const sample = await applicant('pesantren', { isSample: true })
    await expect(readApplicant(organiser(), { organisationId: sample.id })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('makes the one who claims a pesantren its owner, or says why not', async () => {
    const { db } = hall.database.connection
    const host = hostAt(0)
    const claimant = await addPerson(hall.database, (await applicant()).id, 'pesantren')
    const claims = [newId(), newId()]
    await db.insert(schema.organisationClaim).values([
      { id: claims[0] ?? '', organisationId: host.id, personId: claimant.personId, note: 'Bendahara' },
      { id: claims[1] ?? '', organisationId: host.id, personId: host.actor.personId },
    ])
    const yes = { organisationId: host.id, claimId: claims[0] ?? '', decision: { kind: 'approve' as const } }
    const outcomes = await Promise.all([decideClaim(organiser(), yes), decideClaim(organiser(), yes)])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'done'])
    const members = await db
      .select()
      .from(schema.membership)
      .where(eq(schema.membership.organisationId, host.id))
    expect(members.find(({ personId }) => personId === claimant.personId)?.role).toBe('owner')
    await decideClaim(organiser(), {
      organisationId: host.id,
      claimId: claims[1] ?? '',
      decision: { kind: 'reject', reason: 'Bukan pengurus.' },
    })
    expect((await messagesOf(host.id)).map(({ template, to }) => [template, to])).toEqual([
      // Whose it was already hears of it.
      ['access-given', host.actor.personId],
      ['verification-approved', claimant.personId],
      ['verification-rejected', host.actor.personId],
    ])
  })
})

describe('before it is verified', () => {
  it('a pesantren is nowhere to be seen, and publishes nothing', async () => {
    const { db } = hall.database.connection
    const one = await applicant()
    const productId = newId()
    await db.insert(schema.product).values({
      id: productId,
      organisationId: one.id,
      slug: `madu-${one.slug}`,
      name: { id: 'Madu' },
      field: 'pertanian',
      kind: 'honey',
      drawing: 'honey.indigo.sand.MADU.0',
      unit: 'jar',
      minimumOrder: 10,
    })
    await db.insert(schema.priceTier).values({ productId, minimumQuantity: 10, unitPriceMinor: 5_000_000 })
    expect(await changeProductState(await one.as(), { id: productId, to: 'published' })).toEqual({
      kind: 'incomplete',
      gaps: ['not-verified'],
    })
    // Even if its rows stood in the hall by a mistake.
    await db
      .insert(schema.participation)
      .values({ id: newId(), editionId: hall.editionId, organisationId: one.id, pavilionNumber: 1, slot: 30 })
    await db.update(schema.product).set({ state: 'published' }).where(eq(schema.product.id, productId))
    await expect(readBooth(hall.context, { slug: one.slug, locale: 'id' })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await readBoothRows(db, { ids: [one.id] })).toEqual([])
    expect(await readProductRows(db, { ids: [productId] })).toEqual([])
    const { entries } = await readSitemap(hall.context, { part: 1, perPart: 1000 })
    expect(entries.filter(({ path }) => path.includes(one.slug))).toEqual([])
    await db.delete(schema.participation).where(eq(schema.participation.organisationId, one.id))
  })

  it('a company asks and never books, with three requests open; the host sees that it isn’t verified', async () => {
    const one = await applicant('buyer', { countryCode: 'AE' })
    const host = hostAt(1)
    const outcomes = []
    for (const clock of ['09:00', '09:25', '09:50', '10:15']) {
      const needId = await hall.need({ id: one.id, slug: one.slug, name: one.name, actor: one.actor })
      outcomes.push(
        await bookMeeting(await one.as(), {
          needId,
          boothSlug: host.slug,
          productId: null,
          startsAt: hall.at(clock),
          note: null,
          token: newId(),
        }),
      )
    }
    expect(outcomes.map(({ kind }) => kind)).toEqual(['requested', 'requested', 'requested', 'unverified'])
    const [first] = outcomes
    const meeting = await readMeeting(hall.as(host), {
      meetingId: first && 'meetingId' in first ? first.meetingId : '',
    })
    expect(meeting.parties.map(({ side, isVerified }) => [side, isVerified])).toEqual([
      ['host', true],
      ['guest', false],
    ])
  })

  it('has nothing left to be accepted once it is rejected, and the other side is told', async () => {
    const { db } = hall.database.connection
    const one = await applicant('buyer', { countryCode: 'AE' })
    const host = hostAt(0)
    const needId = await hall.need({ id: one.id, slug: one.slug, name: one.name, actor: one.actor })
    const book = async (clock: string, context = one.as()) =>
      bookMeeting(await context, {
        needId,
        boothSlug: host.slug,
        productId: null,
        startsAt: hall.at(clock),
        note: null,
        token: newId(),
      })
    const stale = await one.as()
    const asked = await book('13:00')
    if (!('meetingId' in asked)) throw new Error(asked.kind)
    const { meetingId } = asked
    await decideApplicant(organiser(), {
      organisationId: one.id,
      seen: await one.seen(),
      decision: { kind: 'reject', reason: 'Tidak dapat dihubungi.' },
    })
    const [row] = await db.select().from(schema.meeting).where(eq(schema.meeting.id, meetingId))
    expect(row).toMatchObject({ state: 'withdrawn', endReason: 'left', endedBy: one.id, version: 2 })
    expect(await acceptMeeting(hall.as(host), { meetingId, version: 1 })).toMatchObject({ kind: 'changed' })
    const { sql: query } = hall.database.connection
    const told = await query<{ topic: string }[]>`
      select topic from outbox where payload ->> 'meetingId' = ${meetingId}`
    expect(told.map(({ topic }) => topic)).toEqual(['meeting.changed', 'meeting.changed'])
    // Nor does a request that began before make another, or an older one come about.
    await expect(book('14:00', Promise.resolve(stale))).rejects.toMatchObject({ code: 'not-found' })
    await db
      .update(schema.meeting)
      .set({ state: 'requested', endReason: null, endedBy: null })
      .where(eq(schema.meeting.id, meetingId))
    await expect(acceptMeeting(hall.as(host), { meetingId, version: 2 })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('is locked against bookings while it is rejected, though it has stated no seats', async () => {
    const { db, sql: query } = hall.database.connection
    const one = await applicant('offtaker')
    await db.delete(schema.seat).where(eq(schema.seat.organisationId, one.id))
    const seen = await one.seen()
    let rejecting: Promise<unknown> = Promise.resolve()
    await query.begin(async (holder) => {
      // The decision waits for the row, having locked what it locks before.
      await holder`select 1 from organisation where id = ${one.id} for no key update`
      rejecting = decideApplicant(organiser(), {
        organisationId: one.id,
        seen,
        decision: { kind: 'reject', reason: 'Tidak dapat dihubungi.' },
      })
      await expect
        .poll(
          async () => {
            const tried = query`select 1 from seat where organisation_id = ${one.id} for update nowait`
            return tried.then(
              (rows) => `${rows.length} free`,
              (error: { code: string }) => error.code,
            )
          },
          { timeout: 5_000 },
        )
        .toBe('55P03')
    })
    expect(await rejecting).toMatchObject({ kind: 'done' })
  })

  it('of who isn’t there is refused kindly', async () => {
    const decision = { kind: 'reject' as const, reason: 'Tidak dapat dihubungi.' }
    await expect(
      decideApplicant(organiser(), { organisationId: newId(), seen: 0, decision }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('a rejected one writes nothing', async () => {
    const one = await applicant('offtaker', { verification: 'rejected' })
    const context = await one.as()
    const host = hostAt(2)
    await expect(
      bookMeeting(context, {
        needId: newId(),
        boothSlug: host.slug,
        productId: null,
        startsAt: hall.at('09:00'),
        note: null,
        token: newId(),
      }),
    ).rejects.toThrow('forbidden')
  })
})

describe('those that are alike', () => {
  it('are found by name, district and number, without giving a number away', async () => {
    const { db } = hall.database.connection
    const one = await applicant('pesantren', { name: 'PP Al-Munawwar', whatsappE164: '+6281234567890' })
    const far = await applicant('pesantren', {
      name: 'Sirojul Ulum',
      regencyCode: '3205',
      districtCode: '320502',
      whatsappE164: '+6281298765432',
    })
    await db.execute(sql`insert into organisation (id, kind, slug, name, regency_code)
      select gen_random_uuid(), 'pesantren', 'many-' || n, 'Nurul Huda ' || n, null from generate_series(1, 200) n`)
    const wish = {
      name: 'Almunawar',
      regencyCode: '3205',
      districtCode: '320501',
      phoneE164: '+6281298765432',
      isSample: false,
      limit: 5,
    }
    await findSimilar(db, wish)
    const found = await findSimilar(db, wish)
    expect(found.map(({ id }) => id)).toEqual([far.id, one.id])
    expect(found[1]).toMatchObject({ sameDistrict: true, samePhone: false })
    expect(found[1]?.nameScore).toBeGreaterThan(0.85)
    expect(JSON.stringify(found)).not.toMatch(/62812/)
  })
})
