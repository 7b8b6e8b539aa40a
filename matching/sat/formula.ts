/** A formula in the making: variables 1 … count, clauses of v and −v, all in one array, each after its length. */
export class Formula {
  variables = 0
  private data = new Int32Array(1 << 16)
  private end = 0

  fresh(): number {
    return ++this.variables
  }

  add(...clause: number[]): void {
    this.addList(clause)
  }

  private addList(clause: readonly number[]): void {
    if (this.end + clause.length >= this.data.length) {
      const larger = new Int32Array(2 * this.data.length + clause.length)
      larger.set(this.data)
      this.data = larger
    }
    this.data[this.end++] = clause.length
    for (const literal of clause) this.data[this.end++] = literal
  }

  /** Calls `each` for every clause with the array in which it is and where it begins and ends. */
  forEach(each: (data: Int32Array, from: number, to: number) => void): void {
    for (let from = 1; from <= this.end; ) {
      const to = from + (this.data[from - 1] as number)
      each(this.data, from, to)
      from = to + 1
    }
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
          this.addList(clause)
        }
        // A part that was cut off at the cap may hold more than it tells: nothing is said from above then.
        if (i + j < size) {
          const clause = [-at(counts, i + j)]
          if (i < left.length) clause.push(at(left, i))
          if (j < right.length) clause.push(at(right, j))
          this.addList(clause)
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
