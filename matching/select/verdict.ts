import { type Chosen, degreesOf } from './aims'
import { findPair, type PairGraph } from './pairs'
import type { Bar } from './selection'

/** What became of a pair, and why. Values are hundredths of points. */
export type PairVerdict =
  | { kind: 'chosen'; value: number }
  /** `rule`: the group rule's name. */
  | { kind: 'barred'; because: Bar; rule: string | null }
  /** It fits no need of the buyer's, and nobody wished for it. */
  | { kind: 'no-candidate' }
  /** All their meetings come before it. `least`: the least that one of them is worth. */
  | { kind: 'full'; who: 'buyer' | 'seller' | 'both'; value: number; least: number }
  | { kind: 'places-full'; value: number; least: number }
  /** There is room, but no free slot beside what is chosen; or work was ended early. */
  | { kind: 'slots-clash' | 'not-finished'; value: number }

/** Why a pair (by the problem's indexes) was chosen or not. */
export function judgePair(
  graph: PairGraph,
  chosen: Chosen,
  isDone: boolean,
  { buyer: buyerIndex, seller: sellerIndex }: { buyer: number; seller: number },
): PairVerdict {
  const buyer = graph.buyers.rank[buyerIndex] ?? -1
  const seller = graph.sellers.rank[sellerIndex] ?? -1
  if (buyer < 0 || seller < 0) return { kind: 'no-candidate' }
  const bar = graph.barOf(buyer, seller)
  if (bar) return { kind: 'barred', ...bar }
  const pair = findPair(graph, buyer, seller)
  const pool = chosen.pools.find((one) => one.buyer === buyer && one.sellers.includes(seller))
  if (pool) return { kind: 'chosen', value: pool.value }
  if (pair < 0) return { kind: 'no-candidate' }
  const value = graph.value[pair] ?? 0
  if (chosen.pairs.includes(pair)) return { kind: 'chosen', value }

  const degrees = degreesOf(graph, chosen)
  const isBuyerFull = degrees.buyers[buyer] === graph.buyers.capacity[buyer]
  const isSellerFull = degrees.sellers[seller] === graph.sellers.capacity[seller]
  const least = (isWith: (buyer: number, sellers: readonly number[]) => boolean) =>
    Math.min(
      ...chosen.pairs
        .filter((other) => isWith(graph.buyer[other] ?? -1, [graph.seller[other] ?? -1]))
        .map((other) => graph.value[other] ?? 0),
      ...chosen.pools.filter((other) => isWith(other.buyer, other.sellers)).map((other) => other.value),
    )
  if (isBuyerFull || isSellerFull) {
    return {
      kind: 'full',
      who: isBuyerFull && isSellerFull ? 'both' : isBuyerFull ? 'buyer' : 'seller',
      value,
      least: least(
        (b, sellers) => (isBuyerFull && b === buyer) || (isSellerFull && sellers.includes(seller)),
      ),
    }
  }
  if (chosen.pairs.length + chosen.pools.length >= graph.places) {
    return { kind: 'places-full', value, least: least(() => true) }
  }
  return { kind: isDone ? 'slots-clash' : 'not-finished', value }
}
