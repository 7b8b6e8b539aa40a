import { and, eq, isNull } from 'drizzle-orm'
import { meetingSetting } from '~/db/schema/availability'
import { meeting, meetingParticipant } from '~/db/schema/meeting'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import { requireWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import { appendMeetingEvent } from '../shared/append-meeting-event.server'
import { readAvailability } from '../shared/availability.server'
import type { Context } from '../shared/context'
import type { MeetingSide, MeetingState } from '../shared/enums'
import { isId } from '../shared/ids'
import { ensureSeats, isOverlap, lockSeats } from '../shared/lock-seats.server'
import { factsOf } from './meeting-row.server'
import {
  type MeetingChange,
  type MeetingFacts,
  type MeetingStep,
  nextMeeting,
  stateAt,
  type TimeProblem,
} from './meeting-state'
import { chooseSeats, exceptMeeting } from './seats'
import type { Availability, Slot } from './slots'
import { takePlace } from './take-place.server'

const HOUR_MS = 3_600_000

type Row = typeof meeting.$inferSelect
interface Participant {
  organisationId: string
  side: MeetingSide
  personId: string | null
  seat: number | null
}

/** A meeting whose seats and row nobody else can change now, seen by one of its parties. */
export interface LockedMeeting {
  row: Row
  facts: MeetingFacts
  mySide: MeetingSide
  acting: { organisationId: string; personId: string }
  participants: readonly Participant[]
  tx: Transaction
}

export type Changed =
  | { kind: 'done'; step: MeetingStep }
  /** The page was older than the meeting, or what was asked for isn't possible any more. */
  | { kind: 'changed'; state: MeetingState }
  | ({ kind: 'taken'; who: 'them' | 'us' } & Wish)
  | ({ kind: 'not-possible'; why: TimeProblem } & Wish)

/** Whose time was wanted, and when. */
interface Wish {
  hostId: string
  guestId: string
  wanted: Date
}

/** A time that is refused before anybody's seats are looked at. */
export interface TimeRefused {
  kind: 'not-possible'
  why: TimeProblem
  startsAt: Date
}

export interface ChangeRequest {
  meetingId: string
  /** The one that the page showed; null: any. */
  version: number | null
  reason?: string | null
  /** What is to be done, decided under the lock; for a time that cannot be, why. */
  decide: (locked: LockedMeeting) => MeetingChange | Promise<MeetingChange | TimeRefused>
  /** What else is written with the change, once it is allowed. */
  also?: (locked: LockedMeeting) => Promise<void>
}

/**
 * The one way in which a meeting changes: seats of all parties locked in order, then its row, then the state
 * machine, then its seats and place where its time is taken anew, its event and its outbox row, all in one
 * transaction.
 * @throws AppError 'forbidden' for visitors, the organiser and those who only read; 'not-found' for a meeting
 *   that isn't the reader's.
 */
export async function changeMeeting(context: Context, request: ChangeRequest): Promise<Changed> {
  const { db, actor } = context
  const acting = requireWriter(actor)
  const parties = isId(request.meetingId)
    ? await db
        .select({ organisationId: meetingParticipant.organisationId, side: meetingParticipant.side })
        .from(meetingParticipant)
        .where(eq(meetingParticipant.meetingId, request.meetingId))
    : []
  const mySide = parties.find(({ organisationId }) => organisationId === acting.organisationId)?.side
  const hostId = parties.find(({ side }) => side === 'host')?.organisationId
  const guestId = parties.find(({ side }) => side === 'guest')?.organisationId
  if (!mySide || !hostId || !guestId) throw new AppError('not-found')
  const organisationIds = parties.map(({ organisationId }) => organisationId)
  await ensureSeats(context, organisationIds)

  let wanted = context.now
  try {
    return await inTransaction(db, async (tx) => {
      await lockSeats(tx, organisationIds)
      const locked = await lockMeeting(tx, request.meetingId, { mySide, acting })
      const { row, facts } = locked
      const changed = { kind: 'changed' as const, state: stateAt(facts, context.now) }
      // A party was merged with another meanwhile: its seats now are others than those that are locked.
      if (locked.participants.some((one) => !organisationIds.includes(one.organisationId))) return changed
      if (request.version !== null && request.version !== row.version) return changed
      const change = await request.decide(locked)
      if (change.kind === 'not-possible') {
        return { ...change, hostId, guestId, wanted: change.startsAt }
      }
      const step = nextMeeting(facts, change, mySide, context.now)
      if (!step) return changed

      let holds: Holding | null = null
      const slot = slotToTake(facts, step)
      if (slot) {
        wanted = slot.startsAt
        const chosen = chooseSeats(await partiesAround(tx, locked, slot), slot, {
          mine: acting.organisationId,
          strict: change.kind === 'move' && change.atOnce,
        })
        if ('taken' in chosen) return { kind: 'taken', who: chosen.taken, hostId, guestId, wanted }
        if (step.event !== 'move-proposed') {
          holds = { seats: chosen.seats, ...(await placeFor(tx, row, slot, hostId)) }
        }
      }
      await writeStep(tx, context, locked, { step, holds, reason: request.reason ?? null })
      await request.also?.(locked)
      return { kind: 'done', step }
    })
  } catch (error) {
    if (!isOverlap(error)) throw error
    return { kind: 'taken', who: 'them', hostId, guestId, wanted }
  }
}

interface Holding {
  seats: ReadonlyMap<string, number>
  way: Row['way']
  placeId: string | null
}

/** The time that both sides have to be free at: of a meeting booked or moved now, or of a new proposal. */
function slotToTake(before: MeetingFacts, { event, facts }: MeetingStep): Slot | null {
  if (event === 'move-proposed') return facts.proposal
  if (facts.state !== 'booked') return null
  return before.state !== 'booked' || event === 'moved' ? facts : null
}

async function lockMeeting(
  tx: Transaction,
  meetingId: string,
  who: Pick<LockedMeeting, 'mySide' | 'acting'>,
): Promise<LockedMeeting> {
  const [row] = await tx.select().from(meeting).where(eq(meeting.id, meetingId)).for('update')
  if (!row) throw new AppError('not-found')
  const participants = await tx
    .select({
      organisationId: meetingParticipant.organisationId,
      side: meetingParticipant.side,
      personId: meetingParticipant.personId,
      seat: meetingParticipant.seat,
    })
    .from(meetingParticipant)
    .where(eq(meetingParticipant.meetingId, meetingId))
  const sides = new Map(participants.map(({ organisationId, side }) => [organisationId, side]))
  return { row, facts: factsOf(row, sides), participants, tx, ...who }
}

/** The parties' availability about a slot, as if the meeting itself held nothing. */
async function partiesAround(
  tx: Transaction,
  { row, participants }: LockedMeeting,
  { startsAt, endsAt }: Slot,
): Promise<Availability[]> {
  const availability = await readAvailability(
    tx,
    participants.map(({ organisationId }) => organisationId),
    { from: new Date(startsAt.getTime() - HOUR_MS), until: new Date(endsAt.getTime() + HOUR_MS) },
  )
  // The other side was turned away or has closed: nothing can be agreed on with it.
  if (availability.size < participants.length) throw new AppError('conflict')
  const seats = new Map(participants.map(({ organisationId, seat }) => [organisationId, seat]))
  return [...availability.values()].map((party) =>
    exceptMeeting(party, { startsAt: row.startsAt, endsAt: row.endsAt, seats }),
  )
}

async function placeFor(tx: Transaction, row: Row, slot: Slot, hostId: string) {
  const [setting] = await tx
    .select({ way: meetingSetting.way })
    .from(meetingSetting)
    .where(eq(meetingSetting.organisationId, hostId))
  return takePlace(tx, {
    editionId: row.editionId,
    way: setting?.way ?? 'whatsapp',
    slot,
    isSample: row.isSample,
    meetingId: row.id,
    currentPlaceId: row.placeId,
  })
}

async function writeStep(
  tx: Transaction,
  context: Context,
  { row, mySide, acting, participants }: LockedMeeting,
  { step, holds, reason }: { step: MeetingStep; holds: Holding | null; reason: string | null },
): Promise<void> {
  const { facts, event } = step
  const { now } = context
  const occupies = facts.state === 'booked' || facts.state === 'held'
  const ends = facts.state === 'declined' || facts.state === 'withdrawn' || facts.state === 'cancelled'
  const proposedBy = facts.proposal
    ? participants.find(({ side }) => side === facts.proposal?.by)?.organisationId
    : null
  const own = eq(meetingParticipant.meetingId, row.id)

  // Seats change together with the time that they are held for: the rows are written anew.
  if (holds) await tx.delete(meetingParticipant).where(own)
  await tx
    .update(meeting)
    .set({
      state: facts.state,
      occupies,
      startsAt: facts.startsAt,
      endsAt: facts.endsAt,
      expiresAt: facts.expiresAt,
      proposedStartsAt: facts.proposal?.startsAt ?? null,
      proposedEndsAt: facts.proposal?.endsAt ?? null,
      proposedBy: proposedBy ?? null,
      ...(holds ? { way: holds.way, placeId: holds.placeId } : {}),
      ...(ends ? { endReason: reason, endedBy: acting.organisationId } : {}),
      calendarSequence: row.calendarSequence + (step.calendarChanges ? 1 : 0),
      version: row.version + 1,
      updatedAt: now,
    })
    .where(eq(meeting.id, row.id))
  if (holds) {
    await tx.insert(meetingParticipant).values(
      participants.map((participant) => ({
        meetingId: row.id,
        organisationId: participant.organisationId,
        side: participant.side,
        personId:
          participant.side === mySide ? (participant.personId ?? acting.personId) : participant.personId,
        seat: holds.seats.get(participant.organisationId) ?? null,
        startsAt: facts.startsAt,
        endsAt: facts.endsAt,
        occupies,
      })),
    )
  } else {
    if (!occupies) await tx.update(meetingParticipant).set({ seat: null }).where(own)
    await tx
      .update(meetingParticipant)
      .set({ personId: acting.personId })
      .where(
        and(
          own,
          eq(meetingParticipant.organisationId, acting.organisationId),
          isNull(meetingParticipant.personId),
        ),
      )
  }
  await appendMeetingEvent(tx, context, {
    meetingId: row.id,
    kind: event,
    fromState: row.state,
    toState: facts.state,
    personId: acting.personId,
    organisationId: acting.organisationId,
    reason,
    startsAt: facts.proposal && event === 'move-proposed' ? facts.proposal.startsAt : facts.startsAt,
  })
}
