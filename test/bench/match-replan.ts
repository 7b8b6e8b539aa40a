import { createRandom } from '~/matching/random'
import type { ReplanOption, ReplanRequest, WaitingPairs } from '~/matching/replan/replan'
import { createReplanner } from '~/matching/replan/replanner'
import { compilePairs } from '~/matching/select/pairs'
import type { Selection, SelectionProblem } from '~/matching/select/selection'
import { checkPlan } from '~/matching/timetable/check-plan'
import type { TimetablePlan, TimetableProblem } from '~/matching/timetable/timetable'

const CANCELLED = 0.01
const MOST_MOVED = 0.005
const SECONDS = 2
const SLICE = 5_000

interface ChosenMeetings {
  problem: SelectionProblem
  selection: Selection
}

/**
 * What a planner is asked after one in a hundred meetings was cancelled, before the first slot; half a percent
 * of the others may be moved. Also the slots of the freed places that can be filled: those for which, right
 * after the cancelling, some pair that may meet and has quotas left is free and a table is.
 */
export function requestAfterCancelling(
  { problem: chosenFrom, selection }: ChosenMeetings,
  problem: TimetableProblem,
  plan: TimetablePlan,
  seed: number,
) {
  const random = createRandom(seed)
  const held = plan.slots.flatMap((slot, meeting) => (slot < 0 ? [] : [meeting]))
  const cancelled = new Set<number>()
  while (cancelled.size < Math.max(1, Math.round(held.length * CANCELLED))) {
    cancelled.add(held[random.below(held.length)] as number)
  }
  const kept = held.length - cancelled.size
  const request: ReplanRequest = {
    problem,
    slots: plan.slots,
    frozenSlots: [],
    locked: [],
    changes: [...cancelled].map((meeting) => ({ kind: 'cancelled' as const, meeting })),
    waiting: waitingPairs(chosenFrom, selection),
    quotaLeft: quotasLeft(chosenFrom, selection),
    mostMoves: Math.floor(kept * MOST_MOVED),
  }
  const keptIn = new Int32Array(problem.slotCount)
  plan.slots.forEach((slot, meeting) => {
    if (slot >= 0 && !cancelled.has(meeting)) keptIn[slot] = (keptIn[slot] as number) + 1
  })
  return { request, kept, keptIn, fillable: fillablePlaces(request, cancelled) }
}

/** What the planner makes of such a request within two seconds of the clock. */
export function measureReplan(
  chosen: ChosenMeetings,
  problem: TimetableProblem,
  plan: TimetablePlan,
  seed: number,
) {
  const { request, kept, keptIn, fillable } = requestAfterCancelling(chosen, problem, plan, seed)
  const start = performance.now()
  const cpu = process.cpuUsage()
  const planner = createReplanner(request, seed)
  let progress = planner.advance(1)
  const firstMs = Math.round(performance.now() - start)
  for (let steps = -1; progress.steps > steps && performance.now() - start < SECONDS * 1000; ) {
    steps = progress.steps
    progress = planner.advance(SLICE)
  }
  const wallMs = Math.round(performance.now() - start)
  const cpuMs = Math.round(process.cpuUsage(cpu).user / 1000)
  for (const option of progress.options) {
    const broken = checkPlan(option.problem, option.plan.slots)
    if (broken.length > 0) throw new Error(`A new plan breaks ${broken[0]?.constraint}`)
  }
  const recommended = progress.options[progress.recommended]
  if (!recommended) throw new Error('There is no new plan')
  const figuresOf = (option: ReplanOption) => ({
    moved: option.moved,
    movedOfKept: Math.round((option.moved / Math.max(1, kept)) * 100_000) / 100_000,
    added: option.added,
    unscheduled: option.plan.unscheduled,
    breaks: option.plan.breaks,
    filled: filledPlaces(option, keptIn, fillable),
  })
  const { filled, ...figures } = figuresOf(recommended)
  return {
    cancelled: request.changes.length,
    waiting: request.waiting.count,
    fillable: fillable.length,
    filled,
    filledOfFillable: fillable.length === 0 ? 1 : Math.round((filled / fillable.length) * 10_000) / 10_000,
    ...figures,
    breaksBefore: plan.breaks,
    unscheduledBefore: plan.unscheduled,
    options: progress.options.map(figuresOf),
    firstMs,
    wallMs,
    cpuMs,
    steps: progress.steps,
  }
}

/** All pairs that may meet and weren't chosen; participants as in the timetable: buyers, then sellers. */
function waitingPairs(problem: SelectionProblem, { meetings }: Selection): WaitingPairs {
  const graph = compilePairs(problem)
  const sellers = problem.sellers.length
  const met = new Set(
    meetings.flatMap(({ buyer, sellers: own }) => own.map((seller) => buyer * sellers + seller)),
  )
  const rows: number[] = []
  for (let pair = 0; pair < graph.count; pair++) {
    const buyer = graph.buyers.index[graph.buyer[pair] as number] as number
    const seller = graph.sellers.index[graph.seller[pair] as number] as number
    if (!met.has(buyer * sellers + seller)) rows.push(pair)
  }
  return {
    count: rows.length,
    one: Int32Array.from(rows, (pair) => graph.buyers.index[graph.buyer[pair] as number] as number),
    other: Int32Array.from(rows, (pair) => {
      return problem.buyers.length + (graph.sellers.index[graph.seller[pair] as number] as number)
    }),
    value: Int32Array.from(rows, (pair) => graph.value[pair] as number),
  }
}

function quotasLeft({ buyers, sellers }: SelectionProblem, { meetings }: Selection): number[] {
  const left = [...buyers, ...sellers].map(({ quota }) => quota.maximum)
  for (const { buyer, sellers: group } of meetings) {
    for (const participant of [buyer, ...group.map((seller) => buyers.length + seller)]) {
      left[participant] = (left[participant] ?? 0) - 1
    }
  }
  return left
}

/** The slots of the freed places for which some waiting pair would do; the measure's own look at it. */
function fillablePlaces(request: ReplanRequest, cancelled: ReadonlySet<number>): number[] {
  const { problem, slots, waiting } = request
  const quota = [...request.quotaLeft]
  const busy = new Set<number>()
  const load = new Int32Array(problem.slotCount)
  problem.meetings.forEach(({ seats }, meeting) => {
    const slot = slots[meeting] ?? -1
    for (const seat of seats) {
      if (!cancelled.has(meeting)) busy.add(seat * problem.slotCount + slot)
      else {
        const participant = problem.seats[seat]?.participant ?? 0
        quota[participant] = (quota[participant] ?? 0) + 1
      }
    }
    if (slot >= 0 && !cancelled.has(meeting)) load[slot] = (load[slot] as number) + 1
  })
  const isFree = (participant: number, slot: number) =>
    problem.seats.some((seat, index) => {
      if (seat.participant !== participant || seat.away.includes(slot)) return false
      return !busy.has(index * problem.slotCount + slot)
    })
  const rows = Array.from({ length: waiting.count }, (_, row) => row).filter((row) => {
    return (quota[waiting.one[row] as number] ?? 0) > 0 && (quota[waiting.other[row] as number] ?? 0) > 0
  })
  const fits = new Map<number, boolean>()
  return [...cancelled].flatMap((meeting) => {
    const slot = slots[meeting] ?? -1
    if (!fits.has(slot)) {
      const free = new Map<number, boolean>()
      const isFreeThen = (participant: number) => {
        const known = free.get(participant) ?? isFree(participant, slot)
        free.set(participant, known)
        return known
      }
      const some = rows.some(
        (row) => isFreeThen(waiting.one[row] as number) && isFreeThen(waiting.other[row] as number),
      )
      fits.set(slot, some && (load[slot] as number) < (problem.tables[slot] ?? 0))
    }
    return fits.get(slot) ? [slot] : []
  })
}

/** Of these places how many are in use again: `kept` is how many meetings each slot had without them. */
export function filledPlaces(option: ReplanOption, kept: Int32Array, fillable: readonly number[]): number {
  const added = kept.map((held) => -held)
  for (const slot of option.plan.slots) if (slot >= 0) added[slot] = (added[slot] as number) + 1
  return fillable.filter((slot) => {
    const left = added[slot] as number
    if (left > 0) added[slot] = left - 1
    return left > 0
  }).length
}
