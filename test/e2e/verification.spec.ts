import type { Page } from '@playwright/test'
import { fill } from '~/app/i18n/fill'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { isolated } from '~/app/party-name'
import { SAMPLE_ACCOUNTS } from '~/db/seed/sample-accounts'
import { direction, type Locale } from '~/domain/shared/locale'
import { DESKTOP, expect, expectAccessible, expectFits, PHONE, test } from './web-page'

// A pesantren waits, is asked something by the organiser, answers from its phone, and its booth stands.

test.setTimeout(180_000)
test.use({ expectedStatuses: [400, 404, 409] })

const words = PAGE_WORDS.id
/** Of this run alone: the product's data may be there from a run before. */
const run = String(Date.now()).slice(-7)

async function check(page: Page, locale: Locale = 'id'): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectFits(page, direction(locale))
  await expectAccessible(page)
}

/** Joins as a sample pesantren, whose code is shown on the page. */
async function join(page: Page, name: string): Promise<void> {
  const { join, entering } = words
  await page.goto('/id/join')
  await page.locator('input[name="kind"][value="pesantren"]').check()
  await page.getByText(entering.address.channels.mail, { exact: true }).first().click()
  await page.getByLabel(entering.address.email, { exact: true }).last().fill(`pendaftar-${run}@coba.example`)
  await page.locator('input[name="agree"][value="privacy"]').check()
  await page.getByRole('button', { name: join.sendCode }).click()
  const code = await page.locator('[data-code]').innerText()
  await page.getByLabel(entering.code.label).fill(code)
  await page.getByRole('button', { name: entering.code.submit, exact: true }).click()
  await expect(page.getByLabel(join.who.regency)).toBeVisible()
  // On a slow line the script comes when the regency has been chosen.
  let arrive = () => {}
  const line = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/assets/*.js', async (route) => {
    await line
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  await page.getByLabel(join.who.regency).selectOption({ label: 'Kab. Garut' })
  arrive()
  await expect(page.getByLabel(join.who.district).locator('option')).not.toHaveCount(1)
  await page.getByLabel(join.who.personName).fill('Ahmad 91')
  await page.getByLabel(join.who.name.pesantren, { exact: true }).fill(name)
  await page.getByLabel(join.who.district).selectOption({ index: 3 })
  await page.getByLabel(join.who.field).selectOption({ index: 1 })
  await page.getByRole('button', { name: join.who.save }).click()
  await page.getByRole('button', { name: join.check.submit }).click()
  await expect(page.getByText(join.done.title)).toBeVisible()
}

async function enterAsOrganiser(page: Page, locale: Locale): Promise<void> {
  const { name } = SAMPLE_ACCOUNTS.find(({ key }) => key === 'organiser') ?? { name: '' }
  await page.goto(`/${locale}/sign-in`)
  await page
    .getByRole('button', { name: new RegExp(fill(PAGE_WORDS[locale].account.signIn.enterAs, { name })) })
    .first()
    .click()
  await expect(page).toHaveURL(/\/organiser\/verification/)
}

test('the organiser asks back at its desk, the applicant answers on a phone, and goes on to its booth', async ({
  browser,
}) => {
  const { applicant, queue, textProblems } = words.organiser
  const { verification } = words
  const name = `Al-Bayan Baru ${run}`
  const phone = await (await browser.newContext({ viewport: PHONE, timezoneId: 'Asia/Jakarta' })).newPage()
  await join(phone, name)
  await phone.goto('/id/verification')
  await expect(
    phone.getByText(fill(verification.states.pending, { name: isolated(name, 'id') })),
  ).toBeVisible()
  await check(phone)
  await phone.goto('/id/studio/products')
  await expect(phone.getByText(verification.notes.products)).toBeVisible()

  const desk = await (await browser.newContext({ viewport: DESKTOP, timezoneId: 'Asia/Jakarta' })).newPage()
  await enterAsOrganiser(desk, 'id')
  await check(desk)
  await desk.getByLabel(queue.regency).selectOption({ label: 'Kab. Garut' })
  await desk.getByRole('button', { name: queue.filter }).click()
  await desk.getByRole('link', { name }).click()
  await expect(desk.getByText(`pendaftar-${run}@coba.example`)).toBeVisible()
  await check(desk)
  await desk.getByText(applicant.askBack, { exact: true }).click()
  await desk.getByRole('button', { name: applicant.sendQuestion }).click()
  await expect(desk.getByText(textProblems['text-missing'])).toBeVisible()
  await desk.getByLabel(applicant.question).fill('Siapa pimpinan pesantren?')
  await check(desk)
  await desk.getByRole('button', { name: applicant.sendQuestion }).click()
  await expect(desk.getByText(applicant.done['ask-back'])).toBeVisible()

  await phone.goto('/id/verification')
  await expect(phone.getByText('Siapa pimpinan pesantren?').first()).toBeVisible()
  await check(phone)
  await phone.getByRole('button', { name: verification.send }).click()
  await expect(phone.getByText(textProblems['text-missing'])).toBeVisible()
  await phone.getByLabel(verification.answer).fill('KH. Anwar, sejak lama.')
  await phone.getByRole('button', { name: verification.send }).click()
  await expect(phone.getByText(verification.sent)).toBeVisible()
  await check(phone)

  await desk.reload()
  await expect(desk.getByText('KH. Anwar, sejak lama.')).toBeVisible()
  await desk.getByRole('button', { name: applicant.approve, exact: true }).click()
  await expect(desk.getByText(applicant.done.approve)).toBeVisible()
  await check(desk)
  await phone.goto('/id/verification')
  await expect(
    phone.getByText(fill(verification.states.verified, { name: isolated(name, 'id') })),
  ).toBeVisible()
  await phone.getByRole('link', { name: verification.go.publish }).click()
  // Nobody has seen the booth yet: first it needs something to be seen.
  const { boothStanding } = words
  await expect(phone.getByText(boothStanding.stateTexts.making)).toBeVisible()
  await phone.getByRole('button', { name: boothStanding.handIn }).click()
  await expect(phone.getByText(boothStanding.told.incomplete)).toBeVisible()
  await check(phone)
  await phone.getByRole('link', { name: boothStanding.see }).click()
  await expect(phone.getByRole('heading', { level: 1 })).toContainText(name)
  await expect(phone.getByText(boothStanding.unseen)).toBeVisible()
  await check(phone)
})

test.describe('in Arabic on a phone', () => {
  test.use({ viewport: PHONE })

  test('a double is compared, and nothing is merged without a yes', async ({ page }) => {
    const { duplicates, merge } = PAGE_WORDS.ar.organiser
    await enterAsOrganiser(page, 'ar')
    await check(page, 'ar')
    await page.goto('/ar/organiser/duplicates')
    await check(page, 'ar')
    await page
      .locator('.pairs > li', { hasText: 'هداية المبتدئين 4' })
      .getByRole('link', { name: new RegExp(`^${duplicates.compare}`) })
      .click()
    await expect(page.getByRole('heading', { name: merge.title })).toBeVisible()
    await page.getByRole('button', { name: merge.submit }).click()
    await expect(page.getByText(merge.confirmMissing)).toBeVisible()
    await check(page, 'ar')
    // The verified one stays.
    await page.getByRole('radio').last().check()
    await page.getByRole('button', { name: merge.show }).click()
    await expect(page.getByText(merge.obstacle['keep-verified'])).toBeVisible()
    await check(page, 'ar')
  })
})
