import { eq } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { bookMeeting } from '~/domain/meeting/book-meeting.server'
import type { TimeOutcome } from '~/domain/meeting/meeting-view'
import type { Actor, Context } from '~/domain/shared/context'
import type { MeetingWay } from '~/domain/shared/enums'
import { newId } from '~/domain/shared/ids'
import { addCompany, addPerson } from './actors'
import { openSmallHall, visitorContext } from './small-hall'
import type { TestDatabase } from './test-database'

/** An organisation with somebody who acts for it. */
export interface Side {
  id: string
  slug: string
  name: string
  actor: Extract<Actor, { kind: 'person' }>
}

export interface MeetingHall {
  database: TestDatabase
  editionId: string
  /** A visitor's, at 10:00 in Jakarta of Sunday 22 November 2026. */
  context: Context
  organiser: Actor
  /** An instant on the clock of Jakarta; the day is a Tuesday far enough away for every notice. */
  at(clock: string, day?: string): Date
  /** A pesantren that is open on every day from 09:00 to 11:20 for meetings of 20 minutes, five apart. */
  host(options?: {
    instant?: boolean
    seats?: number
    isSample?: boolean
    closed?: boolean
    way?: MeetingWay
  }): Promise<Side & { productId: string }>
  guest(options?: { isSample?: boolean }): Promise<Side>
  need(guest: Side, change?: Partial<typeof schema.need.$inferInsert>): Promise<string>
  /** The context of somebody, now or then. */
  as(side: { actor: Actor }, now?: Date): Context
  /** A guest asks a host for a time about a new need. */
  ask(guest: Side, host: Side, clock?: string): Promise<TimeOutcome>
  /** A host and a guest with their meeting: booked at a published time, or (not `instant`) asked for. */
  meet(options?: {
    instant?: boolean
    clock?: string
    seats?: number
  }): Promise<{ host: Side; guest: Side; meetingId: string; version: number }>
  /** The audit trail as 'event→state'; fails where an event has no outbox row. */
  trail(meetingId: string): Promise<string[]>
}

/** A small hall in an empty database, in which pesantren and companies can meet. */
export async function meetingHallIn(database: TestDatabase): Promise<MeetingHall> {
  const { db } = database.connection
  const hall = await openSmallHall(database)
  const context = visitorContext(database)
  let count = 0
  const organiserId = await addCompany(database, 'organiser', 'organiser')

  const built: MeetingHall = {
    database,
    editionId: hall.editionId,
    context,
    organiser: await addPerson(database, organiserId, 'organiser'),
    at: (clock, day = '2026-12-08') => new Date(`${day}T${clock}:00+07:00`),
    async host({ instant = true, seats = 1, isSample = false, closed = false, way = 'whatsapp' } = {}) {
      const slug = `host-${count++}`
      const id = await hall.booth(slug, null, { isSample }, { isSample })
      await db
        .update(schema.participation)
        .set({ pavilionNumber: 1, slot: count, closedAt: closed ? context.now : null })
        .where(eq(schema.participation.organisationId, id))
      const productId = await hall.product(id, `madu-${slug}`, { isSample })
      const actor = await addPerson(database, id, 'pesantren', 'owner', { isSample })
      await db.insert(schema.meetingSetting).values({
        organisationId: id,
        meetingMinutes: 20,
        gapMinutes: 5,
        keepsPrayerTimes: false,
        keepsPublicHolidays: false,
        way,
        instantSince: instant ? context.now : null,
      })
      await db
        .insert(schema.seat)
        .values(Array.from({ length: seats }, (_, i) => ({ organisationId: id, number: i + 1 })))
      await db.insert(schema.openTime).values(
        [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          id: newId(),
          organisationId: id,
          weekday,
          fromMinute: 9 * 60,
          toMinute: 11 * 60 + 20,
        })),
      )
      return { id, slug, name: `Pesantren ${slug}`, actor, productId }
    },
    async guest({ isSample = false } = {}) {
      const slug = `guest-${count++}`
      const id = await addCompany(database, 'offtaker', slug, { isSample })
      const actor = await addPerson(database, id, 'offtaker', 'member', { isSample })
      return { id, slug, name: `Company ${slug}`, actor }
    },
    async need(guest, change = {}) {
      const id = newId()
      await db.insert(schema.need).values({
        id,
        organisationId: guest.id,
        field: 'pertanian',
        productWords: 'madu hutan',
        locale: 'id',
        monthlyVolume: 240,
        unit: 'jar',
        targetPriceMinor: 7_500_000,
        language: 'id',
        isSample: guest.actor.memberships[0]?.isSample ?? false,
        ...change,
      })
      return id
    },
    as: ({ actor }, now = context.now) => ({ ...context, actor, now }),
    async ask(guest, host, clock = '09:00') {
      return bookMeeting(built.as(guest), {
        needId: await built.need(guest),
        boothSlug: host.slug,
        productId: null,
        startsAt: built.at(clock),
        note: null,
        token: newId(),
      })
    },
    async meet({ instant = true, clock, seats } = {}) {
      const host = await built.host({ instant, seats })
      const guest = await built.guest()
      const outcome = await built.ask(guest, host, clock)
      if (!('meetingId' in outcome)) throw new Error(outcome.kind)
      return { host, guest, meetingId: outcome.meetingId, version: 1 }
    },
    async trail(meetingId) {
      const { sql } = database.connection
      const rows = await sql<{ kind: string; to_state: string }[]>`
        select kind, to_state from meeting_event where meeting_id = ${meetingId} order by id`
      const told = await sql`
        select from outbox where topic = 'meeting.changed' and payload ->> 'meetingId' = ${meetingId}`
      if (told.length !== rows.length) throw new Error(`${rows.length} events, ${told.length} outbox rows`)
      return rows.map(({ kind, to_state }) => `${kind}→${to_state}`)
    },
  }
  return built
}
