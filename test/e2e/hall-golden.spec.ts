import type { Page } from '@playwright/test'
import { words as ar } from '~/app/i18n/ar/words'
import { words as en } from '~/app/i18n/en/words'
import { canvas, counter, posesOf, SLOWLY, teleport, walkIn } from './hall-visit'
import { DESKTOP, expect, PHONE, test } from './web-page'

/**
 * The eight places as pictures, at the finest quality. `npm run golden` takes them anew (see scenes/README.md).
 * The sample edition is always the same, signs are drawn with the product's own font files, and nobody else is
 * in the hall; so all that may differ is how a browser rounds. Fewer pixels than CSS has: software draws them,
 * and they are kept with the code. Journeys that change booths come later in the alphabet.
 */
const ALIKE = { maxDiffPixelRatio: 0.005, scale: 'device', ...SLOWLY } as const

test.describe.configure({ timeout: 240_000 })
// What differs is told by pictures; a trace would only cost time.
test.use({ contextOptions: { reducedMotion: 'reduce' }, trace: 'off' })

for (const [device, viewport, deviceScaleFactor] of [
  ['phone', PHONE, 0.75],
  ['desk', DESKTOP, 0.35],
] as const)
  test.describe(`on a ${device}`, () => {
    test.use({ viewport, deviceScaleFactor })

    test('the eight places look as they did', async ({ page }) => {
      const rest = await enter(page, '/en/hall?quality=3')
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync('.hall > :not(.canvas), .canvas > :not(.host), header { visibility: hidden }')
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      })
      for (const pose of await posesOf(page)) {
        await teleport(page, pose)
        await rest()
        await expect.soft(canvas(page)).toHaveScreenshot([device, `${pose.name}.png`], ALIKE)
      }
    })
  })

test.describe('in Arabic', () => {
  test.use({ viewport: PHONE, deviceScaleFactor: 0.75 })

  test('the page around the hall is mirrored, the hall and its signs are not', async ({ page }) => {
    const rest = await enter(page, '/ar/hall?quality=3', ar.hall.walkIn)
    for (const pose of await posesOf(page)) {
      if (pose.name !== 'entrance' && pose.name !== 'booth') continue
      await teleport(page, pose)
      await rest()
      await expect.soft(page).toHaveScreenshot(['arabic', `${pose.name}.png`], ALIKE)
    }
  })
})

/** Walks in, alone and on a fixed evening. @returns what waits until all that a place shows has come. */
async function enter(page: Page, path: string, button = en.hall.walkIn): Promise<() => Promise<void>> {
  await page.clock.setFixedTime('2026-11-20T17:40:00+07:00')
  // Who else is in the hall changes the lamps.
  await page.route('**/hall/presence**', (route) => route.fulfill({ status: 204 }))
  const loading = new Set<unknown>()
  page.on('request', (request) => {
    if (/\/hall\/(?!presence)/.test(request.url())) loading.add(request)
  })
  page.on('requestfinished', (request) => loading.delete(request))
  page.on('requestfailed', (request) => loading.delete(request))
  await page.goto(path, { waitUntil: 'networkidle' })
  // On a busy machine a real click waits long for a quiet picture; hall.spec.ts clicks.
  const closed = page.locator('[data-hall="closed"]')
  if (await closed.count()) await page.getByRole('button', { name: button }).first().dispatchEvent('click')
  await walkIn(page, button)
  await page.evaluate(() => {
    // Whether walking in was by key or by hand is not what is compared.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('canvas { outline: none !important; box-shadow: none !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return document.fonts.ready.then(() => undefined)
  })
  return async () => {
    let last = ''
    let still = 0
    await expect
      .poll(
        async () => {
          const now = `${await counter(page, 'frames')} ${await counter(page, 'laid')}`
          still = now === last && loading.size === 0 && (await counter(page, 'coming')) === 0 ? still + 1 : 0
          last = now
          return still
        },
        { ...SLOWLY, intervals: [500] },
      )
      .toBeGreaterThan(2)
  }
}
