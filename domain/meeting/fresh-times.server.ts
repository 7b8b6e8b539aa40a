import { readAvailability } from '../shared/availability.server'
import type { Context } from '../shared/context'
import { freeSlots } from './free-slots'
import { publicHolidays } from './public-holidays'
import type { Slot } from './slots'

const DAY_MS = 86_400_000
const BEFORE_MS = 7 * DAY_MS
const AFTER_MS = 21 * DAY_MS
const FARTHEST_MS = 180 * DAY_MS
const MOST = 6

/**
 * Up to six times that are free for both now, nearest to the wanted one, in order of time. Empty where the
 * host has published none. Read after the transaction that found the wanted one taken.
 */
export async function freshTimes(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { hostId, guestId, near }: { hostId: string; guestId: string; near: Date },
): Promise<Slot[]> {
  const ahead = near.getTime() - now.getTime()
  const wanted = ahead > 0 && ahead < FARTHEST_MS ? near.getTime() : now.getTime()
  const from = new Date(Math.max(wanted - BEFORE_MS, now.getTime()))
  const until = new Date(wanted + AFTER_MS)
  const availability = await readAvailability(db, [hostId, guestId], { from, until })
  const [host, guest] = [availability.get(hostId), availability.get(guestId)]
  if (!host || !guest) return []
  const distance = ({ startsAt }: Slot) => Math.abs(startsAt.getTime() - wanted)
  return freeSlots(host, guest, { now, from, until, holidays: publicHolidays(from, until) })
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}
