import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { authSecret } from './auth-secret'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'opop-secret-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('is one for all processes that start at the same time, and for the next ones', async () => {
  const dataDir = path.join(folder, 'data')
  const all = await Promise.all(
    Array.from({ length: 20 }, () => authSecret({ AUTH_SECRET: undefined, dataDir })),
  )
  expect(new Set(all).size).toBe(1)
  expect(all[0]?.length).toBeGreaterThanOrEqual(32)
  expect(await authSecret({ AUTH_SECRET: undefined, dataDir })).toBe(all[0])
  expect(await readdir(dataDir)).toEqual(['auth-secret'])
  expect((await stat(path.join(dataDir, 'auth-secret'))).mode & 0o777).toBe(0o600)
})

it('is the one that is set, and then none is kept', async () => {
  const AUTH_SECRET = 'set by who runs the product, long enough'
  expect(await authSecret({ AUTH_SECRET, dataDir: folder })).toBe(AUTH_SECRET)
  expect(await readdir(folder)).toEqual([])
})

it('does not sign with a file that holds nothing', async () => {
  await writeFile(path.join(folder, 'auth-secret'), '')
  await expect(authSecret({ AUTH_SECRET: undefined, dataDir: folder })).rejects.toThrow('set AUTH_SECRET')
})
