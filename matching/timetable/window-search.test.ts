import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewestBreaksByTrying, smallTimetables } from '~/test/setup/small-timetables'
import { createAnnealer } from './annealer'
import { checkPlan } from './check-plan'
import { countPlan } from './count-plan'
import { tightenDomains } from './domains'
import { WindowSearch } from './window-search'

const PLENTY = 50_000_000

describe('WindowSearch', () => {
  test('finds what is there from wherever it starts, and refutes what is not', () => {
    let found = 0
    let refuted = 0
    fc.assert(
      fc.property(smallTimetables, fc.integer({ min: 1, max: 9 }), (problem, seed) => {
        const fewest = fewestBreaksByTrying(problem)
        const { domains, conflict } = tightenDomains(problem)
        if (fewest === null || conflict) return
        const annealer = createAnnealer(problem, domains, { seed, target: 1000 })
        annealer.advance(2000)
        const start = annealer.best()
        if (start === null || start.unscheduled > 0) return

        const search = new WindowSearch(problem, domains, fewest, seed)
        search.startFrom(start.slots)
        search.advance(PLENTY)
        expect(search.answer).toBe('sat')
        expect(checkPlan(problem, search.slots ?? [])).toEqual([])
        expect(countPlan(problem, search.slots ?? []).breaks).toBe(fewest)
        found++

        if (fewest === 0) return
        const fewer = new WindowSearch(problem, domains, fewest - 1, seed)
        fewer.startFrom(start.slots)
        fewer.advance(PLENTY)
        expect(fewer.answer).toBe('unsat')
        refuted++
      }),
      { numRuns: 400 },
    )
    expect(found).toBeGreaterThan(10)
    expect(refuted).toBeGreaterThan(3)
  }, 60_000)
})
