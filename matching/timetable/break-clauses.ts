import type { Formula } from '../sat/formula'
import { daysOfSlots } from './count-plan'
import type { Domains } from './domains'
import { fewestBreaksOfSeats, fitsPattern } from './pattern-bound'
import type { TimetableProblem } from './timetable'

interface BusySeats {
  problem: TimetableProblem
  domains: Domains
  /** Each seat's meetings. */
  own: readonly (readonly number[])[]
  /** Seat × slot: the variable of being busy. */
  busy: readonly (readonly number[])[]
}

/**
 * Counts each seat's breaks, keeps the spread and, unless it is null, all breaks together to `mostBreaks`. That a
 * seat has at least its own fewest, and at most what the others' fewest leave it, follows from counting, which
 * clauses do badly: said at the start, it shortens finding and refuting many times over.
 */
export function limitBreaks(formula: Formula, seats: BusySeats, mostBreaks: number | null): void {
  const { problem, own } = seats
  const days = daysOfSlots(problem)
  const spread = problem.breakSpread
  const somebodyHasNone = own.some((meetings) => meetings.length < 2)
  const fewest = fewestBreaksOfSeats(problem, seats.domains)
  const spare = mostBreaks === null ? null : mostBreaks - fewest.reduce((sum, breaks) => sum + breaks, 0)
  const all: number[] = []
  const ofSeats = own.map((meetings, seat) => {
    if (meetings.length < 2) return []
    const busy = seats.busy[seat] ?? []
    const breaks = breaksOf(formula, busy, days)
    const cap = somebodyHasNone && spread !== null ? spread : (mostBreaks ?? breaks.length)
    const counts = formula.count(breaks, spread !== null && !somebodyHasNone ? breaks.length : cap)
    if (problem.dayStarts.length === 1) nameRuns(formula, seats, seat, breaks, counts)
    const own = fewest[seat] ?? 0
    const atLeast = counts[Math.min(own, counts.length) - 1]
    if (atLeast !== undefined) formula.add(atLeast)
    const tooMany = spare === null ? undefined : counts[own + spare]
    if (tooMany !== undefined) formula.add(-tooMany)
    all.push(...counts)
    return counts
  })
  if (spread !== null) keepSpread(formula, ofSeats, spread)
  if (mostBreaks === null) return
  const beyond = formula.count(all, mostBreaks)[mostBreaks]
  if (beyond !== undefined) formula.add(-beyond)
}

/** For each slot that can end a break a variable: busy now, idle just before, busy earlier that day. */
function breaksOf(formula: Formula, busy: readonly number[], days: readonly number[]): number[] {
  const breaks: number[] = []
  let begun = 0
  busy.forEach((isBusy, slot) => {
    const last = busy[slot - 1]
    if (last === undefined || days[slot] !== days[slot - 1]) {
      begun = isBusy
      return
    }
    if (begun !== last) {
      const ends = formula.fresh()
      formula.add(-isBusy, last, -begun, ends)
      formula.add(-ends, isBusy)
      formula.add(-ends, -last)
      formula.add(-ends, begun)
      breaks.push(ends)
    }
    const still = formula.fresh()
    formula.add(-isBusy, still)
    formula.add(-begun, still)
    formula.add(-still, isBusy, begun)
    begun = still
  })
  return breaks
}

/**
 * A seat either has a break or is busy in exactly one of the runs of slots that its meetings can fill: not
 * needed, but it lets the search choose runs, closes those that no matching fills, and makes slots busy or
 * idle that are so in all runs left.
 */
function nameRuns(
  formula: Formula,
  seats: BusySeats,
  seat: number,
  breaks: readonly number[],
  counts: readonly number[],
): void {
  const { problem, domains } = seats
  const meetings = seats.own[seat] ?? []
  const busy = seats.busy[seat] ?? []
  const runs: number[] = []
  const covering: number[][] = busy.map(() => [])
  const others: number[][] = busy.map(() => [])
  for (let start = 0; start + meetings.length <= problem.slotCount; start++) {
    const end = start + meetings.length
    if (!fitsPattern(meetings, domains, problem.slotCount, (slot) => slot >= start && slot < end)) continue
    const run = formula.fresh()
    busy.forEach((isBusy, slot) => {
      const covers = slot >= start && slot < end
      formula.add(-run, covers ? isBusy : -isBusy)
      ;(covers ? covering : others)[slot]?.push(run)
    })
    runs.push(run)
  }
  const broken = formula.fresh()
  formula.add(broken, ...runs)
  formula.atMostOne([...runs, broken])
  busy.forEach((isBusy, slot) => {
    formula.add(-isBusy, broken, ...(covering[slot] ?? []))
    formula.add(isBusy, broken, ...(others[slot] ?? []))
  })
  formula.add(-broken, ...breaks)
  if (counts[0] !== undefined) formula.add(-broken, counts[0])
  for (const ends of breaks) formula.add(-ends, broken)
}

/** Whoever has `spread` breaks more than k − 1 makes everybody have k: then no two lie further apart. */
function keepSpread(formula: Formula, ofSeats: readonly (readonly number[])[], spread: number): void {
  const most = ofSeats.reduce((longest, counts) => Math.max(longest, counts.length), 0)
  for (let k = 1; k + spread <= most; k++) {
    const everybody = formula.fresh()
    for (const counts of ofSeats) {
      const far = counts[k + spread - 1]
      if (far !== undefined) formula.add(-far, everybody)
      const own = counts[k - 1]
      if (own !== undefined) formula.add(-everybody, own)
      else formula.add(-everybody)
    }
  }
}
