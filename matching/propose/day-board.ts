import type { TimetableProblem } from '../timetable/timetable'
import { type FreeSpan, overlaps, type ProposalInput, type Span } from './proposal'

const HOUR_MS = 3_600_000
/** Hours of one day into which proposals and the reader's meetings go: half a day's work. */
const HOURS_A_DAY = 6
/** What a meeting of the reader's within reach is worth in hosts, when a day's hours are chosen. */
const NEAR_MEETING = 2
/** Days that are looked at: with six hours each they hold every page several times over. */
const MOST_DAYS = 14

/** An hour of the reader's calendar, or a part of one: a slot of the timetable. */
export interface Hour extends Span {
  day: number
  isTaken: boolean
  /** By host: its free times that lie wholly within; most have one to three. */
  free: readonly (readonly FreeSpan[])[]
}

/**
 * The hours of the nearest days: of each day at most six in a row, those in which most hosts are free, next
 * to the reader's own meetings where there are any; and no more days than it takes for each host to have an
 * hour of its own. Hosts keep clocks of their own (20 minutes from nine, 45 from a quarter past): an hour is
 * the unit in which one meeting of the reader's excludes another, whatever its length.
 */
export function boardHours({ hosts, taken }: Pick<ProposalInput, 'hosts' | 'taken'>): Hour[] {
  const longest = Math.max(0, ...hosts.flatMap(({ free }) => free.map(({ from, until }) => until - from)))
  const width = HOUR_MS * Math.max(1, Math.ceil(longest / HOUR_MS))
  const days = new Map<number, Map<number, FreeSpan[][]>>()
  for (const [host, { free }] of hosts.entries()) {
    for (const span of free) {
      const at = Math.floor(span.from / width)
      if (span.until > (at + 1) * width) continue
      const day = days.get(span.day) ?? new Map<number, FreeSpan[][]>()
      days.set(span.day, day)
      const hour = day.get(at) ?? hosts.map(() => [])
      day.set(at, hour)
      hour[host]?.push(span)
    }
  }
  const hours: Hour[] = []
  const nearest = [...days.keys()].sort((a, b) => a - b).slice(0, MOST_DAYS)
  for (const day of nearest) {
    const here = days.get(day) ?? new Map<number, FreeSpan[][]>()
    const busy = taken.filter((span) => span.day === day)
    hours.push(...hoursOfDay(day, here, busy, width))
    if (holdsAll(hours, hosts)) break
  }
  return hours
}

function hoursOfDay(
  day: number,
  here: ReadonlyMap<number, FreeSpan[][]>,
  busy: readonly FreeSpan[],
  width: number,
): Hour[] {
  const known = new Set(here.keys())
  for (const { from, until } of busy) {
    for (let at = Math.floor(from / width); at * width < until; at++) known.add(at)
  }
  let best: Hour[] = []
  let most = Number.NEGATIVE_INFINITY
  for (const start of [...known].sort((a, b) => a - b)) {
    const hours = Array.from({ length: HOURS_A_DAY }, (_, i) => start + i).flatMap((at) =>
      cutHour({ from: at * width, until: (at + 1) * width, day }, here.get(at) ?? [], busy),
    )
    const open = new Set(
      hours.flatMap(({ free }) => free.flatMap((spans, host) => (spans.length > 0 ? [host] : []))),
    )
    const worth = open.size + (hours.some(({ isTaken }) => isTaken) ? NEAR_MEETING : 0)
    if (worth <= most) continue
    most = worth
    best = hours
  }
  return best
}

/** An hour; where a meeting of the reader's lies in it, that meeting and what is left before and after it. */
function cutHour(hour: FreeSpan, free: readonly FreeSpan[][], busy: readonly FreeSpan[]): Hour[] {
  const parts: Hour[] = []
  const open = (from: number, until: number) => {
    const within = free.map((spans) => spans.filter((span) => span.from >= from && span.until <= until))
    if (within.some((spans) => spans.length > 0)) {
      parts.push({ from, until, day: hour.day, isTaken: false, free: within })
    }
  }
  const meetings = busy.filter((other) => overlaps(other, hour)).sort((a, b) => a.from - b.from)
  if (meetings.length === 0) return [{ ...hour, isTaken: false, free }]
  let cursor = hour.from
  for (const meeting of meetings) {
    open(cursor, meeting.from)
    const from = Math.max(cursor, meeting.from)
    cursor = Math.max(cursor, Math.min(meeting.until, hour.until))
    if (from < cursor) parts.push({ from, until: cursor, day: hour.day, isTaken: true, free: [] })
  }
  open(cursor, hour.until)
  return parts
}

/** Whether each host that has times at all can have an hour of its own (Kuhn's augmenting paths). */
function holdsAll(hours: readonly Hour[], hosts: ProposalInput['hosts']): boolean {
  const hostOf: number[] = hours.map(() => -1)
  const place = (host: number, seen: Set<number>): boolean =>
    hours.some(({ isTaken, free }, at) => {
      if (isTaken || seen.has(at) || (free[host] ?? []).length === 0) return false
      seen.add(at)
      const other = hostOf[at] ?? -1
      if (other >= 0 && !place(other, seen)) return false
      hostOf[at] = host
      return true
    })
  return hosts.every(({ free }, host) => free.length === 0 || place(host, new Set()))
}

/**
 * The hours as a timetable: the reader is seat 0 and is in one meeting a slot; meeting h is the one with host
 * h, on seat h + 1, who is away where it has no free time; after them the reader's own meetings, each fixed
 * in its hour with a seat that stands for whoever they are with.
 */
export function hoursTimetable(hours: readonly Hour[], hostCount: number): TimetableProblem {
  const takenHours = hours.flatMap(({ isTaken }, at) => (isTaken ? [at] : []))
  const meeting = (seat: number, fixed: number | null) => ({
    seats: [0, seat],
    session: null,
    fixed,
    preferred: [],
  })
  const hostSeats = Array.from({ length: hostCount }, (_, host) => ({
    participant: host + 1,
    away: hours.flatMap(({ free }, at) => ((free[host] ?? []).length > 0 ? [] : [at])),
  }))
  const others = takenHours.map((_, i) => ({ participant: hostCount + 1 + i, away: [] }))
  return {
    slotCount: hours.length,
    dayStarts: hours.flatMap(({ day }, at) => (hours[at - 1]?.day === day ? [] : [at])),
    tables: hours.map(() => 1),
    sessions: [],
    seats: [{ participant: 0, away: [] }, ...hostSeats, ...others],
    meetings: [
      ...hostSeats.map((_, host) => meeting(host + 1, null)),
      ...takenHours.map((at, i) => meeting(hostCount + 1 + i, at)),
    ],
    precedences: [],
    minimumRest: 0,
    breakSpread: null,
  }
}
