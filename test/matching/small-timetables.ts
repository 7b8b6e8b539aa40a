import fc from 'fast-check'
import { checkPlan } from '~/matching/timetable/check-plan'
import type { TimetableMeeting, TimetableProblem } from '~/matching/timetable/timetable'

/** A timetable of one day with nothing but seats and meetings, unless said otherwise. */
export function timetableFor(
  meetings: readonly (Partial<TimetableMeeting> & { seats: readonly number[] })[],
  change: Partial<TimetableProblem> = {},
): TimetableProblem {
  const seatCount = Math.max(-1, ...meetings.flatMap(({ seats }) => seats)) + 1
  const slotCount = change.slotCount ?? 4
  return {
    slotCount,
    dayStarts: [0],
    tables: Array.from({ length: slotCount }, () => 10),
    sessions: [],
    seats: Array.from({ length: seatCount }, (_, participant) => ({ participant, away: [] })),
    meetings: meetings.map((meeting) => ({ session: null, fixed: null, preferred: [], ...meeting })),
    precedences: [],
    minimumRest: 0,
    breakSpread: null,
    ...change,
  }
}

const SLOTS = 4
const SEATS = 4
const someSlots = (maxLength: number) => fc.uniqueArray(fc.nat({ max: SLOTS - 1 }), { maxLength })

/** Up to five meetings of four people in four slots of one or two days, with every kind of constraint. */
export const anyTimetable: fc.Arbitrary<TimetableProblem> = fc
  .record({
    tables: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: SLOTS, maxLength: SLOTS }),
    away: fc.array(someSlots(2), { minLength: SEATS, maxLength: SEATS }),
    session: someSlots(SLOTS),
    dayStarts: fc.constantFrom([0], [0, 2]),
    meetings: fc.array(
      fc.record({
        seats: fc.uniqueArray(fc.nat({ max: SEATS - 1 }), { minLength: 2, maxLength: 3 }),
        session: fc.constantFrom(null, null, 0),
        fixed: fc.option(fc.nat({ max: SLOTS - 1 }), { nil: null, freq: 4 }),
        preferred: someSlots(2),
      }),
      { maxLength: 5 },
    ),
    order: fc.option(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { nil: null }),
    minimumRest: fc.constantFrom(0, 0, 1),
    breakSpread: fc.constantFrom(null, null, 0, 1),
  })
  .map(({ tables, away, session, dayStarts, meetings, order, minimumRest, breakSpread }) => ({
    slotCount: SLOTS,
    dayStarts,
    tables,
    sessions: [{ name: 'Ekspor', slots: session }],
    seats: away.map((slots, participant) => ({ participant, away: slots })),
    meetings,
    precedences:
      order && order[0] !== order[1] && Math.max(...order) < meetings.length
        ? [{ before: order[0], after: order[1] }]
        : [],
    minimumRest,
    breakSpread,
  }))

/** Whether some plan holds all meetings: every plan is tried. */
export function isFeasible(problem: TimetableProblem): boolean {
  const slots: number[] = []
  const place = (): boolean => {
    if (slots.length === problem.meetings.length) return checkPlan(problem, slots).length === 0
    for (let slot = 0; slot < problem.slotCount; slot++) {
      slots.push(slot)
      if (place()) return true
      slots.pop()
    }
    return false
  }
  return place()
}
