import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import { formatSpot } from '~/domain/hall/hall-query'
import type { HallPose } from '~/domain/hall/poses'
import { type MeteredFrame, type MeteredLife, meterWebGl } from '../setup/webgl-meter'
import { keepScriptApart } from './own-core'

/** Drawn in software on a busy machine. */
const PATIENCE = 180_000

export interface MeteredPage {
  page: Page
  client: CDPSession
  close(): Promise<void>
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  })
}

/** A page with nothing in its caches, metered from its first moment. */
export async function meteredPage(
  browser: Browser,
  viewport = { width: 940, height: 480 },
): Promise<MeteredPage> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  // The runner's compiler names functions by a helper that pages don't have.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(meterWebGl)
  await page.addInitScript(() => {
    const long: number[] = []
    Object.assign(window, { longTasks: long })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(Math.round(duration))
    }).observe({ type: 'longtask', buffered: true })
    const watcher = new MutationObserver(() => {
      if (!document.querySelector('canvas[data-booths]:not([data-booths="0"])')) return
      watcher.disconnect()
      performance.mark('first-booths')
    })
    watcher.observe(document, { subtree: true, childList: true, attributeFilter: ['data-booths'] })
  })
  const client = await context.newCDPSession(page)
  return { page, client, close: () => context.close() }
}

/** The canvas at 320 × 180, in a corner. */
export async function shrinkCanvas(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      `section.canvas { position: fixed !important; inset: auto 0 0 auto !important; z-index: 2;
        inline-size: 320px !important; block-size: 180px !important; min-block-size: 0 !important }`,
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  })
}

/** Opens the hall if it doesn't open by itself, and waits for its first booths. */
export async function walkIn(page: Page): Promise<void> {
  // By a locator: a handle would keep each canvas, and its scene, on the heap.
  const open = page.locator('[data-hall="open"] canvas[data-booths]:not([data-booths="0"])').waitFor()
  // It may be gone by then: the hall opens by itself once somebody moves.
  await page
    .locator('[data-hall="closed"] .cover button')
    .first()
    .click({ timeout: 20_000 })
    .catch(() => undefined)
  await open
}

/** Waits until signs and pictures have come and no frame has been drawn for a while. */
export async function atRest(page: Page): Promise<void> {
  for (let last = '', now = '', still = 0; still < 3; last = now) {
    now = await page.evaluate(() => {
      const { frames = '', laid = '0' } = document.querySelector('canvas')?.dataset ?? {}
      return laid === '0' ? '' : `${frames} ${laid}`
    })
    still = now && now === last ? still + 1 : 0
    await page.waitForTimeout(600)
  }
}

/** Frames drawn while half a second passes: the fewest of three, since something may still come late. */
export async function framesAtRest(page: Page): Promise<number> {
  const count = () => page.evaluate(() => window.webGlMeter.frames.length)
  let fewest = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 3 && fewest > 0; tries++) {
    const before = await count()
    await page.waitForTimeout(500)
    fewest = Math.min(fewest, (await count()) - before)
  }
  return fewest
}

/** So many teleports in a row, one place after the other, each as soon as the one before has been reached. */
export async function teleportAbout(page: Page, poses: readonly HallPose[], times: number): Promise<void> {
  await page.evaluate(
    async ({ searches, times }) => {
      const canvas = document.querySelector('canvas')
      if (!canvas) throw new Error('the hall is not open')
      for (let at = 0; at < times; at++) {
        const before = canvas.dataset.at
        const state = { key: Math.random().toString(36).slice(2), usr: null, idx: window.history.length }
        window.history.pushState(state, '', searches[at % searches.length])
        window.dispatchEvent(new PopStateEvent('popstate', { state }))
        for (const until = Date.now() + 60_000; canvas.dataset.at === before; ) {
          if (Date.now() > until) throw new Error(`nobody came to ${searches[at % searches.length]}`)
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      }
    },
    { searches: poses.map(({ place }) => `?at=${formatSpot(place)}`), times },
  )
}

/** Frames drawn while a key is down. */
export async function walk(page: Page, key: string, frames: number): Promise<MeteredFrame[]> {
  const from = await page.evaluate(() => window.webGlMeter.frames.length)
  await page.keyboard.down(key)
  // Asked by the clock: asked in every frame, the asking would be measured too.
  const polling = 100
  await page.waitForFunction((count) => window.webGlMeter.frames.length > count, from + frames, { polling })
  // The first of them may have begun before the key was down.
  const walked = await page.evaluate((count) => window.webGlMeter.frames.slice(count + 2), from)
  await page.keyboard.up(key)
  return walked
}

/** What a page must answer with for its clock to count in 0.005 ms, not in tenths. */
export const FINE_CLOCK = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
}

/** Walks the same way again and again, each time with the script on a core of its own (own-core.ts). */
export async function walkAgain(page: Page, begin: () => Promise<unknown>, times: number, frames: number) {
  const walks: ReturnType<typeof scriptMs>[] = []
  let apart = true
  for (let time = 0; time < times; time++) {
    await begin()
    apart = (await keepScriptApart()) && apart
    walks.push(scriptMs(await walk(page, 'ArrowUp', frames)))
  }
  const middle = (which: 'median' | 'p95') =>
    walks.map((walk) => walk[which]).sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN
  return { apart, walks, median: middle('median'), p95: middle('p95') }
}

export const lastFrame = (page: Page): Promise<MeteredFrame | undefined> =>
  page.evaluate(() => window.webGlMeter.frames.at(-1))

export const life = (page: Page): Promise<MeteredLife> => page.evaluate(() => window.webGlMeter.life())

/** Bytes of JavaScript's heap after two collections. */
export async function heapOf({ client, page }: MeteredPage): Promise<number> {
  // What the meter has written down of each frame is not the hall's.
  await page.evaluate(() => {
    window.webGlMeter.frames.length = 0
    performance.clearMarks()
    performance.clearMeasures()
    performance.clearResourceTimings()
  })
  await client.send('HeapProfiler.collectGarbage')
  await client.send('HeapProfiler.collectGarbage')
  return (await client.send('Runtime.getHeapUsage')).usedSize
}

/** Tasks of more than 50 ms since the last time this was asked, milliseconds. */
export const longTasks = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0))

/** What frames cost in script: milliseconds of the frame's own callbacks (test/setup/webgl-meter.ts). */
export function scriptMs(frames: readonly Pick<MeteredFrame, 'ms'>[]) {
  const sorted = frames.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2))
  return { frames: sorted.length, median: at(0.5), p95: at(0.95), most: at(1) }
}

export const mostUploaded = (frames: readonly MeteredFrame[]): number =>
  Math.max(...frames.map(({ uploaded }) => uploaded))
