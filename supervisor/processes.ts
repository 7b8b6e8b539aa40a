import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type Child, lastLogLines, superviseChild } from './child'

const listeningMessage = z.object({ listening: z.number() })
/** The web's exit code when its port is taken. */
const PORT_IN_USE = 98
/** Deaths before the web has ever answered: it cannot be started, and trying on helps nobody. */
const HOPELESS_AFTER = 4

export interface ProcessesOptions {
  root: string
  dataDir: string
  env: NodeJS.ProcessEnv
  /** 0 takes any free port; restarts keep it. */
  port: number
  say: (line: string) => void
  /** Told when going on makes no sense. */
  giveUp: (reason: string) => void
}

export interface Processes {
  /** The web's port, once it listens for the first time. */
  listening: Promise<number>
  logDir: string
  stop(patience: number): Promise<void>
  kill(): void
}

/** The web and the worker, each restarted when it dies. */
export function startProcesses(options: ProcessesOptions): Processes {
  const { root, say, giveUp } = options
  const logDir = path.join(options.dataDir, 'log')
  fs.mkdirSync(logDir, { recursive: true })
  const webLog = path.join(logDir, 'web.log')
  const env = { ...options.env, PORT: String(options.port) }
  let hasListened = false
  let deaths = 0

  let isListening: (port: number) => void = () => {}
  const listening = new Promise<number>((resolve) => {
    isListening = resolve
  })
  const web = superviseChild({
    program: 'server.ts',
    root,
    env,
    logFile: webLog,
    onMessage(message) {
      const parsed = listeningMessage.safeParse(message)
      if (!parsed.success) return
      if (hasListened) say('The web is back.')
      hasListened = true
      env.PORT = String(parsed.data.listening)
      isListening(parsed.data.listening)
    },
    onDied({ code }) {
      deaths += 1
      if (!hasListened && code === PORT_IN_USE) {
        giveUp(`Port ${env.PORT} is already in use. Choose another one: PORT=3001 npm start`)
        return false
      }
      if (!hasListened && deaths >= HOPELESS_AFTER) {
        giveUp(`The web cannot be started. Its last words, from ${webLog}:\n${lastLogLines(webLog)}`)
        return false
      }
      if (hasListened) say('The web stopped unexpectedly; starting it again…')
      return true
    },
  })
  const worker: Child = superviseChild({
    program: 'worker.ts',
    root,
    env: options.env,
    logFile: path.join(logDir, 'worker.log'),
    onDied() {
      say('The worker stopped unexpectedly; starting it again…')
      return true
    },
  })
  return {
    listening,
    logDir,
    async stop(patience) {
      await Promise.all([web.stop(patience), worker.stop(patience)])
    },
    kill() {
      web.kill()
      worker.kill()
    },
  }
}
