import type { TimetableProblem } from '../timetable/timetable'
import { OpenTimes } from './open-times'
import type { WaitingPairs } from './replan'
import type { Situation } from './situation'

/** A new meeting that fits without moving anybody. */
export interface Refill {
  /** The row of the waiting pairs. */
  waiting: number
  seats: [number, number]
  slot: number
}

/** A break weighs as much as the whole value of the dearest pair. */
const BREAK_WEIGHT = 1

/**
 * Fills the places that cancelled meetings left, if possible with a pair of one of those who lost it, the places
 * with the fewest such pairs first. Then lets whoever still has meetings to give have them at any free time.
 * Nobody is moved, no quota is passed, and no pair meets twice.
 */
export function refill(situation: Situation, slots: readonly number[], waiting: WaitingPairs): Refill[] {
  return new Refilling(situation, slots, waiting).run()
}

class Refilling {
  private readonly times: OpenTimes
  private readonly quota: number[]
  private readonly rows: number[]
  private readonly most: number
  private readonly taken = new Set<number>()
  private readonly found: Refill[] = []
  /** Places not yet filled that each participant lost. */
  private readonly lost = new Map<number, number>()

  constructor(
    private readonly situation: Situation,
    slots: readonly number[],
    private readonly waiting: WaitingPairs,
  ) {
    this.times = new OpenTimes(situation.problem, slots, situation.isFrozen)
    this.quota = [...situation.quotaLeft]
    this.rows = openRows(situation.problem, waiting, this.quota)
    this.most = this.rows.reduce((high, row) => Math.max(high, waiting.value[row] as number), 1e-9)
    for (const { participants } of situation.freed) this.countLost(participants, 1)
  }

  run(): Refill[] {
    const rowsOf = this.rowsOfParticipants()
    const places = this.situation.freed.map(({ slot, participants }) => {
      const own = participants.flatMap((participant) => rowsOf.get(participant) ?? [])
      return { slot, participants, own: own.filter((row) => this.isOpen(row, slot)) }
    })
    places.sort((a, b) => a.own.length - b.own.length)
    for (const { slot, participants, own } of places) {
      this.countLost(participants, -1)
      if (!this.times.hasTable(slot)) continue
      this.take(this.bestIn(own, slot) ?? this.bestIn(this.rows, slot))
    }
    const { value } = this.waiting
    const left = this.rows.filter((row) => this.isLeft(row))
    left.sort((a, b) => (value[b] as number) - (value[a] as number) || a - b)
    for (const row of left) this.take(this.bestSlot(row))
    return this.found
  }

  private bestIn(rows: readonly number[], slot: number): Refill | null {
    let best: Refill | null = null
    let most = Number.NEGATIVE_INFINITY
    for (const row of rows) {
      const now = this.isLeft(row) ? this.fitIn(row, slot) : null
      if (!now || now.score <= most) continue
      most = now.score
      best = now
    }
    return best
  }

  private bestSlot(row: number): Refill | null {
    let best: Refill | null = null
    let most = Number.NEGATIVE_INFINITY
    for (let slot = 0; slot < this.times.slotCount && this.isLeft(row); slot++) {
      const now = this.times.hasTable(slot) ? this.fitIn(row, slot) : null
      if (!now || now.score <= most) continue
      most = now.score
      best = now
    }
    return best
  }

  /** The row in the slot with its seats and how good it would be; null: it doesn't fit there. */
  private fitIn(row: number, slot: number): (Refill & { score: number }) | null {
    const { times, waiting } = this
    const a = waiting.one[row] as number
    const b = waiting.other[row] as number
    if (!this.isOpen(row, slot)) return null
    const one = times.freeSeat(a, slot)
    const other = times.freeSeat(b, slot)
    const gaps = times.moreBreaks(one, slot) + times.moreBreaks(other, slot)
    const worth = (waiting.value[row] as number) / this.most
    const score = worth - BREAK_WEIGHT * (gaps + this.keptBack(a) + this.keptBack(b))
    return { waiting: row, seats: [one, other], slot, score }
  }

  /** 1 where somebody's next meeting had better fill a place that it lost itself. */
  private keptBack(participant: number): number {
    return (this.quota[participant] ?? 0) <= (this.lost.get(participant) ?? 0) ? 1 : 0
  }

  private take(refill: Refill | null): void {
    if (!refill) return
    const { waiting: row, seats, slot } = refill
    this.taken.add(row)
    for (const participant of this.both(row)) this.quota[participant] = (this.quota[participant] ?? 0) - 1
    this.times.take(seats, slot)
    this.found.push({ waiting: row, seats, slot })
  }

  private both(row: number): [number, number] {
    return [this.waiting.one[row] as number, this.waiting.other[row] as number]
  }

  private isLeft(row: number): boolean {
    const { waiting, quota } = this
    if ((quota[waiting.one[row] as number] ?? 0) < 1 || (quota[waiting.other[row] as number] ?? 0) < 1)
      return false
    return !this.taken.has(row)
  }

  private isOpen(row: number, slot: number): boolean {
    const { waiting, times } = this
    return times.isFree(waiting.one[row] as number, slot) && times.isFree(waiting.other[row] as number, slot)
  }

  private countLost(participants: readonly number[], more: number): void {
    for (const participant of participants) {
      this.lost.set(participant, (this.lost.get(participant) ?? 0) + more)
    }
  }

  private rowsOfParticipants(): Map<number, number[]> {
    const rowsOf = new Map<number, number[]>()
    for (const row of this.rows) {
      for (const participant of this.both(row)) {
        // Only those who lost a meeting are asked for.
        if (!this.lost.has(participant)) continue
        const own = rowsOf.get(participant)
        if (own) own.push(row)
        else rowsOf.set(participant, [row])
      }
    }
    return rowsOf
  }
}

/** The rows of which both may have a meeting more, and have none with one another. */
export function openRows(
  problem: TimetableProblem,
  waiting: WaitingPairs,
  quota: readonly number[],
): number[] {
  const span = waiting.count === 0 ? 1 : largest(problem, waiting) + 1
  // A pair's key is the same from either side.
  const keyOf = (a: number, b: number) => (a < b ? a * span + b : b * span + a)
  const met = new Set<number>()
  for (const { seats } of problem.meetings) {
    for (let i = 0; i < seats.length; i++) {
      const a = problem.seats[seats[i] as number]?.participant ?? 0
      for (let k = 0; k < i; k++) met.add(keyOf(a, problem.seats[seats[k] as number]?.participant ?? 0))
    }
  }
  const rows: number[] = []
  for (let row = 0; row < waiting.count; row++) {
    const one = waiting.one[row] as number
    const other = waiting.other[row] as number
    if (one === other || (quota[one] ?? 0) < 1 || (quota[other] ?? 0) < 1) continue
    const known = met.size
    if (met.add(keyOf(one, other)).size > known) rows.push(row)
  }
  return rows
}

function largest({ seats }: TimetableProblem, { one, other, count }: WaitingPairs): number {
  let most = 0
  for (const { participant } of seats) most = Math.max(most, participant)
  for (let row = 0; row < count; row++) most = Math.max(most, one[row] as number, other[row] as number)
  return most
}
