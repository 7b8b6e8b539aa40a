import { fork } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { childEnvironment } from '~/config/env.server'

const PROGRAM = path.join(import.meta.dirname, 'photo-process.ts')
/** Real ones take seconds, on a slow machine half a minute. */
const MOST_MS = 5 * 60_000
/** As far behind the web as a process may be put without being starved. */
const BEHIND = 10

/**
 * Makes a photograph in a process of its own: the memory that decoders and encoders leave in pieces goes with it, a
 * file that kills one kills nothing else, and it takes only what pages leave of the processors.
 * @throws Error when it didn't end well; its delivery is then tried again.
 */
export async function makePhotoInOwnProcess(_: unknown, { photoId }: { photoId: string }): Promise<void> {
  const child = fork(PROGRAM, [photoId], {
    execArgv: ['--import', 'tsx'],
    env: childEnvironment({ MALLOC_ARENA_MAX: '2' }),
    stdio: 'ignore',
    timeout: MOST_MS,
    killSignal: 'SIGKILL',
  })
  try {
    if (child.pid) os.setPriority(child.pid, BEHIND)
  } catch {
    // It has ended already, or the machine doesn't let us.
  }
  const end = await new Promise<string>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(String(code ?? signal)))
  })
  if (end !== '0') throw new Error(`the making of a photograph ended with ${end}`)
}
