import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { actingMembership, mayWrite } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { ActorMembership, Context } from '../shared/context'
import { HALL_ZONE } from '../shared/hall-zone'
import { isId } from '../shared/ids'
import type { Locale } from '../shared/locale'
import { isLocale } from '../shared/locale'
import { notClosed } from '../shared/not-closed.server'
import { factsOf, visibleMeetings } from './meeting-row.server'
import { actionsOf, isOver, openProposal, stateAt } from './meeting-state'
import type { MeetingParty, MeetingView } from './meeting-view'

const { meeting, meetingEvent, meetingOutcome, meetingParticipant, meetingPlace } = schema
const { organisation, person, product, regency, seat } = schema

/**
 * The read model of a meeting's page for one of its parties or the organiser: four queries.
 * @throws AppError 'forbidden' for who acts for nobody, 'not-found' for everybody else's meeting.
 */
export async function readMeeting(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { meetingId }: { meetingId: string },
): Promise<MeetingView> {
  const acting = actingMembership(actor)
  if (!acting) throw new AppError('forbidden')
  const row = isId(meetingId) ? await queryMeeting(db, acting, meetingId) : undefined
  if (!row) throw new AppError('not-found')
  const readsAll = acting.organisationKind === 'organiser'
  const [participants, events, outcomes] = await Promise.all([
    queryParticipants(db, meetingId),
    queryEvents(db, meetingId),
    queryOutcomes(db, meetingId, readsAll ? null : acting.organisationId),
  ])

  const sides = new Map(participants.map(({ organisationId, side }) => [organisationId, side]))
  const names = new Map(participants.map(({ organisationId, name }) => [organisationId, name]))
  const mySide = (!readsAll && sides.get(acting.organisationId)) || null
  const facts = factsOf(row, sides)
  const proposal = openProposal(facts, now)
  return {
    id: row.id,
    version: row.version,
    state: stateAt(facts, now),
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    isOver: isOver(row, now),
    isInstant: row.isInstant,
    expiresAt: row.expiresAt,
    way: row.way,
    place:
      row.placeKind !== null && row.placeNumber !== null
        ? { kind: row.placeKind, number: row.placeNumber, link: row.placeLink }
        : null,
    language: row.language,
    agenda: row.agenda,
    // The host was told what it is about; the need itself stays its company's.
    needId: mySide === 'host' ? null : row.needId,
    product:
      row.productSlug !== null && row.productName !== null && row.productDrawing !== null
        ? { slug: row.productSlug, name: row.productName, drawing: row.productDrawing }
        : null,
    parties: participants.map(partyOf),
    mySide,
    myOrganisationId: mySide && acting.organisationId,
    proposal: proposal && {
      startsAt: proposal.startsAt,
      endsAt: proposal.endsAt,
      byMe: proposal.by === mySide,
      organisationName: names.get(row.proposedBy ?? '') ?? '',
    },
    endReason: row.endReason,
    endedByMe: row.endedBy === null || mySide === null ? null : row.endedBy === acting.organisationId,
    actions: mySide && mayWrite(acting) ? actionsOf(facts, mySide, now) : [],
    outcomes,
    events: events.map(({ organisationId, ...event }) => ({
      ...event,
      organisationName: organisationId === null ? null : (names.get(organisationId) ?? null),
    })),
    isSample: row.isSample,
  }
}

type Database = Context['db']

async function queryMeeting(db: Database, acting: ActorMembership, meetingId: string) {
  const [row] = await db
    .select({
      id: meeting.id,
      version: meeting.version,
      state: meeting.state,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      isInstant: meeting.isInstant,
      expiresAt: meeting.expiresAt,
      way: meeting.way,
      language: meeting.language,
      agenda: meeting.agenda,
      needId: meeting.needId,
      proposedStartsAt: meeting.proposedStartsAt,
      proposedEndsAt: meeting.proposedEndsAt,
      proposedBy: meeting.proposedBy,
      endReason: meeting.endReason,
      endedBy: meeting.endedBy,
      isSample: meeting.isSample,
      placeKind: meetingPlace.kind,
      placeNumber: meetingPlace.number,
      placeLink: meetingPlace.link,
      productSlug: product.slug,
      productName: product.name,
      productDrawing: product.drawing,
    })
    .from(meeting)
    .leftJoin(meetingPlace, eq(meetingPlace.id, meeting.placeId))
    .leftJoin(product, and(eq(product.id, meeting.productId), eq(product.state, 'published')))
    .where(and(eq(meeting.id, meetingId), visibleMeetings(acting)))
  return row
}

function queryParticipants(db: Database, meetingId: string) {
  return db
    .select({
      organisationId: organisation.id,
      side: meetingParticipant.side,
      kind: organisation.kind,
      name: organisation.name,
      nameArabic: organisation.nameArabic,
      slug: organisation.slug,
      verification: organisation.verification,
      isOpen: sql<boolean>`${notClosed}`,
      regencyCode: regency.code,
      regencyName: regency.name,
      spokenLanguages: organisation.spokenLanguages,
      personName: person.name,
      timeZone: person.timeZone,
      representatives: sql<number>`(select count(*)::int from ${seat} s where s.organisation_id = ${organisation.id} and s.retired_at is null)`,
    })
    .from(meetingParticipant)
    .innerJoin(organisation, eq(organisation.id, meetingParticipant.organisationId))
    .leftJoin(regency, eq(regency.code, organisation.regencyCode))
    .leftJoin(person, eq(person.id, meetingParticipant.personId))
    .where(eq(meetingParticipant.meetingId, meetingId))
    .orderBy(sql`${meetingParticipant.side} = 'guest'`, asc(organisation.id))
}

function partyOf(row: Awaited<ReturnType<typeof queryParticipants>>[number]): MeetingParty {
  const isPesantren = row.kind === 'pesantren'
  const languages: Locale[] | null = row.spokenLanguages?.filter(isLocale) ?? null
  return {
    organisationId: row.organisationId,
    side: row.side,
    kind: row.kind,
    name: row.name,
    nameArabic: row.nameArabic,
    isVerified: row.verification === 'verified',
    boothSlug: isPesantren && row.isOpen ? row.slug : null,
    regency: row.regencyCode && row.regencyName ? { code: row.regencyCode, name: row.regencyName } : null,
    languages,
    // Who was deleted has none.
    personName: row.personName || null,
    timeZone: isPesantren ? HALL_ZONE : (row.timeZone ?? HALL_ZONE),
    representatives: Math.max(1, row.representatives),
  }
}

function queryEvents(db: Database, meetingId: string) {
  return db
    .select({
      id: meetingEvent.id,
      kind: meetingEvent.kind,
      organisationId: meetingEvent.organisationId,
      reason: meetingEvent.reason,
      startsAt: meetingEvent.startsAt,
      at: meetingEvent.createdAt,
    })
    .from(meetingEvent)
    .where(eq(meetingEvent.meetingId, meetingId))
    .orderBy(asc(meetingEvent.id))
}

/** One organisation's own words; null: everybody's. */
function queryOutcomes(db: Database, meetingId: string, organisationId: string | null) {
  return db
    .select({
      side: meetingParticipant.side,
      kind: meetingOutcome.kind,
      promisedMinor: meetingOutcome.promisedMinor,
      nextStep: meetingOutcome.nextStep,
      nextStepOn: meetingOutcome.nextStepOn,
      version: meetingOutcome.version,
    })
    .from(meetingOutcome)
    .innerJoin(
      meetingParticipant,
      and(
        eq(meetingParticipant.meetingId, meetingOutcome.meetingId),
        eq(meetingParticipant.organisationId, meetingOutcome.organisationId),
      ),
    )
    .where(
      and(
        eq(meetingOutcome.meetingId, meetingId),
        organisationId === null ? undefined : inArray(meetingOutcome.organisationId, [organisationId]),
      ),
    )
    .orderBy(asc(meetingParticipant.side))
}
