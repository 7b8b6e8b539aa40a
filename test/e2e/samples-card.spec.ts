import type { Page } from '@playwright/test'
import { fill } from '~/app/i18n/fill'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import type { Locale } from '~/domain/shared/locale'
import { checkPage, enterAs, sampleToCheckout, workedOut } from './samples-visit'
import { DESKTOP, expect, PHONE, test } from './web-page'

// A buyer abroad pays a sample by card, on the stand-in's own Checkout page.

test.setTimeout(120_000)

/** Where it goes, abroad: the cost of sending follows from the country at once. */
async function fillAbroad(page: Page, locale: Locale, country: string, city: string): Promise<void> {
  const said = PAGE_WORDS[locale].samples.checkout
  const choice = page.getByLabel(said.country, { exact: true })
  if ((await choice.inputValue()) !== country) await workedOut(page, () => choice.selectOption(country))
  await page.getByLabel(said.name, { exact: true }).fill('Elif Yildiz')
  await page.getByLabel(said.phone, { exact: true }).fill('+905321234567')
  await page.getByLabel(said.city, { exact: true }).fill(city)
  await page.getByLabel(said.street, { exact: true }).fill('Bagdat Caddesi 12')
}

const orderButton = (page: Page) => page.locator('button[name="intent"][value="order"]')

test.describe('a buyer on a phone, in English', () => {
  // A form that is sent wrong on purpose.
  test.use({ viewport: PHONE, timezoneId: 'Europe/Istanbul', expectedStatuses: [400] })

  test('goes from the hall to a paid sample', async ({ page }) => {
    const { samples, myOrders } = PAGE_WORDS.en
    await page.goto('/en/hall?q=darul+muttaqin+3')
    await page.locator('main a[href^="/en/booths/darul-muttaqin-3"]').first().click()
    await expect(page).toHaveURL(/\/en\/booths\/darul-muttaqin-3/)
    await page.locator('main a[href="/en/products/sirup-rosela-darul-muttaqin-3"]').first().click()
    await expect(page).toHaveURL(/\/en\/products\//)
    const block = page.locator('#sample')
    // In rupiah, and about how much that is in the reader's currency, with its day.
    await expect(block).toContainText('IDR')
    await expect(block).toContainText(/≈ USD.+rate of/)
    await checkPage(page, 'en')
    await block.getByRole('button', { name: samples.block.add }).click()
    await expect(page.getByText(samples.cart.added)).toBeVisible()
    await checkPage(page, 'en')

    // Another currency, for reading only.
    await page.getByLabel(samples.indication.label).selectOption('EUR')
    await page.getByRole('button', { name: samples.indication.show }).click()
    await expect(page.getByText(/≈ EUR/).first()).toBeVisible()

    await page.getByRole('link', { name: /Order samples from/ }).click()
    await expect(page).toHaveURL(/\/en\/sign-in\?next=/)
    await enterAs(page, 'en', 'buyer-istanbul')
    await expect(page).toHaveURL(/\/en\/checkout\/darul-muttaqin-3/)
    await fillAbroad(page, 'en', 'TR', '')
    // The total stands there before anything is paid, and what is wrong at its field.
    await page.getByRole('radio', { name: samples.checkout.ways.card }).check()
    await expect(page.getByText(samples.checkout.rules[0] ?? '')).toBeVisible()
    await orderButton(page).click()
    await expect(page.getByText(samples.checkout.problems['city-missing'])).toBeVisible()
    await expect(page.getByLabel(samples.checkout.street, { exact: true })).toHaveValue('Bagdat Caddesi 12')
    await checkPage(page, 'en')
    await page.getByLabel(samples.checkout.city, { exact: true }).fill('Istanbul')
    const total = await page.locator('.sums .total dd').first().innerText()
    await orderButton(page).click()

    // The service's own page: a declined card, then one that asks for 3-D Secure.
    await page.waitForURL(/\/pay\/cs_test_/)
    await page.getByRole('button', { name: /declined/ }).click()
    await expect(page.getByRole('alert')).toContainText('declined')
    await page.getByRole('link', { name: 'Back to the shop' }).click()
    await expect(page).toHaveURL(/\/en\/orders\/[0-9a-f-]{36}\?back=left/)
    await expect(page.getByText(myOrders.now.left)).toBeVisible()
    await checkPage(page, 'en')
    const pay = fill(myOrders.pay, { total: total.split('\n')[0] ?? '' }).replaceAll('\u00a0', ' ')
    await page.getByRole('button', { name: pay }).click()
    await page.getByRole('button', { name: /3-D Secure/ }).click()
    await page.getByRole('button', { name: 'Complete authentication' }).click()
    await expect(page).toHaveURL(/\/en\/orders\/[0-9a-f-]{36}\?back=paid/)
    await expect(page.getByText(myOrders.now.paid)).toBeVisible()
    await checkPage(page, 'en')

    const { pathname } = new URL(page.url())
    await page.goto('/en/orders')
    // Orders of theirs that wait for somebody stand above it.
    const listed = page.locator('main li', { has: page.locator(`a[href="${pathname}"]`) })
    await expect(listed).toContainText(myOrders.states.paid)
    await checkPage(page, 'en')
    // What was ordered is out of the cart.
    await page.goto('/en/cart')
    await expect(page.getByText(samples.cart.empty)).toBeVisible()
  })
})

test.describe('a buyer at a desk, in Arabic', () => {
  test.use({ viewport: DESKTOP, timezoneId: 'Asia/Dubai' })

  test('pays a sample by card', async ({ page }) => {
    const { samples, myOrders } = PAGE_WORDS.ar
    await enterAs(page, 'ar', 'buyer-dubai')
    await sampleToCheckout(page, 'ar', 'sirup-jeruk-purut-darul-muttaqin-3')
    await checkPage(page, 'ar')
    await page.locator('main a[href*="/checkout/"]').first().click()
    await expect(page).toHaveURL(/\/ar\/checkout\/darul-muttaqin-3/)
    // The clock says from where the reader looks.
    await expect(page.getByLabel(samples.checkout.country, { exact: true })).toHaveValue('AE')
    await fillAbroad(page, 'ar', 'AE', 'دبي')
    await page.getByRole('radio', { name: samples.checkout.ways.card }).check()
    await checkPage(page, 'ar')
    await orderButton(page).click()
    await page.waitForURL(/\/pay\/cs_test_/)
    await page.getByRole('button', { name: 'Pay with a good card' }).click()
    await expect(page).toHaveURL(/\/ar\/orders\/[0-9a-f-]{36}\?back=paid/)
    await expect(page.getByText(myOrders.now.paid)).toBeVisible()
    await checkPage(page, 'ar')
  })
})
