import { judgeDestination } from './criteria/destination'
import { judgeLanguage } from './criteria/language'
import { judgePapers } from './criteria/papers'
import { judgePrice } from './criteria/price'
import { judgeProduct } from './criteria/product'
import { judgeReadiness } from './criteria/readiness'
import { judgeVolume } from './criteria/volume'
import type { Demand, Judgement, Offer } from './offer'
import { WEIGHTS } from './weights'

const JUDGES = [
  judgeProduct,
  judgeVolume,
  judgePrice,
  judgePapers,
  judgeDestination,
  judgeLanguage,
  judgeReadiness,
]

/** One judgement for each criterion, in the order in which a page tells them. Hard rules are apart. */
export function judgeOffer(demand: Demand, offer: Offer): Judgement[] {
  return JUDGES.map((judge) => judge(demand, offer))
}

/** 0 to 100: nothing but the sum, so that no criterion can turn another's gain into a loss. */
export function pointsOf(judgements: readonly Judgement[]): number {
  return judgements.reduce((sum, { criterion, share }) => sum + WEIGHTS[criterion] * share, 0)
}
