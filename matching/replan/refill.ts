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

/** A break weighs so much against the value of a pair, which is between 0 and 1. */
const BREAK_WEIGHT = 0.5

/**
 * Fills the places that cancelled meetings left, if possible with a pair of one of those who lost it, the places
 * with the fewest such pairs first. Then lets whoever still has meetings to give have them at any free time. Nobody is moved, no quota is passed,
 * and no pair meets twice.
 */
export function refill(situation: Situation, slots: readonly number[], waiting: WaitingPairs): Refill[] {
  const times = new OpenTimes(situation.problem, slots, situation.isFrozen)
  const quota = [...situation.quotaLeft]
  const rows = openRows(situation.problem, waiting, quota)
  const most = rows.reduce((high, row) => Math.max(high, waiting.value[row] as number), 1e-9)
  const taken = new Set<number>()
  const found: Refill[] = []
  const isLeft = (row: number) =>
    !taken.has(row) &&
    (quota[waiting.one[row] as number] ?? 0) > 0 &&
    (quota[waiting.other[row] as number] ?? 0) > 0

  /** The row in the slot with its seats and how good it would be; null: it doesn't fit there. */
  const fitIn = (row: number, slot: number) => {
    const one = times.freeSeat(waiting.one[row] as number, slot)
    if (one < 0) return null
    const other = times.freeSeat(waiting.other[row] as number, slot)
    if (other < 0) return null
    const breaks = times.moreBreaks(one, slot) + times.moreBreaks(other, slot)
    const seats: [number, number] = [one, other]
    return { waiting: row, seats, slot, score: (waiting.value[row] as number) / most - BREAK_WEIGHT * breaks }
  }
  const take = ({ waiting: row, seats, slot }: Refill) => {
    taken.add(row)
    for (const participant of [waiting.one[row] as number, waiting.other[row] as number]) {
      quota[participant] = (quota[participant] ?? 0) - 1
    }
    times.take(seats, slot)
    found.push({ waiting: row, seats, slot })
  }

  const isOpen = (row: number, slot: number) =>
    times.freeSeat(waiting.one[row] as number, slot) >= 0 &&
    times.freeSeat(waiting.other[row] as number, slot) >= 0
  const bestIn = (among: readonly number[], slot: number): Refill | null => {
    let best: (Refill & { score: number }) | null = null
    for (const row of among) {
      const now = isLeft(row) ? fitIn(row, slot) : null
      if (now && (!best || now.score > best.score)) best = now
    }
    return best
  }
  const rowsOf = new Map<number, number[]>()
  for (const row of rows) {
    for (const participant of [waiting.one[row] as number, waiting.other[row] as number]) {
      const own = rowsOf.get(participant)
      if (own) own.push(row)
      else rowsOf.set(participant, [row])
    }
  }
  const losersRows = situation.freed.map(({ slot, participants }) => {
    const own = participants.flatMap((participant) => rowsOf.get(participant) ?? [])
    return { slot, own: own.filter((row) => isOpen(row, slot)) }
  })
  losersRows.sort((a, b) => a.own.length - b.own.length)
  for (const { slot, own } of losersRows) {
    if (!times.hasTable(slot)) continue
    const found = bestIn(own, slot) ?? bestIn(rows, slot)
    if (found) take(found)
  }
  for (const row of rows.toSorted(
    (a, b) => (waiting.value[b] as number) - (waiting.value[a] as number) || a - b,
  )) {
    if (!isLeft(row)) continue
    let best: (Refill & { score: number }) | null = null
    for (let slot = 0; slot < times.slotCount; slot++) {
      if (!times.hasTable(slot)) continue
      const now = fitIn(row, slot)
      if (now && (!best || now.score > best.score)) best = now
    }
    if (best) take(best)
  }
  return found
}

/** The rows of which both may have a meeting more, and have none with one another. */
export function openRows(
  problem: TimetableProblem,
  waiting: WaitingPairs,
  quota: readonly number[],
): number[] {
  const span = waiting.one.length === 0 ? 1 : largest(problem, waiting) + 1
  const met = new Set<number>()
  for (const { seats } of problem.meetings) {
    for (const a of seats) {
      for (const b of seats) {
        met.add((problem.seats[a]?.participant ?? 0) * span + (problem.seats[b]?.participant ?? 0))
      }
    }
  }
  const rows: number[] = []
  for (let row = 0; row < waiting.count; row++) {
    const one = waiting.one[row] as number
    const other = waiting.other[row] as number
    if (one === other || (quota[one] ?? 0) < 1 || (quota[other] ?? 0) < 1) continue
    if (met.has(one * span + other)) continue
    met.add(one * span + other)
    met.add(other * span + one)
    rows.push(row)
  }
  return rows
}

function largest({ seats }: TimetableProblem, { one, other, count }: WaitingPairs): number {
  let most = 0
  for (const { participant } of seats) most = Math.max(most, participant)
  for (let row = 0; row < count; row++) most = Math.max(most, one[row] as number, other[row] as number)
  return most
}
