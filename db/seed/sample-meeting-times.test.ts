import { describe, expect, it } from 'vitest'
import { sampleMeetingPlaces, sampleMeetingTimes } from './sample-meeting-times'

const pesantren = Array.from({ length: 1000 }, (_, at) => ({ id: `id-${at}`, slug: `pesantren-${at}` }))
const times = sampleMeetingTimes(pesantren)

describe('when the invented pesantren meet', () => {
  it('is the same for a pesantren whoever stands beside it', () => {
    const alone = sampleMeetingTimes(pesantren.slice(7, 8))
    expect(alone.openTimes).toEqual(times.openTimes.filter(({ organisationId }) => organisationId === 'id-7'))
    expect(alone.settings).toEqual(times.settings.filter(({ organisationId }) => organisationId === 'id-7'))
  })

  it('lets three in four be booked at once, some only be asked, and a few say nothing', () => {
    const instant = times.settings.filter(({ instantSince }) => instantSince).length
    expect(instant).toBeGreaterThan(700)
    expect(instant).toBeLessThan(800)
    expect(times.settings.length - instant).toBeGreaterThan(100)
    expect(times.settings.length).toBeLessThan(960)
    const withTimes = new Set(times.openTimes.map(({ organisationId }) => organisationId))
    expect(withTimes).toEqual(new Set(times.settings.map(({ organisationId }) => organisationId)))
  })

  it('gives each two representatives of different names', () => {
    for (const { id } of pesantren) {
      const seats = times.seats.filter(({ organisationId }) => organisationId === id)
      expect(seats.map(({ number }) => number)).toEqual([1, 2])
      expect(seats[0]?.name).not.toBe(seats[1]?.name)
    }
  })

  it('keeps the times of a day apart', () => {
    const byDay = new Map<string, typeof times.openTimes>()
    for (const row of times.openTimes) {
      const key = `${row.organisationId} ${row.weekday}`
      byDay.set(key, [...(byDay.get(key) ?? []), row])
    }
    for (const rows of byDay.values()) {
      const sorted = [...rows].sort((a, b) => a.fromMinute - b.fromMinute)
      for (const [at, row] of sorted.entries()) {
        expect(row.fromMinute).toBeLessThan(row.toMinute)
        const next = sorted[at + 1]
        if (next) expect(row.toMinute).toBeLessThanOrEqual(next.fromMinute)
      }
    }
  })

  it('gives rooms numbers and no address', () => {
    const rooms = sampleMeetingPlaces('edition')
    expect(rooms.map(({ number }) => number)).toEqual(rooms.map((_, at) => at + 1))
    expect(rooms.every(({ isSample, link }) => isSample && link === undefined)).toBe(true)
  })
})
