import { and, eq, inArray } from 'drizzle-orm'
import { meeting, meetingParticipant } from '~/db/schema/meeting'
import { need } from '~/db/schema/need'
import { organisation } from '~/db/schema/organisation'
import { isVerified, requireWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import { readAvailability } from '../shared/availability.server'
import type { ActorMembership, Context } from '../shared/context'
import { HALL_ZONE } from '../shared/hall-zone'
import { isId } from '../shared/ids'
import { notClosed } from '../shared/not-closed.server'
import { isSlug } from '../shared/slug'
import { freeSlots } from './free-slots'
import { isOpen } from './meeting-state'
import { publicHolidays } from './public-holidays'
import { exceptMeeting } from './seats'
import type { Availability, Slot } from './slots'
import { epochDayOf, zoneDay } from './zone-day'

const DAY_MS = 86_400_000
const WEEK = 7
/** Of one day: eight hours of the shortest meetings. Later times of such a day can still be asked for. */
const MOST_A_DAY = 48
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

export interface FindTimesInput {
  /** Whose times. */
  boothSlug: string
  /** The reader's need that a meeting is looked for; null: none yet. */
  needId: string | null
  /** A meeting of the reader that is to be moved; null: a new one. */
  meetingId: string | null
  /** First day of the week, an ISO date of the booth's zone; null: the first day with a free time. */
  from: string | null
}

export interface WeekOfTimes {
  /** Seven days of the booth's zone, in order, those without a free time too. */
  days: { day: string; slots: Slot[] }[]
  /** A tap on one of the times books it at once. */
  isInstant: boolean
  timeZone: string
  /** For the links to the weeks before and after; null: nothing is offered there. */
  previousFrom: string | null
  nextFrom: string | null
  /** The meeting with the booth that stands for the need already; null also where no need is given. */
  existing: { id: string; state: 'requested' | 'booked'; startsAt: Date } | null
}

/**
 * A week of times at which a booth and the reader's organisation (or, for a meeting that is moved, its two
 * sides) are both free. At most four queries.
 * @throws AppError 'forbidden' for who may not write for an organisation, 'not-found' for an unknown or
 *   closed booth, another's need or meeting, and a meeting with another booth.
 */
export async function findTimes(context: Context, input: FindTimesInput): Promise<WeekOfTimes> {
  const { db, actor, now } = context
  const acting = requireWriter(actor)
  const { hostId, guestId, held } = input.meetingId
    ? await partiesOf(context, acting, input.meetingId, input.boothSlug)
    : await partiesToBe(context, acting, input)

  const from = new Date(now.getTime() - DAY_MS)
  // No horizon is longer.
  const until = new Date(now.getTime() + 190 * DAY_MS)
  const availability = await readAvailability(db, [hostId, guestId], { from, until })
  const [host, guest] = [availability.get(hostId), availability.get(guestId)]
  if (!host || !guest) throw new AppError('not-found')
  const found = week(exceptMeeting(host, held), exceptMeeting(guest, held), {
    now,
    from: input.from,
    movesFrom: held?.startsAt ?? null,
  })
  return {
    ...found,
    // One that isn't verified yet asks for every time.
    isInstant: found.isInstant && isVerified(acting),
    existing: input.needId ? await standing(context, input.needId, hostId) : null,
  }
}

async function standing(
  { db, now }: Pick<Context, 'db' | 'now'>,
  needId: string,
  hostId: string,
): Promise<WeekOfTimes['existing']> {
  const rows = await db
    .select({
      id: meeting.id,
      state: meeting.state,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      expiresAt: meeting.expiresAt,
    })
    .from(meeting)
    .innerJoin(
      meetingParticipant,
      and(eq(meetingParticipant.meetingId, meeting.id), eq(meetingParticipant.organisationId, hostId)),
    )
    .where(and(eq(meeting.needId, needId), inArray(meeting.state, ['requested', 'booked'])))
  const open = rows.find((row) => isOpen(row, now))
  if (!open) return null
  return { id: open.id, state: open.state === 'booked' ? 'booked' : 'requested', startsAt: open.startsAt }
}

function week(
  host: Availability,
  guest: Availability,
  { now, from, movesFrom }: { now: Date; from: string | null; movesFrom: Date | null },
): Omit<WeekOfTimes, 'existing'> {
  const timeZone = host.schedule?.timeZone ?? HALL_ZONE
  const horizon = new Date(now.getTime() + (host.schedule?.horizonDays ?? 0) * DAY_MS)
  const holidays = publicHolidays(now, horizon)
  const last = epochDayOf(horizon.getTime(), timeZone)
  const midnight = (epochDay: number) => new Date(zoneDay(epochDay, timeZone).stretches[0]?.from ?? 0)

  const [soonest] = freeSlots(host, guest, { now, holidays, limit: 1 })
  const earliest = epochDayOf(soonest?.startsAt.getTime() ?? now.getTime(), timeZone)
  const wanted = from !== null && ISO_DAY.test(from) ? Date.parse(`${from}T00:00:00Z`) / DAY_MS : Number.NaN
  const first = Number.isNaN(wanted) ? earliest : Math.max(earliest, Math.min(wanted, last))
  const found = freeSlots(host, guest, {
    now,
    holidays,
    from: midnight(first),
    until: midnight(first + WEEK),
    perDay: MOST_A_DAY,
  }).filter(({ startsAt }) => startsAt.getTime() !== movesFrom?.getTime())
  const days = Array.from({ length: WEEK }, (_, index) => {
    const epochDay = first + index
    return {
      day: isoDay(epochDay),
      slots: found.filter(({ startsAt }) => epochDayOf(startsAt.getTime(), timeZone) === epochDay),
    }
  })
  return {
    days,
    isInstant: host.isInstant,
    timeZone,
    previousFrom: first > earliest ? isoDay(Math.max(earliest, first - WEEK)) : null,
    nextFrom: first + WEEK <= last ? isoDay(first + WEEK) : null,
  }
}

const isoDay = (epochDay: number) => new Date(epochDay * DAY_MS).toISOString().slice(0, 10)

interface Parties {
  hostId: string
  guestId: string
  /** The meeting that is moved: what it holds is free for it. */
  held: (Slot & { seats: ReadonlyMap<string, number | null> }) | null
}

async function partiesOf(
  { db }: Context,
  acting: ActorMembership,
  meetingId: string,
  boothSlug: string,
): Promise<Parties> {
  const rows = isId(meetingId)
    ? await db
        .select({
          organisationId: organisation.id,
          slug: organisation.slug,
          side: meetingParticipant.side,
          seat: meetingParticipant.seat,
          startsAt: meeting.startsAt,
          endsAt: meeting.endsAt,
        })
        .from(meetingParticipant)
        .innerJoin(meeting, eq(meeting.id, meetingParticipant.meetingId))
        .innerJoin(organisation, eq(organisation.id, meetingParticipant.organisationId))
        .where(eq(meetingParticipant.meetingId, meetingId))
    : []
  const host = rows.find(({ side }) => side === 'host')
  const guest = rows.find(({ side }) => side === 'guest')
  const isMine = rows.some(({ organisationId }) => organisationId === acting.organisationId)
  if (!host || !guest || !isMine || host.slug !== boothSlug) throw new AppError('not-found')
  const seats = new Map(rows.map(({ organisationId, seat }) => [organisationId, seat]))
  return {
    hostId: host.organisationId,
    guestId: guest.organisationId,
    held: { startsAt: host.startsAt, endsAt: host.endsAt, seats },
  }
}

async function partiesToBe(
  { db }: Context,
  acting: ActorMembership,
  { boothSlug, needId }: FindTimesInput,
): Promise<Parties> {
  if (!isSlug(boothSlug) || (needId !== null && !isId(needId))) throw new AppError('not-found')
  const [[host], stated] = await Promise.all([
    db
      .select({ id: organisation.id, isSample: organisation.isSample })
      .from(organisation)
      .where(and(eq(organisation.slug, boothSlug), eq(organisation.kind, 'pesantren'), notClosed)),
    needId === null
      ? null
      : db
          .select({ id: need.id })
          .from(need)
          .where(and(eq(need.id, needId), eq(need.organisationId, acting.organisationId))),
  ])
  if (!host || stated?.length === 0) throw new AppError('not-found')
  if (host.id === acting.organisationId || host.isSample !== acting.isSample) throw new AppError('forbidden')
  return { hostId: host.id, guestId: acting.organisationId, held: null }
}
