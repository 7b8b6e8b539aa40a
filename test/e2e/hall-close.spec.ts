import type { Page } from '@playwright/test'
import { closeUp as words } from '~/app/i18n/en/close-up'
import { closedBooth as closed } from '~/app/i18n/en/closed-booth'
import { words as en } from '~/app/i18n/en/words'
import { fill } from '~/app/i18n/fill'
import type { PavilionShard } from '~/domain/hall/shard'
import { atRest } from './hall-visit'
import { expect, test } from './web-page'

const SLOW = { timeout: 60_000 }
const canvas = (page: Page) => page.locator('canvas')
const card = (page: Page) => page.getByRole('article', { name: en.hall.chosen })
const picks = (page: Page) => card(page).getByRole('list', { name: words.goods }).getByRole('button')
const picked = (page: Page) => card(page).locator('.thumbs [aria-pressed="true"]')

/** A booth of the sample hall with at least three goods, as its link is shared. */
async function boothWithGoods(page: Page): Promise<string> {
  await page.goto('/en/hall?pavilion=21')
  const links = page.locator('main .near a[href^="/en/booths/"]')
  const slugs = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute('href')?.split('/').pop() ?? ''),
  )
  for (const slug of slugs) {
    const answer = await page.request.get(`/hall/booths/${slug}.json?locale=en`)
    const shelf = (await answer.json()) as { goods: unknown[] }
    if (shelf.goods.length >= 3) return slug
  }
  throw new Error('no booth of the sample hall has three goods')
}

async function goUpTo(page: Page, slug: string): Promise<void> {
  await page.goto(`/en/hall?booth=${slug}`)
  await page.getByRole('button', { name: en.hall.walkIn }).first().click()
  await expect(card(page)).toBeVisible(SLOW)
  await expect(picks(page).first()).toBeVisible(SLOW)
}

/** The pointer goes where nothing lies over the canvas. */
async function overCanvas(page: Page): Promise<void> {
  const [x, y] = await canvas(page).evaluate((element) => {
    const { left, top, right } = element.getBoundingClientRect()
    for (let down = top + 20; down < window.innerHeight; down += 20)
      for (let across = left + 20; across < right; across += 20)
        if (document.elementFromPoint(across, down) === element) return [across, down]
    throw new Error('something lies over all of the canvas')
  })
  await page.mouse.move(x ?? 0, y ?? 0)
}

test.describe.configure({ timeout: 180_000 })

test.describe('on a desk', () => {
  // Small: the machines that test draw the hall in software, pixel by pixel.
  test.use({ viewport: { width: 940, height: 480 } })

  test('by link to a booth, from one of its goods to the next by key, to its page and back to the same view', async ({
    page,
  }) => {
    const slug = await boothWithGoods(page)
    await goUpTo(page, slug)
    await expect(picked(page)).toHaveCount(0)
    await expect(card(page).getByRole('link', { name: en.hall.openBooth })).toHaveAttribute(
      'href',
      `/en/booths/${slug}`,
    )
    // The card opens without taking the focus from anywhere.
    expect(await card(page).evaluate((element) => element.contains(document.activeElement))).toBe(false)

    await canvas(page).focus()
    await page.keyboard.press('ArrowRight')
    await expect(picks(page).nth(0)).toHaveAttribute('aria-pressed', 'true')
    // From the picture in the middle to the one on its right, which is the third of the shelf.
    await page.keyboard.press('ArrowRight')
    await expect(picks(page).nth(2)).toHaveAttribute('aria-pressed', 'true')
    await page.keyboard.press('Shift+ArrowRight')
    await atRest(page)
    await expect(page).toHaveURL(/[?&]at=[-\d.,]+,1(&|$)/, SLOW)
    const view = new URL(page.url()).searchParams.get('at')
    const name = (await card(page).locator('.good-facts b').textContent()) ?? ''
    const open = card(page).getByRole('link', { name: words.openGood })
    const product = (await open.getAttribute('href')) ?? ''

    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(new RegExp(`${product}$`))
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await page.goBack()
    await expect(card(page)).toBeVisible()
    await expect(picks(page).nth(2)).toHaveAttribute('aria-pressed', 'true', SLOW)
    expect(new URL(page.url()).searchParams.get('at')).toBe(view)

    // Escape leaves it from the card too, and gives the focus back to the hall.
    await card(page).getByRole('link', { name: words.openGood }).focus()
    await page.keyboard.press('Escape')
    await expect(card(page)).toHaveCount(0)
    await expect(canvas(page)).toBeFocused()
    // Enter goes up to it again, a second one opens its page.
    await atRest(page)
    await page.keyboard.press('Enter')
    await expect(card(page)).toBeVisible(SLOW)
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/en\/booths\//)
  })

  test('an address that was kept leads back to the close view, which keeps the wheel up to its limits', async ({
    page,
  }) => {
    const slug = await boothWithGoods(page)
    await goUpTo(page, slug)
    await atRest(page)
    const scrolled = () => page.evaluate(() => window.scrollY)
    const place = () => canvas(page).getAttribute('data-at')
    await overCanvas(page)
    for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -200)
    await atRest(page)
    const [near, from] = [await place(), await scrolled()]
    await page.mouse.wheel(0, 100)
    await expect.poll(place, SLOW).not.toBe(near)
    expect(await scrolled()).toBe(from)
    // Beyond the farthest it is the page's, as everywhere else.
    for (let i = 0; i < 12; i++) await page.mouse.wheel(0, 100)
    await expect.poll(scrolled).toBeGreaterThan(from)
    await expect(card(page)).toBeVisible()

    await canvas(page).focus()
    for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowLeft')
    await atRest(page)
    await expect(page).toHaveURL(/[?&]at=[-\d.,]+,1(&|$)/, SLOW)
    const at = new URL(page.url()).searchParams.get('at')
    await page.goto(`/en/hall?at=${at}`)
    await page.getByRole('button', { name: en.hall.walkIn }).first().click()
    await expect(card(page).getByRole('link', { name: en.hall.openBooth })).toHaveAttribute(
      'href',
      `/en/booths/${slug}`,
      SLOW,
    )
  })

  test('a booth that has closed stands shut: who comes before it reads so, and where there are others like it', async ({
    page,
  }) => {
    const slug = await boothWithGoods(page)
    let name = ''
    // As the shard tells it once the booth has closed.
    await page.route('**/hall/shards/**', async (route) => {
      const response = await route.fetch()
      const shard = (await response.json()) as PavilionShard
      const booths = shard.booths.map((booth) => {
        if (booth.slug !== slug) return booth
        name = booth.name
        return { ...booth, closed: true, product: null, drawings: [], sheet: null }
      })
      await route.fulfill({ response, json: { ...shard, booths } })
    })
    await page.goto(`/en/hall?booth=${slug}`)
    await page.getByRole('button', { name: en.hall.walkIn }).first().click()
    const note = page.locator('section.canvas .shut')
    await expect(note).toBeVisible(SLOW)
    await expect(note).toContainText(fill(closed.closed, { booth: `\u2068${name}\u2069` }))
    const live = page.locator('section.canvas [aria-live="polite"]')
    await expect(live).toContainText(/This booth has closed\.$/, SLOW)
    await expect(live).toContainText(name)
    await expect(card(page)).toHaveCount(0)
    await note.getByRole('link').click()
    await expect(page).toHaveURL(/\/en\/hall\?tour=/)
    await expect(page.locator('.gath li').first()).toBeVisible()
    // The tour's own shards may be on their way still: the page must not close before they have been told of.
    await page.unrouteAll({ behavior: 'wait' })
  })

  test('when the goods cannot be loaded the card says what to do, and tries again', async ({ page }) => {
    const slug = await boothWithGoods(page)
    // Cut off on the way.
    await page.route('**/hall/booths/*.json*', (route) => route.fulfill({ body: '{"goods":[' }))
    await page.goto(`/en/hall?booth=${slug}`)
    await page.getByRole('button', { name: en.hall.walkIn }).first().click()
    await expect(card(page).getByText(words.failed)).toBeVisible(SLOW)
    await expect(card(page).getByRole('link', { name: en.hall.openBooth })).toBeVisible()
    await page.unroute('**/hall/booths/*.json*')
    await card(page).getByRole('button', { name: en.hall.again }).click()
    await expect(picks(page).first()).toBeVisible(SLOW)
  })
})

test.describe('with a finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('the goods are picked on a sheet below the booth or in the booth, and the card is closed', async ({
    page,
  }) => {
    const slug = await boothWithGoods(page)
    await goUpTo(page, slug)
    await atRest(page)
    const box = await canvas(page).boundingBox()
    const sheet = await card(page).boundingBox()
    if (!box || !sheet) throw new Error('the canvas and the card are there')
    // The sheet lies below the booth's front, not on it.
    expect(sheet.y).toBeGreaterThan(box.y + box.height * 0.8)
    expect(sheet.x).toBeLessThanOrEqual(1)
    await picks(page).nth(2).tap()
    await expect(picked(page)).toHaveCount(1)
    await expect(card(page).getByRole('link', { name: words.openGood })).toBeVisible()
    // The picture in the middle of the booth is the first of its goods.
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height * 0.62)
    await expect(picks(page).nth(0)).toHaveAttribute('aria-pressed', 'true', SLOW)
    await card(page).getByRole('button', { name: en.hall.closeCard }).tap()
    await expect(card(page)).toHaveCount(0)
  })
})
