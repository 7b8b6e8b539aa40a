import { type FreeSpan, overlaps, type ProposalInput } from './proposal'

/** Meetings of the reader's on one day, with what is booked: more are no pleasure. */
export const MOST_OF_DAY = 6
/** Two meetings with no more than this between them have no break between them. */
export const NEXT_TO_MS = 60 * 60_000
/** Between two meetings, where that can be had. */
const BREATH_MS = 5 * 60_000
const HOUR_MS = 3_600_000
const MOST_PASSES = 5

/**
 * What a calendar costs, in days: a proposal that many days later is as bad. A break is worth waiting two
 * days, another day to keep free one, and hours only decide between times that are otherwise alike.
 */
const PRICES = { break: 2, day: 1, idleHour: 0.1, noBreath: 0.2, laterHour: 0.01 }

/**
 * The proposals (by host) moved one by one to where the reader's calendar costs least, as long as that helps:
 * from the hours of the board to the minutes of the hosts' own clocks. None ever clashes with another or
 * with what is taken, and no day gets more than six. One that clashes to begin with stays as it is.
 */
export function settle(
  { hosts, taken }: Pick<ProposalInput, 'hosts' | 'taken'>,
  proposed: readonly (FreeSpan | undefined)[],
): (FreeSpan | undefined)[] {
  const firsts = [...proposed]
  const firstDay = Math.min(...hosts.flatMap(({ free: [first] }) => first?.day ?? []))
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    let isBetter = false
    for (const [host, { free }] of hosts.entries()) {
      const now = firsts[host]
      const others = [...taken, ...firsts.filter((span, other) => span && other !== host)].filter(
        (span) => span !== undefined,
      )
      if (!now || others.some((other) => overlaps(other, now))) continue
      const without = new Map<number, number>()
      const costWith = (span: FreeSpan) => {
        const ofDay = others.filter(({ day }) => day === span.day)
        const before = without.get(span.day) ?? dayCost(ofDay)
        without.set(span.day, before)
        return span.day - firstDay + hourCost(span) + dayCost([...ofDay, span]) - before
      }
      let best = now
      let least = costWith(now) - 1e-9
      for (const span of free) {
        if (others.some((other) => overlaps(other, span))) continue
        if (span.day !== now.day && others.filter(({ day }) => day === span.day).length >= MOST_OF_DAY)
          continue
        const cost = costWith(span)
        if (cost >= least) continue
        least = cost - 1e-9
        best = span
      }
      if (best !== now) {
        firsts[host] = best
        isBetter = true
      }
    }
    if (!isBetter) break
  }
  for (const day of new Set(firsts.map((span) => span?.day))) {
    if (day !== undefined) pullForward({ hosts, taken }, firsts, day)
  }
  return firsts
}

/** One by one, a day's proposals hold each other where they are: here all go to the day's beginning at once. */
function pullForward(
  { hosts, taken }: Pick<ProposalInput, 'hosts' | 'taken'>,
  firsts: (FreeSpan | undefined)[],
  day: number,
): void {
  const there = taken.filter((span) => span.day === day)
  const now = firsts.flatMap((span, host) => (span?.day === day ? [{ host, span }] : []))
  const pulled: typeof now = []
  for (const { host } of now.sort((a, b) => a.span.from - b.span.from)) {
    const held = [...there, ...pulled.map(({ span }) => span)]
    const span = hosts[host]?.free.find(
      (time) => time.day === day && !held.some((other) => overlaps(other, time)),
    )
    if (!span) return
    pulled.push({ host, span })
  }
  const costOf = (spans: typeof now) =>
    dayCost([...there, ...spans.map(({ span }) => span)]) +
    spans.reduce((sum, { span }) => sum + hourCost(span), 0)
  if (costOf(pulled) < costOf(now)) for (const { host, span } of pulled) firsts[host] = span
}

/** Of one day's meetings: none costs nothing. */
export function dayCost(spans: readonly FreeSpan[]): number {
  const inOrder = [...spans].sort((a, b) => a.from - b.from)
  let cost = inOrder.length > 0 ? PRICES.day : 0
  for (const [at, { from }] of inOrder.entries()) {
    const before = inOrder[at - 1]
    if (!before) continue
    const idle = from - before.until
    if (idle > NEXT_TO_MS) cost += PRICES.break
    else cost += PRICES.idleHour * (Math.max(0, idle) / HOUR_MS)
    if (idle < BREATH_MS) cost += PRICES.noBreath
  }
  return cost
}

/** Within its day: instants of one day differ by less than a day. */
function hourCost({ from }: FreeSpan): number {
  return PRICES.laterHour * ((from % (24 * HOUR_MS)) / HOUR_MS)
}
