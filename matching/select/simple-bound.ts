import type { Pool } from './aims'
import type { PairGraph } from './pairs'

/**
 * A bound before anything is solved: each buyer with its most valuable meetings and pools, all tables with
 * the most valuable of those. It knows no seller's quota; the prices of the solver soon know better.
 */
export function simpleBound(graph: PairGraph, pools: readonly Pool[]): number {
  const poolValues = new Map<number, number[]>()
  for (const { buyer, value } of pools) poolValues.set(buyer, [...(poolValues.get(buyer) ?? []), value])
  const kept: number[] = []
  for (let buyer = 0; buyer < graph.buyers.count; buyer += 1) {
    const own = graph.value.subarray(graph.start[buyer], graph.start[buyer + 1])
    const values = Int32Array.from([...own, ...(poolValues.get(buyer) ?? [])]).sort()
    const capacity = graph.buyers.capacity[buyer] ?? 0
    for (const value of values.subarray(Math.max(0, values.length - capacity))) kept.push(value)
  }
  const best = Int32Array.from(kept).sort()
  return best.subarray(Math.max(0, best.length - graph.places)).reduce((sum, value) => sum + value, 0)
}
