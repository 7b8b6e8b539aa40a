import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { certificate } from '~/db/schema/certificate'
import { inquiry } from '~/db/schema/inquiry'
import { invitation } from '~/db/schema/invitation'
import { meeting } from '~/db/schema/meeting'
import { membership } from '~/db/schema/membership'
import type { message } from '~/db/schema/message'
import { oneTimeCode } from '~/db/schema/one-time-code'
import { organisation } from '~/db/schema/organisation'
import { sampleOrder } from '~/db/schema/sample-order'
import { organisationClaim } from '~/db/schema/verification-event'
import type { Transaction } from '~/db/transaction.server'
import { CHANNELS } from '../shared/message-enums'
import { codeMessageKey, hashedToken } from '../shared/message-proof.server'
import type { MessageVariables } from '../shared/message-variables'
import { openDisputes } from './open-disputes.server'
import { MEETING_TEMPLATES, type MeetingNow, type MeetingTemplate, type NotDue, stillDue } from './still-due'
import { isOrderTemplate, type OrderNotDue, type OrderNow, stillDueOrder } from './still-due-order'

export type DueQuestion = Pick<
  typeof message.$inferSelect,
  | 'id'
  | 'template'
  | 'variables'
  | 'aboutKind'
  | 'aboutId'
  | 'organisationId'
  | 'personId'
  | 'isAddressFixed'
  | 'address'
  | 'dedupeKey'
>

/**
 * Whether messages still say what is true, asked just before they go; by each message's id `true`, or why not.
 * Constant queries, whatever their number.
 */
export async function isStillDue(
  db: Pick<Database | Transaction, 'select'>,
  messages: readonly DueQuestion[],
  now: Date = new Date(),
): Promise<Map<string, true | NotDue | OrderNotDue>> {
  const about = (kind: DueQuestion['aboutKind']) => [
    ...new Set(messages.filter(({ aboutKind }) => aboutKind === kind).map(({ aboutId }) => aboutId)),
  ]
  const [meetings, orders, over, deadCodes, answered, asked, otherPapers, gone] = await Promise.all([
    readMeetings(db, about('meeting')),
    readOrders(db, about('order')),
    readOverInvitations(db, messages),
    readDeadCodes(db, messages, now),
    readAnswered(db, about('inquiry')),
    readAskedBack(db, about('organisation')),
    readOtherPapers(db, messages),
    readGoneMembers(db, messages),
  ])
  return new Map(
    messages.map((question) => {
      const { id, template, aboutId, organisationId, variables } = question
      if (gone.has(id)) return [id, 'nobody'] as const
      if (template === 'organisation-invitation' && over.has(id)) return [id, 'over'] as const
      if (deadCodes.has(id)) return [id, 'over'] as const
      if (template === 'inquiry-received' && answered.has(aboutId)) return [id, 'answered'] as const
      // A question waits for the morning: it may have been answered on the page before.
      if (template === 'verification-asked-back' && !asked.registration.has(aboutId)) {
        return [id, 'answered'] as const
      }
      if (template === 'booth-asked-back' && !asked.booth.has(aboutId)) return [id, 'answered'] as const
      if (isOrderTemplate(template)) {
        const order = orders.get(aboutId)
        return [id, order ? stillDueOrder(template, order, now, variables) : 'gone'] as const
      }
      if (otherPapers.has(id)) return [id, 'answered'] as const
      const known = MEETING_TEMPLATES.find((meetingTemplate) => meetingTemplate === template)
      if (!known) return [id, true] as const
      const told = meetings.get(aboutId)
      if (!told) return [id, 'gone'] as const
      return [id, stillDue(known, toldOf(question), told, { now, organisationId })] as const
    }),
  )
}

/** What was stored is what `queueMessage` took: the template says which shape it has. */
const toldOf = ({ variables }: DueQuestion) => variables as unknown as MessageVariables[MeetingTemplate]

async function readMeetings(
  db: Pick<Database | Transaction, 'select'>,
  ids: string[],
): Promise<Map<string, MeetingNow>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: meeting.id,
      state: meeting.state,
      expiresAt: meeting.expiresAt,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      version: meeting.version,
      proposedStartsAt: meeting.proposedStartsAt,
      // By their names: columns of a query without joins lose their table's.
      told: sql<string[]>`array(
        select o.organisation_id::text from meeting_outcome o where o.meeting_id = meeting.id)`,
    })
    .from(meeting)
    .where(inArray(meeting.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

async function readOrders(
  db: Pick<Database | Transaction, 'select'>,
  ids: string[],
): Promise<Map<string, OrderNow>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: sampleOrder.id,
      state: sampleOrder.state,
      hasProof: sql<boolean>`${sampleOrder.proofSentAt} is not null`,
      expiresAt: sampleOrder.expiresAt,
      openDisputes,
    })
    .from(sampleOrder)
    .where(inArray(sampleOrder.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * The messages for an organisation whose receivers don't belong to it any more. What answers somebody's own doing
 * is theirs all the same: a tap, or a claim that was rejected.
 */
async function readGoneMembers(
  db: Pick<Database | Transaction, 'select'>,
  messages: readonly DueQuestion[],
): Promise<Set<string>> {
  const asked = messages.flatMap(({ id, template, personId, organisationId, isAddressFixed }) =>
    personId && organisationId && !isAddressFixed && template !== 'reply-recorded'
      ? [{ id, template, personId, organisationId }]
      : [],
  )
  if (asked.length === 0) return new Set()
  const people = [...new Set(asked.map(({ personId }) => personId))]
  const [members, claimants] = await Promise.all([
    db
      .select({ personId: membership.personId, organisationId: membership.organisationId })
      .from(membership)
      .where(inArray(membership.personId, people)),
    asked.some(({ template }) => template === 'verification-rejected')
      ? db
          .select({ personId: organisationClaim.personId, organisationId: organisationClaim.organisationId })
          .from(organisationClaim)
          .where(and(inArray(organisationClaim.personId, people), eq(organisationClaim.state, 'rejected')))
      : [],
  ])
  type Pair = { personId: string; organisationId: string }
  const isIn = (pairs: readonly Pair[], { personId, organisationId }: Pair) =>
    pairs.some((pair) => pair.personId === personId && pair.organisationId === organisationId)
  return new Set(
    asked
      .filter(
        (each) =>
          !isIn(members, each) && !(each.template === 'verification-rejected' && isIn(claimants, each)),
      )
      .map(({ id }) => id),
  )
}

/** The messages whose link opens nothing any more: its invitation is over, or another link was sent for it since. */
async function readOverInvitations(
  db: Pick<Database | Transaction, 'select'>,
  messages: readonly DueQuestion[],
): Promise<Set<string>> {
  const asked = messages.filter(({ template }) => template === 'organisation-invitation')
  if (asked.length === 0) return new Set()
  const rows = await db
    .select({
      id: invitation.id,
      tokenHash: invitation.tokenHash,
      isOver: sql<boolean>`(${invitation.acceptedAt} is not null or ${invitation.revokedAt} is not null)`,
    })
    .from(invitation)
    .where(inArray(invitation.id, [...new Set(asked.map(({ aboutId }) => aboutId))]))
  const invitations = new Map(rows.map((row) => [row.id, row]))
  return new Set(
    asked.flatMap(({ id, aboutId, variables }) => {
      const found = invitations.get(aboutId)
      const { token } = variables
      // One that was erased is told of as that.
      const isOther = typeof token === 'string' && found && hashedToken(token) !== found.tokenHash
      return found?.isOver || isOther ? [id] : []
    }),
  )
}

/** The messages whose code is worth nothing any more: used, over, or another took its place in that browser. */
async function readDeadCodes(
  db: Pick<Database | Transaction, 'select'>,
  messages: readonly DueQuestion[],
  now: Date,
): Promise<Set<string>> {
  const asked = messages.filter(
    ({ template, address, dedupeKey }) => template === 'sign-in-code' && address && dedupeKey,
  )
  if (asked.length === 0) return new Set()
  const rows = await db
    .select({ id: oneTimeCode.id })
    .from(oneTimeCode)
    .where(
      and(
        inArray(oneTimeCode.channel, [...CHANNELS]),
        inArray(oneTimeCode.address, [...new Set(asked.flatMap(({ address }) => address ?? []))]),
        isNull(oneTimeCode.usedAt),
        gt(oneTimeCode.expiresAt, now),
      ),
    )
  const live = new Set(rows.map(({ id }) => codeMessageKey(id)))
  return new Set(asked.flatMap(({ id, dedupeKey }) => (live.has(dedupeKey ?? '') ? [] : [id])))
}

async function readAnswered(db: Pick<Database | Transaction, 'select'>, ids: string[]) {
  if (ids.length === 0) return new Set<string>()
  const rows = await db
    .select({ id: inquiry.id })
    .from(inquiry)
    .where(sql`${inArray(inquiry.id, ids)} and ${inquiry.state} <> 'new'`)
  return new Set(rows.map(({ id }) => id))
}

async function readAskedBack(db: Pick<Database | Transaction, 'select'>, ids: string[]) {
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({
            id: organisation.id,
            verification: organisation.verification,
            booth: organisation.boothState,
          })
          .from(organisation)
          .where(inArray(organisation.id, ids))
  return {
    registration: new Set(rows.flatMap((row) => (row.verification === 'asked-back' ? [row.id] : []))),
    booth: new Set(rows.flatMap((row) => (row.booth === 'asked-back' ? [row.id] : []))),
  }
}

/** The messages about a paper of which the organiser says something else by now, or its pesantren another number. */
async function readOtherPapers(
  db: Pick<Database | Transaction, 'select'>,
  messages: readonly DueQuestion[],
): Promise<Set<string>> {
  const asked = messages.flatMap(({ id, template, variables }) =>
    template === 'paper-verified' || template === 'paper-objected'
      ? [{ id, isObjection: template === 'paper-objected', told: variables as Partial<PaperTold> }]
      : [],
  )
  if (asked.length === 0) return new Set()
  const rows = await db
    .select({ id: certificate.id, state: certificate.state, objection: certificate.objection })
    .from(certificate)
    .where(inArray(certificate.id, [...new Set(asked.flatMap(({ told }) => told.certificateId ?? []))]))
  const papers = new Map(rows.map((row) => [row.id, row]))
  return new Set(
    asked.flatMap(({ id, isObjection, told }) => {
      const paper = papers.get(told.certificateId ?? '')
      const isTrue = isObjection ? paper?.objection === told.reason : paper?.state === 'verified'
      return paper && isTrue ? [] : [id]
    }),
  )
}

type PaperTold = MessageVariables['paper-objected']
