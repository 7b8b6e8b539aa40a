import { and, eq, gt, isNull } from 'drizzle-orm'
import { countAgainstLimit } from '~/db/rate-limit.server'
import { invitation } from '~/db/schema/invitation'
import { membership } from '~/db/schema/membership'
import { person } from '~/db/schema/person'
import { inTransaction, type Transaction } from '~/db/transaction.server'
import { AppError } from '../shared/app-error'
import { revokeOpenInvitations } from '../shared/call-back-invitation.server'
import { clientCounters } from '../shared/client-counters'
import type { Context } from '../shared/context'
import type { MembershipRole } from '../shared/enums'
import type { Locale } from '../shared/locale'
import type { Address } from './address'
import { INVITATION_CLIENT_LIMIT, INVITATION_LIMIT, invitationEnd } from './invitation'
import { invitationNames } from './invitation-names.server'
import { newInvitationToken } from './invitation-token.server'
import { lockManagedTeam } from './lock-team.server'
import { provenBy } from './proven-by.server'
import { isSampleAddress } from './sample-address'
import { sendInvitation } from './send-invitation.server'
import { TEAM_ROLES } from './team'

export interface InviteMemberInput extends Address {
  role: MembershipRole
  /** The language of the message. */
  locale: Locale
  clientKey: string
}

export type InviteMemberOutcome =
  | { kind: 'invited'; invitationId: string }
  | { kind: 'already-member'; name: string }
  | { kind: 'already-invited'; invitationId: string }
  /** A sample organisation invites invented addresses alone, a real one none of them. */
  | { kind: 'address-not-sample' | 'address-sample' }
  /** Of sample accounts that everybody may use. */
  | { kind: 'shared' }
  | { kind: 'too-many'; retryAfterSeconds: number }

/**
 * Invites an address to the team of the acting organisation, with a role: its link goes there and nowhere
 * else. Owners may, and everybody of the organiser. Whether the address is anybody's yet is not said.
 * @throws AppError 'forbidden'; 'not-found' for a role that there isn't in an organisation of this kind.
 */
export async function inviteMember(
  context: Context,
  { channel, address, role, locale, clientKey }: InviteMemberInput,
): Promise<InviteMemberOutcome> {
  const { db, actor, now } = context
  return inTransaction(db, async (tx) => {
    const team = await lockManagedTeam(tx, actor)
    if (team.kind === 'shared') return team
    const { acting, personId } = team
    const { organisationId, isSample } = acting
    if (!TEAM_ROLES[acting.organisationKind].includes(role)) throw new AppError('not-found')
    if (isSampleAddress(address) !== isSample)
      return { kind: isSample ? 'address-not-sample' : 'address-sample' }
    const existing = await findExisting(tx, { organisationId, channel, address, now })
    if (existing) return existing
    const counters = [
      [INVITATION_LIMIT, `invite:${organisationId}`] as const,
      ...clientCounters(INVITATION_CLIENT_LIMIT, { name: 'invite', clientKey }),
    ]
    for (const [rule, key] of counters) {
      const limited = await countAgainstLimit(tx, rule, key, now)
      if (!limited.allowed) return { kind: 'too-many', retryAfterSeconds: limited.retryAfterSeconds }
    }
    const names = await invitationNames(tx, { organisationId, personId })
    // One that ran out gives way to the new one.
    const which = pending({ organisationId, channel, address })
    await revokeOpenInvitations(tx, context, { which, why: 'expired' })
    const { token, tokenHash } = newInvitationToken()
    const row = {
      id: context.newId(),
      organisationId,
      role,
      channel,
      address,
      locale,
      expiresAt: invitationEnd(now),
      isSample,
    }
    await tx.insert(invitation).values({ ...row, tokenHash, invitedBy: personId, createdAt: now })
    await sendInvitation(tx, context, {
      invitation: row,
      organisation: names,
      inviter: names.inviter,
      token,
    })
    return { kind: 'invited', invitationId: row.id }
  })
}

/** The address is in already, or on its way in. */
async function findExisting(
  tx: Transaction,
  { organisationId, channel, address, now }: Address & { organisationId: string; now: Date },
): Promise<Extract<InviteMemberOutcome, { kind: 'already-member' | 'already-invited' }> | null> {
  const [member] = await tx
    .select({ name: person.name })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.organisationId, organisationId), provenBy({ channel, address })))
  if (member) return { kind: 'already-member', name: member.name }
  const [open] = await tx
    .select({ id: invitation.id })
    .from(invitation)
    .where(and(pending({ organisationId, channel, address }), gt(invitation.expiresAt, now)))
  return open ? { kind: 'already-invited', invitationId: open.id } : null
}

/** Neither accepted nor called back. */
const pending = ({ organisationId, channel, address }: Address & { organisationId: string }) =>
  and(
    eq(invitation.organisationId, organisationId),
    eq(invitation.channel, channel),
    eq(invitation.address, address),
    isNull(invitation.acceptedAt),
    isNull(invitation.revokedAt),
  )
