import { explainUnscheduled } from '../explain/explain-plan'
import { explainSlot } from '../explain/explain-slot'
import { breaksOfSeats, countPlan } from '../timetable/count-plan'
import type { TimetableProblem } from '../timetable/timetable'
import type { PlanChange, ReplanOption, ReplanRequest } from './replan'

/** Which meeting is which: before, and among the waiting pairs; −1: none. */
export interface Origins {
  origin: readonly number[]
  waiting: readonly number[]
}

/** The option that a plan is, with all that changes by it against the plan in force. */
export function optionOf(
  request: ReplanRequest,
  problem: TimetableProblem,
  { origin, waiting }: Origins,
  slots: readonly number[],
): ReplanOption {
  const changes: PlanChange[] = []
  const stays = new Set(origin)
  request.problem.meetings.forEach(({ seats }, was) => {
    if (!stays.has(was)) changes.push({ kind: 'cancelled', was, seats, from: request.slots[was] ?? -1 })
  })
  let moved = 0
  let added = 0
  problem.meetings.forEach(({ seats }, meeting) => {
    const was = origin[meeting] ?? -1
    const from = was < 0 ? -1 : (request.slots[was] ?? -1)
    const to = slots[meeting] ?? -1
    if (was < 0 && to >= 0) {
      added++
      changes.push({ kind: 'added', meeting, waiting: waiting[meeting] ?? -1, seats, to })
    } else if (to < 0 && (from >= 0 || was < 0)) {
      const because = explainUnscheduled(problem, slots, meeting)
      changes.push({ kind: 'not-held', was, meeting, seats, from, because })
    } else if (from < 0 && to >= 0) {
      changes.push({ kind: 'placed', was, meeting, seats, to })
    } else if (from !== to) {
      moved++
      const because = explainSlot(problem, slots, meeting, from)
      changes.push({ kind: 'moved', was, meeting, seats, from, to, because })
    }
  })
  const plan = countPlan(problem, slots)
  return { problem, origin, plan, changes, moved, added, keepsSpread: keepsSpread(problem, slots) }
}

function keepsSpread(problem: TimetableProblem, slots: readonly number[]): boolean {
  if (problem.breakSpread === null) return true
  const breaks = breaksOfSeats(problem, slots)
  const most = breaks.reduce((a, b) => Math.max(a, b), 0)
  return most - breaks.reduce((a, b) => Math.min(a, b), most) <= problem.breakSpread
}

/** Less is better, in this order: an unfair spread, left out, moved, broken wishes, breaks. */
export function compareOptions(a: ReplanOption, b: ReplanOption): number {
  return (
    Number(b.keepsSpread) - Number(a.keepsSpread) ||
    a.plan.unscheduled - b.plan.unscheduled ||
    a.moved - b.moved ||
    a.plan.brokenWishes - b.plan.brokenWishes ||
    b.added - a.added ||
    a.plan.breaks - b.plan.breaks
  )
}

/** The options of which no other is as good in everything, fewest moves first. */
export function worthChoosing(options: readonly ReplanOption[]): ReplanOption[] {
  const isAsGood = (a: ReplanOption, b: ReplanOption) =>
    (a.keepsSpread || !b.keepsSpread) &&
    a.plan.unscheduled <= b.plan.unscheduled &&
    a.moved <= b.moved &&
    a.plan.brokenWishes <= b.plan.brokenWishes &&
    a.added >= b.added &&
    a.plan.breaks <= b.plan.breaks
  return options
    .filter((option, i) => {
      return !options.some((other, k) => {
        return k !== i && isAsGood(other, option) && (k < i || !isAsGood(option, other))
      })
    })
    .toSorted((a, b) => a.moved - b.moved || compareOptions(a, b))
}
