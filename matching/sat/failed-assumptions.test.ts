import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../random'
import { SatSolver } from './sat-solver'

const VARIABLES = 8
const literal = fc.integer({ min: 1, max: VARIABLES }).chain((v) => fc.constantFrom(v, -v))
const clauses = fc.array(fc.array(literal, { minLength: 1, maxLength: 4 }), { maxLength: 30 })

/** Whether an assignment makes all clauses true. */
function fulfillable(all: readonly (readonly number[])[]): boolean {
  for (let bits = 0; bits < 1 << VARIABLES; bits++) {
    const isTrue = (l: number) => ((bits >> (Math.abs(l) - 1)) & 1) === (l > 0 ? 1 : 0)
    if (all.every((clause) => clause.some(isTrue))) return true
  }
  return false
}

test('the assumptions named as failed are among those given and fail without the others', () => {
  let named = 0
  fc.assert(
    fc.property(clauses, fc.array(literal, { maxLength: 7 }), (formula, assumptions) => {
      const solver = new SatSolver(VARIABLES, createRandom(1))
      for (const clause of formula) solver.add(clause)
      const answer = solver.solve(assumptions, 1e9)
      const units = solver.failed.map((l) => [l])
      if (answer !== 'unsat') {
        expect(units).toEqual([])
        return
      }
      for (const failed of solver.failed) expect(assumptions).toContain(failed)
      expect(fulfillable([...formula, ...units])).toBe(false)
      if (units.length > 0) named++
    }),
    { numRuns: 400 },
  )
  expect(named).toBeGreaterThan(20)
})
