import type { Random } from '../random'
import { Clauses, DEAD, ORIGINAL } from './clauses'
import { ConflictAnalysis } from './conflict-analysis'
import type { Formula } from './formula'
import { Phases } from './phases'
import { Restarts } from './restarts'
import { Trail } from './trail'
import { VariableOrder } from './variable-order'

/** 'unsat' under the assumptions given; null: not decided within the budget. */
export type SatAnswer = 'sat' | 'unsat' | null

/**
 * A solver of propositional formulas by conflict-driven clause learning (for the whole see Biere et al.,
 * Handbook of Satisfiability, chapter 4). Clauses and assumptions are lists of literals: v for variable v being
 * true, −v for false, variables 1 … count. Deterministic: budgets are propagations, not time.
 */
export class SatSolver {
  conflicts = 0
  /** False once the clauses alone can't be fulfilled. */
  consistent = true
  /** The last solution, by variable. */
  model: Uint8Array | null = null
  readonly phases: Phases
  private readonly trail: Trail
  private readonly clauses: Clauses
  private readonly order: VariableOrder
  private readonly analysis: ConflictAnalysis
  private readonly restarts = new Restarts()
  private wanted: readonly number[] = []
  private nextReduction = FIRST_REDUCTION
  private reductionGap = FIRST_REDUCTION

  constructor(
    readonly variables: number,
    random: Random,
  ) {
    this.trail = new Trail(variables)
    this.clauses = new Clauses(variables)
    this.order = new VariableOrder(variables, random)
    this.phases = new Phases(variables, random)
    this.analysis = new ConflictAnalysis(variables, this.trail, this.clauses, this.order)
  }

  get propagations(): number {
    return this.trail.propagations
  }

  /** Raises a variable in the order of decisions. */
  prefer(variable: number, times: number): void {
    this.order.bump(variable, times)
  }

  /** Takes a whole formula, before anything else is added. */
  load(formula: Formula): void {
    const literals = new Int32Array(this.variables)
    const stamps = new Int32Array(2 * this.variables + 2)
    const units: number[] = []
    let stamp = 0
    formula.forEach((data, from, to) => {
      stamp++
      let length = 0
      for (let i = from; i < to; i++) {
        const literal = literalOf(data[i] as number)
        if (stamps[literal ^ 1] === stamp) return
        if (stamps[literal] === stamp) continue
        stamps[literal] = stamp
        literals[length++] = literal
      }
      if (length > 1) this.clauses.store(literals, length, ORIGINAL, 0)
      else if (length === 1) units.push(literals[0] as number)
      else this.consistent = false
    })
    this.clauses.watchAll()
    for (const literal of units) {
      if (this.trail.values[literal] === -1) this.consistent = false
      else if (this.trail.values[literal] === 0) this.trail.assign(literal, 0)
    }
    if (this.consistent && this.trail.propagate(this.clauses) !== 0) this.consistent = false
  }

  add(clause: readonly number[]): void {
    if (!this.consistent) return
    this.backTo(0)
    const { values } = this.trail
    const kept = new Set<number>()
    for (const signed of clause) {
      const literal = literalOf(signed)
      if (values[literal] === 1 || kept.has(literal ^ 1)) return
      if (values[literal] !== -1) kept.add(literal)
    }
    const literals = [...kept]
    if (literals.length > 1) this.clauses.add(literals, literals.length, ORIGINAL, 0)
    else if (literals.length === 1) this.assert(literals[0] as number)
    else this.consistent = false
  }

  /**
   * Searches on for a solution in which all `assumptions` hold, for about `budget` propagations. Asked again
   * the same without an answer, it goes on where it stopped: slices cost nothing.
   */
  solve(assumptions: readonly number[], budget: number): SatAnswer {
    if (!this.consistent) return 'unsat'
    const wanted = assumptions.map(literalOf)
    if (wanted.length !== this.wanted.length || wanted.some((literal, i) => literal !== this.wanted[i]))
      this.backTo(0)
    this.wanted = wanted
    const end = this.trail.propagations + budget
    for (;;) {
      const conflict = this.trail.propagate(this.clauses)
      if (conflict !== 0) {
        if (!this.learnFrom(conflict)) return 'unsat'
        if (this.trail.propagations > end) return null
        continue
      }
      if (this.restarts.isDue()) {
        if (this.restarts.takesNewPhases(this.conflicts)) {
          this.backTo(0)
          this.phases.renew()
        }
        this.backTo(Math.min(wanted.length, this.trail.level))
        if (this.conflicts >= this.nextReduction) {
          this.reduce()
          if (!this.consistent) return 'unsat'
        }
        continue
      }
      const decision = this.decide(wanted)
      if (decision === NO_MORE) return this.keepModel()
      if (decision === REFUSED) {
        this.backTo(0)
        return 'unsat'
      }
      this.trail.openLevel()
      if (decision !== HOLDS) this.trail.assign(decision, 0)
    }
  }

  private keepModel(): 'sat' {
    const { values } = this.trail
    this.model = new Uint8Array(this.variables + 1)
    for (let variable = 1; variable <= this.variables; variable++) {
      this.model[variable] = values[2 * variable] === 1 ? 1 : 0
    }
    this.backTo(0)
    return 'sat'
  }

  /** False: there is no solution at all. */
  private learnFrom(conflict: number): boolean {
    const { trail, analysis, restarts } = this
    this.conflicts++
    if (trail.level === 0) {
      this.consistent = false
      return false
    }
    this.phases.note(trail)
    analysis.analyze(conflict, this.conflicts)
    this.backTo(analysis.backLevel)
    const asserting = analysis.learned[0] as number
    const clause =
      analysis.length === 1
        ? 0
        : this.clauses.add(analysis.learned, analysis.length, analysis.glue, this.conflicts)
    trail.assign(asserting, clause)
    this.order.fade(0.95)
    restarts.note()
    return true
  }

  private decide(wanted: readonly number[]): number {
    const { trail, order } = this
    if (trail.level < wanted.length) {
      const literal = wanted[trail.level] as number
      const value = trail.values[literal]
      return value === 1 ? HOLDS : value === -1 ? REFUSED : literal
    }
    while (!order.isEmpty) {
      const variable = order.pop()
      if (trail.values[2 * variable] === 0) return this.phases.literal(variable)
    }
    return NO_MORE
  }

  private assert(literal: number): void {
    this.trail.assign(literal, 0)
    if (this.trail.propagate(this.clauses) !== 0) this.consistent = false
  }

  private backTo(level: number): void {
    this.trail.backTo(level, this.free)
  }

  private readonly free = (literal: number): void => {
    this.phases.save(literal)
    this.order.insert(literal >> 1)
  }

  /** Forgets half of the learned clauses, those of the most levels that haven't helped for the longest. */
  private reduce(): void {
    this.reductionGap += REDUCTION_GROWTH
    this.nextReduction = this.conflicts + this.reductionGap
    this.backTo(0)
    if (this.trail.propagate(this.clauses) !== 0) {
      this.consistent = false
      return
    }
    const { data, learned } = this.clauses
    const recent = this.conflicts - RECENT
    const glue = (clause: number) => data[clause + 1] as number
    const used = (clause: number) => data[clause + 2] as number
    const candidates = learned.filter(
      (clause) => glue(clause) > 2 && !(glue(clause) <= 6 && used(clause) > recent),
    )
    candidates.sort((a, b) => glue(b) - glue(a) || used(a) - used(b))
    for (let i = 0; i < candidates.length >> 1; i++) data[(candidates[i] as number) + 1] = DEAD
    this.clauses.rebuild(this.trail.values)
    // At level 0 nobody asks for reasons any more.
    for (let i = 0; i < this.trail.length; i++)
      this.trail.reasons[(this.trail.literals[i] as number) >> 1] = 0
  }
}

const FIRST_REDUCTION = 2000
const REDUCTION_GROWTH = 300
const RECENT = 15_000
const NO_MORE = -1
const REFUSED = -2
const HOLDS = -3

function literalOf(signed: number): number {
  return signed > 0 ? 2 * signed : -2 * signed + 1
}
