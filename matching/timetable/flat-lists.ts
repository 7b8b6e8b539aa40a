/** Lists of indices one after another: those of `i` are list[start[i] … start[i + 1] − 1]. */
export interface Relation {
  start: Int32Array
  list: Int32Array
}

export function flatten(lists: readonly (readonly number[])[]): Relation {
  const start = new Int32Array(lists.length + 1)
  lists.forEach((list, i) => {
    start[i + 1] = (start[i] as number) + list.length
  })
  const flat = new Int32Array(start[lists.length] as number)
  for (let i = 0; i < lists.length; i++) flat.set(lists[i] as readonly number[], start[i])
  return { start, list: flat }
}

/** Pairs as lists: for each index `from`, all its `to`. */
export function relation<Key extends string>(
  count: number,
  pairs: readonly Record<Key, number>[],
  from: Key,
  to: Key,
): Relation {
  const lists: number[][] = Array.from({ length: count }, () => [])
  for (const pair of pairs) lists[pair[from]]?.push(pair[to])
  return flatten(lists)
}

/** A set of indices 0 … size − 1 from which one can be drawn at once. */
export class IndexSet {
  readonly list: Int32Array
  private readonly position: Int32Array
  count = 0

  constructor(size: number) {
    this.list = new Int32Array(size)
    this.position = new Int32Array(size).fill(-1)
  }

  add(index: number): void {
    if ((this.position[index] as number) >= 0) return
    this.position[index] = this.count
    this.list[this.count++] = index
  }

  remove(index: number): void {
    const position = this.position[index] as number
    if (position < 0) return
    const last = this.list[--this.count] as number
    this.list[position] = last
    this.position[last] = position
    this.position[index] = -1
  }
}
