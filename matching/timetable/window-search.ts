import { createRandom, type Random } from '../random'
import { type SatAnswer, SatSolver } from '../sat/sat-solver'
import { daysOfSlots } from './count-plan'
import { type Domains, meetingsOfSeats } from './domains'
import type { TimetableProblem } from './timetable'
import { encodeTimetable } from './timetable-formula'

/** Windows begin so many slots around what a seat has in the plan. */
const MARGIN = 1
/** Propagations without an answer after which a plan's surroundings are left. */
const PATIENCE = 2_000_000

/** A side of a seat's window: no meeting before it, or none after it. */
interface Side {
  /** Slot → variable: the seat has no meeting beyond that slot, on this side; 0: says nothing. */
  variables: Int32Array
  /** 1: towards later slots. */
  direction: 1 | -1
  /** The window's end; −1 or the number of slots: open. */
  slot: number
}

/**
 * Looks for a timetable with `mostBreaks` breaks at most near a plan that has more. Each seat without a break
 * keeps to a window, its run in the plan and a slot on either side; windows are assumptions, so that what is
 * learned under them holds everywhere and for later plans too. When they can't hold together, the solver names
 * some that clash, one of these is widened by a slot, and so on: the neighbourhood grows just where it is too
 * narrow (cores as in Fu and Malik, SAT 2006, here to guide a search in neighbourhoods: Shaw, CP 1998).
 */
export class WindowSearch {
  /** 'unsat': there is no such timetable anywhere; null: not known. */
  answer: SatAnswer = null
  /** The slots of the timetable found, when the answer is 'sat'. */
  slots: number[] | null = null
  private readonly held: Int32Array[]
  private readonly solver: SatSolver
  private readonly random: Random
  private readonly own: number[][]
  private readonly days: number[]
  private readonly before: (Side | null)[]
  private readonly after: (Side | null)[]
  private readonly sideOf = new Map<number, Side>()
  private assumptions: number[] = []
  private waited = 0

  constructor(
    private readonly problem: TimetableProblem,
    private readonly domains: Domains,
    readonly mostBreaks: number,
    seed: number,
  ) {
    const { formula, held, busy } = encodeTimetable(problem, domains, mostBreaks)
    this.held = held
    this.random = createRandom(seed)
    this.own = meetingsOfSeats(problem)
    this.days = daysOfSlots(problem)
    const { slotCount } = problem
    const side = (meetings: readonly number[], seat: number, direction: 1 | -1): Side | null => {
      if (meetings.length < 2) return null
      const variables = new Int32Array(slotCount)
      const outermost = direction === 1 ? slotCount - 1 : 0
      for (let slot = outermost - direction; slot >= 0 && slot < slotCount; slot -= direction) {
        const none = formula.fresh()
        formula.add(-none, -(busy[seat]?.[slot + direction] ?? 0))
        const beyond = variables[slot + direction] as number
        if (beyond > 0) formula.add(-none, beyond)
        variables[slot] = none
      }
      return { variables, direction, slot: outermost }
    }
    this.before = this.own.map((meetings, seat) => side(meetings, seat, -1))
    this.after = this.own.map((meetings, seat) => side(meetings, seat, 1))
    this.solver = new SatSolver(formula.variables, createRandom(seed))
    this.solver.load(formula)
  }

  /** The surroundings of the present plan have been given up. */
  get stuck(): boolean {
    return this.waited >= PATIENCE
  }

  /** From now on looks around this plan, in which all meetings are held. */
  startFrom(slots: readonly number[]): void {
    this.waited = 0
    this.answer = null
    this.own.forEach((meetings, seat) => {
      const before = this.before[seat]
      const after = this.after[seat]
      if (!before || !after) return
      const used = meetings.map((meeting) => slots[meeting] ?? 0).sort((a, b) => a - b)
      const open = this.hasBreak(used)
      before.slot = open ? 0 : (used[0] as number) - MARGIN
      after.slot = open ? this.problem.slotCount : (used[used.length - 1] as number) + MARGIN
    })
    this.assume()
  }

  /** Searches on for about so many propagations; those that it used. Stops when it knows or is stuck. */
  advance(propagations: number): number {
    const { solver } = this
    const begin = solver.propagations
    while (this.answer === null && !this.stuck && solver.propagations - begin < propagations) {
      const last = solver.propagations
      const left = Math.min(begin + propagations - last, PATIENCE - this.waited)
      const answer = solver.solve(this.assumptions, left)
      if (answer === null) this.waited += Math.max(1, solver.propagations - last)
      else if (answer === 'sat') this.keep()
      else if (!this.widen()) this.answer = 'unsat'
    }
    return solver.propagations - begin
  }

  private keep(): void {
    const { model } = this.solver
    this.answer = 'sat'
    this.slots = this.domains.map((slots, meeting) => {
      const row = this.held[meeting]
      return slots.find((slot) => model?.[row?.[slot] ?? 0] === 1) ?? -1
    })
  }

  /** Widens one of the windows that clash by a slot; false: none clashes, nothing is to be found anywhere. */
  private widen(): boolean {
    const { failed } = this.solver
    if (failed.length === 0) return false
    const side = this.sideOf.get(failed[this.random.below(failed.length)] as number)
    if (side === undefined) return false
    side.slot += side.direction
    this.waited = 0
    this.assume()
    return true
  }

  private assume(): void {
    this.assumptions = []
    this.sideOf.clear()
    this.own.forEach((_, seat) => {
      for (const side of [this.before[seat], this.after[seat]]) {
        const literal = side?.variables[side.slot] ?? 0
        if (!side || literal === 0) continue
        this.assumptions.push(literal)
        this.sideOf.set(literal, side)
      }
    })
  }

  private hasBreak(used: readonly number[]): boolean {
    return used.some((slot, i) => {
      const last = used[i - 1]
      return last !== undefined && slot > last + 1 && this.days[slot] === this.days[last]
    })
  }
}
