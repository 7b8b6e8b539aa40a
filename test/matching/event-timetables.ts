import fc from 'fast-check'
import { checkPlan } from '~/matching/timetable/check-plan'
import type { TimetableProblem } from '~/matching/timetable/timetable'

/** Timetables up to a size in which not everything needs to have room: too few tables, people often away. */
export function anyCrowdedTimetable(most: {
  meetings: number
  slots: number
}): fc.Arbitrary<TimetableProblem> {
  const anySize = fc.record({
    slotCount: fc.integer({ min: 1, max: most.slots }),
    seatCount: fc.integer({ min: 2, max: 4 }),
    meetingCount: fc.integer({ min: 0, max: most.meetings }),
  })
  return anySize.chain(({ slotCount, seatCount, meetingCount }) => {
    const anySlot = fc.integer({ min: 0, max: slotCount - 1 })
    const seldom = <T>(value: fc.Arbitrary<T>) =>
      fc.oneof({ arbitrary: fc.constant(null), weight: 6 }, { arbitrary: value, weight: 1 })
    const someSlots = (maxLength: number) => fc.uniqueArray(anySlot, { maxLength })
    const anySeats = fc
      .tuple(fc.nat({ max: 9 }), fc.shuffledSubarray([...Array(seatCount).keys()], { minLength: seatCount }))
      .map(([dice, seats]) => seats.slice(0, dice === 0 && seatCount > 2 ? 3 : 2))
    return fc.record({
      slotCount: fc.constant(slotCount),
      dayStarts: fc.boolean().map((two) => (two && slotCount > 2 ? [0, Math.ceil(slotCount / 2)] : [0])),
      tables: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: slotCount, maxLength: slotCount }),
      sessions: fc.constant([{ name: 'first', slots: [...Array(Math.ceil(slotCount / 2)).keys()] }]),
      seats: fc
        .array(someSlots(2), { minLength: seatCount, maxLength: seatCount })
        .map((away) => away.map((slots, participant) => ({ participant, away: slots }))),
      meetings: fc.array(
        fc.record({
          seats: anySeats,
          session: seldom(fc.constant(0)),
          fixed: seldom(anySlot),
          preferred: seldom(someSlots(2)).map((slots) => slots ?? []),
        }),
        { minLength: meetingCount, maxLength: meetingCount },
      ),
      precedences:
        meetingCount < 2
          ? fc.constant([])
          : seldom(fc.constant([{ before: 0, after: 1 }])).map((pairs) => pairs ?? []),
      minimumRest: fc.nat({ max: 6 }).map((dice) => (dice === 0 ? 1 : 0)),
      breakSpread: fc.constant(null),
    })
  })
}

/** All plans that break no hard constraint, those with meetings left out among them. */
export function* everyPlan(problem: TimetableProblem): Generator<number[]> {
  const slots: number[] = problem.meetings.map(() => -1)
  function* from(meeting: number): Generator<number[]> {
    if (checkPlan(problem, slots).length > 0) return
    if (meeting === slots.length) {
      yield [...slots]
      return
    }
    for (let slot = -1; slot < problem.slotCount; slot++) {
      slots[meeting] = slot
      yield* from(meeting + 1)
    }
    slots[meeting] = -1
  }
  yield* from(0)
}
