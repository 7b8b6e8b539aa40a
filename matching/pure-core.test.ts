import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

// Imports are watched by the arrows (.dependency-cruiser.cjs); what needs no import is watched here.
const IMPURE =
  /\b(Date\.now|new Date\(\)|performance\.|Math\.random|setTimeout|setInterval|setImmediate|queueMicrotask|process\.|console\.|globalThis\.|crypto\.|fetch\(|await\b|async\b)/

/** Comments may speak of what the code doesn't do. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*/g, '')
}

it('the core of the engine has no clock, no chance and nothing that waits', () => {
  const files = fs
    .readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => /[.]ts$/.test(file) && !/[.]test[.]ts$/.test(file) && !file.startsWith('runner'))
  expect(files).toContain(path.join('timetable', 'timetable.ts'))
  for (const file of files) {
    const source = withoutComments(fs.readFileSync(path.join(import.meta.dirname, file), 'utf8'))
    expect(IMPURE.exec(source)?.[0], file).toBeUndefined()
  }
})
