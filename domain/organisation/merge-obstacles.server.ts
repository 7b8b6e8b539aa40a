import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { seat } from '~/db/schema/availability'
import { meetingParticipant } from '~/db/schema/meeting'
import type { Transaction } from '~/db/transaction.server'
import type { Verification } from '../shared/account-enums'
import { sharedOrganisations } from '../shared/shared-account.server'
import { planSeats, type SeatPlan } from './merge-seats'

/** Why two can't be merged as they are; what the organiser can do about each is said on the page. */
export type MergeObstacle =
  /** The verified one has to stay: its address is known. */
  | { kind: 'keep-verified' }
  /** One of the two is the sample's that everybody may use: it stays as it is. */
  | { kind: 'shared' }
  /** The two stand in a meeting with each other. */
  | { kind: 'meet-each-other'; meetingId: string }
  /** A company's need has a meeting with both. */
  | { kind: 'same-need'; company: string; meetingId: string }
  /** At this time both have a meeting, and the one that stays has no seat left. */
  | { kind: 'times-overlap'; meetingId: string; startsAt: Date }

interface Sides {
  kept: { id: string; verification: Verification }
  gone: { id: string; verification: Verification }
}

/** What stands in the way, and where the meetings of the one that goes would sit. Four queries. */
export async function mergeObstacles(
  db: Database | Transaction,
  { kept, gone }: Sides,
  now: Date,
): Promise<{ obstacles: MergeObstacle[]; plan: SeatPlan }> {
  const seats = await db
    .select({ number: seat.number, retiredAt: seat.retiredAt })
    .from(seat)
    .where(eq(seat.organisationId, kept.id))
    .orderBy(seat.number)
  const held = await db
    .select({
      organisationId: meetingParticipant.organisationId,
      meetingId: meetingParticipant.meetingId,
      seat: meetingParticipant.seat,
      startsAt: meetingParticipant.startsAt,
      endsAt: meetingParticipant.endsAt,
    })
    .from(meetingParticipant)
    .where(
      and(
        inArray(meetingParticipant.organisationId, [kept.id, gone.id]),
        eq(meetingParticipant.occupies, true),
      ),
    )
    .orderBy(meetingParticipant.startsAt)
  const standing = await db.execute<{ kind: string; meetingId: string; company: string }>(sql`
    select 'each-other' as kind, m.id as "meetingId", '' as company
    from meeting m
    join meeting_participant a on a.meeting_id = m.id and a.organisation_id = ${kept.id}
    join meeting_participant b on b.meeting_id = m.id and b.organisation_id = ${gone.id}
    where m.state in ('requested', 'booked', 'held')
    union all
    select 'same-need', m.id, c.name
    from meeting m
    join meeting_participant a on a.meeting_id = m.id and a.organisation_id = ${gone.id} and a.side = 'host'
    join need n on n.id = m.need_id
    join organisation c on c.id = n.organisation_id
    where m.state in ('requested', 'booked') and exists (
      select from meeting k join meeting_participant p on p.meeting_id = k.id
      where k.need_id = m.need_id and k.state in ('requested', 'booked')
        and p.organisation_id = ${kept.id} and p.side = 'host')
    order by 1, 2`)
  const active = seats.filter(({ retiredAt }) => retiredAt === null).map(({ number }) => number)
  const plan = planSeats({
    active: active.length > 0 ? active : [1],
    all: seats.map(({ number }) => number),
    kept: held.flatMap(({ organisationId, seat, ...one }) =>
      organisationId === kept.id && seat !== null ? [{ ...one, seat }] : [],
    ),
    moved: held.filter(({ organisationId }) => organisationId === gone.id),
    now,
  })
  const shared = await sharedOrganisations(db, [kept.id, gone.id])
  const obstacles: MergeObstacle[] = [
    ...(shared.size > 0 ? [{ kind: 'shared' as const }] : []),
    ...(gone.verification === 'verified' && kept.verification !== 'verified'
      ? [{ kind: 'keep-verified' as const }]
      : []),
    ...standing.map(({ kind, meetingId, company }) =>
      kind === 'same-need'
        ? { kind: 'same-need' as const, company, meetingId }
        : { kind: 'meet-each-other' as const, meetingId },
    ),
    ...plan.clashes.map(({ meetingId, startsAt }) => ({
      kind: 'times-overlap' as const,
      meetingId,
      startsAt,
    })),
  ]
  return { obstacles, plan }
}
