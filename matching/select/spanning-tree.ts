/**
 * A rooted spanning tree of a network's nodes as linked lists of children, with each node's depth and
 * potential. Moving a subtree costs its path to the new root of the subtree and one walk over it.
 */
export class SpanningTree {
  readonly root: number
  readonly parent: Int32Array
  /** The arc between a node and its parent. */
  readonly arc: Int32Array
  /** 1: that arc leads up to the parent; −1: it leads down from it. */
  readonly direction: Int8Array
  readonly depth: Int32Array
  readonly potential: Float64Array
  readonly #firstChild: Int32Array
  readonly #next: Int32Array
  readonly #previous: Int32Array

  /** Nodes 0 … nodeCount − 1 and the root, whose number is nodeCount. */
  constructor(nodeCount: number) {
    const room = nodeCount + 1
    this.root = nodeCount
    this.parent = new Int32Array(room).fill(-1)
    this.arc = new Int32Array(room).fill(-1)
    this.direction = new Int8Array(room)
    this.depth = new Int32Array(room)
    this.potential = new Float64Array(room)
    this.#firstChild = new Int32Array(room).fill(-1)
    this.#next = new Int32Array(room).fill(-1)
    this.#previous = new Int32Array(room).fill(-1)
  }

  /** Hangs a node that has no parent yet under one that is in the tree. */
  hang(node: number, parent: number, arc: number, direction: number, potential: number): void {
    this.#attach(node, parent, arc, direction)
    this.depth[node] = (this.depth[parent] ?? 0) + 1
    this.potential[node] = potential
  }

  join(one: number, other: number): number {
    const { parent, depth } = this
    let a = one
    let b = other
    while (a !== b) {
      if ((depth[a] as number) > (depth[b] as number)) a = parent[a] as number
      else if ((depth[a] as number) < (depth[b] as number)) b = parent[b] as number
      else {
        a = parent[a] as number
        b = parent[b] as number
      }
    }
    return a
  }

  /**
   * Cuts the subtree of `top` off its parent, makes `node` (which is in it) its uppermost node, and hangs
   * that under `parent` by `arc`. All potentials of the subtree move by `shift`.
   */
  move(top: number, node: number, parent: number, arc: number, direction: number, shift: number): void {
    let child = node
    let newParent = parent
    let newArc = arc
    let newDirection = direction
    for (;;) {
      const oldParent = this.parent[child] as number
      const oldArc = this.arc[child] as number
      const oldDirection = this.direction[child] as number
      this.#detach(child)
      this.#attach(child, newParent, newArc, newDirection)
      if (child === top) break
      newParent = child
      newArc = oldArc
      newDirection = -oldDirection
      child = oldParent
    }
    this.#walk(node, shift)
  }

  /** Calls `visit` for every node but the root, parents first. */
  forEach(visit: (node: number) => void): void {
    let at = this.#firstChild[this.root] as number
    while (at !== -1) {
      visit(at)
      at = this.#after(at, this.root)
    }
  }

  #walk(top: number, shift: number): void {
    const { depth, parent, potential } = this
    let at = top
    while (at !== -1) {
      depth[at] = (depth[parent[at] as number] as number) + 1
      potential[at] = (potential[at] as number) + shift
      at = this.#after(at, top)
    }
  }

  /** The next node of `top`'s subtree in preorder; −1: there is none. */
  #after(node: number, top: number): number {
    const child = this.#firstChild[node] as number
    if (child !== -1) return child
    let at = node
    while (at !== top) {
      const next = this.#next[at] as number
      if (next !== -1) return next
      at = this.parent[at] as number
    }
    return -1
  }

  #attach(node: number, parent: number, arc: number, direction: number): void {
    const first = this.#firstChild[parent] as number
    this.#next[node] = first
    this.#previous[node] = -1
    if (first !== -1) this.#previous[first] = node
    this.#firstChild[parent] = node
    this.parent[node] = parent
    this.arc[node] = arc
    this.direction[node] = direction
  }

  #detach(node: number): void {
    const next = this.#next[node] as number
    const previous = this.#previous[node] as number
    if (previous === -1) this.#firstChild[this.parent[node] as number] = next
    else this.#next[previous] = next
    if (next !== -1) this.#previous[next] = previous
  }
}
