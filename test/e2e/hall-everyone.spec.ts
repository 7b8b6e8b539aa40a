import type { Locator, Page } from '@playwright/test'
import { closeUp } from '~/app/i18n/en/close-up'
import { words as en } from '~/app/i18n/en/words'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { atRest, canvas, counter, posesOf, SLOWLY, shrinkCanvas, teleport } from './hall-visit'
import { expect, test } from './web-page'

const { hall } = en
const { tours } = PAGE_WORDS.en
/** A field whose booths in the sample all have goods. */
const DRINKS = en.trade.fields.minuman

// A desk's layout; software draws the canvas in a corner of it.
test.use({ viewport: { width: 940, height: 640 } })
test.describe.configure({ timeout: 300_000 })

/** Somebody is somewhere, and sees where: what is focused is on the screen with a ring around it. */
async function expectFocusSeen(page: Page): Promise<void> {
  const focused = await page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    // On the drawn map the ring is the pavilion's own line.
    const line = element instanceof SVGElement ? element.querySelector('rect') : null
    const drawn = line && parseFloat(getComputedStyle(line).strokeWidth) >= 4
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
    return {
      what: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40)}`,
      ringed: drawn || (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
      onScreen: right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && width > 1 && height > 1,
    }
  })
  expect(focused, 'the focus is lost').not.toBeNull()
  expect(focused).toEqual({ what: focused?.what, ringed: true, onScreen: true })
}

/** On by Tab (or back by Shift and Tab), and never anywhere unseen on the way. */
async function tabTo(page: Page, target: Locator, back = false): Promise<void> {
  const is = () => target.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
    await expectFocusSeen(page)
    if (await is()) return
  }
  throw new Error(`not within reach of Tab: ${target}`)
}

/** How many frames were drawn until the visitor stood at the next place. */
function watchWay(page: Page): Promise<() => Promise<number>> {
  return page
    .evaluate(() => {
      const element = document.querySelector('canvas')
      if (!element) throw new Error('no canvas')
      const from = Number(element.dataset.frames)
      const seen = new MutationObserver(() => {
        element.dataset.way ??= String(Number(element.dataset.frames) - from)
      })
      delete element.dataset.way
      seen.observe(element, { attributes: true, attributeFilter: ['data-at'] })
    })
    .then(() => async () => {
      await expect(canvas(page)).toHaveAttribute('data-way', /\d/, SLOWLY)
      return counter(page, 'way')
    })
}

test('a tour by the keyboard alone, and nobody’s focus is ever lost', async ({ page }) => {
  const live = page.locator('section.canvas [aria-live="polite"]')
  const bar = page.getByRole('navigation', { name: DRINKS })
  const next = page.getByRole('link', { name: tours.next })
  const previous = page.getByRole('link', { name: tours.previous })
  const card = page.getByRole('article', { name: hall.chosen })
  await page.goto('/en/hall')
  await shrinkCanvas(page, 480, 270)
  // Before its script is there the page follows links as a page without one.
  await expect(page.getByRole('button', { name: hall.walkIn })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveAttribute('href', '#main')

  // To the tours while the hall opens by itself. The link makes room for a switch then, whichever comes first.
  const opened = page.locator('[data-hall="open"]').waitFor(SLOWLY)
  await page.route(/tour=choose/, (route) => opened.then(() => route.continue()))
  await tabTo(page, page.getByRole('link', { name: hall.tours }))
  await page.keyboard.press('Enter')
  await opened
  await expect(page.getByRole('link', { name: new RegExp(`^${DRINKS}`) })).toBeVisible()
  await expect(page.getByRole('button', { name: hall.tours })).toBeFocused()
  await tabTo(page, page.getByRole('link', { name: new RegExp(`^${DRINKS}`) }))
  await page.keyboard.press('Enter')
  await expect(bar).toContainText('Stop 1 of')
  await expect(next).toBeFocused()
  await expect(card).toBeVisible(SLOWLY)
  await atRest(page)

  const way = await watchWay(page)
  await page.keyboard.press('Enter')
  await expect(bar).toContainText('Stop 2 of')
  await expect(live).toContainText('Stop 2 of', SLOWLY)
  // Nobody asked for less motion: the last steps are walked.
  expect(await way()).toBeGreaterThan(8)
  await expect(next).toBeFocused()
  await tabTo(page, previous, true)
  await page.keyboard.press('Enter')
  await expect(live).toContainText('Stop 1 of', SLOWLY)
  await tabTo(page, next)
  await page.keyboard.press('Enter')
  await expect(live).toContainText('Stop 2 of', SLOWLY)

  // The goods of its booth by the arrows, to the page of one, and back to it.
  const goods = card.getByRole('list', { name: closeUp.goods }).getByRole('button')
  await expect(goods.first()).toBeVisible(SLOWLY)
  await tabTo(page, canvas(page), true)
  await page.keyboard.press('ArrowRight')
  await expect(goods.first()).toHaveAttribute('aria-pressed', 'true')
  const product = (await card.getByRole('link', { name: closeUp.openGood }).getAttribute('href')) ?? ''
  await atRest(page)
  await expect(page).toHaveURL(/[?&]at=[-\d.,]+,1(&|$)/, SLOWLY)
  const address = page.url()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${product}$`))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expectFocusSeen(page)
  await page.goBack()
  await expect(goods.first()).toHaveAttribute('aria-pressed', 'true', SLOWLY)
  await expect(canvas(page)).toBeFocused()
  expect(page.url()).toBe(address)
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await expectFocusSeen(page)

  // Out of the tour, and home.
  await tabTo(page, bar.getByRole('link', { name: tours.end }))
  await page.keyboard.press('Enter')
  await expect(bar).toHaveCount(0)
  await expect(canvas(page)).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: closeUp.home }))
  await page.keyboard.press('Enter')
  await expect(live).toContainText(closeUp.boulevard, SLOWLY)
  await expectFocusSeen(page)
})

test('whoever uses the list keeps their place in it', async ({ page }) => {
  await page.goto('/en/hall')
  await shrinkCanvas(page, 320, 180)
  // The page is awake: before that a search loads a page anew.
  await expect(page.getByRole('button', { name: hall.walkIn })).toBeVisible(SLOWLY)
  const field = page.getByRole('searchbox', { name: hall.find })
  await tabTo(page, field)
  await page.keyboard.type('kopi')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=kopi/)
  await expect(page.locator('.gath li').first()).toBeVisible()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('kopi')
  await expect(page.locator('[data-hall="open"]')).toBeVisible(SLOWLY)
  await expect(field).toBeFocused()
  await tabTo(page, page.locator('.gath-h').getByRole('link'))
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/q=/)
  await expect(field).toHaveValue('')
  await expect(canvas(page)).toBeFocused()

  const choice = page.locator('.choose summary')
  await tabTo(page, choice, true)
  await page.keyboard.press('Enter')
  await tabTo(page, page.locator('.choose').getByRole('link', { name: /^Pavilion 3,/ }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/pavilion=3/)
  await expect(choice).toContainText('Pavilion 3,')
  await expect(choice).toBeFocused()
  await expect(page.locator('.here')).toContainText('Pavilion 3,', SLOWLY)

  // In an aisle one sees other booths when one turns to one of them.
  const aisle = (await posesOf(page)).find(({ name }) => name === 'aisle')
  if (!aisle) throw new Error('there is no aisle')
  await teleport(page, aisle)
  await tabTo(page, page.getByRole('button', { name: hall.nearYou }), true)
  await page.keyboard.press('Enter')
  const rows = page.locator('.near li a')
  await expect(rows.first()).toBeVisible()
  await atRest(page)
  const row = rows.first()
  await tabTo(page, row)
  const order = () => rows.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  const before = await order()
  expect(before.length).toBeGreaterThan(5)
  // Focused, it turns the view: what is nearest in view is another then, but nothing moves under the hand,
  await atRest(page)
  await expect(row).toBeFocused()
  expect(await order()).toEqual(before)
  // nor when the window itself loses the focus, which stays on the row meanwhile.
  await row.evaluate((link) =>
    link.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: null })),
  )
  await expect(row).toBeFocused()
  expect(await order()).toEqual(before)
  await page.keyboard.press('Shift+Tab')
  await expect.poll(order).not.toEqual(before)
  await expectFocusSeen(page)

  // To the page of a booth of the list, and back to its link.
  await tabTo(page, page.getByRole('button', { name: hall.allBooths }), true)
  await page.keyboard.press('Enter')
  await tabTo(page, page.locator('.near > ul a').first())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/booths\//)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const slug = page.url().split('/').pop()
  await page.goBack()
  await expect(page.locator(`.near a[href$="/${slug}"]`)).toBeFocused(SLOWLY)
})
