import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bruteForce, compare, reached } from '~/test/setup/brute-selection'
import { brokenRules, partyNamed, problemOf } from '~/test/setup/selection-problems'
import { compilePairs } from './pairs'
import { kilometres, proposePools } from './pools'
import { createSelector } from './select-meetings'
import type { SelectionParty, SelectionProblem } from './selection'

const bandung = { latitude: -6.9175, longitude: 107.6191 }
const cimahi = { latitude: -6.8722, longitude: 107.5425 }
const cirebon = { latitude: -6.732, longitude: 108.5523 }

function problemWith(
  supplies: readonly (number | null)[],
  more: {
    volume?: number
    sellers?: Partial<SelectionParty>[]
    maximum?: number
    share?: number
    shares?: number[]
  } = {},
): SelectionProblem {
  return problemOf({
    buyers: [partyNamed('b0', { quota: { minimum: 0, maximum: more.maximum ?? 1 } })],
    sellers: supplies.map((_, at) => partyNamed(`s${at}`, { place: bandung, ...more.sellers?.[at] })),
    needs: [{ id: 'n0', buyer: 0, volume: more.volume ?? 100 }],
    rows: supplies.map((supply, seller) => ({
      buyer: 0,
      seller,
      need: 0,
      share: more.shares?.[seller] ?? more.share ?? 0.8,
      supply,
    })),
  })
}

const pools = (problem: SelectionProblem) =>
  proposePools(compilePairs(problem)).map(({ sellers }) => [...sellers])

describe('proposePools', () => {
  it('gathers the fewest who together fill what none can alone', () => {
    expect(pools(problemWith([60, 50, 5]))[0]).toEqual([0, 1])
    expect(pools(problemWith([30, 30, 30, 30]))).toEqual([[0, 1, 2, 3]])
  })

  it('proposes nothing where one can, or four cannot, or nobody says how much', () => {
    expect(pools(problemWith([60, 50, 100]))).toEqual([])
    expect(pools(problemWith([24, 24, 24, 24, 24]))).toEqual([])
    expect(pools(problemWith([null, null, 60]))).toEqual([])
  })

  it('gathers only who are near each other and make the same product', () => {
    expect(kilometres(bandung, cimahi)).toBeCloseTo(9.8, 0)
    expect(kilometres(bandung, cirebon)).toBeGreaterThan(100)
    expect(pools(problemWith([60, 60], { sellers: [{}, { place: cimahi }] }))).toEqual([[0, 1]])
    expect(pools(problemWith([60, 60], { sellers: [{}, { place: cirebon }] }))).toEqual([])
    expect(pools(problemWith([60, 60], { sellers: [{}, { place: null }] }))).toEqual([])
    expect(pools(problemWith([60, 60], { share: 0.7 }))).toEqual([])
  })

  it('asks nobody of other goods of the field, who fills no need by having plenty', () => {
    expect(pools(problemWith([60, 500, 50], { shares: [0.8, 0.1, 0.8] }))).toEqual([[0, 2]])
    expect(pools(problemWith([60, 50], { shares: [0.8, 0.1] }))).toEqual([])
  })

  it('gathers only who have a common slot', () => {
    expect(pools(problemWith([60, 60], { sellers: [{ away: [0] }, { away: [1] }] }))).toEqual([[0, 1]])
    expect(pools(problemWith([60, 60], { sellers: [{ away: [0] }, { away: [1, 2] }] }))).toEqual([])
  })
})

describe('a pooled meeting', () => {
  it('is chosen where it gives more than one of its members alone, and takes one place', () => {
    const selector = createSelector(problemWith([60, 50]))
    const progress = selector.advance(100_000)
    const { meetings, short, isProven } = selector.result()
    expect(meetings).toEqual([{ buyer: 0, sellers: [0, 1], need: 0, value: 8900, isMust: false }])
    expect(short).toEqual([])
    expect(isProven).toBe(true)
    expect(progress).toMatchObject({ value: 8900, bound: 8900, gap: 0, isDone: true })
  })

  it('gives way to meetings with each of them where there is time for all', () => {
    const selector = createSelector(problemWith([60, 50], { maximum: 2 }))
    selector.advance(100_000)
    const { meetings, otherPools, isProven } = selector.result()
    expect(meetings.map(({ sellers }) => sellers)).toEqual([[0], [1]])
    expect(otherPools.map(({ sellers }) => sellers)).toEqual([[0, 1]])
    expect(isProven).toBe(true)
  })
})

/** Needs that no seller can fill alone, so that groups compete for sellers, buyers and tables. */
const anyPooledProblem = fc
  .record({
    maximums: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 2 }),
    needs: fc.array(fc.record({ buyer: fc.nat(1), volume: fc.integer({ min: 80, max: 130 }) }), {
      minLength: 2,
      maxLength: 3,
    }),
    sellers: fc.array(
      fc.record({
        maximum: fc.integer({ min: 1, max: 2 }),
        supply: fc.integer({ min: 30, max: 75 }),
        isFirstServed: fc.boolean(),
        shares: fc.array(fc.integer({ min: 70, max: 100 }), { minLength: 3, maxLength: 3 }),
      }),
      { minLength: 2, maxLength: 4 },
    ),
    tables: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ maximums, needs: plain, sellers, tables }) => {
    const needs = plain.map(({ buyer, volume }, at) => ({
      id: `n${at}`,
      buyer: buyer % maximums.length,
      volume,
    }))
    return problemOf({
      buyers: maximums.map((maximum, at) => partyNamed(`b${at}`, { quota: { minimum: 0, maximum } })),
      sellers: sellers.map(({ maximum, isFirstServed }, at) =>
        partyNamed(`s${at}`, { quota: { minimum: 0, maximum }, isFirstServed }),
      ),
      needs,
      rows: needs.flatMap(({ buyer }, need) =>
        sellers.map(({ supply, shares }, seller) => ({
          buyer,
          seller,
          need,
          share: (shares[need] ?? 0) / 100,
          supply,
        })),
      ),
      tables: [tables, 1],
    })
  })

describe('the choice of pools', { timeout: 20_000 }, () => {
  it('breaks no rule, is not above brute force nor the bound below it, and mostly equals it', () => {
    let all = 0
    let equal = 0
    let pooled = 0
    fc.assert(
      fc.property(anyPooledProblem, (problem) => {
        const selector = createSelector(problem)
        selector.advance(100_000)
        const selection = selector.result()
        expect(brokenRules(problem, selection)).toEqual([])
        const best = bruteForce(problem)
        const found = reached(problem, selection)
        expect(compare(found, best)).toBeLessThanOrEqual(0)
        if (selection.isProven) expect(found).toEqual(best)
        if (found.firsts === best.firsts) expect(selection.bound).toBeGreaterThanOrEqual(best.value)
        all += 1
        if (compare(found, best) === 0) equal += 1
        if (selection.meetings.some(({ sellers }) => sellers.length > 1)) pooled += 1
      }),
      { numRuns: 200, seed: 7 },
    )
    expect(pooled / all).toBeGreaterThan(0.3)
    expect(equal / all).toBeGreaterThan(0.9)
  })
})
