import { daysOfSlots } from './count-plan'
import { type Domains, meetingsOfSeats } from './domains'
import type { TimetableProblem } from './timetable'

const ROUNDS = 400
const INFINITE = 1e9
/** What a seat did in the last slot of the day: nothing yet, met, or has met and idles. */
const [FRESH, BUSY, IDLE] = [0, 1, 2]
const STATES = 3

/**
 * A bound from below on all breaks when every meeting is held, without search: each seat alone finds its best
 * busy slots by dynamic programming over slots, meetings placed and what it did last, while Lagrange
 * multipliers let it pay for crowded slots (busy seats of a slot ≤ the most that its tables' meetings can hold)
 * and for prefixes of slots with too many or too few meetings, moved by subgradients (Held, Wolfe and Crowder,
 * 1974). Infinity: some seat can't hold all its meetings.
 */
export function lagrangianBound(problem: TimetableProblem, domains: Domains): number {
  return new LagrangianBound(problem, domains).maximise()
}

class LagrangianBound {
  private readonly slots: number
  private readonly startsDay: Uint8Array
  private readonly counts: Int32Array
  /** Seat × slot: may, must be busy. Seat × prefix: fewest and most meetings within the first slots. */
  private readonly may: Uint8Array
  private readonly must: Uint8Array
  private readonly fewest: Int32Array
  private readonly most: Int32Array
  /** The same for all meetings together, in busy seats. */
  private readonly allFewest: Int32Array
  private readonly allMost: Int32Array
  private readonly capacity: Float64Array
  private readonly value: Float64Array
  private readonly cameFrom: Int8Array
  private readonly rows: number
  /** Busy seats of each slot in the last round. */
  private readonly used: Int32Array
  private readonly rest: number

  constructor(problem: TimetableProblem, domains: Domains) {
    const T = problem.slotCount
    const own = meetingsOfSeats(problem)
    const days = daysOfSlots(problem)
    this.slots = T
    this.rest = problem.minimumRest
    this.startsDay = Uint8Array.from(days, (day, slot) => (slot > 0 && day !== days[slot - 1] ? 1 : 0))
    this.counts = Int32Array.from(own, (meetings) => meetings.length)
    this.rows = Math.max(0, ...this.counts) + 1
    this.may = new Uint8Array(own.length * T)
    this.must = new Uint8Array(own.length * T)
    this.fewest = new Int32Array(own.length * (T + 1))
    this.most = new Int32Array(own.length * (T + 1))
    this.allFewest = new Int32Array(T + 1)
    this.allMost = new Int32Array(T + 1)
    const widest = problem.meetings.reduce((most, { seats }) => Math.max(most, seats.length), 0)
    this.capacity = Float64Array.from(problem.tables, (tables) => tables * widest)
    own.forEach((meetings, seat) => {
      for (const meeting of meetings) {
        const slots = domains[meeting] ?? []
        for (const slot of slots) this.may[seat * T + slot] = 1
        if (slots.length === 1) this.must[seat * T + (slots[0] as number)] = 1
        for (let prefix = 0; prefix <= T; prefix++) {
          const at = seat * (T + 1) + prefix
          const within = (slots.at(-1) ?? 0) < prefix ? 1 : 0
          const reaches = (slots[0] ?? 0) < prefix ? 1 : 0
          this.fewest[at] = (this.fewest[at] as number) + within
          this.most[at] = (this.most[at] as number) + reaches
          this.allFewest[prefix] = (this.allFewest[prefix] as number) + within
          this.allMost[prefix] = (this.allMost[prefix] as number) + reaches
        }
      }
    })
    this.value = new Float64Array((T + 1) * this.rows * STATES)
    this.cameFrom = new Int8Array((T + 1) * this.rows * STATES)
    this.used = new Int32Array(T)
  }

  maximise(): number {
    const T = this.slots
    const crowd = new Float64Array(T)
    const prefix = new Float64Array(T + 1)
    const prices = new Float64Array(T)
    const crowdSlope = new Float64Array(T)
    const prefixSlope = new Float64Array(T + 1)
    let best = Number.NEGATIVE_INFINITY
    let pace = 1
    let stalled = 0
    for (let round = 0; round < ROUNDS && pace > 0.005; round++) {
      let later = 0
      for (let slot = T - 1; slot >= 0; slot--) {
        later += prefix[slot + 1] as number
        prices[slot] = (crowd[slot] as number) + later
      }
      this.used.fill(0)
      let bound = 0
      for (let seat = 0; seat < this.counts.length; seat++) bound += this.solveSeat(seat, prices)
      if (bound >= INFINITE) return Number.POSITIVE_INFINITY
      for (let slot = 0; slot < T; slot++) bound -= (crowd[slot] as number) * (this.capacity[slot] as number)
      for (let k = 1; k <= T; k++) {
        const weight = prefix[k] as number
        bound -= weight * ((weight > 0 ? this.allMost[k] : this.allFewest[k]) as number)
      }
      if (bound > best + 1e-6) {
        best = bound
        stalled = 0
      } else if (++stalled > 15) {
        pace *= 0.7
        stalled = 0
      }
      const norm = this.slopes(crowd, prefix, crowdSlope, prefixSlope)
      if (norm === 0) break
      const aim = Math.ceil(best + 1e-6) + 1.5
      const step = (pace * Math.max(0.05, aim - bound)) / norm
      for (let slot = 0; slot < T; slot++) {
        crowd[slot] = Math.max(0, (crowd[slot] as number) + step * (crowdSlope[slot] as number))
        const old = prefix[slot + 1] as number
        const next = old + step * (prefixSlope[slot + 1] as number)
        prefix[slot + 1] = old * next < 0 ? 0 : next
      }
    }
    // A little less than the value, against what rounding adds up to.
    return Math.max(0, Math.ceil(best - 1e-4))
  }

  /** How far the seats' choices go beyond each relaxed limit, and the sum of its squares. */
  private slopes(
    crowd: Float64Array,
    prefix: Float64Array,
    crowdSlope: Float64Array,
    prefixSlope: Float64Array,
  ): number {
    let norm = 0
    let total = 0
    for (let slot = 0; slot < this.slots; slot++) {
      let over = (this.used[slot] as number) - (this.capacity[slot] as number)
      if (over < 0 && (crowd[slot] as number) <= 0) over = 0
      crowdSlope[slot] = over
      total += this.used[slot] as number
      const k = slot + 1
      const most = this.allMost[k] as number
      const fewest = this.allFewest[k] as number
      const weight = prefix[k] as number
      let beyond = 0
      if (total > most || weight > 0) beyond = total - most
      else if (total < fewest || weight < 0) beyond = total - fewest
      if (k === this.slots) beyond = 0
      prefixSlope[k] = beyond
      norm += over * over + beyond * beyond
    }
    return norm
  }

  /** The least of breaks and prices for one seat; its slots are added to `used`. */
  private solveSeat(seat: number, prices: Float64Array): number {
    const count = this.counts[seat] as number
    if (count === 0) return 0
    const { slots: T, rows, value, cameFrom } = this
    const row = rows * STATES
    value.fill(INFINITE)
    value[FRESH] = 0
    for (let slot = 0; slot < T; slot++) {
      const from = slot * row
      const to = from + row
      const fewest = this.fewest[seat * (T + 1) + slot + 1] as number
      const most = this.most[seat * (T + 1) + slot + 1] as number
      const idles = !this.must[seat * T + slot]
      const meets = this.may[seat * T + slot] === 1
      const newDay = this.startsDay[slot] === 1
      const price = prices[slot] as number
      for (let placed = 0; placed <= Math.min(count, slot); placed++) {
        for (let state = 0; state < STATES; state++) {
          const so = value[from + placed * STATES + state] as number
          if (so >= INFINITE) continue
          const last = newDay ? FRESH : state
          if (idles && placed >= fewest && placed <= most) {
            const at = to + placed * STATES + (last === BUSY ? IDLE : last)
            if (so < (value[at] as number)) {
              value[at] = so
              cameFrom[at] = state
            }
          }
          if (!meets || placed >= count || placed + 1 < fewest || placed + 1 > most) continue
          if (last === BUSY && this.rest > 0) continue
          const sum = so + price + (last === IDLE ? 1 : 0)
          const at = to + (placed + 1) * STATES + BUSY
          if (sum < (value[at] as number)) {
            value[at] = sum
            cameFrom[at] = state
          }
        }
      }
    }
    let placed = count
    let state = FRESH
    const end = T * row + count * STATES
    for (const last of [BUSY, IDLE])
      if ((value[end + last] as number) < (value[end + state] as number)) state = last
    const least = value[end + state] as number
    if (least >= INFINITE) return INFINITE
    for (let slot = T; slot > 0; slot--) {
      const before = cameFrom[slot * row + placed * STATES + state] as number
      if (state === BUSY) {
        this.used[slot - 1] = (this.used[slot - 1] as number) + 1
        placed--
      }
      state = before
    }
    return least
  }
}
