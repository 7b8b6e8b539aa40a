import { and, asc, desc, eq, inArray, or } from 'drizzle-orm'
import { inquiry } from '~/db/schema/inquiry'
import { invitation } from '~/db/schema/invitation'
import { meetingParticipant } from '~/db/schema/meeting'
import { message } from '~/db/schema/message'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import { sampleOrder } from '~/db/schema/sample-order'
import { actingMembership } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { ActorMembership, Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { MessageSubject } from '../shared/message-enums'
import type { MessageLogRow } from './message-view'

/** More than a meeting that is moved every day gets. */
const MOST = 60

/**
 * The messages about one thing, oldest first: who was told what, and when. A party sees how its own
 * organisation's stand, and of the other side only that it was told; the organiser sees all, and of an
 * organisation also the invitations to it. Two queries, three there.
 * @throws AppError 'forbidden' for who acts for nobody, 'not-found' for a thing that isn't the reader's.
 */
export async function readMessageLog(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  { about }: { about: { kind: MessageSubject; id: string } },
): Promise<MessageLogRow[]> {
  const acting = actingMembership(actor)
  if (!acting) throw new AppError('forbidden')
  if (!isId(about.id) || !(await mayRead(db, acting, about))) throw new AppError('not-found')
  const readsAll = acting.organisationKind === 'organiser'
  const invitations = readsAll && about.kind === 'organisation' ? await invitationIds(db, about.id) : []
  const rows = await db
    .select({
      id: message.id,
      template: message.template,
      state: message.state,
      channel: message.channel,
      organisationId: message.organisationId,
      organisationName: organisation.name,
      organisationNameArabic: organisation.nameArabic,
      personName: person.name,
      createdAt: message.createdAt,
      sentAt: message.sentAt,
    })
    .from(message)
    .leftJoin(person, eq(person.id, message.personId))
    .leftJoin(organisation, eq(organisation.id, message.organisationId))
    .where(
      and(
        or(
          and(eq(message.aboutKind, about.kind), eq(message.aboutId, about.id)),
          and(eq(message.aboutKind, 'invitation'), inArray(message.aboutId, invitations)),
        ),
        eq(message.isSample, acting.isSample),
      ),
    )
    .orderBy(asc(message.createdAt), asc(message.id))
    .limit(MOST)
  return rows.flatMap(
    ({ organisationId, organisationName, organisationNameArabic, ...row }): MessageLogRow[] => {
      const isOwn = readsAll || organisationId === acting.organisationId
      const { id, template } = row
      const whose = { id, template, isOwn, organisationName, organisationNameArabic }
      const at = row.sentAt ?? row.createdAt
      if (isOwn) {
        return [{ ...whose, personName: row.personName || null, state: row.state, channel: row.channel, at }]
      }
      // What hasn't reached the other side, or never will, is its own affair.
      return row.sentAt ? [{ ...whose, personName: null, state: null, channel: null, at }] : []
    },
  )
}

/** Their ids first: with them both parts of the condition are found by message_about_idx. */
async function invitationIds(db: Context['db'], organisationId: string): Promise<string[]> {
  const rows = await db
    .select({ id: invitation.id })
    .from(invitation)
    .where(eq(invitation.organisationId, organisationId))
    .orderBy(desc(invitation.createdAt))
    .limit(MOST)
  return rows.map(({ id }) => id)
}

async function mayRead(
  db: Context['db'],
  acting: ActorMembership,
  { kind, id }: { kind: MessageSubject; id: string },
): Promise<boolean> {
  // Of the organiser's kind alone, see the query.
  if (acting.organisationKind === 'organiser') return true
  if (kind === 'organisation') return id === acting.organisationId
  if (kind === 'meeting') {
    const found = await db
      .select({ meetingId: meetingParticipant.meetingId })
      .from(meetingParticipant)
      .where(
        and(
          eq(meetingParticipant.meetingId, id),
          eq(meetingParticipant.organisationId, acting.organisationId),
        ),
      )
    return found.length > 0
  }
  if (kind === 'order') {
    const found = await db
      .select({ id: sampleOrder.id })
      .from(sampleOrder)
      .where(
        and(
          eq(sampleOrder.id, id),
          or(
            eq(sampleOrder.organisationId, acting.organisationId),
            eq(sampleOrder.buyerOrganisationId, acting.organisationId),
          ),
        ),
      )
    return found.length > 0
  }
  if (kind !== 'inquiry') return false
  const found = await db
    .select({ id: inquiry.id })
    .from(inquiry)
    .where(and(eq(inquiry.id, id), eq(inquiry.organisationId, acting.organisationId)))
  return found.length > 0
}
