import type { Page } from '@playwright/test'
import { fill } from '~/app/i18n/fill'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { SAMPLE_ACCOUNTS } from '~/db/seed/sample-accounts'
import { direction, type Locale } from '~/domain/shared/locale'
import { outsideWorldAt } from '../setup/outside-world'
import { DESKTOP, expect, expectAccessible, expectFits, PHONE, test } from './web-page'

// Coming in: by a code that really arrives, by a demonstration's code, with a new password, without JavaScript.

test.setTimeout(120_000)

const world = () => outsideWorldAt(process.env.OUTSIDE_WORLD_URL ?? '')
/** Of this run alone: the product's data may be there from a run before. */
const run = String(Date.now()).slice(-7)

async function check(page: Page, locale: Locale): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectFits(page, direction(locale))
  await expectAccessible(page)
}

/** Chooses e-mail, as a finger does: the choice itself is under its words. */
async function typeEmail(page: Page, locale: Locale, email: string): Promise<void> {
  const { address } = PAGE_WORDS[locale].entering
  await page.locator('.ways').getByText(address.channels.mail).click()
  await page.locator('.with-mail').getByLabel(address.email).fill(email)
}

async function giveCode(page: Page, locale: Locale, code: string): Promise<void> {
  const { code: words } = PAGE_WORDS[locale].entering
  await page.getByLabel(words.label).fill(code)
  await page.getByRole('button', { name: words.submit, exact: true }).click()
}

test.describe('on a phone, in Arabic', () => {
  test.use({ viewport: PHONE, expectedStatuses: [400] })

  test('a WhatsApp code that arrives lets one in, after a wrong one', async ({ page }) => {
    const { signIn, address, code: words } = PAGE_WORDS.ar.entering
    const phone = `+97150${run}`
    const since = Date.now()
    await page.goto('/ar/sign-in')
    await check(page, 'ar')
    // Without a number it says so at the field, and goes nowhere.
    await page.getByRole('button', { name: signIn.send }).click()
    await expect(page.getByText(address.problems['phone-missing'])).toBeVisible()
    await page.getByLabel(address.phone).fill(phone)
    await page.getByRole('button', { name: signIn.send }).click()
    await expect(page).toHaveURL(/\/ar\/sign-in\/code\//)
    await expect(page.locator('[data-code]')).toHaveCount(0)
    await expect(page.getByText(`+97•••••${run.slice(-3)}`)).toBeVisible()
    await check(page, 'ar')

    const code = await world().codeTo(phone, since)
    await giveCode(page, 'ar', String((Number(code) + 1) % 1_000_000).padStart(6, '0'))
    await expect(page.getByText(fill(words.triesLeft.few ?? '', { count: 4 }))).toBeVisible()
    await check(page, 'ar')
    await giveCode(page, 'ar', code)
    // Nobody's number yet: on to joining.
    await expect(page).toHaveURL(/\/ar\/join/)

    // Out, and in again: it is somebody's now.
    await page.goto('/ar/sign-in?next=/ar/about')
    await expect(page).toHaveURL(/\/ar\/about$/)
  })
})

test.describe('at a desk', () => {
  test.use({ viewport: DESKTOP, expectedStatuses: [400] })

  test('a sample account comes in with the code that its page shows', async ({ page }) => {
    const { signIn, codePage } = PAGE_WORDS.en.entering
    const organiser = SAMPLE_ACCOUNTS.find(({ key }) => key === 'offtaker-owner')
    await page.goto('/en/sign-in')
    await check(page, 'en')
    await typeEmail(page, 'en', organiser?.email ?? '')
    await page.getByRole('button', { name: signIn.send }).click()
    await expect(page.getByRole('heading', { name: codePage.title })).toBeVisible()
    await check(page, 'en')
    await giveCode(page, 'en', await page.locator('[data-code]').innerText())
    await expect(page).toHaveURL(/\/en\/needs$/)
  })

  test('a new password comes by mail, and is the one that works', async ({ page }) => {
    const { newPassword: words, signIn, address, code: codeWords } = PAGE_WORDS.id.entering
    const { signIn: account } = PAGE_WORDS.id.account
    const email = `sari-${run}@contoh.id`
    const password = 'madu hutan dari Garut'
    const since = Date.now()
    await page.goto('/id/sign-in')
    await page.getByText(signIn.byPassword).click()
    await page.getByRole('link', { name: signIn.forgotten }).click()
    await expect(page.getByRole('heading', { name: words.title })).toBeVisible()
    await check(page, 'id')
    await page.getByLabel(address.email).fill(email)
    await page.getByRole('button', { name: words.send }).click()
    await expect(page.getByRole('heading', { name: words.codeTitle })).toBeVisible()
    await check(page, 'id')
    await page.getByLabel(codeWords.label).fill(await world().codeTo(email, since))
    await page.getByLabel(words.password).fill('pendek')
    await page.getByRole('button', { name: words.submit }).click()
    await expect(page.getByText(fill(words.problems['password-short'], { least: 10 }))).toBeVisible()
    await expect(page.getByLabel(codeWords.label)).toHaveValue(/^\d{6}$/)
    await page.getByLabel(words.password).fill(password)
    await page.getByRole('button', { name: words.submit }).click()
    await expect(page).toHaveURL(/\/id\/join/)

    await page.context().clearCookies()
    await page.goto('/id/sign-in?next=/id/about')
    await page.getByText(signIn.byPassword).click()
    const form = page.locator('.by-password')
    await form.getByLabel(account.email).fill(email)
    await form.getByLabel(account.password).fill(password)
    await form.getByRole('button', { name: account.submit }).click()
    await expect(page).toHaveURL(/\/id\/about$/)
  })
})

test.describe('without JavaScript', () => {
  test.use({ viewport: PHONE, javaScriptEnabled: false })

  test('a code that comes by mail lets one in', async ({ page }) => {
    const { signIn } = PAGE_WORDS.id.entering
    const email = `tanpa-${run}@contoh.id`
    const since = Date.now()
    await page.goto('/id/sign-in?next=/id/about')
    await typeEmail(page, 'id', email)
    await page.getByRole('button', { name: signIn.send }).click()
    await giveCode(page, 'id', await world().codeTo(email, since))
    await expect(page).toHaveURL(/\/id\/join/)
  })
})
