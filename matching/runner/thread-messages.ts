/** What a solver needs to have so that the runner can run it: any-time, and without a clock of its own. */
export interface AnytimeSolver<Progress extends SolverProgress> {
  /** Works on by about `steps` steps. */
  advance(steps: number): Progress
}

/** What every solver's progress has; `TimetableProgress` is one. */
export interface SolverProgress {
  /** Steps of work done since the start. Where they don't grow any more, the solver is done. */
  steps: number
  /** 'optimal': nothing is left to do. (Of what is proved infeasible the largest part is still looked for.) */
  proven?: 'optimal' | 'infeasible' | null
  /** Nothing is left to do, proved or not. */
  isDone?: boolean
}

/** What a thread is given when it starts. */
export interface ThreadTask<Job> {
  job: Job
  budgetMs: number
  /** Ends after so many steps, whatever the clock says. */
  mostSteps: number
  /** Steps between two looks at the clock. */
  slice: number
  /** At least so long between two reports. */
  reportEveryMs: number
  /** One 32-bit number; not 0: stop at the next look. */
  stop: SharedArrayBuffer
}

/** Why a run ended: nothing left to do, the steps or the time used up, or told to stop. */
export type RunEnd = 'done' | 'steps' | 'budget' | 'cancelled'

/** What a thread says; after 'ended' or 'failed' nothing follows. */
export type ThreadMessage<Progress> =
  | { kind: 'started' }
  | { kind: 'progress'; progress: Progress }
  | { kind: 'ended'; progress: Progress; because: RunEnd; ms: number }
  | { kind: 'failed'; name: string; message: string; stack: string | null }
