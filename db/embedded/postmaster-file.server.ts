import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandLineOf, isAlive } from './process-identity.server'

/** Above every system's highest process number, so that nobody ever has it. */
const NOBODYS_PID = '2147483646'

/**
 * The server that PostgreSQL's own lock file names. 'foreign': something else has its number now, be it
 * only the zombie of the killed server, which PostgreSQL would take for a living one.
 */
export function postmasterOf(data: string): { pid: number; state: 'running' | 'dead' | 'foreign' } | null {
  let first: string
  try {
    first = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
  } catch {
    return null
  }
  const pid = Math.abs(Number.parseInt(first, 10))
  if (!Number.isSafeInteger(pid) || pid === 0) return null
  const command = commandLineOf(pid)
  if (!isAlive(pid)) return { pid, state: 'dead' }
  return { pid, state: command.includes('postgres') && runsIn(command, data) ? 'running' : 'foreign' }
}

function runsIn(command: string, data: string): boolean {
  // Windows tells the program but not its arguments.
  return process.platform === 'win32' || command.includes(data)
}

/** Waits for the end of a process. @returns whether it ended in time. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds
  while (Date.now() < deadline) {
    if (!isAlive(pid) || commandLineOf(pid) === '') return true
    await sleep(25)
  }
  return false
}

/**
 * Clears what a killed start left: stops its server if that lives on, and disarms the lock file when
 * its number is taken by something else. The file itself stays: it names the shared memory by which
 * PostgreSQL notices backends that outlived their server.
 */
export async function clearOrphan(data: string): Promise<void> {
  const postmaster = postmasterOf(data)
  if (postmaster?.state === 'running') await stopOrphan(postmaster.pid)
  // Asked anew: a server that was ended the hard way leaves its file, and perhaps a zombie with its number.
  if (postmasterOf(data)?.state !== 'foreign') return
  const file = path.join(data, 'postmaster.pid')
  const [, ...rest] = fs.readFileSync(file, 'utf8').split('\n')
  fs.writeFileSync(file, [NOBODYS_PID, ...rest].join('\n'))
}

async function stopOrphan(pid: number): Promise<void> {
  for (const [signal, patience] of [['SIGINT', 20_000] as const, ['SIGQUIT', 5_000] as const]) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await waitForEnd(pid, patience)) return
  }
  throw new Error(`PostgreSQL (process ${pid}) of an earlier start does not stop.`)
}
