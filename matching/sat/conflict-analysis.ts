import { type Clauses, HEADER, ORIGINAL } from './clauses'
import type { Trail } from './trail'
import type { VariableOrder } from './variable-order'

/**
 * From a false clause to a new one: resolution back to the first unique implication point (Marques-Silva and
 * Sakallah, "GRASP", 1999), without the literals that others imply (Sörensson and Biere, SAT 2009), with its
 * glue, the number of levels in it (Audemard and Simon, IJCAI 2009).
 */
export class ConflictAnalysis {
  /** The learned clause; the first literal is the one to assert, the second of the highest other level. */
  readonly learned: Int32Array
  length = 0
  backLevel = 0
  glue = 0
  private readonly seen: Uint8Array
  private readonly stamps: Int32Array
  private stamp = 0
  private readonly toClear: Int32Array
  private clearCount = 0
  private readonly stack: Int32Array

  constructor(
    variables: number,
    private readonly trail: Trail,
    private readonly clauses: Clauses,
    private readonly order: VariableOrder,
  ) {
    this.learned = new Int32Array(variables + 1)
    this.seen = new Uint8Array(variables + 1)
    this.stamps = new Int32Array(variables + 2)
    this.toClear = new Int32Array(variables + 1)
    this.stack = new Int32Array(variables + 1)
  }

  /** Learns from the false clause at the present level, which is above 0. `now` marks the clauses that helped. */
  analyze(conflict: number, now: number): void {
    const { trail, learned, seen, order } = this
    const { data } = this.clauses
    const { levels, reasons, literals, level } = trail
    this.clearCount = 0
    let length = 1
    let open = 0
    let clause = conflict
    let asserting = -1
    let at = trail.length - 1
    for (;;) {
      if ((data[clause + 1] as number) !== ORIGINAL) this.refresh(clause, now)
      const end = clause + HEADER + (data[clause] as number)
      for (let i = clause + HEADER; i < end; i++) {
        const literal = data[i] as number
        const variable = literal >> 1
        if (literal === asserting || seen[variable] || levels[variable] === 0) continue
        order.bump(variable)
        seen[variable] = 1
        this.toClear[this.clearCount++] = variable
        if ((levels[variable] as number) >= level) open++
        else learned[length++] = literal
      }
      while (!seen[(literals[at] as number) >> 1]) at--
      asserting = literals[at--] as number
      clause = reasons[asserting >> 1] as number
      seen[asserting >> 1] = 0
      if (--open === 0) break
    }
    learned[0] = asserting ^ 1
    this.length = this.minimise(length)
    for (let i = 0; i < this.clearCount; i++) seen[this.toClear[i] as number] = 0
    this.findBackLevel()
    this.glue = this.countLevels(learned, 0, this.length)
  }

  /** A learned clause that helps lives on, by its present glue if that is less. */
  private refresh(clause: number, now: number): void {
    const { data } = this.clauses
    data[clause + 2] = now
    const glue = data[clause + 1] as number
    if (glue <= 2) return
    const levels = this.countLevels(data, clause + HEADER, clause + HEADER + (data[clause] as number))
    if (levels < glue) data[clause + 1] = levels
  }

  private countLevels(literals: Int32Array, from: number, to: number): number {
    const { levels } = this.trail
    this.stamp++
    let count = 0
    for (let i = from; i < to; i++) {
      const level = levels[(literals[i] as number) >> 1] as number
      if (this.stamps[level] === this.stamp) continue
      this.stamps[level] = this.stamp
      count++
    }
    return count
  }

  private minimise(length: number): number {
    const { learned } = this
    const { reasons, levels } = this.trail
    this.stamp++
    for (let i = 1; i < length; i++) this.stamps[levels[(learned[i] as number) >> 1] as number] = this.stamp
    let kept = 1
    for (let i = 1; i < length; i++) {
      const literal = learned[i] as number
      if (reasons[literal >> 1] === 0 || !this.isImplied(literal)) learned[kept++] = literal
    }
    return kept
  }

  /** Whether the other literals of the learned clause make this one superfluous. */
  private isImplied(literal: number): boolean {
    const { seen, toClear, stack, stamps } = this
    const { reasons, levels } = this.trail
    const { data } = this.clauses
    const before = this.clearCount
    let top = 0
    stack[top++] = literal >> 1
    while (top > 0) {
      const variable = stack[--top] as number
      const clause = reasons[variable] as number
      const end = clause + HEADER + (data[clause] as number)
      for (let i = clause + HEADER; i < end; i++) {
        const other = (data[i] as number) >> 1
        if (other === variable || seen[other] || levels[other] === 0) continue
        if (reasons[other] !== 0 && stamps[levels[other] as number] === this.stamp) {
          seen[other] = 1
          stack[top++] = other
          toClear[this.clearCount++] = other
          continue
        }
        for (let k = before; k < this.clearCount; k++) seen[toClear[k] as number] = 0
        this.clearCount = before
        return false
      }
    }
    return true
  }

  private findBackLevel(): void {
    const { learned } = this
    const { levels } = this.trail
    this.backLevel = 0
    if (this.length < 2) return
    let highest = 1
    for (let i = 2; i < this.length; i++) {
      const level = levels[(learned[i] as number) >> 1] as number
      if (level > (levels[(learned[highest] as number) >> 1] as number)) highest = i
    }
    const literal = learned[highest] as number
    learned[highest] = learned[1] as number
    learned[1] = literal
    this.backLevel = levels[literal >> 1] as number
  }
}
