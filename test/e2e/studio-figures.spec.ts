import { type Browser, type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { asc, eq } from 'drizzle-orm'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { readEnv } from '~/config/env.server'
import { connectDatabase, type DatabaseConnection } from '~/db/client.server'
import { readEmbeddedUrl } from '~/db/embedded.server'
import { schema } from '~/db/schema'
import { newId } from '~/domain/shared/ids'
import { direction, type Locale } from '~/domain/shared/locale'
import { actorFor } from '../setup/actors'
import { sessionCookie } from '../setup/session-cookie'
import { expect, expectAccessible, expectFits, PHONE, test } from './web-page'

// A pesantren on its phone: a table with five bad rows, who came, who asked, and what waits.

test.setTimeout(180_000)

const run = String(Date.now()).slice(-7)
const SLUG = `kebun-teh-${run}`
const PRODUCT = `teh-hijau-${run}`
/** A browser that isn't told from a robot is none. */
const VISITOR =
  'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36'

let connection: DatabaseConnection
let owner: ReturnType<typeof actorFor>
let boothId = ''

base.beforeAll(async () => {
  const url = readEmbeddedUrl(process.env.E2E_DATA_DIR ?? '')
  if (!url) throw new Error('the journeys have no database')
  connection = connectDatabase(url, { max: 2 })
  const { db } = connection
  const personId = newId()
  boothId = newId()
  await db.insert(schema.organisation).values({
    id: boothId,
    kind: 'pesantren',
    slug: SLUG,
    name: `Kebun Teh ${run}`,
    story: { id: 'Kebun teh di lereng.' },
  })
  await db.insert(schema.person).values({ id: personId, name: 'Pemilik kebun' })
  await db.insert(schema.membership).values({ personId, organisationId: boothId, role: 'owner' })
  await db.insert(schema.product).values({
    id: newId(),
    organisationId: boothId,
    slug: PRODUCT,
    state: 'published',
    name: { id: 'Teh hijau' },
    field: 'minuman',
    kind: 'tea',
    drawing: 'tea.coal.clay.TEH.1',
    unit: 'pack',
    minimumOrder: 12,
  })
  owner = actorFor(boothId, 'pesantren', { personId })
})
base.afterAll(() => connection?.close())

async function open(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const baseURL = process.env.E2E_BASE_URL ?? ''
  const context = await browser.newContext({ viewport: PHONE, baseURL, ...options })
  const env = readEnv({ NODE_ENV: 'production', DATA_DIR: process.env.E2E_DATA_DIR })
  const pair = await sessionCookie({ connection }, { env }, owner)
  const [name = '', value = ''] = pair.split(/=(.*)/s)
  await context.addCookies([{ name, value, url: baseURL, httpOnly: true, sameSite: 'Lax' }])
  return context.newPage()
}
async function check(page: Page, locale: Locale): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectFits(page, direction(locale))
  await expectAccessible(page)
}

const TABLE = [
  'Kode produk;Nama (Indonesia);Bidang usaha;Dijual per;Pesanan minimum;Kelipatan;Mulai dari 1;Harga 1 (Rp);Status',
  '# Kosongkan untuk produk baru;Wajib;;;;;;;',
  ';Teh melati;Minuman;kg;24;12;24;90.000;Terbit',
  ';Teh hitam;Minuman;kg;;;;;',
  ';Teh putih;Minuman;kg;;;;;Draf',
  ';;Minuman;kg;;;;;',
  ';Teh merah;Planet;kg;;;;;',
  ';Teh biru;Minuman;kg;banyak;;;;',
  ';Teh ungu;Minuman;kg;24;10;24;90.000;Terbit',
  'bukan-milik-anda;Teh orang;Minuman;kg;;;;;',
].join('\r\n')
const file = { name: 'produk.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${TABLE}`) }
const shelf = async () =>
  (
    await connection.db
      .select({ name: schema.product.name, state: schema.product.state })
      .from(schema.product)
      .where(eq(schema.product.organisationId, boothId))
      .orderBy(asc(schema.product.position), asc(schema.product.createdAt))
  ).map(({ name, state }) => `${name.id} ${state}`)

test('a table with five bad rows: the reason at the cell, then the chosen rows, then all, without scripts too', async ({
  browser,
}) => {
  const words = PAGE_WORDS.id.studioCsv
  const { problems, gaps } = PAGE_WORDS.id.studioProducts
  const page = await open(browser)
  await page.goto('/id/studio/products')
  await page.getByRole('link', { name: PAGE_WORDS.id.studioProducts.csv }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
  await check(page, 'id')
  await page.getByLabel(words.file).setInputFiles(file)
  await page.getByRole('button', { name: words.check }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.checkTitle })).toBeVisible()
  await check(page, 'id')
  const bad = page.locator('.table-rows:not(.choose) > li')
  await expect(bad).toHaveCount(5)
  for (const [row, column, reason] of [
    [0, 'Nama (Indonesia)', problems['name-missing']],
    [1, 'Planet', problems['choose-one']],
    [2, 'banyak', problems['not-whole']],
    [3, 'Kelipatan', gaps['minimum-not-multiple']],
    [4, 'bukan-milik-anda', words.problems['not-yours']],
  ] as const) {
    await expect(bad.nth(row)).toContainText(column)
    await expect(bad.nth(row)).toContainText(reason)
  }
  expect(await shelf()).toEqual(['Teh hijau published'])

  await page.getByRole('checkbox', { name: /Teh melati/ }).check()
  await page.getByRole('button', { name: words.chosen }).click()
  await expect(page.getByRole('status')).toContainText('1 produk baru')
  expect(await shelf()).toEqual(['Teh hijau published', 'Teh melati published'])
  await page.context().close()

  // The same without JavaScript: all that is good. What was brought in before comes as new again, for it has no code.
  const plain = await open(browser, { javaScriptEnabled: false })
  await plain.goto('/id/studio/products/csv')
  await plain
    .getByLabel(words.file)
    .setInputFiles({ ...file, buffer: Buffer.from(TABLE.replace(/;Teh melati.*\r\n/, '')) })
  await plain.getByRole('button', { name: words.check }).click()
  await plain.getByRole('button', { name: /Masukkan semua/ }).click()
  await expect(plain.getByRole('status')).toContainText('2 produk baru')
  expect((await shelf()).slice(2)).toEqual(['Teh hitam draft', 'Teh putih draft'])
  await plain.context().close()
})

test('who came is counted once, and shown; in Arabic too', async ({ browser }) => {
  const visitor = await browser.newContext({
    viewport: PHONE,
    baseURL: process.env.E2E_BASE_URL ?? '',
    userAgent: VISITOR,
  })
  const buyer = await visitor.newPage()
  await buyer.goto(`/en/booths/${SLUG}`)
  await buyer.reload()
  await buyer.goto(`/en/products/${PRODUCT}`)
  await visitor.close()
  // Its own people aren't visitors.
  const page = await open(browser, { userAgent: VISITOR })
  await page.goto(`/id/booths/${SLUG}`)
  const words = PAGE_WORDS.id.studioFigures
  await expect
    .poll(
      async () => {
        await page.goto('/id/studio/figures?days=7')
        return page.locator('.figure .total b').allTextContents()
      },
      { timeout: 60_000, intervals: [2_000] },
    )
    .toEqual(['1', '1', '0', '0'])
  await expect(page.getByRole('img', { name: new RegExp(words.figures.visits) })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Jumlah 1 1 0 0$/ })).toBeVisible()
  await check(page, 'id')
  for (const path of ['figures', 'products/csv']) {
    await page.goto(`/ar/studio/${path}`)
    await check(page, 'ar')
  }
  await page.context().close()
})

test('an inquiry is answered in the list, its outcome told, and the overview knows it', async ({
  browser,
}) => {
  const words = PAGE_WORDS.id.inquiries
  const home = PAGE_WORDS.id.studioHome
  await connection.db.insert(schema.inquiry).values({
    id: newId(),
    organisationId: boothId,
    channel: 'form',
    locale: 'en',
    page: '/en',
    message: 'Can you ship green tea to Dubai?',
    contactName: 'Fatima',
    contactEmail: 'fatima@buyer.example',
  })
  const page = await open(browser)
  await page.goto('/id/studio')
  await expect(page.getByRole('heading', { name: home.next['answer-inquiries'].title })).toBeVisible()
  await check(page, 'id')
  await page.getByRole('link', { name: home.next['answer-inquiries'].go }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
  await check(page, 'id')
  await page.getByRole('button', { name: new RegExp(`^${words.mark.answered}`) }).click()
  await expect(page.getByRole('status')).toContainText(words.done.answered)
  await page.getByRole('button', { name: words.undo }).click()
  await expect(page.getByText('Fatima')).toBeVisible()
  await page.getByRole('button', { name: new RegExp(`^${words.mark.answered}`) }).click()
  await expect(page.getByText(words.emptyTitles.new)).toBeVisible()
  await page
    .getByRole('navigation', { name: words.tabsLabel })
    .getByRole('link', { name: words.tabs.answered })
    .click()
  await page.getByRole('link', { name: words.outcomeTitle }).click()
  await page.getByRole('button', { name: words.outcomes.sample }).click()
  await expect(page.getByRole('status')).toContainText(words.outcomes.sample)
  await check(page, 'id')
  await page.goto('/id/studio/inquiries?tab=answered&outcome=sample')
  await expect(page.getByText('Fatima')).toBeVisible()
  await check(page, 'id')
  for (const path of ['', '/inquiries?tab=answered']) {
    await page.goto(`/ar/studio${path}`)
    await check(page, 'ar')
  }
  await page.context().close()
})
