import type { Page } from '@playwright/test'
import { words as ar } from '~/app/i18n/ar/words'
import { words as en } from '~/app/i18n/en/words'
import { words as id } from '~/app/i18n/id/words'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import type { Words } from '~/app/i18n/words'
import { direction, type Locale } from '~/domain/shared/locale'
import { catchWhatsapp, expect, expectAccessible, expectFits, PHONE, test } from './web-page'

// The journey for which the product exists: from the address to a WhatsApp draft to the maker.

const WORDS: Record<Locale, Words> = { id, en, ar }
/** 'coffee' in each language: the same goods are found. */
const COFFEE: Record<Locale, string> = { id: 'kopi', en: 'coffee', ar: 'قهوة' }

async function check(page: Page, locale: Locale): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectFits(page, direction(locale))
  await expectAccessible(page)
}

/** A booth of the sample: those carry a number in their name. */
function sampleBooth(page: Page, locale: Locale) {
  return page.locator(`main a[href^="/${locale}/booths/"]`).filter({ hasText: /\d/ }).first()
}

async function walk(page: Page, locale: Locale): Promise<void> {
  const words = WORDS[locale]
  const whatsapp = await catchWhatsapp(page)

  await page.goto(`/${locale}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(PAGE_WORDS[locale].home.title)
  await check(page, locale)

  await page.getByRole('link', { name: PAGE_WORDS[locale].home.walkIn }).first().click()
  await expect(page).toHaveURL(new RegExp(`/${locale}/hall`))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectFits(page, direction(locale))

  const booth = sampleBooth(page, locale)
  await booth.scrollIntoViewIfNeeded()
  await booth.click()
  await expect(page).toHaveURL(new RegExp(`/${locale}/booths/`))
  await check(page, locale)

  await page.locator(`main a[href^="/${locale}/products/"]`).first().click()
  await expect(page).toHaveURL(new RegExp(`/${locale}/products/[a-z0-9-]+`))
  await check(page, locale)

  await page.goto(`/${locale}/products`)
  await page.getByRole('searchbox').first().fill(COFFEE[locale])
  await page.getByRole('searchbox').first().press('Enter')
  await expect(page).toHaveURL(/[?&]q=/)
  const first = page
    .locator(`main li a[href^="/${locale}/products/"]`)
    .filter({ has: page.locator('mark') })
    .first()
  await expect(first).toBeVisible()
  await check(page, locale)
  const heading = page.getByRole('heading', { level: 1 })
  const results = await heading.innerText()
  await first.click()
  await expect(page).toHaveURL(new RegExp(`/${locale}/products/[a-z0-9-]+`))
  // The address changes a moment before the page does.
  await expect(heading).not.toHaveText(results)
  const name = await heading.innerText()

  // The phone number is nowhere in what the page was sent.
  expect(await page.content()).not.toContain('6281200000000')
  await page
    .getByRole('button', { name: new RegExp(`${words.chat.chat}|^${words.chat.chatShort}$`) })
    .filter({ visible: true })
    .first()
    .click()
  await expect.poll(whatsapp).not.toBeNull()
  const draft = new URL(whatsapp() ?? '')
  expect(draft.origin + draft.pathname).toBe('https://wa.me/6281200000000')
  const text = draft.searchParams.get('text') ?? ''
  expect(text.length).toBeGreaterThan(40)
  expect(text.length).toBeLessThanOrEqual(500)
  expect(text).toContain('OPOP Expo')
  expect(text).toContain(name.split(',')[0] ?? name)
  if (locale === 'ar') expect(text).toMatch(/[\u0600-\u06ff]{3}/)
}

test.use({ viewport: PHONE })

for (const locale of ['en', 'ar', 'id'] as Locale[]) {
  test(`a buyer on a phone, in ${locale}`, async ({ page }) => {
    await walk(page, locale)
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the same way, by links and forms alone', async ({ page }) => {
    const words = WORDS.en
    const whatsapp = await catchWhatsapp(page)
    await page.goto('/en')
    await page.getByRole('link', { name: PAGE_WORDS.en.home.walkIn }).first().click()
    await expect(page).toHaveURL(/\/en\/hall/)
    await sampleBooth(page, 'en').click()
    await page.locator('main a[href^="/en/products/"]').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.goto('/en/products')
    await page.getByRole('searchbox').first().fill('cofee')
    await page.getByRole('button', { name: words.search.submit, exact: true }).first().click()
    await expect(page.locator('mark').first()).toHaveText(/coffee/i)
    await page
      .locator('main li a[href^="/en/products/"]')
      .filter({ has: page.locator('mark') })
      .first()
      .click()
    // Loaded: before its styles are there, a page shows the button of the other width too.
    await page.waitForURL(/\/en\/products\/[^?]/)
    await page
      .getByRole('button', { name: new RegExp(`${words.chat.chat}|^${words.chat.chatShort}$`) })
      .filter({ visible: true })
      .first()
      .click()
    await expect.poll(whatsapp).toContain('https://wa.me/6281200000000?text=')
  })
})
