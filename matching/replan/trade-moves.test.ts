import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRequest, halls, pairs } from '~/test/matching/replan-requests'
import { checkPlan } from '../timetable/check-plan'
import { countPlan } from '../timetable/count-plan'
import { createReplanner } from './replanner'
import { applyChanges } from './situation'
import { MoveTrades } from './trade-moves'

describe('MoveTrades', { timeout: 30_000 }, () => {
  it('offers fewer breaks wherever one more move alone would bring them', () => {
    let bought = 0
    fc.assert(
      fc.property(anyRequest, (any) => {
        // Every third meeting is cancelled, which leaves gaps; nobody waits to fill them.
        const gone = [...any.problem.meetings.keys()].filter((meeting) => meeting % 3 === 1)
        const changes = gone.map((meeting) => ({ kind: 'cancelled' as const, meeting }))
        const frozenSlots = any.frozenSlots.slice(0, 2)
        const request = { ...any, frozenSlots, changes, waiting: pairs([]), mostMoves: 3 }
        const { options, recommended, displaced } = createReplanner(request, 1).advance(100_000)
        const option = options[recommended]
        if (!option || option.moved >= displaced + request.mostMoves) return
        const { problem, plan, origin } = option
        const isPinned = (meeting: number) => {
          const was = origin[meeting] ?? -1
          return request.locked.includes(was) || request.frozenSlots.includes(plan.slots[meeting] ?? -1)
        }
        const isOffered = options.some((other) => {
          return other.plan.breaks < plan.breaks && other.plan.unscheduled <= plan.unscheduled
        })
        problem.meetings.forEach((_, meeting) => {
          if ((plan.slots[meeting] ?? -1) < 0 || isPinned(meeting)) return
          for (let slot = 0; slot < problem.slotCount; slot++) {
            if (request.frozenSlots.includes(slot)) continue
            const slots = plan.slots.with(meeting, slot)
            if (checkPlan(problem, slots).length > 0) continue
            const other = countPlan(problem, slots)
            if (other.breaks >= plan.breaks || other.brokenWishes > plan.brokenWishes) continue
            bought++
            expect(isOffered).toBe(true)
          }
        })
      }),
      { numRuns: 600 },
    )
    expect(bought).toBeGreaterThan(3)
  })

  it('does what moves nobody else first, then what saves most a move, and keeps to the moves allowed', () => {
    // 0 has two gaps. Closing the one takes a move; the other is closed by the new meeting, which is at home nowhere.
    const request = halls({
      meetings: [
        [0, 1],
        [0, 2],
        [0, 3],
      ],
      slots: [0, 2, 5],
    })
    const { problem, domains, origin } = applyChanges({
      ...request,
      problem: { ...request.problem, slotCount: 6, tables: [2, 2, 2, 2, 2, 2] },
    })
    const draft = {
      problem,
      domains,
      origin,
      waiting: [-1, -1, -1],
      home: [0, 2, -1],
      slots: [0, 2, 5],
    }
    const trades = new MoveTrades(draft, 1)
    trades.spend(0)
    expect(trades.moved).toBe(0)
    expect(countPlan(problem, trades.slots()).breaks).toBeLessThan(2)
    expect(trades.slots().slice(0, 2)).toEqual([0, 2])
    trades.spend(1)
    expect(countPlan(problem, trades.slots()).breaks).toBe(0)
    expect(trades.moved).toBeLessThanOrEqual(1)
  })
})
