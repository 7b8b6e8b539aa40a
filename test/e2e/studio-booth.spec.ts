import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { fill } from '~/app/i18n/fill'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { SAMPLE_ACCOUNTS } from '~/db/seed/sample-accounts'
import { expect, expectAccessible, expectFits, PHONE, test } from './web-page'

// The form of a booth on a phone: without scripts, with the booth standing beside it, and in Arabic.

const words = PAGE_WORDS.id.studioBooth
/** Of this run alone: the product's data may be there from a run before. */
const run = String(Date.now()).slice(-7)
const booth = `Al-Barokah ${run}`
const options = { viewport: PHONE, timezoneId: 'Asia/Jakarta' }
let joined: BrowserContextOptions['storageState']

/** A pesantren of this file's own; one way in serves all its tests. */
test.beforeAll(async ({ browser }) => {
  const { join, entering } = PAGE_WORDS.id
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto('/id/join')
  await page.locator('input[name="kind"][value="pesantren"]').check()
  await page.getByText(entering.address.channels.mail, { exact: true }).first().click()
  await page.getByLabel(entering.address.email, { exact: true }).last().fill(`papan-${run}@coba.example`)
  await page.locator('input[name="agree"][value="privacy"]').check()
  await page.getByRole('button', { name: join.sendCode }).click()
  await page.getByLabel(entering.code.label).fill(await page.locator('[data-code]').innerText())
  await page.getByRole('button', { name: entering.code.submit, exact: true }).click()
  // Its districts come by script.
  await page.waitForURL(/\/join\/who/)
  await page.waitForLoadState('networkidle')
  await page.getByLabel(join.who.regency).selectOption({ label: 'Kab. Garut' })
  await expect(page.getByLabel(join.who.district).locator('option')).not.toHaveCount(1)
  await page.getByLabel(join.who.personName).fill('Euis 93')
  await page.getByLabel(join.who.name.pesantren, { exact: true }).fill(booth)
  await page.getByLabel(join.who.district).selectOption({ index: 2 })
  await page.getByLabel(join.who.field).selectOption({ index: 1 })
  await page.getByRole('button', { name: join.who.save }).click()
  await page.getByRole('button', { name: join.check.submit }).click()
  await expect(page.getByText(join.done.title)).toBeVisible()
  joined = await context.storageState()
  await context.close()
})

/** Its owner on a phone. */
async function open(browser: Browser, more: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext({ ...options, storageState: joined, ...more })).newPage()
}
const save = (page: Page, label = words.save) =>
  page.getByRole('button', { name: label, exact: true }).click()

test('without scripts: what is wrong is said at its field, nothing typed is lost, and it is saved', async ({
  browser,
}) => {
  const page = await open(browser, { javaScriptEnabled: false })
  await page.goto('/id/studio/booth')
  await expect(page.getByLabel(words.facts.name, { exact: true })).toHaveValue(booth)
  await expect(page.getByRole('img', { name: new RegExp(booth) })).toBeVisible()
  const story = page.getByLabel(
    fill(words.storyIn, { label: words.storyLabel, language: words.languages.id }),
  )
  const address = page.getByLabel(words.addressLabel, { exact: true })
  const video = page.getByLabel(words.videoLabel, { exact: true })
  const monday = (label: string) => page.getByLabel(fill(label, { day: words.days[1] }), { exact: true })
  await story.fill('Sejak 1998 santri kami menyangrai kopi sendiri.')
  await address.fill('Jalan Raya 12\nKampung Cibuntu')
  await monday(words.opens).fill('16:00')
  await monday(words.closes).fill('08:00')
  await video.fill('https://film.example/v/1')
  await page.getByRole('checkbox', { name: 'Sunda' }).check()
  await save(page)

  const alert = page.getByRole('alert')
  await expect(alert).toContainText(words.fix)
  await expect(alert.getByRole('link')).toHaveCount(2)
  await expect(alert.getByRole('link', { name: words.problems['ends-before'] })).toBeVisible()
  await expect(video).toHaveAttribute('aria-invalid', 'true')
  await expect(story).toHaveValue('Sejak 1998 santri kami menyangrai kopi sendiri.')
  await expect(address).toHaveValue('Jalan Raya 12\nKampung Cibuntu')
  await expect(video).toHaveValue('https://film.example/v/1')
  await expect(monday(words.opens)).toHaveValue('16:00')
  await expect(page.getByRole('checkbox', { name: 'Sunda' })).toBeChecked()

  await monday(words.opens).fill('08:00')
  await monday(words.closes).fill('16:00')
  await video.fill('https://youtu.be/dQw4w9WgXcQ')
  // Copying the hours saves nothing yet.
  await page.getByRole('button', { name: words.copySaturday }).click()
  await expect(page.getByText(words.copied)).toBeVisible()
  await save(page)
  await expect(page.getByText(words.savedUnseen)).toBeVisible()
  await page.goto('/id/studio/booth')
  await expect(address).toHaveValue('Jalan Raya 12\nKampung Cibuntu')
  const saturday = page.getByLabel(fill(words.closes, { day: words.days[6] }), { exact: true })
  await expect(saturday).toHaveValue('16:00')
  await page.context().close()
})

test('the booth stands beside its form, changes as one types, and the organiser sees the same', async ({
  browser,
}) => {
  const page = await open(browser)
  await page.goto('/id/studio/booth')
  const stands = page.locator('.booth-preview[data-shown="standing"] canvas')
  await expect(stands).toBeVisible({ timeout: 30_000 })
  await expect(stands).toHaveAccessibleName(new RegExp(booth))
  await expect(page.getByText(words.allSaved)).toBeVisible()
  const before = await stands.screenshot()
  await page.getByText(words.moreSign).click()
  await page.getByLabel(words.facts.signLatin, { exact: true }).fill('Kopi Barokah')
  await page.locator('input[name="motif"]').nth(1).check()
  await page.locator('input[name="colour"]').nth(3).check()
  await expect(stands).toHaveAccessibleName(/Kopi Barokah/)
  await expect(page.getByText(/^3 /)).toBeVisible()
  await expect.poll(async () => (await stands.screenshot()).equals(before)).toBe(false)
  await expectFits(page, 'ltr')
  await expectAccessible(page)
  await save(page)
  await expect(page.getByText(words.savedUnseen)).toBeVisible()
  const shown = (await stands.getAttribute('aria-label')) ?? ''
  expect(shown).toContain('Kopi Barokah')

  // Where there is no WebGL it is drawn, and says the same.
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebGL2RenderingContext'))
  await page.reload()
  await expect(page.getByText(words.previewDrawnWhy)).toBeVisible()
  await expect(page.getByRole('img', { name: /Kopi Barokah/ })).toBeVisible()
  await expect(page.locator('.booth-preview canvas')).toHaveCount(0)
  await page.goto('/id/studio/booth/number')
  await expect(page.getByText(words.numberPage.sampleText)).toBeVisible()
  await expectFits(page, 'ltr')
  await expectAccessible(page)
  await page.context().close()

  const { name } = SAMPLE_ACCOUNTS.find(({ key }) => key === 'organiser') ?? { name: '' }
  const organiser = await (await browser.newContext(options)).newPage()
  await organiser.goto('/id/sign-in')
  const enterAs = fill(PAGE_WORDS.id.account.signIn.enterAs, { name })
  await organiser
    .getByRole('button', { name: new RegExp(enterAs) })
    .first()
    .click()
  await expect(organiser).toHaveURL(/\/organiser\/verification/)
  const { queue } = PAGE_WORDS.id.organiser
  await organiser.getByLabel(queue.regency).selectOption({ label: 'Kab. Garut' })
  await organiser.getByRole('button', { name: queue.filter }).click()
  const link = await organiser.getByRole('link', { name: booth }).getAttribute('href')
  await organiser.goto(`/id/organiser/booths/${link?.split('/').at(-1)?.split('?')[0]}`)
  const seen = organiser.locator('.booth-preview[data-shown="standing"] canvas')
  await expect(seen).toHaveAccessibleName(shown, { timeout: 30_000 })
  await expectFits(organiser, 'ltr')
  await expectAccessible(organiser)
  await organiser.context().close()
})

test('in Arabic, from right to left', async ({ browser }) => {
  const arabic = PAGE_WORDS.ar.studioBooth
  const page = await open(browser)
  await page.goto('/ar/studio/booth')
  await page.getByLabel(arabic.facts.nameArabic, { exact: true }).fill(`البركة ${run}`)
  await expectFits(page, 'rtl')
  await expectAccessible(page)
  await save(page, arabic.save)
  await expect(page.getByText(arabic.savedUnseen)).toBeVisible()
  await page.context().close()
})
