import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { openCamera, toWebp } from './webp'

/**
 * Photographs the running hall for the home page: `npx tsx scripts/picture-hall.ts http://localhost:3000`.
 * The place is fixed, so that the picture is the same whenever the scene is. Run it when the scene's look changes.
 */
const SHOTS = [
  { name: 'hall-wide', at: '54,-11.4,0.38', width: 1200, height: 780, scale: 1 },
  // The page of a phone asks before it loads the scene: the picture is taken on a wider one.
  { name: 'hall-phone', at: '53.8,-11.4,0.34', width: 780, height: 560, scale: 1.25 },
] as const
const MOST_BYTES = 45 * 1024
const LOOKS_FOR_MS = 60_000

/** The stage fills the window; what floats over it is not part of the picture. */
const STYLE = `
  .canvas { position: fixed !important; inset: 0 !important; z-index: 99 !important; max-block-size: none !important;
    inline-size: 100vw !important; block-size: 100vh !important; }
  .canvas :is(.here, .tools, .cover, .notice, .poster) { display: none !important; }
  .canvas ~ *, .eave { visibility: hidden !important; }`

const base = process.argv[2] ?? 'http://localhost:3000'
const folder = path.resolve(import.meta.dirname, '../public/images')
await mkdir(folder, { recursive: true })
const browser = await openCamera()
for (const shot of SHOTS) {
  const viewport = { width: shot.width * shot.scale, height: shot.height * shot.scale }
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' })
  await page.goto(`${base}/id/hall?at=${shot.at}`, { waitUntil: 'networkidle' })
  await page.locator('.cover button').click()
  await page.waitForSelector('[data-hall="open"]')
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [sheet]
  }, STYLE)
  const picture = await toWebp(browser, await stillPicture(page), {
    width: shot.width,
    height: shot.height,
    mostBytes: MOST_BYTES,
  })
  await writeFile(path.join(folder, `${shot.name}.webp`), picture)
  console.log(`${shot.name}.webp: ${(picture.length / 1024).toFixed(1)} kB`)
  await page.close()
}
await browser.close()

/** A picture of the page once its signs and goods have come, that is, once it stays the same. */
async function stillPicture(page: Page): Promise<Buffer> {
  await sleep(6_000)
  let last = await page.screenshot()
  let same = 0
  for (const until = Date.now() + LOOKS_FOR_MS; Date.now() < until; ) {
    await sleep(1_500)
    const next = await page.screenshot()
    same = next.equals(last) ? same + 1 : 0
    last = next
    if (same === 3) return last
  }
  throw new Error('The hall does not come to rest.')
}
