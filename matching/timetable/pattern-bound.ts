import { filterAllDifferent } from './all-different'
import { type Domains, meetingsOfSeats } from './domains'
import type { TimetableProblem } from './timetable'

/** Patterns looked at for one seat before the bound rests with what is known. */
const MOST_PATTERNS = 20_000
const MOST_BREAKS = 4

/**
 * A bound from below on all breaks when every meeting is held: the sum of each seat's own fewest breaks, by
 * trying its patterns of busy slots with 0, 1, … breaks until its meetings fit one (a matching). Of one day
 * only; with several days it says 0.
 */
export function patternBound(problem: TimetableProblem, domains: Domains): number {
  return fewestBreaksOfSeats(problem, domains).reduce((sum, breaks) => sum + breaks, 0)
}

/** For each seat the fewest breaks that its own meetings make, or fewer; with several days 0. */
export function fewestBreaksOfSeats(problem: TimetableProblem, domains: Domains): number[] {
  const oneDay = problem.dayStarts.length === 1
  return meetingsOfSeats(problem).map((meetings) =>
    oneDay && meetings.length > 1 ? fewestBreaks(meetings, domains, problem.slotCount) : 0,
  )
}

/** Whether the meetings fit the slots for which `isBusy` holds, each its own. */
export function fitsPattern(
  meetings: readonly number[],
  domains: Domains,
  slotCount: number,
  isBusy: (slot: number) => boolean,
): boolean {
  const within: Domains = []
  for (const meeting of meetings) within[meeting] = (domains[meeting] ?? []).filter(isBusy)
  return filterAllDifferent(meetings, within, slotCount).conflict === null
}

function fewestBreaks(meetings: readonly number[], domains: Domains, slotCount: number): number {
  const may = new Uint8Array(slotCount)
  const must = new Uint8Array(slotCount)
  for (const meeting of meetings) {
    const slots = domains[meeting] ?? []
    for (const slot of slots) may[slot] = 1
    if (slots.length === 1) must[slots[0] as number] = 1
  }
  const busy = new Uint8Array(slotCount)
  let patterns = 0

  /** Whether `left` meetings fit in `runs` runs from slot `from` on, beside those that `busy` has already. */
  const fits = (from: number, left: number, runs: number): boolean => {
    if (left === 0) {
      for (let slot = from; slot < slotCount; slot++) if (must[slot]) return false
      // Without an answer in time the seat counts as if it fitted: the bound stays true.
      if (++patterns > MOST_PATTERNS) return true
      return fitsPattern(meetings, domains, slotCount, (slot) => busy[slot] === 1)
    }
    for (let start = from; start + left + runs - 1 <= slotCount; start++) {
      let end = start
      while (end < slotCount && end - start < left - (runs - 1) && may[end]) {
        busy[end++] = 1
        const length = end - start
        if (runs === 1 ? length === left && fits(end, 0, 0) : fitsNext(end, left - length, runs - 1))
          return true
      }
      busy.fill(0, start, end)
      if (must[start]) return false
    }
    return false
  }
  const fitsNext = (end: number, left: number, runs: number): boolean =>
    !must[end] && fits(end + 1, left, runs)

  for (let breaks = 0; breaks < MOST_BREAKS; breaks++) if (fits(0, meetings.length, breaks + 1)) return breaks
  return MOST_BREAKS
}
