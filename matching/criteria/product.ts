import type { Reason } from '~/domain/shared/reason'
import { hasWord } from '../likeness'
import type { Demand, Judgement, Offer } from '../offer'

/** What being in the need's field of business is worth; the rest is for the words. */
const FIELD_SHARE = 0.1
/** All words are there, and none of them in the name. Each one in the name adds its part up to 1. */
const ALL_DESCRIBED = 0.75
/** Some words are there: less than all, however many. A word in the description counts less than one in the name. */
const MOST_PARTLY = 0.6
const IN_DESCRIPTION = 0.7
/** Words that a sentence names as missing. */
const MOST_MISSING = 3

/** All words of the need in name > in description > some of them > only the same field. */
export function judgeProduct(demand: Demand, offer: Offer): Judgement {
  const { named, described, missing } = placesOfWords(demand, offer)
  const count = demand.words.length
  const inField = offer.field === demand.field
  return {
    criterion: 'product',
    share: (inField ? FIELD_SHARE : 0) + (1 - FIELD_SHARE) * shareOfWords(named, described, count),
    reasons: reasons(),
  }

  function reasons(): Reason[] {
    if (count > 0 && missing.length === 0) {
      return [{ criterion: 'product', tone: 'good', code: 'product-named' }]
    }
    if (named + described === 0 && inField) {
      return [{ criterion: 'product', tone: 'short', code: 'product-same-field' }]
    }
    if (count === 0) return []
    return [
      {
        criterion: 'product',
        tone: 'short',
        code: 'product-partly-named',
        missing: missing.slice(0, MOST_MISSING),
      },
    ]
  }
}

/** Whether its name or description has at least one word of the need: the goods, not only the field. */
export function namesGoods(demand: Demand, offer: Offer): boolean {
  return demand.words.some((word) => hasWord(offer.nameWords, word) || hasWord(offer.descriptionWords, word))
}

function placesOfWords({ words }: Demand, offer: Offer) {
  let named = 0
  let described = 0
  const missing: string[] = []
  for (const word of words) {
    if (hasWord(offer.nameWords, word)) named += 1
    else if (hasWord(offer.descriptionWords, word)) described += 1
    else missing.push(word)
  }
  return { named, described, missing }
}

function shareOfWords(named: number, described: number, count: number): number {
  if (count === 0) return 0
  if (named + described === count) return ALL_DESCRIBED + (1 - ALL_DESCRIBED) * (named / count)
  return MOST_PARTLY * ((named + IN_DESCRIPTION * described) / count)
}
