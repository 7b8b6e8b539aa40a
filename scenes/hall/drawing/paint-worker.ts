import { workerCanvas } from './canvas'
import { loadLetters } from './letters'
import { PaintShop } from './paint'
import type { FontFile, FromWorker, ToWorker } from './paint-messages'

/** What of a worker's surroundings is used here; the compiler knows those of pages only. */
interface Surroundings {
  fonts?: FontFaceSet & { add(face: FontFace): void }
  addEventListener(type: 'message', heard: (event: MessageEvent<ToWorker[]>) => void): void
  postMessage(message: FromWorker, transfer?: Transferable[]): void
}
const here = self as unknown as Surroundings

let shop: PaintShop | null = null
const underway = new Map<number, AbortController>()

here.addEventListener('message', ({ data }) => {
  for (const asked of data)
    if (asked.kind === 'begin') begin(asked.fonts)
    else if (asked.kind === 'abort') underway.get(asked.id)?.abort()
    else void paint(asked.id, asked.job)
})

/** A browser that draws letters in a worker has fonts there; any other leaves the work to the page. */
function begin(files: readonly FontFile[]): void {
  try {
    const { fonts } = here
    if (!fonts) throw new Error('no fonts in workers')
    workerCanvas(1, 1).fillText('', 0, 0)
    for (const { family, address, weight } of files)
      fonts.add(new FontFace(family, `url("${address}")`, { weight }))
    shop = new PaintShop(workerCanvas, loadLetters(fonts))
    here.postMessage({ kind: 'able' })
  } catch {
    here.postMessage({ kind: 'unable' })
  }
}

async function paint(id: number, job: Parameters<PaintShop['paint']>[0]): Promise<void> {
  const control = new AbortController()
  underway.set(id, control)
  const painted = (await shop?.paint(job, control.signal)) ?? 'failed'
  underway.delete(id)
  here.postMessage({ kind: 'painted', id, painted }, typeof painted === 'string' ? [] : [painted.buffer])
}
