import { voiceLean } from '~/domain/shared/sample-voices'
import { exclusionOf } from './hard-rules'
import { judgeOffer, pointsOf } from './judge-offer'
import type { Demand, Offer, RankedOffer, Ranking } from './offer'

/**
 * The offers that pass every hard rule, best first by points, then by what buyers who tried them said, and then by id, and those that don't. Each
 * organisation is there once: ranked with its best offer, or excluded with its best one where no offer of
 * its passes. The result is the same whatever the order of `offers`.
 */
export function rankOffers(demand: Demand, offers: readonly Offer[]): Ranking {
  const passed = new Map<string, RankedOffer>()
  const excluded = new Map<string, RankedOffer & Omit<Ranking['excluded'][number], 'offer'>>()
  for (const offer of offers) {
    const judgements = judgeOffer(demand, offer)
    const judged = { offer, judgements, points: pointsOf(judgements) }
    const exclusion = exclusionOf(demand, offer)
    if (exclusion) keepBest(excluded, { ...judged, ...exclusion })
    else keepBest(passed, judged)
  }
  return {
    ranked: [...passed.values()].sort(byPoints),
    excluded: [...excluded.values()]
      .filter(({ offer }) => !passed.has(offer.organisationId))
      .sort(byPoints)
      .map(({ judgements: _, points: __, ...rest }) => rest),
  }
}

function keepBest<T extends RankedOffer>(best: Map<string, T>, judged: T): void {
  const known = best.get(judged.offer.organisationId)
  if (!known || byPoints(judged, known) < 0) best.set(judged.offer.organisationId, judged)
}

const leanOf = ({ offer: { voices } }: RankedOffer) => (voices ? voiceLean(voices) : 0)

function byPoints(a: RankedOffer, b: RankedOffer): number {
  return (
    b.points - a.points ||
    leanOf(b) - leanOf(a) ||
    (a.offer.id < b.offer.id ? -1 : a.offer.id > b.offer.id ? 1 : 0)
  )
}
