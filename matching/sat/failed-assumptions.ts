import { type Clauses, HEADER } from './clauses'
import type { Trail } from './trail'

/**
 * Assumptions that can't hold together, when `refused`, one of them, has been found false at a level where all
 * decisions are assumptions: back along the reasons of its negation to the decisions (Eén and Sörensson, "An
 * extensible SAT-solver", SAT 2003). Literals as the solver has them, 2v and 2v + 1.
 */
export function failedAssumptions(refused: number, trail: Trail, clauses: Clauses): number[] {
  const { data } = clauses
  const failed = [refused]
  const seen = new Uint8Array(trail.levels.length)
  seen[refused >> 1] = 1
  for (let i = trail.length - 1; i >= 0; i--) {
    const literal = trail.literals[i] as number
    const variable = literal >> 1
    if (seen[variable] === 0 || trail.levels[variable] === 0) continue
    const reason = trail.reasons[variable] as number
    if (reason === 0) {
      failed.push(literal)
      continue
    }
    const end = reason + HEADER + (data[reason] as number)
    for (let k = reason + HEADER; k < end; k++) seen[(data[k] as number) >> 1] = 1
  }
  return failed
}
