import type { Page, Request } from '@playwright/test'
import { words as en } from '~/app/i18n/en/words'
import { formatSpot } from '~/domain/hall/hall-query'
import { layoutHall, placeBefore, type SlotPlace, slotPlace } from '~/domain/hall/layout'
import type { HallManifest, PavilionShard } from '~/domain/hall/shard'
import { atRest, counter } from './hall-visit'
import { expect, test } from './web-page'

const words = en.hall
const SHEETS = '/hall/sheets/'

/** Requests whose address holds `part`, from the page and from its workers. */
function watch(page: Page, part: string): Request[] {
  const asked: Request[] = []
  page.on('request', (request) => {
    if (request.url().includes(part)) asked.push(request)
  })
  return asked
}

/** How many bytes the network had to send for each sheet that the worker asked for; 0: it was in the cache. */
async function sheetBytes(page: Page): Promise<number[]> {
  const [worker] = page.workers()
  if (!worker) throw new Error('the painter works in a worker')
  const entries = await worker.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => [entry.name, (entry as PerformanceResourceTiming).transferSize] as const),
  )
  return entries.filter(([name]) => name.includes(SHEETS)).map(([, bytes]) => bytes)
}

async function enter(page: Page, button = words.walkIn): Promise<void> {
  await page.getByRole('button', { name: button }).first().click()
  await expect.poll(() => counter(page, 'booths'), { timeout: 60_000 }).toBeGreaterThan(20)
}

/** The canvas as seen, in 48 × 32 dots: [red, green, blue, …]. */
async function look(page: Page): Promise<number[]> {
  const shot = await page.locator('canvas').screenshot()
  return page.evaluate(async (base64) => {
    const picture = new Image()
    picture.src = `data:image/png;base64,${base64}`
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = 48
    canvas.height = 32
    const pen = canvas.getContext('2d')
    pen?.drawImage(picture, 0, 0, 48, 32)
    return [...(pen?.getImageData(0, 0, 48, 32).data ?? [])].filter((_, i) => i % 4 < 3)
  }, shot.toString('base64'))
}

/** The mean difference of two pictures, 0 to 255. */
function difference(a: number[], b: number[]): number {
  expect(a.length).toBe(b.length)
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length
}

function flatness(picture: number[]): number {
  return new Set(picture.map((value) => value >> 3)).size
}

// Small: the machines that test draw the hall in software, pixel by pixel.
test.use({ viewport: { width: 940, height: 420 } })
test.describe.configure({ timeout: 240_000 })

test('the graphics card may go three times: the hall goes on where it stood, and nothing is sent anew', async ({
  page,
}) => {
  await page.goto('/en/hall?pavilion=5')
  await enter(page)
  await atRest(page)
  const before = await look(page)
  expect(flatness(before)).toBeGreaterThan(12)
  const address = page.url()
  const asked = watch(page, '/hall/')
  const first = await sheetBytes(page)
  expect(Math.min(...first)).toBeGreaterThan(0)
  const card = await page.locator('canvas').evaluateHandle((canvas: HTMLCanvasElement) => {
    return canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')
  })
  for (let time = 1; time <= 3; time++) {
    const [frames, laid] = [await counter(page, 'frames'), await counter(page, 'laid')]
    await card.evaluate((extension) => extension?.loseContext())
    await page.locator('canvas').focus()
    await page.keyboard.press('ArrowLeft')
    await page.waitForTimeout(500)
    expect(await counter(page, 'frames')).toBe(frames)
    await card.evaluate((extension) => extension?.restoreContext())
    await expect.poll(() => counter(page, 'laid'), { timeout: 60_000 }).toBeGreaterThan(laid)
    await atRest(page)
    expect(difference(before, await look(page))).toBeLessThan(8)
    // Who walked walks on.
    await expect(page.locator('canvas')).toBeFocused()
  }
  expect(page.url()).toBe(address)
  // No manifest, no shard; the pictures that the card forgot come from the browser's own cache.
  const anew = asked.map((request) => new URL(request.url()).pathname)
  expect(anew.filter((path) => !path.startsWith(SHEETS) && path !== '/hall/presence')).toEqual([])
  const again = (await sheetBytes(page)).slice(first.length)
  expect(again.length).toBeGreaterThanOrEqual(first.length)
  expect(again.filter((bytes) => bytes > 0)).toEqual([])
  await expect(page.locator('[data-hall="open"]')).toHaveCount(1)
})

test('a graphics card that stays away leads to the list, with a sentence and another try from the same place', async ({
  page,
}) => {
  await page.goto('/en/hall?pavilion=5')
  await enter(page)
  await atRest(page)
  const canvas = page.locator('canvas')
  const gate = (await canvas.getAttribute('data-at')) ?? ''
  expect(gate).toMatch(/^-?[\d.]+,-?[\d.]+,-?[\d.]+$/)
  await canvas.focus()
  await page.keyboard.press('ArrowLeft', { delay: 400 })
  await page.keyboard.press('ArrowUp', { delay: 600 })
  await atRest(page)
  const place = (await canvas.getAttribute('data-at')) ?? ''
  expect(place).not.toBe(gate)
  await canvas.evaluate((canvas: HTMLCanvasElement) => {
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
  })
  await expect(page.getByText(words.trouble['context-lost'])).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('main a[href^="/en/booths/"]').first()).toBeVisible()
  // The focus went with the canvas: it goes on where the way back is, and with it back into the hall.
  await expect(page.getByRole('button', { name: words.again })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => counter(page, 'booths'), { timeout: 60_000 }).toBeGreaterThan(20)
  await expect(canvas).toBeFocused()
  await expect(canvas).toHaveAttribute('data-at', place, { timeout: 30_000 })
})

test('signs and sheets are painted in one worker, which ends with the hall', async ({ page }) => {
  const sheets = watch(page, SHEETS)
  await page.goto('/en/hall?pavilion=5')
  await enter(page)
  await atRest(page)
  await expect(page.locator('canvas')).toHaveAttribute('data-painter', 'worker')
  expect(page.workers()).toHaveLength(1)
  expect(sheets.length).toBeGreaterThan(2)
  expect(new Set(sheets.map((request) => request.url())).size).toBe(sheets.length)
  // Away from the pages that share the canvas.
  await page.getByRole('link', { name: 'OPOP Expo' }).first().click()
  await expect(page.locator('canvas')).toHaveCount(0)
  await expect.poll(() => page.workers().length).toBe(0)
})

test('a browser without canvases in workers paints on the page, and shows the same', async ({ page }) => {
  await page.goto('/en/hall?pavilion=5')
  await enter(page)
  await atRest(page)
  const inWorker = await look(page)
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'OffscreenCanvas')
  })
  const sheets = watch(page, SHEETS)
  await page.goto('/en/hall?pavilion=5')
  await enter(page)
  await atRest(page)
  await expect(page.locator('canvas')).toHaveAttribute('data-painter', 'page')
  expect(page.workers()).toHaveLength(0)
  expect(sheets.length).toBeGreaterThan(2)
  expect(difference(inWorker, await look(page))).toBeLessThan(8)
})

test('who leaves calls the loads off', async ({ page }) => {
  const failed: string[] = []
  page.on('requestfailed', (request) => failed.push(request.url()))
  const held: string[] = []
  await page.route(`**${SHEETS}**`, (route) => {
    held.push(route.request().url())
    // Never answered.
  })
  await page.goto('/en/hall?pavilion=5')
  await enter(page)
  await expect.poll(() => held.length, { timeout: 60_000 }).toBeGreaterThan(1)
  // Never more than a few at once, nearest first.
  expect(held.length).toBeLessThanOrEqual(4)
  const first = [...held]
  await page.locator('.floor-map a[href*="pavilion=24"]').click()
  await expect.poll(() => first.every((url) => failed.includes(url)), { timeout: 60_000 }).toBe(true)
  // Others are asked for there.
  await expect.poll(() => held.some((url) => !first.includes(url)), { timeout: 60_000 }).toBe(true)
})

interface Showing extends SlotPlace {
  slug: string
}

/** Where every booth of the hall stands that shows pictures, as the scene reckons. */
async function boothsWithSheets(page: Page): Promise<Showing[]> {
  const manifest = (await (await page.request.get('/hall/manifest.json')).json()) as HallManifest
  const layout = layoutHall(manifest.pavilions)
  const showing: Showing[] = []
  for (const { number, version } of manifest.pavilions) {
    const answer = await page.request.get(`/hall/shards/${manifest.edition}/${number}/${version}.json`)
    const { booths } = (await answer.json()) as PavilionShard
    for (const { slug, slot, sheet, closed } of booths)
      if (sheet && !closed) showing.push({ slug, ...slotPlace(layout, number, slot) })
  }
  return showing
}

const away = (from: SlotPlace, booth: SlotPlace): number => Math.hypot(booth.x - from.x, booth.z - from.z)

/** Whether a booth lies well within what somebody sees who stands at a place. */
function isAhead(from: SlotPlace, booth: SlotPlace): boolean {
  const [dx, dz] = [booth.x - from.x, booth.z - from.z]
  return (-Math.sin(from.yaw) * dx - Math.cos(from.yaw) * dz) / Math.hypot(dx, dz) > 0.75
}

test('a device that saves data is told why no hall comes, and sent the pictures only of booths within eight metres', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } })
  })
  const sheets = watch(page, SHEETS)
  const asked = watch(page, '/hall/')
  // Before the arch, with the first booths in sight.
  await page.goto('/en/hall')
  await expect(page.getByText(words.saveData)).toBeVisible()
  // Where others' hall comes by itself once they move, this one waits to be asked.
  await page.mouse.move(200, 200)
  await page.keyboard.press('Tab')
  await page.waitForTimeout(2_000)
  expect(asked.filter((request) => new URL(request.url()).pathname.startsWith('/hall/'))).toEqual([])
  await enter(page, words.loadAnyway)
  await atRest(page)
  expect(sheets).toEqual([])
  expect(asked.filter((request) => request.url().includes('/hall/presence'))).toEqual([])
  // In the middle of an aisle, looking along it: some booths are near, others farther on.
  const showing = await boothsWithSheets(page)
  const counted = (from: SlotPlace, least: number, most: number) =>
    showing.filter((booth) => isAhead(from, booth) && away(from, booth) > least && away(from, booth) < most)
      .length
  const place = showing
    .map((booth) => placeBefore(booth, 3.7))
    .flatMap((at) => [Math.PI / 2, -Math.PI / 2].map((turn) => ({ ...at, yaw: at.yaw + turn })))
    .find((at) => counted(at, 4, 7.5) > 1 && counted(at, 9, 18) > 2)
  if (!place) throw new Error('the sample hall has aisles with pictures')
  await page.goto(`/en/hall?at=${formatSpot(place)}`)
  await enter(page, words.loadAnyway)
  await atRest(page)
  expect(sheets.length).toBeGreaterThan(1)
  const distances = sheets.map((request) => {
    const name = new URL(request.url()).pathname.split('/').at(-1) ?? ''
    const booth = showing.find(({ slug }) => name.startsWith(`${slug}.`))
    return booth ? away(place, booth) : Number.POSITIVE_INFINITY
  })
  // The address keeps decimetres.
  expect(distances.filter((metres) => metres > 8.1)).toEqual([])
})
