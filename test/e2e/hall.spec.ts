import type { Page } from '@playwright/test'
import { words as en } from '~/app/i18n/en/words'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { expect, test } from './web-page'

const words = en.hall

/** What of three or of the hall's data the page has asked for. */
function watchHall(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/hall/') || /mount-hall|three|fiber/.test(pathname)) asked.push(pathname)
  })
  return asked
}

async function enter(page: Page): Promise<void> {
  await page.getByRole('button', { name: words.walkIn }).first().click()
  await expect(page.locator('canvas[data-booths]')).toBeVisible({ timeout: 60_000 })
  await expect
    .poll(async () => Number(await page.locator('canvas').getAttribute('data-booths')), { timeout: 60_000 })
    .toBeGreaterThan(20)
}

/** Different colours in the picture: an empty or lost canvas has one. */
async function colours(page: Page): Promise<number> {
  const shot = await page.locator('canvas').screenshot()
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(64, 64)
    const context = canvas.getContext('2d')
    if (!context) return 0
    context.drawImage(picture, 0, 0, 64, 64)
    const { data } = context.getImageData(0, 0, 64, 64)
    const seen = new Set<number>()
    for (let at = 0; at < data.length; at += 4)
      seen.add(((data[at] ?? 0) >> 4) * 256 + ((data[at + 1] ?? 0) >> 4) * 16 + ((data[at + 2] ?? 0) >> 4))
    return seen.size
  }, shot.toString('base64'))
}

/** Where the visitor stopped last, in metres and radians, as the hall itself says. */
async function spot(page: Page): Promise<number[]> {
  return numbers(await page.locator('canvas').getAttribute('data-at'))
}

/** The spot that the address names, as the same numbers. */
const addressed = (page: Page) => numbers(new URL(page.url()).searchParams.get('at'))

const numbers = (at: string | null) => (at ?? '').split(',').slice(0, 3).map(Number)

/** How many metres lie between two spots. */
const between = ([x = 0, z = 0]: number[], [x2 = 0, z2 = 0]: number[]) => Math.hypot(x - x2, z - z2)

const SLOWLY = { timeout: 60_000 }

// Small, though a desk's layout: the machines that test draw the hall in software, pixel by pixel.
test.use({ viewport: { width: 940, height: 480 } })
test.describe.configure({ timeout: 150_000 })

test('a product deep link loads no three and no shard', async ({ page }) => {
  const asked = watchHall(page)
  await page.goto('/en/products')
  const product = await page.locator('main a[href^="/en/products/"]').first().getAttribute('href')
  asked.length = 0
  await page.goto(product ?? '', { waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(asked).toEqual([])
  await expect(page.locator('canvas')).toHaveCount(0)
})

test('home, hall, booth and back leave one canvas at the same place, and no error', async ({ page }) => {
  await page.goto('/en')
  await page.getByRole('link', { name: PAGE_WORDS.en.home.walkIn }).first().click()
  await expect(page).toHaveURL(/\/en\/hall/)
  const canvas = page.locator('canvas')
  if ((await canvas.count()) === 0 || !(await canvas.getAttribute('data-booths'))) await enter(page)
  expect(await colours(page)).toBeGreaterThan(30)

  // Walk a little, so that there is a place to come back to.
  await expect(page).toHaveURL(/[?&]at=/, SLOWLY)
  const start = await spot(page)
  await canvas.focus()
  const before = Number(await canvas.getAttribute('data-frames'))
  await page.keyboard.down('ArrowUp')
  await page.waitForFunction(
    (from) => Number(document.querySelector('canvas')?.dataset.frames) > from + 8,
    before,
  )
  await page.keyboard.up('ArrowUp')
  await expect.poll(async () => between(await spot(page), start), SLOWLY).toBeGreaterThan(0.5)
  const stood = await canvas.getAttribute('data-at')
  await expect.poll(async () => between(addressed(page), await spot(page)), SLOWLY).toBeLessThan(0.2)

  const mark = await canvas.evaluateHandle((element) => element)
  await page.locator('main a[href^="/en/booths/"]').first().click()
  await expect(page).toHaveURL(/\/en\/booths\//)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/\/en\/hall/)
  await expect(canvas).toHaveCount(1)
  await expect(canvas).toBeVisible()
  expect(await canvas.evaluate((element, earlier) => element === earlier, mark)).toBe(true)
  expect(between(addressed(page), numbers(stood))).toBeLessThan(0.2)
  await expect(canvas).toHaveAttribute('data-at', stood ?? '')
  expect(await colours(page)).toBeGreaterThan(30)
})

test('nothing is drawn while nothing changes', async ({ page }) => {
  await page.goto('/en/hall?pavilion=5')
  await enter(page)
  const frames = async () => Number(await page.locator('canvas').getAttribute('data-frames'))
  // Pictures stream in for a while, on a busy machine with pauses; then the count stands still.
  let last = -1
  let stills = 0
  await expect
    .poll(
      async () => {
        const now = await frames()
        stills = now === last ? stills + 1 : 0
        last = now
        return stills
      },
      { timeout: 90_000, intervals: [1_500] },
    )
    .toBeGreaterThan(2)
  const before = await frames()
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(await frames()).toBe(before)
})

test('without WebGL the page says why and the list works', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await page.goto('/en/hall')
  const walkIn = page.getByRole('button', { name: words.walkIn })
  if (await walkIn.count()) await walkIn.first().click()
  await expect(page.getByText(words.trouble['no-webgl'])).toBeVisible()
  await page.locator('main a[href^="/en/booths/"]').first().click()
  await expect(page).toHaveURL(/\/en\/booths\//)
})

test('the floor map leads to a pavilion, and the canvas is one tab stop with a name', async ({ page }) => {
  await page.goto('/en/hall')
  await enter(page)
  await expect(page).toHaveURL(/[?&]at=/, SLOWLY)
  const entrance = await spot(page)
  const address = page.url()
  const live = page.locator('[aria-live="polite"]')

  await page.locator('.floor-map a[href*="pavilion=9"]').click()
  await expect(page).toHaveURL(/pavilion=9/)
  await expect(page.locator('.here')).toContainText('Pavilion 9', SLOWLY)
  await expect.poll(async () => between(await spot(page), entrance), SLOWLY).toBeGreaterThan(15)
  await expect(live).toContainText('Pavilion 9', SLOWLY)
  await expect(page).toHaveURL(/pavilion=9&at=/, SLOWLY)
  const gate = await spot(page)

  // Nobody walked before: Back leads to where the visit began all the same, and forward to the gate again.
  await page.goBack()
  await expect.poll(async () => between(await spot(page), entrance), SLOWLY).toBeLessThan(1)
  expect(page.url()).toBe(address)
  await page.goForward()
  await expect.poll(async () => between(await spot(page), gate), SLOWLY).toBeLessThan(1)

  // Another language is the same place.
  const at = new URL(page.url()).searchParams.get('at') ?? ''
  const other = page.getByRole('link', { name: 'Bahasa Indonesia' }).first()
  await other.evaluate((link) => link.addEventListener('click', (event) => event.preventDefault()))
  await other.click()
  expect(new URL((await other.getAttribute('href')) ?? '', page.url()).searchParams.get('at')).toBe(at)
  await expect(page.locator('canvas')).toHaveAttribute('tabindex', '0')
  await expect(page.locator('canvas')).toHaveAccessibleName(words.canvas)
})
