/** Integers before a clause's literals: how many they are, its glue (−1: not learned), when it last helped. */
export const HEADER = 3
export const ORIGINAL = -1

/**
 * Clauses in one array and, for each literal, the clauses that watch its negation (two watched literals:
 * Moskewicz et al., DAC 2001), each with a *blocker*, another of its literals which, when true, saves the look
 * into the clause. A clause is named by its place in `data`; 0 is none. Literals are 2v (v) and 2v + 1 (not v).
 */
export class Clauses {
  data = new Int32Array(1 << 16)
  end = 1
  learned: number[] = []
  /** Of literal l: pairs of clause and blocker to look at when l becomes true. */
  readonly watches: Int32Array[]
  /** Integers in use of each list. */
  readonly watchEnd: Int32Array

  constructor(variables: number) {
    this.watches = Array.from({ length: 2 * variables + 2 }, () => EMPTY)
    this.watchEnd = new Int32Array(2 * variables + 2)
  }

  /** Stores a clause of two literals or more and watches the first two. */
  add(literals: ArrayLike<number>, length: number, glue: number, now: number): number {
    while (this.end + length + HEADER > this.data.length) {
      const larger = new Int32Array(2 * this.data.length)
      larger.set(this.data)
      this.data = larger
    }
    const clause = this.end
    const { data } = this
    data[clause] = length
    data[clause + 1] = glue
    data[clause + 2] = now
    for (let i = 0; i < length; i++) data[clause + HEADER + i] = literals[i] as number
    this.end += length + HEADER
    if (glue !== ORIGINAL) this.learned.push(clause)
    this.watchFirstTwo(clause)
    return clause
  }

  watch(literal: number, clause: number, blocker: number): void {
    let list = this.watches[literal] as Int32Array
    const end = this.watchEnd[literal] as number
    if (end + 2 > list.length) {
      const larger = new Int32Array(Math.max(8, 2 * list.length))
      larger.set(list)
      this.watches[literal] = larger
      list = larger
    }
    list[end] = clause
    list[end + 1] = blocker
    this.watchEnd[literal] = end + 2
  }

  private watchFirstTwo(clause: number): void {
    const first = this.data[clause + HEADER] as number
    const second = this.data[clause + HEADER + 1] as number
    this.watch(first ^ 1, clause, second)
    this.watch(second ^ 1, clause, first)
  }

  /**
   * Forgets the `dead` clauses and those that are true for ever, and the literals that are false for ever, by
   * the values at level 0 (1 true, −1 false). All names of clauses change.
   */
  rebuild(dead: ReadonlySet<number>, values: Int8Array): void {
    const { data } = this
    const fresh = new Int32Array(data.length)
    this.learned = []
    this.watchEnd.fill(0)
    let end = 1
    for (let clause = 1; clause < this.end; ) {
      const from = clause + HEADER
      const to = from + (data[clause] as number)
      let keep = !dead.has(clause)
      for (let i = from; keep && i < to; i++) keep = values[data[i] as number] !== 1
      if (keep) {
        let next = end + HEADER
        for (let i = from; i < to; i++) {
          const literal = data[i] as number
          if (values[literal] !== -1) fresh[next++] = literal
        }
        fresh[end] = next - end - HEADER
        fresh[end + 1] = data[clause + 1] as number
        fresh[end + 2] = data[clause + 2] as number
        if (fresh[end + 1] !== ORIGINAL) this.learned.push(end)
        end = next
      }
      clause = to
    }
    this.data = fresh
    this.end = end
    for (let clause = 1; clause < end; clause += HEADER + (fresh[clause] as number))
      this.watchFirstTwo(clause)
  }
}

const EMPTY = new Int32Array(0)
