import type { Clauses } from './clauses'
import { HEADER } from './clauses'

/** What is assigned, in which order, at which level of decisions and because of which clause. */
export class Trail {
  /** By literal: 1 true, −1 false, 0 open. */
  readonly values: Int8Array
  /** By variable. */
  readonly levels: Int32Array
  /** By variable: the clause that forced it, 0: none. */
  readonly reasons: Int32Array
  readonly literals: Int32Array
  length = 0
  /** The trail's length when each level began. */
  readonly levelStart: Int32Array
  level = 0
  /** Literals that have been looked at since the start. */
  propagations = 0
  private next = 0

  constructor(variables: number) {
    this.values = new Int8Array(2 * variables + 2)
    this.levels = new Int32Array(variables + 1)
    this.reasons = new Int32Array(variables + 1)
    this.literals = new Int32Array(variables + 1)
    this.levelStart = new Int32Array(variables + 2)
  }

  assign(literal: number, reason: number): void {
    this.values[literal] = 1
    this.values[literal ^ 1] = -1
    this.levels[literal >> 1] = this.level
    this.reasons[literal >> 1] = reason
    this.literals[this.length++] = literal
  }

  openLevel(): void {
    this.levelStart[this.level++] = this.length
  }

  /** Drops all above `level`; `freed` is called with each literal that is open again. */
  backTo(level: number, freed: (literal: number) => void): void {
    if (this.level <= level) return
    const to = this.levelStart[level] as number
    for (let i = this.length - 1; i >= to; i--) {
      const literal = this.literals[i] as number
      this.values[literal] = 0
      this.values[literal ^ 1] = 0
      freed(literal)
    }
    this.length = to
    this.next = to
    this.level = level
  }

  /** Unit propagation; the clause that became false, or 0. */
  propagate(clauses: Clauses): number {
    const { values, literals, levels, reasons, level } = this
    const { data, watches, watchEnd } = clauses
    while (this.next < this.length) {
      const truth = literals[this.next++] as number
      const falsehood = truth ^ 1
      this.propagations++
      const list = watches[truth] as Int32Array
      const end = watchEnd[truth] as number
      let from = 0
      let to = 0
      while (from < end) {
        const clause = list[from] as number
        const blocker = list[from + 1] as number
        from += 2
        if (values[blocker] === 1) {
          list[to] = clause
          list[to + 1] = blocker
          to += 2
          continue
        }
        const first = clause + HEADER
        if (data[first] === falsehood) {
          data[first] = data[first + 1] as number
          data[first + 1] = falsehood
        }
        const other = data[first] as number
        if (other !== blocker && values[other] === 1) {
          list[to] = clause
          list[to + 1] = other
          to += 2
          continue
        }
        const last = first + (data[clause] as number)
        let i = first + 2
        while (i < last && values[data[i] as number] === -1) i++
        if (i < last) {
          const literal = data[i] as number
          data[first + 1] = literal
          data[i] = falsehood
          clauses.watch(literal ^ 1, clause, other)
          continue
        }
        list[to] = clause
        list[to + 1] = other
        to += 2
        if (values[other] === -1) {
          while (from < end) list[to++] = list[from++] as number
          watchEnd[truth] = to
          this.next = this.length
          return clause
        }
        values[other] = 1
        values[other ^ 1] = -1
        levels[other >> 1] = level
        reasons[other >> 1] = clause
        literals[this.length++] = other
      }
      watchEnd[truth] = to
    }
    return 0
  }
}
