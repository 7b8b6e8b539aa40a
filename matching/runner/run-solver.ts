import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { RunEnd, SolverProgress, ThreadMessage, ThreadTask } from './thread-messages'

/** A thread that was told to stop has so long for the slice that it is in. */
const PATIENCE_MS = 2_000
/** Loading the program and opening the job take well under a second; a job of a whole event a few. */
const LONGEST_START_MS = 30_000
const REPORTS_A_SECOND = 4
const SLICE = 1_000

export interface RunOptions<Progress> {
  /** Milliseconds of the clock that it may work, once it has begun. */
  budgetMs: number
  /** Ends after so many steps, for a result that is always the same. */
  mostSteps?: number
  /** Steps between two looks at the clock. The result of a number of steps may depend on it. */
  slice?: number
  /** Told the best so far while it goes on. */
  onProgress?: (progress: Progress) => void
  /** How often at most; 4 unless said otherwise. */
  reportsASecond?: number
  /** Ends the work early, with the best so far as its result. */
  signal?: AbortSignal
  /** Megabytes of heap for the thread. */
  mostMemory?: number
}

export interface RunResult<Progress> {
  /** The best so far; null: it was stopped before there was any. */
  progress: Progress | null
  because: RunEnd
  /** Milliseconds of work. */
  ms: number
}

/** The solver threw, or its thread died. */
export class SolverFailed extends Error {
  constructor(
    message: string,
    /** What it had reported before, as `RunResult.progress`. */
    readonly best: unknown,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'SolverFailed'
  }
}

/**
 * Runs a solver in a thread of its own, so that this one goes on answering. The job goes there by structured
 * clone: plain data and typed arrays. The thread has ended when the promise settles.
 * @param threadProgram a program that calls `serveSolver`, by its path from the root of the product.
 * @throws SolverFailed when the solver throws, the thread dies, or it doesn't begin; what `onProgress` throws.
 */
export async function runSolver<Job, Progress extends SolverProgress>(
  threadProgram: string,
  job: Job,
  options: RunOptions<Progress>,
): Promise<RunResult<Progress>> {
  if (options.signal?.aborted) return { progress: null, because: 'cancelled', ms: 0 }
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const task: ThreadTask<Job> = {
    job,
    budgetMs: options.budgetMs,
    mostSteps: options.mostSteps ?? Number.MAX_SAFE_INTEGER,
    slice: options.slice ?? SLICE,
    reportEveryMs: 1_000 / (options.reportsASecond ?? REPORTS_A_SECOND),
    stop,
  }
  const root = productRoot()
  const worker = new Worker(path.join(root, 'matching/runner/thread.mjs'), {
    workerData: { ...task, program: pathToFileURL(path.join(root, threadProgram)).href },
    // What this process was started with is not for it.
    execArgv: [],
    ...(options.mostMemory ? { resourceLimits: { maxOldGenerationSizeMb: options.mostMemory } } : {}),
  })
  try {
    return await follow(worker, options, () => Atomics.store(new Int32Array(stop), 0, 1))
  } finally {
    await worker.terminate()
  }
}

/** Settles with the thread's last word, or without it when it stays away for too long. */
function follow<Progress extends SolverProgress>(
  worker: Worker,
  { budgetMs, onProgress, signal }: RunOptions<Progress>,
  askToStop: () => void,
): Promise<RunResult<Progress>> {
  return new Promise<RunResult<Progress>>((resolve, reject) => {
    let best: Progress | null = null
    let startedAt: number | null = null
    let timer = setTimeout(
      () => fail(`The solver did not begin within ${LONGEST_START_MS} ms`),
      LONGEST_START_MS,
    )
    const worked = () => (startedAt === null ? 0 : performance.now() - startedAt)
    const waitFor = (ms: number, because: RunEnd) => {
      clearTimeout(timer)
      timer = setTimeout(() => settle(() => resolve({ progress: best, because, ms: worked() })), ms)
    }
    const onAbort = () => {
      askToStop()
      waitFor(PATIENCE_MS, 'cancelled')
    }
    function settle(how: () => void) {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      how()
    }
    const fail = (message: string, cause?: unknown) =>
      settle(() => reject(new SolverFailed(message, best, { cause })))

    signal?.addEventListener('abort', onAbort, { once: true })
    worker.on('message', (message: ThreadMessage<Progress>) => {
      switch (message.kind) {
        case 'started':
          startedAt = performance.now()
          if (!signal?.aborted) waitFor(budgetMs + PATIENCE_MS, 'budget')
          return
        case 'progress':
          best = message.progress
          try {
            onProgress?.(best)
          } catch (error) {
            settle(() => reject(error))
          }
          return
        case 'ended':
          settle(() => resolve({ progress: message.progress, because: message.because, ms: message.ms }))
          return
        case 'failed': {
          const cause = new Error(message.message)
          cause.name = message.name
          if (message.stack) cause.stack = message.stack
          fail(`The solver failed: ${message.message}`, cause)
        }
      }
    })
    worker.on('error', (error) => fail(`The solver's thread failed: ${error.message}`, error))
    worker.on('exit', (code) => fail(`The solver's thread ended with code ${code} before it answered`))
  })
}

/**
 * The folder with the sources. This file runs from there, or bundled into the built server below it.
 */
function productRoot(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    if (fs.existsSync(path.join(folder, 'matching/runner/run-solver.ts'))) return folder
    if (folder === path.dirname(folder)) throw new Error('The sources of the matching engine are missing')
  }
}
