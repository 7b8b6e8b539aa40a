import { createAnnealer } from '../timetable/annealer'
import { startDomains } from '../timetable/domains'
import { boardHours, type Hour, hoursTimetable } from './day-board'
import { type FreeSpan, type HostProposal, overlaps, type ProposalInput } from './proposal'
import { settleEarly } from './settle-early'
import { reasonsOfTimes } from './time-reasons'

/** The same page gives the same times; a page of eleven hosts is solved in a few hundred steps. */
const SEED = 1
const STEPS = 3_000
/** Between two meetings of the reader's, where that can be had. */
const BREATH_MS = 5 * 60_000

/**
 * Times to meet each host, out of those that are free for both. The first times of all hosts are a timetable
 * of the reader's (see `day-board.ts`): they don't clash with each other nor with what the reader has, lie
 * next to each other and to the reader's meetings with as few gaps as the timetable's solver finds, at most
 * six hours a day, and are the earliest that give that. The others are alternatives: they may clash with
 * another host's, since choosing one changes what the next page proposes. A host without a free time has none.
 *
 * Pure and always the same for the same input.
 */
export function proposeTimes(input: ProposalInput): HostProposal[] {
  const hours = boardHours(input)
  const firsts = placeFirsts(input, hours, plannedHours(hours, input.hosts.length))
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
  const solver = createAnnealer(problem, startDomains(problem), { seed: SEED })
  solver.advance(STEPS)
  const plan = solver.best()?.slots ?? problem.meetings.map(({ fixed }) => fixed ?? -1)
  return settleEarly(problem, plan).slice(0, hostCount)
}

/**
 * The hosts' own times in the planned hours, drawn towards the meeting before. Whoever has no hour gets its
 * first time that keeps clear of everything, or else its first time.
 */
function placeFirsts(
  { hosts, taken }: ProposalInput,
  hours: readonly Hour[],
  planned: readonly number[],
): (FreeSpan | undefined)[] {
  const firsts: (FreeSpan | undefined)[] = hosts.map(() => undefined)
  const held: FreeSpan[] = [...taken]
  const isClear = ({ from, until }: FreeSpan, breath = 0) =>
    !held.some((other) => overlaps(other, { from: from - breath, until: until + breath }))
  const isUsed = (at: number) => at >= 0 && (planned.includes(at) || hours[at]?.isTaken === true)
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
    // Within a run of hours in use, the time that the meetings before leave is used as well.
    let start = at
    while (isUsed(start - 1) && hours[start - 1]?.until === hours[start]?.from) start--
    const from = hours[start]?.from ?? hour.from
    const within = (hosts[host]?.free ?? []).filter((span) => span.from >= from && span.until <= hour.until)
    place(host, within.find((span) => isClear(span, BREATH_MS)) ?? within.find((span) => isClear(span)))
  }
  for (const [host, { free }] of hosts.entries()) {
    if (!firsts[host])
      place(
        host,
        free.find((span) => isClear(span)),
      )
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
