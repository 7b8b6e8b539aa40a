import { CalculationMethod, Coordinates, Madhab, PrayerTimes } from 'adhan'
import type { Coordinates as Place } from '../shared/regency-coordinates'
import type { Span } from './zone-day'

/**
 * Minutes kept free from the call to each prayer. Maghrib has five more: it is reckoned for sea level, and
 * the ministry's tables let the sun set up to five minutes later in the highlands (Bandung lies at 770 m).
 */
export const MINUTES_KEPT_FREE = { fajr: 30, dhuhr: 40, asr: 30, maghrib: 35, isha: 30 } as const
/** The Friday prayer with its sermon, in minutes about the time of Dhuhr. */
export const FRIDAY_MINUTES = { before: 30, after: 60 } as const

export type Prayer = keyof typeof MINUTES_KEPT_FREE

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const FRIDAY = 5
/** Days kept: 27 regencies for the farthest horizon, twice. */
const MOST_KEPT = 10_000

/** Added by the ministry's tables for the breadth of a regency (ihtiyat). */
const PRECAUTION_MINUTES = 2

/**
 * Fajr at 20° and Isha at 18° below the horizon, Asr at one shadow's length (Shafi), two minutes of
 * precaution: what the Ministry of Religious Affairs of Indonesia (Bimas Islam) reckons with. adhan has the
 * same angles under the name of Singapore, where Dhuhr has a minute of its own.
 */
function parameters() {
  const chosen = CalculationMethod.Singapore()
  chosen.madhab = Madhab.Shafi
  for (const prayer of Object.keys(MINUTES_KEPT_FREE) as Prayer[]) {
    chosen.adjustments[prayer] = PRECAUTION_MINUTES
  }
  return chosen
}

/** The prayers of a day (in days since 1970-01-01 of the place's own calendar). */
export function prayerTimes(epochDay: number, { latitude, longitude }: Place): Record<Prayer, Date> {
  const day = new Date(epochDay * DAY_MS)
  // adhan reads the date from the clock of this process, whatever its zone is.
  const date = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12)
  const { fajr, dhuhr, asr, maghrib, isha } = new PrayerTimes(
    new Coordinates(latitude, longitude),
    date,
    parameters(),
  )
  return { fajr, dhuhr, asr, maghrib, isha }
}

const kept = new Map<string, readonly Span[]>()

/** What a day's prayers keep free, in the order of the day; Friday noon is longer. */
export function keptForPrayer(epochDay: number, place: Place): readonly Span[] {
  const key = `${place.latitude} ${place.longitude} ${epochDay}`
  const found = kept.get(key)
  if (found) return found
  const times = prayerTimes(epochDay, place)
  // 1970-01-01 was a Thursday.
  const isFriday = ((((epochDay + 3) % 7) + 7) % 7) + 1 === FRIDAY
  const spans = (Object.keys(MINUTES_KEPT_FREE) as Prayer[])
    .map((prayer) => {
      const call = times[prayer].getTime()
      const friday = isFriday && prayer === 'dhuhr'
      return {
        from: call - (friday ? FRIDAY_MINUTES.before * MINUTE_MS : 0),
        until: call + (friday ? FRIDAY_MINUTES.after : MINUTES_KEPT_FREE[prayer]) * MINUTE_MS,
      }
    })
    // Beyond the polar circles the sun doesn't give a time.
    .filter(({ from }) => Number.isFinite(from))
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, spans)
  return spans
}
