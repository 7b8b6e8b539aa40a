import { and, eq } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { actingMembership } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { CalendarFacts } from './calendar-file'
import { stateAt } from './meeting-state'

const { meeting, meetingParticipant, meetingPlace, organisation } = schema

/**
 * What the calendar file of a meeting says, for one of its parties. Two queries.
 * @throws AppError 'forbidden' for a visitor, 'not-found' for everybody who isn't a party.
 */
export async function readCalendarFile(
  { db, actor, now }: Context,
  { meetingId }: { meetingId: string },
): Promise<CalendarFacts & { isGuest: boolean }> {
  if (actor.kind !== 'person') throw new AppError('forbidden')
  const acting = actingMembership(actor)
  if (!acting || !isId(meetingId)) throw new AppError('not-found')
  const [[found], parties] = await Promise.all([
    db
      .select({ meeting, place: meetingPlace, side: meetingParticipant.side })
      .from(meeting)
      .innerJoin(
        meetingParticipant,
        and(
          eq(meetingParticipant.meetingId, meeting.id),
          eq(meetingParticipant.organisationId, acting.organisationId),
        ),
      )
      .leftJoin(meetingPlace, eq(meetingPlace.id, meeting.placeId))
      .where(eq(meeting.id, meetingId)),
    db
      .select({
        organisationId: organisation.id,
        name: organisation.name,
        nameArabic: organisation.nameArabic,
      })
      .from(meetingParticipant)
      .innerJoin(organisation, eq(organisation.id, meetingParticipant.organisationId))
      .where(eq(meetingParticipant.meetingId, meetingId))
      .orderBy(organisation.name),
  ])
  if (!found) throw new AppError('not-found')
  const state = stateAt(found.meeting, now)
  const { id, startsAt, endsAt, calendarSequence, createdAt, updatedAt, way, agenda, isSample } =
    found.meeting
  return {
    id,
    state,
    startsAt,
    endsAt,
    // A request that has run out reads as the worker will write it down.
    calendarSequence: calendarSequence + (state === found.meeting.state ? 0 : 1),
    createdAt,
    updatedAt,
    way,
    place: found.place && { kind: found.place.kind, number: found.place.number, link: found.place.link },
    agenda,
    counterparts: parties
      .filter(({ organisationId }) => organisationId !== acting.organisationId)
      .map(({ name, nameArabic }) => ({ name, nameArabic })),
    isSample,
    isGuest: found.side === 'guest',
  }
}
