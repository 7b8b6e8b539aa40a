import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../random'
import { SatSolver } from './sat-solver'

const PLENTY = 1e9

function bruteForce(variables: number, clauses: number[][]): boolean {
  for (let bits = 0; bits < 1 << variables; bits++) {
    if (
      clauses.every((clause) => clause.some((l) => ((bits >> (Math.abs(l) - 1)) & 1) === (l > 0 ? 1 : 0)))
    ) {
      return true
    }
  }
  return false
}

function holds(model: Uint8Array, clauses: number[][]): boolean {
  return clauses.every((clause) => clause.some((l) => model[Math.abs(l)] === (l > 0 ? 1 : 0)))
}

function solverOf(variables: number, clauses: number[][], seed = 1): SatSolver {
  const solver = new SatSolver(variables, createRandom(seed))
  for (const clause of clauses) solver.add(clause)
  return solver
}

/** Everybody of `pigeons` in one of `holes`, no two in the same. */
function pigeons(count: number, holes: number): number[][] {
  const at = (pigeon: number, hole: number) => pigeon * holes + hole + 1
  const clauses: number[][] = []
  for (let p = 0; p < count; p++) clauses.push(Array.from({ length: holes }, (_, h) => at(p, h)))
  for (let h = 0; h < holes; h++) {
    for (let p = 0; p < count; p++) for (let q = 0; q < p; q++) clauses.push([-at(p, h), -at(q, h)])
  }
  return clauses
}

/** Random clauses of three literals. */
function threeSat(variables: number, count: number, seed: number): number[][] {
  const random = createRandom(seed)
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 }, () => (1 + random.below(variables)) * (random.below(2) ? 1 : -1)),
  )
}

const formula = fc.integer({ min: 1, max: 9 }).chain((variables) => {
  const literal = fc.tuple(fc.integer({ min: 1, max: variables }), fc.boolean())
  const clause = fc.array(
    literal.map(([variable, positive]) => (positive ? variable : -variable)),
    { minLength: 0, maxLength: 4 },
  )
  return fc.tuple(fc.constant(variables), fc.array(clause, { maxLength: 45 }))
})

describe('SatSolver', () => {
  test('agrees with trying everything', () => {
    fc.assert(
      fc.property(formula, ([variables, clauses]) => {
        const solver = solverOf(variables, clauses)
        const answer = solver.solve([], PLENTY)
        expect(answer).toBe(bruteForce(variables, clauses) ? 'sat' : 'unsat')
        if (answer === 'sat') expect(holds(solver.model ?? new Uint8Array(), clauses)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('agrees under assumptions, and can be asked again', () => {
    fc.assert(
      fc.property(
        formula,
        fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 6 }),
        ([variables, clauses], raw) => {
          const assumptions = raw.filter((l) => l !== 0 && Math.abs(l) <= variables)
          const solver = solverOf(variables, clauses)
          const units = assumptions.map((l) => [l])
          expect(solver.solve(assumptions, PLENTY)).toBe(
            bruteForce(variables, [...clauses, ...units]) ? 'sat' : 'unsat',
          )
          expect(solver.solve([], PLENTY)).toBe(bruteForce(variables, clauses) ? 'sat' : 'unsat')
        },
      ),
      { numRuns: 300 },
    )
  })

  test('refutes pigeons without enough holes, and seats them where there are', () => {
    expect(solverOf(56, pigeons(8, 7)).solve([], PLENTY)).toBe('unsat')
    expect(solverOf(64, pigeons(8, 8)).solve([], PLENTY)).toBe('sat')
  })

  test('decides random formulas near the threshold the same for every seed, through many reductions', () => {
    for (let instance = 0; instance < 6; instance++) {
      const clauses = threeSat(150, 640, instance)
      const answers = [1, 2].map((seed) => {
        const solver = solverOf(150, clauses, seed)
        const answer = solver.solve([], PLENTY)
        if (answer === 'sat') expect(holds(solver.model ?? new Uint8Array(), clauses)).toBe(true)
        return answer
      })
      expect(answers[0]).toBe(answers[1])
    }
  })

  test('slices change nothing of the answer, and the same slices give the same search', () => {
    const clauses = threeSat(120, 520, 99)
    const sliced = () => {
      const solver = solverOf(120, clauses, 5)
      let answer = solver.solve([], 2000)
      for (let i = 0; answer === null && i < 100_000; i++) answer = solver.solve([], 2000)
      return { answer, conflicts: solver.conflicts, model: solver.model }
    }
    const first = sliced()
    expect(first).toEqual(sliced())
    expect(first.answer).toBe(solverOf(120, clauses, 5).solve([], PLENTY))
  })
})
