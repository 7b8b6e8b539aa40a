import { explainLeftOut } from '~/matching/explain/explain-plan'
import type { Selection, SelectionProblem } from '~/matching/select/selection'
import { checkPlan } from '~/matching/timetable/check-plan'
import { breaksOfSeats } from '~/matching/timetable/count-plan'
import { timetableOfSelection } from '~/matching/timetable/event-problem'
import { createEventSolver, type EventProgress } from '~/matching/timetable/event-solver'
import type { TimetablePlan, TimetableProblem } from '~/matching/timetable/timetable'

/** Proposals between two looks at the clock. */
const SLICE = 5_000
/** Shares of the meetings: as many have to be held, and as many breaks may be too many. */
const PLACED = 0.95
const GAP = 0.01

/** The chosen meetings as a timetable; days and prayers as generated. */
export function timetableProblemOf(
  problem: SelectionProblem,
  selection: Selection,
  dayStarts: readonly number[],
): TimetableProblem {
  const frame = { dayStarts, sessions: [], minimumRest: 0, breakSpread: null }
  return timetableOfSelection(problem, selection.meetings, frame)
}

/**
 * One event's timetable, solved for at most `seconds` of the clock (less when it is proved): when 95 % of the
 * meetings were held, when its breaks besides came within 1 % of the meetings of the bound, when it held as
 * many as at last, and what came of it in the end. Throws when the plan breaks a hard rule.
 */
export function measureTimetable(problem: TimetableProblem, seed: number, seconds: number) {
  const start = performance.now()
  const cpu = process.cpuUsage()
  const wallMs = () => Math.round(performance.now() - start)
  const solver = createEventSolver(problem, seed)
  const meetings = problem.meetings.length
  let firstMs = 0
  let placedMs: number | null = null
  let withinGapMs: number | null = null
  let heldMs = 0
  let unscheduled = Number.POSITIVE_INFINITY
  let progress: EventProgress
  let plan: TimetablePlan | null
  do {
    progress = solver.advance(firstMs === 0 ? 1 : SLICE)
    plan = progress.plan
    firstMs ||= wallMs()
    if (!plan) continue
    if (plan.unscheduled < unscheduled) heldMs = wallMs()
    unscheduled = plan.unscheduled
    if (unscheduled > (1 - PLACED) * meetings) continue
    placedMs ??= wallMs()
    if (plan.breaks - progress.lowerBound <= GAP * meetings) withinGapMs ??= wallMs()
  } while (progress.proven === null && wallMs() < seconds * 1000)
  if (!plan) throw new Error('The event has no timetable')
  const broken = checkPlan(problem, plan.slots)
  if (broken.length > 0) throw new Error(`The timetable breaks ${broken[0]?.constraint}`)

  const leftOut = explainLeftOut(problem, plan.slots)
  const because: Record<string, number> = {}
  for (const { blocked } of leftOut) {
    const constraint = blocked[0]?.constraint ?? 'nothing'
    because[constraint] = (because[constraint] ?? 0) + 1
  }
  const spread: number[] = []
  for (const breaks of breaksOfSeats(problem, plan.slots)) spread[breaks] = (spread[breaks] ?? 0) + 1
  return {
    plan,
    figures: {
      meetings,
      placed: meetings - plan.unscheduled,
      share: Math.round((1 - plan.unscheduled / Math.max(1, meetings)) * 10_000) / 10_000,
      leastUnscheduled: progress.leastUnscheduled,
      /** What most of the slots of those left out are forbidden by. */
      because,
      breaks: plan.breaks,
      lowerBound: progress.lowerBound,
      gapOfMeetings:
        Math.round(((plan.breaks - progress.lowerBound) / Math.max(1, meetings)) * 10_000) / 10_000,
      proven: progress.proven,
      /** How many seats have 0, 1, 2 … breaks. */
      seatsByBreaks: Array.from(spread, (seats) => seats ?? 0),
      firstMs,
      placedMs,
      withinGapMs,
      heldMs,
      steps: progress.steps,
      wallMs: wallMs(),
      cpuMs: Math.round(process.cpuUsage(cpu).user / 1000),
      memoryMb: Math.round(process.memoryUsage().rss / 1_000_000),
    },
  }
}
