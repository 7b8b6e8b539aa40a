import type { ReplanProgress, ReplanRequest } from '../replan/replan'
import { createReplanner } from '../replan/replanner'
import { createSelector } from '../select/select-meetings'
import type { SelectionProblem, SelectionProgress } from '../select/selection'
import type { Conflict } from '../timetable/domains'
import { createEventSolver, type EventProgress } from '../timetable/event-solver'
import { createTimetableSolver } from '../timetable/solve-timetable'
import type { TimetableProblem, TimetableProgress } from '../timetable/timetable'
import type { AnytimeSolver } from './thread-messages'

/** What the engine can be asked in a thread: who meets whom, when, and how to mend a plan. */
export interface SolverJobs {
  selection: { input: { problem: SelectionProblem }; progress: SelectionProgress }
  /** With proof: for some hundred meetings. `conflict`: why not all can be held, when that is proved. */
  timetable: {
    input: { problem: TimetableProblem; seed: number }
    progress: TimetableProgress & { conflict: Conflict | null }
  }
  /** With a bound: for thousands of meetings, which may not all have room. */
  event: { input: { problem: TimetableProblem; seed: number }; progress: EventProgress }
  replan: { input: { request: ReplanRequest; seed: number }; progress: ReplanProgress }
}
export type SolverKind = keyof SolverJobs
export type SolverJob<K extends SolverKind = SolverKind> = {
  [Kind in K]: { kind: Kind } & SolverJobs[Kind]['input']
}[K]

export function openSolver(job: SolverJob): AnytimeSolver<SolverJobs[SolverKind]['progress']> {
  switch (job.kind) {
    case 'selection':
      return createSelector(job.problem)
    case 'timetable': {
      const solver = createTimetableSolver(job.problem, { seed: job.seed })
      return { advance: (steps) => ({ ...solver.advance(steps), conflict: solver.conflict }) }
    }
    case 'event':
      return createEventSolver(job.problem, job.seed)
    case 'replan':
      return createReplanner(job.request, job.seed)
  }
}
