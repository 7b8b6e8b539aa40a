import type { TimeReason } from '~/domain/shared/time-reason'
import { type FreeSpan, type HostProposal, overlaps, type ProposalInput, type Span } from './proposal'
import { NEXT_TO_MS } from './settle'

interface Beside {
  span: FreeSpan
  /** Whose proposal it is; null: a meeting of the reader's. */
  host: string | null
}

/** Each host's times with the most telling reason for each. `chosen`: by host, its proposal first. */
export function reasonsOfTimes(
  { hosts, taken }: ProposalInput,
  chosen: readonly (readonly FreeSpan[])[],
): HostProposal[] {
  const meetings: Beside[] = taken.map((span) => ({ span, host: null }))
  const proposals: Beside[] = hosts.flatMap(({ id }, host) => {
    const first = chosen[host]?.[0]
    return first ? [{ span: first, host: id }] : []
  })
  return hosts.map(({ id, free }, host) => {
    const own = chosen[host] ?? []
    const others = [...meetings, ...proposals.filter((other) => other.host !== id)]
    return {
      id,
      times: own.map((span, at) => ({
        from: span.from,
        until: span.until,
        reason: reasonOf(span, { own, at, free, others }),
      })),
    }
  })
}

function reasonOf(
  span: FreeSpan,
  {
    own,
    at,
    free,
    others,
  }: { own: readonly FreeSpan[]; at: number; free: readonly FreeSpan[]; others: readonly Beside[] },
): TimeReason {
  const clash = others.find((other) => other.host !== null && overlaps(other.span, span))
  if (at === 0 && clash?.host) return { code: 'only-time', host: clash.host }
  const before = nearest(others, span, (other) => span.from - other.until)
  const after = nearest(others, span, (other) => other.from - span.until)
  if (before && before.host === null) return { code: 'after-meeting', at: before.span.from }
  if (after && after.host === null) return { code: 'before-meeting', at: after.span.from }
  if (span.from === free[0]?.from) return { code: 'first-free' }
  if (before?.host) return { code: 'after-proposal', host: before.host }
  if (after?.host) return { code: 'before-proposal', host: after.host }
  const ofDay = others.filter((other) => other.span.day === span.day)
  if (ofDay.some(({ host }) => host === null)) return { code: 'same-day-meeting' }
  if (at === 0 && ofDay.length > 0) return { code: 'same-day-proposals' }
  if (at > 0 && own.every((other) => other === span || other.day !== span.day)) return { code: 'another-day' }
  return ofDay.length > 0 ? { code: 'same-day-proposals' } : { code: 'free-for-both' }
}

/** What lies nearest on one side of a time: `distance` is negative for what doesn't. */
function nearest(
  others: readonly Beside[],
  span: FreeSpan,
  distance: (other: Span) => number,
): Beside | null {
  let best: Beside | null = null
  let least = NEXT_TO_MS + 1
  for (const other of others) {
    const away = distance(other.span)
    if (other.span.day !== span.day || away < 0 || away >= least) continue
    least = away
    best = other
  }
  return best
}
