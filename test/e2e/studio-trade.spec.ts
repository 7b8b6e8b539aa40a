import type { Browser, Page } from '@playwright/test'
import sharp from 'sharp'
import { fill } from '~/app/i18n/fill'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { SAMPLE_ACCOUNTS, type SampleAccountKey } from '~/db/seed/sample-accounts'
import type { Locale } from '~/domain/shared/locale'
import { expect, expectAccessible, expectFits, PHONE, test } from './web-page'

/** Somebody of the sample on a phone. */
async function enter(browser: Browser, locale: Locale, key: SampleAccountKey): Promise<Page> {
  const { name } = SAMPLE_ACCOUNTS.find((account) => account.key === key) ?? { name: '' }
  const page = await (await browser.newContext({ viewport: PHONE, timezoneId: 'Asia/Jakarta' })).newPage()
  await page.goto(`/${locale}/sign-in`)
  await page
    .getByRole('button', { name: new RegExp(fill(PAGE_WORDS[locale].account.signIn.enterAs, { name })) })
    .first()
    .click()
  await expect(page).not.toHaveURL(/sign-in/)
  return page
}

test('two editors of one product: the second chooses field by field, and history brings the first back', async ({
  browser,
}) => {
  const { studioProducts: words, studioHistory: history } = PAGE_WORDS.id
  const one = await enter(browser, 'id', 'two-organisations')
  await one.goto('/id/studio/products')
  await one.locator('.own-products h2 a').first().click()
  const stock = () => one.locator('#field-stock')
  await expect(stock()).toBeVisible()
  const address = one.url()
  const other = await one.context().newPage()
  await other.goto(address)
  const before = await stock().inputValue()

  await stock().fill('41')
  await one.getByRole('button', { name: words.form.save, exact: true }).last().click()
  await expect(one.getByRole('status').getByText(words.form.savedPublished)).toBeVisible()

  await other.locator('#field-stock').fill('52')
  await other.locator('#field-leadTimeDays').fill('19')
  await other.getByRole('button', { name: words.form.save, exact: true }).last().click()
  const alert = other.getByRole('alert')
  await expect(alert.getByText(words.choose.text)).toBeVisible()
  await expect(alert.getByRole('radio', { name: /52/ })).toBeChecked()
  await expectFits(other, 'ltr')
  await expectAccessible(other)
  // The choice shows in the field at once.
  await alert.getByRole('radio', { name: /41/ }).check()
  await expect(other.locator('#field-stock')).toHaveValue('41')
  await alert.getByRole('button', { name: words.choose.save }).click()
  await expect(other.getByRole('status').getByText(words.form.savedPublished)).toBeVisible()
  await expect(other.locator('#field-stock')).toHaveValue('41')
  await expect(other.locator('#field-leadTimeDays')).toHaveValue('19')

  await other.goto(`${address.split('?')[0]}/history`)
  await expectFits(other, 'ltr')
  await expectAccessible(other)
  await other.getByRole('listitem').last().getByRole('button', { name: history.restore }).click()
  await expect(other.getByText(history.restored)).toBeVisible()
  await one.goto(address)
  await expect(stock()).toHaveValue(before)
})

for (const locale of ['id', 'ar'] as const)
  test(`a certificate from its photograph to verified, in ${locale}`, async ({ browser }) => {
    const { certificates: words } = PAGE_WORDS[locale]
    const direction = locale === 'ar' ? 'rtl' : 'ltr'
    const number = `91${String(Date.now()).slice(-11)}`
    const maker = await enter(browser, locale, 'two-organisations')
    await maker.goto(`/${locale}/studio/certificates/new`)
    await maker.getByLabel(words.kind, { exact: true }).selectOption('nib')
    await maker.getByLabel(words.number, { exact: true }).fill('12')
    await expect(maker.locator('.unusual .ic')).toBeVisible()
    await maker.getByLabel(words.number, { exact: true }).fill(number)
    await expect(maker.locator('.unusual .ic')).toBeHidden()
    const buffer = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#f3e7d1' } })
      .jpeg()
      .toBuffer()
    await maker.getByLabel(words.file).setInputFiles({ name: 'nib.jpg', mimeType: 'image/jpeg', buffer })
    await expectFits(maker, direction)
    await expectAccessible(maker)
    await maker.getByRole('button', { name: words.save }).click()
    await expect(maker.getByText(words.savedFile)).toBeVisible()
    const row = maker.getByRole('listitem').filter({ hasText: number })
    await expect(async () => {
      await maker.reload()
      await expect(row.getByRole('link', { name: words.files.ready })).toBeVisible({ timeout: 1_000 })
    }).toPass()

    const organiser = await enter(browser, locale, 'organiser')
    await organiser.goto(`/${locale}/organiser/certificates`)
    const shown = organiser.getByRole('listitem').filter({ hasText: number })
    await shown.scrollIntoViewIfNeeded()
    await expect
      .poll(() => shown.getByRole('img').evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBeGreaterThan(0)
    await expectFits(organiser, direction)
    await expectAccessible(organiser)
    await shown.getByRole('button', { name: words.organiser.verify }).click()
    await expect(organiser.getByText(words.organiser.done.verify)).toBeVisible()

    await maker.reload()
    await expect(row.getByText(words.states.verified, { exact: true })).toBeVisible()
    await expectAccessible(maker)
  })
