import { and, eq } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { actingMembership } from '../shared/acting'
import type { Context } from '../shared/context'
import { HALL_ZONE } from '../shared/hall-zone'
import { isId } from '../shared/ids'
import type { MeetingDraftFacts } from './meeting-draft'
import { openProposal, stateAt } from './meeting-state'

const { meeting, meetingParticipant, organisation, person } = schema

export interface MeetingChat {
  facts: MeetingDraftFacts
  /** The other side's organisation; of several, the first host's or guest's. */
  counterpartId: string
  /** As it is stored: the organisation's, else that of the person who asked or answered. Never for a page. */
  counterpartPhone: string | null
  isSample: boolean
}

/** A meeting as one of its parties writes about it to the other; null for everybody else. Two queries. */
export async function findMeetingChat(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  meetingId: string,
): Promise<MeetingChat | null> {
  const acting = actingMembership(actor)
  if (!acting || !isId(meetingId)) return null
  const [[row], parties] = await Promise.all([
    db
      .select({ meeting, side: meetingParticipant.side })
      .from(meeting)
      .innerJoin(
        meetingParticipant,
        and(
          eq(meetingParticipant.meetingId, meeting.id),
          eq(meetingParticipant.organisationId, acting.organisationId),
        ),
      )
      .where(eq(meeting.id, meetingId)),
    db
      .select({
        organisationId: organisation.id,
        side: meetingParticipant.side,
        kind: organisation.kind,
        name: organisation.name,
        nameArabic: organisation.nameArabic,
        phone: organisation.whatsappE164,
        personPhone: person.phoneE164,
        personZone: person.timeZone,
      })
      .from(meetingParticipant)
      .innerJoin(organisation, eq(organisation.id, meetingParticipant.organisationId))
      .leftJoin(person, eq(person.id, meetingParticipant.personId))
      .where(eq(meetingParticipant.meetingId, meetingId))
      .orderBy(organisation.name),
  ])
  const me = parties.find(({ organisationId }) => organisationId === acting.organisationId)
  const counterpart = parties.find(({ side }) => row && side !== row.side)
  if (!row || !me || !counterpart) return null
  const { proposedStartsAt, proposedEndsAt, proposedBy } = row.meeting
  const proposer = parties.find(({ organisationId }) => organisationId === proposedBy)
  const proposal = openProposal(
    {
      ...row.meeting,
      proposal:
        proposedStartsAt && proposedEndsAt && proposer
          ? { startsAt: proposedStartsAt, endsAt: proposedEndsAt, by: proposer.side }
          : null,
    },
    now,
  )
  return {
    facts: {
      id: row.meeting.id,
      state: stateAt(row.meeting, now),
      startsAt: row.meeting.startsAt,
      endsAt: row.meeting.endsAt,
      language: row.meeting.language,
      agenda: row.meeting.agenda,
      proposal: proposal && { startsAt: proposal.startsAt, byMe: proposal.by === row.side },
      mySide: row.side,
      me: { name: me.name, nameArabic: me.nameArabic },
      counterpart: {
        name: counterpart.name,
        nameArabic: counterpart.nameArabic,
        timeZone: (counterpart.kind !== 'pesantren' && counterpart.personZone) || HALL_ZONE,
      },
    },
    counterpartId: counterpart.organisationId,
    counterpartPhone: counterpart.phone ?? counterpart.personPhone,
    isSample: row.meeting.isSample,
  }
}
