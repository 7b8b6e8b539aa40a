import { freeForDemand } from '../criteria/volume'
import type { Demand, Offer, RankedOffer } from '../offer'
import { quantityInto, rateInto } from '../reckon'
import { compilePairs } from '../select/pairs'
import { CandidateRows } from '../select/points'
import { proposePools, SAME_PRODUCT } from '../select/pools'
import type { SelectionParty } from '../select/selection'

/** Degrees. */
export interface Place {
  latitude: number
  longitude: number
}

export interface GroupMember {
  offer: Offer
  /** What it has free, in the need's units a month. */
  free: number
  /** Its part of the need, in the same units; no less than its minimum order where the need leaves room for it. */
  takes: number
}

/**
 * A group of nearby makers of the same product that together can fill a need which no maker of it fills
 * alone; null where one does, or where no group does. It is the best pool of the selection (`select/pools.ts`)
 * for this one need, so that the page proposes what an event's selection would. Whether its members have a
 * time in common is left to them: nothing is booked by it.
 *
 * The largest gives what it has first, so that few are left with a small order. Members are in that order.
 */
export function proposeGroup(
  demand: Demand,
  ranked: readonly RankedOffer[],
  placeOf: (offer: Offer) => Place | null,
): GroupMember[] | null {
  // Others of the field may have plenty, but of other goods.
  const same = ranked.filter(({ judgements }) =>
    judgements.some(({ criterion, share }) => criterion === 'product' && share >= SAME_PRODUCT),
  )
  const rows = new CandidateRows(Math.max(1, same.length))
  for (const [seller, { offer, judgements }] of same.entries()) {
    const free = freeForDemand(demand, offer)
    if (free !== null && free >= demand.monthlyVolume) return null
    rows.add({ buyer: 0, seller, need: 0, supply: free }, judgements)
  }
  const party = (id: string, place: Place | null): SelectionParty => ({
    id,
    organisationId: id,
    quota: { minimum: 0, maximum: 1 },
    seats: 1,
    away: [],
    isNew: false,
    isFirstServed: false,
    groups: [],
    place,
  })
  const graph = compilePairs({
    buyers: [party('', null)],
    sellers: same.map(({ offer }) => party(offer.organisationId, placeOf(offer))),
    needs: [{ id: '', buyer: 0, volume: demand.monthlyVolume }],
    candidates: rows.table(),
    wishes: [],
    rules: [],
    met: [],
    tables: [1],
  })
  const [pool] = proposePools(graph)
  if (!pool) return null
  const offers = pool.sellers.flatMap((rank) => same[graph.sellers.index[rank] ?? -1]?.offer ?? [])
  return shared(demand, offers)
}

function shared(demand: Demand, offers: readonly Offer[]): GroupMember[] {
  const members = offers
    .map((offer) => ({ offer, free: freeForDemand(demand, offer) ?? 0, takes: 0 }))
    .sort((a, b) => b.free - a.free || (a.offer.id < b.offer.id ? -1 : 1))
  let left = demand.monthlyVolume
  for (const member of members) {
    member.takes = Math.min(member.free, left)
    left -= member.takes
  }
  // The last one's rest may be less than it sells at once: the first then gives up what that is short of.
  const [first, last] = [members[0], members.at(-1)]
  if (first && last && first !== last) {
    const least = Math.min(minimumOf(demand, last.offer), last.free)
    const short = Math.max(0, least - last.takes)
    if (first.takes - short >= minimumOf(demand, first.offer)) {
      last.takes += short
      first.takes -= short
    }
  }
  return members.filter(({ takes }) => takes > 0)
}

/** In the need's units. */
function minimumOf(demand: Demand, offer: Offer): number {
  const rate = rateInto(demand.unit, offer)
  return rate && offer.minimumOrder !== null ? quantityInto(rate, offer.minimumOrder) : 0
}
