import { type Reached, reachedBy } from '~/matching/select/aims'
import { compilePairs, findPair, type PairGraph } from '~/matching/select/pairs'
import { proposePools } from '~/matching/select/pools'
import type { Selection, SelectionProblem } from '~/matching/select/selection'
import { brokenRules } from './selection-problems'

/** In their order. */
export const AIMS = ['musts', 'firsts', 'minimums', 'value'] as const

/** What a selection reaches of each aim. */
export function reached(problem: SelectionProblem, { meetings }: Pick<Selection, 'meetings'>): Reached {
  const graph = compilePairs(problem)
  const rank = ({ buyer, sellers }: Selection['meetings'][number]) => ({
    buyer: graph.buyers.rank[buyer] ?? -1,
    sellers: sellers.map((seller) => graph.sellers.rank[seller] ?? -1),
  })
  return reachedBy(graph, {
    pairs: meetings
      .filter(({ sellers }) => sellers.length === 1)
      .map((meeting) => findPair(graph, rank(meeting).buyer, rank(meeting).sellers[0] ?? -1)),
    pools: meetings
      .filter(({ sellers }) => sellers.length > 1)
      .map((meeting) => ({ ...meeting, ...rank(meeting) })),
  })
}

/** Below 0: `a` reaches less; the first aim in which they differ decides. */
export function compare(a: Reached, b: Reached): number {
  const aim = AIMS.find((name) => a[name] !== b[name])
  return aim ? a[aim] - b[aim] : 0
}

/** The best of all subsets of pairs and pools. */
export function bruteForce(problem: SelectionProblem): Reached {
  const graph = compilePairs(problem)
  const meetings = [
    ...Array.from({ length: graph.count }, (_, pair) => ({
      buyer: graph.buyers.index[graph.buyer[pair] ?? -1] ?? -1,
      sellers: [graph.sellers.index[graph.seller[pair] ?? -1] ?? -1],
      need: -1,
      value: graph.value[pair] ?? 0,
      isMust: false,
    })),
    ...proposePools(graph).map((pool) => indexed(graph, pool)),
  ]
  let best: Reached = { musts: 0, firsts: 0, minimums: 0, value: 0 }
  const grow = (from: number, chosen: typeof meetings) => {
    const needs = chosen.filter(({ sellers }) => sellers.length > 1).map(({ need }) => need)
    if (new Set(needs).size < needs.length || brokenRules(problem, { meetings: chosen }).length > 0) return
    const now = reached(problem, { meetings: chosen })
    if (compare(now, best) > 0) best = now
    for (let at = from; at < meetings.length; at += 1) {
      const meeting = meetings[at]
      if (meeting) grow(at + 1, [...chosen, meeting])
    }
  }
  grow(0, [])
  return best
}

function indexed(graph: PairGraph, pool: ReturnType<typeof proposePools>[number]) {
  return {
    ...pool,
    buyer: graph.buyers.index[pool.buyer] ?? -1,
    sellers: pool.sellers.map((seller) => graph.sellers.index[seller] ?? -1),
  }
}
