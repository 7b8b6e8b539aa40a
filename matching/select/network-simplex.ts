import { SpanningTree } from './spanning-tree'

const LOWER = 1
const IN_TREE = 0
const UPPER = -1
/** Arcs that are looked at before the best of them enters, as a multiple of √(number of arcs). */
const BLOCK = 0.5
const LEAST_BLOCK = 32
const UNLIMITED = 0x7fffffff

/**
 * A circulation of least cost by the primal network simplex method (Dantzig; Cunningham's strongly feasible
 * trees, which end for certain; the block search pivot rule of Király and Kovács, "Efficient implementations
 * of minimum-cost flow algorithms", 2012). The flow is feasible at any time and never gets worse; when no
 * arc can enter, the potentials prove that it is the best. Costs are integers, so nothing is rounded.
 */
export class NetworkSimplex {
  readonly nodeCount: number
  readonly source: Int32Array
  readonly target: Int32Array
  readonly capacity: Int32Array
  readonly cost: Float64Array
  readonly flow: Int32Array
  arcCount = 0
  isOptimal = false
  readonly #state: Int8Array
  readonly #tree: SpanningTree
  #block = LEAST_BLOCK
  #nextArc = 0

  constructor(nodeCount: number, arcRoom: number) {
    // Behind the arcs each node has one to the root; no flow ever goes there.
    const room = arcRoom + nodeCount
    this.nodeCount = nodeCount
    this.source = new Int32Array(room)
    this.target = new Int32Array(room)
    this.capacity = new Int32Array(room)
    this.cost = new Float64Array(room)
    this.flow = new Int32Array(room)
    this.#state = new Int8Array(room)
    this.#tree = new SpanningTree(nodeCount)
  }

  get potential(): Float64Array {
    return this.#tree.potential
  }

  /** Before `start`. */
  addArc(source: number, target: number, capacity: number, cost: number, flow = 0): number {
    const at = this.arcCount++
    this.source[at] = source
    this.target[at] = target
    this.capacity[at] = capacity
    this.cost[at] = cost
    this.flow[at] = flow
    return at
  }

  /** The arcs' flows must be a circulation, and those strictly between 0 and the capacity make no cycle. */
  start(): void {
    const partial: number[][] = Array.from({ length: this.nodeCount }, () => [])
    for (let arc = 0; arc < this.arcCount; arc += 1) {
      const flow = this.flow[arc] as number
      if (flow === 0) this.#state[arc] = LOWER
      else if (flow === this.capacity[arc]) this.#state[arc] = UPPER
      else {
        partial[this.source[arc] as number]?.push(arc)
        partial[this.target[arc] as number]?.push(arc)
      }
    }
    const hung = new Uint8Array(this.nodeCount)
    for (let node = 0; node < this.nodeCount; node += 1) {
      const arc = this.arcCount + node
      this.source[arc] = node
      this.target[arc] = this.#tree.root
      this.capacity[arc] = UNLIMITED
      if (hung[node] === 0) this.#hangForest(node, arc, partial, hung)
    }
    this.#block = Math.max(LEAST_BLOCK, Math.round(BLOCK * Math.sqrt(this.arcCount)))
    this.refresh()
  }

  #hangForest(node: number, rootArc: number, partial: readonly number[][], hung: Uint8Array): void {
    this.#tree.hang(node, this.#tree.root, rootArc, 1, 0)
    hung[node] = 1
    const waiting = [node]
    for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
      for (const arc of partial[from] ?? []) {
        const isSource = this.source[arc] === from
        const to = (isSource ? this.target[arc] : this.source[arc]) as number
        if (hung[to] === 1) continue
        hung[to] = 1
        this.#state[arc] = IN_TREE
        this.#tree.hang(to, from, arc, isSource ? -1 : 1, 0)
        waiting.push(to)
      }
    }
  }

  /** After costs were changed: brings the potentials in line with them. The flow stays as it is. */
  refresh(): void {
    const { parent, arc, direction, potential } = this.#tree
    this.#tree.forEach((node) => {
      const up = parent[node] as number
      potential[node] =
        (potential[up] as number) - (direction[node] as number) * (this.cost[arc[node] as number] as number)
    })
    this.isOptimal = false
  }

  /** Goes on by at most `pivots` steps and returns how many it made; stops when the flow is the best. */
  advance(pivots: number): number {
    let made = 0
    while (made < pivots && !this.isOptimal) {
      const entering = this.#entering()
      if (entering < 0) this.isOptimal = true
      else {
        this.#pivot(entering)
        made += 1
      }
    }
    return made
  }

  #entering(): number {
    const { source, target, cost, arcCount } = this
    const state = this.#state
    const { potential } = this.#tree
    let best = 0
    let entering = -1
    let left = this.#block
    let arc = this.#nextArc
    for (let seen = 0; seen < arcCount; seen += 1) {
      const reduced =
        (state[arc] as number) *
        ((cost[arc] as number) +
          (potential[source[arc] as number] as number) -
          (potential[target[arc] as number] as number))
      if (reduced < best) {
        best = reduced
        entering = arc
      }
      arc = arc + 1 === arcCount ? 0 : arc + 1
      left -= 1
      if (left === 0) {
        if (entering >= 0) break
        left = this.#block
      }
    }
    this.#nextArc = arc
    return entering
  }

  #pivot(entering: number): void {
    const { source, target, capacity, flow } = this
    const state = this.#state
    const tree = this.#tree
    const { parent, arc: treeArc, direction } = tree
    const from = source[entering] as number
    const to = target[entering] as number
    const join = tree.join(from, to)
    const isIncrease = state[entering] === LOWER
    const first = isIncrease ? from : to
    const second = isIncrease ? to : from

    // The flow goes down from the join to `first`, over the entering arc and up from `second`. Of the arcs
    // that stop it first, the last in this order leaves: that keeps the tree strongly feasible.
    let most = capacity[entering] as number
    let leaving = -1
    let isOnFirst = false
    for (let node = first; node !== join; node = parent[node] as number) {
      const arc = treeArc[node] as number
      const used = flow[arc] as number
      const room = direction[node] === -1 ? (capacity[arc] as number) - used : used
      if (room < most) {
        most = room
        leaving = node
        isOnFirst = true
      }
    }
    for (let node = second; node !== join; node = parent[node] as number) {
      const arc = treeArc[node] as number
      const used = flow[arc] as number
      const room = direction[node] === 1 ? (capacity[arc] as number) - used : used
      if (room <= most) {
        most = room
        leaving = node
        isOnFirst = false
      }
    }

    if (most > 0) {
      const change = isIncrease ? most : -most
      flow[entering] = (flow[entering] as number) + change
      for (let node = from; node !== join; node = parent[node] as number) {
        const arc = treeArc[node] as number
        flow[arc] = (flow[arc] as number) - (direction[node] as number) * change
      }
      for (let node = to; node !== join; node = parent[node] as number) {
        const arc = treeArc[node] as number
        flow[arc] = (flow[arc] as number) + (direction[node] as number) * change
      }
    }
    if (leaving === -1) {
      state[entering] = isIncrease ? UPPER : LOWER
      return
    }
    const out = treeArc[leaving] as number
    state[entering] = IN_TREE
    state[out] = flow[out] === 0 ? LOWER : UPPER
    const inside = isOnFirst ? first : second
    const outside = isOnFirst ? second : first
    const up = inside === from ? 1 : -1
    const shift =
      (tree.potential[outside] as number) -
      (tree.potential[inside] as number) -
      up * (this.cost[entering] as number)
    tree.move(leaving, inside, outside, entering, up, shift)
  }
}
