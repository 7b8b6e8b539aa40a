import { AppError } from './app-error'
import type { Actor, ActorMembership } from './context'

/** For whom the actor acts now; null for a visitor, the system, and a person without an organisation. */
export function actingMembership(actor: Actor): ActorMembership | null {
  if (actor.kind !== 'person') return null
  return actor.memberships.find(({ organisationId }) => organisationId === actor.organisationId) ?? null
}

/** Reads everybody's needs and meetings, and writes none of them. */
export function isOrganiser(actor: Actor): boolean {
  return actingMembership(actor)?.organisationKind === 'organiser'
}

/**
 * The membership with which the actor may write for its organisation: in a pesantren its owner and
 * editors, in a company everybody.
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

export function mayWrite({ organisationKind, role }: ActorMembership): boolean {
  if (organisationKind === 'organiser') return false
  return organisationKind === 'pesantren' ? role !== 'member' : true
}
