import { type Annealer, createAnnealer } from '../timetable/annealer'
import { type Draft, firstDraft, PRICES } from './draft'
import { compareOptions, optionOf, worthChoosing } from './list-changes'
import { countMoved, fillByChains, fillDirectly, type Mending, placeByChains, placeDirectly } from './mend'
import type { ReplanOption, ReplanProgress, ReplanRequest } from './replan'
import { applyChanges } from './situation'
import { splitMoves } from './split-moves'
import { MoveTrades } from './trade-moves'

/** For the choices that move more: what a move costs in breaks, and the temperatures, alike. */
const CHOICES = { moved: 0.4, wish: 3, idle: 0.02, unfair: 0, fairBreaks: 2 }
const TEMPERATURES = [0.15, 0.05] as const
/** Proposals in looking for them: so many a meeting, and so many at most. */
const ANNEALING = 100
const MOST_ANNEALING = 200_000
/** The shares of the moves still allowed of which a choice each is made. */
const SHARES = [0.25, 1]

export interface Replanner {
  /** Works on by about `steps` steps, less when it is done. There is an option from the first step on. */
  advance(steps: number): ReplanProgress
}

/**
 * Mends a plan. First everybody without a slot is put where it is free, and what came free is filled from the
 * waiting pairs: nobody who could stay moves. Then the same with bounded ejection chains for those who are left
 * out. Then the moves that buy most breaks each, as choices, and what annealing at a price a move finds besides.
 */
export function createReplanner(request: ReplanRequest, seed: number): Replanner {
  return new StepwiseReplanner(request, seed)
}

class StepwiseReplanner implements Replanner {
  private readonly mending: Mending
  private readonly found: ReplanOption[] = []
  /** What is still to be done; each says when it is. */
  private readonly stages = [
    () => this.place(),
    () => this.mend(),
    () => this.trade(),
    (until: number) => this.anneal(until),
  ]
  private draft: Draft
  /** The draft with the waiting pairs that fit without moving anybody. */
  private filled: Draft | null = null
  private annealer: Annealer | null = null
  /** The last draft's slots after all trades. */
  private traded: number[] = []
  private steps = 0

  constructor(request: ReplanRequest, seed: number) {
    const situation = applyChanges(request)
    this.mending = { request, situation, seed, mostMoved: situation.displaced + request.mostMoves }
    this.draft = firstDraft(situation)
  }

  advance(steps: number): ReplanProgress {
    const until = this.steps + steps
    while (this.found.length === 0 || this.steps < until) {
      const [stage] = this.stages
      if (!stage) break
      if (stage(until)) this.stages.shift()
    }
    const options = worthChoosing(this.found)
    const best = options.toSorted(compareOptions)[0]
    const { displaced, tooLate, quotaUsedUp } = this.mending.situation
    const recommended = best ? options.indexOf(best) : 0
    return { options, recommended, displaced, tooLate, quotaUsedUp, steps: this.steps }
  }

  private place(): boolean {
    this.draft = placeDirectly(this.mending, this.draft)
    this.filled = fillDirectly(this.mending, this.draft)
    this.tell(this.filled)
    this.steps += this.draft.slots.length
    return true
  }

  private mend(): boolean {
    const placed = placeByChains(this.mending, this.draft)
    const filled = placed === this.draft && this.filled ? this.filled : fillDirectly(this.mending, placed)
    this.draft = fillByChains(this.mending, filled)
    this.tell(this.draft)
    this.steps += this.draft.slots.length
    return true
  }

  /** Choices of a few moves and of all, each of which buys a break: of both drafts that were told. */
  private trade(): boolean {
    const { filled, draft } = this
    const drafts = filled && filled !== draft ? [filled, draft] : [draft]
    for (const from of drafts) {
      const trades = new MoveTrades(from, this.mending.seed)
      for (const share of [0, ...SHARES]) {
        trades.spend(Math.ceil(this.spareOf(from) * share))
        this.traded = trades.slots()
        this.tell({ ...from, slots: this.traded })
      }
      this.steps += from.slots.length
    }
    return true
  }

  private anneal(until: number): boolean {
    const { draft } = this
    const total = Math.min(ANNEALING * draft.slots.length, MOST_ANNEALING)
    this.annealer ??= createAnnealer(draft.problem, draft.domains, {
      seed: this.mending.seed,
      initial: this.traded,
      home: draft.home,
      byPrice: true,
      kept: draft.slots.map(() => 1),
      prices: { ...CHOICES, unscheduled: PRICES.unscheduled },
      temperatures: TEMPERATURES,
      cycleSteps: Math.max(1, total),
    })
    const before = this.annealer.steps
    this.annealer.advance(Math.min(until - this.steps, total - before))
    this.steps += this.annealer.steps - before
    if (this.annealer.steps < total) return false
    this.offerMoves(this.annealer.best()?.slots ?? draft.slots)
    return true
  }

  /** Choices of the moves that lead from the draft to a plan with fewer breaks: some of them, and all. */
  private offerMoves(to: readonly number[]): void {
    const { draft } = this
    const spare = this.spareOf(draft)
    const groups = splitMoves(draft.problem, draft.slots, to)
    for (const share of SHARES) {
      const slots = [...draft.slots]
      const load = new Int32Array(draft.problem.slotCount)
      for (const slot of slots) if (slot >= 0) load[slot] = (load[slot] as number) + 1
      let left = Math.ceil(spare * share)
      for (const { meetings } of groups) {
        if (meetings.length > left) continue
        this.shift(load, meetings, draft.slots, to)
        const isOver = (slot: number) => (load[slot] as number) > (draft.problem.tables[slot] ?? 0)
        if (meetings.some((meeting) => isOver(to[meeting] as number))) {
          this.shift(load, meetings, to, draft.slots)
          continue
        }
        left -= meetings.length
        for (const meeting of meetings) slots[meeting] = to[meeting] as number
      }
      this.tell({ ...draft, slots })
    }
  }

  private shift(
    load: Int32Array,
    meetings: readonly number[],
    from: readonly number[],
    to: readonly number[],
  ) {
    for (const meeting of meetings) {
      const [old, next] = [from[meeting] as number, to[meeting] as number]
      load[old] = (load[old] as number) - 1
      load[next] = (load[next] as number) + 1
    }
  }

  /** How many meetings more may be moved. */
  private spareOf(draft: Draft): number {
    const { request, mostMoved } = this.mending
    return mostMoved - countMoved(request, draft, draft.slots)
  }

  private tell(draft: Draft): void {
    this.found.push(optionOf(this.mending.request, draft.problem, draft, draft.slots))
  }
}
