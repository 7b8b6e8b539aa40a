import { isShut } from '../shared/acting'
import type { ActorMembership } from '../shared/context'
import type { MembershipRole, OrganisationKind } from '../shared/enums'

/** The roles that somebody can have in an organisation of each kind, the widest first. */
export const TEAM_ROLES: Readonly<Record<OrganisationKind, readonly MembershipRole[]>> = {
  pesantren: ['owner', 'editor', 'member'],
  offtaker: ['owner', 'member'],
  buyer: ['owner', 'member'],
  // Everybody there may do everything.
  organiser: ['member'],
}

/** Whether somebody invites, removes and gives roles: owners do, and everybody of the organiser. */
export function managesTeam(
  membership: Pick<ActorMembership, 'organisationKind' | 'role' | 'verification'>,
): boolean {
  return !isShut(membership) && isKeeper(membership.organisationKind, membership.role)
}

/** Whether somebody is one of those of whom an organisation never loses the last. */
export function isKeeper(kind: OrganisationKind, role: MembershipRole): boolean {
  return kind === 'organiser' || role === 'owner'
}

/** Whether the organisation would have nobody left who looks after it, were `personId` gone or `role`. */
export function losesItsLast(
  kind: OrganisationKind,
  members: readonly { personId: string; role: MembershipRole }[],
  { personId, role }: { personId: string; role: MembershipRole | null },
): boolean {
  const keepers = members.filter((member) => isKeeper(kind, member.role))
  const isOne = keepers.some((member) => member.personId === personId)
  return isOne && keepers.length === 1 && !(role && isKeeper(kind, role))
}

/** The wider of two roles: who is in already loses nothing by an invitation. */
export function widerRole(one: MembershipRole, other: MembershipRole): MembershipRole {
  const order = TEAM_ROLES.pesantren
  return order.indexOf(one) <= order.indexOf(other) ? one : other
}
