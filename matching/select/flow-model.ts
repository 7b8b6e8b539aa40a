import { type AimWeights, aimWeights, type Chosen, degreesOf, type Pool, tiersOf } from './aims'
import type { GreedyChoice } from './greedy'
import { NetworkSimplex } from './network-simplex'
import { findPair, type PairGraph } from './pairs'
import type { Parties } from './parties'
import type { TableTimes } from './table-times'

/** All meetings come out of one hub and end in the other; between them is the arc of all places. */
const OUT = 0
const IN = 1

/**
 * The selection as a circulation of least cost: hub → slot → buyer's time → buyer → seller → hub. Each pair
 * has one unit at most, each party as many as its capacity, each slot as many as it has tables, each buyer
 * in each of its free slots as many as it has seats. A party has one arc for each tier of meetings, whose
 * costs rise, so that its first meeting counts before its second. Since the matrix of a network is totally
 * unimodular, the best circulation is whole, and its potentials prove it the best.
 *
 * Pooled meetings are beyond that (several sellers on one place): each has arcs whose costs decide it.
 */
export class FlowModel {
  readonly network: NetworkSimplex
  readonly weights: AimWeights
  readonly graph: PairGraph
  readonly pools: readonly Pool[]
  readonly #firstPair: number
  readonly #poolArcs: number[][] = []
  readonly #decided: Uint8Array
  /** Pairs that are kept out, with how many reasons there are. */
  readonly #barred: Uint8Array

  constructor(graph: PairGraph, pools: readonly Pool[], { pairs: start, times }: GreedyChoice) {
    this.graph = graph
    this.pools = pools
    this.weights = aimWeights(graph)
    const { buyers, sellers, tables } = graph
    const seatSlots = times.free.reduce(
      (sum, slots, rank) => sum + slots.length * (buyers.seats[rank] ?? 0),
      0,
    )
    const poolArcs = pools.reduce((sum, pool) => sum + pool.sellers.length, 0)
    const network = new NetworkSimplex(
      2 + 2 * buyers.count + sellers.count + tables.length,
      1 + tables.length + seatSlots + 3 * (buyers.count + sellers.count) + graph.count + poolArcs,
    )
    this.network = network
    const degrees = degreesOf(graph, { pairs: start, pools: [] })
    network.addArc(IN, OUT, graph.places, 0, start.length)
    this.#addTimes(tables, times)
    this.#addTiers(buyers, degrees.buyers, (rank) => ({
      from: this.#timeNode(rank),
      to: this.buyerNode(rank),
    }))
    this.#addTiers(sellers, degrees.sellers, (rank) => ({ from: this.sellerNode(rank), to: IN }))
    this.#firstPair = network.arcCount
    const isStart = new Uint8Array(graph.count)
    for (const pair of start) isStart[pair] = 1
    for (let pair = 0; pair < graph.count; pair += 1) {
      network.addArc(
        this.buyerNode(graph.buyer[pair] as number),
        this.sellerNode(graph.seller[pair] as number),
        1,
        -this.worthOf(pair),
        isStart[pair],
      )
    }
    // Every further member of a pool takes a meeting of its own but no place: straight from the inner hub.
    for (const { buyer, sellers: members } of pools) {
      this.#poolArcs.push(
        members.map((seller, at) =>
          network.addArc(
            at === 0 ? this.buyerNode(buyer) : IN,
            this.sellerNode(seller),
            1,
            this.weights.decided,
          ),
        ),
      )
    }
    this.#decided = new Uint8Array(pools.length)
    this.#barred = new Uint8Array(graph.count)
    network.start()
  }

  buyerNode(rank: number): number {
    return 2 + rank
  }

  sellerNode(rank: number): number {
    return 2 + this.graph.buyers.count + rank
  }

  #timeNode(rank: number): number {
    return 2 + this.graph.buyers.count + this.graph.sellers.count + rank
  }

  #slotNode(slot: number): number {
    return 2 + 2 * this.graph.buyers.count + this.graph.sellers.count + slot
  }

  /** A pair's value with its part in the aims above. */
  worthOf(pair: number): number {
    const must = this.graph.isMust[pair] === 1 ? this.weights.must : 0
    return (this.graph.value[pair] as number) + must
  }

  poolWorth({ buyer, sellers, value }: Pool): number {
    const musts = sellers.filter((seller) => this.graph.notes.of(buyer, seller).isMust).length
    return value + musts * this.weights.must
  }

  isDecided(pool: number): boolean {
    return this.#decided[pool] === 1
  }

  /** Holds a pool whatever else, or lets it go. The caller sees to it that all that is decided fits together. */
  decide(pool: number, isHeld: boolean): void {
    if (this.isDecided(pool) === isHeld) return
    this.#decided[pool] = isHeld ? 1 : 0
    const { decided } = this.weights
    for (const arc of this.#poolArcs[pool] ?? []) this.network.cost[arc] = isHeld ? -decided : decided
  }

  /** Keeps a pair out, or no longer; as often let go as kept out, it may be chosen again. */
  bar(pair: number, isBarred: boolean): void {
    const count = (this.#barred[pair] as number) + (isBarred ? 1 : -1)
    this.#barred[pair] = count
    this.network.cost[this.#firstPair + pair] = count > 0 ? this.weights.decided : -this.worthOf(pair)
  }

  chosen(): Chosen {
    const pairs: number[] = []
    for (let pair = 0; pair < this.graph.count; pair += 1) {
      if (this.network.flow[this.#firstPair + pair] === 1) pairs.push(pair)
    }
    // Before the flow is the best, a pool's arcs may not all carry it yet, or still carry one that was let go.
    const pools = this.pools.filter(
      (_, at) =>
        this.isDecided(at) && (this.#poolArcs[at] ?? []).every((arc) => this.network.flow[arc] === 1),
    )
    return { pairs: pairs.filter((pair) => !this.#isInPool(pair, pools)), pools }
  }

  #isInPool(pair: number, pools: readonly Pool[]): boolean {
    const buyer = this.graph.buyer[pair] as number
    const seller = this.graph.seller[pair] as number
    return pools.some((pool) => pool.buyer === buyer && pool.sellers.includes(seller))
  }

  /**
   * What a pool would give beyond what its buyer, its sellers and its place are worth elsewhere, and beyond
   * what its sellers would gain alone with the same buyer: they meet it once.
   */
  poolGain(pool: Pool): number {
    const { potential } = this.network
    let gain = this.poolWorth(pool)
    pool.sellers.forEach((seller, at) => {
      const from = at === 0 ? this.buyerNode(pool.buyer) : IN
      gain -= (potential[from] as number) - (potential[this.sellerNode(seller)] as number)
      const pair = findPair(this.graph, pool.buyer, seller)
      if (pair >= 0) gain -= Math.max(0, this.#gainOf(pair))
    })
    return gain
  }

  #gainOf(pair: number): number {
    const { potential, source, target } = this.network
    const arc = this.#firstPair + pair
    return (
      this.worthOf(pair) -
      (potential[source[arc] as number] as number) +
      (potential[target[arc] as number] as number)
    )
  }

  /**
   * No choice of pairs and pools is worth more: the Lagrangian dual at the potentials, each need having one
   * pool at most. It holds for any potentials, and is exact at the best flow when no pool would gain.
   */
  upperBound(): number {
    const { potential, source, target, capacity, cost } = this.network
    let bound = 0
    for (let arc = 0; arc < this.#firstPair; arc += 1) {
      const price =
        (potential[source[arc] as number] as number) - (potential[target[arc] as number] as number)
      bound += Math.max(0, -(cost[arc] as number) - price) * (capacity[arc] as number)
    }
    for (let pair = 0; pair < this.graph.count; pair += 1) bound += Math.max(0, this.#gainOf(pair))
    const ofNeed = new Map<number, number>()
    for (const pool of this.pools) {
      ofNeed.set(pool.need, Math.max(ofNeed.get(pool.need) ?? 0, this.poolGain(pool)))
    }
    for (const gain of ofNeed.values()) bound += gain
    return bound
  }

  #addTimes(tables: readonly number[], times: TableTimes): void {
    const { buyers } = this.graph
    const all = Array.from({ length: buyers.count }, (_, rank) => rank)
    tables.forEach((count, slot) => {
      const taken = all.reduce((sum, rank) => sum + times.used(rank, slot), 0)
      this.network.addArc(OUT, this.#slotNode(slot), count, 0, taken)
    })
    // One arc a seat, so that each is empty or full: a simplex basis has no cycle of arcs between the two.
    for (const rank of all) {
      for (const slot of times.free[rank] ?? []) {
        for (let seat = 0; seat < (buyers.seats[rank] ?? 0); seat += 1) {
          const flow = seat < times.used(rank, slot) ? 1 : 0
          this.network.addArc(this.#slotNode(slot), this.#timeNode(rank), 1, 0, flow)
        }
      }
    }
  }

  #addTiers(
    parties: Parties,
    degrees: Int32Array,
    arcOf: (rank: number) => { from: number; to: number },
  ): void {
    const { first: firstWeight, minimum: minimumWeight } = this.weights
    for (let rank = 0; rank < parties.count; rank += 1) {
      const { from, to } = arcOf(rank)
      const { first, minimum, rest } = tiersOf(parties, rank)
      let left = degrees[rank] as number
      const add = (capacity: number, weight: number) => {
        if (capacity === 0) return
        const flow = Math.min(left, capacity)
        left -= flow
        this.network.addArc(from, to, capacity, -weight, flow)
      }
      add(first, firstWeight)
      add(minimum, minimumWeight)
      add(rest, 0)
    }
  }
}
