import fc from 'fast-check'
import { breaksOfSeats, daysOfSlots } from '~/matching/timetable/count-plan'
import type { TimetableProblem } from '~/matching/timetable/timetable'

/** A problem with the plain rules, to be changed where a test wants more. */
export function timetable(
  slotCount: number,
  pairs: readonly (readonly number[])[],
  changes: Partial<TimetableProblem> = {},
): TimetableProblem {
  const seats = pairs.flat().reduce((most, seat) => Math.max(most, seat + 1), 0)
  return {
    slotCount,
    dayStarts: [0],
    tables: new Array<number>(slotCount).fill(pairs.length),
    sessions: [],
    seats: Array.from({ length: seats }, (_, participant) => ({ participant, away: [] })),
    meetings: pairs.map((pair) => ({ seats: pair, session: null, fixed: null, preferred: [] })),
    precedences: [],
    minimumRest: 0,
    breakSpread: null,
    ...changes,
  }
}

/** Problems small enough to try every timetable of them: up to 6 meetings in up to 5 slots of one or two days. */
export const smallTimetables: fc.Arbitrary<TimetableProblem> = fc
  .record({
    slotCount: fc.integer({ min: 2, max: 5 }),
    pairs: fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })).filter(([a, b]) => a < b),
      { minLength: 1, maxLength: 6, selector: ([a, b]) => a * 10 + b },
    ),
    pooled: fc.boolean(),
    tables: fc.integer({ min: 1, max: 3 }),
    away: fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
      maxLength: 3,
    }),
    precedences: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 2 }),
    session: fc.option(fc.nat(5)),
    fixed: fc.option(fc.tuple(fc.nat(5), fc.nat(4))),
    secondDay: fc.option(fc.integer({ min: 1, max: 4 })),
    minimumRest: fc.constantFrom(0, 0, 0, 1),
    breakSpread: fc.constantFrom(null, null, 0, 1, 2),
  })
  .map((drawn) => {
    const { slotCount, pairs } = drawn
    const base = timetable(slotCount, pairs)
    const seats = Array.from({ length: 5 }, (_, participant) => ({
      participant,
      away: drawn.away
        .filter(([seat, slot]) => seat === participant && slot < slotCount)
        .map(([, slot]) => slot),
    }))
    const count = pairs.length
    return {
      ...base,
      seats,
      dayStarts: drawn.secondDay !== null && drawn.secondDay < slotCount ? [0, drawn.secondDay] : [0],
      tables: new Array<number>(slotCount).fill(drawn.tables),
      sessions: [{ name: 'first half', slots: [0, 1] }],
      meetings: base.meetings.map((meeting, index) => ({
        ...meeting,
        seats: drawn.pooled && index === 0 ? [0, 1, 2] : meeting.seats,
        session: drawn.session === index ? 0 : null,
        fixed: drawn.fixed && drawn.fixed[0] === index && drawn.fixed[1] < slotCount ? drawn.fixed[1] : null,
      })),
      precedences: drawn.precedences
        .filter(([before, after]) => before !== after && before < count && after < count)
        .map(([before, after]) => ({ before, after })),
      minimumRest: drawn.minimumRest,
      breakSpread: drawn.breakSpread,
    }
  })

/** The fewest breaks of a timetable of all meetings, by trying them all; null: there is none. */
export function fewestBreaksByTrying(problem: TimetableProblem): number | null {
  const { slotCount, meetings, precedences, minimumRest, breakSpread } = problem
  const days = daysOfSlots(problem)
  const slots = new Array<number>(meetings.length).fill(-1)
  const load = new Array<number>(slotCount).fill(0)
  let fewest: number | null = null

  const clashes = (meeting: number, slot: number) =>
    meetings.some(({ seats }, other) => {
      const held = slots[other] ?? -1
      if (other >= meeting || held < 0) return false
      const shares = seats.some((seat) => meetings[meeting]?.seats.includes(seat))
      return shares && days[held] === days[slot] && Math.abs(held - slot) <= minimumRest
    })
  const allowed = (meeting: number, slot: number) => {
    const own = meetings[meeting]
    if (!own) return false
    if (own.session !== null && !problem.sessions[own.session]?.slots.includes(slot)) return false
    if (own.fixed !== null && own.fixed !== slot) return false
    return !own.seats.some((seat) => problem.seats[seat]?.away.includes(slot))
  }
  const tryFrom = (meeting: number) => {
    if (meeting === meetings.length) {
      if (precedences.some(({ before, after }) => (slots[before] ?? 0) >= (slots[after] ?? 0))) return
      const breaks = breaksOfSeats(problem, slots)
      if (breakSpread !== null && Math.max(...breaks) - Math.min(...breaks) > breakSpread) return
      const total = breaks.reduce((sum, own) => sum + own, 0)
      if (fewest === null || total < fewest) fewest = total
      return
    }
    for (let slot = 0; slot < slotCount; slot++) {
      if ((load[slot] ?? 0) >= (problem.tables[slot] ?? 0)) continue
      if (!allowed(meeting, slot) || clashes(meeting, slot)) continue
      slots[meeting] = slot
      load[slot] = (load[slot] ?? 0) + 1
      tryFrom(meeting + 1)
      load[slot] = (load[slot] ?? 0) - 1
      slots[meeting] = -1
    }
  }
  tryFrom(0)
  return fewest
}
