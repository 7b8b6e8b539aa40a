import { fork } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { childEnvironment } from '~/config/env.server'
import { giveUpPhoto } from '~/domain/photo/give-up-photo.server'
import type { Context } from '~/domain/shared/context'

const PROGRAM = path.join(import.meta.dirname, 'photo-process.ts')
/** Real ones take seconds, on a slow machine half a minute. */
const MOST_MS = 5 * 60_000
/** As far behind the web as a process may be put without being starved. */
const BEHIND = 10
/** How a process ends that what it opens has broken, or for which the kernel found no memory; nobody asked it to. */
const CRASHES: readonly string[] = ['SIGSEGV', 'SIGBUS', 'SIGABRT', 'SIGILL', 'SIGFPE', 'SIGTRAP', 'SIGKILL']
/** One crash may be the machine's. */
const CRASHES_TO_GIVE_UP = 2

type End = 'well' | 'crashed' | 'hung' | `with ${string}`

/**
 * Makes a photograph in a process of its own: the memory that decoders and encoders leave in pieces goes with it, a
 * file that kills one kills nothing else, and it takes only what pages leave of the processors. A file that crashes
 * it twice, or on which it hangs, is refused: the photographs behind it would wait for days.
 * @throws Error when it didn't end well for another reason; its delivery is then tried again.
 */
export async function makePhotoInOwnProcess(
  context: Context,
  { photoId }: { photoId: string },
  { program = PROGRAM, mostMs = MOST_MS } = {},
): Promise<void> {
  let end: End = 'crashed'
  for (let crashes = 0; end === 'crashed' && crashes < CRASHES_TO_GIVE_UP; crashes++)
    end = await runProcess(program, photoId, mostMs)
  if (end === 'well') return
  const isTheFile = end === 'crashed' || end === 'hung'
  if (isTheFile && (await giveUpPhoto(context, { photoId }))) return
  throw new Error(`the making of a photograph ended: ${end}`)
}

async function runProcess(program: string, photoId: string, mostMs: number): Promise<End> {
  const child = fork(program, [photoId], {
    execArgv: ['--import', 'tsx'],
    env: childEnvironment({ MALLOC_ARENA_MAX: '2' }),
    stdio: 'ignore',
    timeout: mostMs,
    killSignal: 'SIGKILL',
  })
  try {
    if (child.pid) os.setPriority(child.pid, BEHIND)
  } catch {
    // It has ended already, or the machine doesn't let us.
  }
  return await new Promise<End>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (code === 0) resolve('well')
      // Set by us alone, when its time was over.
      else if (child.killed) resolve('hung')
      else resolve(signal && CRASHES.includes(signal) ? 'crashed' : `with ${code ?? signal}`)
    })
  })
}
