import { expect, test } from 'vitest'
import { chooseSeats, exceptMeeting, freeSeat } from './seats'
import type { Availability, Occupied } from './slots'

const at = (clock: string) => new Date(`2026-12-08T${clock}:00+07:00`)
const slot = (from: string, until: string) => ({ startsAt: at(from), endsAt: at(until) })
const held = (seat: number, from: string, until: string): Occupied => ({ seat, ...slot(from, until) })

function party(
  organisationId: string,
  seats: number[],
  occupied: readonly Occupied[],
  gapMinutes = 0,
): Availability {
  const schedule = {
    timeZone: 'Asia/Jakarta',
    meetingMinutes: 20,
    gapMinutes,
    noticeHours: 24,
    horizonDays: 42,
    keepsPrayerTimes: false,
    keepsPublicHolidays: false,
    coordinates: { latitude: -6.9, longitude: 107.6 },
    weekly: [],
    exceptions: [],
  }
  return { organisationId, schedule, isInstant: true, seats, occupied }
}

test('the lowest free seat, half-open: one meeting may begin as another ends', () => {
  const host = party('host', [2, 1, 3], [held(1, '09:00', '09:20'), held(2, '09:10', '09:30')])
  expect(freeSeat(host, slot('09:00', '09:20'), 0)).toBe(3)
  expect(freeSeat(host, slot('09:20', '09:40'), 0)).toBe(1)
  expect(freeSeat(host, slot('09:20', '09:40'), 5)).toBe(3)
  expect(freeSeat(party('one', [1], [held(1, '09:00', '09:20')]), slot('09:19', '09:39'), 0)).toBeNull()
})

test('the gap is kept where it can be, and always for instant booking', () => {
  const tight = party('host', [1], [held(1, '09:00', '09:20')], 5)
  const both = [tight, party('guest', [1], [])]
  const wanted = slot('09:20', '09:40')
  expect(chooseSeats(both, wanted, { mine: 'guest', strict: true })).toEqual({ taken: 'them' })
  expect(chooseSeats(both, wanted, { mine: 'guest', strict: false })).toEqual({
    seats: new Map([
      ['host', 1],
      ['guest', 1],
    ]),
  })
  const roomier = [party('host', [1, 2], tight.occupied, 5), party('guest', [1], [])]
  expect(chooseSeats(roomier, wanted, { mine: 'guest', strict: false })).toMatchObject({
    seats: new Map([
      ['host', 2],
      ['guest', 1],
    ]),
  })
})

test('whose seat is missing: theirs before one’s own', () => {
  const busy = [held(1, '09:00', '09:20')]
  const wanted = slot('09:00', '09:20')
  const choose = (host: Occupied[], guest: Occupied[]) =>
    chooseSeats([party('host', [1], host), party('guest', [1], guest)], wanted, {
      mine: 'guest',
      strict: true,
    })
  expect(choose(busy, [])).toEqual({ taken: 'them' })
  expect(choose([], busy)).toEqual({ taken: 'us' })
  expect(choose(busy, busy)).toEqual({ taken: 'them' })
})

test('a meeting that moves does not stand in its own way, another one does', () => {
  const host = party('host', [1, 2], [held(1, '09:00', '09:20'), held(2, '09:00', '09:20')])
  const moved = exceptMeeting(host, { ...slot('09:00', '09:20'), seats: new Map([['host', 2]]) })
  expect(moved.occupied).toEqual([held(1, '09:00', '09:20')])
  expect(exceptMeeting(host, { ...slot('09:00', '09:20'), seats: new Map() })).toBe(host)
  expect(exceptMeeting(host, null)).toBe(host)
})
