import type { PairGraph } from './pairs'
import { type Parties, wantedOf } from './parties'
import { MOST_POINTS } from './points'

/**
 * The order of aims: musts ≫ nobody who is served first without a meeting ≫ minimums ≫ value. One number
 * stands for all of them: a greater aim's unit weighs more than all that can be lost of the lesser ones by
 * an exchange. (Two selections differ by exchanges along simple cycles, which pass each party once at most;
 * so what one cycle can lose bounds what a weight has to be above.)
 */
export interface AimWeights {
  minimum: number
  first: number
  must: number
  /** Above everything: for what is decided already. */
  decided: number
}

export function aimWeights({ buyers, sellers }: Pick<PairGraph, 'buyers' | 'sellers'>): AimWeights {
  // A pooled meeting takes a place of several sellers: the cycles of four of them at once.
  const value = 4 * (Math.min(buyers.count, sellers.count) + 2) * MOST_POINTS
  const minimum = value
  const first = 8 * minimum + value
  const must = 8 * first + value
  return { minimum, first, must, decided: (Math.min(buyers.count, sellers.count) + 2) * 2 * must }
}

/** What has been reached of each aim. */
export interface Reached {
  musts: number
  firsts: number
  minimums: number
  value: number
}

/** The weight of the aims above the value. */
export function aimsAbove(weights: AimWeights, { musts, firsts, minimums }: Reached): number {
  return weights.must * musts + weights.first * firsts + weights.minimum * minimums
}

/** The meetings of a party in the order in which they count: a first one, those up to the minimum, the rest. */
export function tiersOf(parties: Parties, rank: number): { first: number; minimum: number; rest: number } {
  const capacity = parties.capacity[rank] ?? 0
  const first = Math.min(capacity, parties.isFirstServed[rank] ?? 0)
  const minimum = Math.min(capacity, wantedOf(parties, rank)) - first
  return { first, minimum, rest: capacity - first - minimum }
}

export interface Chosen {
  /** Pairs of the graph. */
  pairs: readonly number[]
  pools: readonly Pool[]
}

/** A group of sellers that together fill a need which none of them can fill alone, as one meeting. */
export interface Pool {
  buyer: number
  /** Ranks, ascending. */
  sellers: readonly number[]
  /** Index into the problem's needs. */
  need: number
  value: number
  isMust: boolean
}

export function degreesOf(graph: PairGraph, { pairs, pools }: Chosen) {
  const buyers = new Int32Array(graph.buyers.count)
  const sellers = new Int32Array(graph.sellers.count)
  const add = (buyer: number, members: readonly number[]) => {
    buyers[buyer] = (buyers[buyer] ?? 0) + 1
    for (const seller of members) sellers[seller] = (sellers[seller] ?? 0) + 1
  }
  for (const pair of pairs) add(graph.buyer[pair] as number, [graph.seller[pair] as number])
  for (const pool of pools) add(pool.buyer, pool.sellers)
  return { buyers, sellers }
}

export function reachedBy(graph: PairGraph, chosen: Chosen): Reached {
  const reached: Reached = { musts: 0, firsts: 0, minimums: 0, value: 0 }
  for (const pair of chosen.pairs) {
    reached.value += graph.value[pair] as number
    reached.musts += graph.isMust[pair] as number
  }
  for (const pool of chosen.pools) {
    reached.value += pool.value
    for (const seller of pool.sellers) if (graph.notes.of(pool.buyer, seller).isMust) reached.musts += 1
  }
  const degrees = degreesOf(graph, chosen)
  for (const side of ['buyers', 'sellers'] as const) {
    const parties = graph[side]
    for (let rank = 0; rank < parties.count; rank += 1) {
      const { first, minimum } = tiersOf(parties, rank)
      const has = degrees[side][rank] as number
      reached.firsts += Math.min(has, first)
      reached.minimums += Math.max(0, Math.min(has - first, minimum))
    }
  }
  return reached
}
