import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import ICAL from 'ical.js'
import { fill } from '~/app/i18n/fill'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD, type SampleAccountKey } from '~/db/seed/sample-accounts'
import { direction, type Locale } from '~/domain/shared/locale'
import { catchWhatsapp, DESKTOP, expect, expectAccessible, expectFits, PHONE, test } from './web-page'

// The business half: from a need to a meeting that both sides see alike.

// Each is a dozen pages, most of them checked with axe, some on a second phone.
test.setTimeout(180_000)

const accountOf = (key: SampleAccountKey) => {
  const account = SAMPLE_ACCOUNTS.find((one) => one.key === key)
  if (!account) throw new Error(`no account ${key}`)
  return account
}

async function check(page: Page, locale: Locale): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectFits(page, direction(locale))
  await expectAccessible(page)
}

/** Signs in with the sample's one tap, wherever the page was going. */
async function enterAs(page: Page, locale: Locale, key: SampleAccountKey): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto(`/${locale}/sign-in`)
  const name = fill(PAGE_WORDS[locale].account.signIn.enterAs, { name: accountOf(key).name })
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click()
  await expect(page).not.toHaveURL(/\/sign-in/)
}

/** A phone in somebody else's hand. */
async function anotherPhone(browser: Browser, timezoneId = 'Asia/Jakarta'): Promise<Page> {
  const context = await browser.newContext({ viewport: PHONE, timezoneId })
  return context.newPage()
}

/** The calendar file of the meeting that a page shows, as a calendar reads it. */
async function calendarOf(page: Page, locale: Locale) {
  const link = page.getByRole('link', {
    name: new RegExp(`${PAGE_WORDS[locale].meeting.calendar}|${PAGE_WORDS[locale].meeting.calendarRemove}`),
  })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')))
  const event = calendar.getFirstSubcomponent('vevent')
  if (!event) throw new Error('no event in the calendar file')
  const of = (name: string) => String(event.getFirstPropertyValue(name))
  return { uid: of('uid'), sequence: Number(of('sequence')), status: of('status'), start: of('dtstart') }
}

/** 'Request a meeting' on a booth; a desk and a phone have it in different places. */
const wayIn = (page: Page) => page.locator('main a[href*="/needs/new?"]').filter({ visible: true }).first()

const times = (page: Page) => page.locator('main button[name="startsAt"]')

test.describe('an offtaker at a desk, in Indonesian', () => {
  // The form that is sent wrong on purpose.
  test.use({ viewport: DESKTOP, timezoneId: 'Asia/Jakarta', expectedStatuses: [400] })

  test('goes from a need to a calendar file', async ({ page }) => {
    const { need, match, meeting } = PAGE_WORDS.id
    await page.goto('/id/needs/new')
    await expect(page).toHaveURL(/\/id\/sign-in\?next=/)
    await page.getByText(PAGE_WORDS.id.entering.signIn.byPassword, { exact: true }).click()
    const form = page.locator('.by-password')
    await form.getByLabel(PAGE_WORDS.id.account.signIn.email).fill(accountOf('offtaker-owner').email)
    await form.getByLabel(PAGE_WORDS.id.account.signIn.password, { exact: true }).fill(SAMPLE_PASSWORD)
    await check(page, 'id')
    await form.getByRole('button', { name: PAGE_WORDS.id.account.signIn.submit, exact: true }).click()
    await expect(page).toHaveURL(/\/id\/needs\/new/)

    // What is wrong is said at the field, and what was typed stays.
    await page.getByLabel(need.productWords, { exact: true }).fill('kopi arabika')
    await page.getByLabel(need.monthlyVolume, { exact: true }).fill('banyak')
    await page.getByRole('button', { name: need.submit }).click()
    await expect(page.getByText(need.problems['volume-wrong'])).toBeVisible()
    await expect(page.getByLabel(need.productWords, { exact: true })).toHaveValue('kopi arabika')
    await check(page, 'id')

    await page.getByLabel(need.field, { exact: true }).selectOption('minuman')
    await page.getByLabel(need.monthlyVolume, { exact: true }).fill('30')
    await page.getByLabel(need.unit, { exact: true }).selectOption('kg')
    await page.getByLabel(need.targetPrice, { exact: true }).fill('340.000')
    await page.getByRole('button', { name: need.submit }).click()
    await expect(page).toHaveURL(/\/id\/needs\/[0-9a-f-]{36}$/)
    await check(page, 'id')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('30')
    const first = page
      .locator('main li')
      .filter({ has: page.locator('button[name="startsAt"]') })
      .first()
    await expect(first).toContainText(/Kapasitas bebas/)
    await expect(page.getByText(match.order.title).first()).toBeVisible()

    const booked = page.getByRole('button', { name: new RegExp(`^${match.times.book} `) }).first()
    const startsAt = (await booked.getAttribute('value')) ?? ''
    await booked.click()
    await expect(page).toHaveURL(/\/id\/meetings\/[0-9a-f-]{36}\?new=booked/)
    await expect(page.getByText(meeting.state.booked).first()).toBeVisible()
    await check(page, 'id')
    const file = await calendarOf(page, 'id')
    expect(file).toMatchObject({ status: 'CONFIRMED' })
    expect(new Date(file.start).toISOString()).toBe(startsAt)

    // The message is shown before WhatsApp opens with it, and the number is nowhere in the page.
    expect(await page.content()).not.toContain('6281200000000')
    const whatsapp = await catchWhatsapp(page)
    await page.getByRole('button', { name: meeting.chat }).click()
    await expect.poll(whatsapp).toContain('https://wa.me/6281200000000?text=')
  })
})

test.describe('a buyer on a phone, in Arabic', () => {
  test.use({ viewport: PHONE, timezoneId: 'Asia/Dubai' })

  test('asks for a meeting, and the pesantren accepts it on its phone', async ({ page, browser }) => {
    const { need, match, meeting } = PAGE_WORDS.ar
    await page.goto('/ar/booths/darul-muttaqin-3')
    await wayIn(page).click()
    await expect(page).toHaveURL(/\/ar\/sign-in\?next=/)
    await enterAs(page, 'ar', 'buyer-dubai')
    await expect(page).toHaveURL(/\/ar\/needs\/new\?/)
    await check(page, 'ar')
    if ((await page.getByLabel(need.productWords, { exact: true }).inputValue()) === '') {
      await page.getByLabel(need.productWords, { exact: true }).fill('شراب')
      await page.getByLabel(need.field, { exact: true }).selectOption('minuman')
      await page.getByLabel(need.unit, { exact: true }).selectOption('bottle')
    }
    await page.getByLabel(need.monthlyVolume, { exact: true }).fill('48')
    await page.getByRole('button', { name: need.submit }).click()
    await expect(page).toHaveURL(/\/ar\/needs\/[0-9a-f-]{36}$/)
    await check(page, 'ar')

    await page.locator('main a[href*="/times/darul-muttaqin-3?"]').first().click()
    await expect(page).toHaveURL(/\/times\/darul-muttaqin-3\?/)
    await check(page, 'ar')
    // 17:10 in Dubai is 20:10 in Jakarta: nobody publishes that.
    const day = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel(match.meeting.date, { exact: true }).fill(day)
    await page.locator('input[type="time"]').fill('17:10')
    await page.getByRole('button', { name: match.meeting.send }).click()
    await expect(page).toHaveURL(/\/ar\/meetings\/[0-9a-f-]{36}\?new=requested/)
    await expect(page.getByText('17:10').first()).toBeVisible()
    await expect(page.getByText('20:10').first()).toBeVisible()
    await check(page, 'ar')
    const address = new URL(page.url()).pathname
    const id = address.split('/').at(-1) ?? ''

    const host = await anotherPhone(browser)
    await enterAs(host, 'id', 'pesantren-owner')
    await expect(host).toHaveURL(/\/id\/studio$/)
    // Its day begins with who waits for it.
    await host.locator('main a[href^="/id/studio/meetings"]').first().click()
    await expect(host).toHaveURL(/\/id\/studio\/meetings/)
    await check(host, 'id')
    const request = host.locator('li').filter({ has: host.locator(`input[value="${id}"]`) })
    await request.getByRole('button', { name: PAGE_WORDS.id.meeting.accept }).click()
    await expect(host).toHaveURL(/done=accepted/)
    await check(host, 'id')
    await host.goto(`/id/meetings/${id}`)
    await expect(host.getByText(PAGE_WORDS.id.meeting.state.booked).first()).toBeVisible()
    await expect(host.getByText('20.10').first()).toBeVisible()
    await check(host, 'id')
    await host.context().close()

    await page.goto(address)
    await expect(page.getByText(meeting.state.booked).first()).toBeVisible()
    expect(await calendarOf(page, 'ar')).toMatchObject({ status: 'CONFIRMED' })
  })
})

test.describe('a meeting that moves and is called off', () => {
  test.use({ viewport: DESKTOP, timezoneId: 'Europe/Istanbul' })

  test('is seen alike by both sides', async ({ page, browser }) => {
    const en = PAGE_WORDS.en.meeting
    const id = PAGE_WORDS.id.meeting
    await page.goto('/en/booths/darul-maarif-5')
    await wayIn(page).click()
    await expect(page).toHaveURL(/\/en\/sign-in\?next=/)
    await enterAs(page, 'en', 'buyer-istanbul')
    await expect(page).toHaveURL(/\/en\/needs\/new\?/)
    const need = PAGE_WORDS.en.need
    if ((await page.getByLabel(need.productWords, { exact: true }).inputValue()) === '') {
      await page.getByLabel(need.productWords, { exact: true }).fill('dodol')
      await page.getByLabel(need.field, { exact: true }).selectOption('makanan-olahan-nabati')
      await page.getByLabel(need.unit, { exact: true }).selectOption('box')
    }
    await page.getByLabel(need.monthlyVolume, { exact: true }).fill('48')
    await page.getByRole('button', { name: need.submit }).click()
    await expect(page).toHaveURL(/\/en\/needs\/[0-9a-f-]{36}$/)
    await page.locator('main a[href*="/times/darul-maarif-5?"]').first().click()
    // The page before has times too, of others, and shows them a moment longer than its address.
    await expect(page).toHaveURL(/\/times\/darul-maarif-5\?/)
    await expect(page.locator('.need-times h1')).toBeVisible()
    await times(page).first().click()
    await expect(page).toHaveURL(/\/en\/meetings\/[0-9a-f-]{36}\?new=booked/)
    const address = new URL(page.url()).pathname
    const before = await calendarOf(page, 'en')

    await page.getByRole('link', { name: en.move }).click()
    await expect(page).toHaveURL(/\/move/)
    await check(page, 'en')
    const moved = times(page).last()
    const startsAt = new Date((await moved.getAttribute('value')) ?? '')
    await moved.click()
    await expect(page).toHaveURL(/done=moved/)
    await check(page, 'en')
    const after = await calendarOf(page, 'en')
    expect(after.uid).toBe(before.uid)
    expect(after.sequence).toBeGreaterThan(before.sequence)
    expect(new Date(after.start).toISOString()).toBe(startsAt.toISOString())

    const host = await anotherPhone(browser)
    await enterAs(host, 'id', 'two-organisations')
    await host.goto(address.replace('/en/', '/id/'))
    const wib = new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Asia/Jakarta',
    })
      .format(startsAt)
      .replace(':', '.')
    await expect(host.getByText(wib).first()).toBeVisible()
    await host.getByText(id.cancel, { exact: true }).first().click()
    await host.getByText(id.reasons.unable, { exact: true }).first().click()
    const confirm = host.getByRole('button', { name: id.confirmCancel })
    if (await confirm.isVisible()) await confirm.click()
    await expect(host.getByText(id.state.cancelled).first()).toBeVisible()
    await check(host, 'id')
    await host.context().close()

    await page.goto(address)
    await expect(page.getByText(en.state.cancelled).first()).toBeVisible()
    await expect(page.getByText(en.reasons.unable).first()).toBeVisible()
    await check(page, 'en')
    const off = await calendarOf(page, 'en')
    expect(off).toMatchObject({ uid: before.uid, status: 'CANCELLED' })
    expect(off.sequence).toBeGreaterThan(after.sequence)
  })
})
