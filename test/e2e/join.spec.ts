import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { fill } from '~/app/i18n/fill'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { direction, type Locale } from '~/domain/shared/locale'
import { outsideWorldAt } from '../setup/outside-world'
import { DESKTOP, expect, expectAccessible, expectFits, PHONE, test } from './web-page'

// Joining: four steps on a phone and at a desk, by a code that really arrives, and on with another device.

test.setTimeout(180_000)

const world = () => outsideWorldAt(process.env.OUTSIDE_WORLD_URL ?? '')
/** Of this run alone: the product's data may be there from a run before. */
const run = String(Date.now()).slice(-7)

async function check(page: Page, locale: Locale): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectFits(page, direction(locale))
  await expectAccessible(page)
}

/** Step 1: whom one comes for, where the code goes, what one agrees to. */
async function begin(
  page: Page,
  locale: Locale,
  kind: 'pesantren' | 'offtaker' | 'buyer',
  to: { phone: string } | { email: string },
): Promise<void> {
  const { join, entering } = PAGE_WORDS[locale]
  await page.goto(`/${locale}/join`)
  await page.locator(`input[name="kind"][value="${kind}"]`).check()
  if ('email' in to) {
    await page.getByText(entering.address.channels.mail, { exact: true }).first().click()
    await page.getByLabel(entering.address.email, { exact: true }).last().fill(to.email)
  } else {
    await page.getByLabel(entering.address.phone, { exact: true }).fill(to.phone)
  }
  await page.locator('input[name="agree"][value="privacy"]').check()
  if ('phone' in to) await page.locator('input[name="agree"][value="whatsapp"]').check()
  await check(page, locale)
  await page.getByRole('button', { name: join.sendCode }).click()
  await expect(page).toHaveURL(/\/sign-in\/code\//)
}

async function giveCode(page: Page, locale: Locale, code: string): Promise<void> {
  const { entering } = PAGE_WORDS[locale]
  await page.getByLabel(entering.code.label).fill(code)
  await page.getByRole('button', { name: entering.code.submit, exact: true }).click()
}

async function another(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  return (await browser.newContext(options)).newPage()
}

const shownCode = (page: Page) => page.locator('[data-code]').innerText()

test.describe('a pesantren on a phone, in Indonesian', () => {
  test.use({ viewport: PHONE, timezoneId: 'Asia/Jakarta', expectedStatuses: [400] })

  test('joins by a WhatsApp code and goes on with another phone in the middle', async ({ page, browser }) => {
    const { join, entering } = PAGE_WORDS.id
    const phone = `+62812${run}`
    const since = Date.now()
    await page.goto('/id/sign-in')
    await page.getByRole('link', { name: entering.signIn.join }).click()
    await expect(page).toHaveURL(/\/id\/join$/)

    // What is missing is said where it is.
    await page.getByRole('button', { name: join.sendCode }).click()
    await expect(page.getByText(join.kindMissing)).toBeVisible()
    await expect(page.getByText(join.consentMissing)).toBeVisible()

    await begin(page, 'id', 'pesantren', { phone: `0812${run}` })
    await check(page, 'id')
    await giveCode(page, 'id', await world().codeTo(phone, since))
    await expect(page).toHaveURL(/\/id\/join\/who$/)
    await expect(page.getByLabel(join.who.whatsapp)).toHaveValue(phone)

    // Kept as typed, wrong as it is.
    await page.getByLabel(join.who.name.pesantren, { exact: true }).fill(`Nurul Falah ${run}`)
    await page.getByLabel(join.who.regency).selectOption({ label: 'Kab. Garut' })
    await expect(page.getByLabel(join.who.district).locator('option')).not.toHaveCount(1)
    await page.getByLabel(join.who.whatsapp).fill('12')
    await page.getByRole('button', { name: join.who.save }).click()
    await expect(page.getByText(join.who.problems['person-name-missing'])).toBeVisible()
    await expect(page.getByText(join.who.problems['whatsapp-wrong'])).toBeVisible()
    await check(page, 'id')

    // Another phone: one signs in and is where one left, with all that was typed.
    const other = await another(browser, { viewport: PHONE, timezoneId: 'Asia/Jakarta' })
    await other.goto('/id/sign-in')
    await other.getByLabel(entering.address.phone, { exact: true }).fill(`0812 ${run}`)
    const again = Date.now()
    await other.getByRole('button', { name: entering.signIn.send, exact: true }).click()
    await expect(other).toHaveURL(/\/sign-in\/code\//)
    await giveCode(other, 'id', await world().codeTo(phone, again))
    await expect(other).toHaveURL(/\/id\/join\/who$/)
    await expect(other.getByLabel(join.who.name.pesantren, { exact: true })).toHaveValue(`Nurul Falah ${run}`)
    await expect(other.getByLabel(join.who.whatsapp)).toHaveValue('12')
    await expect(other.getByLabel(join.who.regency)).toHaveValue('3205')

    await other.getByLabel(join.who.personName).fill('Ust. Ahmad')
    await other.getByLabel(join.who.district).selectOption({ index: 3 })
    await other.getByLabel(join.who.field).selectOption('pertanian')
    await other.getByLabel(join.who.whatsapp).fill(`0812 ${run}`)
    await other.getByRole('button', { name: join.who.save }).click()
    await expect(other).toHaveURL(/\/id\/join\/check$/)
    await expect(other.getByText('Ust. Ahmad')).toBeVisible()
    await check(other, 'id')
    await other.getByRole('button', { name: join.check.submit }).click()
    await expect(other).toHaveURL(/\/id\/join\/done$/)
    await expect(other.getByText(`Nurul Falah ${run}`).first()).toBeVisible()
    await check(other, 'id')

    // On the first phone it is handed in too: nothing is sent twice.
    await page.goto('/id/join/check')
    await expect(page).toHaveURL(/\/id\/join$/)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(join.already.title)
  })
})

test.describe('an offtaker at a desk, in Indonesian', () => {
  test.use({ viewport: DESKTOP, timezoneId: 'Asia/Jakarta' })

  test('joins by e-mail; with the same address again is known', async ({ page, browser }) => {
    const { join } = PAGE_WORDS.id
    const email = `rina.${run}@toko-mandiri.test`
    const since = Date.now()
    await begin(page, 'id', 'offtaker', { email })
    await giveCode(page, 'id', await world().codeTo(email, since))
    await expect(page).toHaveURL(/\/id\/join\/who$/)
    await page.getByLabel(join.who.personName).fill('Rina')
    await page.getByLabel(join.who.name.offtaker, { exact: true }).fill(`Toko Mandiri ${run}`)
    await page.getByLabel(join.who.buys).fill('Madu dan kopi, 200 kg sebulan')
    await check(page, 'id')
    await page.getByRole('button', { name: join.who.save }).click()
    await check(page, 'id')
    await page.getByRole('button', { name: join.check.submit }).click()
    await expect(page).toHaveURL(/\/id\/join\/done$/)
    await expect(page.getByRole('link', { name: join.done.need })).toBeVisible()

    const other = await another(browser, { viewport: DESKTOP })
    const again = Date.now()
    await begin(other, 'id', 'buyer', { email })
    await giveCode(other, 'id', await world().codeTo(email, again))
    await expect(other).toHaveURL(/\/id\/join$/)
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(join.already.title)
    await expect(other.getByText(`Toko Mandiri ${run}`).first()).toBeVisible()
  })
})

test.describe('a buyer on a phone, in Arabic', () => {
  test.use({ viewport: PHONE, timezoneId: 'Asia/Dubai' })

  test('joins with a sample address: the code is on the page, and all is marked as sample', async ({
    page,
  }) => {
    const { join } = PAGE_WORDS.ar
    await begin(page, 'ar', 'buyer', { email: `khalid.${run}@wahat-12.example` })
    await check(page, 'ar')
    await giveCode(page, 'ar', await shownCode(page))
    await expect(page).toHaveURL(/\/ar\/join\/who$/)
    await page.getByLabel(join.who.personName).fill('خالد 12')
    await page.getByLabel(join.who.name.buyer).fill(`Wahat Foods ${run}`)
    await page.getByLabel(join.who.nameArabic).fill('واحة للأغذية 12')
    await page.getByLabel(join.who.country).selectOption('AE')
    await page.getByLabel(join.who.buys).fill('عسل وقهوة')
    await check(page, 'ar')
    await page.getByRole('button', { name: join.who.save }).click()
    await expect(page.getByText('بيانات نموذجية').first()).toBeVisible()
    await check(page, 'ar')
    await page.getByRole('button', { name: join.check.submit }).click()
    await expect(page).toHaveURL(/\/ar\/join\/done$/)
    await check(page, 'ar')
  })
})

test.describe('without JavaScript', () => {
  test.use({ viewport: PHONE, javaScriptEnabled: false, expectedStatuses: [400] })

  test('a sample pesantren finds that it is here already, and says so', async ({ page }) => {
    const { join } = PAGE_WORDS.id
    await page.goto('/id/join')
    await page.locator('input[name="kind"][value="pesantren"]').check()
    await page.getByText(PAGE_WORDS.id.entering.address.channels.mail, { exact: true }).first().click()
    await page
      .getByLabel(PAGE_WORDS.id.entering.address.email, { exact: true })
      .last()
      .fill(`u.${run}@dm-3.example`)
    await page.locator('input[name="agree"][value="privacy"]').check()
    await page.getByRole('button', { name: join.sendCode }).click()
    await giveCode(page, 'id', await shownCode(page))
    const regencies = page.getByLabel(join.who.regency)
    // The options are read as they are: not those of the page before.
    await expect(regencies).toBeVisible()
    // Where the pesantren of this name stands, by its own booth. None that the shared accounts act for.
    const names = await regencies
      .locator('option')
      .evaluateAll((all) => all.map((one) => one.textContent ?? ''))
    const place = await regencyOfBooth(page, 'al-hikmah-13', names)
    await page.goto('/id/join/who')
    await page.getByLabel(join.who.personName).fill('Umar 31')
    await page.getByLabel(join.who.name.pesantren, { exact: true }).fill('Pondok Pesantren Al-Hikmah 13')
    await page.getByLabel(join.who.field).selectOption('pertanian')
    await page.getByLabel(join.who.regency).selectOption({ label: place })
    await page.getByRole('button', { name: join.who.showDistricts }).click()
    await expect(page.getByLabel(join.who.name.pesantren, { exact: true })).toHaveValue(/Hikmah 13/)
    await page.getByLabel(join.who.district).selectOption({ index: 1 })
    await page.getByRole('button', { name: join.who.save }).click()

    await expect(page.getByText(join.check.similar)).toBeVisible()
    await page.getByRole('button', { name: join.check.submit }).click()
    await expect(page.getByText(join.check.claimMissing)).toBeVisible()
    await page.getByRole('radio').first().check()
    await page.getByLabel(join.check.claimNote).fill('Saya bendahara di sana.')
    await page.getByRole('button', { name: join.check.submit }).click()
    await expect(page).toHaveURL(/\/id\/join\/done$/)
    const [start = ''] = fill(join.done.claimText, {}).split('{name}')
    await expect(page.getByText(start.trim())).toBeVisible()
  })
})

/** The regency's name on a booth's page, as the form's list says it. */
async function regencyOfBooth(page: Page, slug: string, names: readonly string[]): Promise<string> {
  await page.goto(`/id/booths/${slug}`)
  const text = await page.locator('main').innerText()
  const found = names.filter((name) => name.length > 3 && text.includes(name)).at(-1)
  if (!found) throw new Error(`no regency on the page of ${slug}`)
  return found
}
