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

  /** Unit propagation; the clause that became false, or 0. The hot loop: everything is in locals. */
  propagate(clauses: Clauses): number {
    const { values, literals, levels, reasons, level } = this
    const { data, watchStart, watchEnd, watchLimit } = clauses
    let { watches } = clauses
    let { next, length } = this
    const before = next
    let conflict = 0
    while (next < length && conflict === 0) {
      const truth = literals[next++] as number
      const falsehood = truth ^ 1
      const end = watchEnd[truth] as number
      let from = watchStart[truth] as number
      let to = from
      while (from < end) {
        const name = watches[from] as number
        const blocker = watches[from + 1] as number
        from += 2
        const blocked = values[blocker] as number
        if (blocked === 1) {
          watches[to] = name
          watches[to + 1] = blocker
          to += 2
          continue
        }
        let clause = -name
        let other = blocker
        if (name < 0) {
          watches[to] = name
          watches[to + 1] = blocker
          to += 2
        } else {
          clause = name
          const first = clause + HEADER
          other = data[first] as number
          if (other === falsehood) {
            other = data[first + 1] as number
            data[first] = other
            data[first + 1] = falsehood
          }
          if (other !== blocker && values[other] === 1) {
            watches[to] = name
            watches[to + 1] = other
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
            const place = watchEnd[literal ^ 1] as number
            if (place < (watchLimit[literal ^ 1] as number)) {
              watches[place] = name
              watches[place + 1] = other
              watchEnd[literal ^ 1] = place + 2
            } else {
              clauses.watch(literal ^ 1, name, other)
              watches = clauses.watches
            }
            continue
          }
          watches[to] = name
          watches[to + 1] = other
          to += 2
        }
        if (values[other] === -1) {
          conflict = clause
          break
        }
        values[other] = 1
        values[other ^ 1] = -1
        levels[other >> 1] = level
        reasons[other >> 1] = clause
        literals[length++] = other
      }
      if (from !== to) {
        while (from < end) watches[to++] = watches[from++] as number
        watchEnd[truth] = to
      }
    }
    this.propagations += next - before
    this.next = conflict === 0 ? next : length
    this.length = length
    return conflict
  }
}
