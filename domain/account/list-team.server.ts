import { and, asc, count, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { invitation } from '~/db/schema/invitation'
import { membership } from '~/db/schema/membership'
import { message } from '~/db/schema/message'
import { person } from '~/db/schema/person'
import { actingMembership } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { ActorMembership, Context } from '../shared/context'
import type { MembershipRole } from '../shared/enums'
import type { Channel, MessageState } from '../shared/message-enums'
import { sharedOrganisations } from '../shared/shared-account.server'
import { maskAddress } from './address'
import { isKeeper, managesTeam, TEAM_ROLES } from './team'

export const MEMBERS_PER_PAGE = 50
/** More wait nowhere: an organisation sends 30 a day, and they end after a fortnight. */
const MOST_INVITATIONS = 200

export interface TeamMember {
  personId: string
  name: string
  role: MembershipRole
  since: Date
  isMe: boolean
  /** The only one who looks after the organisation: can neither leave nor lose the role. */
  isLastKeeper: boolean
  /** Null: not for the reader. A number is masked for everybody: only WhatsApp needs it. */
  contact: { email: string | null; phone: string | null } | null
}

export interface TeamInvitation {
  id: string
  channel: Channel
  /** All but its ends masked. */
  shown: string
  role: MembershipRole
  /** Null: somebody who is no longer here. */
  invitedBy: string | null
  expiresAt: Date
  isExpired: boolean
  /** How far its newest message came, and when that last changed; null: there is none any more. */
  message: { state: MessageState; at: Date } | null
  /** Only of sample data, whose messages go nowhere: what its message would have led to. */
  sampleToken: string | null
}

export interface TeamView {
  organisation: ActorMembership
  mayManage: boolean
  /** Of sample accounts that everybody may use: nobody changes it. */
  isShared: boolean
  roles: readonly MembershipRole[]
  members: TeamMember[]
  page: number
  pages: number
  total: number
  /** For those who look after the team alone. */
  invitations: TeamInvitation[]
}

/**
 * Who is in the team of the acting organisation, and who is on the way in. Its members read it; who looks
 * after it sees how to reach the others too. Four queries, however many they are.
 * @returns null for somebody who acts for no organisation.
 * @throws AppError 'forbidden' for a visitor.
 */
export async function listTeam(
  { db, actor, now }: Context,
  { page: asked }: { page: number },
): Promise<TeamView | null> {
  if (actor.kind !== 'person') throw new AppError('forbidden')
  const acting = actingMembership(actor)
  if (!acting) return null
  const { organisationId, organisationKind } = acting
  const isShared = (await sharedOrganisations(db, [organisationId])).size > 0
  const mayManage = managesTeam(acting) && !isShared
  const [counted] = await db
    .select({
      total: count(),
      owners: sql<number>`count(*) filter (where ${membership.role} = 'owner')`.mapWith(Number),
    })
    .from(membership)
    .where(eq(membership.organisationId, organisationId))
  const total = counted?.total ?? 0
  const keepers = organisationKind === 'organiser' ? total : (counted?.owners ?? 0)
  const pages = Math.max(1, Math.ceil(total / MEMBERS_PER_PAGE))
  const page = Math.min(Math.max(1, Math.floor(asked) || 1), pages)
  const rows = await db
    .select({
      personId: person.id,
      name: person.name,
      role: membership.role,
      since: membership.createdAt,
      email: person.email,
      phone: person.phoneE164,
    })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(eq(membership.organisationId, organisationId))
    .orderBy(
      sql`array_position(array['owner','editor','member'], ${membership.role})`,
      asc(membership.createdAt),
      asc(person.id),
    )
    .limit(MEMBERS_PER_PAGE)
    .offset((page - 1) * MEMBERS_PER_PAGE)
  const members = rows.map(({ email, phone, ...row }) => {
    const isMe = row.personId === actor.personId
    return {
      ...row,
      isMe,
      isLastKeeper: keepers === 1 && isKeeper(organisationKind, row.role),
      contact: mayManage || isMe ? { email, phone: phone && maskAddress('whatsapp', phone) } : null,
    }
  })
  const invitations = mayManage ? await listInvitations(db, organisationId, now) : []
  const roles = TEAM_ROLES[organisationKind]
  return { organisation: acting, mayManage, isShared, roles, members, page, pages, total, invitations }
}

async function listInvitations(
  db: Context['db'],
  organisationId: string,
  now: Date,
): Promise<TeamInvitation[]> {
  const newest = db
    .selectDistinctOn([message.aboutId], {
      aboutId: message.aboutId,
      state: message.state,
      at: message.updatedAt,
      isSample: message.isSample,
      token: sql<string | null>`${message.variables} ->> 'token'`.as('token'),
    })
    .from(message)
    .innerJoin(invitation, eq(invitation.id, message.aboutId))
    .where(and(eq(message.aboutKind, 'invitation'), eq(invitation.organisationId, organisationId)))
    .orderBy(message.aboutId, desc(message.createdAt), desc(message.id))
    .as('newest')
  const rows = await db
    .select({
      id: invitation.id,
      channel: invitation.channel,
      address: invitation.address,
      role: invitation.role,
      invitedBy: person.name,
      expiresAt: invitation.expiresAt,
      state: newest.state,
      at: newest.at,
      sampleToken: sql<string | null>`case when ${newest.isSample} then ${newest.token} end`,
    })
    .from(invitation)
    .leftJoin(person, eq(person.id, invitation.invitedBy))
    .leftJoin(newest, eq(newest.aboutId, invitation.id))
    .where(
      and(
        eq(invitation.organisationId, organisationId),
        isNull(invitation.acceptedAt),
        isNull(invitation.revokedAt),
        // The address of one that ran out is soon forgotten: then nothing is left to send again.
        isNotNull(invitation.address),
      ),
    )
    .orderBy(desc(invitation.createdAt), desc(invitation.id))
    .limit(MOST_INVITATIONS)
  return rows.map(({ address, invitedBy, state, at, ...row }) => ({
    ...row,
    message: state && at && { state, at },
    shown: address ? maskAddress(row.channel, address) : '',
    invitedBy: invitedBy || null,
    isExpired: row.expiresAt <= now,
  }))
}
