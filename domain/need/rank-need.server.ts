import { eq } from 'drizzle-orm'
import { need as needTable } from '~/db/schema/need'
import type { Demand, Ranking } from '~/matching/offer'
import { rankOffers } from '~/matching/rank-offers'
import { queryTerms } from '~/search/query-terms'
import { isAppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { demandOf, hallDay, readOffers } from '../shared/offers.server'
import type { NeedView } from './need-view'

/** Hits of the search that become candidates; beyond them the field of business fills up. */
const MOST_HITS = 120

export interface RankedNeed extends Ranking {
  demand: Demand
  /** The booth from whose page the need was stated. */
  aboutId: string | null
}

/**
 * Who can answer a need, the best first. The number of queries doesn't depend on how many they are. Where the
 * search can't answer, its hits are missing and the need's field of business still answers.
 */
export async function rankNeed(context: Context, need: NeedView): Promise<RankedNeed> {
  const { db, now } = context
  const demand = demandOf({ ...need, destinationRegency: need.destinationRegency?.code ?? null }, now)
  const [aboutId, foundIds] = await Promise.all([
    aboutOrganisation(context, need),
    searchedIds(context, need),
  ])
  const recall = {
    demand,
    terms: queryTerms(need.productWords),
    isSample: need.organisation.isSample,
    ownOrganisationId: need.organisation.id,
    foundIds,
    aboutOrganisationId: aboutId,
    today: hallDay(now),
  }
  return { demand, aboutId, ...rankOffers(demand, await readOffers(db, { recall }, now)) }
}

/** The booth from whose page the need was stated. */
async function aboutOrganisation({ db }: Context, { id, about }: NeedView): Promise<string | null> {
  if (!about) return null
  const [row] = await db
    .select({ id: needTable.aboutOrganisationId })
    .from(needTable)
    .where(eq(needTable.id, id))
  return row?.id ?? null
}

async function searchedIds({ search }: Context, need: NeedView): Promise<string[]> {
  try {
    const { hits } = await search.search({
      text: need.productWords,
      locale: need.locale,
      filters: { kind: 'product' },
      sort: 'relevance',
      page: 1,
      perPage: MOST_HITS,
    })
    return hits.map(({ document }) => document.id)
  } catch (error) {
    if (isAppError(error) && error.code === 'unavailable') return []
    throw error
  }
}
