import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { fill } from '~/app/i18n/fill'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { direction, type Locale } from '~/domain/shared/locale'
import { outsideWorldAt } from '../setup/outside-world'
import { expect, expectAccessible, expectFits, PHONE, test } from './web-page'

// One's own account: another address, all one's data, and the end of it.

test.setTimeout(180_000)

const world = () => outsideWorldAt(process.env.OUTSIDE_WORLD_URL ?? '')
/** Of this run alone: the product's data may be there from a run before. */
const run = String(Date.now()).slice(-7)

async function check(page: Page, locale: Locale): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectFits(page, direction(locale))
  await expectAccessible(page)
}

/** Comes in, as somebody new, with the code that arrives by mail or WhatsApp. */
async function enter(page: Page, locale: Locale, to: string): Promise<void> {
  const { address, signIn, code } = PAGE_WORDS[locale].entering
  const since = Date.now()
  await page.goto(`/${locale}/sign-in`)
  if (to.includes('@')) {
    await page.locator('.ways').getByText(address.channels.mail).click()
    await page.locator('.with-mail').getByLabel(address.email).fill(to)
  } else {
    await page.getByLabel(address.phone).fill(to)
  }
  await page.getByRole('button', { name: signIn.send }).click()
  await page.getByLabel(code.label).fill(await world().codeTo(to, since))
  await page.getByRole('button', { name: code.submit, exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/${locale}/join`))
}

/** From the page of deletion on: asks for the code, types the word, and is gone. */
async function remove(page: Page, locale: Locale, to: string, { checks = true } = {}): Promise<void> {
  const { remove: words, gone } = PAGE_WORDS[locale].me
  const { code } = PAGE_WORDS[locale].entering
  const since = Date.now()
  await page.getByRole('button', { name: words.sendCode }).click()
  await page.getByLabel(code.label).fill(await world().codeTo(to, since))
  await page.getByRole('button', { name: words.submit }).click()
  // Without the word nothing happens, and the code is still good.
  await expect(page.getByText(fill(words.wordWrong, { word: words.theWord }))).toBeVisible()
  if (checks) await check(page, locale)
  await page.getByLabel(code.label).fill(await world().codeTo(to, since))
  await page.getByLabel(fill(words.word, { word: words.theWord })).fill(words.theWord)
  await page.getByRole('button', { name: words.submit }).click()
  await expect(page.getByRole('heading', { name: gone.title })).toBeVisible()
}

test.describe('on a phone, in Indonesian', () => {
  test.use({ viewport: PHONE, timezoneId: 'Asia/Jakarta', expectedStatuses: [400] })

  test('another e-mail, all one’s data, and the end of the account', async ({ page }) => {
    const words = PAGE_WORDS.id.me
    const { code } = PAGE_WORDS.id.entering
    const [before, after] = [`dewi-${run}@contoh.id`, `dewi-baru-${run}@contoh.id`]
    await enter(page, 'id', before)

    await page.goto('/id/account')
    await check(page, 'id')
    // What is wrong is said at its field, and what was typed stays.
    await page.getByLabel(words.profile.name).fill('Dewi Lestari')
    await page.getByLabel(words.profile.zone).fill('Atlantis')
    await page.getByRole('button', { name: words.profile.save, exact: true }).click()
    await expect(page.getByText(words.profile.problems['zone-unknown'])).toBeVisible()
    await expect(page.getByLabel(words.profile.name)).toHaveValue('Dewi Lestari')
    await page.getByLabel(words.profile.zone).fill('makassar')
    await page.getByRole('button', { name: words.profile.save, exact: true }).click()
    await expect(page.getByText(words.done.profile, { exact: true })).toBeVisible()
    await expect(page.getByLabel(words.profile.zone)).toHaveValue('Asia/Makassar')

    // Another e-mail, proven by the code that goes there; the old one is told.
    const since = Date.now()
    await page.getByRole('link', { name: words.addresses.changeMail }).click()
    await check(page, 'id')
    // A session alone isn't enough: a code goes to the address that is there.
    await page.getByRole('button', { name: words.address.sure.sendCode }).click()
    await check(page, 'id')
    await page.getByLabel(code.label).fill(await world().codeTo(before, since))
    await page.getByRole('button', { name: code.submit, exact: true }).click()
    await page.getByLabel(words.address.fresh.mail).fill(after)
    await page.getByRole('button', { name: words.address.send }).click()
    await expect(page.getByLabel(code.label)).toBeVisible()
    await check(page, 'id')
    await page.getByLabel(code.label).fill(await world().codeTo(after, since))
    await page.getByRole('button', { name: words.address.submit }).click()
    await expect(page.getByText(words.done.changed)).toBeVisible()
    await expect(page.getByText(after)).toBeVisible()
    const told = await world().mailTo(before, ({ text }) => text.includes('d•••@contoh.id'))
    expect(told.text).not.toContain(after)

    // All one's data: a file and a page.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: words.data.json }).click(),
    ])
    const file = JSON.parse(await readFile(await download.path(), 'utf8')) as {
      sections: Record<string, Record<string, unknown>[]>
    }
    expect(file.sections.profile).toMatchObject([{ name: 'Dewi Lestari', email: after }])
    expect(file.sections.messages?.map(({ template }) => template)).toContain('address-changed')
    await page.getByRole('link', { name: words.data.html }).click()
    await expect(page.getByRole('heading', { name: words.exported.title })).toBeVisible()
    await expect(page.getByText(after).first()).toBeVisible()
    await check(page, 'id')

    await page.goto('/id/account')
    await page.getByRole('link', { name: words.data.remove }).click()
    await check(page, 'id')
    await remove(page, 'id', after)
    await check(page, 'id')

    // Nobody any more; the same address makes a new account.
    await page.goto('/id/account')
    await expect(page).toHaveURL(/\/id\/sign-in\?next=/)
    await enter(page, 'id', after)
    await page.goto('/id/account')
    await expect(page.getByLabel(words.profile.name)).toHaveValue('')
  })
})

test.describe('on a phone, in Arabic', () => {
  test.use({ viewport: PHONE, timezoneId: 'Asia/Dubai', expectedStatuses: [400] })

  test('WhatsApp is turned on and off, and the account ends', async ({ page }) => {
    const words = PAGE_WORDS.ar.me
    const phone = `+97155${run}`
    await enter(page, 'ar', phone)
    await page.goto('/ar/privacy')
    await check(page, 'ar')
    await page.goto('/ar/account')
    await expect(page.getByText(`+97•••••${run.slice(-3)}`)).toBeVisible()
    await page.getByRole('button', { name: words.messages.turnOn }).click()
    await expect(page.getByText(words.messages.on)).toBeVisible()
    await check(page, 'ar')
    await page.getByRole('button', { name: words.messages.turnOff }).click()
    await expect(page.getByText(words.messages.offNoMail)).toBeVisible()
    await page.getByRole('link', { name: words.data.remove }).click()
    await check(page, 'ar')
    await remove(page, 'ar', phone)
  })
})

test.describe('without JavaScript', () => {
  test.use({ viewport: PHONE, javaScriptEnabled: false, expectedStatuses: [400] })

  test('an account is read, changed and deleted', async ({ page }) => {
    const words = PAGE_WORDS.en.me
    const email = `layla-${run}@contoh.id`
    await enter(page, 'en', email)
    await page.goto('/en/account')
    await page.getByLabel(words.profile.name).fill('Layla')
    await page.getByRole('button', { name: words.profile.save, exact: true }).click()
    await expect(page.getByText(words.done.profile, { exact: true })).toBeVisible()
    await page.getByRole('link', { name: words.data.remove }).click()
    await remove(page, 'en', email, { checks: false })
  })
})
