import { words as ar } from '~/app/i18n/ar/words'
import { words as en } from '~/app/i18n/en/words'
import { expect, expectFits, PHONE, test } from './web-page'

// The menus of the header on a phone.

test.use({ viewport: PHONE })

for (const [locale, words, direction] of [
  ['en', en, 'ltr'],
  ['ar', ar, 'rtl'],
] as const) {
  test(`the menu in ${locale} is out of the way when it has done its work`, async ({ page }) => {
    await page.goto(`/${locale}`)
    const header = page.getByRole('banner')
    const menu = header.locator('summary').last()
    const language = header.locator('summary').first()
    await expect(menu).toHaveAccessibleName(words.common.menu)
    await expect(language).toHaveAccessibleName(words.common.language)
    const open = header.locator('details[open]')
    const about = header.getByRole('link', { name: words.common.nav.about, exact: true })

    // One at a time.
    await language.click()
    await expect(open).toHaveCount(1)
    await menu.click()
    await expect(open).toHaveCount(1)
    await expect(about).toBeVisible()
    await expectFits(page, direction)

    // Escape closes it, from inside too, and leaves the focus where it opens.
    await about.focus()
    await page.keyboard.press('Escape')
    await expect(open).toHaveCount(0)
    await expect(menu).toBeFocused()

    // A followed link closes it, also one to the page that one is on.
    for (const _ of ['there', 'there already']) {
      await menu.click()
      await about.click()
      await expect(page).toHaveURL(new RegExp(`/${locale}/about$`))
      await expect(open).toHaveCount(0)
      await expect(page.getByRole('heading', { level: 1 })).toBeInViewport()
    }
  })
}
