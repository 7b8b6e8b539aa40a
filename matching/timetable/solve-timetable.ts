import { type Annealer, createAnnealer } from './annealer'
import { checkPlan } from './check-plan'
import { countPlan } from './count-plan'
import { type Conflict, type Domains, startDomains, tightenDomains } from './domains'
import { lagrangianBound } from './lagrangian-bound'
import { patternBound } from './pattern-bound'
import type { TimetablePlan, TimetableProblem, TimetableProgress, TimetableSolver } from './timetable'
import type { FormulaOptions } from './timetable-formula'
import { TimetableSearch } from './timetable-search'

export interface ExactSolver extends TimetableSolver {
  /** Why not all meetings can be held, when that is proven; the plan is then the largest part found. */
  readonly conflict: Conflict | null
  /** Nothing is left to do. */
  readonly done: boolean
}

/** A search beyond so many meeting-slots asks for more memory and time than it gives back. */
const LARGEST_SEARCH = 60_000
/** Steps: proposals of the annealer and propagations of the search, which take about equally long. */
const ANNEALING_OF_MEETING = 4000
const NEW_ANNEALING_OF_MEETING = 12_000
const FIRST_SEARCH = 300_000
const LONGEST_SEARCH = 2_000_000
/** Turns of the search for one of annealing: where it came within a break of the bound, else, and far from it. */
const SEARCHES_WHEN_NEAR = 2
const SEARCHES = 4
const SEARCHES_WHEN_FAR = 6
const PART_ANNEALING_OF_MEETING = 5000
/** How long to search from the bound before the other encoding has its turn, see `question`. */
const FIRST_REFUTING = 5_000_000
const LONG_SPELL = 30_000_000
/** A middle that isn't decided in so many steps is no short cut. */
const LONGEST_MIDDLE = 3_000_000
const FAR = 3
/** The place of the middle among the questions under way. */
const MIDDLE = 1

/**
 * The timetable with the fewest breaks, and the proof. Filters and bounds first; then annealing for plans, and
 * a search from below, "is there one with no more breaks than the bound?": no raises the bound, yes ends it.
 * Annealing begins anew between slices of the search, since it finds early or not at all.
 */
export function createTimetableSolver(problem: TimetableProblem, options: { seed: number }): ExactSolver {
  return new PortfolioSolver(problem, options.seed)
}

class PortfolioSolver implements ExactSolver {
  conflict: Conflict | null = null
  private steps = 0
  private domains: Domains | null = null
  private lowerBound = 0
  private plan: TimetablePlan | null = null
  private infeasible = false
  private partSteps = 0
  private annealer: Annealer | null = null
  private annealings = 0
  /** The questions under way: from the bound, from the middle, and from the bound without parity. */
  private readonly asked: (TimetableSearch | null)[] = [null, null, null]
  /** Steps of searching since the last answer. */
  private spent = 0
  private spentOnMiddles = 0
  private searches = 0
  private searchTurns = 0
  private searchSlice = FIRST_SEARCH
  private turn: 'anneal' | 'search' = 'anneal'
  private turnLeft: number
  private readonly wishes: boolean

  constructor(
    private readonly problem: TimetableProblem,
    private readonly seed: number,
  ) {
    this.turnLeft = ANNEALING_OF_MEETING * problem.meetings.length
    this.wishes = problem.meetings.some(({ preferred }) => preferred.length > 0)
  }

  get done(): boolean {
    if (this.infeasible) return this.partSteps >= PART_ANNEALING_OF_MEETING * this.problem.meetings.length
    return this.isOptimal()
  }

  advance(steps: number): TimetableProgress {
    if (this.domains === null) this.prepare()
    const end = this.steps + steps
    while (this.steps < end && !this.done) {
      const left = Math.min(end - this.steps, Math.max(this.turnLeft, 1))
      if (this.infeasible) this.partSteps += this.anneal(left)
      else if (this.turn === 'anneal') this.turnLeft -= this.anneal(left)
      else this.turnLeft -= this.searchOn(left)
      if (this.turnLeft <= 0) this.nextTurn()
    }
    return this.progress()
  }

  private progress(): TimetableProgress {
    return {
      plan: this.plan,
      lowerBound: this.lowerBound,
      proven: this.infeasible ? 'infeasible' : this.isOptimal() ? 'optimal' : null,
      steps: this.steps,
    }
  }

  private isOptimal(): boolean {
    const { plan } = this
    return plan !== null && plan.unscheduled + plan.brokenWishes === 0 && plan.breaks <= this.lowerBound
  }

  private prepare(): void {
    const { domains, conflict } = tightenDomains(this.problem)
    if (conflict) {
      this.refute(conflict)
      return
    }
    this.domains = domains
    const bound = Math.max(lagrangianBound(this.problem, domains), patternBound(this.problem, domains))
    if (bound === Number.POSITIVE_INFINITY) this.refute(null)
    else this.lowerBound = bound
  }

  /** Not all meetings can be held: what remains is to hold most of them. */
  private refute(conflict: Conflict | null): void {
    this.infeasible = true
    this.conflict = conflict
    this.domains = startDomains(this.problem)
    this.annealer = null
    this.asked.fill(null)
  }

  private anneal(steps: number): number {
    const { problem, domains } = this
    if (domains === null) return steps
    this.annealer ??= createAnnealer(problem, domains, {
      seed: this.seed * 1000 + this.annealings++,
      target: this.lowerBound,
    })
    const before = this.annealer.steps
    this.annealer.advance(steps)
    const plan = this.annealer.best()
    if (plan) this.offer(plan.slots)
    const used = Math.max(1, this.annealer.steps - before)
    this.steps += used
    return used
  }

  private searchOn(steps: number): number {
    const { problem, domains } = this
    if (domains === null) return steps
    const question = this.question()
    const place = question.place
    let search = this.asked[place] ?? null
    if (search === null || search.options.mostBreaks !== question.mostBreaks) {
      search = new TimetableSearch(problem, domains, question, this.seed * 1000 + this.searches++)
      this.asked[place] = search
    }
    const used = Math.max(1, search.advance(steps))
    this.steps += used
    if (place === MIDDLE) this.spentOnMiddles += used
    else this.spent += used
    if (search.answer === null) return used
    if (search.slots) this.offer(search.slots)
    if (search.answer === 'unsat') {
      if (question.mostBreaks === null) this.refute(null)
      else this.lowerBound = Math.max(this.lowerBound, question.mostBreaks + 1)
    }
    this.asked.fill(null)
    this.spent = 0
    this.spentOnMiddles = 0
    return Math.max(used, this.turnLeft)
  }

  /**
   * What to ask. Before there is any plan: whether there is one at all. Then whether the bound can be met. With
   * parity that is refuted best, without it is found best. So parity begins; then, where annealing came near
   * the bound, which speaks for a timetable there, the search goes on without; where it stayed far, with. Far
   * from the bound, every third time whether the middle can be met: it halves the way where all is tight and easy.
   */
  private question(): FormulaOptions & { place: number } {
    const { plan, lowerBound } = this
    if (plan === null || plan.unscheduled > 0) return { place: 0, mostBreaks: null, parity: true }
    const far = plan.breaks - lowerBound > FAR
    if (far && this.searchTurns % 3 === 1 && this.spentOnMiddles < LONGEST_MIDDLE) {
      return { place: MIDDLE, mostBreaks: Math.floor((lowerBound + plan.breaks) / 2), parity: true }
    }
    const later = (this.spent - FIRST_REFUTING) % (2 * LONG_SPELL) >= LONG_SPELL
    const parity = this.spent < FIRST_REFUTING || later !== far
    return { place: parity ? 0 : 2, mostBreaks: lowerBound, parity }
  }

  /** Keeps a plan that is better than the best and passes the checker. */
  private offer(slots: readonly number[]): void {
    const plan = countPlan(this.problem, slots)
    const best = this.plan
    if (best !== null && worth(plan) >= worth(best)) return
    if (checkPlan(this.problem, slots).length === 0) this.plan = plan
  }

  private nextTurn(): void {
    const canSearch = !this.wishes && this.searchSize() <= LARGEST_SEARCH
    const searchesOn = this.turn === 'anneal' || this.searchTurns % this.searchesPerAnnealing() !== 0
    if (canSearch && searchesOn) {
      this.searchTurns++
      this.turn = 'search'
      this.turnLeft = this.searchSlice
      this.searchSlice = Math.min(LONGEST_SEARCH, this.searchSlice * 1.2)
      return
    }
    const { length } = this.problem.meetings
    this.turn = 'anneal'
    this.turnLeft = ANNEALING_OF_MEETING * length
    if (this.annealer && this.annealer.steps >= NEW_ANNEALING_OF_MEETING * length) this.annealer = null
  }

  private searchesPerAnnealing(): number {
    const gap = (this.plan?.breaks ?? 0) - this.lowerBound
    return gap <= 1 ? SEARCHES_WHEN_NEAR : gap <= FAR ? SEARCHES : SEARCHES_WHEN_FAR
  }

  private searchSize(): number {
    return (this.domains ?? []).reduce((sum, slots) => sum + slots.length, 0)
  }
}

/** Less is better: unscheduled ≫ broken wishes ≫ breaks. */
function worth(plan: TimetablePlan): number {
  return (plan.unscheduled * 1e5 + plan.brokenWishes) * 1e6 + plan.breaks
}
