import { daysOfSlots } from '../timetable/count-plan'
import type { TimetableProblem } from '../timetable/timetable'

/** Who could meet when, besides what the plan holds already. */
export class OpenTimes {
  readonly slotCount: number
  readonly tablesLeft: Int32Array
  readonly seatsOf = new Map<number, number[]>()
  /** Seat × slot: 1 while the seat is there and in no meeting, and the slot isn't frozen. */
  private readonly open: Uint8Array
  private readonly busy: Uint8Array
  private readonly days: readonly number[]
  private readonly rest: number

  constructor(problem: TimetableProblem, slots: readonly number[], isFrozen: Uint8Array) {
    this.slotCount = problem.slotCount
    this.rest = problem.minimumRest
    this.days = daysOfSlots(problem)
    this.tablesLeft = Int32Array.from(problem.tables)
    this.open = new Uint8Array(problem.seats.length * problem.slotCount)
    this.busy = new Uint8Array(this.open.length)
    problem.seats.forEach(({ participant, away }, seat) => {
      const row = seat * this.slotCount
      for (let slot = 0; slot < this.slotCount; slot++) this.open[row + slot] = 1 - (isFrozen[slot] as number)
      for (const slot of away) this.open[row + slot] = 0
      this.seatsOf.set(participant, [...(this.seatsOf.get(participant) ?? []), seat])
    })
    problem.meetings.forEach(({ seats }, meeting) => {
      const slot = slots[meeting] ?? -1
      if (slot >= 0) this.take(seats, slot)
    })
  }

  take(seats: readonly number[], slot: number): void {
    this.tablesLeft[slot] = (this.tablesLeft[slot] as number) - 1
    for (const seat of seats) {
      const row = seat * this.slotCount
      this.busy[row + slot] = 1
      for (let other = slot - this.rest; other <= slot + this.rest; other++) {
        if (this.days[other] === this.days[slot]) this.open[row + other] = 0
      }
    }
  }

  hasTable(slot: number): boolean {
    return (this.tablesLeft[slot] as number) > 0
  }

  isOpen(seat: number, slot: number): boolean {
    return this.open[seat * this.slotCount + slot] === 1
  }

  /** Whether a seat of the participant is free in the slot. */
  isFree(participant: number, slot: number): boolean {
    const own = this.seatsOf.get(participant)
    if (own === undefined) return false
    for (let i = 0; i < own.length; i++) if (this.isOpen(own[i] as number, slot)) return true
    return false
  }

  /** A seat of the participant that is free in the slot, where it makes fewest breaks; −1: none. */
  freeSeat(participant: number, slot: number): number {
    let best = -1
    let least = Number.POSITIVE_INFINITY
    for (const seat of this.seatsOf.get(participant) ?? []) {
      if (!this.isOpen(seat, slot)) continue
      const breaks = this.moreBreaks(seat, slot)
      if (breaks < least) {
        least = breaks
        best = seat
      }
    }
    return best
  }

  /** Breaks more (−1, 0 or 1) when a free seat gets a meeting in the slot. */
  moreBreaks(seat: number, slot: number): number {
    const before = this.nearest(seat, slot, -1)
    const after = this.nearest(seat, slot, 1)
    const gaps = (before > 1 ? 1 : 0) + (after > 1 ? 1 : 0)
    return before > 0 && after > 0 ? gaps - 1 : gaps
  }

  /** How far the seat's next meeting of that day is in a direction; 0: there is none. */
  private nearest(seat: number, slot: number, direction: 1 | -1): number {
    const row = seat * this.slotCount
    for (let away = 1; this.days[slot + away * direction] === this.days[slot]; away++) {
      if (this.busy[row + slot + away * direction] === 1) return away
    }
    return 0
  }
}
