import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

// `npm run bench -- <name> […]`: runs test/bench/<name>.ts with the remaining arguments.
const folder = path.join(import.meta.dirname, '../test/bench')
const [name, ...rest] = process.argv.slice(2)
const known = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  .map((file) => path.basename(file, '.ts'))

if (!name || !known.includes(name)) {
  console.error(`Usage: npm run bench -- <name>, where <name> is one of: ${known.join(', ')}`)
  process.exitCode = 1
} else {
  const file = path.join(folder, `${name}.ts`)
  process.argv = [process.argv[0] ?? 'node', file, ...rest]
  await import(pathToFileURL(file).href)
}
