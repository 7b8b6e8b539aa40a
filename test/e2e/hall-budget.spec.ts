import type { Page } from '@playwright/test'
import { words as en } from '~/app/i18n/en/words'
import { HALL_POSES } from '~/domain/hall/poses'
import { meterWebGl } from '../setup/webgl-meter'
import {
  atRest,
  canvas,
  colours,
  posesOf,
  SLOWLY,
  shrinkCanvas,
  teleport,
  teleportAbout,
  walkIn,
} from './hall-visit'
import { countSent, heaviest, sumOf } from './sent-bytes'
import { expect, test } from './web-page'

/** What the hall of an edition (500 booths) may cost. Counted at the graphics card's door, not timed. */
const DRAWS = 15
const TRIANGLES = 40_000
const TEXTURES = 24_000_000
const UPLOAD = 256_000
const FIRST_FRAME = 260_000
/** Where software draws, as many openings as fit into this, in milliseconds; the bench has the time for all. */
const OPENINGS = { most: 50, least: 6, within: 40_000 }

test.use({ viewport: { width: 940, height: 480 }, contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: 300_000 })

/** So small that software draws it quickly; smaller yet where only what is left behind is counted. */
async function enterSmall(page: Page, [width, height]: [number, number] = [320, 180]): Promise<void> {
  await page.addInitScript(meterWebGl)
  await page.goto('/en/hall?quality=3')
  await shrinkCanvas(page, width, height)
  await walkIn(page)
}

const drawn = (page: Page) => page.evaluate(() => window.webGlMeter.frames.length)
const life = (page: Page) => page.evaluate(() => window.webGlMeter.life())

/** The context is alive and what it shows is a picture. */
async function expectPicture(page: Page): Promise<void> {
  expect(await page.evaluate(() => window.webGlMeter.contexts())).toBe(1)
  expect(
    await canvas(page).evaluate((one: HTMLCanvasElement) => one.getContext('webgl2')?.isContextLost()),
  ).toBe(false)
  expect(await colours(page)).toBeGreaterThan(30)
}

test('eight places keep their draws, triangles and textures, and cost nothing at rest', async ({ page }) => {
  await enterSmall(page)
  const poses = await posesOf(page)
  expect(poses.map(({ name }) => name)).toEqual([...HALL_POSES])
  for (const pose of poses) {
    await teleport(page, pose)
    await atRest(page)
    const frames = await drawn(page)
    const last = await page.evaluate(() => window.webGlMeter.frames.at(-1))
    const { textureBytes } = await life(page)
    if (!last) throw new Error('no frame was metered')
    const seen = { draws: last.draws, triangles: Math.round(last.triangles), textureBytes }
    test.info().annotations.push({ type: pose.name, description: JSON.stringify(seen) })
    // Of a hall, not of an empty floor.
    expect(last.draws, pose.name).toBeGreaterThan(3)
    expect(last.triangles, pose.name).toBeGreaterThan(2_000)
    expect(textureBytes, pose.name).toBeGreaterThan(1_000_000)
    expect(last.draws, pose.name).toBeLessThanOrEqual(DRAWS)
    expect(last.triangles, pose.name).toBeLessThanOrEqual(TRIANGLES)
    expect(textureBytes, pose.name).toBeLessThanOrEqual(TEXTURES)
    await expectPicture(page)
    await page.waitForTimeout(500)
    expect(await drawn(page), `${pose.name} at rest`).toBe(frames)
  }
})

test('no frame uploads more than its share while one walks through an aisle', async ({ page }) => {
  await enterSmall(page)
  const aisle = (await posesOf(page)).find(({ name }) => name === 'aisle')
  if (!aisle) throw new Error('there is no aisle')
  await teleport(page, aisle)
  await canvas(page).focus()
  // Signs and pictures of all that comes into sight are still on their way: the hardest moment.
  const walked: number[] = []
  for (const key of ['ArrowUp', 'ArrowLeft', 'ArrowUp']) {
    await page.keyboard.down(key)
    const from = await drawn(page)
    await page.waitForFunction((count) => window.webGlMeter.frames.length > count + 25, from, SLOWLY)
    // The first of them may have begun before the key was down.
    walked.push(
      ...(await page.evaluate(
        (count) => window.webGlMeter.frames.slice(count + 2).map(({ uploaded }) => uploaded),
        from,
      )),
    )
    await page.keyboard.up(key)
  }
  test.info().annotations.push({ type: 'most bytes in a frame', description: String(Math.max(...walked)) })
  expect(walked.length).toBeGreaterThan(60)
  // What comes into view and what changes its place in the list is sent; what is as before isn't.
  expect(walked.filter((bytes) => bytes > 0).length).toBeGreaterThan(10)
  expect(Math.max(...walked)).toBeGreaterThan(10_000)
  expect(Math.max(...walked)).toBeLessThanOrEqual(UPLOAD)
  await expectPicture(page)
})

test('a hundred teleports leave no more on the graphics card than the first round', async ({ page }) => {
  await enterSmall(page, [160, 90])
  const poses = await posesOf(page)
  const pavilions = page.locator('.floor-map a[href*="pavilion="]')
  const count = await pavilions.count()
  expect(count).toBeGreaterThan(20)
  // By the map through all pavilions, so that everything has been loaded once.
  for (let number = 1; number <= count; number++) {
    await page
      .locator(`.floor-map a[href*="pavilion=${number}"]`)
      .first()
      .evaluate((link: SVGAElement) => {
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      })
    await expect(page).toHaveURL(new RegExp(`pavilion=${number}(&|$)`), SLOWLY)
  }
  // Leaving the last pavilion asks for another list; broken off by the next place, it would be a stray error.
  const list = page.waitForResponse(/\/hall\.data/)
  for (const pose of poses.slice(0, 1)) await teleport(page, pose)
  await (await list).finished()
  await teleportAbout(page, poses.slice(1), poses.length - 1)
  await atRest(page)
  const first = await life(page)
  expect(first.textures).toBeGreaterThan(3)
  expect(first.buffers).toBeGreaterThan(5)
  expect(first.programs).toBeGreaterThan(1)
  await teleportAbout(page, poses, 100)
  await atRest(page)
  expect(await life(page)).toEqual(first)
  await expectPicture(page)
})

test('opening and closing hall and product leaves nothing behind', async ({ page }) => {
  await enterSmall(page, [160, 90])
  await atRest(page)
  const first = await life(page)
  const { hall, product } = await someBooth(page)
  const began = Date.now()
  let times = 0
  for (; times < OPENINGS.most && (times < OPENINGS.least || Date.now() - began < OPENINGS.within); times++) {
    // To a product and back: the same canvas. Then out of the hall: none.
    await page.locator(`main a[href="${hall}"]`).first().click()
    await page.locator(`main a[href="${product}"]`).first().click()
    await expect(page).toHaveURL(new RegExp(`${product}$`))
    await page.goBack()
    await page.goBack()
    await expect(page.locator('[data-hall="open"] canvas')).toBeVisible(SLOWLY)
    await page.getByRole('link', { name: 'OPOP Expo' }).first().click()
    await expect(canvas(page)).toHaveCount(0)
    await expect.poll(() => page.evaluate(() => window.webGlMeter.contexts()), SLOWLY).toBe(0)
    // Not by a link: this address keeps the quality and the place, so that the same is drawn again.
    await page.goBack()
    await walkIn(page)
  }
  test.info().annotations.push({ type: 'times', description: String(times) })
  await atRest(page)
  expect(await life(page)).toEqual(first)
  await expectPicture(page)
})

/** A booth of the list in the hall, and one of its products. */
async function someBooth(page: Page): Promise<{ hall: string; product: string }> {
  for (const link of await page.locator('main .near a[href^="/en/booths/"]').all()) {
    const hall = (await link.getAttribute('href')) ?? ''
    const html = await (await page.request.get(hall)).text()
    const product = /<main[\s\S]*?href="(\/en\/products\/[a-z0-9-]+)"/.exec(html)?.[1]
    if (product) return { hall, product }
  }
  throw new Error('no booth of the list has a product')
}

test('from a cold page to the first frame of the hall', async ({ page }) => {
  const sent = countSent(page)
  await page.addInitScript(() => {
    const watcher = new MutationObserver(() => {
      if (!document.querySelector('canvas[data-booths]:not([data-booths="0"])')) return
      watcher.disconnect()
      performance.mark('first-booths')
    })
    watcher.observe(document, { subtree: true, childList: true, attributeFilter: ['data-booths'] })
  })
  await page.goto('/en/hall', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: en.hall.walkIn }).first().click()
  await expect(page.locator('[data-hall="open"] canvas[data-booths]')).toBeVisible(SLOWLY)
  const first = await page.evaluate(() => {
    const [mark] = performance.getEntriesByName('first-booths')
    return mark ? performance.timeOrigin + mark.startTime : 0
  })
  expect(first).toBeGreaterThan(0)
  const shards = async () =>
    (await sent(Number.POSITIVE_INFINITY)).filter(({ path }) => path.startsWith('/hall/shards/'))
  await expect.poll(async () => (await shards()).length).toBeGreaterThan(0)
  const stood = Math.min(...(await shards()).map(({ at }) => at))
  // What came later is for later frames; the page's clock and the browser's may differ by a moment.
  const before = await sent(Math.max(first, stood))
  const bytes = sumOf(before, 'code')
  test
    .info()
    .annotations.push(
      { type: 'bytes', description: String(bytes) },
      { type: 'fonts and pictures', description: `${sumOf(before, 'fonts')} ${sumOf(before, 'pictures')}` },
      { type: 'heaviest', description: heaviest(before, 'code') },
    )
  // Framework, React, three and the scene are in it, and the shard whose booths stand.
  expect(bytes).toBeGreaterThan(150_000)
  expect(before.some(({ path }) => path.startsWith('/hall/shards/'))).toBe(true)
  expect(bytes).toBeLessThanOrEqual(FIRST_FRAME)
  expect(await colours(page)).toBeGreaterThan(30)
})
