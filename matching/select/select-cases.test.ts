import { describe, expect, it } from 'vitest'
import { CRITERIA } from '~/domain/shared/reason'
import { generateEvent } from '~/test/bench/match-event'
import { selectionProblemOf } from '~/test/bench/match-problem'
import { solveExactly } from '~/test/setup/exact-selection'
import { partyNamed, problemOf } from '~/test/setup/selection-problems'
import { CandidateRows, EVENT_WEIGHTS, MOST_POINTS, newnessPoints } from './points'
import { createSelector } from './select-meetings'
import type { Selection, SelectionProblem } from './selection'

function solve(problem: SelectionProblem): Selection {
  const selector = createSelector(problem)
  expect(selector.advance(1_000_000).isDone).toBe(true)
  return selector.result()
}

const oneNeed = [{ id: 'n0', buyer: 0, volume: 10 }]
const onePair = {
  buyers: [partyNamed('b0')],
  sellers: [partyNamed('s0')],
  needs: oneNeed,
  rows: [{ buyer: 0, seller: 0, need: 0, share: 1, supply: 20 }],
}

describe('an exact solver', () => {
  it.each([
    { sellers: 30, buyers: 8, seed: 1 },
    { sellers: 60, buyers: 12, seed: 2 },
    { sellers: 120, buyers: 20, seed: 3 },
  ])(
    'agrees on $sellers × $buyers: the bound is not below its optimum, nor the value above',
    async (size) => {
      const problem = selectionProblemOf(generateEvent({ ...size, days: 1, slotsPerDay: 16 }))
      const exact = await solveExactly(problem)
      const { value, bound, isProven } = solve(problem)
      expect(bound).toBeGreaterThanOrEqual(exact.value)
      expect(value).toBeLessThanOrEqual(exact.value)
      expect(value).toBeGreaterThanOrEqual(0.995 * bound)
      if (isProven) expect(value).toBe(exact.value)
    },
    30_000,
  )
})

describe('points', () => {
  it('are the match page’s hundred, and what only an event gives on top', () => {
    expect(MOST_POINTS).toBe(100 * (100 + EVENT_WEIGHTS.newness + 2 * EVENT_WEIGHTS.nice))
    expect(solve(problemOf(onePair)).value).toBe(10_000 + 500)
  })

  it('of newness are more for whoever has met nobody, and none for two who have met', () => {
    const news = [
      { haveMet: true, isBuyerNew: false, isSellerNew: true },
      { haveMet: false, isBuyerNew: false, isSellerNew: false },
      { haveMet: false, isBuyerNew: false, isSellerNew: true },
      { haveMet: false, isBuyerNew: true, isSellerNew: true },
    ].map(newnessPoints)
    expect(news).toEqual([0, 500, 750, 1000])
    const rival = {
      ...onePair,
      sellers: [
        partyNamed('s0', { isFirstServed: false }),
        partyNamed('s1', { isNew: true, isFirstServed: false }),
      ],
    }
    const rows = [0, 1].map((seller) => ({ buyer: 0, seller, need: 0, share: 0.8, supply: 20 }))
    const tables = [1]
    expect(solve(problemOf({ ...rival, rows, tables })).meetings[0]?.sellers).toEqual([1])
  })

  it('grow with wishes of each side, once for each however often it is said', () => {
    const nice = { from: 'buyer', buyer: 'b0', seller: 's0', kind: 'nice' } as const
    const value = (wishes: SelectionProblem['wishes']) => solve(problemOf({ ...onePair, wishes })).value
    expect(value([nice, nice]) - value([])).toBe(1000)
    expect(value([nice, { ...nice, from: 'seller' }]) - value([])).toBe(2000)
  })

  it('take up as many rows as come', () => {
    const rows = new CandidateRows(1)
    for (let at = 0; at < 9; at += 1) {
      rows.add({ buyer: at, seller: 0, need: at, supply: null }, [{ criterion: 'price', share: at / 10 }])
    }
    const table = rows.table()
    expect(table.count).toBe(9)
    expect([...table.points.price.subarray(0, 9)]).toEqual([0, 200, 400, 600, 800, 1000, 1200, 1400, 1600])
    expect(Object.keys(table.points).sort()).toEqual([...CRITERIA].sort())
  })
})

describe('empty and degenerate input', () => {
  it('without anybody has nothing to choose, proved', () => {
    const selection = solve(problemOf({}))
    expect(selection).toMatchObject({ meetings: [], value: 0, bound: 0, isProven: true, short: [] })
  })

  it('without needs names those without a candidate', () => {
    const selection = solve(problemOf({ ...onePair, needs: [], rows: [] }))
    expect(selection.short).toMatchObject([{ side: 'seller', party: 0, because: 'no-candidate' }])
  })

  it('with everybody away says so', () => {
    const away = [0, 1, 2]
    const everybody = {
      ...onePair,
      buyers: [partyNamed('b0', { away })],
      sellers: [partyNamed('s0', { away })],
    }
    const { meetings, short, places } = solve(problemOf(everybody))
    expect(meetings).toEqual([])
    expect(places).toBe(0)
    expect(short).toMatchObject([{ side: 'seller', because: 'own-time', bars: { unavailable: 1 } }])
  })

  it('with no common slot says so', () => {
    const apart = {
      ...onePair,
      buyers: [partyNamed('b0', { away: [0] })],
      sellers: [partyNamed('s0', { away: [1, 2] })],
    }
    expect(solve(problemOf(apart)).short).toMatchObject([
      { because: 'all-barred', bars: { 'no-common-slot': 1 } },
    ])
  })

  it('with the only common slot late in a long event finds it', () => {
    const tables = new Array<number>(100).fill(1)
    const awayBut = (free: readonly number[]) =>
      tables.map((_, slot) => slot).filter((slot) => !free.includes(slot))
    const held = (buyerFree: number[], sellerFree: number[]) =>
      solve(
        problemOf({
          ...onePair,
          tables,
          buyers: [partyNamed('b0', { away: awayBut(buyerFree) })],
          sellers: [partyNamed('s0', { away: awayBut(sellerFree) })],
        }),
      ).meetings.length
    expect(held([3, 30, 99], [31, 99])).toBe(1)
    expect(held([3, 30, 61], [31, 62])).toBe(0)
  })

  it('without a table says so', () => {
    expect(solve(problemOf({ ...onePair, tables: [0, 0] })).short).toMatchObject([{ because: 'places-full' }])
  })

  it('of a meeting with oneself is barred by name', () => {
    const self = {
      ...onePair,
      buyers: [partyNamed('b0', { organisationId: 'both' })],
      sellers: [partyNamed('s0', { organisationId: 'both' })],
    }
    expect(solve(problemOf(self)).short).toMatchObject([{ because: 'all-barred', bars: { oneself: 1 } }])
  })

  it('of must and never together holds the never and names the pair', () => {
    const wish = { from: 'buyer', buyer: 'b0', seller: 's0' } as const
    const wishes = [
      { ...wish, kind: 'must' as const },
      { ...wish, kind: 'never' as const },
    ]
    const { meetings, problems, missedMusts } = solve(problemOf({ ...onePair, wishes }))
    expect(meetings).toEqual([])
    expect(problems).toEqual([{ code: 'must-and-never', buyer: 'b0', seller: 's0' }])
    expect(missedMusts).toEqual([{ buyer: 'b0', seller: 's0', because: 'never' }])
  })

  it('of unknown, double and contradictory entries is named and left out', () => {
    const wishes = [{ from: 'buyer', buyer: 'b9', seller: 's0', kind: 'must' }] as const
    const buyers = [partyNamed('b0', { quota: { minimum: 3, maximum: 2 } }), partyNamed('b0')]
    const rows = [...onePair.rows, { buyer: 0, seller: 7, need: 0, share: 1 }]
    const { meetings, problems } = solve(problemOf({ ...onePair, buyers, rows, wishes }))
    expect(meetings).toHaveLength(1)
    expect(problems).toEqual([
      { code: 'minimum-above-maximum', side: 'buyer', id: 'b0' },
      { code: 'duplicate-party', side: 'buyer', id: 'b0' },
      { code: 'unknown-party', side: 'buyer', id: 'b9' },
      { code: 'bad-candidate', row: 1 },
    ])
  })
})

describe('wishes and quotas', () => {
  const rivals = {
    buyers: [partyNamed('b0', { quota: { minimum: 0, maximum: 1 } })],
    sellers: [partyNamed('s0', { isFirstServed: false }), partyNamed('s1', { isFirstServed: false })],
    needs: oneNeed,
    rows: [
      { buyer: 0, seller: 0, need: 0, share: 1, supply: 20 },
      { buyer: 0, seller: 1, need: 0, share: 0.1, supply: 20 },
    ],
  }

  it('hold a must before a greater value, and one that fits no need', () => {
    const wishes = [{ from: 'seller', buyer: 'b0', seller: 's1', kind: 'must' }] as const
    for (const rows of [rivals.rows, rivals.rows.slice(0, 1)]) {
      const { meetings } = solve(problemOf({ ...rivals, rows, wishes }))
      expect(meetings).toMatchObject([{ sellers: [1], isMust: true }])
    }
  })

  it('name the must that has no place', () => {
    const wishes = ['s0', 's1'].map((seller) => ({
      from: 'buyer' as const,
      buyer: 'b0',
      seller,
      kind: 'must' as const,
    }))
    const { missedMusts } = solve(problemOf({ ...rivals, wishes }))
    expect(missedMusts).toEqual([{ buyer: 'b0', seller: 's1', because: 'full' }])
  })

  it('keep a minimum before a greater value, and name who stays below it', () => {
    const minimum = { minimum: 1, maximum: 2 }
    const sellers = [
      partyNamed('s0', { isFirstServed: false }),
      partyNamed('s1', { isFirstServed: false, quota: minimum }),
    ]
    expect(solve(problemOf({ ...rivals, sellers })).meetings[0]?.sellers).toEqual([1])
    const both = sellers.map((seller) => ({ ...seller, quota: minimum }))
    const { short } = solve(problemOf({ ...rivals, sellers: both }))
    expect(short).toEqual([
      { side: 'seller', party: 1, meetings: 0, wanted: 1, because: 'partners-full', bars: {} },
    ])
  })

  it('keep group rules, both kinds, from either side', () => {
    const grouped = { ...onePair, buyers: [partyNamed('b0', { groups: ['export'] })] }
    const rule = { name: 'export', side: 'buyer', who: 'export', whom: 'ready' } as const
    const held = (sellerGroups: string[], rules: SelectionProblem['rules']) =>
      solve(problemOf({ ...grouped, sellers: [partyNamed('s0', { groups: sellerGroups })], rules })).meetings
        .length
    expect(held([], [{ ...rule, may: 'only' }])).toBe(0)
    expect(held(['ready'], [{ ...rule, may: 'only' }])).toBe(1)
    expect(held(['ready'], [{ ...rule, may: 'never' }])).toBe(0)
    expect(held(['ready'], [{ ...rule, side: 'seller', who: 'ready', may: 'only', whom: 'halal' }])).toBe(0)
  })

  it('leave out what has no room in time and choose something else instead', () => {
    // Both sellers of value are free in the buyer's first slot only; the third is free later.
    const { meetings, isProven } = solve(
      problemOf({
        buyers: [partyNamed('b0', { quota: { minimum: 0, maximum: 2 } })],
        sellers: [
          partyNamed('s0', { away: [1, 2], isFirstServed: false }),
          partyNamed('s1', { away: [1, 2], isFirstServed: false }),
          partyNamed('s2', { isFirstServed: false }),
        ],
        needs: oneNeed,
        rows: [1, 0.9, 0.5].map((share, seller) => ({ buyer: 0, seller, need: 0, share, supply: 20 })),
      }),
    )
    expect(meetings.map(({ sellers }) => sellers)).toEqual([[0], [2]])
    expect(isProven).toBe(false)
  })
})

describe('the reasons for a pair', () => {
  it('are told by name, with what the meetings that come first are worth at least', () => {
    const problem = problemOf({
      buyers: [partyNamed('b0', { quota: { minimum: 0, maximum: 1 }, groups: ['export'] })],
      sellers: ['s0', 's1', 's2', 's3'].map((id) =>
        partyNamed(id, { isFirstServed: false, groups: id === 's3' ? ['local'] : [] }),
      ),
      needs: oneNeed,
      rows: [1, 0.5].map((share, seller) => ({ buyer: 0, seller, need: 0, share, supply: 20 })),
      rules: [{ name: 'export hour', side: 'buyer', who: 'export', may: 'never', whom: 'local' }],
    })
    const selector = createSelector(problem)
    selector.advance(1000)
    expect([0, 1, 2, 3].map((seller) => selector.explain({ buyer: 0, seller }))).toEqual([
      { kind: 'chosen', value: 10_500 },
      { kind: 'full', who: 'buyer', value: 5500, least: 10_500 },
      { kind: 'no-candidate' },
      { kind: 'barred', because: 'group-rule', rule: 'export hour' },
    ])
    expect(selector.explain({ buyer: 4, seller: 0 })).toEqual({ kind: 'no-candidate' })
  })
})
