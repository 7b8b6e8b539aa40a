import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { tightenDomains } from './domains'
import { explainConflict } from './explain-conflict'
import { lagrangianBound } from './lagrangian-bound'
import { patternBound } from './pattern-bound'
import { readDzn } from './read-dzn'

/** The instances of Bofill et al., JAIR 2022, article 12670; skipped unless B2B_DIR names their folder. */
const folder = process.env.B2B_DIR

describe.skipIf(!folder)('the instances of the literature (B2B_DIR)', () => {
  test('filters and bounds never contradict the published optima, and refute what is infeasible', () => {
    const directory = folder ?? ''
    const optima = z
      .record(z.string(), z.union([z.number(), z.literal('infeasible')]))
      .parse(JSON.parse(fs.readFileSync(path.join(directory, 'optimum.json'), 'utf8')))
    let settled = 0
    for (const [name, optimum] of Object.entries(optima)) {
      const problem = readDzn(fs.readFileSync(path.join(directory, `${name}.dzn`), 'utf8'))
      const { domains } = tightenDomains(problem)
      if (optimum === 'infeasible') {
        expect(domains, name).toBeNull()
        expect(explainConflict(problem)?.reasons.length, name).toBeGreaterThan(0)
        continue
      }
      expect(domains, name).not.toBeNull()
      if (domains === null) continue
      const bound = Math.max(lagrangianBound(problem, domains), patternBound(problem, domains))
      expect(bound, name).toBeLessThanOrEqual(optimum)
      if (bound === optimum) settled++
    }
    expect(settled).toBeGreaterThanOrEqual(33)
  }, 60_000)
})
