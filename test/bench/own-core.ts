import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import os from 'node:os'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Gives the script of the browser's pages a core to itself. Elsewhere a graphics card draws the picture; here the
 * same cores would, and the script's milliseconds would be those in which the picture had them. Asked again, it
 * finds what has come since.
 * @returns false where it can't be done: one core only, or not Linux.
 */
export async function keepScriptApart(): Promise<boolean> {
  const cores = os.cpus().length
  if (cores < 2 || os.platform() !== 'linux') return false
  for (const { id, command } of await ownProcesses()) {
    const draws = command.includes('--type=gpu-process')
    const renders = command.includes('--type=renderer')
    if (!draws && !renders) continue
    try {
      await run('taskset', ['-acp', `1-${cores - 1}`, String(id)])
      // A process's first thread has the process's number: in a page's process it is the one that runs script.
      if (renders) await run('taskset', ['-cp', '0', String(id)])
    } catch (error) {
      // It may have ended since it was listed.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    }
  }
  return true
}

/** What this process has started, and what that has. */
async function ownProcesses(): Promise<{ id: number; command: string }[]> {
  const names = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const all = (await Promise.all(names.map(describe))).filter((one) => one !== null)
  const found = new Set([process.pid])
  for (let before = 0; before < found.size; ) {
    before = found.size
    for (const { id, parent } of all) if (found.has(parent)) found.add(id)
  }
  return all.filter(({ id }) => found.has(id))
}

async function describe(name: string) {
  try {
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8')
    const status = await readFile(`/proc/${name}/status`, 'utf8')
    return { id: Number(name), parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]), command }
  } catch {
    return null
  }
}
