import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyTimetable, isFeasible, timetableFor } from '~/test/matching/small-timetables'
import { checkPlan } from '../timetable/check-plan'
import type { TimetableProblem } from '../timetable/timetable'
import { explainInfeasible } from './explain-infeasible'
import { explainHeld, explainLeftOut, explainUnscheduled } from './explain-plan'
import { explainSlot } from './explain-slot'

const anyPlan = anyTimetable.chain((problem) =>
  fc.tuple(
    fc.constant(problem),
    fc.array(fc.integer({ min: -1, max: problem.slotCount - 1 }), {
      minLength: problem.meetings.length,
      maxLength: problem.meetings.length,
    }),
  ),
)

/** The plan without meetings that break anything, so that what is left is right. */
function mended(problem: TimetableProblem, plan: readonly number[]): number[] {
  const slots = plan.map(() => -1)
  for (const [meeting, slot] of plan.entries()) {
    slots[meeting] = slot
    if (slot >= 0 && checkPlan(problem, slots).length > 0) slots[meeting] = -1
  }
  return slots
}

describe('explainSlot', () => {
  it('names with whom or what, one constraint at a time', () => {
    const problem = timetableFor(
      [
        { seats: [0, 1] },
        { seats: [0, 2] },
        { seats: [3, 4], session: 0 },
        { seats: [2, 3], fixed: 3 },
        { seats: [5, 6] },
      ],
      {
        slotCount: 5,
        tables: [2, 2, 2, 2, 1],
        sessions: [{ name: 'Ekspor', slots: [0, 1] }],
        seats: Array.from({ length: 7 }, (_, participant) => ({
          participant,
          away: participant === 1 ? [2] : [],
        })),
        precedences: [{ before: 1, after: 0 }],
      },
    )
    const slots = [1, 0, 0, 3, 4]
    expect(explainSlot(problem, slots, 0, 0)).toEqual([
      { constraint: 'seat-busy', seat: 0, meeting: 1 },
      { constraint: 'table-full', tables: 2 },
      { constraint: 'precedence', must: 'after', meeting: 1, slot: 0 },
    ])
    expect(explainSlot(problem, slots, 0, 2)).toEqual([{ constraint: 'away', seat: 1 }])
    expect(explainSlot(problem, slots, 0, 3)).toEqual([])
    expect(explainSlot(problem, slots, 0, 4)).toEqual([{ constraint: 'table-full', tables: 1 }])
    expect(explainSlot(problem, slots, 2, 2)).toEqual([{ constraint: 'session', session: 0 }])
    expect(explainSlot(problem, slots, 3, 2)).toEqual([{ constraint: 'fixed', slot: 3 }])
    expect(explainSlot(problem, slots, 1, 1)).toMatchObject([
      { constraint: 'seat-busy' },
      { constraint: 'precedence', must: 'before', meeting: 0 },
    ])
    expect(explainSlot({ ...problem, minimumRest: 1 }, slots, 1, 2)).toMatchObject([
      { constraint: 'rest', seat: 0, meeting: 0, rest: 1 },
      { constraint: 'rest', seat: 2, meeting: 3, rest: 1 },
      { constraint: 'precedence' },
    ])
    expect(() => explainSlot(problem, slots, 0, 5)).toThrow(RangeError)
  })

  it('says that a plan would be unfair, and to whom', () => {
    const problem = timetableFor([{ seats: [0, 1] }, { seats: [0, 2] }], { breakSpread: 0 })
    expect(explainSlot(problem, [0, -1], 1, 2)).toEqual([
      { constraint: 'break-spread', seat: 0, breaks: 1, least: 0 },
    ])
    expect(explainSlot(problem, [0, -1], 1, 1)).toEqual([])
  })

  it('finds something exactly where the checker does', () => {
    fc.assert(
      fc.property(anyPlan, ([problem, plan]) => {
        const slots = mended(problem, plan)
        for (const meeting of problem.meetings.keys()) {
          const others = [...slots]
          others[meeting] = -1
          // An unfair plan can be so already without the meeting.
          if (checkPlan(problem, others).length > 0) continue
          for (let slot = 0; slot < problem.slotCount; slot++) {
            const moved = [...slots]
            moved[meeting] = slot
            const broken = new Set(checkPlan(problem, moved).map(({ constraint }) => constraint))
            const named = new Set(
              explainSlot(problem, slots, meeting, slot).map(({ constraint }) => constraint),
            )
            if (named.size === 0) expect(broken).toEqual(new Set())
            else for (const constraint of named) expect(broken).toContain(constraint)
          }
        }
      }),
    )
  })
})

describe('explainHeld', () => {
  it('says what speaks for a slot', () => {
    const problem = timetableFor([
      { seats: [0, 1], preferred: [1] },
      { seats: [0, 2] },
      { seats: [0, 3], fixed: 3 },
    ])
    expect(explainHeld(problem, [1, 2, 3], 0)).toEqual([
      { code: 'wished' },
      { code: 'fewest-breaks', more: 1 },
      { code: 'next-to', seat: 0, meeting: 1, side: 'before' },
    ])
    expect(explainHeld(problem, [1, 2, 3], 2)).toEqual([
      { code: 'fixed' },
      { code: 'next-to', seat: 0, meeting: 1, side: 'after' },
    ])
    expect(explainHeld(problem, [-1, 0, 3], 1)).toEqual([{ code: 'first-free' }])
    expect(explainHeld(problem, [-1, 0, 3], 0)).toEqual([])
    const away = [{ participant: 0, away: [0, 2, 3] }, ...problem.seats.slice(1)]
    expect(explainHeld({ ...problem, seats: away }, [1, -1, -1], 0)).toEqual([
      { code: 'wished' },
      { code: 'only-slot' },
    ])
  })

  it('does not call the last slot of a day and the first of the next beside each other', () => {
    const problem = timetableFor([{ seats: [0, 1] }, { seats: [0, 2] }], { dayStarts: [0, 2] })
    expect(explainHeld(problem, [1, 2], 0).map(({ code }) => code)).not.toContain('next-to')
  })
})

describe('explainUnscheduled', () => {
  it('sums up what forbids each slot, the most first', () => {
    const problem = timetableFor([{ seats: [0, 1] }, { seats: [0, 2] }, { seats: [0, 3] }], {
      slotCount: 3,
      seats: [
        { participant: 0, away: [] },
        { participant: 1, away: [2] },
        { participant: 2, away: [] },
        { participant: 3, away: [] },
      ],
    })
    expect(explainUnscheduled(problem, [-1, 0, 1], 0)).toEqual({
      meeting: 0,
      free: [],
      blocked: [
        {
          constraint: 'seat-busy',
          slots: 2,
          example: { constraint: 'seat-busy', seat: 0, meeting: 1 },
          exampleSlot: 0,
        },
        { constraint: 'away', slots: 1, example: { constraint: 'away', seat: 1 }, exampleSlot: 2 },
      ],
    })
    expect(explainLeftOut(problem, [-1, 0, -1])).toMatchObject([
      { meeting: 0, free: [1] },
      { meeting: 2, free: [1, 2] },
    ])
  })
})

describe('explainInfeasible', () => {
  it('says who has more meetings than slots, and no more than that', () => {
    const problem = timetableFor(
      [{ seats: [5, 6] }, { seats: [0, 1] }, { seats: [0, 2] }, { seats: [0, 3] }, { seats: [5, 7] }],
      {
        slotCount: 3,
        seats: Array.from({ length: 8 }, (_, participant) => ({
          participant,
          away: participant === 0 ? [1] : [],
        })),
      },
    )
    expect(explainInfeasible(problem)).toEqual({
      constraints: ['away', 'seat-busy'],
      meetings: [1, 2, 3],
      seats: [0],
      slots: [0, 2],
      isMinimal: true,
    })
  })

  it('says that a session has too few tables', () => {
    const meetings = Array.from({ length: 3 }, (_, at) => ({ seats: [2 * at, 2 * at + 1], session: 0 }))
    const problem = timetableFor(meetings, {
      tables: [1, 1, 1, 1],
      sessions: [{ name: 'Ekspor', slots: [0, 1] }],
    })
    expect(explainInfeasible(problem)).toMatchObject({
      constraints: ['table-full', 'session'],
      meetings: [0, 1, 2],
      seats: [],
      slots: [0, 1],
    })
  })

  it('has nothing to say of a problem that nothing proves infeasible', () => {
    expect(explainInfeasible(timetableFor([{ seats: [0, 1] }]))).toBeNull()
    expect(explainInfeasible(timetableFor([]))).toBeNull()
  })

  it('names a set that fails, of which nothing can be left out (every plan tried)', () => {
    fc.assert(
      fc.property(anyTimetable, (problem) => {
        const proves = (part: TimetableProblem) => !isFeasible(part)
        const fact = explainInfeasible(problem, proves)
        expect(fact === null).toBe(isFeasible(problem))
        if (!fact) return
        expect(fact.isMinimal).toBe(true)
        expect(proves(restricted(problem, fact.meetings))).toBe(true)
        expect(fact.constraints.length).toBeGreaterThan(0)
        for (const meeting of fact.meetings) {
          const others = fact.meetings.filter((other) => other !== meeting)
          expect(others.length === 0 || isFeasible(restricted(problem, others))).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

function restricted(problem: TimetableProblem, kept: readonly number[]): TimetableProblem {
  return {
    ...problem,
    meetings: kept.flatMap((meeting) => problem.meetings[meeting] ?? []),
    precedences: problem.precedences.flatMap(({ before, after }) =>
      kept.includes(before) && kept.includes(after)
        ? [{ before: kept.indexOf(before), after: kept.indexOf(after) }]
        : [],
    ),
  }
}
