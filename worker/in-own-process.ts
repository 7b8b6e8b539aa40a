import { fork } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { childEnvironment } from '~/config/env.server'
import { giveUpPaper } from '~/domain/certificate/give-up-paper.server'
import { giveUpPhoto } from '~/domain/photo/give-up-photo.server'
import type { Context } from '~/domain/shared/context'

const PROGRAM = path.join(import.meta.dirname, 'photo-process.ts')
/** Real ones take seconds, on a slow machine half a minute. */
const MOST_MS = 5 * 60_000
/** Of 64 KiB: 256 MB for what opens PDFs, some of which ask for all that there is. */
const MOST_WASM_PAGES = 4_096
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
  const end = await runProcesses(program, [photoId], mostMs)
  if (end === 'well') return
  if (isTheFile(end) && (await giveUpPhoto(context, { photoId }))) return
  throw new Error(`the making of a photograph ended: ${end}`)
}

/**
 * Makes a certificate's pictures in such a process, too.
 * @throws Error as `makePhotoInOwnProcess`.
 */
export async function makePaperInOwnProcess(
  context: Context,
  paper: { certificateId: string; sentKey: string },
  { program = PROGRAM, mostMs = MOST_MS } = {},
): Promise<void> {
  const end = await runProcesses(program, [paper.certificateId, paper.sentKey], mostMs)
  if (end === 'well') return
  if (!isTheFile(end)) throw new Error(`the making of a certificate ended: ${end}`)
  await giveUpPaper(context, paper)
}

const isTheFile = (end: End) => end === 'crashed' || end === 'hung'

/** One that crashes is tried once more. */
async function runProcesses(program: string, about: string[], mostMs: number): Promise<End> {
  let end: End = 'crashed'
  for (let crashes = 0; end === 'crashed' && crashes < CRASHES_TO_GIVE_UP; crashes++)
    end = await runProcess(program, about, mostMs)
  return end
}

async function runProcess(program: string, about: string[], mostMs: number): Promise<End> {
  const child = fork(program, about, {
    execArgv: ['--import', 'tsx', `--wasm-max-mem-pages=${MOST_WASM_PAGES}`],
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
