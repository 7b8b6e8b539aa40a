import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function ask(command: string, args: string[]): string {
  const result = spawnSync(command, args, { encoding: 'utf8' })
  return result.status === 0 ? result.stdout.trim() : ''
}

/** The command line of a process; empty when it is gone or only a zombie. */
export function commandLineOf(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    } catch {
      return ''
    }
  }
  if (process.platform === 'win32') return ask('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'])
  return ask('ps', ['-o', 'command=', '-p', String(pid)])
}

/**
 * What tells this process from a later one with the same number: after a crash or in a restarted
 * container, numbers come back. Empty when the process is gone, or only a zombie.
 */
export function birthOf(pid: number): string {
  if (process.platform === 'linux') {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
      // Fields after the name, which is in parentheses and may hold spaces; the 20th is the start time.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const ticks = fields[19] ?? ''
      if (fields[0] === 'Z') return ''
      const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      return `${boot}/${ticks}`
    } catch {
      return ''
    }
  }
  if (process.platform === 'win32') return isAlive(pid) ? 'alive' : ''
  return ask('ps', ['-o', 'lstart=', '-p', String(pid)])
}
