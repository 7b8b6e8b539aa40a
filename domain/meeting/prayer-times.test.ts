import { describe, expect, it } from 'vitest'
import { regencyCoordinates } from '../shared/regency-coordinates'
import { keptForPrayer, prayerTimes } from './prayer-times'

const DAY_MS = 86_400_000
const bandung = regencyCoordinates('3273')
const epochDay = (iso: string) => Date.parse(iso) / DAY_MS
/** Minutes from midnight in Jakarta, which is 7 hours ahead all year. */
const minute = (at: Date) => ((at.getTime() / 60_000 + 7 * 60) % 1440) as number
const minuteOf = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

describe('prayer times', () => {
  // Bandung's times of the ministry (Bimas Islam Kemenag RI), as newspapers printed them on those days.
  it.each([
    ['2024-08-02', '04:43', '12:00', '15:21', '17:58', '19:05'],
    ['2024-08-15', '04:41', '11:58', '15:18', '17:58', '19:04'],
    ['2024-08-28', '04:37', '11:54', '15:13', '17:57', '19:02'],
    ['2026-02-20', '04:38', '12:07', '15:16', '18:20', '19:26'],
  ])('are those of the ministry for Bandung on %s to a minute', (day, ...printed) => {
    const { fajr, dhuhr, asr, maghrib, isha } = prayerTimes(epochDay(day), bandung)
    const [early, noon, late, sunset, night] = printed.map(minuteOf)
    const apart = (at: Date, clock = 0) => Math.abs(minute(at) - clock)
    expect(apart(fajr, early)).toBeLessThanOrEqual(1)
    expect(apart(dhuhr, noon)).toBeLessThanOrEqual(1)
    expect(apart(asr, late)).toBeLessThanOrEqual(1)
    expect(apart(isha, night)).toBeLessThanOrEqual(1)
    // The sun sets later where the ground is high: what is kept free still holds half an hour from the printed call, but for a minute.
    expect((sunset ?? 0) - minute(maghrib)).toBeGreaterThanOrEqual(0)
    expect((sunset ?? 0) - minute(maghrib)).toBeLessThanOrEqual(6)
  })

  it('come earlier in the east of the province than in the west', () => {
    const day = epochDay('2026-12-08')
    const cirebon = prayerTimes(day, regencyCoordinates('3274'))
    const bogor = prayerTimes(day, regencyCoordinates('3271'))
    expect(minute(bogor.dhuhr) - minute(cirebon.dhuhr)).toBeGreaterThan(5)
    expect(minute(bogor.dhuhr) - minute(cirebon.dhuhr)).toBeLessThan(9)
  })
})

describe('what prayer keeps free', () => {
  it('begins with the call, five times a day', () => {
    // A Tuesday.
    const day = epochDay('2026-12-08')
    const times = prayerTimes(day, bandung)
    expect(keptForPrayer(day, bandung).map(({ from, until }) => [from, (until - from) / 60_000])).toEqual([
      [times.fajr.getTime(), 30],
      [times.dhuhr.getTime(), 40],
      [times.asr.getTime(), 30],
      [times.maghrib.getTime(), 35],
      [times.isha.getTime(), 30],
    ])
  })

  it('is an hour and a half about Friday noon', () => {
    const day = epochDay('2026-12-11')
    const noon = prayerTimes(day, bandung).dhuhr.getTime()
    expect(keptForPrayer(day, bandung)[1]).toEqual({ from: noon - 30 * 60_000, until: noon + 60 * 60_000 })
  })
})
