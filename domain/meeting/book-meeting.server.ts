import { and, eq, gt, ne, sql } from 'drizzle-orm'
import { countAgainstLimit } from '~/db/rate-limit.server'
import { meeting, meetingParticipant } from '~/db/schema/meeting'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import { isVerified, MOST_UNVERIFIED_REQUESTS, requireWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import { appendMeetingEvent } from '../shared/append-meeting-event.server'
import { readAvailability } from '../shared/availability.server'
import type { Context } from '../shared/context'
import { formId } from '../shared/form-id.server'
import { ensureSeats, isOverlap, lockSeats } from '../shared/lock-seats.server'
import { isOffered } from './free-slots'
import { freshTimes } from './fresh-times.server'
import { DEFAULT_MINUTES, isOpen, requestExpiry, stateAt, timeProblem } from './meeting-state'
import { type MeetingSubject, readSubject } from './meeting-subject.server'
import type { TimeOutcome } from './meeting-view'
import { publicHolidays } from './public-holidays'
import { chooseSeats } from './seats'
import { takePlace } from './take-place.server'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** How often one organisation may ask for meetings: enough for a day's planning, too little to bother everybody. */
const ASKING_LIMIT = { limit: 30, windowSeconds: 3600 } as const

export interface BookMeetingInput {
  needId: string
  boothSlug: string
  /** Null: about the booth. */
  productId: string | null
  startsAt: Date
  /** What the one who asks adds to the need. */
  note: string | null
  /** What the form was given when it was shown: the same form sent twice makes one meeting. */
  token: string
}

/** What the transaction finds; times that are free instead are read after it. */
type Found =
  | Exclude<TimeOutcome, { fresh: unknown }>
  | Omit<Extract<TimeOutcome, { kind: 'taken' }>, 'fresh'>
  | Omit<Extract<TimeOutcome, { kind: 'not-possible' }>, 'fresh'>

/**
 * Books a time that the pesantren has published for instant booking, or else asks for it: a request blocks
 * nothing and runs out. One need has one open request or booked meeting with a booth: the same form again
 * answers as the first time, another wish with 'existing'. One that the organiser hasn't verified only asks, and has few requests open. Whoever writes for the need's organisation may.
 * @throws AppError 'forbidden', 'not-found' or 'conflict' as `readSubject`, 'too-many-requests' after
 *   ASKING_LIMIT.
 */
export async function bookMeeting(context: Context, input: BookMeetingInput): Promise<TimeOutcome> {
  const { db, actor } = context
  const acting = requireWriter(actor)
  const subject = await readSubject(context, acting, input)
  const guestId = acting.organisationId
  // The clock of a meeting has no seconds.
  const startsAt = new Date(Math.floor(input.startsAt.getTime() / MINUTE_MS) * MINUTE_MS)
  if (Number.isNaN(startsAt.getTime())) throw new AppError('not-found', 'no such time')

  await ensureSeats(context, [subject.hostId, guestId])
  let found: Found
  try {
    found = await inTransaction(db, (tx) =>
      book(tx, context, {
        subject,
        guestId,
        personId: acting.personId,
        isVerified: isVerified(acting),
        startsAt,
        dedupeKey: formId(input.token, [guestId, subject.needId, subject.hostId, startsAt.toISOString()]),
      }),
    )
  } catch (error) {
    if (!isOverlap(error)) throw error
    found = { kind: 'taken', who: 'them' }
  }
  if (found.kind !== 'taken' && found.kind !== 'not-possible') return found
  const fresh = await freshTimes(context, { hostId: subject.hostId, guestId, near: startsAt })
  return { ...found, fresh }
}

async function book(
  tx: Transaction,
  context: Context,
  wish: {
    subject: MeetingSubject
    guestId: string
    personId: string
    isVerified: boolean
    startsAt: Date
    dedupeKey: string
  },
): Promise<Found> {
  const { now } = context
  const { subject, guestId, personId, startsAt, dedupeKey } = wish
  const { hostId } = subject
  await lockSeats(tx, [hostId, guestId])
  const existing = await findExisting(tx, wish, now)
  if (existing) return existing

  const around = {
    from: new Date(startsAt.getTime() - HOUR_MS),
    until: new Date(startsAt.getTime() + 5 * HOUR_MS),
  }
  const availability = await readAvailability(tx, [hostId, guestId], around)
  const [host, guest] = [availability.get(hostId), availability.get(guestId)]
  if (!host || !guest) throw new AppError('not-found')
  const isInstant =
    wish.isVerified &&
    host.isInstant &&
    isOffered(host, startsAt, now, publicHolidays(around.from, around.until))
  const why = isInstant ? null : timeProblem(startsAt, now)
  if (why) return { kind: 'not-possible', why }

  const minutes = host.schedule?.meetingMinutes ?? DEFAULT_MINUTES
  const slot = { startsAt, endsAt: new Date(startsAt.getTime() + minutes * MINUTE_MS) }
  const chosen = chooseSeats([host, guest], slot, { mine: guestId, strict: isInstant })
  if ('taken' in chosen) return { kind: 'taken', who: chosen.taken }
  if (!wish.isVerified && (await countOpenRequests(tx, guestId, now)) >= MOST_UNVERIFIED_REQUESTS) {
    return { kind: 'unverified', most: MOST_UNVERIFIED_REQUESTS }
  }
  const limited = await countAgainstLimit(tx, ASKING_LIMIT, `meeting:${guestId}`, now)
  if (!limited.allowed) {
    throw new AppError('too-many-requests', 'too many meetings asked for', limited.retryAfterSeconds)
  }

  const id = context.newId()
  const state = isInstant ? ('booked' as const) : ('requested' as const)
  const place = isInstant
    ? await takePlace(tx, { ...subject, slot, meetingId: null, currentPlaceId: null })
    : { way: subject.way, placeId: null }
  const expiresAt = isInstant ? null : requestExpiry(startsAt, now)
  await tx.insert(meeting).values({
    id,
    editionId: subject.editionId,
    needId: subject.needId,
    productId: subject.productId,
    state,
    occupies: isInstant,
    ...slot,
    ...place,
    language: subject.language,
    agenda: subject.agenda,
    isInstant,
    expiresAt,
    dedupeKey,
    isSample: subject.isSample,
    createdAt: now,
    updatedAt: now,
  })
  await tx.insert(meetingParticipant).values(
    (['host', 'guest'] as const).map((side) => {
      const organisationId = side === 'host' ? hostId : guestId
      return {
        meetingId: id,
        organisationId,
        side,
        personId: side === 'guest' ? personId : null,
        seat: isInstant ? (chosen.seats.get(organisationId) ?? null) : null,
        ...slot,
        occupies: isInstant,
      }
    }),
  )
  await appendMeetingEvent(tx, context, {
    meetingId: id,
    kind: state,
    fromState: null,
    toState: state,
    personId,
    organisationId: guestId,
    startsAt,
  })
  return expiresAt ? { kind: 'requested', meetingId: id, expiresAt } : { kind: 'booked', meetingId: id }
}

/** The guest's own requests that wait for an answer. Its seats are locked: no two are asked for at once. */
async function countOpenRequests(tx: Transaction, guestId: string, now: Date): Promise<number> {
  const [row] = await tx
    .select({ open: sql<number>`count(*)::int` })
    .from(meeting)
    .innerJoin(meetingParticipant, eq(meetingParticipant.meetingId, meeting.id))
    .where(
      and(
        eq(meetingParticipant.organisationId, guestId),
        eq(meetingParticipant.side, 'guest'),
        eq(meeting.state, 'requested'),
        gt(meeting.expiresAt, now),
      ),
    )
  return row?.open ?? 0
}

/** The meeting that this form has made already, or that stands open between this need and this booth. */
async function findExisting(
  tx: Transaction,
  { subject, guestId, dedupeKey }: { subject: MeetingSubject; guestId: string; dedupeKey: string },
  now: Date,
): Promise<Found | null> {
  const columns = {
    id: meeting.id,
    state: meeting.state,
    endsAt: meeting.endsAt,
    expiresAt: meeting.expiresAt,
    dedupeKey: meeting.dedupeKey,
  }
  const rows = await tx
    .select(columns)
    .from(meeting)
    .innerJoin(meetingParticipant, eq(meetingParticipant.meetingId, meeting.id))
    .where(
      and(
        eq(meeting.needId, subject.needId),
        eq(meetingParticipant.organisationId, subject.hostId),
        ne(meetingParticipant.organisationId, guestId),
        sql`(${meeting.dedupeKey} = ${dedupeKey} or ${meeting.state} in ('requested', 'booked'))`,
      ),
    )
  const same = rows.find((row) => row.dedupeKey === dedupeKey)
  const open = rows.find((row) => isOpen(row, now))
  if (!same) return open ? { kind: 'existing', meetingId: open.id, state: open.state } : null
  const state = stateAt(same, now)
  if (state === 'booked') return { kind: 'booked', meetingId: same.id }
  if (state === 'requested' && same.expiresAt)
    return { kind: 'requested', meetingId: same.id, expiresAt: same.expiresAt }
  return open ? { kind: 'existing', meetingId: open.id, state: open.state } : { kind: 'changed', state }
}
