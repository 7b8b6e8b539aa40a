import { aimsAbove, type Chosen, type Pool, type Reached, reachedBy } from './aims'
import { fitCommonSlots } from './common-slots'
import { FlowModel } from './flow-model'
import { chooseGreedily } from './greedy'
import { compilePairs, findPair, type PairGraph } from './pairs'
import { proposePools } from './pools'
import { reportSelection } from './report'
import type { Selection, SelectionProblem, SelectionProgress } from './selection'

/** Times that pools are decided anew, and pairs without room in time replaced. */
const MOST_POOL_ROUNDS = 12
const MOST_SLOT_ROUNDS = 12

/** Chooses meetings as long as it is told to, and knows no clock. */
export interface Selector {
  /** Works on by about `steps` pivots, less when nothing is left to try. */
  advance(steps: number): SelectionProgress
  /** The best selection so far, at any time. */
  result(): Selection
}

interface Found {
  chosen: Chosen
  reached: Reached
  worth: number
}

/**
 * The meetings of greatest total value that hold the hard rules: maximum quotas, who may not meet, tables,
 * and each party's meetings at different free slots. The order of aims is musts ≫ nobody who is served first
 * without a meeting ≫ minimums ≫ value.
 *
 * A greedy choice first; from there the network simplex to the best choice of pairs (proved by its
 * potentials); then pools by what they gain at these prices, then what has no room in time is replaced, each
 * time going on from where the simplex stood. All of it is deterministic and independent of the input's order.
 */
export function createSelector(problem: SelectionProblem): Selector {
  return new StepwiseSelector(compilePairs(problem))
}

class StepwiseSelector implements Selector {
  readonly #graph: PairGraph
  readonly #model: FlowModel
  #best: Found
  #bound: number
  #steps = 0
  #isDone = false
  #poolRounds = 0
  #slotRounds = 0
  /** How often each pool was let go: one that comes and goes is left out. */
  readonly #letGo: Int32Array

  constructor(graph: PairGraph) {
    this.#graph = graph
    const greedy = chooseGreedily(graph)
    this.#model = new FlowModel(graph, proposePools(graph), greedy)
    this.#letGo = new Int32Array(this.#model.pools.length)
    this.#best = this.#found({ pairs: greedy, pools: [] })
    this.#bound = this.#model.upperBound()
  }

  advance(steps: number): SelectionProgress {
    let left = steps
    while (left > 0 && !this.#isDone) {
      const made = this.#model.network.advance(left)
      left -= made
      this.#steps += made
      if (this.#model.network.isOptimal) {
        left -= 1
        this.#steps += 1
        this.#goOn()
      }
    }
    if (!this.#isDone) this.#consider(this.#model.chosen())
    const { value } = this.#best.reached
    const bound = this.#valueBound()
    return {
      value,
      bound,
      gap: bound === 0 ? 0 : (bound - value) / bound,
      isDone: this.#isDone,
      isProven: this.#isProven(),
      steps: this.#steps,
    }
  }

  result(): Selection {
    return reportSelection(this.#graph, this.#best.chosen, {
      value: this.#best.reached.value,
      bound: this.#valueBound(),
      isProven: this.#isProven(),
      isDone: this.#isDone,
    })
  }

  /** The flow is the best one for what is decided: decides on. */
  #goOn(): void {
    const chosen = this.#model.chosen()
    const fitted = this.#consider(chosen)
    if (this.#isProven() || !(this.#decidePools() || this.#replaceClashes(chosen, fitted))) {
      this.#isDone = true
      return
    }
    this.#model.network.refresh()
  }

  #consider(chosen: Chosen): Chosen {
    const found = this.#found(chosen)
    if (found.worth > this.#best.worth) this.#best = found
    this.#bound = Math.min(this.#bound, this.#model.upperBound())
    return found.chosen
  }

  #found(chosen: Chosen): Found {
    const fitted = fitCommonSlots(this.#graph, chosen)
    const reached = reachedBy(this.#graph, fitted)
    return { chosen: fitted, reached, worth: aimsAbove(this.#model.weights, reached) + reached.value }
  }

  #isProven(): boolean {
    return this.#best.worth === this.#bound
  }

  /** What the bound leaves for the value when the aims above it are as far reached as now. */
  #valueBound(): number {
    return this.#bound - aimsAbove(this.#model.weights, this.#best.reached)
  }

  /** Lets go of pools that cost more than they bring, and takes those that gain, the best first; false: as it was. */
  #decidePools(): boolean {
    if (this.#poolRounds === MOST_POOL_ROUNDS) return false
    this.#poolRounds += 1
    const model = this.#model
    let hasChanged = false
    const held: Pool[] = []
    const gains = model.pools.map((pool, at) => ({ pool, at, gain: model.poolGain(pool) }))
    for (const { pool, at, gain } of gains) {
      if (!model.isDecided(at)) continue
      if (gain >= 0) held.push(pool)
      else {
        this.#decide(at, false)
        hasChanged = true
      }
    }
    for (const { pool, at, gain } of gains.sort((a, b) => b.gain - a.gain || a.at - b.at)) {
      if (gain <= 0) break
      if (model.isDecided(at) || (this.#letGo[at] ?? 0) > 1 || !this.#fitsBeside(pool, held)) continue
      this.#decide(at, true)
      held.push(pool)
      hasChanged = true
    }
    return hasChanged
  }

  #decide(at: number, isHeld: boolean): void {
    const pool = this.#model.pools[at]
    if (!pool) return
    this.#model.decide(at, isHeld)
    if (!isHeld) this.#letGo[at] = (this.#letGo[at] ?? 0) + 1
    // Who meets a buyer in a group doesn't meet it alone as well.
    for (const seller of pool.sellers) {
      const pair = findPair(this.#graph, pool.buyer, seller)
      if (pair >= 0) this.#model.bar(pair, isHeld)
    }
  }

  /** One pool a need, a buyer meets nobody twice, and all quotas and places have room. */
  #fitsBeside(pool: Pool, held: readonly Pool[]): boolean {
    const { buyers, sellers, places } = this.#graph
    if (held.length >= places) return false
    const ofBuyer = held.filter(({ buyer }) => buyer === pool.buyer)
    if (ofBuyer.length >= (buyers.capacity[pool.buyer] ?? 0)) return false
    if (ofBuyer.some(({ need }) => need === pool.need)) return false
    return pool.sellers.every((seller) => {
      if (ofBuyer.some((other) => other.sellers.includes(seller))) return false
      const taken = held.filter((other) => other.sellers.includes(seller)).length
      return taken < (sellers.capacity[seller] ?? 0)
    })
  }

  /** Keeps out what had no room in time, so that something else takes its place; false: all had room. */
  #replaceClashes(chosen: Chosen, fitted: Chosen): boolean {
    if (this.#slotRounds === MOST_SLOT_ROUNDS) return false
    this.#slotRounds += 1
    const keptPairs = new Set(fitted.pairs)
    const keptPools = new Set(fitted.pools)
    let hasChanged = false
    for (const pair of chosen.pairs) {
      if (keptPairs.has(pair)) continue
      this.#model.bar(pair, true)
      hasChanged = true
    }
    this.#model.pools.forEach((pool, at) => {
      if (!this.#model.isDecided(at) || keptPools.has(pool)) return
      this.#letGo[at] = MOST_POOL_ROUNDS
      this.#decide(at, false)
      hasChanged = true
    })
    return hasChanged
  }
}
