import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'

export interface ChildOptions {
  /** The program to run with tsx, from the root of the product. */
  program: string
  root: string
  env: NodeJS.ProcessEnv
  /** Where its structured log goes; the terminal stays readable. */
  logFile: string
  /** Told each message that it sends. */
  onMessage?: (message: unknown) => void
  /** Told when it ended although nobody asked it to; false: do not start it again. */
  onDied: (exit: { code: number | null; signal: string | null }) => boolean
}

export interface Child {
  pid(): number | undefined
  /** Asks it to finish and ends it after `patience` milliseconds. */
  stop(patience: number): Promise<void>
  kill(): void
}

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 10_000
/** Having lived this long, it counts as healthy and the next restart is quick again. */
const HEALTHY_AFTER_MS = 20_000
const LARGEST_LOG_BYTES = 10_000_000

/** Runs a program and keeps it running: when it ends by itself it is started again, later each time. */
export function superviseChild(options: ChildOptions): Child {
  let child: ChildProcess | undefined
  let stopping = false
  let pause = FIRST_PAUSE_MS
  let timer: NodeJS.Timeout | undefined

  function start(): void {
    if (fs.existsSync(options.logFile) && fs.statSync(options.logFile).size > LARGEST_LOG_BYTES) {
      fs.renameSync(options.logFile, `${options.logFile}.1`)
    }
    const log = fs.openSync(options.logFile, 'a', 0o600)
    const startedAt = Date.now()
    // A session of its own: Ctrl-C in the terminal reaches only us, and we stop things in order.
    const next = spawn(process.execPath, ['--import', 'tsx', options.program], {
      cwd: options.root,
      env: options.env,
      stdio: ['ignore', log, log, 'ipc'],
      detached: true,
    })
    fs.closeSync(log)
    child = next
    if (options.onMessage) next.on('message', options.onMessage)
    let ended = false
    const onEnd = (code: number | null, signal: string | null) => {
      if (ended || stopping) return
      ended = true
      if (Date.now() - startedAt > HEALTHY_AFTER_MS) pause = FIRST_PAUSE_MS
      if (!options.onDied({ code, signal })) return
      timer = setTimeout(start, pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
    }
    next.once('exit', onEnd)
    next.once('error', () => onEnd(null, null))
  }

  const isRunning = () => child?.pid !== undefined && child.exitCode === null && child.signalCode === null
  start()
  return {
    pid: () => (isRunning() ? child?.pid : undefined),
    kill() {
      stopping = true
      clearTimeout(timer)
      child?.kill('SIGKILL')
    },
    stop(patience) {
      stopping = true
      clearTimeout(timer)
      const running = child
      if (!running || !isRunning()) return Promise.resolve()
      return new Promise((resolve) => {
        const forced = setTimeout(() => running.kill('SIGKILL'), patience)
        running.once('exit', () => {
          clearTimeout(forced)
          resolve()
        })
        running.kill('SIGTERM')
      })
    },
  }
}

/** The last lines of a log, for a terminal: what a program said before it gave up. */
export function lastLogLines(file: string, lines = 6): string {
  try {
    return fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')
  } catch {
    return ''
  }
}
