import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewestBreaksByTrying, smallTimetables, timetable } from '~/test/setup/small-timetables'
import { createAnnealer } from './annealer'
import { checkPlan } from './check-plan'
import { countPlan } from './count-plan'
import { startDomains, tightenDomains } from './domains'
import { lagrangianBound } from './lagrangian-bound'
import { patternBound } from './pattern-bound'

describe('createAnnealer', () => {
  test('its plans break nothing and are counted right, whatever the constraints', () => {
    let best = 0
    let feasible = 0
    fc.assert(
      fc.property(smallTimetables, fc.nat(1000), (problem, seed) => {
        const annealer = createAnnealer(problem, startDomains(problem), { seed })
        annealer.advance(20_000)
        const plan = annealer.best()
        if (!plan) return
        expect(checkPlan(problem, plan.slots)).toEqual([])
        expect(countPlan(problem, plan.slots)).toEqual(plan)
        const fewest = fewestBreaksByTrying(problem)
        if (fewest === null) {
          expect(plan.unscheduled).toBeGreaterThan(0)
          return
        }
        feasible++
        if (plan.unscheduled > 0) return
        expect(plan.breaks).toBeGreaterThanOrEqual(fewest)
        if (plan.breaks === fewest) best++
      }),
      { numRuns: 150 },
    )
    // It promises no optimum, but on such small problems it should nearly always find it.
    expect(best).toBeGreaterThan(0.8 * feasible)
  })

  test('puts wishes before breaks', () => {
    const problem = timetable(5, [
      [0, 1],
      [0, 2],
    ])
    const wished = problem.meetings.map((meeting, i) => ({ ...meeting, preferred: i === 0 ? [0] : [4] }))
    const annealer = createAnnealer({ ...problem, meetings: wished }, startDomains(problem), { seed: 1 })
    annealer.advance(50_000)
    expect(annealer.best()).toEqual({ slots: [0, 4], unscheduled: 0, brokenWishes: 0, breaks: 1 })
  })

  test('goes on from a plan and never returns a worse one', () => {
    const problem = timetable(6, [
      [0, 1],
      [0, 2],
      [1, 2],
      [3, 0],
    ])
    const annealer = createAnnealer(problem, startDomains(problem), { seed: 1, initial: [0, 2, 4, -1] })
    expect(annealer.best()?.unscheduled).toBe(1)
    annealer.advance(50_000)
    expect(annealer.best()?.unscheduled).toBe(0)
  })
})

describe('tightenDomains and the bounds', () => {
  test('keep every timetable and never pass the optimum', () => {
    fc.assert(
      fc.property(smallTimetables, (problem) => {
        const fewest = fewestBreaksByTrying(problem)
        const { domains } = tightenDomains(problem)
        if (fewest === null) return
        expect(domains).not.toBeNull()
        if (domains === null) return
        expect(lagrangianBound(problem, domains)).toBeLessThanOrEqual(fewest)
        expect(patternBound(problem, domains)).toBeLessThanOrEqual(fewest)
        const within = problem.meetings.map((meeting, i) => {
          const gone = startDomains(problem)[i]?.find((slot) => !domains[i]?.includes(slot))
          return gone === undefined ? meeting : { ...meeting, fixed: gone }
        })
        // A slot that the filter took from a meeting holds it in no timetable.
        within.forEach((meeting, i) => {
          if (meeting === problem.meetings[i]) return
          const meetings = problem.meetings.map((other, k) => (k === i ? meeting : other))
          expect(fewestBreaksByTrying({ ...problem, meetings })).toBeNull()
        })
      }),
      { numRuns: 150 },
    )
  })
})
