import { describe, expect, test } from 'vitest'
import { readDzn } from './read-dzn'
import { createTimetableSolver } from './solve-timetable'

const SMALL = `
% A small event of our own: two sides, a morning of two slots and an afternoon of two.
nBusiness = 4;
nMeetings = 4;
nTables = 1;
nTotalSlots = 4;
nMorningSlots = 2;
requested = [| 1, 3, 1
 | 1, 4, 3
 | 2, 3, 3
 | 2, 4, 2 |];
fixat = [0, 3, 0, 0];
forbidden = [ {0}, {1}, {}, {0} ];
precedences = [ {}, {3}, {}, {0} ];
`

describe('readDzn', () => {
  test('reads participants, sessions, fixed slots, times away and precedences', () => {
    const problem = readDzn(SMALL)
    expect(problem.seats.map(({ away }) => away)).toEqual([[], [0], [], []])
    expect(problem.meetings.map(({ seats, session, fixed }) => [seats, session, fixed])).toEqual([
      [[0, 2], 0, null],
      [[0, 3], null, 2],
      [[1, 2], null, null],
      [[1, 3], 1, null],
    ])
    expect(problem.precedences).toEqual([{ before: 2, after: 1 }])
    expect(problem.tables).toEqual([1, 1, 1, 1])
    expect(problem.sessions.map(({ slots }) => slots)).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  test('its one timetable is found and proven', () => {
    const solver = createTimetableSolver(readDzn(SMALL), { seed: 1 })
    const { plan, proven } = solver.advance(1_000_000)
    // Meeting 3 must be before slot 3 and not in slot 1; meeting 1 then takes slot 1 and meeting 4 slot 4.
    expect(plan?.slots).toEqual([0, 2, 1, 3])
    expect(plan?.breaks).toBe(2)
    expect(proven).toBe('optimal')
  })

  test('refuses what is no instance', () => {
    expect(() => readDzn('nBusiness = 2;')).toThrow("'nMeetings' is missing")
  })
})
