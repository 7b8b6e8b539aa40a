import type { Page } from '@playwright/test'
import { fill } from '~/app/i18n/fill'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { SAMPLE_ACCOUNTS, type SampleAccountKey } from '~/db/seed/sample-accounts'
import { direction, type Locale } from '~/domain/shared/locale'
import { expect, expectAccessible, expectFits } from './web-page'

/** One heading, nothing wider than the screen, no rule of axe broken. */
export async function checkPage(page: Page, locale: Locale): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectFits(page, direction(locale))
  await expectAccessible(page)
}

/** Signs in with the sample's one tap, wherever the page was going. */
export async function enterAs(page: Page, locale: Locale, key: SampleAccountKey): Promise<void> {
  const account = SAMPLE_ACCOUNTS.find((one) => one.key === key)
  if (!account) throw new Error(`no account ${key}`)
  if (!page.url().includes('/sign-in')) await page.goto(`/${locale}/sign-in`)
  const name = fill(PAGE_WORDS[locale].account.signIn.enterAs, { name: account.name })
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click()
  await expect(page).not.toHaveURL(/\/sign-in/)
}

/** From a product's page into the cart and on to its checkout; who isn't signed in is asked to on the way. */
export async function sampleToCheckout(page: Page, locale: Locale, product: string): Promise<void> {
  const { block, cart } = PAGE_WORDS[locale].samples
  await page.goto(`/${locale}/products/${product}`)
  await page.locator('#sample').getByRole('button', { name: block.add }).click()
  await expect(page).toHaveURL(/\/cart\?added=/)
  await expect(page.getByText(cart.added)).toBeVisible()
}

/** What a form of the checkout shows after a change that decides what sending costs. */
export async function workedOut(page: Page, change: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), change()])
}
