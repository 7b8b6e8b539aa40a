import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

// `ensure-chromium.ts <command> […]`: finds a Chromium, installs one when there is none, and runs the
// command with CHROMIUM_PATH set to it.

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find((file) => fs.existsSync(file))
}

function findInstalled(): string | undefined {
  for (const name of SYSTEM_NAMES) {
    const found = onPath(name)
    if (found) return found
  }
  const cached = chromium.executablePath()
  return fs.existsSync(cached) ? cached : undefined
}

function run(command: string, args: string[]): boolean {
  console.log(`> ${command} ${args.join(' ')}`)
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0
}

/** The path of a Chromium that exists. @throws Error that says what to install. */
function ensureChromium(): string {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (fs.existsSync(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH is ${chosen}, and there is no such file.`)
  }
  const installed = findInstalled()
  if (installed) return installed

  console.log('No Chromium on this machine: installing one for the journeys.')
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    if (
      run('apt-get', ['update', '-q']) &&
      run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'])
    ) {
      const found = findInstalled()
      if (found) return found
    }
  }
  if (run('npx', ['playwright', 'install', 'chromium'])) {
    const found = findInstalled()
    if (found) return found
  }
  throw new Error(
    'The journeys need Chromium and it could not be installed here.\n' +
      'Install the package chromium (Debian: apt-get install chromium), or set CHROMIUM_PATH to a Chromium or Chrome.',
  )
}

try {
  const executable = ensureChromium()
  console.log(`Chromium: ${executable}`)
  const [command, ...args] = process.argv.slice(2)
  if (command) {
    const result = spawnSync('npx', ['--no-install', command, ...args], {
      stdio: 'inherit',
      env: { ...process.env, CHROMIUM_PATH: executable },
    })
    process.exitCode = result.status ?? 1
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
