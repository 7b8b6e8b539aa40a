import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { schema } from '~/db/schema'
import type { ActorMembership, Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import { type ButtonPayload, parseButton } from './button-payload'

const { meetingParticipant, membership, message, messageAttempt, organisation, person, whatsappReceived } =
  schema

/** Whose verified number wrote to us. */
export interface Replier {
  personId: string
  locale: Locale
  isSample: boolean
  memberships: readonly ActorMembership[]
}

export interface OpenReply {
  id: string
  kind: 'button' | 'text' | 'other'
  content: string | null
  /** What was tapped; null: nothing of ours. */
  button: ButtonPayload | null
  fromE164: string | null
  /** Null: nobody's number here. */
  replier: Replier | null
  /** With which of its memberships the replier can answer the button: the likeliest first. */
  parties: readonly ActorMembership[]
}

/**
 * What somebody wrote or tapped in WhatsApp and who that is; null: it isn't there, or was worked on. A person
 * is known by a verified number; where WhatsApp keeps the number to itself, by the number that the same user
 * showed before, or by the message of ours that is answered. Only for the worker.
 */
export async function openReply(
  { db }: Pick<Context, 'db'>,
  { id }: { id: string },
): Promise<OpenReply | null> {
  const [row] = await db
    .select()
    .from(whatsappReceived)
    .where(and(eq(whatsappReceived.id, id), isNull(whatsappReceived.result)))
  if (!row) return null
  const answered = row.answersServiceId === null ? undefined : await findAnswered(db, row.answersServiceId)
  const phone = row.fromE164 ?? (row.userId === null ? null : await numberOf(db, row.userId))
  const replier = phone
    ? await findReplier(db, and(eq(person.phoneE164, phone), eq(person.phoneVerified, true)))
    : answered?.personId
      ? await findReplier(db, eq(person.id, answered.personId))
      : null
  const button = row.kind === 'button' && row.content ? parseButton(row.content) : null
  const parties = button && replier ? await findParties(db, button.meetingId, replier.memberships) : []
  const isAsked = ({ organisationId }: ActorMembership) => organisationId === answered?.organisationId
  return {
    id: row.id,
    kind: row.kind,
    content: row.content,
    button,
    fromE164: phone,
    replier,
    // Some people act for both sides: then for the one that was written to.
    parties: parties.sort((a, b) => Number(isAsked(b)) - Number(isAsked(a))),
  }
}

type Database = Context['db']

/** The message of ours that was answered: WhatsApp alone knows its id there. */
async function findAnswered(db: Database, serviceId: string) {
  const [row] = await db
    .select({ personId: message.personId, organisationId: message.organisationId })
    .from(messageAttempt)
    .innerJoin(message, eq(message.id, messageAttempt.messageId))
    .where(and(eq(messageAttempt.serviceId, serviceId), eq(messageAttempt.channel, 'whatsapp')))
  return row
}

async function findParties(db: Database, meetingId: string, memberships: readonly ActorMembership[]) {
  const parties = await db
    .select({ organisationId: meetingParticipant.organisationId })
    .from(meetingParticipant)
    .where(eq(meetingParticipant.meetingId, meetingId))
  const ids = new Set(parties.map(({ organisationId }) => organisationId))
  return memberships.filter(({ organisationId }) => ids.has(organisationId))
}

async function numberOf(db: Database, userId: string): Promise<string | null> {
  const [row] = await db
    .select({ phone: whatsappReceived.fromE164 })
    .from(whatsappReceived)
    .where(and(eq(whatsappReceived.userId, userId), isNotNull(whatsappReceived.fromE164)))
    .orderBy(desc(whatsappReceived.happenedAt))
    .limit(1)
  return row?.phone ?? null
}

async function findReplier(db: Database, which: ReturnType<typeof and>): Promise<Replier | null> {
  const rows = await db
    .select({
      personId: person.id,
      locale: person.locale,
      personIsSample: person.isSample,
      organisationId: organisation.id,
      organisationKind: organisation.kind,
      isSample: organisation.isSample,
      verification: organisation.verification,
      role: membership.role,
    })
    .from(person)
    .leftJoin(membership, eq(membership.personId, person.id))
    .leftJoin(organisation, eq(organisation.id, membership.organisationId))
    .where(and(which, isNull(person.deletedAt)))
    .orderBy(asc(membership.createdAt))
  const [first] = rows
  if (!first) return null
  return {
    personId: first.personId,
    locale: first.locale,
    isSample: first.personIsSample,
    memberships: rows.flatMap(({ organisationId, organisationKind, isSample, verification, role }) =>
      organisationId && organisationKind && isSample !== null && verification && role
        ? [{ organisationId, organisationKind, isSample, verification, role }]
        : [],
    ),
  }
}
