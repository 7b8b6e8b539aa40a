import { type Browser, type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { and, eq } from 'drizzle-orm'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { readEnv } from '~/config/env.server'
import { connectDatabase, type DatabaseConnection } from '~/db/client.server'
import { readEmbeddedUrl } from '~/db/embedded.server'
import { schema } from '~/db/schema'
import { bookMeeting } from '~/domain/meeting/book-meeting.server'
import type { Context } from '~/domain/shared/context'
import type { OrganisationKind } from '~/domain/shared/enums'
import { newId } from '~/domain/shared/ids'
import { direction, type Locale } from '~/domain/shared/locale'
import { openSearchIndex } from '~/search/open-search-index.server'
import { actorFor } from '../setup/actors'
import { noonZone } from '../setup/noon-zone'
import { outsideWorldAt } from '../setup/outside-world'
import { sessionCookie } from '../setup/session-cookie'
import { noStorage } from '../setup/test-storage'
import { DESKTOP, expect, expectAccessible, expectFits, PHONE, test } from './web-page'

// Messages that arrive: a meeting accepted in WhatsApp, a failed message sent again, and the inbox.

test.setTimeout(180_000)

const world = () => outsideWorldAt(process.env.OUTSIDE_WORLD_URL ?? '')
/** Of this run alone: the product's data may be there from a run before. */
const run = String(Date.now()).slice(-7)
const HOST_PHONE = `+62815${run}`
const GUEST_PHONE = `+62816${run}`

let connection: DatabaseConnection
base.beforeAll(() => {
  const url = readEmbeddedUrl(process.env.E2E_DATA_DIR ?? '')
  if (!url) throw new Error('the journeys have no database')
  connection = connectDatabase(url, { max: 2 })
})
base.afterAll(() => connection?.close())

async function check(page: Page, locale: Locale): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectFits(page, direction(locale))
  await expectAccessible(page)
}

/** A real organisation with an owner who has proven a number and agreed to WhatsApp. */
async function organisation(kind: OrganisationKind, name: string, phone: string | null) {
  const { db } = connection
  const [id, personId] = [newId(), newId()]
  const slug = `${name.toLowerCase().replaceAll(' ', '-')}-${run}`
  await db.insert(schema.organisation).values({ id, kind, slug, name: `${name} ${run}` })
  await db.insert(schema.person).values({
    id: personId,
    name: `Person of ${name}`,
    phoneE164: phone,
    phoneVerified: phone !== null,
    timeZone: noonZone(),
  })
  await db.insert(schema.membership).values({ personId, organisationId: id, role: 'owner' })
  await db.insert(schema.consent).values({
    id: newId(),
    personId,
    kind: 'whatsapp',
    textVersion: '1',
    text: 'Saya setuju',
    locale: 'id',
    grantedAt: new Date(),
  })
  return { id, slug, name: `${name} ${run}`, actor: actorFor(id, kind, { personId }) }
}
type Organisation = Awaited<ReturnType<typeof organisation>>

/** A page in the hand of an organisation's owner. */
async function pageOf(
  browser: Browser,
  { actor }: Organisation,
  options: BrowserContextOptions,
): Promise<Page> {
  const env = readEnv({ DATA_DIR: process.env.E2E_DATA_DIR })
  const cookie = await sessionCookie({ connection }, { env }, actor)
  const context = await browser.newContext(options)
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: process.env.E2E_BASE_URL ?? '' }])
  return context.newPage()
}

/** The guest asks the host for a meeting a fortnight ahead. */
async function ask(host: Organisation, guest: Organisation): Promise<string> {
  const { db } = connection
  const [edition] = await db.select().from(schema.edition).where(eq(schema.edition.isOpen, true))
  await db.insert(schema.participation).values({
    id: newId(),
    organisationId: host.id,
    editionId: edition?.id ?? '',
  })
  await db.insert(schema.meetingSetting).values({
    organisationId: host.id,
    meetingMinutes: 20,
    gapMinutes: 5,
    keepsPrayerTimes: false,
    keepsPublicHolidays: false,
    way: 'whatsapp',
    instantSince: null,
  })
  for (const { id } of [host, guest]) await db.insert(schema.seat).values({ organisationId: id, number: 1 })
  const needId = newId()
  await db.insert(schema.need).values({
    id: needId,
    organisationId: guest.id,
    field: 'pertanian',
    productWords: 'madu hutan',
    locale: 'id',
    monthlyVolume: 240,
    unit: 'jar',
    language: 'id',
  })
  const day = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)
  const context: Context = {
    db,
    search: openSearchIndex(readEnv({ DATA_DIR: process.env.E2E_DATA_DIR }), connection),
    storage: noStorage,
    actor: guest.actor,
    now: new Date(),
    newId,
  }
  const outcome = await bookMeeting(context, {
    needId,
    boothSlug: host.slug,
    productId: null,
    startsAt: new Date(`${day}T09:00:00+07:00`),
    note: null,
    token: newId(),
  })
  if (outcome.kind !== 'requested') throw new Error(outcome.kind)
  return outcome.meetingId
}

test('a pesantren accepts a meeting by tapping the button in WhatsApp, and both pages show it booked', async ({
  browser,
}) => {
  const host = await organisation('pesantren', 'Al Falah', HOST_PHONE)
  const guest = await organisation('offtaker', 'Toko Madu', GUEST_PHONE)
  const meetingId = await ask(host, guest)
  const { meeting, organiserMessages } = PAGE_WORDS.id

  const request = await world().whatsappTo(HOST_PHONE, ({ text }) => text.includes(guest.name))
  // The same webhook five times, as WhatsApp may.
  await world().tap(request, 'accept:', { repeat: 5 })
  await world().settled()
  // The answer, inside the window that the tap has opened; and the guest is told.
  await world().whatsappTo(HOST_PHONE, ({ id }) => id !== request.id)
  await world().whatsappTo(GUEST_PHONE, ({ text }) => text.includes(host.name))

  for (const [side, viewport] of [
    [host, PHONE],
    [guest, DESKTOP],
  ] as const) {
    const page = await pageOf(browser, side, { viewport, timezoneId: 'Asia/Jakarta' })
    await page.goto(`/id/meetings/${meetingId}`)
    await expect(page.getByText(meeting.state.booked).first()).toBeVisible()
    const log = page.locator('.message-log')
    await expect(log.getByRole('heading', { name: organiserMessages.log.title })).toBeVisible()
    await expect(log.getByRole('listitem').first()).toBeVisible()
    await expect(log).not.toContainText(/\+62|62815|62816/)
    await check(page, 'id')
    await page.context().close()
  }
  const [booked] = await connection.db
    .select({ version: schema.meeting.version })
    .from(schema.meeting)
    .where(eq(schema.meeting.id, meetingId))
  expect(booked?.version, 'five taps are one').toBe(2)
})

test('the organiser finds a message that failed, and sends it again at one tap', async ({ browser }) => {
  const phone = `+62817${run}`
  const organiser = await organisation('organiser', 'Penyelenggara', null)
  const somebody = await organisation('offtaker', 'Pembeli', phone)
  const messageId = newId()
  await connection.db.insert(schema.message).values({
    id: messageId,
    template: 'address-changed',
    variables: { channel: 'mail', shown: 'r•••@example.org' },
    locale: 'id',
    personId: somebody.actor.personId,
    organisationId: somebody.id,
    aboutKind: 'person',
    aboutId: somebody.actor.personId,
    channel: 'whatsapp',
    address: phone,
    state: 'dead',
    failure: 'setup',
    attempts: 8,
    notBefore: new Date(),
  })
  const { organiserMessages: words } = PAGE_WORDS.id
  for (const locale of ['id', 'ar'] as const) {
    const page = await pageOf(browser, organiser, { viewport: DESKTOP, timezoneId: 'Asia/Jakarta' })
    await page.goto(`/${locale}/organiser/messages`)
    await check(page, locale)
    // On a phone too every list can be seen.
    await page.setViewportSize(PHONE)
    await page.locator('.list-tabs').scrollIntoViewIfNeeded()
    for (const tab of await page.locator('.list-tabs a').all()) await expect(tab).toBeInViewport({ ratio: 1 })
    await check(page, locale)
    await page.setViewportSize(DESKTOP)
    await page.goto(`/${locale}/organiser/messages/${messageId}`)
    await expect(page.getByText(phone)).toBeVisible()
    await check(page, locale)
    await page.context().close()
  }
  const page = await pageOf(browser, organiser, { viewport: DESKTOP, timezoneId: 'Asia/Jakarta' })
  await page.goto('/id/organiser/messages')
  const line = page.locator('.message-list > li').filter({ hasText: somebody.name })
  await expect(line).toContainText(words.failures.setup)
  await expect(line).not.toContainText(phone)
  await line.getByRole('button', { name: words.list.retry }).click()
  await expect(page.getByText(words.retry.queued)).toBeVisible()
  await world().whatsappTo(phone)
  await expect
    .poll(async () => {
      const [row] = await connection.db
        .select({ state: schema.message.state })
        .from(schema.message)
        .where(and(eq(schema.message.id, messageId)))
      return row?.state
    })
    .toMatch(/sent|delivered|read/)
  await page.goto(`/id/organiser/messages/${messageId}`)
  await expect(page.locator('.attempts li')).toHaveCount(1)
  await check(page, 'id')
  await page.context().close()
})

test.describe('the inbox of a pesantren on a phone', () => {
  for (const locale of ['id', 'ar'] as const) {
    test(`in ${locale}: an inquiry is read, answered and marked`, async ({ browser }) => {
      const booth = await organisation('pesantren', `Al Hikmah ${locale}`, null)
      const inquiryId = newId()
      await connection.db.insert(schema.inquiry).values({
        id: inquiryId,
        organisationId: booth.id,
        channel: 'form',
        locale: 'en',
        page: '/en/inquiry',
        quantity: 1200,
        message: 'Can you ship to Dubai?',
        contactName: 'Fatima',
        contactEmail: 'fatima@buyer.org',
        contactPhoneE164: '+971501234567',
      })
      const { inquiries: words } = PAGE_WORDS[locale]
      const page = await pageOf(browser, booth, { viewport: PHONE, timezoneId: 'Asia/Jakarta' })
      await page.goto(`/${locale}/studio/inquiries`)
      await expect(page.getByText('Can you ship to Dubai?')).toBeVisible()
      await check(page, locale)
      await page.getByRole('link', { name: words.aboutBooth }).click()
      await expect(page).toHaveURL(new RegExp(`/studio/inquiries/${inquiryId}`))
      expect(await page.content()).not.toContain('971501234567')
      await check(page, locale)

      let opened: string | null = null
      await page.route('https://wa.me/**', (route) => {
        opened = route.request().url()
        return route.fulfill({ contentType: 'text/html', body: '<title>WhatsApp</title>' })
      })
      await page.getByRole('button', { name: words.answer.whatsapp }).click()
      await expect.poll(() => opened).toContain('https://wa.me/971501234567?text=')
      // Arrived there, so that going back isn't cut off by it.
      await expect(page).toHaveURL(/^https:\/\/wa\.me\//)
      await page.waitForLoadState()
      await page.goto(`/${locale}/studio/inquiries/${inquiryId}`)
      await page.getByRole('button', { name: words.mark.answered }).click()
      await expect(page.getByText(words.done.answered)).toBeVisible()
      await check(page, locale)
      await page.goto(`/${locale}/studio/inquiries`)
      await expect(page.getByText(words.emptyTitles.new)).toBeVisible()
      await page.context().close()
    })
  }
})
