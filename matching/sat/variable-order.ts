import type { Random } from '../random'

const LARGEST = 1e100

/**
 * The order of decisions: variables by activity, which conflicts raise and time lets fade (VSIDS: Moskewicz et
 * al., "Chaff", DAC 2001; with a growing step as in Eén and Sörensson's MiniSat), in a binary heap.
 */
export class VariableOrder {
  private readonly activity: Float64Array
  private readonly heap: Int32Array
  /** Each variable's place in the heap; −1: not in it. */
  private readonly place: Int32Array
  private size = 0
  private step = 1

  /** Variables 1 … count. The random start makes different seeds search in different places. */
  constructor(count: number, random: Random) {
    this.activity = Float64Array.from({ length: count + 1 }, () => random.next() * 1e-4)
    this.heap = new Int32Array(count + 1)
    this.place = new Int32Array(count + 1).fill(-1)
    for (let variable = 1; variable <= count; variable++) this.insert(variable)
  }

  get isEmpty(): boolean {
    return this.size === 0
  }

  insert(variable: number): void {
    if ((this.place[variable] as number) >= 0) return
    this.place[variable] = this.size
    this.heap[this.size++] = variable
    this.rise(this.size - 1)
  }

  /** Takes out the most active variable. */
  pop(): number {
    const top = this.heap[0] as number
    this.place[top] = -1
    this.size--
    if (this.size > 0) {
      const last = this.heap[this.size] as number
      this.heap[0] = last
      this.place[last] = 0
      this.sink(0)
    }
    return top
  }

  bump(variable: number, times = 1): void {
    const raised = (this.activity[variable] as number) + this.step * times
    this.activity[variable] = raised
    if (raised > LARGEST) this.shrink()
    const place = this.place[variable] as number
    if (place >= 0) this.rise(place)
  }

  /** Lets all activities fade against those raised from now on. */
  fade(factor: number): void {
    this.step /= factor
  }

  private shrink(): void {
    for (let i = 1; i < this.activity.length; i++) {
      this.activity[i] = (this.activity[i] as number) / LARGEST
    }
    this.step /= LARGEST
  }

  private rise(from: number): void {
    const { heap, place, activity } = this
    const variable = heap[from] as number
    const own = activity[variable] as number
    let i = from
    while (i > 0) {
      const parent = (i - 1) >> 1
      const above = heap[parent] as number
      if ((activity[above] as number) >= own) break
      heap[i] = above
      place[above] = i
      i = parent
    }
    heap[i] = variable
    place[variable] = i
  }

  private sink(from: number): void {
    const { heap, place, activity, size } = this
    const variable = heap[from] as number
    const own = activity[variable] as number
    let i = from
    for (;;) {
      let child = 2 * i + 1
      if (child >= size) break
      const right = child + 1
      if (
        right < size &&
        (activity[heap[right] as number] as number) > (activity[heap[child] as number] as number)
      ) {
        child = right
      }
      const below = heap[child] as number
      if ((activity[below] as number) <= own) break
      heap[i] = below
      place[below] = i
      i = child
    }
    heap[i] = variable
    place[variable] = i
  }
}
