import type { Page } from '@playwright/test'
import { words as en } from '~/app/i18n/en/words'
import { formatSpot } from '~/domain/hall/hall-query'
import { layoutHall } from '~/domain/hall/layout'
import { type HallPose, hallPoses } from '~/domain/hall/poses'
import type { HallManifest } from '~/domain/hall/shard'
import { expect } from './web-page'

/** Drawn in software on a busy machine. */
export const SLOWLY = { timeout: 90_000 }

export const canvas = (page: Page) => page.locator('canvas')

/** One of the canvas's counters (scenes/README.md). */
export async function counter(page: Page, name: string): Promise<number> {
  return Number(await canvas(page).getAttribute(`data-${name}`))
}

/** Opens the hall, by the button or because somebody moved, and waits for its first booths. */
export async function walkIn(page: Page, button = en.hall.walkIn): Promise<void> {
  if ((await page.locator('[data-hall]').getAttribute('data-hall')) === 'closed')
    await page
      .getByRole('button', { name: button })
      .first()
      .click({ timeout: 10_000 })
      .catch(() => undefined)
  await expect(page.locator('[data-hall="open"] canvas[data-booths]')).toBeVisible(SLOWLY)
  await expect.poll(() => counter(page, 'booths'), SLOWLY).toBeGreaterThan(0)
}

/** Waits until signs and pictures have come and no frame is drawn any more. */
export async function atRest(page: Page): Promise<void> {
  let last = ''
  await expect
    .poll(
      async () => {
        const [frames, laid] = [await counter(page, 'frames'), await counter(page, 'laid')]
        const now = `${frames} ${laid}`
        // On a busy machine what is still being painted can keep one waiting for longer than this takes.
        const still = now === last && laid > 0 && (await counter(page, 'coming')) === 0
        last = now
        return still
      },
      { ...SLOWLY, intervals: [700] },
    )
    .toBe(true)
}

/** The eight places from which the hall is judged, of the edition that the product shows. */
export async function posesOf(page: Page): Promise<HallPose[]> {
  const manifest = (await (await page.request.get('/hall/manifest.json')).json()) as HallManifest
  return hallPoses(layoutHall(manifest.pavilions))
}

/** To another place of the hall within the visit, as the browser's own Back and Forward lead to one. */
export async function teleport(page: Page, { place }: HallPose, more = ''): Promise<void> {
  const before = await counter(page, 'frames')
  await page.evaluate(
    (search) => {
      const key = Math.random().toString(36).slice(2)
      window.history.pushState({ key, usr: null, idx: window.history.length }, '', search)
      window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state }))
    },
    `?at=${formatSpot(place)}${more}`,
  )
  await expect.poll(() => counter(page, 'frames'), SLOWLY).toBeGreaterThan(before)
}

/**
 * So many teleports in a row, one place after the other, each as soon as the one before has been reached: the page
 * itself waits, so that software's frames are all they cost.
 */
export async function teleportAbout(page: Page, poses: readonly HallPose[], times: number): Promise<void> {
  await page.evaluate(
    async ({ searches, times }) => {
      const canvas = document.querySelector('canvas')
      if (!canvas) throw new Error('the hall is not open')
      for (let at = 0; at < times; at++) {
        const before = canvas.dataset.at
        const key = Math.random().toString(36).slice(2)
        const search = searches[at % searches.length]
        window.history.pushState({ key, usr: null, idx: window.history.length }, '', search)
        window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state }))
        for (const until = Date.now() + 30_000; canvas.dataset.at === before; ) {
          if (Date.now() > until) throw new Error(`nobody came to ${search} from ${before}`)
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      }
    },
    { searches: poses.map(({ place }) => `?at=${formatSpot(place)}`), times },
  )
}

/** The canvas in a corner, so small that software draws it quickly. CSS pixels. */
export async function shrinkCanvas(page: Page, width: number, height: number): Promise<void> {
  await page.evaluate(
    ([wide, high]) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        `section.canvas { position: fixed !important; inset: auto 0 0 auto !important; z-index: 2;
          inline-size: ${wide}px !important; block-size: ${high}px !important; min-block-size: 0 !important }`,
      )
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    },
    [width, height],
  )
}

/** Different colours in the picture: an empty or lost canvas has one. */
export async function colours(page: Page): Promise<number> {
  const shot = await canvas(page).screenshot()
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const small = new OffscreenCanvas(64, 64)
    const pen = small.getContext('2d')
    if (!pen) return 0
    pen.drawImage(picture, 0, 0, 64, 64)
    const { data } = pen.getImageData(0, 0, 64, 64)
    const seen = new Set<number>()
    for (let at = 0; at < data.length; at += 4)
      seen.add(((data[at] ?? 0) >> 4) * 256 + ((data[at + 1] ?? 0) >> 4) * 16 + ((data[at + 2] ?? 0) >> 4))
    return seen.size
  }, shot.toString('base64'))
}
