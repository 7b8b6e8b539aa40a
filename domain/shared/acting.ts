import { AppError } from './app-error'
import type { Actor, ActorMembership } from './context'

/** For whom the actor acts now; null for a visitor, the system, and a person without an organisation. */
export function actingMembership(actor: Actor): ActorMembership | null {
  if (actor.kind !== 'person') return null
  return actor.memberships.find(({ organisationId }) => organisationId === actor.organisationId) ?? null
}

/**
 * Whether the organiser has let the organisation in. One that still waits may fill everything in and ask, but
 * publishes nothing and books nothing at once.
 */
export function isVerified({ verification }: Pick<ActorMembership, 'verification'>): boolean {
  return verification === 'verified'
}

/** How many of its requests may wait for an answer at a time before it is verified. */
export const MOST_UNVERIFIED_REQUESTS = 3

/** Turned away, given up, or found to be another: it reads what it has and writes nothing. */
export function isShut({ verification }: Pick<ActorMembership, 'verification'>): boolean {
  return verification === 'rejected' || verification === 'closed'
}

/** Reads everybody's needs and meetings, and writes none of them. */
export function isOrganiser(actor: Actor): boolean {
  return actingMembership(actor)?.organisationKind === 'organiser'
}

/** The organiser's own membership. @throws AppError 'forbidden' for everybody else. */
export function requireOrganiser(actor: Actor): ActorMembership & { personId: string } {
  const acting = actingMembership(actor)
  if (actor.kind !== 'person' || acting?.organisationKind !== 'organiser') throw new AppError('forbidden')
  return { ...acting, personId: actor.personId }
}

/**
 * The membership with which the actor may write for its organisation: in a pesantren its owner and
 * editors, in a company everybody. Unverified ones may too, see `isVerified`; those that were turned away may not.
 * @throws AppError 'forbidden' for visitors, the organiser, and those who only read.
 */
export function requireWriter(actor: Actor): ActorMembership & { personId: string } {
  const acting = actingMembership(actor)
  if (actor.kind !== 'person' || !acting || !mayWrite(acting)) throw new AppError('forbidden')
  return { ...acting, personId: actor.personId }
}

/** The same, of a pesantren: for its booth, products and open times. @throws AppError 'forbidden'. */
export function requirePesantrenWriter(actor: Actor): ActorMembership & { personId: string } {
  const acting = requireWriter(actor)
  if (acting.organisationKind !== 'pesantren') throw new AppError('forbidden')
  return acting
}

/** The membership in the pesantren for which the actor acts, to read for it. @throws AppError 'forbidden'. */
export function requirePesantren(actor: Actor): ActorMembership & { personId: string } {
  const acting = actingMembership(actor)
  if (actor.kind !== 'person' || acting?.organisationKind !== 'pesantren') throw new AppError('forbidden')
  return { ...acting, personId: actor.personId }
}

export function mayWrite(membership: ActorMembership): boolean {
  const { organisationKind, role } = membership
  if (organisationKind === 'organiser' || isShut(membership)) return false
  return organisationKind === 'pesantren' ? role !== 'member' : true
}
