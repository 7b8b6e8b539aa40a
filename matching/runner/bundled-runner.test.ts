import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { build } from 'vite'
import { afterAll, describe, expect, it } from 'vitest'
import { MENDING, SELECTING } from '~/test/matching/thread-jobs'
import { createReplanner } from '../replan/replanner'
import { createSelector } from '../select/select-meetings'

const root = path.join(import.meta.dirname, '../..')
/** Below the product's root, as the built server is, and like that as one file of JavaScript. */
const built = path.join(root, `.cache/bundled-runner-${process.pid}`)

afterAll(() => fs.rm(built, { recursive: true, force: true }))

describe('the runner in a built server', { timeout: 60_000 }, () => {
  it('finds its thread from there: chooses meetings and mends a plan as without one', async () => {
    await build({
      configFile: false,
      root,
      logLevel: 'error',
      resolve: { alias: { '~': root } },
      build: { ssr: 'matching/runner/solve-in-thread.ts', outDir: built, emptyOutDir: true },
    })
    const program = path.join(built, 'ask.mjs')
    await fs.writeFile(
      program,
      `import { deserialize, serialize } from 'node:v8'
       import { solveInThread } from './solve-in-thread.js'
       const jobs = deserialize(Buffer.from(process.argv[2], 'base64'))
       const results = await Promise.all(jobs.map((job) => solveInThread(job, { budgetMs: 20_000 })))
       process.stdout.write(serialize(results).toString('base64'))`,
    )
    const jobs = [
      { kind: 'selection', problem: SELECTING },
      { kind: 'replan', request: MENDING, seed: 2 },
    ]
    // Started as the web is in its image, without the loader of TypeScript.
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [program, serialize(jobs).toString('base64')],
      { cwd: built, env: { PATH: process.env.PATH, NODE_ENV: 'production' }, maxBuffer: 1e8 },
    )
    const [selected, mended] = deserialize(Buffer.from(stdout, 'base64'))
    const selector = createSelector(SELECTING)
    selector.advance(1_000_000)
    expect(selected.because).toBe('done')
    expect(selected.progress.selection).toEqual(selector.result())
    expect(mended.because).toBe('done')
    const { options, recommended } = createReplanner(MENDING, 2).advance(1_000_000)
    expect(mended.progress.options).toEqual(options)
    expect(mended.progress.recommended).toBe(recommended)
  })
})
