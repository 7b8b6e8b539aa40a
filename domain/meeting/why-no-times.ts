import type { TimeBar } from '../shared/time-reason'
import { freeSeatFinder, isWithin, offeredSlots, type SlotQuery } from './free-slots'
import type { Availability, Schedule } from './slots'

/** Rules of the host's that are lifted one by one, in this order, to see which of them leaves nothing. */
const RULES: readonly [TimeBar, (schedule: Schedule) => Schedule][] = [
  ['notice', (schedule) => ({ ...schedule, noticeHours: 0 })],
  ['holiday', (schedule) => ({ ...schedule, keepsPublicHolidays: false })],
  ['prayer', (schedule) => ({ ...schedule, keepsPrayerTimes: false })],
]

/**
 * What keeps a host and a guest without a common time, where `freeSlots` finds none: where the host offers
 * times, what forbids most of them; else the one rule of the host's without which it would offer some.
 */
export function whyNoTimes(host: Availability, guest: Availability, query: SlotQuery): TimeBar {
  const { schedule } = host
  if (!schedule) return 'unpublished'
  const offered = offeredSlots(schedule, query)
  if (offered.length === 0) {
    const rule = RULES.find(([, lift]) => offeredSlots(lift(schedule), { ...query, limit: 1 }).length > 0)
    return rule?.[0] ?? 'closed'
  }
  const hostIsFree = freeSeatFinder(host)
  const guestIsFree = freeSeatFinder(guest)
  const barred: Record<'host-busy' | 'guest-busy' | 'guest-closed', number> = {
    'host-busy': 0,
    'guest-busy': 0,
    'guest-closed': 0,
  }
  for (const slot of offered) {
    const span = { from: slot.startsAt.getTime(), until: slot.endsAt.getTime() }
    if (!hostIsFree(span)) barred['host-busy']++
    else if (!guestIsFree(span)) barred['guest-busy']++
    else if (!isWithin(guest.schedule, slot, query.holidays)) barred['guest-closed']++
  }
  const most = Math.max(...Object.values(barred))
  if (barred['host-busy'] === most) return 'host-busy'
  return barred['guest-busy'] === most ? 'guest-busy' : 'guest-closed'
}
