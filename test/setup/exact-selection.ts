import loadHighs from 'highs'
import { type Pool, type Reached, tiersOf } from '~/matching/select/aims'
import { compilePairs, findPair, type PairGraph } from '~/matching/select/pairs'
import { commonSlots, type Parties } from '~/matching/select/parties'
import { proposePools } from '~/matching/select/pools'
import type { SelectionProblem } from '~/matching/select/selection'

/** Columns of one line of the file format; longer lines are broken. */
const LINE = 200

/**
 * The exact optimum of a selection (pairs, pools, quotas, tables in the buyers' free slots; without the check
 * that each party's meetings have room in free slots that both have) by HiGHS: aim after aim, each kept while the next is maximised, so
 * that no large weights are needed. Nothing is shared with the engine's own solver but the compiled pairs.
 */
export async function solveExactly(problem: SelectionProblem): Promise<Reached & { milliseconds: number }> {
  const graph = compilePairs(problem)
  const pools = proposePools(graph)
  const highs = await loadHighs()
  const { terms, rows, bounds, integers } = writeProblem(graph, pools)
  const begin = performance.now()
  const kept: string[] = []
  const maximise = (aim: keyof typeof terms): number => {
    if (terms[aim].length === 0) return 0
    const solution = highs.solve(
      [
        'Maximize',
        ` aim: ${joined(terms[aim])}`,
        'Subject To',
        ...rows,
        ...kept,
        'Bounds',
        ...bounds,
        ...(integers.length > 0 ? ['General', ...broken(integers, ' ')] : []),
        'End',
      ].join('\n'),
      { mip_rel_gap: 0, mip_abs_gap: 0.5 },
    )
    if (solution.Status !== 'Optimal') throw new Error(`HiGHS: ${solution.Status}`)
    const best = Math.round(solution.ObjectiveValue)
    kept.push(` keep_${aim}: ${joined(terms[aim])} >= ${best}`)
    return best
  }
  const musts = maximise('musts')
  const firsts = maximise('firsts')
  const minimums = maximise('minimums')
  const value = maximise('value')
  return { musts, firsts, minimums, value, milliseconds: performance.now() - begin }
}

function writeProblem(graph: PairGraph, pools: readonly Pool[]) {
  const terms: Record<keyof Reached, string[]> = { musts: [], firsts: [], minimums: [], value: [] }
  const rows: string[] = []
  const bounds: string[] = []
  const integers: string[] = []
  const ofBuyer = Array.from({ length: graph.buyers.count }, (): string[] => [])
  const ofSeller = Array.from({ length: graph.sellers.count }, (): string[] => [])
  const ofPair = new Map<number, string[]>()
  const ofNeed = new Map<number, string[]>()
  const all: string[] = []
  for (let pair = 0; pair < graph.count; pair += 1) {
    const name = `x${pair}`
    all.push(name)
    ofBuyer[graph.buyer[pair] ?? -1]?.push(name)
    ofSeller[graph.seller[pair] ?? -1]?.push(name)
    terms.value.push(`${graph.value[pair]} ${name}`)
    if (graph.isMust[pair] === 1) terms.musts.push(`1 ${name}`)
    bounds.push(` 0 <= ${name} <= 1`)
    // Pairs and quotas alone have a whole optimum anyway; pools make it a mixed problem.
    if (pools.length > 0) integers.push(name)
  }
  pools.forEach((pool, at) => {
    const name = `z${at}`
    all.push(name)
    integers.push(name)
    bounds.push(` 0 <= ${name} <= 1`)
    terms.value.push(`${pool.value} ${name}`)
    ofNeed.set(pool.need, [...(ofNeed.get(pool.need) ?? []), name])
    ofBuyer[pool.buyer]?.push(name)
    for (const seller of pool.sellers) {
      ofSeller[seller]?.push(name)
      if (graph.notes.of(pool.buyer, seller).isMust) terms.musts.push(`1 ${name}`)
      const pair = findPair(graph, pool.buyer, seller)
      ofPair.set(pair, [...(ofPair.get(pair) ?? [`x${pair}`]), name])
    }
  })
  const atMost = (name: string, names: readonly string[], most: number) => {
    if (names.length > 0) rows.push(` ${name}: ${joined(names.map((one) => `1 ${one}`))} <= ${most}`)
  }
  atMost('places', all, graph.places)
  for (const [need, names] of ofNeed) atMost(`need${need}`, names, 1)
  for (const [pair, names] of ofPair) atMost(`pair${pair}`, names, 1)
  const addParties = (letter: string, parties: Parties, lists: readonly string[][]) =>
    lists.forEach((names, rank) => {
      const { first, minimum, rest } = tiersOf(parties, rank)
      atMost(`${letter}${rank}`, names, first + minimum + rest)
      if (names.length === 0) return
      for (const [tier, size] of [
        ['firsts', first],
        ['minimums', minimum],
      ] as const) {
        if (size === 0) continue
        const name = `${tier}_${letter}${rank}`
        terms[tier].push(`1 ${name}`)
        bounds.push(` 0 <= ${name} <= ${size}`)
        integers.push(name)
      }
      const reached = [
        first > 0 ? `1 firsts_${letter}${rank}` : '',
        minimum > 0 ? `1 minimums_${letter}${rank}` : '',
      ]
      const counted = reached.filter(Boolean)
      if (counted.length === 0) return
      const meetings = names.map((one) => `- 1 ${one}`).join('\n ')
      rows.push(` tiers_${letter}${rank}: ${joined(counted)} ${meetings} <= 0`)
    })
  const ofSlot = graph.tables.map((): string[] => [])
  ofBuyer.forEach((names, rank) => {
    const { buyers } = graph
    const seats = buyers.seats[rank] ?? 0
    const times = commonSlots([{ parties: buyers, rank }]).map((slot) => {
      const name = `y${rank}_${slot}`
      ofSlot[slot]?.push(name)
      bounds.push(` 0 <= ${name} <= ${seats}`)
      if (pools.length > 0) integers.push(name)
      return ` - 1 ${name}`
    })
    if (names.length > 0)
      rows.push(` times${rank}: ${joined(names.map((one) => `1 ${one}`))}\n${times.join('\n')} <= 0`)
  })
  ofSlot.forEach((names, slot) => {
    atMost(`slot${slot}`, names, graph.tables[slot] ?? 0)
  })
  addParties('b', graph.buyers, ofBuyer)
  addParties('s', graph.sellers, ofSeller)
  return { terms, rows, bounds, integers }
}

function joined(terms: readonly string[]): string {
  return broken(terms, ' + ').join(' +\n ')
}

/** Lines of terms with `separator` between them. */
function broken(terms: readonly string[], separator: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const term of terms) {
    if (line.length + term.length > LINE) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? term : `${line}${separator}${term}`
  }
  return line === '' ? lines : [...lines, line]
}
