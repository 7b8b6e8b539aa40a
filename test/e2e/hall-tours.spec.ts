import type { Page } from '@playwright/test'
import { words as en } from '~/app/i18n/en/words'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { expect, test } from './web-page'

const { hall } = en
const { tours } = PAGE_WORDS.en
const SLOWLY = { timeout: 60_000 }

// Small, though a desk's layout: the machines that test draw the hall in software, pixel by pixel.
test.use({ viewport: { width: 940, height: 480 } })
test.describe.configure({ timeout: 300_000 })

async function enter(page: Page): Promise<void> {
  // On a desk it opens by itself as soon as somebody moves: then nobody has to ask for it.
  if ((await page.locator('[data-hall]').getAttribute('data-hall')) === 'closed')
    await page
      .getByRole('button', { name: hall.walkIn })
      .first()
      .click({ timeout: 10_000 })
      .catch(() => undefined)
  await standing(page)
}

/** A few frames with a key held down. */
async function hold(page: Page, key: string): Promise<void> {
  await page.locator('canvas').focus()
  const frames = Number(await page.locator('canvas').getAttribute('data-frames'))
  await page.keyboard.down(key)
  await page.waitForFunction(
    (from) => Number(document.querySelector('canvas')?.dataset.frames) > from + 6,
    frames,
    SLOWLY,
  )
  await page.keyboard.up(key)
}

/** The world that is open has at least so many booths, and is drawn. */
async function standing(page: Page, booths = 1): Promise<void> {
  await expect(page.locator('[data-hall="open"] canvas[data-booths]')).toBeVisible(SLOWLY)
  await expect
    .poll(async () => Number(await page.locator('canvas').getAttribute('data-booths')), SLOWLY)
    .toBeGreaterThanOrEqual(booths)
}

const bar = (page: Page) => page.locator('.tourbar')
const spot = (page: Page) => new URL(page.url()).searchParams.get('at')
/** Waits until the visitor has come to another place than before; an address names none until one is there. */
async function arrived(page: Page, before: string | null): Promise<string> {
  let now = before
  await expect
    .poll(() => {
      now = spot(page)
      return now !== null && now !== before
    }, SLOWLY)
    .toBe(true)
  return now ?? ''
}

test('a tour of award winners: on, back by the browser to the same spot, and on by a key', async ({
  page,
}) => {
  await page.goto('/en/hall')
  await page.getByRole('link', { name: hall.tours }).click()
  await page.getByRole('link', { name: tours.award }).click()
  await expect(page).toHaveURL(/tour=award&stop=1$/)
  await expect(bar(page)).toContainText('Stop 1 of')
  await enter(page)

  const first = await arrived(page, null)

  const next = page.getByRole('link', { name: tours.next })
  await next.click()
  await expect(bar(page)).toContainText('Stop 2 of')
  const second = await arrived(page, first)
  await expect(page.locator('[aria-live="polite"]', { hasText: /^Stop 2 of/ })).toHaveCount(1, SLOWLY)
  // The focus stays where it was: the next stop is one press away.
  await expect(next).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(bar(page)).toContainText('Stop 3 of')
  const third = await arrived(page, second)

  await page.goBack()
  await expect(bar(page)).toContainText('Stop 2 of')
  await expect.poll(() => spot(page), SLOWLY).toBe(second)
  await page.locator('canvas').focus()
  await page.keyboard.press('n')
  await expect(bar(page)).toContainText('Stop 3 of')
  await expect.poll(() => spot(page), SLOWLY).toBe(third)

  // Into the booth and back: the same stop, the same spot, the same canvas.
  await bar(page).locator('.of').click()
  await expect(page).toHaveURL(/\/en\/booths\//)
  await page.goBack()
  await expect(bar(page)).toContainText('Stop 3 of')
  expect(spot(page)).toBe(third)
  await expect(page.locator('canvas')).toHaveCount(1)
  await page.getByRole('link', { name: tours.end }).first().click()
  await expect(bar(page)).toHaveCount(0)
})

test('from a search into one’s own aisle and back to the spot that was left', async ({ page }) => {
  await page.goto('/en/hall?pavilion=3')
  await enter(page)
  const gate = await arrived(page, null)
  await hold(page, 'ArrowLeft')
  const left = await arrived(page, gate)
  await page.getByRole('searchbox').fill('kopi')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=kopi/)
  const marks = page.locator('.floor-map .mark')
  await expect(marks).toHaveCount(60)

  // The map shows them all, the list a page of them.
  const listed = page.locator('.gath li')
  await expect(listed).toHaveCount(20)
  const first = await listed.first().textContent()
  await page.locator('.gath [rel="next"]').click()
  await expect(page).toHaveURL(/q=kopi&page=2/)
  await expect(listed.first()).not.toHaveText(first ?? '')
  await expect(listed).toHaveCount(20)
  await expect(marks).toHaveCount(60)

  await page.getByRole('link', { name: tours.asAisle }).click()
  await expect(page).toHaveURL(/aisle=search/)
  expect(new URL(page.url()).searchParams.get('from')).toBe(left)
  // The address is there a moment before its list is.
  await expect(page.locator('.gath h2')).toHaveText(tours.aisle)
  const count = await listed.count()
  expect(count).toBeGreaterThan(3)
  await expect(page.locator('canvas')).toHaveAttribute('data-pavilions', '1', SLOWLY)
  await expect(page.locator('canvas')).toHaveAttribute('data-booths', String(count), SLOWLY)
  await expect(page.locator('.here')).toContainText(tours.aisle, SLOWLY)

  // What is near is of the aisle.
  await page.getByRole('button', { name: hall.nearYou }).click()
  await expect(page.locator('.near li a[href^="/en/booths/"]').first()).toBeVisible(SLOWLY)
  await page.getByRole('button', { name: tours.aisle }).click()
  await page.getByRole('link', { name: tours.leave }).click()
  await expect(page).toHaveURL(/q=kopi/)
  await standing(page, 25)
  await expect(page.locator('canvas')).toHaveCount(1)
  expect(spot(page)).toBe(left)

  // The browser's own way back leads into the aisle again.
  await page.goBack()
  await expect(page).toHaveURL(/aisle=search/)
  await expect(page.locator('canvas')).toHaveAttribute('data-booths', String(count), SLOWLY)
})

test('take me there leads into the open hall, and without WebGL through list and map', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null
  })
  await page.goto('/en/products?q=kopi')
  await page.locator('.to-hall').first().click()
  await expect(page).toHaveURL(/\/en\/hall\?booth=/)
  await expect(page.locator('.near li.on')).toBeVisible()
  await expect(page.locator('.floor-map .mark.on')).toHaveCount(1)
  await page.goto('/en/hall?tour=award&stop=1')
  await page.getByRole('link', { name: tours.next }).click()
  await expect(bar(page)).toContainText('Stop 2 of')
  await expect(page.locator('[aria-live="polite"]', { hasText: /^Stop 2 of/ })).toHaveCount(1)
})
