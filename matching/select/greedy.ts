import type { PairGraph } from './pairs'
import { TableTimes } from './table-times'

/** Pairs, ascending, and the tables' times that their buyers have. */
export interface GreedyChoice {
  pairs: number[]
  times: TableTimes
}

/**
 * Takes pairs one after another as long as both and a table are free: musts first; then for everybody who is
 * served first and has nothing yet the best it can have, beginning with whoever has the fewest to choose
 * from; then the rest by value.
 */
export function chooseGreedily(graph: PairGraph): GreedyChoice {
  const times = new TableTimes(graph.buyers, graph.tables)
  const buyerLeft = graph.buyers.capacity.slice()
  const sellerLeft = graph.sellers.capacity.slice()
  const isTaken = new Uint8Array(graph.count)
  let placesLeft = graph.places
  const take = (pair: number): boolean => {
    const buyer = graph.buyer[pair] as number
    const seller = graph.seller[pair] as number
    if (placesLeft === 0 || isTaken[pair] === 1 || buyerLeft[buyer] === 0 || sellerLeft[seller] === 0)
      return false
    if (!times.take(buyer)) return false
    buyerLeft[buyer] = (buyerLeft[buyer] as number) - 1
    sellerLeft[seller] = (sellerLeft[seller] as number) - 1
    placesLeft -= 1
    isTaken[pair] = 1
    return true
  }
  const order = byValue(graph)
  for (const pair of order) if (graph.isMust[pair] === 1) take(pair)
  for (const side of ['seller', 'buyer'] as const) {
    const parties = graph[`${side}s`]
    const left = side === 'seller' ? sellerLeft : buyerLeft
    const { start, pairs } = grouped(graph[side], parties.count, order)
    const size = (rank: number) => (start[rank + 1] as number) - (start[rank] as number)
    const waiting = Array.from({ length: parties.count }, (_, rank) => rank)
      .filter((rank) => parties.isFirstServed[rank] === 1 && left[rank] === parties.capacity[rank])
      .sort((a, b) => size(a) - size(b) || a - b)
    for (const rank of waiting) pairs.subarray(start[rank], start[rank + 1]).some(take)
  }
  for (const pair of order) take(pair)
  const chosen: number[] = []
  for (let pair = 0; pair < graph.count; pair += 1) if (isTaken[pair] === 1) chosen.push(pair)
  return { pairs: chosen, times }
}

/** The most valuable pair first; equal ones as they are. */
function byValue(graph: PairGraph): Int32Array {
  let most = 0
  for (let pair = 0; pair < graph.count; pair += 1) most = Math.max(most, graph.value[pair] as number)
  const loss = graph.value.slice(0, graph.count).map((value) => most - value)
  const all = Int32Array.from({ length: graph.count }, (_, pair) => pair)
  return grouped(loss, most + 1, all).pairs
}

/** Pairs by a small whole number, within it in the given order (counting sort: there may be millions). */
function grouped(key: Int32Array, keys: number, order: Int32Array): { start: Int32Array; pairs: Int32Array } {
  const start = new Int32Array(keys + 1)
  for (const pair of order)
    start[(key[pair] as number) + 1] = (start[(key[pair] as number) + 1] as number) + 1
  for (let at = 0; at < keys; at += 1) start[at + 1] = (start[at + 1] as number) + (start[at] as number)
  const next = start.slice()
  const pairs = new Int32Array(order.length)
  for (const pair of order) {
    const to = next[key[pair] as number] as number
    next[key[pair] as number] = to + 1
    pairs[to] = pair
  }
  return { start, pairs }
}
