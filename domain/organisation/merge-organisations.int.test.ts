import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { actorFor, addPerson } from '~/test/setup/actors'
import { type MeetingHall, openMeetingHall, type Side } from '~/test/setup/meeting-hall'
import { brokenInvariants, deadlocks } from '~/test/setup/meeting-invariants'
import { findMovedBooth } from '../booth/find-moved-booth.server'
import { readBooth } from '../booth/read-booth.server'
import { bookMeeting } from '../meeting/book-meeting.server'
import { readMeeting } from '../meeting/read-meeting.server'
import { newId } from '../shared/ids'
import { mergeOrganisations } from './merge-organisations.server'
import { readMerge } from './read-merge.server'

let hall: MeetingHall

beforeAll(async () => {
  hall = await openMeetingHall({ max: 20 })
})
afterAll(async () => {
  const { sql } = hall.database.connection
  expect(await brokenInvariants(sql)).toEqual({})
  expect(await deadlocks(sql)).toBe(0)
  await hall.database.drop()
})

const organiser = () => hall.as({ actor: hall.organiser })
const merge = (kept: { id: string }, gone: { id: string }) =>
  mergeOrganisations(organiser(), { keptId: kept.id, goneId: gone.id })

async function meet(guest: Side, host: Side, clock: string, need?: string) {
  const outcome = await bookMeeting(hall.as(guest), {
    needId: need ?? (await hall.need(guest)),
    boothSlug: host.slug,
    productId: null,
    startsAt: hall.at(clock),
    note: null,
    token: newId(),
  })
  if (!('meetingId' in outcome)) throw new Error(outcome.kind)
  return outcome.meetingId
}

describe('merging two', () => {
  it('moves everything to the one that stays, and leads the other’s address to it', async () => {
    const { db } = hall.database.connection
    const [kept, gone] = [await hall.host({ seats: 2 }), await hall.host()]
    const guest = await hall.guest()
    const early = await meet(guest, kept, '09:00')
    const clashing = await meet(await hall.guest(), gone, '09:00')
    const asked = await meet(guest, gone, '14:00')
    const need = await hall.need(gone)
    const both = await addPerson(hall.database, kept.id, 'pesantren', 'member')
    await db
      .insert(schema.membership)
      .values({ personId: both.personId, organisationId: gone.id, role: 'editor' })
    await db.insert(schema.certificate).values([
      { id: newId(), organisationId: kept.id, kind: 'nib', number: '1', state: 'declared' },
      { id: newId(), organisationId: gone.id, kind: 'nib', number: '1', state: 'declared' },
      { id: newId(), organisationId: gone.id, kind: 'halal', number: '2', state: 'declared' },
    ])
    await db
      .update(schema.participation)
      .set({ award: 'Juara provinsi', awardYear: 2022, awardSource: 'ANTARA' })
      .where(eq(schema.participation.organisationId, gone.id))

    const [asksIn, isIn] = [newId(), newId()]
    const invited = {
      role: 'owner' as const,
      channel: 'mail' as const,
      locale: 'id' as const,
      organisationId: gone.id,
      expiresAt: new Date('2027-01-01'),
    }
    await db.insert(schema.invitation).values([
      { ...invited, id: asksIn, address: 'lain@toko.id', tokenHash: newId() },
      { ...invited, id: isIn, tokenHash: newId(), acceptedAt: hall.context.now },
    ])
    await db.insert(schema.message).values({
      id: newId(),
      template: 'organisation-invitation',
      variables: { organisation: 'X', token: 'rahasia' },
      locale: 'id',
      aboutKind: 'invitation',
      aboutId: asksIn,
      organisationId: gone.id,
      isAddressFixed: true,
      channel: 'mail',
      address: 'lain@toko.id',
      notBefore: hall.context.now,
    })

    const day = '2026-11-20'
    await db.insert(schema.visitDay).values([
      { organisationId: kept.id, day, kind: 'booth', count: 3 },
      { organisationId: gone.id, day, kind: 'booth', count: 4 },
      { organisationId: gone.id, day, kind: 'product', productId: gone.productId, count: 2 },
    ])
    await db
      .insert(schema.productImport)
      .values({ id: newId(), organisationId: gone.id, content: 'Kode produk', locale: 'id' })

    const preview = await readMerge(organiser(), { ids: [kept.id, gone.id], keep: kept.id })
    expect(preview.obstacles).toEqual([])
    expect(preview.sides.find(({ facts }) => facts.id === gone.id)?.belongings).toMatchObject({
      products: 1,
      certificates: 2,
      needs: 1,
      meetings: 2,
    })
    expect(await merge(kept, gone)).toEqual({ kind: 'merged', keptId: kept.id })

    const { sql } = hall.database.connection
    for (const table of ['product', 'need', 'certificate', 'meeting_participant', 'membership', 'inquiry']) {
      const [row] = await sql`select count(*)::int as n from ${sql(table)} where organisation_id = ${gone.id}`
      expect([table, row?.n]).toEqual([table, 0])
    }
    const visits = await db.select().from(schema.visitDay)
    expect(visits.map(({ organisationId, kind, count }) => [organisationId, kind, count]).sort()).toEqual([
      [kept.id, 'booth', 7],
      [kept.id, 'product', 2],
    ])
    expect(await db.$count(schema.productImport)).toBe(0)
    // Whoever was invited to the one hasn't been invited to the other.
    const invitations = await db
      .select()
      .from(schema.invitation)
      .where(eq(schema.invitation.organisationId, kept.id))
    expect(Object.fromEntries(invitations.map(({ id, revokedAt }) => [id, revokedAt]))).toEqual({
      [asksIn]: hall.context.now,
      [isIn]: null,
    })
    expect(await db.select().from(schema.message).where(eq(schema.message.aboutId, asksIn))).toMatchObject([
      { state: 'void', failure: 'merged', address: null, variables: { organisation: 'X' } },
    ])
    const members = await db
      .select()
      .from(schema.membership)
      .where(eq(schema.membership.organisationId, kept.id))
    expect(members.find(({ personId }) => personId === both.personId)?.role).toBe('editor')
    expect(members.find(({ personId }) => personId === gone.actor.personId)?.role).toBe('owner')
    const papers = await db
      .select()
      .from(schema.certificate)
      .where(eq(schema.certificate.organisationId, kept.id))
    expect(papers.map(({ kind }) => kind).sort()).toEqual(['halal', 'nib'])
    const seats = await db
      .select({ id: schema.meetingParticipant.meetingId, seat: schema.meetingParticipant.seat })
      .from(schema.meetingParticipant)
      .where(eq(schema.meetingParticipant.organisationId, kept.id))
    expect(new Map(seats.map(({ id, seat }) => [id, seat]))).toEqual(
      new Map([
        [early, 1],
        [clashing, 2],
        [asked, null],
      ]),
    )
    const [row] = await db.select().from(schema.need).where(eq(schema.need.id, need))
    expect(row?.organisationId).toBe(kept.id)

    await expect(readBooth(hall.context, { slug: gone.slug, locale: 'id' })).rejects.toThrow('no such booth')
    expect(await findMovedBooth(hall.context, { slug: gone.slug })).toBe(kept.slug)
    expect(await findMovedBooth(hall.context, { slug: kept.slug })).toBeNull()
    const booth = await readBooth(hall.context, { slug: kept.slug, locale: 'id' })
    expect(booth.products).toHaveLength(2)
    expect(booth.awards).toMatchObject([{ award: 'Juara provinsi' }])
    const meeting = await readMeeting(
      hall.as({ actor: actorFor(kept.id, 'pesantren', { personId: gone.actor.personId }) }),
      { meetingId: asked },
    )
    expect(meeting.mySide).toBe('host')
    expect(meeting.actions).toContain('accept')
    // Its closed stand stays where it was.
    const [stand] = await db
      .select()
      .from(schema.participation)
      .where(eq(schema.participation.organisationId, gone.id))
    expect(stand?.closedAt).not.toBeNull()
    const told =
      await sql`select payload ->> 'organisationId' as id from outbox where topic = 'booth.changed'`
    expect(told.map(({ id }) => id)).toEqual(expect.arrayContaining([kept.id, gone.id]))
    expect(await merge(kept, gone)).toEqual({ kind: 'changed' })
    expect(await brokenInvariants(sql)).toEqual({})

    // What becomes another again leads on in one step.
    const last = await hall.host({ seats: 2 })
    expect(await merge(last, kept)).toMatchObject({ kind: 'merged' })
    expect(await findMovedBooth(hall.context, { slug: gone.slug })).toBe(last.slug)
  })

  it('refuses where a time, a need or a meeting with each other stands in the way', async () => {
    const [kept, gone] = [await hall.host(), await hall.host()]
    const guest = await hall.guest()
    const need = await hall.need(guest)
    await meet(guest, kept, '09:00', need)
    const other = await meet(guest, gone, '15:00', need)
    const clashing = await meet(await hall.guest(), gone, '09:00')
    const each = await meet(gone, kept, '13:00')
    const refused = await merge(kept, gone)
    expect(refused).toEqual({
      kind: 'refused',
      obstacles: [
        { kind: 'meet-each-other', meetingId: each },
        { kind: 'same-need', company: guest.name, meetingId: other },
        { kind: 'times-overlap', meetingId: clashing, startsAt: hall.at('09:00') },
      ],
    })
    const { db } = hall.database.connection
    const [row] = await db.select().from(schema.organisation).where(eq(schema.organisation.id, gone.id))
    expect(row?.verification).toBe('verified')
  })

  it('keeps the verified one, and is the organiser’s alone', async () => {
    const { db } = hall.database.connection
    const [kept, gone] = [await hall.host(), await hall.host()]
    await db
      .update(schema.organisation)
      .set({ verification: 'pending' })
      .where(eq(schema.organisation.id, gone.id))
    expect(await merge(gone, kept)).toEqual({ kind: 'refused', obstacles: [{ kind: 'keep-verified' }] })
    const input = { keptId: kept.id, goneId: gone.id }
    for (const actor of [kept.actor, { kind: 'visitor' } as const]) {
      await expect(mergeOrganisations(hall.as({ actor }), input)).rejects.toThrow('forbidden')
    }
    const sample = await hall.host({ isSample: true })
    const other = await hall.host({ isSample: true })
    const ilham = actorFor(newId(), 'organiser', { role: 'member', isSample: true })
    await db
      .update(schema.person)
      .set({ isSample: true, email: 'hasan@darul-muttaqin-3.example' })
      .where(eq(schema.person.id, sample.actor.personId))
    expect(
      await mergeOrganisations(hall.as({ actor: ilham }), { keptId: other.id, goneId: sample.id }),
    ).toEqual({ kind: 'refused', obstacles: [{ kind: 'shared' }] })
    await expect(merge(kept, sample)).rejects.toMatchObject({ code: 'not-found' })
    await expect(merge(kept, await hall.guest())).rejects.toMatchObject({ code: 'not-found' })
    expect(await merge(kept, gone)).toMatchObject({ kind: 'merged' })
    // Its owner waited, and is told that this is over.
    const messages = await db
      .select({ template: schema.message.template, to: schema.message.personId })
      .from(schema.message)
      .where(eq(schema.message.aboutId, kept.id))
    expect(messages).toHaveLength(3)
    expect(messages).toEqual(
      expect.arrayContaining([
        { template: 'verification-approved', to: gone.actor.personId },
        { template: 'organisations-merged', to: gone.actor.personId },
        { template: 'organisations-merged', to: kept.actor.personId },
      ]),
    )
  })

  it('lets bookings and a merge at the same moment come out whole', async () => {
    for (let round = 0; round < 6; round++) {
      const [kept, gone] = [await hall.host({ seats: 2 }), await hall.host()]
      const clocks = ['09:00', '09:25', '09:50', '10:15']
      const guests = await Promise.all(clocks.map(() => hall.guest()))
      const needs = await Promise.all(guests.map((guest) => hall.need(guest)))
      const book = (host: Side) =>
        guests.map((guest, at) =>
          bookMeeting(hall.as(guest), {
            needId: needs[at] ?? '',
            boothSlug: host.slug,
            productId: null,
            startsAt: hall.at(clocks[at] ?? ''),
            note: null,
            token: newId(),
          }),
        )
      const settled = await Promise.allSettled([
        ...book(gone),
        merge(kept, gone),
        merge(gone, kept),
        ...book(gone),
      ])
      for (const result of settled) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'not-found' })
      }
      const outcomes = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value.kind] : []))
      expect(outcomes.filter((kind) => kind === 'merged')).toHaveLength(1)
      const { sql } = hall.database.connection
      const closed = await sql`select p.meeting_id from meeting_participant p
        join organisation o on o.id = p.organisation_id where o.merged_into is not null`
      expect(closed).toHaveLength(0)
      expect(await brokenInvariants(sql)).toEqual({})
    }
  })
})
