import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, inject, test } from 'vitest'
import { databaseProblem, unfitness } from '~/supervisor/check-database'
import { spawnProduct } from '~/test/setup/product'

// DATABASE_URL leads to a database of somebody else's, which may not do.

const address = (change: (url: URL) => void): string => {
  const url = new URL(inject('postgres').url)
  change(url)
  return url.href
}
/** Nothing listens there. */
const DEAD = 'postgres://opop:hidden-secret@127.0.0.1:9/opop'

test('a server that does is no problem', async () => {
  expect(await databaseProblem(inject('postgres').url)).toBeNull()
})

test('what is wrong is said with the name of the variable, the host and never the password', async () => {
  const host = new URL(inject('postgres').url).host
  const noDatabase = await databaseProblem(address((url) => (url.pathname = '/no_such_database')))
  expect(noDatabase).toContain(`DATABASE_URL (${host}) has no database 'no_such_database'`)
  const noEntry = await databaseProblem(address((url) => (url.password = 'hidden-secret')))
  expect(noEntry).toContain(`DATABASE_URL (${host}) does not let us in`)
  const dead = await databaseProblem(DEAD)
  expect(dead).toContain('DATABASE_URL (127.0.0.1:9) does not answer')
  for (const said of [noDatabase, noEntry, dead]) expect(said).not.toContain('hidden-secret')
})

test('a server that is too old or has no fuzzystrmatch is named as such', () => {
  expect(unfitness({ version: 150_014, name: '15.14', hasFuzzy: true })).toMatch(
    /DATABASE_URL.+15\.14; 16 or/,
  )
  expect(unfitness({ version: 160_000, name: '16.0', hasFuzzy: false })).toMatch(
    /DATABASE_URL.+fuzzystrmatch/,
  )
  expect(unfitness({ version: 160_000, name: '16.0', hasFuzzy: true })).toBeNull()
})

test('npm start ends with that problem and without a stack', async () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'opop-own-'))
  const product = spawnProduct({ dataDir, env: { DATABASE_URL: DEAD } })
  if (product.process.exitCode === null) await once(product.process, 'exit')
  expect(product.process.exitCode).toBe(1)
  expect(product.output()).toContain('DATABASE_URL (127.0.0.1:9) does not answer')
  expect(product.output()).not.toMatch(/hidden-secret|^\s+at /m)
  fs.rmSync(dataDir, { recursive: true, force: true })
}, 40_000)
