import { freeForDemand } from '~/matching/criteria/volume'
import { exclusionOf } from '~/matching/hard-rules'
import { judgeOffer } from '~/matching/judge-offer'
import { CandidateRows } from '~/matching/select/points'
import type { SelectionParty, SelectionProblem } from '~/matching/select/selection'
import type { EventParticipant, GeneratedEvent } from './match-event'

/**
 * A generated event as the selection's problem: every need is judged against every product by the match
 * page's own criteria and hard rules. Indexes are those of the event's lists; every seller is served first.
 */
export function selectionProblemOf(event: GeneratedEvent): SelectionProblem {
  const rows = new CandidateRows(1 << 16)
  const needs: SelectionProblem['needs'][number][] = []
  event.buyers.forEach((buyer, buyerAt) => {
    for (const { id, demand } of buyer.needs) {
      const need = needs.push({ id, buyer: buyerAt, volume: demand.monthlyVolume }) - 1
      event.sellers.forEach(({ field, offer }, seller) => {
        // The goods' words name their field, so that other fields never fit: the rule would say the same.
        if (field !== demand.field || exclusionOf(demand, offer)) return
        const supply = freeForDemand(demand, offer)
        rows.add({ buyer: buyerAt, seller, need, supply }, judgeOffer(demand, offer))
      })
    }
  })
  return {
    buyers: event.buyers.map((buyer) => partyOf(buyer, false, null)),
    sellers: event.sellers.map((seller) => partyOf(seller, true, seller.place)),
    needs,
    candidates: rows.table(),
    wishes: event.never.map(({ from, buyer, seller }) => ({
      from,
      kind: 'never' as const,
      buyer: event.buyers[buyer]?.id ?? '',
      seller: event.sellers[seller]?.id ?? '',
    })),
    rules: [],
    met: [],
    tables: event.tables,
  }
}

function partyOf(
  { id, seats, away, maximum, isNew }: EventParticipant,
  isFirstServed: boolean,
  place: SelectionParty['place'],
): SelectionParty {
  return {
    id,
    organisationId: id,
    quota: { minimum: 0, maximum },
    seats,
    away,
    isNew,
    isFirstServed,
    groups: [],
    place,
  }
}
