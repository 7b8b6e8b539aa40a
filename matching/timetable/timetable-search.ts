import { createRandom } from '../random'
import { type SatAnswer, SatSolver } from '../sat/sat-solver'
import type { Domains } from './domains'
import type { TimetableProblem } from './timetable'
import { encodeTimetable, type TimetableFormula } from './timetable-formula'

/** One question, "is there a timetable with so many breaks at most?", asked slice by slice. */
export class TimetableSearch {
  answer: SatAnswer = null
  /** The slots of the timetable found, when the answer is 'sat'. */
  slots: number[] | null = null
  private readonly held: TimetableFormula['held']
  private readonly solver: SatSolver

  constructor(
    problem: TimetableProblem,
    private readonly domains: Domains,
    readonly mostBreaks: number | null,
    seed: number,
  ) {
    const { formula, held } = encodeTimetable(problem, domains, mostBreaks)
    this.held = held
    this.solver = new SatSolver(formula.variables, createRandom(seed))
    this.solver.load(formula)
  }

  /** Searches on for about so many propagations; those that it used. */
  advance(propagations: number): number {
    const before = this.solver.propagations
    this.answer = this.solver.solve([], propagations)
    if (this.answer === 'sat') this.slots = this.read()
    return this.solver.propagations - before
  }

  private read(): number[] {
    const { model } = this.solver
    return this.domains.map((slots, meeting) => {
      const row = this.held[meeting]
      return slots.find((slot) => model?.[row?.[slot] ?? 0] === 1) ?? -1
    })
  }
}
