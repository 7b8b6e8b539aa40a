import { type RunOptions, type RunResult, runSolver } from './run-solver'
import type { SolverJob, SolverJobs, SolverKind } from './solver-jobs'

/** Steps between two looks at the clock: some hundredths of a second of work on the largest problems. */
const SLICES: Record<SolverKind, number> = {
  selection: 2_000,
  timetable: 20_000,
  event: 100_000,
  replan: 20_000,
}

/**
 * Asks the engine in a thread of its own: who meets whom, when, or how to mend a plan. Answers the best that it
 * found within the budget, tells the best so far on the way, and stops when the signal says so; see `runSolver`.
 */
export function solveInThread<K extends SolverKind>(
  job: SolverJob<K>,
  options: RunOptions<SolverJobs[K]['progress']>,
): Promise<RunResult<SolverJobs[K]['progress']>> {
  return runSolver('matching/runner/solver-thread.ts', job, { slice: SLICES[job.kind], ...options })
}
