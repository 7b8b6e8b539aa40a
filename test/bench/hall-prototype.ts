import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { build } from 'vite'
import {
  FINE_CLOCK,
  heapOf,
  lastFrame,
  launch,
  life,
  meteredPage,
  mostUploaded,
  scriptMs,
  walk,
  walkAgain,
} from './hall-page'
import type { HallVisit } from './hall-visit'

// Of this machine: only such pages are given a fine clock without TLS.
const ADDRESS = 'http://prototype.localhost/'
const PAGE =
  '<!doctype html><canvas id="c" style="width:100vw;height:100vh"></canvas><canvas id="m" width="300" height="60"></canvas><p id="say"></p><div id="dlg" hidden></div><script type="module" src="/main.js"></script>'

/** What the page says about itself. */
interface Prototype {
  H: {
    L: { W: number; pav: { x0: number; w: number; sgn: number }[] }
    set(x: number, y: number, z: number, yaw: number): void
  }
}

/**
 * Another page's hall under the same meter: a folder whose `main.js` draws on the canvas `c`, with as many booths as
 * `n` in its address says, and hands out `window.H`. It is bundled with the product's own three.
 */
export async function measurePrototype(
  folder: string,
  { booths, frames, walks }: Pick<HallVisit, 'booths' | 'frames' | 'walks'>,
) {
  const code = await bundle(folder)
  const browser = await launch()
  const metered = await meteredPage(browser, { width: 320, height: 180 })
  const { page } = metered
  await page.route(`${ADDRESS}**`, (route) =>
    new URL(route.request().url()).pathname === '/main.js'
      ? route.fulfill({ contentType: 'text/javascript', body: code })
      : route.fulfill({ contentType: 'text/html', headers: FINE_CLOCK, body: PAGE }),
  )
  await page.goto(`${ADDRESS}?n=${booths}`)
  await page.waitForFunction(() => window.webGlMeter.frames.length > 2)
  const places: Record<string, object> = {}
  for (const name of ['entrance', 'boulevard', 'gate']) {
    await page.evaluate((where) => {
      const { H } = window as unknown as Prototype
      const third = H.L.pav[9]
      if (where === 'gate' && third)
        H.set(third.x0 + third.w / 2, 1.62, third.sgn * 1.5, third.sgn > 0 ? Math.PI : 0)
      else H.set(where === 'entrance' ? -2 : H.L.W / 3, 1.62, 0, -Math.PI / 2)
    }, name)
    for (let last = -1, now = 0; last !== now; ) {
      last = now
      await page.waitForTimeout(1_000)
      now = await page.evaluate(() => window.webGlMeter.frames.length)
    }
    const frame = await lastFrame(page)
    const { textureBytes } = await life(page)
    places[name] = { draws: frame?.draws, triangles: Math.round(frame?.triangles ?? 0), textureBytes }
  }
  const begin = () =>
    page.evaluate(() => {
      const { H } = window as unknown as Prototype
      H.set(H.L.W / 3, 1.62, 0, -Math.PI / 2)
    })
  await begin()
  const first = await walk(page, 'ArrowUp', frames)
  const again = await walkAgain(page, begin, walks, frames)
  const heap = await heapOf(metered)
  await browser.close()
  const bytes = (await promisify(brotliCompress)(code)).length
  return { places, script: { first: scriptMs(first), ...again }, uploaded: mostUploaded(first), heap, bytes }
}

async function bundle(folder: string): Promise<string> {
  const input = path.join(folder, 'main.js')
  await readFile(input)
  const made = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    resolve: {
      alias: { three: path.join(import.meta.dirname, '../../node_modules/three/build/three.module.js') },
    },
    build: { write: false, target: 'es2022', rollupOptions: { input } },
  })
  const [output] = Array.isArray(made) ? made : [made]
  const chunk = output && 'output' in output ? output.output.find(({ type }) => type === 'chunk') : undefined
  if (chunk?.type !== 'chunk') throw new Error(`${input} cannot be bundled`)
  return chunk.code
}
