import { serveSolver } from '~/matching/runner/serve-solver'
import type { AnytimeSolver } from '~/matching/runner/thread-messages'

/** What a test lets the thread do. Each step of work costs `msAStep` of the clock. */
export interface TestJob {
  behaviour: 'counts' | 'throws-at-once' | 'throws-later' | 'dies' | 'hangs' | 'eats-memory'
  msAStep: number
  /** Done after so many steps. */
  until?: number
}

/** The best so far is the largest value of a fixed sequence: it depends on the number of steps alone. */
export interface TestProgress {
  steps: number
  best: number
  proven: 'optimal' | null
}

function open({
  behaviour,
  msAStep,
  until = Number.POSITIVE_INFINITY,
}: TestJob): AnytimeSolver<TestProgress> {
  if (behaviour === 'throws-at-once') throw new TypeError('No meeting has two seats')
  let steps = 0
  let best = 0
  let slices = 0
  return {
    advance(count) {
      slices += 1
      if (slices === 3) misbehave(behaviour)
      for (let i = 0; i < count && steps < until; i += 1) {
        steps += 1
        best = Math.max(best, (steps * 7919) % 10_007)
        if (msAStep > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, msAStep)
      }
      return { steps, best, proven: steps >= until ? 'optimal' : null }
    },
  }
}

function misbehave(behaviour: TestJob['behaviour']): void {
  if (behaviour === 'throws-later') throw new RangeError('Slot 99 is not there')
  if (behaviour === 'dies') process.exit(7)
  if (behaviour === 'hangs') for (;;);
  if (behaviour === 'eats-memory') {
    const kept: number[][] = []
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, at) => at))
  }
}

serveSolver(open)
