import { type BoothChoice, choiceParams } from './booth-choice'
import { formatSpot, type HallQuery, readable, type Spot } from './hall-query'

/** `/hall?aisle=search&q=kopi`; `from` is where the visitor stands in the hall. */
export function aisleAddress(choice: BoothChoice, from: Spot | null): string {
  const params = choiceParams('aisle', choice)
  if (from) params.set('from', formatSpot(from))
  return `/hall?${readable(params)}`
}

/** Back in the hall where one left it for one's own aisle, with the search that it was made of. */
export function backFromAisle({ aisle, from }: Pick<HallQuery, 'aisle' | 'from'>): string {
  const params = new URLSearchParams()
  if (aisle?.by === 'search') params.set('q', aisle.text)
  if (from) params.set('at', formatSpot(from))
  return params.size > 0 ? `/hall?${readable(params)}` : '/hall'
}
