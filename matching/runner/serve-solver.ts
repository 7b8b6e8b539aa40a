import { parentPort, workerData } from 'node:worker_threads'
import type { AnytimeSolver, SolverProgress, ThreadMessage, ThreadTask } from './thread-messages'

/**
 * The thread's half of the runner: opens the solver for the job that the thread was given, lets it work in
 * slices of always the same number of steps, and looks at the clock and at the wish to stop between them. So
 * neither the clock nor the reports change what the solver does, only how far it gets.
 */
export function serveSolver<Job, Progress extends SolverProgress>(
  open: (job: Job) => AnytimeSolver<Progress>,
): void {
  const port = parentPort
  if (!port) throw new Error('serveSolver runs in a thread of its own')
  const say = (message: ThreadMessage<Progress>) => port.postMessage(message)
  const task: ThreadTask<Job> = workerData
  const stop = new Int32Array(task.stop)
  try {
    const solver = open(task.job)
    say({ kind: 'started' })
    const startedAt = performance.now()
    let reportedAt = startedAt
    let steps = -1
    for (;;) {
      const slice = Math.max(1, Math.min(task.slice, task.mostSteps - Math.max(0, steps)))
      const progress = solver.advance(slice)
      const now = performance.now()
      const because = endOf(progress, steps, now - startedAt)
      if (because) {
        say({ kind: 'ended', progress, because, ms: now - startedAt })
        return
      }
      steps = progress.steps
      if (now - reportedAt >= task.reportEveryMs) {
        reportedAt = now
        say({ kind: 'progress', progress })
      }
    }
  } catch (error) {
    const { name, message, stack = null } = error instanceof Error ? error : new Error(String(error))
    say({ kind: 'failed', name, message, stack })
  }

  function endOf(progress: Progress, before: number, ms: number) {
    const isDone = progress.proven === 'optimal' || progress.isDone === true
    if (isDone || progress.steps <= before) return 'done'
    if (progress.steps >= task.mostSteps) return 'steps'
    if (Atomics.load(stop, 0) !== 0) return 'cancelled'
    return ms >= task.budgetMs ? 'budget' : null
  }
}
