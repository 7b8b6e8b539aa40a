import type { PairGraph } from './pairs'

/** Takes the pairs one after another, musts first and then by value, as long as both and a table are free. */
export function chooseGreedily(graph: PairGraph): number[] {
  const buyerLeft = graph.buyers.capacity.slice()
  const sellerLeft = graph.sellers.capacity.slice()
  let placesLeft = graph.places
  const chosen: number[] = []
  for (const pair of byValue(graph)) {
    if (placesLeft === 0) break
    const buyer = graph.buyer[pair] as number
    const seller = graph.seller[pair] as number
    if (buyerLeft[buyer] === 0 || sellerLeft[seller] === 0) continue
    buyerLeft[buyer] = (buyerLeft[buyer] as number) - 1
    sellerLeft[seller] = (sellerLeft[seller] as number) - 1
    placesLeft -= 1
    chosen.push(pair)
  }
  return chosen.sort((a, b) => a - b)
}

/** Counting sort: values are small integers and there may be millions of pairs. */
function byValue(graph: PairGraph): Int32Array {
  let most = 0
  for (let pair = 0; pair < graph.count; pair += 1) most = Math.max(most, graph.value[pair] as number)
  const classes = 2 * (most + 1)
  const classOf = (pair: number) =>
    most - (graph.value[pair] as number) + (graph.isMust[pair] === 1 ? 0 : most + 1)
  const starts = new Int32Array(classes + 1)
  for (let pair = 0; pair < graph.count; pair += 1) {
    const at = classOf(pair) + 1
    starts[at] = (starts[at] as number) + 1
  }
  for (let at = 0; at < classes; at += 1) starts[at + 1] = (starts[at + 1] as number) + (starts[at] as number)
  const sorted = new Int32Array(graph.count)
  for (let pair = 0; pair < graph.count; pair += 1) {
    const at = classOf(pair)
    const to = starts[at] as number
    starts[at] = to + 1
    sorted[to] = pair
  }
  return sorted
}
