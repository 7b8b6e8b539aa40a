import { createEventSolver } from '../timetable/event-solver'
import { boardHours, type Hour, hoursTimetable } from './day-board'
import { type FreeSpan, type HostProposal, overlaps, type ProposalInput } from './proposal'
import { settle } from './settle'
import { reasonsOfTimes } from './time-reasons'

/** The same page gives the same times; a page of eleven hosts is solved in a few hundred steps. */
const SEED = 1
const STEPS = 3_000

/**
 * Times to meet each host, out of those that are free for both. The first times of all hosts are a timetable
 * of the reader's: the timetable's solver puts them into the hours of the nearest days (`day-board.ts`) so
 * that all are held with as few breaks as can be, and `settle.ts` draws them together on the hosts' own
 * clocks. They don't clash with each other nor with what the reader has, lie next to each other and to the
 * reader's meetings, at most six a day, and early. The others are alternatives: they may clash with another
 * host's, since choosing one changes what the next page proposes. A host without a free time has none.
 *
 * Pure and always the same for the same input.
 */
export function proposeTimes(input: ProposalInput): HostProposal[] {
  const hours = boardHours(input)
  const firsts = settle(input, placeFirsts(input, hours, plannedHours(hours, input.hosts.length)))
  const chosen = input.hosts.map(({ free }, host) => {
    const first = firsts[host]
    return first ? [first, ...alternatives(free, first, input, firsts)] : []
  })
  return reasonsOfTimes(input, chosen)
}

/** The hour of each host's proposal; −1: none on the board. */
function plannedHours(hours: readonly Hour[], hostCount: number): number[] {
  if (hours.length === 0) return Array.from({ length: hostCount }, () => -1)
  const problem = hoursTimetable(hours, hostCount)
  const { plan } = createEventSolver(problem, SEED).advance(STEPS)
  return (plan?.slots ?? problem.meetings.map(() => -1)).slice(0, hostCount)
}

/**
 * The hosts' own times in the planned hours. Whoever has no hour gets its first time that keeps clear of
 * everything, or else its first time.
 */
function placeFirsts(
  { hosts, taken }: ProposalInput,
  hours: readonly Hour[],
  planned: readonly number[],
): (FreeSpan | undefined)[] {
  const firsts: (FreeSpan | undefined)[] = hosts.map(() => undefined)
  const held: FreeSpan[] = [...taken]
  const isClear = (span: FreeSpan) => !held.some((other) => overlaps(other, span))
  const inOrder = [...hosts.keys()].sort((a, b) => (planned[a] ?? -1) - (planned[b] ?? -1))
  const place = (host: number, span: FreeSpan | undefined) => {
    if (!span) return
    firsts[host] = span
    held.push(span)
  }
  for (const host of inOrder) {
    const at = planned[host] ?? -1
    const hour = hours[at]
    if (!hour) continue
    place(host, hour.free[host]?.find(isClear))
  }
  for (const [host, { free }] of hosts.entries()) {
    if (!firsts[host]) place(host, free.find(isClear))
  }
  return firsts.map((first, host) => first ?? hosts[host]?.free[0])
}

/** Other times of a host, clear of all proposals where there are such, no more of one day than allowed. */
function alternatives(
  free: readonly FreeSpan[],
  first: FreeSpan,
  { taken, most, mostOfDay }: ProposalInput,
  firsts: readonly (FreeSpan | undefined)[],
): FreeSpan[] {
  const ofDay = new Map([[first.day, 1]])
  const held = [...taken, ...firsts.filter((other) => other !== undefined)]
  const others: FreeSpan[] = []
  const isFree = (span: FreeSpan) => !held.some((other) => overlaps(other, span))
  for (const mayClash of [false, true]) {
    for (const span of free) {
      if (others.length >= most - 1) return others
      const count = ofDay.get(span.day) ?? 0
      if (count >= mostOfDay || overlaps(span, first) || others.includes(span)) continue
      if (!mayClash && !isFree(span)) continue
      ofDay.set(span.day, count + 1)
      others.push(span)
    }
  }
  return others
}
