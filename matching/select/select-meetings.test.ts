import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AIMS, bruteForce, compare, reached } from '~/test/setup/brute-selection'
import { anyProblem, brokenRules, partyNamed, problemOf } from '~/test/setup/selection-problems'
import { compilePairs } from './pairs'
import { proposePools } from './pools'
import { createSelector } from './select-meetings'
import type { Selection, SelectionNeed, SelectionParty, SelectionProblem } from './selection'

const ALL = 1_000_000
function solve(problem: SelectionProblem): Selection {
  const selector = createSelector(problem)
  selector.advance(ALL)
  return selector.result()
}

describe('the hard rules', { timeout: 20_000 }, () => {
  it('are never broken: no never-pair, no quota exceeded, time and tables for all, nobody met twice', () => {
    fc.assert(
      fc.property(anyProblem({ isFree: false }), (problem) => {
        expect(brokenRules(problem, solve(problem))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('hold whenever work is ended, and what is found never gets worse', () => {
    fc.assert(
      fc.property(anyProblem({ isFree: false }), (problem) => {
        const selector = createSelector(problem)
        let before = reached(problem, selector.result())
        for (let isDone = false; !isDone; ) {
          isDone = selector.advance(1).isDone
          const selection = selector.result()
          expect(brokenRules(problem, selection)).toEqual([])
          expect(selection.bound).toBeGreaterThanOrEqual(selection.value)
          const now = reached(problem, selection)
          expect(compare(now, before)).toBeGreaterThanOrEqual(0)
          before = now
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('the best selection', { timeout: 20_000 }, () => {
  it('is that of brute force where quotas and tables alone limit it', () => {
    fc.assert(
      fc.property(anyProblem({ isFree: true }), (problem) => {
        const selection = solve(problem)
        const best = bruteForce(problem)
        const found = reached(problem, selection)
        if (selection.isProven) expect(found).toEqual(best)
        else expect(compare(found, best)).toBeLessThanOrEqual(0)
        // Without pools it is a flow, and a flow's optimum is always proved.
        if (proposePools(compilePairs(problem)).length === 0) expect(selection.isProven).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('is no better than the bound, whatever the times and groups', () => {
    let proven = 0
    let equal = 0
    let all = 0
    fc.assert(
      fc.property(anyProblem({ isFree: false }), (problem) => {
        const selection = solve(problem)
        const best = bruteForce(problem)
        const found = reached(problem, selection)
        all += 1
        if (selection.isProven) proven += 1
        if (compare(found, best) === 0) equal += 1
        if (selection.isProven) expect(found).toEqual(best)
        const isSameAbove = AIMS.slice(0, 3).every((aim) => found[aim] === best[aim])
        if (isSameAbove) expect(selection.bound).toBeGreaterThanOrEqual(best.value)
      }),
      { numRuns: 150, seed: 5 },
    )
    expect(proven / all).toBeGreaterThan(0.8)
    expect(equal / all).toBeGreaterThan(0.95)
  })

  it('gets no worse by a further table, a further slot or a higher maximum', () => {
    fc.assert(
      fc.property(anyProblem({ isFree: true }), fc.nat(9), (problem, which) => {
        const selection = solve(problem)
        fc.pre(selection.isProven)
        const [first, ...others] = problem.buyers
        const [firstSeller, ...otherSellers] = problem.sellers
        if (!first || !firstSeller) return
        const more = (party: typeof first) => ({
          ...party,
          quota: { ...party.quota, maximum: party.quota.maximum + 1 },
        })
        const changed: SelectionProblem =
          which < 4
            ? { ...problem, tables: problem.tables.with(0, (problem.tables[0] ?? 0) + 1) }
            : which < 6
              ? { ...problem, tables: [...problem.tables, 1] }
              : which < 8
                ? { ...problem, buyers: [more(first), ...others] }
                : { ...problem, sellers: [more(firstSeller), ...otherSellers] }
        const now = solve(changed)
        fc.pre(now.isProven)
        expect(compare(reached(changed, now), reached(problem, selection))).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 200 },
    )
  })

  it('is the same again, and whatever the order of what it is told', () => {
    fc.assert(
      fc.property(anyProblem({ isFree: false }), fc.nat(), (problem, seed) => {
        const names = (of: SelectionProblem, { meetings }: Selection) =>
          meetings.map(
            ({ buyer, sellers, need, value }) =>
              `${of.buyers[buyer]?.id} ${sellers.map((at) => of.sellers[at]?.id)} ${of.needs[need]?.id} ${value}`,
          )
        const other = reordered(problem, seed)
        expect(names(other, solve(other))).toEqual(names(problem, solve(problem)))
        expect(solve(problem)).toEqual(solve(problem))
      }),
      { numRuns: 200 },
    )
  })

  it('is the same in slices of any size, however often it is looked at', () => {
    fc.assert(
      fc.property(anyProblem({ isFree: false }), fc.integer({ min: 1, max: 9 }), (problem, slice) => {
        const selector = createSelector(problem)
        let progress = selector.advance(slice)
        while (!progress.isDone) {
          expect(progress.selection.value).toBe(progress.value)
          progress = selector.advance(slice)
        }
        expect(progress.selection).toEqual(solve(problem))
        expect(structuredClone(progress).selection).toEqual(progress.selection)
      }),
      { numRuns: 100 },
    )
  })
})

/** The same problem with all its lists turned round by some places. */
function reordered(problem: SelectionProblem, by: number): SelectionProblem {
  const turn = <T>(list: readonly T[]) => list.map((_, at) => list[(at + by) % list.length] as T).reverse()
  const buyers = turn(problem.buyers)
  const sellers = turn(problem.sellers)
  const needs = turn(problem.needs)
  const { candidates } = problem
  const order = turn(Array.from({ length: candidates.count }, (_, row) => row))
  const ints = (column: Int32Array, map: (index: number) => number) =>
    Int32Array.from(order, (row) => map(column[row] ?? -1))
  const buyerAt = (at: number) => buyers.indexOf(problem.buyers[at] as SelectionParty)
  const points = Object.entries(candidates.points).map(([criterion, column]) => [
    criterion,
    Int16Array.from(order, (row) => column[row] ?? 0),
  ])
  return {
    ...problem,
    buyers,
    sellers,
    needs: needs.map((need) => ({ ...need, buyer: buyerAt(need.buyer) })),
    wishes: turn(problem.wishes),
    candidates: {
      count: candidates.count,
      buyer: ints(candidates.buyer, buyerAt),
      seller: ints(candidates.seller, (at) => sellers.indexOf(problem.sellers[at] as SelectionParty)),
      need: ints(candidates.need, (at) => needs.indexOf(problem.needs[at] as SelectionNeed)),
      supply: Float64Array.from(order, (row) => candidates.supply[row] ?? -1),
      points: Object.fromEntries(points) as typeof candidates.points,
    },
  }
}

describe('fairness', () => {
  it('gives everybody who fits something a first meeting before anybody a second', () => {
    const problem = problemOf({
      buyers: [
        partyNamed('b0', { quota: { minimum: 0, maximum: 2 } }),
        partyNamed('b1', { quota: { minimum: 0, maximum: 2 } }),
      ],
      sellers: [partyNamed('s0'), partyNamed('s1'), partyNamed('s2')],
      needs: [
        { id: 'n0', buyer: 0, volume: 1 },
        { id: 'n1', buyer: 1, volume: 1 },
      ],
      rows: [0, 1].flatMap((need) =>
        [1, 0.9, 0.1].map((share, seller) => ({ buyer: need, need, seller, share, supply: 5 })),
      ),
    })
    const { meetings, short, isProven } = solve(problem)
    expect(isProven).toBe(true)
    expect(new Set(meetings.flatMap(({ sellers }) => sellers)).size).toBe(3)
    expect(short).toEqual([])
  })

  it('leaves nobody out while somebody who could give way has more than one', () => {
    fc.assert(
      fc.property(anyProblem({ isFree: true }), (problem) => {
        fc.pre(problem.wishes.every(({ kind }) => kind !== 'must'))
        const selection = solve(problem)
        fc.pre(selection.isProven)
        const graph = compilePairs(problem)
        const meetingsOf = (seller: number) =>
          selection.meetings.filter(({ sellers }) => sellers.includes(seller))
        for (const { side, party, meetings } of selection.short) {
          if (side !== 'seller' || meetings > 0 || !problem.sellers[party]?.isFirstServed) continue
          const rank = graph.sellers.rank[party] ?? -1
          for (let pair = 0; pair < graph.count; pair += 1) {
            if (graph.seller[pair] !== rank) continue
            const buyer = graph.buyers.index[graph.buyer[pair] ?? -1] ?? -1
            const giving = selection.meetings.filter(
              (meeting) =>
                meeting.buyer === buyer && meeting.sellers.every((seller) => meetingsOf(seller).length > 1),
            )
            expect(giving).toEqual([])
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})
