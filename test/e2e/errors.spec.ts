import { words as ar } from '~/app/i18n/ar/words'
import { words as en } from '~/app/i18n/en/words'
import { words as id } from '~/app/i18n/id/words'
import { direction, type Locale } from '~/domain/shared/locale'
import { expect, expectAccessible, expectFits, PHONE, test } from './web-page'

test.use({ viewport: PHONE, expectedStatuses: [403, 404] })

const WORDS = { id, en, ar }

for (const locale of ['id', 'en', 'ar'] as Locale[]) {
  test(`an address that does not exist says so in ${locale}, with a way on`, async ({ page }) => {
    for (const address of ['nowhere', 'booths/there-is-none', 'products/there-is-none']) {
      const answer = await page.goto(`/${locale}/${address}`)
      expect(answer?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        WORDS[locale].errors['not-found'].title,
      )
      await expectFits(page, direction(locale))
    }
    await expectAccessible(page)
    await page.getByRole('main').getByRole('link', { name: WORDS[locale].common.nav.home }).click()
    await expect(page).toHaveURL(new RegExp(`/${locale}$`))
  })

  test(`a write from another site is refused in ${locale}`, async ({ request }) => {
    const answer = await request.post(`/${locale}/chat`, {
      headers: { origin: 'https://elsewhere.example', accept: 'text/html' },
      form: { booth: 'x' },
    })
    expect(answer.status()).toBe(403)
    expect(await answer.text()).toContain(WORDS[locale].errors.forbidden.title)
    expect(answer.headers()['content-security-policy']).toContain("default-src 'self'")
  })
}

test('a bare address goes on in the reader’s language', async ({ browser }) => {
  const { baseURL } = test.info().project.use
  for (const [locale, expected] of [
    ['ar-SA', 'ar'],
    ['id-ID', 'id'],
    ['de-DE', 'en'],
  ] as const) {
    const context = await browser.newContext({ locale, baseURL })
    const page = await context.newPage()
    await page.goto('/hall')
    await expect(page).toHaveURL(new RegExp(`/${expected}/hall$`))
    await context.close()
  }
})
