import { describe, expect, it } from 'vitest'
import { CROWD, MENDING, SELECTING } from '~/test/matching/thread-jobs'
import type { ReplanProgress } from '../replan/replan'
import { createReplanner } from '../replan/replanner'
import { checkPlan } from '../timetable/check-plan'
import { createEventSolver } from '../timetable/event-solver'
import { solveInThread } from './solve-in-thread'

const budget = { budgetMs: 20_000 }
describe('solveInThread', { timeout: 60_000 }, () => {
  it('proves a timetable optimal, or says why there is none', async () => {
    const solved = await solveInThread({ kind: 'timetable', problem: CROWD, seed: 1 }, budget)
    expect(solved.because).toBe('done')
    expect(solved.progress).toMatchObject({ proven: 'optimal', plan: { unscheduled: 0, breaks: 0 } })

    const small = { ...CROWD, slotCount: 4, tables: CROWD.tables.slice(0, 4) }
    const refused = await solveInThread({ kind: 'timetable', problem: small, seed: 1 }, budget)
    expect(refused.progress).toMatchObject({ proven: 'infeasible', conflict: { constraints: ['seat-busy'] } })
    // And the largest part: four of each one's five.
    expect(refused.progress?.plan?.unscheduled).toBe(5)
  })

  it('gives an event the plan that it has without a thread after as many steps', async () => {
    const steps = 20_000
    const { progress } = await solveInThread(
      { kind: 'event', problem: CROWD, seed: 3 },
      { ...budget, mostSteps: steps, slice: steps },
    )
    expect(progress?.plan).toEqual(createEventSolver(CROWD, 3).advance(steps).plan)
  })

  it('mends a plan as without a thread, down to the choices and what changes for whom', async () => {
    const { progress, because } = await solveInThread({ kind: 'replan', request: MENDING, seed: 2 }, budget)
    expect(because).toBe('done')
    expect(progress?.options.length).toBeGreaterThan(1)
    expect(progress?.options[progress.recommended]?.added).toBeGreaterThan(0)
    expect(progress).toEqual({ ...createReplanner(MENDING, 2).advance(1_000_000), steps: progress?.steps })
  })

  it('has a mended plan that holds when it is cancelled at its first report', async () => {
    const cancelling = new AbortController()
    const told: ReplanProgress[] = []
    const { progress, because } = await solveInThread(
      { kind: 'replan', request: MENDING, seed: 2 },
      {
        ...budget,
        slice: 1,
        reportsASecond: 10_000,
        signal: cancelling.signal,
        onProgress: (best) => {
          told.push(best)
          cancelling.abort()
        },
      },
    )
    expect(because).toBe('cancelled')
    expect(progress?.steps).toBeGreaterThanOrEqual(told[0]?.steps ?? Number.POSITIVE_INFINITY)
    const option = progress?.options[progress.recommended]
    if (!option) throw new Error('no option')
    expect(checkPlan(option.problem, option.plan.slots)).toEqual([])
    for (const [meeting, slot] of option.plan.slots.entries()) {
      if (slot === 0) expect(MENDING.slots[option.origin[meeting] ?? -1]).toBe(0)
    }
  })

  it('sends what the others found back as plain data', async () => {
    const selected = await solveInThread({ kind: 'selection', problem: SELECTING }, budget)
    expect(selected.progress?.selection.meetings).toMatchObject([{ buyer: 0, sellers: [0], isMust: true }])
  })
})
