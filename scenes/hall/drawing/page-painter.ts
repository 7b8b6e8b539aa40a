import { drawingCanvas } from './canvas'
import { loadLetters } from './letters'
import { PaintShop } from './paint'
import type { Painter } from './painter'

/**
 * Paints on the page, where a browser has no canvas in workers: one job after the other, each in a task of
 * its own, so that a key or a finger never waits for more than one.
 */
export function openPagePainter(): Painter {
  const shop = new PaintShop(drawingCanvas, loadLetters(document.fonts))
  let last: Promise<unknown> = Promise.resolve()
  return {
    where: 'page',
    paint(job, signal) {
      // Loading needs no turn; drawing does.
      const turn = job.kind === 'sheet' ? pause() : last.then(pause)
      const painted = turn.then(() => (signal?.aborted ? ('failed' as const) : shop.paint(job, signal)))
      if (job.kind === 'sign') last = painted.catch(() => undefined)
      return painted
    },
    dispose() {},
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
