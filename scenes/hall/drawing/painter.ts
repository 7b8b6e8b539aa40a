import jakarta from '@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2?url'
import readex from '@fontsource-variable/readex-pro/files/readex-pro-arabic-wght-normal.woff2?url'
import type { Painted, PaintJob } from './paint'
import type { FontFile, FromWorker, ToWorker } from './paint-messages'

/** Draws signs, decodes picture sheets and halves both into mipmaps. */
export interface Painter {
  where: 'worker' | 'page'
  /** Never fails: see `Painted`. Called off, it answers 'failed'. */
  paint(job: PaintJob, signal?: AbortSignal): Promise<Painted>
  dispose(): void
}

/** The files that app/styles/tokens.css names; they are in the browser's cache already. */
const FONTS: FontFile[] = [
  { family: 'Plus Jakarta Sans Variable', address: jakarta, weight: '200 800' },
  { family: 'Readex Pro Variable', address: readex, weight: '160 700' },
]
/**
 * A worker that hasn't said a word by then is given up, in milliseconds. Its code may be long on its way, behind
 * all the rest of the hall; that it can't be had, or won't run, it says at once.
 */
const PATIENCE_MS = 45_000
/** When the page's painter couldn't be loaded: the first pause, doubled each time, in milliseconds. */
const RETRY_MS = 2_000
const LONGEST_RETRY_MS = 60_000

/**
 * A painter in a worker where the browser can, else one on the page, whose code is loaded only then. Never
 * fails: without a network it keeps trying until `signal` is aborted.
 */
export async function openPainter(signal: AbortSignal): Promise<Painter> {
  const worker = startWorker()
  if (worker && (await isAble(worker))) return new WorkerPainter(worker)
  worker?.terminate()
  return onPage(signal)
}

async function onPage(signal: AbortSignal): Promise<Painter> {
  for (let pause = RETRY_MS; ; pause = Math.min(LONGEST_RETRY_MS, pause * 2)) {
    try {
      return (await import('./page-painter')).openPagePainter()
    } catch {
      if (signal.aborted) return NOBODY
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/** Paints nothing: the hall has gone. */
const NOBODY: Painter = { where: 'page', paint: async () => 'failed', dispose() {} }

function startWorker(): Worker | null {
  if (typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined') return null
  try {
    return new Worker(new URL('./paint-worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return null
  }
}

function isAble(worker: Worker): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (able: boolean) => {
      // Else the timer would keep a closed hall in memory for as long.
      clearTimeout(patience)
      resolve(able)
    }
    const patience = setTimeout(() => end(false), PATIENCE_MS)
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => end(data.kind === 'able')
    worker.onerror = () => end(false)
    worker.postMessage([{ kind: 'begin', fonts: FONTS }] satisfies ToWorker[])
  })
}

interface Waiting {
  job: PaintJob
  signal: AbortSignal | undefined
  answer: (painted: Painted | Promise<Painted>) => void
}

class WorkerPainter implements Painter {
  where: Painter['where'] = 'worker'
  private readonly waiting = new Map<number, Waiting>()
  private count = 0
  /** What the worker is told as soon as the frame is over: waking it would cost the frame more than all its draws. */
  private unsaid: ToWorker[] = []
  /** Who goes on when the worker has broken down. */
  private heir: Promise<Painter> | null = null
  private readonly gone = new AbortController()

  constructor(private readonly worker: Worker) {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind !== 'painted') return
      this.waiting.get(data.id)?.answer(data.painted)
      this.waiting.delete(data.id)
    }
    worker.onerror = () => this.handOn()
  }

  paint(job: PaintJob, signal?: AbortSignal): Promise<Painted> {
    if (this.heir) return this.heir.then((heir) => heir.paint(job, signal))
    const id = ++this.count
    const callOff = () => this.waiting.has(id) && this.say({ kind: 'abort', id })
    signal?.addEventListener('abort', callOff, { once: true })
    return new Promise((answer) => {
      this.waiting.set(id, { job, signal, answer })
      this.say({ kind: 'paint', id, job })
    })
  }

  dispose(): void {
    this.gone.abort()
    this.worker.terminate()
    for (const { answer } of this.waiting.values()) answer('failed')
    this.waiting.clear()
  }

  private say(message: ToWorker): void {
    this.unsaid.push(message)
    if (this.unsaid.length > 1) return
    setTimeout(() => {
      this.worker.postMessage(this.unsaid)
      this.unsaid = []
    })
  }

  private handOn(): void {
    this.worker.terminate()
    this.where = 'page'
    this.heir = onPage(this.gone.signal)
    for (const { job, signal, answer } of this.waiting.values())
      answer(this.heir.then((heir) => heir.paint(job, signal)))
    this.waiting.clear()
  }
}
