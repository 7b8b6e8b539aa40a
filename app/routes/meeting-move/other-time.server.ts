import { readerZone, ZONE_COOKIE } from '~/app/reader-zone'
import { wallTime } from '~/app/wall-time.server'
import type { OtherTimeAnswer } from './other-time'

/** A time that was typed; null: one of the times on the page was pressed. `instant` only without a problem. */
export function readOtherTime(form: FormData): OtherTimeAnswer | null {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 40)
  if (form.has('startsAt')) return null
  const values = { date: text('date').trim(), time: text('time').trim() }
  // The zone that the page has shown: a time is in no other, even if the device has moved meanwhile.
  const { zone } = readerZone(`${ZONE_COOKIE}=${encodeURIComponent(text('zone'))}`, null)
  const read = wallTime(values.date, values.time, zone)
  return 'instant' in read
    ? { values, problem: null, startsAt: read.instant }
    : { values, problem: read.problem, startsAt: null }
}
