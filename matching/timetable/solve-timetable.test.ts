import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewestBreaksByTrying, smallTimetables, timetable } from '~/test/setup/small-timetables'
import { checkPlan } from './check-plan'
import { countPlan } from './count-plan'
import { explainConflict } from './explain-conflict'
import { createTimetableSolver } from './solve-timetable'
import type { TimetableProblem } from './timetable'

function solve(problem: TimetableProblem, seed = 1, steps = 400_000) {
  const solver = createTimetableSolver(problem, { seed })
  let progress = solver.advance(0)
  while (!solver.done && progress.steps < steps) progress = solver.advance(20_000)
  return { ...progress, conflict: solver.conflict }
}

describe('createTimetableSolver', () => {
  test('proves what trying everything finds, and its plans break nothing', () => {
    let feasible = 0
    fc.assert(
      fc.property(smallTimetables, (problem) => {
        const fewest = fewestBreaksByTrying(problem)
        const { plan, proven, lowerBound } = solve(problem, 1, 40_000_000)
        if (plan) {
          expect(checkPlan(problem, plan.slots)).toEqual([])
          expect(countPlan(problem, plan.slots)).toEqual(plan)
        }
        if (fewest === null) {
          expect(proven).toBe('infeasible')
          return
        }
        feasible++
        expect(proven).toBe('optimal')
        expect(plan?.unscheduled).toBe(0)
        expect(plan?.breaks).toBe(fewest)
        expect(lowerBound).toBe(fewest)
      }),
      { numRuns: 60 },
    )
    expect(feasible).toBeGreaterThan(10)
  }, 60_000)

  test('gives the same plan for a seed and steps', () => {
    const pairs = Array.from({ length: 24 }, (_, i) => [i % 6, 6 + ((i * 5 + Math.floor(i / 6)) % 8)])
    const problem = timetable(8, pairs, { tables: new Array<number>(8).fill(4), breakSpread: 2 })
    expect(solve(problem, 3)).toEqual(solve(problem, 3))
  })

  test('a further table or slot never makes the proved best worse', () => {
    fc.assert(
      fc.property(smallTimetables, (drawn) => {
        const problem = { ...drawn, breakSpread: null }
        const before = solve(problem, 1, 40_000_000)
        if (before.proven !== 'optimal') return
        const wider = { ...problem, tables: problem.tables.map((tables) => tables + 1) }
        const longer = {
          ...problem,
          slotCount: problem.slotCount + 1,
          tables: [...problem.tables, problem.tables[0] ?? 1],
        }
        for (const more of [wider, longer]) {
          const after = solve(more, 1, 40_000_000)
          expect(after.proven).toBe('optimal')
          expect(after.plan?.breaks ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(before.plan?.breaks ?? 0)
        }
      }),
      { numRuns: 12 },
    )
  }, 60_000)

  test('answers an empty event at once', () => {
    const { plan, proven } = solve(timetable(3, []))
    expect(plan?.slots).toEqual([])
    expect(proven).toBe('optimal')
  })

  test('names who can not hold all meetings, and holds the rest', () => {
    const problem = timetable(3, [
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [1, 2],
    ])
    const { plan, proven, conflict } = solve(problem)
    expect(proven).toBe('infeasible')
    expect(conflict?.seat).toBe(0)
    expect(conflict?.meetings.toSorted()).toEqual([0, 1, 2, 3])
    expect(plan?.unscheduled).toBe(1)
    expect(checkPlan(problem, plan?.slots ?? [])).toEqual([])
  })

  test('holds nothing where everyone is away, and says so', () => {
    const problem = timetable(2, [[0, 1]])
    const away = { ...problem, seats: problem.seats.map((seat) => ({ ...seat, away: [0, 1] })) }
    const { plan, proven } = solve(away)
    expect(proven).toBe('infeasible')
    expect(plan?.slots).toEqual([-1])
  })
})

describe('explainConflict', () => {
  test('leaves only the constraints that can not hold together', () => {
    const problem = timetable(4, [
      [0, 1],
      [0, 2],
      [3, 4],
    ])
    const explained = explainConflict({
      ...problem,
      seats: problem.seats.map((seat, i) => ({ ...seat, away: i === 0 ? [0, 1, 2] : i === 3 ? [0] : [] })),
      precedences: [{ before: 2, after: 0 }],
    })
    expect(explained?.reasons).toEqual([{ constraint: 'away', meeting: null, before: null, seat: 0 }])
    expect(explained?.conflict.seat).toBe(0)
  })

  test('a circle of precedences is its own reason', () => {
    const problem = timetable(5, [
      [0, 1],
      [2, 3],
      [4, 5],
    ])
    const circle = [
      { before: 0, after: 1 },
      { before: 1, after: 2 },
      { before: 2, after: 0 },
    ]
    const explained = explainConflict({ ...problem, precedences: circle })
    expect(explained?.reasons).toHaveLength(3)
    expect(explainConflict(problem)).toBeNull()
  })
})
