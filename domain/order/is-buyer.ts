import type { Actor } from '../shared/context'

/** Whether an order is the actor's own: who placed it, or a colleague who acts for the company it was placed for. */
export function isBuyer(
  order: { buyerPersonId: string | null; buyerOrganisationId: string | null },
  actor: Actor,
): boolean {
  if (actor.kind !== 'person') return false
  return (
    order.buyerPersonId === actor.personId ||
    (order.buyerOrganisationId !== null && order.buyerOrganisationId === actor.organisationId)
  )
}
