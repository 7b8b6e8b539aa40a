import { createRandom, type Random } from '../random'
import { type AnnealingPrices, AnnealingState, countOnes } from './annealing-state'
import type { Domains } from './domains'
import { placeGiven, placeGreedily } from './first-plan'
import { Insertion } from './insertion'
import { PathMove } from './path-move'
import type { TimetablePlan, TimetableProblem } from './timetable'

export interface AnnealingOptions {
  seed: number
  /** A plan to begin with, −1: not held; else a greedy one. */
  initial?: ArrayLike<number>
  /** Where meetings are at home if not where `initial` has them; −1: nowhere. Being elsewhere costs `moved`. */
  home?: ArrayLike<number>
  /** The best plan is the one of the least price, moves included; else counted without prices. */
  byPrice?: boolean
  prices?: Partial<AnnealingPrices>
  /** 1 for each meeting that is never put out for another; else those that have one slot alone. */
  kept?: ArrayLike<number>
  /** In breaks: at first and at the end of a cycle, after which it begins anew. */
  temperatures?: readonly [number, number]
  cycleSteps?: number
  /** Stops when all meetings are held, all wishes fulfilled and there are no more breaks than this. */
  target?: number
}

export interface Annealer {
  /** Tries about so many moves; less when the target is met. True: it is. */
  advance(steps: number): boolean
  /** The best so far; null before the first plan that keeps the break spread. */
  best(): TimetablePlan | null
  readonly steps: number
}

const STANDARD: AnnealingPrices = {
  unscheduled: 2.5,
  wish: 1.5,
  idle: 0.1,
  unfair: 3,
  fairBreaks: 2,
  moved: 0,
}

/**
 * Simulated annealing over Kempe paths and ejecting insertions. Most proposals take a meeting at the edge of a
 * seat's run and bring it beside another run of that seat; where a full slot forbids it, a second path goes the
 * other way. A path's price is known from its two ends before anything is flipped.
 */
export function createAnnealer(
  problem: TimetableProblem,
  domains: Domains,
  options: AnnealingOptions,
): Annealer {
  return new PathAnnealer(problem, domains, options)
}

class PathAnnealer implements Annealer {
  steps = 0
  private readonly state: AnnealingState
  private readonly random: Random
  private readonly move: PathMove
  private readonly insertion: Insertion
  private readonly hot: number
  private readonly cooling: number
  private readonly cycleSteps: number
  private readonly target: number
  private readonly spread: number
  private temperature: number
  private cycleLeft: number
  private readonly bestSlots: Int32Array
  /** The same as a plan, once somebody has asked for it. */
  private bestPlan: TimetablePlan | null = null
  private bestPrice = Number.POSITIVE_INFINITY
  private readonly byPrice: boolean
  private bestUnscheduled = Number.POSITIVE_INFINITY
  private bestWishes = Number.POSITIVE_INFINITY
  private bestBreaks = Number.POSITIVE_INFINITY

  constructor(problem: TimetableProblem, domains: Domains, options: AnnealingOptions) {
    const prices = { ...STANDARD, fairBreaks: problem.breakSpread ?? 2, ...options.prices }
    const initial = options.initial ?? null
    this.state = new AnnealingState(problem, domains, prices, options.home ?? initial)
    this.random = createRandom(options.seed)
    this.move = new PathMove(this.state, this.random)
    const kept = options.kept ? Uint8Array.from(options.kept) : withOneSlot(domains)
    this.insertion = new Insertion(this.state, this.random, kept)
    const [hot, cold] = options.temperatures ?? [0.25, 0.18]
    this.cycleSteps = options.cycleSteps ?? 20_000_000
    this.hot = hot
    this.temperature = hot
    this.cycleLeft = this.cycleSteps
    this.cooling = (cold / hot) ** (COOLING_STEPS / this.cycleSteps)
    this.target = options.target ?? 0
    this.byPrice = options.byPrice ?? false
    this.spread = problem.breakSpread ?? Number.POSITIVE_INFINITY
    this.bestSlots = new Int32Array(problem.meetings.length).fill(-1)
    if (initial) placeGiven(this.state, initial)
    else placeGreedily(this.state)
    this.record()
  }

  advance(steps: number): boolean {
    const { random, state } = this
    for (let i = 0; i < steps; i++) {
      if (this.isDone()) return true
      this.steps++
      if (this.steps % COOLING_STEPS === 0) this.cool()
      if (state.unscheduled.count > 0 && random.next() < INSERTIONS) this.tryInsertion()
      else this.tryPath()
    }
    return this.isDone()
  }

  best(): TimetablePlan | null {
    if (this.bestUnscheduled === Number.POSITIVE_INFINITY) return null
    this.bestPlan ??= {
      slots: Array.from(this.bestSlots),
      unscheduled: this.bestUnscheduled,
      brokenWishes: this.bestWishes,
      breaks: this.bestBreaks,
    }
    return this.bestPlan
  }

  private isDone(): boolean {
    if (this.byPrice) return false
    return this.bestUnscheduled === 0 && this.bestWishes === 0 && this.bestBreaks <= this.target
  }

  private cool(): void {
    this.temperature *= this.cooling
    this.cycleLeft -= COOLING_STEPS
    if (this.cycleLeft > 0) return
    this.cycleLeft = this.cycleSteps
    this.temperature = this.hot
  }

  private accepts(delta: number): boolean {
    return delta <= 0 || this.random.next() < Math.exp(-delta / this.temperature)
  }

  private tryInsertion(): void {
    const { state, random, insertion } = this
    const meeting = state.unscheduled.list[random.below(state.unscheduled.count)] as number
    const from = state.slotStart[meeting] as number
    const choices = (state.slotStart[meeting + 1] as number) - from
    if (choices === 0) return
    const slot = state.slotList[from + random.below(choices)] as number
    if (!insertion.attempt(meeting, slot)) return
    if (this.accepts(insertion.delta)) this.record()
    else insertion.undo()
  }

  private tryPath(): void {
    const { state, random, move } = this
    const meeting = this.chooseMove()
    if (meeting < 0) return
    let delta = move.propose(meeting, this.chosenSlot)
    if (delta === Number.POSITIVE_INFINITY) return
    if (move.needsOpposite()) {
      // A second path saves about a break at best: what is dear already is dropped before looking for one.
      if (delta > 0 && random.next() >= Math.exp(-(delta - 1.2) / this.temperature)) return
      delta += move.addOpposite()
    }
    if (!this.accepts(delta)) return
    const { breaks, brokenWishes } = state
    if (!move.apply()) return
    if (this.byPrice || state.breaks < breaks || state.brokenWishes < brokenWishes) this.record()
  }

  private chosenSlot = 0

  /** Chooses a held meeting and `chosenSlot`; −1: nothing to try this time. */
  private chooseMove(): number {
    const { state, random } = this
    const { dayCount, slotCount } = state
    if (random.next() < EDGE_MOVES) {
      const broken = state.withBreaks
      const seat =
        broken.count > 0 && random.next() < OF_BROKEN
          ? (broken.list[random.below(broken.count)] as number)
          : random.below(state.seatCount)
      const day = dayCount === 1 ? 0 : random.below(dayCount)
      const mask = state.mask[seat * dayCount + day] as number
      if (mask === 0) return -1
      const edges = mask & ~((mask << 1) & (mask >>> 1))
      const from = (state.firstOfDay[day] as number) + this.randomBit(edges)
      const meeting = state.occupant[seat * slotCount + from] as number
      const toDay = dayCount > 1 && random.next() < OTHER_DAYS ? random.below(dayCount) : day
      const there = state.mask[seat * dayCount + toDay] as number
      const beside =
        ((there << 1) | (there >>> 1)) & ~there & (state.movable[meeting * dayCount + toDay] as number)
      if (beside === 0) return -1
      this.chosenSlot = (state.firstOfDay[toDay] as number) + this.randomBit(beside)
      return meeting
    }
    const meeting = random.below(state.meetingCount)
    const from = state.slotOf[meeting] as number
    if (from < 0 || (state.seatA[meeting] as number) < 0) return -1
    const start = state.slotStart[meeting] as number
    const to = state.slotList[
      start + random.below((state.slotStart[meeting + 1] as number) - start)
    ] as number
    if (to === from) return -1
    this.chosenSlot = to
    return meeting
  }

  private randomBit(mask: number): number {
    let left = mask
    for (let skip = this.random.below(countOnes(mask)); skip > 0; skip--) left &= left - 1
    return 31 - Math.clz32(left & -left)
  }

  /** Keeps the plan if it is the best so far and fair; a plan with meetings left out may be unfair on its way. */
  private record(): void {
    const { state } = this
    const unscheduled = state.unscheduled.count
    if (!this.isBetter(unscheduled) || !state.isFair(this.spread)) return
    this.bestPrice = state.price
    this.bestUnscheduled = unscheduled
    this.bestWishes = state.brokenWishes
    this.bestBreaks = state.breaks
    this.bestSlots.set(state.slotOf)
    this.bestPlan = null
  }

  private isBetter(unscheduled: number): boolean {
    const { state } = this
    // Sums of prices are rounded: what only seems less is not worth a new plan.
    if (this.byPrice) return state.price < this.bestPrice - 1e-6
    if (unscheduled !== this.bestUnscheduled) return unscheduled < this.bestUnscheduled
    if (state.brokenWishes !== this.bestWishes) return state.brokenWishes < this.bestWishes
    return state.breaks < this.bestBreaks
  }
}

/** A meeting that has one slot alone would only come back, where all are to be held. */
function withOneSlot(domains: Domains): Uint8Array {
  return Uint8Array.from(domains, (slots) => (slots.length < 2 ? 1 : 0))
}

/** Proposals after which the temperature falls by a step. */
const COOLING_STEPS = 1024
/** Shares of proposals: for meetings that aren't held, while there are any; at the edges of runs; and of these
 * for seats with breaks, and to another day. */
const INSERTIONS = 0.2
const EDGE_MOVES = 0.7
const OF_BROKEN = 0.4
const OTHER_DAYS = 0.3
