import { parseArgs } from 'node:util'
import { EVENT_SIZES, type EventSizeName, generateEvent } from './match-event'
import { selectionProblemOf } from './match-problem'
import { measureReplan } from './match-replan'
import { checkBounds, measureSelection } from './match-selection'
import { measureTimetable, timetableProblemOf } from './match-timetable'

/**
 * `npm run bench -- match [--sizes small,medium,large] [--seeds 1,2,3] [--seconds 60]`: generated events, their
 * meetings chosen (`match-selection.ts`), a timetable made of them (`match-timetable.ts`; for so many seconds
 * of the clock at most), one in a hundred cancelled and the plan mended (`match-replan.ts`), and the
 * selection's bounds compared with exact optima. Progress on standard error, one JSON line last on standard
 * output.
 */
const TIMETABLE_SECONDS = { small: 15, medium: 15, large: 60 } as const
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: 'small,medium,large' },
    seeds: { type: 'string', default: '1,2,3' },
    seconds: { type: 'string' },
  },
})
const seeds = values.seeds.split(',').map(Number)
const sizes = values.sizes.split(',').map((name) => {
  if (!(name in EVENT_SIZES)) throw new Error(`There is no size '${name}'.`)
  return name as EventSizeName
})

const events = []
for (const size of sizes) {
  for (const seed of seeds) {
    const event = generateEvent({ ...EVENT_SIZES[size], seed })
    const problem = selectionProblemOf(event)
    const { selection, figures } = measureSelection(problem)
    console.error(`${size} ${seed}: selection ${JSON.stringify(figures)}`)
    const meetings = timetableProblemOf(problem, selection, event.dayStarts)
    const seconds = Number(values.seconds ?? TIMETABLE_SECONDS[size])
    const { plan, figures: timetable } = measureTimetable(meetings, seed, seconds)
    console.error(`${size} ${seed}: timetable ${JSON.stringify(timetable)}`)
    const replan = measureReplan({ problem, selection }, meetings, plan, seed)
    console.error(`${size} ${seed}: replan ${JSON.stringify(replan)}`)
    events.push({ size, seed, selection: figures, timetable, replan })
  }
}
const bounds = await checkBounds(seeds)
console.error(`bounds ${JSON.stringify(bounds)}`)

console.log(
  JSON.stringify({
    bench: 'match',
    leastOfBound: Math.min(...events.map(({ selection }) => Number(selection.ofBound))),
    mostMemoryMb: Math.max(...events.map(({ timetable }) => timetable.memoryMb)),
    leastPlaced: Math.min(...events.map(({ timetable }) => timetable.share)),
    mostGapOfMeetings: Math.max(...events.map(({ timetable }) => timetable.gapOfMeetings)),
    leastFilled: Math.min(...events.map(({ replan }) => replan.filledOfFillable)),
    mostMovedOfKept: Math.max(...events.map(({ replan }) => replan.movedOfKept)),
    longestReplanMs: Math.max(...events.map(({ replan }) => replan.wallMs)),
    events,
    bounds,
  }),
)
