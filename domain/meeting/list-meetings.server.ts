import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { actingMembership, mayWrite } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { ActorMembership, Context } from '../shared/context'
import { factsOf, visibleMeetings } from './meeting-row.server'
import { actionsOf, isOver, openProposal, stateAt } from './meeting-state'
import type { MeetingAction, MeetingRow } from './meeting-view'

const { meeting, meetingOutcome, meetingParticipant, organisation } = schema

const PER_PAGE = 20

export const MEETING_TABS = ['upcoming', 'requests', 'past'] as const
export type MeetingTab = (typeof MEETING_TABS)[number]
/** 'to-tell': past ones of which the reader's side has not said what came of them; they are in 'past', too. */
export type MeetingSelection = MeetingTab | 'to-tell'

export interface MeetingList {
  rows: MeetingRow[]
  /** From 1. */
  page: number
  pages: number
  total: number
  counts: Record<MeetingSelection, number>
}

/** What waits for an answer of the reader's side. */
const ANSWERS: readonly MeetingAction[] = ['accept', 'accept-move']

/**
 * An organisation's meetings, 20 a page in three queries; the organiser reads everybody's. Upcoming ones by
 * their time, requests by when they run out, past ones newest first. A page beyond the last is the last.
 * @throws AppError 'forbidden' for who acts for nobody.
 */
export async function listMeetings(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { tab, page: wantedPage }: { tab: MeetingSelection; page: number },
): Promise<MeetingList> {
  const acting = actingMembership(actor)
  if (!acting) throw new AppError('forbidden')
  const visible = visibleMeetings(acting)
  const tabs = tabConditions(now, mayWrite(acting) ? acting : null)

  const [counted] = await db
    .select({
      upcoming: sql<number>`count(*) filter (where ${tabs.upcoming})::int`,
      requests: sql<number>`count(*) filter (where ${tabs.requests})::int`,
      past: sql<number>`count(*) filter (where ${tabs.past})::int`,
      'to-tell': sql<number>`count(*) filter (where ${tabs['to-tell']})::int`,
    })
    .from(meeting)
    .where(visible)
  const counts = counted ?? { upcoming: 0, requests: 0, past: 0, 'to-tell': 0 }
  const total = counts[tab]
  const pages = Math.max(1, Math.ceil(total / PER_PAGE))
  const page = Math.min(Math.max(1, Math.trunc(wantedPage) || 1), pages)

  const rows = await db
    .select({
      id: meeting.id,
      version: meeting.version,
      state: meeting.state,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      expiresAt: meeting.expiresAt,
      way: meeting.way,
      agenda: meeting.agenda,
      proposedStartsAt: meeting.proposedStartsAt,
      proposedEndsAt: meeting.proposedEndsAt,
      proposedBy: meeting.proposedBy,
      isSample: meeting.isSample,
      hasTold: sql<boolean>`${hasTold(acting.organisationId)}`,
    })
    .from(meeting)
    .where(and(visible, tabs[tab]))
    .orderBy(...ORDER[tab])
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE)
  const ids = rows.map(({ id }) => id)
  const parties = ids.length
    ? await db
        .select({
          meetingId: meetingParticipant.meetingId,
          organisationId: organisation.id,
          side: meetingParticipant.side,
          name: organisation.name,
          nameArabic: organisation.nameArabic,
        })
        .from(meetingParticipant)
        .innerJoin(organisation, eq(organisation.id, meetingParticipant.organisationId))
        .where(inArray(meetingParticipant.meetingId, ids))
        .orderBy(sql`${meetingParticipant.side} = 'guest'`, asc(organisation.id))
    : []

  const readsAll = acting.organisationKind === 'organiser'
  return {
    page,
    pages,
    total,
    counts,
    rows: rows.map(({ agenda, hasTold, ...row }) => {
      const own = parties.filter(({ meetingId }) => meetingId === row.id)
      const sides = new Map(own.map(({ organisationId, side }) => [organisationId, side]))
      const mySide = (!readsAll && sides.get(acting.organisationId)) || null
      const facts = factsOf(row, sides)
      const actions = mySide && mayWrite(acting) ? actionsOf(facts, mySide, now) : []
      return {
        id: row.id,
        version: row.version,
        state: stateAt(facts, now),
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        isOver: isOver(row, now),
        expiresAt: row.expiresAt,
        way: row.way,
        counterparts: own
          .filter(({ organisationId }) => readsAll || organisationId !== acting.organisationId)
          .map(({ name, nameArabic }) => ({ name, nameArabic })),
        productWords: agenda.productWords,
        productName: agenda.productName,
        monthlyVolume: agenda.monthlyVolume,
        unit: agenda.unit,
        waitsForMe:
          // Who has proposed another time waits, too, whatever could still be accepted.
          (actions.some((action) => ANSWERS.includes(action)) && openProposal(facts, now)?.by !== mySide) ||
          (actions.includes('tell-outcome') && !hasTold),
        mySide,
        isSample: row.isSample,
      }
    }),
  }
}

const hasTold = (organisationId: string) => sql`exists (select from ${meetingOutcome} told
  where told.meeting_id = ${meeting.id} and told.organisation_id = ${organisationId}::uuid)`

/**
 * Every meeting is in one tab; a request that has run out is past, written down or not.
 * @param teller who can tell what came of a meeting; null: the reader cannot.
 */
function tabConditions(now: Date, teller: ActorMembership | null): Record<MeetingSelection, SQL> {
  const at = sql`${now.toISOString()}::timestamptz`
  const upcoming = sql`(${meeting.state} = 'booked' and ${meeting.endsAt} > ${at})`
  const requests = sql`(${meeting.state} = 'requested' and ${meeting.expiresAt} > ${at})`
  const toTell =
    teller && teller.organisationKind !== 'organiser'
      ? sql`(${meeting.state} in ('booked', 'held') and ${meeting.endsAt} <= ${at} and not ${hasTold(teller.organisationId)})`
      : sql`false`
  return { upcoming, requests, past: sql`not (${upcoming} or ${requests})`, 'to-tell': toTell }
}

const ORDER: Record<MeetingSelection, SQL[]> = {
  upcoming: [asc(meeting.startsAt), asc(meeting.id)],
  requests: [asc(meeting.expiresAt), asc(meeting.id)],
  past: [desc(meeting.startsAt), desc(meeting.id)],
  'to-tell': [desc(meeting.startsAt), desc(meeting.id)],
}
