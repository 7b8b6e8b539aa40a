import { Formula } from '../sat/formula'
import { limitBreaks } from './break-clauses'
import { daysOfSlots } from './count-plan'
import { type Domains, meetingsOfSeats } from './domains'
import { ownersOfMeetings } from './owners'
import type { TimetableProblem } from './timetable'

/** A formula whose solutions are the timetables of all meetings, and how to read one. */
export interface TimetableFormula {
  formula: Formula
  /** Meeting × slot: its variable, 0 where the meeting can't be there. */
  held: Int32Array[]
  /** Seat × slot: the seat is busy. */
  busy: number[][]
}

/**
 * All constraints as clauses, for timetables with so many breaks at most (null: any). `held[m][t]` places meetings, `busy[s][t]` follows; a seat's break begins where
 * it is busy after an idle slot and was busy earlier that day. Tables are counted over *owners*, a cover of
 * the meetings by few seats, instead of over all meetings or seats: far smaller counters, far shorter proofs.
 */
export function encodeTimetable(
  problem: TimetableProblem,
  domains: Domains,
  mostBreaks: number | null,
): TimetableFormula {
  return new TimetableEncoder(problem, domains).encode(mostBreaks)
}

class TimetableEncoder {
  private readonly formula = new Formula()
  private readonly own: number[][]
  private readonly days: number[]
  private readonly held: Int32Array[]
  private readonly busy: number[][]

  constructor(
    private readonly problem: TimetableProblem,
    private readonly domains: Domains,
  ) {
    const { formula } = this
    this.own = meetingsOfSeats(problem)
    this.days = daysOfSlots(problem)
    this.held = domains.map((slots) => {
      const row = new Int32Array(problem.slotCount)
      for (const slot of slots) row[slot] = formula.fresh()
      return row
    })
    this.busy = problem.seats.map(() => problem.tables.map(() => formula.fresh()))
  }

  encode(mostBreaks: number | null): TimetableFormula {
    const { formula, held, busy } = this
    this.placeMeetings()
    this.occupySeats()
    this.pairSeats()
    this.limitTables()
    this.orderMeetings()
    this.keepRest()
    limitBreaks(formula, { problem: this.problem, domains: this.domains, own: this.own, busy }, mostBreaks)
    return { formula, held, busy }
  }

  private heldAt(meeting: number, slot: number): number {
    return this.held[meeting]?.[slot] ?? 0
  }

  private busyAt(seat: number, slot: number): number {
    return this.busy[seat]?.[slot] ?? 0
  }

  /** Those of the meetings that can be in a slot, as literals. */
  private inSlot(meetings: readonly number[], slot: number): number[] {
    return meetings.map((meeting) => this.heldAt(meeting, slot)).filter((literal) => literal !== 0)
  }

  private placeMeetings(): void {
    this.domains.forEach((slots, meeting) => {
      const literals = slots.map((slot) => this.heldAt(meeting, slot))
      this.formula.add(...literals)
      this.formula.atMostOne(literals)
    })
  }

  private occupySeats(): void {
    const { formula } = this
    this.own.forEach((meetings, seat) => {
      const busy = this.busy[seat] ?? []
      busy.forEach((isBusy, slot) => {
        const literals = this.inSlot(meetings, slot)
        formula.atMostOne(literals)
        for (const literal of literals) formula.add(-literal, isBusy)
        formula.add(-isBusy, ...literals)
      })
      if (meetings.length === 0) return
      const counts = formula.count(busy, meetings.length)
      const [last, beyond] = [counts[meetings.length - 1], counts[meetings.length]]
      if (last !== undefined) formula.add(last)
      if (beyond !== undefined) formula.add(-beyond)
    })
  }

  /**
   * Meetings of two make an even number of busy seats, at most twice the tables. This follows from the rest, but
   * only by counting; it costs size and spares conflicts, in finding as in refuting, the more so when seats of
   * like numbers of meetings are counted together.
   */
  private pairSeats(): void {
    const { formula, problem } = this
    if (problem.meetings.some(({ seats }) => seats.length !== 2)) return
    const size = (seat: number) => this.own[seat]?.length ?? 0
    const bySize = [...this.own.keys()].sort((a, b) => size(b) - size(a))
    problem.tables.forEach((tables, slot) => {
      const seats = bySize.filter((seat) => this.inSlot(this.own[seat] ?? [], slot).length > 0)
      const most = 2 * tables
      const counts = formula.count(
        seats.map((seat) => this.busyAt(seat, slot)),
        most,
      )
      const beyond = counts[most]
      if (beyond !== undefined) formula.add(-beyond)
      for (let i = 0; i < Math.min(counts.length, most); i += 2) {
        const [odd, even] = [counts[i] as number, counts[i + 1]]
        if (even === undefined) formula.add(-odd)
        else formula.add(-odd, even)
      }
    })
  }

  private limitTables(): void {
    const { formula } = this
    const owners = ownersOfMeetings(this.problem)
    this.problem.tables.forEach((tables, slot) => {
      const counted: number[] = []
      this.own.forEach((meetings, seat) => {
        const all = this.inSlot(meetings, slot)
        const owned = this.inSlot(
          meetings.filter((meeting) => owners[meeting] === seat),
          slot,
        )
        if (owned.length > 0)
          counted.push(owned.length === all.length ? this.busyAt(seat, slot) : formula.anyOf(owned))
      })
      const beyond = formula.count(counted, tables)[tables]
      if (beyond !== undefined) formula.add(-beyond)
    })
  }

  private orderMeetings(): void {
    for (const { before, after } of this.problem.precedences) {
      const [first, second] = [this.domains[before] ?? [], this.domains[after] ?? []]
      for (const slot of second) {
        const earlier = first.filter((other) => other < slot).map((other) => this.heldAt(before, other))
        this.formula.add(-this.heldAt(after, slot), ...earlier)
      }
      for (const slot of first) {
        const later = second.filter((other) => other > slot).map((other) => this.heldAt(after, other))
        this.formula.add(-this.heldAt(before, slot), ...later)
      }
    }
  }

  private keepRest(): void {
    const { days, problem } = this
    for (let gap = 1; gap <= problem.minimumRest; gap++) {
      for (const busy of this.busy) {
        for (let slot = gap; slot < problem.slotCount; slot++) {
          if (days[slot] === days[slot - gap]) this.formula.add(-(busy[slot] ?? 0), -(busy[slot - gap] ?? 0))
        }
      }
    }
  }
}
