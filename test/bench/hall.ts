import { parseArgs } from 'node:util'
import { launch } from './hall-page'
import { measurePrototype } from './hall-prototype'
import { measureHall } from './hall-visit'
import { ratio } from './load'
import { startWithBooths } from './running-product'

/**
 * `npm run bench -- hall [--booths 500,5018] [--teleports 100] [--openings 50] [--frames 150] [--walks 5]`: what the
 * 3D hall costs in Chromium, drawn in software at 320 × 180: bytes and time to the first frame, draws, triangles and
 * textures at the eight places, uploads and milliseconds of script in moving frames, the heap of the whole page
 * after a collection, what teleports and openings leave behind, and long tasks where the processor is four times
 * slower. HALL_PROTOTYPE_DIR: a folder with another page's hall (see hall-prototype.ts), measured in the same run
 * by the same meter. Progress on standard error beside what is allowed, one JSON line last on standard output;
 * the exit code is 1 if a counter, the bytes or the heap break their budget. Milliseconds are of the machine.
 */
const { values } = parseArgs({
  options: {
    booths: { type: 'string', default: '500,5018' },
    teleports: { type: 'string', default: '100' },
    openings: { type: 'string', default: '50' },
    frames: { type: 'string', default: '150' },
    walks: { type: 'string', default: '5' },
  },
})
const folder = process.env.HALL_PROTOTYPE_DIR
const [frames, walks] = [Number(values.frames), Number(values.walks)]
const halls: object[] = []
for (const booths of values.booths.split(',').map(Number)) {
  const product = await startWithBooths(booths)
  const browser = await launch()
  try {
    const { url } = product
    const [teleports, openings] = [Number(values.teleports), Number(values.openings)]
    const hall = await measureHall(browser, { url, booths, teleports, openings, frames, walks })
    if (hall.broken.some((what) => !what.startsWith('script '))) process.exitCode = 1
    const prototype = folder ? await measurePrototype(folder, { booths, frames, walks }) : null
    const over = prototype && {
      scriptMedian: ratio(hall.script.median, prototype.script.median),
      scriptP95: ratio(hall.script.p95, prototype.script.p95),
      uploaded: ratio(hall.uploaded, prototype.uploaded),
      heap: ratio(hall.heap, prototype.heap),
    }
    if (prototype) {
      console.error(`${booths} booths, the prototype: ${JSON.stringify(prototype)}`)
      console.error(`${booths} booths, the hall over the prototype: ${JSON.stringify(over)}`)
    }
    halls.push({ ...hall, prototype, overPrototype: over })
  } finally {
    await browser.close()
    await product.stop()
  }
}
console.log(JSON.stringify({ bench: 'hall', halls }))
