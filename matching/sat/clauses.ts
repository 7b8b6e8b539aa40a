/** Integers before a clause's literals: how many they are, its glue (−1: not learned), when it last helped. */
export const HEADER = 3
export const ORIGINAL = -1
/** In place of the glue: forgotten at the next `rebuild`. */
export const DEAD = -2

/**
 * Clauses in one array and, for each literal, the clauses that watch its negation (two watched literals:
 * Moskewicz et al., DAC 2001), each with a *blocker*, another of its literals which, when true, saves the look
 * into the clause. A clause is named by its place in `data`; 0 is none. Literals are 2v (v) and 2v + 1 (not v).
 *
 * All watches are in one array too: hundreds of thousands of small ones would keep the collector of garbage
 * busy. In them a clause of two has its name negated: its blocker says all, and nobody looks into it.
 */
export class Clauses {
  data: Int32Array = new Int32Array(1 << 16)
  end = 1
  learned: number[] = []
  /** Pairs of clause and blocker; those to look at when literal l becomes true are at watchStart[l] … watchEnd[l]. */
  watches: Int32Array = new Int32Array(0)
  readonly watchStart: Int32Array
  readonly watchEnd: Int32Array
  /** Where each literal's room ends. */
  readonly watchLimit: Int32Array
  private watchesUsed = 0

  constructor(variables: number) {
    this.watchStart = new Int32Array(2 * variables + 2)
    this.watchEnd = new Int32Array(2 * variables + 2)
    this.watchLimit = new Int32Array(2 * variables + 2)
  }

  /** Stores a clause of two literals or more and watches the first two. */
  add(literals: ArrayLike<number>, length: number, glue: number, now: number): number {
    const clause = this.store(literals, length, glue, now)
    const first = literals[0] as number
    const second = literals[1] as number
    const name = length === 2 ? -clause : clause
    this.watch(first ^ 1, name, second)
    this.watch(second ^ 1, name, first)
    return clause
  }

  /** Stores a clause that nobody watches before the next `watchAll`. */
  store(literals: ArrayLike<number>, length: number, glue: number, now: number): number {
    const clause = this.end
    const end = clause + length + HEADER
    if (end > this.data.length) this.data = enlarged(this.data, Math.max(end, 2 * this.data.length))
    const { data } = this
    data[clause] = length
    data[clause + 1] = glue
    data[clause + 2] = now
    for (let i = 0; i < length; i++) data[clause + HEADER + i] = literals[i] as number
    this.end = end
    if (glue !== ORIGINAL) this.learned.push(clause)
    return clause
  }

  watch(literal: number, name: number, blocker: number): void {
    if (this.watchEnd[literal] === this.watchLimit[literal]) this.moveWatches(literal)
    const end = this.watchEnd[literal] as number
    this.watches[end] = name
    this.watches[end + 1] = blocker
    this.watchEnd[literal] = end + 2
  }

  /** Lays out the watches of all clauses anew, those of two first, with some room for each literal. */
  watchAll(): void {
    const { data, watchStart, watchEnd, watchLimit } = this
    watchLimit.fill(0)
    for (let clause = 1; clause < this.end; clause += HEADER + (data[clause] as number)) {
      for (let i = HEADER; i < HEADER + 2; i++) {
        const literal = (data[clause + i] as number) ^ 1
        watchLimit[literal] = (watchLimit[literal] as number) + 2
      }
    }
    let used = 0
    for (let literal = 0; literal < watchLimit.length; literal++) {
      const count = watchLimit[literal] as number
      watchStart[literal] = used
      watchEnd[literal] = used
      used += count + 2 * ((count >> 3) + 2)
      watchLimit[literal] = used
    }
    if (used > this.watches.length) this.watches = new Int32Array(used + (used >> 1))
    this.watchesUsed = used
    for (const two of [true, false]) {
      for (let clause = 1; clause < this.end; ) {
        const length = data[clause] as number
        if ((length === 2) === two) {
          const first = data[clause + HEADER] as number
          const second = data[clause + HEADER + 1] as number
          this.watch(first ^ 1, two ? -clause : clause, second)
          this.watch(second ^ 1, two ? -clause : clause, first)
        }
        clause += HEADER + length
      }
    }
  }

  /** Gives a literal's watches twice the room, at the end. */
  private moveWatches(literal: number): void {
    const start = this.watchStart[literal] as number
    const end = this.watchEnd[literal] as number
    const room = Math.max(8, 2 * (end - start))
    const to = this.watchesUsed
    if (to + room > this.watches.length)
      this.watches = enlarged(this.watches, Math.max(to + room, 1.5 * this.watches.length))
    this.watches.copyWithin(to, start, end)
    this.watchStart[literal] = to
    this.watchEnd[literal] = to + end - start
    this.watchLimit[literal] = to + room
    this.watchesUsed = to + room
  }

  /**
   * Forgets the dead clauses and those that are true for ever, and the literals that are false for ever, by
   * the values at level 0 (1 true, −1 false). All names of clauses change.
   */
  rebuild(values: Int8Array): void {
    const { data } = this
    this.learned = []
    let end = 1
    for (let clause = 1; clause < this.end; ) {
      const from = clause + HEADER
      const to = from + (data[clause] as number)
      const glue = data[clause + 1] as number
      const now = data[clause + 2] as number
      let keep = glue !== DEAD
      for (let i = from; keep && i < to; i++) keep = values[data[i] as number] !== 1
      if (keep) {
        let next = end + HEADER
        for (let i = from; i < to; i++) {
          const literal = data[i] as number
          if (values[literal] !== -1) data[next++] = literal
        }
        data[end] = next - end - HEADER
        data[end + 1] = glue
        data[end + 2] = now
        if (glue !== ORIGINAL) this.learned.push(end)
        end = next
      }
      clause = to
    }
    this.end = end
    this.watchAll()
  }
}

function enlarged(array: Int32Array, length: number): Int32Array {
  const larger = new Int32Array(Math.ceil(length))
  larger.set(array)
  return larger
}
