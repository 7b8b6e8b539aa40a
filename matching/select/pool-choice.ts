import type { Pool } from './aims'
import type { FlowModel } from './flow-model'
import { findPair } from './pairs'

/** Times that pools are decided by their gains. */
const MOST_ROUNDS = 8
/** Single pools that are then tried the other way round: each costs a few looks at every pair. */
const MOST_TRIALS = 40
const MOST_PAIRS_IN_TRIALS = 4_000_000

/**
 * Which pools are held. First by prices: at the best flow for what is decided, pools that cost more than
 * they bring are let go and those that gain are taken. Then by trial: one pool at a time the other way
 * round, kept when the whole is better for it. Asked again whenever the flow is the best for what it decided.
 */
export class PoolChoice {
  readonly #model: FlowModel
  #rounds = 0
  /** Pools that a trial has yet to turn round; null while prices decide. */
  #trials: number[] | null = null
  #isOnTrial = false
  /** What was held when the best selection was found. */
  #best: readonly number[] = []
  /** How often each was let go: one that comes and goes is left out. */
  readonly #letGo: Int32Array

  constructor(model: FlowModel) {
    this.#model = model
    this.#letGo = new Int32Array(model.pools.length)
  }

  /** `isBetter`: the best selection so far is that of the present decisions. False: nothing is left to try. */
  next(isBetter: boolean): boolean {
    if (this.#model.pools.length === 0) return false
    if (isBetter) this.#best = this.#held()
    if (this.#trials === null) {
      this.#rounds += 1
      if (this.#rounds <= MOST_ROUNDS && this.#decideByPrices()) return true
      this.#trials = this.#byDoubt()
      this.#isOnTrial = true
    }
    const turned = this.#trials.shift()
    if (turned !== undefined) {
      this.#hold(this.#turned(turned))
      return true
    }
    if (!this.#isOnTrial) return false
    this.#isOnTrial = false
    return this.#hold(this.#best)
  }

  /** For a pool that has no room in time: never again. */
  giveUp(pool: Pool): void {
    const at = this.#model.pools.indexOf(pool)
    this.#set(at, false)
    this.#best = this.#best.filter((other) => other !== at)
  }

  #held(): number[] {
    return this.#model.pools.flatMap((_, at) => (this.#model.isDecided(at) ? [at] : []))
  }

  /** Sets all decisions; false: they were so already. */
  #hold(pools: readonly number[]): boolean {
    let hasChanged = false
    const wanted = new Set(pools)
    this.#model.pools.forEach((_, at) => {
      if (this.#model.isDecided(at) === wanted.has(at)) return
      this.#set(at, wanted.has(at))
      hasChanged = true
    })
    return hasChanged
  }

  #set(at: number, isHeld: boolean): void {
    const pool = this.#model.pools[at]
    if (!pool || this.#model.isDecided(at) === isHeld) return
    this.#model.decide(at, isHeld)
    // Who meets a buyer in a group doesn't meet it alone as well.
    for (const seller of pool.sellers) {
      const pair = findPair(this.#model.graph, pool.buyer, seller)
      if (pair >= 0) this.#model.bar(pair, isHeld)
    }
  }

  #decideByPrices(): boolean {
    const model = this.#model
    const gains = model.pools.map((pool, at) => ({ pool, at, gain: model.poolGain(pool) }))
    const held: Pool[] = []
    let hasChanged = false
    for (const { pool, at, gain } of gains) {
      if (!model.isDecided(at)) continue
      if (gain >= 0) held.push(pool)
      else {
        this.#set(at, false)
        this.#letGo[at] = (this.#letGo[at] ?? 0) + 1
        hasChanged = true
      }
    }
    for (const { pool, at, gain } of gains.sort((a, b) => b.gain - a.gain || a.at - b.at)) {
      if (gain <= 0) break
      if (model.isDecided(at) || (this.#letGo[at] ?? 0) > 1 || !this.#fitsBeside(pool, held)) continue
      this.#set(at, true)
      held.push(pool)
      hasChanged = true
    }
    return hasChanged
  }

  /** The pools whose gain is nearest to 0, either way. */
  #byDoubt(): number[] {
    return this.#model.pools
      .map((pool, at) => ({ at, doubt: Math.abs(this.#model.poolGain(pool)) }))
      .sort((a, b) => a.doubt - b.doubt || a.at - b.at)
      .slice(0, Math.min(MOST_TRIALS, Math.ceil(MOST_PAIRS_IN_TRIALS / (1 + this.#model.graph.count))))
      .map(({ at }) => at)
  }

  /** The best decisions with one pool the other way round, and without what then doesn't fit. */
  #turned(at: number): number[] {
    const { pools } = this.#model
    const pool = pools[at]
    if (!pool || this.#best.includes(at)) return this.#best.filter((other) => other !== at)
    const kept = [pool]
    const result = [at]
    for (const other of this.#best) {
      const candidate = pools[other]
      if (!candidate || !this.#fitsBeside(candidate, kept)) continue
      kept.push(candidate)
      result.push(other)
    }
    return result
  }

  /** One pool a need, a buyer meets nobody twice, and all quotas and places have room. */
  #fitsBeside(pool: Pool, held: readonly Pool[]): boolean {
    const { buyers, sellers, places } = this.#model.graph
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
}
