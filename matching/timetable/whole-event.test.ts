import { describe, expect, it } from 'vitest'
import { createReplanner } from '~/matching/replan/replanner'
import { createSelector } from '~/matching/select/select-meetings'
import { EVENT_SIZES, generateEvent } from '~/test/bench/match-event'
import { selectionProblemOf } from '~/test/bench/match-problem'
import { filledPlaces, requestAfterCancelling } from '~/test/bench/match-replan'
import { timetableProblemOf } from '~/test/bench/match-timetable'
import { checkPlan } from './check-plan'
import { createEventSolver } from './event-solver'

/** Smaller than the events of the bench (`npm run bench -- match`), of the same kind, and solved by steps. */
describe('a whole event', { timeout: 30_000 }, () => {
  const event = generateEvent({ sellers: 250, buyers: 40, days: 2, slotsPerDay: 16, seed: 7 })
  const problem = selectionProblemOf(event)
  const selector = createSelector(problem)
  selector.advance(1_000_000)
  const selection = selector.result()
  const timetable = timetableProblemOf(problem, selection, event.dayStarts)
  const { plan, lowerBound, leastUnscheduled } = createEventSolver(timetable, 1).advance(1_500_000)
  if (!plan) throw new Error('no plan')

  it('is held as far as tables and times allow, with hardly more breaks than it must have', () => {
    expect(checkPlan(timetable, plan.slots)).toEqual([])
    expect(timetable.meetings.length).toBeGreaterThan(800)
    expect(plan.unscheduled).toBe(leastUnscheduled)
    expect(plan.breaks - lowerBound).toBeLessThanOrEqual(0.01 * timetable.meetings.length)
  })

  it('holds everybody where the tables are all but full, which takes detours over many breaks', () => {
    const full = generateEvent({ ...EVENT_SIZES.small, seed: 5 })
    const fullProblem = selectionProblemOf(full)
    const chosen = createSelector(fullProblem)
    chosen.advance(1_000_000)
    const meetings = timetableProblemOf(fullProblem, chosen.result(), full.dayStarts)
    const places = meetings.tables.reduce((sum, tables) => sum + tables, 0)
    expect(meetings.meetings.length).toBeGreaterThan(0.98 * places)
    const progress = createEventSolver(meetings, 5).advance(6_000_000)
    expect(checkPlan(meetings, progress.plan?.slots ?? [])).toEqual([])
    expect(progress.plan?.unscheduled).toBe(0)
    const gap = (progress.plan?.breaks ?? 0) - progress.lowerBound
    expect(gap).toBeLessThanOrEqual(0.005 * meetings.meetings.length)
  })

  it('is mended after cancellings: the freed places filled, hardly anybody moved', () => {
    const { request, fillable, keptIn, kept } = requestAfterCancelling(
      { problem, selection },
      timetable,
      plan,
      3,
    )
    const { options, recommended } = createReplanner(request, 1).advance(1_000_000)
    for (const option of options) expect(checkPlan(option.problem, option.plan.slots)).toEqual([])
    const option = options[recommended]
    if (!option) throw new Error('no option')
    expect(fillable.length).toBeGreaterThan(5)
    expect(filledPlaces(option, keptIn, fillable)).toBeGreaterThanOrEqual(0.9 * fillable.length)
    expect(option.moved).toBeLessThanOrEqual(0.005 * kept)
  })
})
