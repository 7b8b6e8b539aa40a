import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { meeting, meetingParticipant } from '~/db/schema/meeting'
import { membership } from '~/db/schema/membership'
import { organisation } from '~/db/schema/organisation'
import type { Transaction } from '~/db/transaction.server'
import type { Party, ToldMeeting } from './meeting-message'
import { type Receiver, readReceivers } from './read-receiver.server'

/** Who of an organisation is written to. */
export interface Listener {
  receiver: Receiver
  organisationId: string
}

export interface MeetingAudience extends ToldMeeting {
  row: typeof meeting.$inferSelect
  listeners: (Listener & { party: Party })[]
}

/**
 * Meetings with all who are told of them: of each organisation its owners, a pesantren's editors, and whoever of
 * it asked or answered, each person once. Constant queries. The order is that of the organisations' sides, host
 * first.
 */
export async function readAudiences(
  db: Pick<Database | Transaction, 'select'>,
  meetingIds: readonly string[],
): Promise<Map<string, MeetingAudience>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await db
    .select({
      row: meeting,
      personId: meetingParticipant.personId,
      party: {
        organisationId: organisation.id,
        side: meetingParticipant.side,
        name: organisation.name,
        nameArabic: organisation.nameArabic,
      },
    })
    .from(meeting)
    .innerJoin(meetingParticipant, eq(meetingParticipant.meetingId, meeting.id))
    .innerJoin(organisation, eq(organisation.id, meetingParticipant.organisationId))
    .where(inArray(meeting.id, [...meetingIds]))
    .orderBy(sql`${meetingParticipant.side} desc`, organisation.id)
  const listeners = await readListeners(
    db,
    rows.map(({ party, personId }) => ({ organisationId: party.organisationId, personId })),
  )

  const audiences = new Map<string, MeetingAudience>()
  for (const { row, party, personId } of rows) {
    const { id, version, startsAt, endsAt, agenda } = row
    const audience = audiences.get(id) ?? {
      ...{ id, version, startsAt, endsAt, agenda, row },
      parties: [],
      listeners: [],
    }
    const heard = new Set(audience.listeners.map(({ receiver }) => receiver.personId))
    audiences.set(id, {
      ...audience,
      parties: [...audience.parties, party],
      listeners: [
        ...audience.listeners,
        ...(listeners.get(party.organisationId) ?? [])
          .filter(({ always, receiver }) => always || receiver.personId === personId)
          .filter(({ receiver }) => !heard.has(receiver.personId))
          .map(({ receiver }) => ({ receiver, organisationId: party.organisationId, party })),
      ],
    })
  }
  return audiences
}

/**
 * By organisation, who is told of what happens to it: `always` its owners and a pesantren's editors, the others
 * (who asked or answered, if they still belong to it) only of their own matters.
 */
export async function readListeners(
  db: Pick<Database | Transaction, 'select'>,
  parties: readonly { organisationId: string; personId: string | null }[],
): Promise<Map<string, { receiver: Receiver; always: boolean }[]>> {
  const organisationIds = [...new Set(parties.map(({ organisationId }) => organisationId))]
  if (organisationIds.length === 0) return new Map()
  const personIds = [...new Set(parties.flatMap(({ personId }) => personId ?? []))]
  const always = or(
    eq(membership.role, 'owner'),
    and(eq(membership.role, 'editor'), eq(organisation.kind, 'pesantren')),
  )
  const members = await db
    .select({
      personId: membership.personId,
      organisationId: membership.organisationId,
      always: sql<boolean>`(${always})`,
    })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(
      and(
        inArray(membership.organisationId, organisationIds),
        personIds.length > 0 ? or(always, inArray(membership.personId, personIds)) : always,
      ),
    )
    .orderBy(membership.createdAt, membership.personId)
  const receivers = await readReceivers(
    db,
    members.map(({ personId }) => personId),
  )
  const listeners = new Map<string, { receiver: Receiver; always: boolean }[]>()
  for (const { personId, organisationId, always } of members) {
    const receiver = receivers.get(personId)
    if (!receiver) continue
    listeners.set(organisationId, [...(listeners.get(organisationId) ?? []), { receiver, always }])
  }
  return listeners
}
