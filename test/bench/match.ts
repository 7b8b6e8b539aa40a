import { parseArgs } from 'node:util'
import { EVENT_SIZES, type EventSizeName, generateEvent } from './match-event'
import { selectionProblemOf } from './match-problem'
import { checkBounds, measureSelection } from './match-selection'

/**
 * `npm run bench -- match [--sizes small,medium,large] [--seeds 1,2,3]`: generated events, their meetings
 * chosen (`match-selection.ts`), and bounds compared with exact optima. Progress on standard error, one JSON
 * line last on standard output.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: 'small,medium,large' },
    seeds: { type: 'string', default: '1,2,3' },
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
    const { figures } = measureSelection(problem)
    console.error(`${size} ${seed}: selection ${JSON.stringify(figures)}`)
    events.push({ size, seed, selection: figures })
  }
}
const bounds = await checkBounds(seeds)
console.error(`bounds ${JSON.stringify(bounds)}`)

console.log(
  JSON.stringify({
    bench: 'match',
    leastOfBound: Math.min(...events.map(({ selection }) => Number(selection.ofBound))),
    mostMemoryMb: Math.max(...events.map(({ selection }) => Number(selection.memoryMb))),
    events,
    bounds,
  }),
)
