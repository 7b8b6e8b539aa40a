import { eq, type SQL, sql } from 'drizzle-orm'
import { meeting, meetingParticipant } from '~/db/schema/meeting'
import type { ActorMembership } from '../shared/context'
import type { MeetingSide } from '../shared/enums'
import type { MeetingFacts } from './meeting-state'

/**
 * For a query of `meeting`: those that somebody may read. An organisation its own; the organiser all of
 * its kind, sample or real.
 */
export function visibleMeetings({ organisationId, organisationKind, isSample }: ActorMembership): SQL {
  if (organisationKind === 'organiser') return eq(meeting.isSample, isSample)
  return sql`exists (select from ${meetingParticipant} mine where mine.meeting_id = ${meeting.id}
    and mine.organisation_id = ${organisationId}::uuid)`
}

type Row = Pick<
  typeof meeting.$inferSelect,
  'state' | 'startsAt' | 'endsAt' | 'expiresAt' | 'proposedStartsAt' | 'proposedEndsAt' | 'proposedBy'
>

/** What the state machine knows of a row, with whose organisation is on which side. */
export function factsOf(row: Row, sides: ReadonlyMap<string, MeetingSide>): MeetingFacts {
  const { state, startsAt, endsAt, expiresAt, proposedStartsAt, proposedEndsAt, proposedBy } = row
  const by = proposedBy === null ? undefined : sides.get(proposedBy)
  return {
    state,
    startsAt,
    endsAt,
    expiresAt,
    proposal:
      proposedStartsAt && proposedEndsAt && by
        ? { startsAt: proposedStartsAt, endsAt: proposedEndsAt, by }
        : null,
  }
}
