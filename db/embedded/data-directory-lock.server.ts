import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { birthOf } from './process-identity.server'

const holderShape = z.object({ pid: z.number(), birth: z.string(), nonce: z.string() })
type Holder = z.infer<typeof holderShape>

function read(file: string): Holder | null {
  try {
    return holderShape.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** The process that uses the data directory now, if it lives. */
export function lockHolder(directory: string): { pid: number } | null {
  const holder = read(path.join(directory, 'lock.json'))
  return holder && holder.birth !== '' && birthOf(holder.pid) === holder.birth ? { pid: holder.pid } : null
}

/**
 * Takes the data directory for this process. A lock left by a killed process does not count.
 * @throws Error when another living process has it.
 * @returns what gives it back.
 */
export async function lockDataDirectory(directory: string, nonce: string): Promise<() => void> {
  const file = path.join(directory, 'lock.json')
  const mine: Holder = { pid: process.pid, birth: birthOf(process.pid), nonce }
  const release = () => {
    if (read(file)?.nonce === nonce) fs.rmSync(file, { force: true })
  }
  for (let attempt = 0; attempt < 5; attempt++) {
    const holder = lockHolder(directory)
    if (holder) {
      throw new Error(
        `Another process (number ${holder.pid}) already uses the data directory ${directory}.\n` +
          'Stop it first, or choose another directory with DATA_DIR.',
      )
    }
    fs.rmSync(file, { force: true })
    try {
      fs.writeFileSync(file, JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
    } catch {
      await sleep(20)
      continue
    }
    // Two processes may both have removed the dead lock: the one whose file stays has it.
    await sleep(40)
    if (read(file)?.nonce === nonce) return release
  }
  throw new Error(`The data directory ${directory} could not be locked.`)
}
