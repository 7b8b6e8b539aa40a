import type { Domains } from './domains'
import { createSeatTable, fewestBreaks, type SeatTable, type SeatWeek } from './seat-breaks'
import { type Sides, sidesOf } from './sides'
import type { TimetableProblem } from './timetable'

/** The share of the newest round in the average. */
const NEWEST = 0.1
/** Rounds without a better bound before the step is shortened. */
const PATIENCE = 15
const SHORTER = 0.6
const LONGER = 1.1
const SHORTEST = 0.005

/**
 * A bound from below on the breaks of all timetables that hold all meetings but `leftOut` of them: each seat
 * alone, with its own number of meetings and the slots that they can use, and prices that make them share the
 * tables. The prices are Lagrange multipliers: one for the tables of each slot and one for the number of
 * meetings held. They go uphill by the volume algorithm (Barahona and Anbil, Mathematical Programming, 2000):
 * steps from the best prices so far along an average of the subgradients, which doesn't zigzag where many ways
 * of laying a seat's meetings cost the same. (A further price a slot for 'as many buyers as sellers are busy'
 * was tried and raised nothing.)
 */
export class EventBound {
  /** No timetable that leaves out at most `leftOut` meetings has fewer breaks. */
  value = 0
  /** The same before it is rounded up. */
  raw = 0
  /** More rounds would hardly raise it. */
  settled = false
  private readonly slots: number
  private readonly weeks: SeatWeek[]
  private readonly hasSides: boolean
  /** How much of a table a busy seat stands for: 1 on the first of two sides, 0 on the other, else 1 ÷ its
   * largest meeting. */
  private readonly shares: Float64Array
  private readonly startsDay: Uint8Array
  private readonly table: SeatTable
  /** For each slot the price of a table, then the reward for a meeting that is held. */
  private readonly price: Float64Array
  private readonly bestPrice: Float64Array
  /** How far the seats, each for itself, break what a price stands for: in this round, and on average. */
  private readonly excess: Float64Array
  private readonly average: Float64Array
  private readonly seatPrices: Float64Array
  private best = Number.NEGATIVE_INFINITY
  private step = 1
  private stalled = 0
  private rounds = 0

  constructor(
    private readonly problem: TimetableProblem,
    domains: Domains,
    private leftOut = 0,
  ) {
    this.slots = problem.slotCount
    this.weeks = weeksOf(problem, domains)
    const sides = sidesOf(problem)
    this.hasSides = sides !== null
    this.shares = sharesOf(problem, sides)
    this.startsDay = new Uint8Array(this.slots)
    for (const slot of problem.dayStarts) this.startsDay[slot] = 1
    const most = this.weeks.reduce((count, week) => Math.max(count, week.meetings), 1)
    this.table = createSeatTable(this.slots, most)
    const prices = this.slots + 1
    this.price = new Float64Array(prices)
    this.price[this.slots] = 1
    this.bestPrice = this.price.slice()
    this.excess = new Float64Array(prices)
    this.average = new Float64Array(prices)
    this.seatPrices = new Float64Array(this.slots)
  }

  /** From now on for timetables that leave out fewer; what was proved stays right. */
  leaveOut(meetings: number): void {
    if (meetings >= this.leftOut) return
    this.leftOut = meetings
    this.settled = false
    this.step = 1
    this.rounds = 0
    this.best = Number.NEGATIVE_INFINITY
  }

  /** One step towards `target`, the breaks of a known timetable. Returns the work: cells of tables filled. */
  round(target: number): number {
    const { price, bestPrice, excess, average, slots } = this
    if (this.rounds > 0) this.stepFromBest(target)
    excess.fill(0)
    let total = (price[slots] as number) * this.needed()
    let cells = 0
    for (let t = 0; t < slots; t++) {
      const tables = this.problem.tables[t] ?? 0
      total -= (price[t] as number) * tables
      excess[t] = -tables
    }
    excess[slots] = this.needed()
    for (const week of this.weeks) {
      total += this.layWeek(week)
      cells += slots * week.meetings
    }
    const newest = this.rounds++ === 0 ? 1 : NEWEST
    let agrees = 0
    for (let i = 0; i < average.length; i++) {
      agrees += (average[i] as number) * (excess[i] as number)
      average[i] = newest * (excess[i] as number) + (1 - newest) * (average[i] as number)
    }
    if (total > this.best + 1e-4) {
      this.stalled = 0
      if (agrees > 0) this.step = Math.min(2, this.step * LONGER)
    } else if (++this.stalled > PATIENCE) {
      this.step *= SHORTER
      this.stalled = 0
    }
    if (total > this.best) {
      this.best = total
      bestPrice.set(price)
    }
    this.raw = Math.max(this.raw, total)
    this.value = Math.max(this.value, Math.ceil(this.raw - 1e-6))
    this.settled = this.value >= target || this.step < SHORTEST
    return cells
  }

  /** Sets the prices: from the best ones a step along the average excess. */
  private stepFromBest(target: number): void {
    const { price, bestPrice, average } = this
    let norm = 0
    for (let i = 0; i < price.length; i++) {
      if (!this.isHeld(i)) norm += (average[i] as number) ** 2
    }
    const length = norm === 0 ? 0 : (this.step * Math.max(0.5, target - this.best)) / norm
    for (let i = 0; i < price.length; i++) {
      const next = (bestPrice[i] as number) + (this.isHeld(i) ? 0 : length * (average[i] as number))
      price[i] = Math.max(0, next)
    }
  }

  /** Whether a price can't go where its excess would bring it: below nothing. */
  private isHeld(i: number): boolean {
    return (this.bestPrice[i] as number) <= 0 && (this.average[i] as number) < 0
  }

  /** The cheapest way for one seat at the prices as they are; counts where it is busy. */
  private layWeek(week: SeatWeek): number {
    const { slots, price, seatPrices, table, excess } = this
    const share = this.shares[week.seat] as number
    for (let t = 0; t < slots; t++) seatPrices[t] = (price[t] as number) * share
    const fewest = Math.max(0, week.meetings - this.leftOut)
    const isCounted = this.leftOut > 0 && share > 0
    const reward = isCounted ? (price[slots] as number) : 0
    const least = fewestBreaks(table, week, this.startsDay, seatPrices, fewest, reward)
    if (isCounted) excess[slots] = (excess[slots] as number) - table.laid
    if (share === 0) return least
    for (let t = 0; t < slots; t++) {
      if (table.used[t] === 1) excess[t] = (excess[t] as number) + share
    }
    return least
  }

  /** So many places the seats that count have to fill together; 0: each has to fill all of its own anyway. */
  private needed(): number {
    if (this.leftOut === 0) return 0
    if (this.hasSides) return Math.max(0, this.problem.meetings.length - this.leftOut)
    const sizes = this.problem.meetings.map((meeting) => meeting.seats.length).sort((a, b) => b - a)
    return sizes.slice(this.leftOut).reduce((sum, size) => sum + size, 0)
  }
}

/** The seats that have meetings, each with the slots that any of these can use. */
export function weeksOf(problem: TimetableProblem, domains: Domains): SeatWeek[] {
  const weeks = problem.seats.map(
    (_, seat): SeatWeek => ({ seat, meetings: 0, usable: new Uint8Array(problem.slotCount) }),
  )
  problem.meetings.forEach(({ seats }, meeting) => {
    for (const seat of seats) {
      const week = weeks[seat]
      if (!week) continue
      week.meetings++
      for (const slot of domains[meeting] ?? []) week.usable[slot] = 1
    }
  })
  return weeks.filter((week) => week.meetings > 0)
}

/** With `sides` each meeting is counted by its seat on the first; else its seats' shares add up to at most 1. */
function sharesOf(problem: TimetableProblem, sides: Sides | null): Float64Array {
  if (sides !== null) return Float64Array.from(sides, (side) => 1 - side)
  const shares = new Float64Array(problem.seats.length).fill(1)
  for (const { seats } of problem.meetings) {
    for (const seat of seats) shares[seat] = Math.min(shares[seat] as number, 1 / seats.length)
  }
  return shares
}
