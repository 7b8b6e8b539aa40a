import { namesGoods } from '~/matching/criteria/product'
import type { Demand, Offer, Ranking } from '~/matching/offer'
import { type GroupMember, proposeGroup } from '~/matching/propose/propose-group'
import { shownQuantity } from '~/matching/reckon'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { EXCLUSIONS, type Exclusion } from '../shared/reason'
import {
  type Coordinates,
  REGENCIES_WITH_COORDINATES,
  regencyCoordinates,
} from '../shared/regency-coordinates'
import { readMatchViews } from './match-view.server'
import { queryNeed } from './need-row.server'
import type { GroupView, MatchesView, MatchView, NeedView } from './need-view'
import { rankNeed } from './rank-need.server'

export const MATCHES_A_PAGE = 10
/** Booths that are named for each reason to be left out. */
const MOST_EXAMPLES = 3

/**
 * A need, and one page of the pesantren that can answer it: the best product of each, ranked by `matching`,
 * with the reasons and up to three times that are free for both; and where nobody fills it alone, a group that can. The booth from whose page the need was
 * stated keeps its place; where that is on a later page, it stands on top of the first one in addition. Those
 * that name the goods and are kept out by a hard rule are counted by the rule. A closed need has no times.
 *
 * The number of queries doesn't depend on that of candidates or matches. Where the search can't answer, its
 * hits are missing and the need's field of business still answers.
 * @param input.page from 1; one beyond the last is the last.
 * @throws AppError 'forbidden' for a visitor, 'not-found' for one that isn't there and for somebody else's.
 */
export async function findMatches(
  context: Context,
  { needId, page }: { needId: string; page: number },
): Promise<{ need: NeedView; matches: MatchesView }> {
  if (context.actor.kind !== 'person') throw new AppError('forbidden')
  const need = await queryNeed(context, needId)
  if (!need) throw new AppError('not-found')

  const { demand, aboutId, ranked, excluded } = await rankNeed(context, need)
  const left = leftOut(demand, excluded, aboutId)

  const pages = Math.max(1, Math.ceil(ranked.length / MATCHES_A_PAGE))
  const shownPage = Math.min(Math.max(1, Math.trunc(page) || 1), pages)
  const shown = ranked.slice((shownPage - 1) * MATCHES_A_PAGE, shownPage * MATCHES_A_PAGE)
  const about = ranked.find(({ offer }) => offer.organisationId === aboutId)
  if (shownPage === 1 && about && !shown.includes(about)) shown.unshift(about)

  const group = shownPage === 1 && need.state === 'open' ? proposeGroup(demand, ranked, placeOf) : null
  const { matches, booths } = await readMatchViews(context, {
    need,
    demand,
    aboutId,
    ranked: shown,
    otherBooths: [
      ...left.flatMap(({ examples }) => examples),
      ...(group ?? []).map(({ offer }) => offer.organisationId),
    ],
  })
  return {
    need,
    matches: {
      matches,
      group: group && groupView(group, booths),
      page: shownPage,
      pages,
      total: ranked.length,
      left: left.map(({ examples, ...counted }) => ({
        ...counted,
        examples: examples.flatMap((id) => booths.get(id) ?? []).map(({ slug, name }) => ({ slug, name })),
      })),
    },
  }
}

/** Where a maker is, as near as its regency says. */
function placeOf({ regencyCode }: Offer): Coordinates | null {
  return regencyCode !== null && REGENCIES_WITH_COORDINATES.includes(regencyCode)
    ? regencyCoordinates(regencyCode)
    : null
}

function groupView(
  group: readonly GroupMember[],
  booths: ReadonlyMap<string, MatchView['booth']>,
): GroupView | null {
  const members = group.flatMap(({ offer, free, takes }) => {
    const booth = booths.get(offer.organisationId)
    if (!booth) return []
    const { organisationId, slug, name, nameArabic, regency } = booth
    return [
      {
        productId: offer.id,
        booth: { organisationId, slug, name, nameArabic, regency },
        free: shownQuantity(free),
        takes: shownQuantity(takes),
      },
    ]
  })
  // One was taken away since the offers were read: the others alone don't have enough.
  return members.length === group.length ? { members } : null
}

interface LeftOut {
  because: Exclusion
  count: number
  /** Ids of organisations. */
  examples: string[]
}

/**
 * How many are left out by each rule, the largest group first. Of those who share only the field nobody asked;
 * but whoever came from a booth is told why it isn't there.
 */
function leftOut(demand: Demand, excluded: Ranking['excluded'], aboutId: string | null): LeftOut[] {
  const groups = new Map<Exclusion, string[]>()
  for (const { offer, because } of excluded) {
    const isAbout = offer.organisationId === aboutId
    if (!isAbout && !namesGoods(demand, offer)) continue
    const group = groups.get(because) ?? []
    if (isAbout) group.unshift(offer.organisationId)
    else group.push(offer.organisationId)
    groups.set(because, group)
  }
  return Array.from(groups, ([because, group]) => ({
    because,
    count: group.length,
    examples: group.slice(0, MOST_EXAMPLES),
  })).sort((a, b) => b.count - a.count || EXCLUSIONS.indexOf(a.because) - EXCLUSIONS.indexOf(b.because))
}
