import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadStaticFiles, serveStaticFile } from '~/server/static-files'
import { putBuildInPlace } from './put-build-in-place'

const HOUR = 60 * 60 * 1000
let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opop-build-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

/** Builds and puts in place: the files, by path, with their content. */
function build(files: Record<string, string>, now: number): void {
  for (const [file, content] of Object.entries(files)) {
    const target = path.join(folder, 'next', file)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, content)
  }
  putBuildInPlace(folder, now)
}
const has = (file: string) => fs.existsSync(path.join(folder, file))
const read = (file: string) => fs.readFileSync(path.join(folder, file), 'utf8')

const first = {
  'client/assets/page-aaaa.js': 'first page',
  'client/assets/page-aaaa.js.br': 'small',
  'client/assets/same-0000.js': 'same',
  'client/old.svg': 'old',
  'server/index.js': 'first server',
  'server/assets/hall-aaaa.js': 'first hall',
}
const second = {
  'client/assets/page-bbbb.js': 'second page',
  'client/assets/same-0000.js': 'same',
  'server/index.js': 'second server',
}

test('a web that runs the first build answers with its assets after the second is in place', async () => {
  build(first, 0)
  const running = await loadStaticFiles(path.join(folder, 'client'))
  build(second, 100 * HOUR)
  for (const name of ['page-aaaa.js', 'same-0000.js']) {
    const request = new Request(`http://hall.test/assets/${name}`)
    const answer = serveStaticFile(running, request, `/assets/${name}`)
    expect(await answer?.text()).toBe(name.startsWith('page') ? 'first page' : 'same')
  }
  expect(has('client/assets/page-aaaa.js.br')).toBe(true)
  // What the first server loads only when it needs it.
  expect(read('server/assets/hall-aaaa.js')).toBe('first hall')
})

test('the second build is there whole, and nothing of its making is left', () => {
  build(first, 0)
  build(second, HOUR)
  for (const [file, content] of Object.entries(second)) expect(read(file)).toBe(content)
  expect(has('client/old.svg')).toBe(false)
  expect(has('next')).toBe(false)
})

test('an asset goes a day after it was replaced, however often is built meanwhile and however old it is', () => {
  build(first, 0)
  build(second, 100 * HOUR)
  build(second, 123 * HOUR)
  expect(has('client/assets/page-aaaa.js')).toBe(true)
  build(second, 125 * HOUR)
  expect(has('client/assets/page-aaaa.js')).toBe(false)
  expect(has('server/assets/hall-aaaa.js')).toBe(false)
  expect(has('client/assets/page-bbbb.js')).toBe(true)
})

test('an asset that a later build makes again is not counted as replaced', () => {
  build(first, 0)
  build(second, HOUR)
  build(first, 2 * HOUR)
  build(second, 50 * HOUR)
  expect(has('client/assets/page-aaaa.js')).toBe(true)
})
