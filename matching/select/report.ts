import { type Chosen, degreesOf, type Pool } from './aims'
import { findPair, type PairGraph } from './pairs'
import type { Parties } from './parties'
import type { SelectedMeeting, Selection, ShortParty, ShortReason } from './selection'

/** Tells a choice in the problem's own indexes, with everybody who has fewer meetings than it should and why. */
export function reportSelection(
  graph: PairGraph,
  chosen: Chosen,
  how: { value: number; bound: number; isProven: boolean; isDone: boolean; pools: readonly Pool[] },
): Selection {
  const facts = { graph, chosen, isDone: how.isDone, degrees: degreesOf(graph, chosen) }
  return {
    meetings: meetingsOf(graph, chosen),
    value: how.value,
    bound: how.bound,
    isProven: how.isProven,
    otherPools: meetingsOf(graph, {
      pairs: [],
      pools: how.pools.filter((pool) => !chosen.pools.includes(pool)),
    }),
    short: [...shortOf('buyers', facts), ...shortOf('sellers', facts)],
    missedMusts: missedMusts(facts),
    places: graph.places,
    problems: graph.problems,
  }
}

interface Facts {
  graph: PairGraph
  chosen: Chosen
  isDone: boolean
  degrees: { buyers: Int32Array; sellers: Int32Array }
}

function meetingsOf(graph: PairGraph, chosen: Chosen): SelectedMeeting[] {
  const meetings = [
    ...chosen.pairs.map((pair) => ({
      buyer: graph.buyer[pair] as number,
      sellers: [graph.seller[pair] as number],
      need: graph.need[pair] as number,
      value: graph.value[pair] as number,
      isMust: graph.isMust[pair] === 1,
    })),
    ...chosen.pools.map(({ buyer, sellers, need, value, isMust }) => ({
      buyer,
      sellers,
      need,
      value,
      isMust,
    })),
  ]
  return meetings
    .sort((a, b) => a.buyer - b.buyer || (a.sellers[0] ?? 0) - (b.sellers[0] ?? 0))
    .map((meeting) => ({
      ...meeting,
      buyer: graph.buyers.index[meeting.buyer] ?? -1,
      sellers: Array.from(meeting.sellers, (seller) => graph.sellers.index[seller] ?? -1),
    }))
}

function shortOf(side: 'buyers' | 'sellers', facts: Facts): ShortParty[] {
  const { graph, degrees } = facts
  const parties = graph[side]
  const list = graph.problem[side]
  const pairsOf = side === 'buyers' ? pairsOfBuyer(graph) : pairsOfSeller(graph)
  const short: ShortParty[] = []
  for (let rank = 0; rank < parties.count; rank += 1) {
    const party = list[parties.index[rank] ?? -1]
    const meetings = degrees[side][rank] ?? 0
    if (!party) continue
    const least = Math.max(party.quota.minimum, party.isFirstServed ? 1 : 0)
    const wanted = Math.min(least, party.quota.maximum)
    if (meetings >= wanted) continue
    const bars = graph.bars[parties.side].get(rank) ?? {}
    short.push({
      side: parties.side,
      party: parties.index[rank] ?? -1,
      meetings,
      wanted,
      because: reasonOf(parties, rank, pairsOf(rank), facts),
      bars,
    })
  }
  return short
}

function reasonOf(parties: Parties, rank: number, pairs: readonly number[], facts: Facts): ShortReason {
  const { graph, degrees, chosen } = facts
  const side = parties.side === 'buyer' ? 'buyers' : 'sellers'
  if ((degrees[side][rank] ?? 0) >= (parties.capacity[rank] ?? 0)) return 'own-time'
  const free = pairs.filter((pair) => !isChosen(facts, pair))
  if (free.length === 0) return graph.bars[parties.side].has(rank) ? 'all-barred' : 'no-candidate'
  const isPartnerFull = (pair: number) => {
    const buyer = graph.buyer[pair] as number
    const seller = graph.seller[pair] as number
    return parties.side === 'buyer'
      ? degrees.sellers[seller] === graph.sellers.capacity[seller]
      : degrees.buyers[buyer] === graph.buyers.capacity[buyer]
  }
  if (free.every(isPartnerFull)) return 'partners-full'
  if (chosen.pairs.length + chosen.pools.length >= graph.places) return 'places-full'
  return facts.isDone ? 'slots-clash' : 'not-finished'
}

function pairsOfBuyer(graph: PairGraph) {
  return (buyer: number): number[] => {
    const from = graph.start[buyer] ?? 0
    return Array.from({ length: (graph.start[buyer + 1] ?? 0) - from }, (_, at) => from + at)
  }
}

function pairsOfSeller(graph: PairGraph) {
  return (seller: number): number[] => {
    const pairs: number[] = []
    for (let buyer = 0; buyer < graph.buyers.count; buyer += 1) {
      const pair = findPair(graph, buyer, seller)
      if (pair >= 0) pairs.push(pair)
    }
    return pairs
  }
}

function missedMusts(facts: Facts): Selection['missedMusts'] {
  const { graph, chosen, degrees } = facts
  const name = (buyer: number, seller: number) => ({
    buyer: graph.problem.buyers[graph.buyers.index[buyer] ?? -1]?.id ?? '',
    seller: graph.problem.sellers[graph.sellers.index[seller] ?? -1]?.id ?? '',
  })
  const missed: Selection['missedMusts'][number][] = graph.barredMusts.map(({ buyer, seller, because }) => ({
    ...name(buyer, seller),
    because,
  }))
  for (let pair = 0; pair < graph.count; pair += 1) {
    if (graph.isMust[pair] === 0 || isChosen(facts, pair)) continue
    const buyer = graph.buyer[pair] as number
    const seller = graph.seller[pair] as number
    const isFull =
      degrees.buyers[buyer] === graph.buyers.capacity[buyer] ||
      degrees.sellers[seller] === graph.sellers.capacity[seller] ||
      chosen.pairs.length + chosen.pools.length >= graph.places
    missed.push({ ...name(buyer, seller), because: isFull || !facts.isDone ? 'full' : 'slots-clash' })
  }
  return missed
}

/** `pairs` ascend; pools are few. */
function isChosen({ graph, chosen }: Facts, pair: number): boolean {
  let low = 0
  let high = chosen.pairs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = chosen.pairs[middle] as number
    if (found === pair) return true
    if (found < pair) low = middle + 1
    else high = middle - 1
  }
  return chosen.pools.some(
    (pool) => pool.buyer === graph.buyer[pair] && pool.sellers.includes(graph.seller[pair] as number),
  )
}
