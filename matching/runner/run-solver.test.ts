import { describe, expect, it } from 'vitest'
import type { TestJob, TestProgress } from '~/test/matching/solver-thread'
import { type RunOptions, runSolver, SolverFailed } from './run-solver'

// Each test starts a real thread.
const run = (job: Partial<TestJob>, options: Partial<RunOptions<TestProgress>> = {}) =>
  runSolver<TestJob, TestProgress>(
    'test/matching/solver-thread.ts',
    { behaviour: 'counts', msAStep: 0, ...job },
    { budgetMs: 5_000, slice: 10, ...options },
  )

/** The error that it ends with. */
async function failure(running: Promise<unknown>): Promise<SolverFailed> {
  const error = await running.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof SolverFailed)) throw new Error(`no SolverFailed but ${error}`)
  return error
}

describe('runSolver', { timeout: 30_000 }, () => {
  it('ends when the solver has proved its plan', async () => {
    const { progress, because } = await run({ until: 95 })
    expect(because).toBe('done')
    expect(progress).toMatchObject({ steps: 95, proven: 'optimal' })
  })

  it('gives the same after the same number of steps, however fast and however often it reports', async () => {
    const runs = await Promise.all([
      run({}, { mostSteps: 1_234 }),
      run({}, { mostSteps: 1_234, reportsASecond: 1_000 }),
      run({ msAStep: 0.1 }, { mostSteps: 1_234 }),
    ])
    expect(runs.map(({ because }) => because)).toEqual(['steps', 'steps', 'steps'])
    for (const { progress } of runs) expect(progress).toEqual(runs[0]?.progress)
    expect(runs[0]?.progress?.steps).toBe(1_234)
  })

  it('keeps the budget of time to a slice, and reports no oftener than it is told', async () => {
    const told: TestProgress[] = []
    const { progress, because, ms } = await run(
      { msAStep: 1 },
      { budgetMs: 1_000, reportsASecond: 5, onProgress: (best) => told.push(best) },
    )
    expect(because).toBe('budget')
    expect(ms).toBeGreaterThanOrEqual(1_000)
    // A slice takes a little over 10 ms; the rest is for a busy machine.
    expect(ms).toBeLessThan(1_600)
    expect(told.length).toBeGreaterThanOrEqual(2)
    expect(told.length).toBeLessThanOrEqual(Math.ceil(ms / 200))
    for (const [at, { best, steps }] of told.entries()) {
      expect(best).toBeGreaterThanOrEqual(told[at - 1]?.best ?? 0)
      expect(steps).toBeLessThan(progress?.steps ?? 0)
    }
  })

  it('answers the best so far when it is cancelled', async () => {
    const cancelling = new AbortController()
    let seen: TestProgress | null = null
    const { progress, because } = await run(
      { msAStep: 1 },
      {
        budgetMs: 60_000,
        signal: cancelling.signal,
        reportsASecond: 20,
        onProgress(best) {
          seen = best
          cancelling.abort()
        },
      },
    )
    expect(because).toBe('cancelled')
    expect(seen).not.toBeNull()
    expect(progress?.best).toBeGreaterThanOrEqual((seen as TestProgress | null)?.best ?? Number.NaN)
  })

  it('is cancelled before it begins without starting a thread', async () => {
    const result = await run({ behaviour: 'hangs' }, { signal: AbortSignal.abort() })
    expect(result).toEqual({ progress: null, because: 'cancelled', ms: 0 })
  })

  it('ends a solver that hangs, with the best that it had reported', async () => {
    const { progress, because } = await run(
      { behaviour: 'hangs', msAStep: 5 },
      { budgetMs: 300, reportsASecond: 100 },
    )
    expect(because).toBe('budget')
    expect(progress?.steps).toBeGreaterThan(0)
  })

  it('says what the solver threw, at once and later, and what it had until then', async () => {
    const atOnce = await failure(run({ behaviour: 'throws-at-once' }))
    expect(atOnce.message).toBe('The solver failed: No meeting has two seats')
    expect(atOnce.cause).toMatchObject({ name: 'TypeError' })
    expect(atOnce.best).toBeNull()
    const later = await failure(run({ behaviour: 'throws-later', msAStep: 2 }, { reportsASecond: 1_000 }))
    expect(later.message).toContain('Slot 99 is not there')
    expect(later.best).toMatchObject({ steps: 20 })
  })

  it('says that the thread died, by itself or for want of memory', async () => {
    expect((await failure(run({ behaviour: 'dies' }))).message).toBe(
      "The solver's thread ended with code 7 before it answered",
    )
    const starved = await failure(run({ behaviour: 'eats-memory' }, { mostMemory: 24 }))
    expect(starved.message).toMatch(/^The solver's thread failed: .*memory/)
  })

  it('hands on what the listener throws', async () => {
    const listening = run(
      { msAStep: 1 },
      {
        reportsASecond: 100,
        onProgress() {
          throw new Error('the page has gone')
        },
      },
    )
    await expect(listening).rejects.toThrow('the page has gone')
  })
})
