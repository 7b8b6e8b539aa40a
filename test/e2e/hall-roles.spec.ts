import type { Page } from '@playwright/test'
import { closeUp as arCloseUp } from '~/app/i18n/ar/close-up'
import { words as ar } from '~/app/i18n/ar/words'
import { fill } from '~/app/i18n/fill'
import { closeUp } from '~/app/i18n/id/close-up'
import { words as id } from '~/app/i18n/id/words'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { atRest, canvas, counter, SLOWLY, shrinkCanvas } from './hall-visit'
import { expect, expectAccessible, test } from './web-page'

const { hall } = id
const { tours } = PAGE_WORDS.id
const DRINKS = id.trade.fields.minuman

test.use({ viewport: { width: 940, height: 640 }, contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: 300_000 })

/** All that the hall says politely, from now on. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver((changes) => {
      // What changes twice within a moment is said once.
      const regions = new Set<Element>()
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest('[aria-live]')
        if (region) regions.add(region)
      }
      for (const region of regions) said.push(region.textContent ?? '')
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  return () => page.evaluate(() => (window as Window & { said?: string[] }).said ?? [])
}

test('a tour by roles and names alone: what is said are the arrivals, and one comes there at once', async ({
  page,
}) => {
  const heard = await listen(page)
  const goTo = (name: string | RegExp) => page.getByRole('link', { name }).first().click()
  const stop = (number: number) =>
    heard().then((all) => all.filter((one) => one.startsWith(`Perhentian ${number} `)))
  await page.goto('/id/hall')
  await shrinkCanvas(page, 480, 270)
  await goTo(hall.tours)
  await expect(page.getByRole('heading', { level: 2, name: tours.title })).toBeVisible()
  await goTo(new RegExp(`^${DRINKS}`))
  const tour = page.getByRole('navigation', { name: DRINKS })
  await expect(tour).toBeVisible()
  const application = page.getByRole('application', { name: hall.canvas })
  await expect(application).toBeVisible(SLOWLY)
  const card = page.getByRole('article', { name: hall.chosen })
  await expect(card).toBeVisible(SLOWLY)
  await expect.poll(() => stop(1), SLOWLY).toHaveLength(1)
  await atRest(page)
  // Which keys do what is said of the picture.
  await expect(application).toHaveAccessibleDescription(new RegExp(closeUp.keys.enter.slice(0, 20)))

  const frames = await counter(page, 'frames')
  const cut = page.evaluate(
    (from) =>
      new Promise<number>((resolve) => {
        const element = document.querySelector('canvas')
        if (!element) return resolve(Number.NaN)
        new MutationObserver(() => resolve(Number(element.dataset.frames) - from)).observe(element, {
          attributeFilter: ['data-at'],
        })
      }),
    frames,
  )
  await tour.getByRole('link', { name: tours.next }).click()
  // With less motion asked for, one is there at once, and nothing fades. Walking the last steps takes a dozen
  // frames at least, however slow they are; a pointer that leaves or a picture that comes may ask for one besides.
  expect(await cut).toBeLessThanOrEqual(4)
  expect(await canvas(page).evaluate((element) => element.getAnimations().length)).toBe(0)
  await expect.poll(() => stop(2), SLOWLY).toHaveLength(1)
  const [second] = await stop(2)
  expect(second).toMatch(/Perhentian 2 dari \d+: .+\. Di depan /)
  await tour.getByRole('link', { name: tours.next }).click()
  await expect.poll(() => stop(3), SLOWLY).toHaveLength(1)
  await atRest(page)

  // What a button says already is not said twice; what the arrows pick is.
  const goods = card.getByRole('list', { name: closeUp.goods }).getByRole('button')
  const before = await heard()
  await goods.first().click()
  await expect(goods.first()).toHaveAttribute('aria-pressed', 'true')
  await atRest(page)
  expect(await heard()).toEqual(before)
  await application.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await heard()).length).toBe(before.length + 1)
  const picked = (await heard()).at(-1) ?? ''
  await expect(card.getByRole('button', { pressed: true })).toHaveAccessibleName(
    picked.split('\u2069')[0]?.slice(1) ?? '',
  )
  await expectAccessible(page)

  await expect(page).toHaveURL(/[?&]at=[-\d.,]+,1(&|$)/, SLOWLY)
  await card.getByRole('link', { name: closeUp.openGood }).click()
  await expect(page).toHaveURL(/\/id\/products\//)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goBack()
  await expect(card.getByRole('link', { name: closeUp.openGood })).toBeVisible(SLOWLY)
  await card.getByRole('button', { name: hall.closeCard }).click()
  await expect(card).toHaveCount(0)
  await tour.getByRole('link', { name: tours.end }).click()
  await expect(tour).toHaveCount(0)
  // The open hall without a tour or a card.
  await atRest(page)
  await expectAccessible(page)

  // From booth to booth of one pavilion by what is near: each is said, once.
  await page.getByRole('button', { name: closeUp.home }).click()
  await expect.poll(async () => (await heard()).at(-1) ?? '', SLOWLY).toContain(closeUp.boulevard)
  await atRest(page)
  const all = (await heard()).filter((one) => one !== '')
  test.info().annotations.push({ type: 'said', description: all.join(' | ') })
  for (let at = 1; at < all.length; at++) expect(all[at]).not.toBe(all[at - 1])
  // Three stops, what was picked, the step back from the card and the entrance; nothing besides.
  expect(all.length).toBeLessThanOrEqual(9)
})

test('in Arabic the tour and the card before a booth break no rule either', async ({ page }) => {
  const heard = await listen(page)
  await page.goto('/ar/hall?tour=field:minuman&stop=1')
  await shrinkCanvas(page, 480, 270)
  // A key pressed before the page has woken up opens nothing.
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(page.locator('[data-hall="open"]')).toBeVisible({ timeout: 3_000 })
  }).toPass(SLOWLY)
  const card = page.getByRole('article', { name: ar.hall.chosen })
  await expect(card.getByRole('list', { name: arCloseUp.goods })).toBeVisible(SLOWLY)
  await atRest(page)
  // Who came by an address hears at which stop they are, too, once they are there.
  const stops = (await heard()).filter((one) =>
    one.startsWith(fill(PAGE_WORDS.ar.tours.stop, { stop: 1, stops: 30 })),
  )
  expect(stops).toHaveLength(1)
  // The way to the content lies over the name, and half covers nothing.
  const skip = page.getByRole('link', { name: ar.common.skipToContent })
  await skip.focus()
  await expect(skip).toBeInViewport({ ratio: 1 })
  await expectAccessible(page)
})
