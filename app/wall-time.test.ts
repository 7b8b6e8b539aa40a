import { describe, expect, it } from 'vitest'
import { wallTime } from './wall-time.server'

describe('a typed time in a zone', () => {
  it('is an instant', () => {
    expect(wallTime('2026-12-08', '10:30', 'Asia/Jakarta')).toEqual({
      instant: new Date('2026-12-08T03:30:00Z'),
    })
    expect(wallTime('2026-12-08', '7.05', 'Asia/Dubai')).toEqual({
      instant: new Date('2026-12-08T03:05:00Z'),
    })
    expect(wallTime('2026-07-08', '09:00', 'Europe/Rome')).toEqual({
      instant: new Date('2026-07-08T07:00:00Z'),
    })
  })

  it('names what was typed wrong', () => {
    for (const date of ['', '8/12/2026', '2026-02-30', '2026-13-01'])
      expect(wallTime(date, '10:30', 'Asia/Jakarta')).toEqual({ problem: 'date' })
    for (const time of ['', '25:00', '10:60', 'pagi'])
      expect(wallTime('2026-12-08', time, 'Asia/Jakarta')).toEqual({ problem: 'time' })
  })

  it('knows the hour that summer time skips, and takes the first of one that comes twice', () => {
    expect(wallTime('2027-03-28', '02:30', 'Europe/Rome')).toEqual({ problem: 'skipped', instead: '03:30' })
    expect(wallTime('2026-10-25', '02:30', 'Europe/Rome')).toEqual({
      instant: new Date('2026-10-25T00:30:00Z'),
    })
  })
})
