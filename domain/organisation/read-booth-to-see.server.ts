import { asc, desc, eq } from 'drizzle-orm'
import { boothEvent } from '~/db/schema/booth-event'
import { organisation } from '~/db/schema/organisation'
import { person } from '~/db/schema/person'
import { product } from '~/db/schema/product'
import { requireOrganiser } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { BoothState, ProductState } from '../shared/enums'
import type { LocalizedText } from '../shared/locale'
import type { OrganisationFacts } from './applicant-view'
import type { BoothStandingEvent, HandInGap } from './booth-standing'
import { handInGaps } from './booth-standing'
import { readFacts } from './organisation-facts.server'

const HISTORY = 20
const MOST_PRODUCTS = 50

export interface BoothToSee {
  facts: OrganisationFacts
  state: BoothState
  gaps: HandInGap[]
  seen: number
  history: (BoothStandingEvent & { personName: string | null })[]
  /** In the order of the shelf, at most fifty. */
  products: { slug: string; name: LocalizedText; state: ProductState }[]
}

/**
 * A booth as the organiser decides about its first publication. Four queries.
 * @throws AppError 'forbidden' for everybody but the organiser; 'not-found' for what isn't there.
 */
export async function readBoothToSee(
  context: Context,
  { organisationId }: { organisationId: string },
): Promise<BoothToSee> {
  const { isSample } = requireOrganiser(context.actor)
  const facts = await readFacts(context.db, organisationId)
  if (facts?.kind !== 'pesantren' || facts.isSample !== isSample) throw new AppError('not-found')
  const [[row], history, products] = await Promise.all([
    context.db
      .select({ state: organisation.boothState })
      .from(organisation)
      .where(eq(organisation.id, organisationId)),
    context.db
      .select({
        id: boothEvent.id,
        kind: boothEvent.kind,
        text: boothEvent.text,
        at: boothEvent.createdAt,
        personName: person.name,
      })
      .from(boothEvent)
      .leftJoin(person, eq(person.id, boothEvent.personId))
      .where(eq(boothEvent.organisationId, organisationId))
      .orderBy(desc(boothEvent.id))
      .limit(HISTORY),
    context.db
      .select({ slug: product.slug, name: product.name, state: product.state })
      .from(product)
      .where(eq(product.organisationId, organisationId))
      .orderBy(asc(product.position), asc(product.id))
      .limit(MOST_PRODUCTS),
  ])
  const shelf = products.filter(({ state }) => state !== 'archived')
  return {
    facts,
    state: row?.state ?? 'making',
    gaps: handInGaps({
      isVerified: facts.verification === 'verified',
      hasStory: Object.values(facts.story ?? {}).some((text) => text.trim() !== ''),
      readyProducts: shelf.filter(({ state }) => state === 'published').length,
    }),
    seen: history[0]?.id ?? 0,
    history,
    products: shelf,
  }
}
