import { daysOfSlots } from './count-plan'
import type { Domains } from './domains'
import { flatten, IndexSet, type Relation, relation } from './flat-lists'
import type { TimetableProblem } from './timetable'

/** What the annealer pays for, in breaks. */
export interface AnnealingPrices {
  /** A meeting that isn't held. */
  unscheduled: number
  /** A meeting held outside its preferred slots. */
  wish: number
  /** A slot without a meeting within a run of a seat's day: it draws runs together before they touch. */
  idle: number
  /** A seat's break beyond `fairBreaks`, on top. */
  unfair: number
  fairBreaks: number
  /** A held meeting in another slot than `initial` has for it; for re-planning. */
  moved: number
}

export const LONGEST_DAY = 31

/** The ones among the 32 bits of `x`. */
export function countOnes(x: number): number {
  const pairs = x - ((x >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** The breaks of one day, whose busy slots are the ones of `mask`. */
export function breaksOf(mask: number): number {
  return mask === 0 ? 0 : countOnes(mask & ~(mask << 1)) - 1
}

/**
 * A timetable under change, in flat arrays: who is where (`occupant`), and each seat's day as a mask of busy
 * slots. Meetings by index; slots over all days; seat × day and meeting × day are `index * dayCount + day`.
 * It keeps one meeting a seat a slot only because its callers look first.
 */
export class AnnealingState {
  readonly seatCount: number
  readonly meetingCount: number
  readonly slotCount: number
  readonly dayCount: number
  readonly minimumRest: number
  readonly dayOf: Int32Array
  /** The slot's place within its day, 0 … 30. */
  readonly bitOf: Int32Array
  readonly firstOfDay: Int32Array
  readonly tables: Int32Array
  /** The two seats of a meeting, and their sum; −1 for a pooled meeting, which no chain moves. */
  readonly seatA: Int32Array
  readonly seatB: Int32Array
  readonly seatSum: Int32Array
  /** All seats of meeting m: seatList[seatStart[m] … seatStart[m + 1] − 1]. */
  readonly seatStart: Int32Array
  readonly seatList: Int32Array
  /** The slots of meeting m: slotList[slotStart[m] … slotStart[m + 1] − 1], ascending. */
  readonly slotStart: Int32Array
  readonly slotList: Int32Array
  /** Allowed slots of meeting × day as a mask. */
  readonly allowed: Int32Array
  /** The same for chains: nothing for a pooled meeting. */
  readonly movable: Int32Array
  readonly preferred: Int32Array | null
  /** Meetings that must be before meeting m, and those after it; null: no precedences at all. */
  readonly before: Relation | null
  readonly after: Relation | null
  /** For re-planning: where each meeting is at home; null: no price on moving. */
  readonly home: Int32Array | null

  /** −1: not held. */
  readonly slotOf: Int32Array
  /** Seat × slot: its meeting, or −1. */
  readonly occupant: Int32Array
  /** Seat × day: busy slots. */
  readonly mask: Int32Array
  /** Meetings in each slot. */
  readonly load: Int32Array
  readonly breaksOfSeat: Int32Array
  readonly withBreaks: IndexSet
  readonly unscheduled: IndexSet
  breaks = 0
  brokenWishes = 0
  /** What all this costs; only differences mean anything. Chains add their meetings' own prices themselves. */
  price = 0

  constructor(
    problem: TimetableProblem,
    domains: Domains,
    readonly prices: AnnealingPrices,
    home: ArrayLike<number> | null,
  ) {
    const days = daysOfSlots(problem)
    this.seatCount = problem.seats.length
    this.meetingCount = problem.meetings.length
    this.slotCount = problem.slotCount
    this.dayCount = Math.max(1, problem.dayStarts.length)
    this.minimumRest = problem.minimumRest
    this.firstOfDay = Int32Array.from(problem.dayStarts)
    this.dayOf = Int32Array.from(days)
    this.bitOf = Int32Array.from(days, (day, slot) => slot - (problem.dayStarts[day] ?? 0))
    if (this.bitOf.some((bit) => bit >= LONGEST_DAY)) throw new Error(`A day has over ${LONGEST_DAY} slots`)
    this.tables = Int32Array.from(problem.tables)

    const { meetings } = problem
    const two = (index: number) =>
      Int32Array.from(meetings, ({ seats }) => (seats.length === 2 ? (seats[index] ?? -1) : -1))
    this.seatA = two(0)
    this.seatB = two(1)
    this.seatSum = this.seatA.map((seat, meeting) => seat + (this.seatB[meeting] as number))
    const seats = flatten(meetings.map((meeting) => meeting.seats))
    this.seatStart = seats.start
    this.seatList = seats.list
    const slots = flatten(domains)
    this.slotStart = slots.start
    this.slotList = slots.list
    this.allowed = this.masks(domains)
    this.movable = this.allowed.map((mask, i) => {
      return (this.seatA[Math.floor(i / this.dayCount)] as number) < 0 ? 0 : mask
    })
    const wishes = meetings.map((meeting) => meeting.preferred)
    this.preferred = wishes.some((wish) => wish.length > 0) ? this.masks(wishes) : null
    const { precedences } = problem
    this.before = precedences.length === 0 ? null : relation(meetings.length, precedences, 'after', 'before')
    this.after = precedences.length === 0 ? null : relation(meetings.length, precedences, 'before', 'after')
    this.home = home && prices.moved > 0 ? Int32Array.from(home) : null

    this.slotOf = new Int32Array(this.meetingCount).fill(-1)
    this.occupant = new Int32Array(this.seatCount * this.slotCount).fill(-1)
    this.mask = new Int32Array(this.seatCount * this.dayCount)
    this.load = new Int32Array(this.slotCount)
    this.breaksOfSeat = new Int32Array(this.seatCount)
    this.withBreaks = new IndexSet(this.seatCount)
    this.unscheduled = new IndexSet(this.meetingCount)
    for (let meeting = 0; meeting < this.meetingCount; meeting++) this.unscheduled.add(meeting)
  }

  /** Holds a meeting that isn't held; its seats must be idle in the slot. */
  put(meeting: number, slot: number): void {
    this.slotOf[meeting] = slot
    this.load[slot] = (this.load[slot] as number) + 1
    const day = this.dayOf[slot] as number
    const bit = 1 << (this.bitOf[slot] as number)
    for (let i = this.seatStart[meeting] as number; i < (this.seatStart[meeting + 1] as number); i++) {
      const seat = this.seatList[i] as number
      this.occupant[seat * this.slotCount + slot] = meeting
      this.setMask(seat, day, (this.mask[seat * this.dayCount + day] as number) | bit)
    }
    this.unscheduled.remove(meeting)
    this.brokenWishes += this.breaksWish(meeting, slot)
    this.price += this.placePrice(meeting, slot) - this.prices.unscheduled
  }

  /** Takes a held meeting out. */
  take(meeting: number): void {
    const slot = this.slotOf[meeting] as number
    this.slotOf[meeting] = -1
    this.load[slot] = (this.load[slot] as number) - 1
    const day = this.dayOf[slot] as number
    const bit = 1 << (this.bitOf[slot] as number)
    for (let i = this.seatStart[meeting] as number; i < (this.seatStart[meeting + 1] as number); i++) {
      const seat = this.seatList[i] as number
      this.occupant[seat * this.slotCount + slot] = -1
      this.setMask(seat, day, (this.mask[seat * this.dayCount + day] as number) & ~bit)
    }
    this.unscheduled.add(meeting)
    this.brokenWishes -= this.breaksWish(meeting, slot)
    this.price += this.prices.unscheduled - this.placePrice(meeting, slot)
  }

  /** Writes a seat's day and counts its breaks anew. */
  setMask(seat: number, day: number, mask: number): void {
    const index = seat * this.dayCount + day
    const old = this.mask[index] as number
    const more = breaksOf(mask) - breaksOf(old)
    this.mask[index] = mask
    this.price += this.dayPrice(mask) - this.dayPrice(old)
    if (more === 0) return
    this.breaks += more
    const breaks = (this.breaksOfSeat[seat] as number) + more
    this.price += this.unfairness(breaks) - this.unfairness(breaks - more)
    this.breaksOfSeat[seat] = breaks
    if (breaks === 0) this.withBreaks.remove(seat)
    else if (breaks === more) this.withBreaks.add(seat)
  }

  /** What one day of a seat costs with these busy slots, apart from unfairness. */
  dayPrice(mask: number): number {
    if (mask === 0) return 0
    const ones = countOnes(mask)
    const span = 32 - Math.clz32(mask) - (31 - Math.clz32(mask & -mask))
    return countOnes(mask & ~(mask << 1)) - 1 + this.prices.idle * (span - ones)
  }

  /** What a seat's breaks cost for being more than the fair number. */
  unfairness(breaks: number): number {
    const beyond = breaks - this.prices.fairBreaks
    return beyond > 0 ? beyond * this.prices.unfair : 0
  }

  /** 1 where the meeting would be held outside its preferred slots. */
  breaksWish(meeting: number, slot: number): number {
    if (this.preferred === null) return 0
    const day = this.dayOf[slot] as number
    const wanted = this.preferred[meeting * this.dayCount + day] as number
    if ((wanted >>> (this.bitOf[slot] as number)) & 1) return 0
    if (wanted !== 0) return 1
    for (let other = 0; other < this.dayCount; other++) {
      if (this.preferred[meeting * this.dayCount + other] !== 0) return 1
    }
    return 0
  }

  /** What a meeting's own place costs: broken wishes and moves away from home. */
  placePrice(meeting: number, slot: number): number {
    let price = this.prices.wish * this.breaksWish(meeting, slot)
    if (this.home !== null) {
      const home = this.home[meeting] as number
      if (home >= 0 && home !== slot) price += this.prices.moved
    }
    return price
  }

  isAllowed(meeting: number, slot: number): boolean {
    const mask = this.allowed[meeting * this.dayCount + (this.dayOf[slot] as number)] as number
    return ((mask >>> (this.bitOf[slot] as number)) & 1) === 1
  }

  /** Whether a seat's day keeps the rest between its meetings. */
  isRested(mask: number): boolean {
    for (let gap = 1; gap <= this.minimumRest; gap++) if (mask & (mask >>> gap)) return false
    return true
  }

  /** Whether the meeting's slot agrees with those of the held meetings before and after it. */
  keepsPrecedence(meeting: number): boolean {
    const { before, after, slotOf } = this
    if (before === null || after === null) return true
    const slot = slotOf[meeting] as number
    for (let i = before.start[meeting] as number; i < (before.start[meeting + 1] as number); i++) {
      const other = slotOf[before.list[i] as number] as number
      if (other >= 0 && other >= slot) return false
    }
    for (let i = after.start[meeting] as number; i < (after.start[meeting + 1] as number); i++) {
      const other = slotOf[after.list[i] as number] as number
      if (other >= 0 && other <= slot) return false
    }
    return true
  }

  isFair(spread: number): boolean {
    let most = 0
    let least = Number.POSITIVE_INFINITY
    for (let seat = 0; seat < this.seatCount; seat++) {
      const breaks = this.breaksOfSeat[seat] as number
      if (breaks > most) most = breaks
      if (breaks < least) least = breaks
    }
    return this.seatCount === 0 || most - least <= spread
  }

  private masks(slotsOf: readonly (readonly number[])[]): Int32Array {
    const masks = new Int32Array(slotsOf.length * this.dayCount)
    slotsOf.forEach((slots, meeting) => {
      for (const slot of slots) {
        const index = meeting * this.dayCount + (this.dayOf[slot] ?? 0)
        masks[index] = (masks[index] as number) | (1 << (this.bitOf[slot] ?? 0))
      }
    })
    return masks
  }
}
