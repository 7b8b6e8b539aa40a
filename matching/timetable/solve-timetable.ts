import { type Annealer, createAnnealer } from './annealer'
import { checkPlan } from './check-plan'
import { countPlan } from './count-plan'
import { type Conflict, type Domains, startDomains, tightenDomains } from './domains'
import { lagrangianBound } from './lagrangian-bound'
import { patternBound } from './pattern-bound'
import type { TimetablePlan, TimetableProblem, TimetableProgress, TimetableSolver } from './timetable'
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
/** Turns of the search for one of annealing. */
const SEARCHES = 5
const PART_ANNEALING_OF_MEETING = 5000
/** A middle that isn't decided in so many steps is no short cut. */
const LONGEST_MIDDLE = 3_000_000
const FAR = 3

/**
 * The timetable with the fewest breaks, and the proof. Filters and bounds first; then annealing for plans, and
 * a search from below, "is there one with no more breaks than the bound?": no raises the bound, yes ends it.
 * Annealing begins anew between slices of the search, since it finds early or not at all.
 */
export function createTimetableSolver(problem: TimetableProblem, options: { seed: number }): ExactSolver {
  return new PortfolioSolver(problem, options.seed)
}

type Question = 'bound' | 'middle'

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
  /** The questions under way. */
  private readonly asked: Record<Question, TimetableSearch | null> = { bound: null, middle: null }
  /** Steps of searching in the middle since the last answer. */
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
    this.forgetQuestions()
  }

  private forgetQuestions(): void {
    this.asked.bound = null
    this.asked.middle = null
    this.spentOnMiddles = 0
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
    const { question, mostBreaks } = this.ask()
    let search = this.asked[question]
    if (search === null || search.mostBreaks !== mostBreaks) {
      search = new TimetableSearch(problem, domains, mostBreaks, this.seed * 1000 + this.searches++)
      this.asked[question] = search
    }
    const used = Math.max(1, search.advance(steps))
    this.steps += used
    if (question === 'middle') this.spentOnMiddles += used
    if (search.answer === null) return used
    if (search.slots) this.offer(search.slots)
    if (search.answer === 'unsat') {
      if (mostBreaks === null) this.refute(null)
      else this.lowerBound = Math.max(this.lowerBound, mostBreaks + 1)
    }
    this.forgetQuestions()
    return Math.max(used, this.turnLeft)
  }

  /**
   * What to ask. Before there is any plan: whether there is one at all. Then whether the bound can be met, and,
   * far from the bound, every third time whether the middle can: it halves the way where all is tight and easy.
   */
  private ask(): { question: Question; mostBreaks: number | null } {
    const { plan, lowerBound } = this
    if (plan === null || plan.unscheduled > 0) return { question: 'bound', mostBreaks: null }
    const far = plan.breaks - lowerBound > FAR
    if (far && this.searchTurns % 3 === 1 && this.spentOnMiddles < LONGEST_MIDDLE) {
      return { question: 'middle', mostBreaks: Math.floor((lowerBound + plan.breaks) / 2) }
    }
    return { question: 'bound', mostBreaks: lowerBound }
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
    const searchesOn = this.turn === 'anneal' || this.searchTurns % SEARCHES !== 0
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

  private searchSize(): number {
    return (this.domains ?? []).reduce((sum, slots) => sum + slots.length, 0)
  }
}

/** Less is better: unscheduled ≫ broken wishes ≫ breaks. */
function worth(plan: TimetablePlan): number {
  return (plan.unscheduled * 1e5 + plan.brokenWishes) * 1e6 + plan.breaks
}
