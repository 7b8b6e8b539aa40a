import { sql } from 'drizzle-orm'
import { organisation } from '~/db/schema/organisation'
import type { Actor } from './context'

/** For a query of `organisation`: whom the organiser has let in, and whose booth visitors may see. */
export const isShownBooth = sql`(${organisation.verification} = 'verified' and ${organisation.boothState} = 'published')`

/**
 * For a query of `organisation`: booths that the reader may see, as visitors will: those that are shown, one's own
 * before it is published, and for the organiser all of its kind (sample or real).
 */
export function isSeenBooth(actor: Actor) {
  if (actor.kind !== 'person') return isShownBooth
  const own = actor.memberships.filter(({ organisationKind }) => organisationKind === 'pesantren')
  const organiser = actor.memberships.filter(({ organisationKind }) => organisationKind === 'organiser')
  if (own.length === 0 && organiser.length === 0) return isShownBooth
  const ids = own.map(({ organisationId }) => sql`${organisation.id} = ${organisationId}::uuid`)
  const kinds = organiser.map(({ isSample }) => sql`${organisation.isSample} = ${isSample}::boolean`)
  return sql`(${isShownBooth} or (${organisation.verification} not in ('closed', 'rejected') and (${sql.join([...ids, ...kinds], sql` or `)})))`
}
