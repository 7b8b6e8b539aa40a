import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { account } from '~/db/schema/account'
import { meeting, meetingParticipant } from '~/db/schema/meeting'
import { membership } from '~/db/schema/membership'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import { sampleOrder } from '~/db/schema/sample-order'
import type { Context } from '../shared/context'
import type { OrganisationKind } from '../shared/enums'
import { type Parting, partingOf } from './deletion'
import { ownPerson } from './own-person.server'

export interface DeletionView {
  isShared: boolean
  hasPassword: boolean
  /** A proven address that a code can go to. */
  canGetCode: boolean
  organisations: {
    id: string
    name: string
    nameArabic: string | null
    kind: OrganisationKind
    parting: Parting
    /** Who could take it over. */
    others: { personId: string; name: string }[]
    /** Requests and meetings that would be called off with it. */
    openMeetings: number
    /** Orders of its samples that aren't sent: they would be called off with it, and so much given back. */
    unsentOrders: { count: number; refundMinor: number }
  }[]
}

/** What deleting one's account would mean now. @throws AppError 'forbidden' for visitors. */
export async function readDeletion({ db, actor, now }: Context): Promise<DeletionView> {
  const own = await ownPerson(db, actor)
  const ownIds = db
    .select({ id: membership.organisationId })
    .from(membership)
    .where(eq(membership.personId, own.id))
  const [members, passwords, open, unsent] = await Promise.all([
    db
      .select({
        organisationId: organisation.id,
        name: organisation.name,
        nameArabic: organisation.nameArabic,
        kind: organisation.kind,
        personId: membership.personId,
        personName: person.name,
        role: membership.role,
      })
      .from(membership)
      .innerJoin(organisation, eq(organisation.id, membership.organisationId))
      .innerJoin(person, eq(person.id, membership.personId))
      .where(inArray(membership.organisationId, ownIds))
      .orderBy(asc(organisation.name), asc(membership.createdAt)),
    db
      .select({ id: account.id })
      .from(account)
      .where(and(eq(account.personId, own.id), eq(account.providerId, 'credential'))),
    db
      .select({ organisationId: meetingParticipant.organisationId, count: sql<number>`count(*)::int` })
      .from(meetingParticipant)
      .innerJoin(meeting, eq(meeting.id, meetingParticipant.meetingId))
      .where(
        and(
          inArray(meetingParticipant.organisationId, ownIds),
          inArray(meeting.state, ['requested', 'booked']),
          gt(meeting.endsAt, now),
        ),
      )
      .groupBy(meetingParticipant.organisationId),
    db
      .select({
        organisationId: sampleOrder.organisationId,
        count: sql<number>`count(*)::int`,
        refundMinor: sql<string>`sum(${sampleOrder.paidMinor} - ${sampleOrder.refundedMinor})`,
      })
      .from(sampleOrder)
      .where(
        and(
          inArray(sampleOrder.organisationId, ownIds),
          inArray(sampleOrder.state, ['awaiting', 'paid', 'packed']),
          sql`${sampleOrder.dispute} is distinct from 'open'`,
        ),
      )
      .groupBy(sampleOrder.organisationId),
  ])
  const teams = new Map<string, typeof members>()
  for (const row of members) teams.set(row.organisationId, [...(teams.get(row.organisationId) ?? []), row])
  return {
    isShared: own.isShared,
    hasPassword: passwords.length > 0,
    canGetCode: (own.phoneVerified && own.phoneE164 !== null) || (own.emailVerified && own.email !== null),
    organisations: [...teams].flatMap(([id, rows]) => {
      const [first] = rows
      if (!first) return []
      const orders = unsent.find(({ organisationId }) => organisationId === id)
      return [
        {
          id,
          name: first.name,
          nameArabic: first.nameArabic,
          kind: first.kind,
          parting: partingOf({ organisationId: id, kind: first.kind, members: rows }, own.id),
          others: rows
            .filter(({ personId }) => personId !== own.id)
            .map(({ personId, personName }) => ({ personId, name: personName })),
          openMeetings: open.find(({ organisationId }) => organisationId === id)?.count ?? 0,
          unsentOrders: { count: orders?.count ?? 0, refundMinor: Number(orders?.refundMinor ?? 0) },
        },
      ]
    }),
  }
}
