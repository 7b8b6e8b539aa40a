import { chooseGreedily } from '~/matching/select/greedy'
import { compilePairs } from '~/matching/select/pairs'
import { createSelector } from '~/matching/select/select-meetings'
import type { Selection, SelectionProblem } from '~/matching/select/selection'
import { solveExactly } from '../setup/exact-selection'
import { EVENT_SIZES, generateEvent } from './match-event'
import { selectionProblemOf } from './match-problem'

/** Whole work: the bench wants the end, not the way. */
const ALL_STEPS = 1_000_000_000

/** One event's selection, measured; the selection itself is for the timetable. */
export function measureSelection(problem: SelectionProblem): {
  selection: Selection
  figures: Record<string, number | boolean | Record<string, number>>
} {
  const wall = performance.now()
  const cpu = process.cpuUsage()
  const selector = createSelector(problem)
  const progress = selector.advance(ALL_STEPS)
  const selection = selector.result()
  const cpuMs = Math.round(process.cpuUsage(cpu).user / 1000)
  const wallMs = Math.round(performance.now() - wall)
  const greedy = greedyOf(problem)
  const reasons: Record<string, number> = {}
  for (const { because } of selection.short) reasons[because] = (reasons[because] ?? 0) + 1
  return {
    selection,
    figures: {
      candidates: problem.candidates.count,
      meetings: selection.meetings.length,
      pooled: selection.meetings.filter(({ sellers }) => sellers.length > 1).length,
      places: selection.places,
      value: progress.value / 100,
      bound: progress.bound / 100,
      ofBound: rounded(progress.bound === 0 ? 1 : progress.value / progress.bound),
      isProven: progress.proven !== null,
      withoutMeeting: selection.short.length,
      reasons,
      steps: progress.steps,
      wallMs,
      cpuMs,
      memoryMb: Math.round(process.memoryUsage().rss / 1_000_000),
      greedyValue: greedy.value / 100,
      timesGreedy: rounded(greedy.value === 0 ? 1 : progress.value / greedy.value),
      greedyWithoutMeeting: greedy.withoutMeeting,
      greedyMs: greedy.ms,
    },
  }
}

/** The baseline: everybody's best pair first, then the most valuable, as long as both want and a table is free. */
function greedyOf(problem: SelectionProblem) {
  const start = performance.now()
  const graph = compilePairs(problem)
  const { pairs: chosen } = chooseGreedily(graph)
  const met = new Set(chosen.map((pair) => graph.seller[pair]))
  return {
    value: chosen.reduce((sum, pair) => sum + (graph.value[pair] ?? 0), 0),
    withoutMeeting: graph.sellers.count - met.size,
    ms: Math.round(performance.now() - start),
  }
}

/**
 * Smaller events of the same kind, the small size for all seeds and the middle one for the first, solved by
 * HiGHS too: how far the reported bound is above the exact optimum, and the engine's value below it. Throws
 * when the bound is below the optimum.
 */
export async function checkBounds(seeds: readonly number[]) {
  const sizes = [
    { sellers: 60, buyers: 12, days: 1, slotsPerDay: 16 },
    { sellers: 250, buyers: 40, days: 1, slotsPerDay: 16 },
    EVENT_SIZES.small,
    EVENT_SIZES.medium,
  ]
  const checked = []
  for (const size of sizes) {
    for (const seed of size === EVENT_SIZES.medium ? seeds.slice(0, 1) : seeds) {
      const problem = selectionProblemOf(generateEvent({ ...size, seed }))
      const { selection } = measureSelection(problem)
      const exact = await solveExactly(problem)
      if (selection.bound < exact.value) {
        throw new Error(`${size.sellers} × ${size.buyers}, seed ${seed}: the bound is below the optimum`)
      }
      checked.push({
        event: `${size.sellers}x${size.buyers}`,
        seed,
        optimum: exact.value / 100,
        valueOfOptimum: rounded(selection.value / exact.value),
        boundOfOptimum: rounded(selection.bound / exact.value),
        highsMs: Math.round(exact.milliseconds),
      })
    }
  }
  return checked
}

function rounded(share: number): number {
  return Math.round(share * 1_000_000) / 1_000_000
}
