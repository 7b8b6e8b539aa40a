import fc from 'fast-check'
import type { EventChange, ReplanRequest, WaitingPairs } from '~/matching/replan/replan'
import { createEventSolver } from '~/matching/timetable/event-solver'
import type { TimetableProblem } from '~/matching/timetable/timetable'
import { anyCrowdedTimetable } from './event-timetables'

export function pairs(rows: readonly (readonly [number, number, number])[]): WaitingPairs {
  return {
    count: rows.length,
    one: Int32Array.from(rows, ([one]) => one),
    other: Int32Array.from(rows, ([, other]) => other),
    value: Int32Array.from(rows, ([, , value]) => value),
  }
}

function anyChange(problem: TimetableProblem): fc.Arbitrary<EventChange> {
  const seat = fc.nat({ max: problem.seats.length - 1 })
  const slots = fc.uniqueArray(fc.nat({ max: problem.slotCount - 1 }), { maxLength: 2 })
  const kinds: fc.Arbitrary<EventChange>[] = [
    fc.record({ kind: fc.constant('late' as const), seat, until: fc.nat({ max: problem.slotCount }) }),
    fc.record({ kind: fc.constant('away' as const), seat, slots }),
    fc.record({
      kind: fc.constant('tables-closed' as const),
      slots,
      closed: fc.integer({ min: 1, max: 2 }),
    }),
    fc.record({
      kind: fc.constant('walk-in' as const),
      participant: fc.constant(problem.seats.length),
      seats: fc.constant([[0]]),
      wants: fc.uniqueArray(seat, { maxLength: 2 }),
    }),
  ]
  if (problem.meetings.length > 0) {
    const meeting = fc.nat({ max: problem.meetings.length - 1 })
    kinds.push(fc.record({ kind: fc.constant('cancelled' as const), meeting }))
  }
  return fc.oneof(...kinds)
}

/** A timetable that is in force, and something that happens to it. */
export const anyRequest: fc.Arbitrary<ReplanRequest> = anyCrowdedTimetable({ meetings: 9, slots: 8 }).chain(
  (problem) => {
    const slots = createEventSolver(problem, 1).advance(300).plan?.slots ?? []
    const participant = fc.nat({ max: problem.seats.length })
    return fc.record({
      problem: fc.constant(problem),
      slots: fc.constant(slots),
      frozenSlots: fc.nat({ max: problem.slotCount }).map((count) => [...Array(count).keys()]),
      locked: fc.subarray([...problem.meetings.keys()].slice(0, 2)),
      changes: fc.array(anyChange(problem), { maxLength: 4 }).map((changes) => {
        // One person walks in once.
        const first = changes.findIndex(({ kind }) => kind === 'walk-in')
        return changes.filter(({ kind }, i) => kind !== 'walk-in' || i === first)
      }),
      waiting: fc
        .array(fc.tuple(participant, participant, fc.nat({ max: 9 })), { maxLength: 6 })
        .map((rows) => pairs(rows)),
      quotaLeft: fc.array(fc.nat({ max: 2 }), {
        minLength: problem.seats.length,
        maxLength: problem.seats.length,
      }),
      mostMoves: fc.nat({ max: 4 }),
    })
  },
)

/** Four people, four slots of one day, two tables; no quota is left and nobody waits. */
export function halls({ meetings, slots }: { meetings: number[][]; slots: number[] }): ReplanRequest {
  return {
    problem: {
      slotCount: 4,
      dayStarts: [0],
      tables: [2, 2, 2, 2],
      sessions: [],
      seats: [0, 1, 2, 3].map((participant) => ({ participant, away: [] })),
      meetings: meetings.map((seats) => ({ seats, session: null, fixed: null, preferred: [] })),
      precedences: [],
      minimumRest: 0,
      breakSpread: null,
    },
    slots,
    frozenSlots: [],
    locked: [],
    changes: [],
    waiting: pairs([]),
    quotaLeft: [0, 0, 0, 0],
    mostMoves: 0,
  }
}
