/** A formula in the making: variables 1 … count, clauses as lists of v and −v. */
export class Formula {
  variables = 0
  readonly clauses: number[][] = []

  fresh(): number {
    return ++this.variables
  }

  add(...clause: number[]): void {
    this.clauses.push(clause)
  }

  /** At most one of the literals; long lists in pieces that a fresh variable links. */
  atMostOne(literals: readonly number[]): void {
    let rest = [...literals]
    while (rest.length > 5) {
      const link = this.fresh()
      this.apart([...rest.slice(0, 3), link])
      rest = [-link, ...rest.slice(3)]
    }
    this.apart(rest)
  }

  /** A variable that is true when one of the literals is, and only then. */
  anyOf(literals: readonly number[]): number {
    const any = this.fresh()
    for (const literal of literals) this.add(-literal, any)
    this.add(-any, ...literals)
    return any
  }

  /**
   * Literals c₁, c₂, … where cₖ means "at least k of these are true", in both directions, up to k = cap + 1: a
   * totalizer (Bailleux and Boufkhad, CP 2003), bounded (Büttner and Rintanen, 2005).
   */
  count(literals: readonly number[], cap: number): number[] {
    if (literals.length <= 1) return [...literals]
    const half = literals.length >> 1
    const left = this.count(literals.slice(0, half), cap)
    const right = this.count(literals.slice(half), cap)
    const size = Math.min(literals.length, cap + 1)
    const counts = Array.from({ length: size }, () => this.fresh())
    const at = (list: readonly number[], i: number) => list[i] as number
    for (let i = 0; i <= left.length; i++) {
      for (let j = 0; j <= right.length; j++) {
        const sum = Math.min(i + j, size)
        if (sum > 0) {
          const clause = [at(counts, sum - 1)]
          if (i > 0) clause.push(-at(left, i - 1))
          if (j > 0) clause.push(-at(right, j - 1))
          this.clauses.push(clause)
        }
        // A part that was cut off at the cap may hold more than it tells: nothing is said from above then.
        if (i + j < size) {
          const clause = [-at(counts, i + j)]
          if (i < left.length) clause.push(at(left, i))
          if (j < right.length) clause.push(at(right, j))
          this.clauses.push(clause)
        }
      }
    }
    for (let i = 1; i < size; i++) this.add(-at(counts, i), at(counts, i - 1))
    return counts
  }

  private apart(literals: readonly number[]): void {
    for (let i = 0; i < literals.length; i++) {
      for (let j = 0; j < i; j++) this.add(-(literals[i] as number), -(literals[j] as number))
    }
  }
}
