import type { FreeSpan } from '~/matching/propose/proposal'
import { proposeTimes } from '~/matching/propose/propose-times'
import { freeSlots, type SlotQuery } from '../meeting/free-slots'
import { publicHolidays } from '../meeting/public-holidays'
import type { Availability, Slot } from '../meeting/slots'
import { whyNoTimes } from '../meeting/why-no-times'
import { epochDayOf } from '../meeting/zone-day'
import { HALL_ZONE } from '../shared/hall-zone'
import type { TimeBar, TimeReason } from '../shared/time-reason'
import type { ProposedSlot } from './need-view'

const DAY_MS = 86_400_000
/** How far ahead times are looked for: as far as most offer them. */
export const TIMES_HORIZON_MS = 42 * DAY_MS
const MOST_TIMES = 3
/** So that who can't come on the first day sees another. */
const TIMES_A_DAY = 2
/** Free times of one host that are weighed: some ten days of a whole morning each. */
const MOST_WEIGHED = 80

export interface MeetingTimes {
  isInstant: boolean
  /** The proposal, then alternatives. */
  times: ProposedSlot[]
  /** Why there are no times. */
  bar: TimeBar | null
}

/**
 * Times to meet each of the hosts of a page, proposed together by the matching engine so that they make one
 * timetable of the guest's, with the reason for each; or what bars a host from having any. Whoever isn't in
 * `availability` has no entry.
 */
export function meetingTimes({
  hosts,
  guestId,
  availability,
  awaited,
  booksAtOnce,
  nameOf,
  now,
}: {
  /** Ids of organisations, the best match first. */
  hosts: readonly string[]
  guestId: string
  availability: ReadonlyMap<string, Availability>
  /** What the guest has asked for: it holds no seat yet, but a proposal keeps clear of it. */
  awaited: readonly Slot[]
  booksAtOnce: boolean
  nameOf: (organisationId: string) => string
  now: Date
}): Map<string, MeetingTimes> {
  const guest = availability.get(guestId)
  const times = new Map<string, MeetingTimes>()
  if (!guest) return times
  const until = new Date(now.getTime() + TIMES_HORIZON_MS)
  const query: SlotQuery = { now, until, holidays: publicHolidays(now, until) }
  const known = hosts.flatMap((id) => availability.get(id) ?? [])
  const proposals = proposeTimes({
    hosts: known.map((host) => ({
      id: host.organisationId,
      free: freeSlots(host, guest, { ...query, limit: MOST_WEIGHED }).map(spanOf),
    })),
    taken: [...guest.occupied, ...awaited].map(spanOf),
    most: MOST_TIMES,
    mostOfDay: TIMES_A_DAY,
  })
  for (const [at, host] of known.entries()) {
    const proposed = proposals[at]?.times ?? []
    times.set(host.organisationId, {
      isInstant: booksAtOnce && host.isInstant && host.schedule !== null,
      times: proposed.map(({ from, until, reason }) => ({
        startsAt: new Date(from),
        endsAt: new Date(until),
        reason: named(reason, nameOf),
      })),
      bar: proposed.length > 0 ? null : whyNoTimes(host, guest, query),
    })
  }
  return times
}

function spanOf({ startsAt, endsAt }: Slot): FreeSpan {
  const from = startsAt.getTime()
  return { from, until: endsAt.getTime(), day: epochDayOf(from, HALL_ZONE) }
}

function named(reason: TimeReason, nameOf: (id: string) => string): TimeReason {
  return 'host' in reason ? { ...reason, host: nameOf(reason.host) } : reason
}
