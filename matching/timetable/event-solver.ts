import { type Annealer, createAnnealer } from './annealer'
import { type Domains, startDomains } from './domains'
import { EventBound } from './event-bound'
import { mostHeld } from './most-held'
import type { TimetablePlan, TimetableProblem, TimetableProgress } from './timetable'

/** The progress of a whole event's timetable. Not all meetings need to have room. */
export interface EventProgress extends TimetableProgress {
  /** No timetable that leaves out as few meetings as the plan has fewer breaks (so none that holds all). */
  lowerBound: number
  /** Every timetable leaves out at least so many meetings. */
  leastUnscheduled: number
}

/** A TimetableSolver that says more. */
export interface EventSolver {
  advance(steps: number): EventProgress
}

/** In a whole event some people's breaks are forced by the times they are away; a meeting lost is far worse. */
const PRICES = { unscheduled: 10, wish: 4, idle: 0.05, unfair: 0.5 }
const HOT = 0.3
const COLD = 0.1
/** Where some are left out that may have room, breaks are paid for it at first: otherwise every way there is too dear. */
const HOT_WHILE_SHORT = 1
/** Proposals a meeting in the first cycle of cooling; each further cycle has twice as many. */
const FIRST_CYCLE = 2000
/** The share of the work that goes into the bound, until that hardly rises. */
const BOUND_SHARE = 0.1
/** Proposals between two looks whether it is the bound's turn. */
const BETWEEN_BOUNDS = 1000
/** Cells of the bound's tables that take as long as one proposal. */
const CELLS_A_STEP = 20

/**
 * Makes a timetable of thousands of meetings: a greedy one, then simulated annealing in cycles of doubling
 * length, each from the best plan so far, beside a bound. 'optimal' is proved when as few meetings are left
 * out as any timetable must, no wish is broken and the breaks meet the bound.
 */
export function createEventSolver(problem: TimetableProblem, seed: number): EventSolver {
  return new AnnealedEvent(problem, seed)
}

class AnnealedEvent implements EventSolver {
  private readonly domains: Domains
  private readonly bound: EventBound
  private readonly leastUnscheduled: number
  private annealer: Annealer
  private cycle = 0
  private cycleEnd = 0
  private annealed = 0
  private boundSteps = 0
  /** The number of proposals at which the bound is looked at next. */
  private nextBound = 0

  constructor(
    private readonly problem: TimetableProblem,
    private readonly seed: number,
  ) {
    const { meetings } = problem
    this.domains = startDomains(problem)
    this.leastUnscheduled = meetings.length - mostHeld(problem, this.domains)
    this.annealer = this.startCycle()
    const unscheduled = this.annealer.best()?.unscheduled ?? meetings.length
    this.bound = new EventBound(problem, this.domains, unscheduled)
  }

  advance(steps: number): EventProgress {
    const until = this.steps() + steps
    while (this.steps() < until && !this.isProved(this.annealer.best())) {
      if (this.annealed >= this.nextBound) this.raiseBound()
      else this.anneal(until - this.steps())
    }
    const plan = this.annealer.best()
    return {
      plan,
      lowerBound: this.bound.value,
      leastUnscheduled: this.leastUnscheduled,
      proven: this.isProved(plan) ? 'optimal' : null,
      steps: this.steps(),
    }
  }

  /** One round of the bound if it is its turn. When that is depends on the proposals alone, not on slices. */
  private raiseBound(): void {
    if (this.bound.settled || this.boundSteps > BOUND_SHARE * this.annealed) {
      this.nextBound = this.annealed + BETWEEN_BOUNDS
      return
    }
    const plan = this.annealer.best()
    this.bound.leaveOut(plan?.unscheduled ?? this.problem.meetings.length)
    this.boundSteps += Math.ceil(this.bound.round(plan?.breaks ?? 0) / CELLS_A_STEP)
  }

  private anneal(most: number): void {
    const { annealer, nextBound, annealed, cycleEnd } = this
    const before = annealer.steps
    annealer.advance(Math.min(most, nextBound - annealed, cycleEnd - before))
    this.annealed += annealer.steps - before
    if (annealer.steps === before || annealer.steps >= cycleEnd) this.annealer = this.startCycle()
  }

  private steps(): number {
    return this.annealed + this.boundSteps
  }

  private startCycle(): Annealer {
    const best = this.annealer?.best()
    const isShort = best ? best.unscheduled > this.leastUnscheduled : false
    this.cycleEnd = Math.max(1, this.problem.meetings.length) * FIRST_CYCLE * 2 ** this.cycle
    return createAnnealer(this.problem, this.domains, {
      seed: this.seed * 1009 + this.cycle++,
      ...(best ? { initial: best.slots } : {}),
      prices: PRICES,
      temperatures: [isShort ? HOT_WHILE_SHORT : HOT, COLD],
      cycleSteps: this.cycleEnd,
      kept: new Uint8Array(this.problem.meetings.length),
    })
  }

  private isProved(plan: TimetablePlan | null): boolean {
    return (
      plan !== null &&
      plan.unscheduled <= this.leastUnscheduled &&
      plan.brokenWishes === 0 &&
      plan.breaks <= this.bound.value
    )
  }
}
