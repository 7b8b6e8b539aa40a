import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewestBreaksByTrying, smallTimetables } from '~/test/setup/small-timetables'
import { checkPlan } from './check-plan'
import { countPlan } from './count-plan'
import { tightenDomains } from './domains'
import { TimetableSearch } from './timetable-search'

describe('TimetableSearch', () => {
  test('finds a timetable for every number of breaks from the fewest on, and refutes those below', () => {
    let asked = 0
    fc.assert(
      fc.property(smallTimetables, (problem) => {
        const fewest = fewestBreaksByTrying(problem)
        const { domains } = tightenDomains(problem)
        if (domains === null) return
        for (const mostBreaks of [0, 1, 2, 3, null]) {
          const search = new TimetableSearch(problem, domains, mostBreaks, 1)
          search.advance(10_000_000)
          const exists = fewest !== null && (mostBreaks === null || fewest <= mostBreaks)
          expect(search.answer).toBe(exists ? 'sat' : 'unsat')
          asked++
          if (search.slots === null) continue
          expect(checkPlan(problem, search.slots)).toEqual([])
          const { unscheduled, breaks } = countPlan(problem, search.slots)
          expect(unscheduled).toBe(0)
          if (mostBreaks !== null) expect(breaks).toBeLessThanOrEqual(mostBreaks)
        }
      }),
      { numRuns: 300 },
    )
    expect(asked).toBeGreaterThan(500)
  }, 60_000)
})
