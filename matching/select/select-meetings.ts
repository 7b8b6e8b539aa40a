import { aimsAbove, type Chosen, type Reached, reachedBy } from './aims'
import { fitCommonSlots } from './common-slots'
import { FlowModel } from './flow-model'
import { chooseGreedily } from './greedy'
import { compilePairs, type PairGraph } from './pairs'
import { PoolChoice } from './pool-choice'
import { proposePools } from './pools'
import { reportSelection } from './report'
import type { Selection, SelectionProblem, SelectionProgress } from './selection'
import { simpleBound } from './simple-bound'
import { judgePair, type PairVerdict } from './verdict'

/** Times that what has no room in time is replaced. */
const MOST_SLOT_ROUNDS = 12
/** Looking at all pairs costs as much as one pivot for each so many of them. */
const PAIRS_A_PIVOT = 64
const LEAST_LOOK = 4

/** Chooses meetings as long as it is told to, and knows no clock. */
export interface Selector {
  /** Works on by `steps` pivots, less when nothing is left to try. How it is sliced changes nothing. */
  advance(steps: number): SelectionProgress
  /** The best selection so far, at any time. */
  result(): Selection
  /** Why a pair (indexes into the problem's buyers and sellers) is in the best selection so far, or not. */
  explain(pair: { buyer: number; seller: number }): PairVerdict
}

interface Found {
  chosen: Chosen
  reached: Reached
  worth: number
}

/**
 * The meetings of greatest total value that hold the hard rules: maximum quotas, who may not meet, the tables
 * in the buyers' free slots, and each party's meetings at different free slots. The order of aims is musts ≫ nobody who is served first
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
  /** The best worth when pools were decided the last time. */
  #worthBefore: number
  /** Of the worth: the value and the aims above it. */
  #bound: number
  /** Of the value alone. */
  readonly #simpleBound: number
  #steps = 0
  /** Pivots between two looks at the flow: a look costs as much as some of them. Slices don't change it. */
  readonly #lookEvery: number
  #untilLook: number
  #isDone = false
  #slotRounds = 0
  readonly #pools: PoolChoice

  constructor(graph: PairGraph) {
    this.#graph = graph
    this.#lookEvery = LEAST_LOOK + Math.floor(graph.count / PAIRS_A_PIVOT)
    this.#untilLook = this.#lookEvery
    const greedy = chooseGreedily(graph)
    this.#model = new FlowModel(graph, proposePools(graph), greedy)
    this.#pools = new PoolChoice(this.#model)
    this.#best = this.#found({ pairs: greedy.pairs, pools: [] })
    this.#worthBefore = this.#best.worth
    this.#bound = this.#model.upperBound()
    this.#simpleBound = simpleBound(graph, this.#model.pools)
  }

  advance(steps: number): SelectionProgress {
    let left = steps
    while (left > 0 && !this.#isDone) {
      const made = this.#model.network.advance(Math.min(left, this.#untilLook))
      left -= made
      this.#steps += made
      this.#untilLook -= made
      if (this.#model.network.isOptimal) {
        left -= 1
        this.#steps += 1
        this.#goOn()
      } else if (this.#untilLook === 0) {
        this.#untilLook = this.#lookEvery
        this.#consider(this.#model.chosen())
      }
    }
    return this.#progress()
  }

  #progress(): SelectionProgress {
    const graph = this.#graph
    const { pools } = this.#model
    const { chosen, reached } = this.#best
    const facts = {
      value: reached.value,
      bound: this.#valueBound(),
      isProven: this.#isProven(),
      isDone: this.#isDone,
    }
    return {
      value: facts.value,
      bound: facts.bound,
      gap: facts.bound === 0 ? 0 : (facts.bound - facts.value) / facts.bound,
      proven: facts.isProven ? 'optimal' : null,
      isDone: facts.isDone,
      steps: this.#steps,
      get selection() {
        return reportSelection(graph, chosen, { ...facts, pools })
      },
    }
  }

  result(): Selection {
    return this.#progress().selection
  }

  explain(pair: { buyer: number; seller: number }): PairVerdict {
    return judgePair(this.#graph, this.#best.chosen, this.#isDone, pair)
  }

  /** The flow is the best one for what is decided: decides on. */
  #goOn(): void {
    const chosen = this.#model.chosen()
    const fitted = this.#consider(chosen)
    const isBetter = this.#best.worth > this.#worthBefore
    this.#worthBefore = this.#best.worth
    if (this.#isProven() || !(this.#pools.next(isBetter) || this.#replaceClashes(chosen, fitted))) {
      this.#isDone = true
    } else this.#model.network.refresh()
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
    return Math.min(this.#simpleBound, this.#bound - aimsAbove(this.#model.weights, this.#best.reached))
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
    for (const pool of chosen.pools) {
      if (keptPools.has(pool)) continue
      this.#pools.giveUp(pool)
      hasChanged = true
    }
    return hasChanged
  }
}
