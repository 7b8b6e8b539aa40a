import type { Browser, Page } from '@playwright/test'
import sharp from 'sharp'
import { fill } from '~/app/i18n/fill'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { SAMPLE_ACCOUNTS } from '~/db/seed/sample-accounts'
import type { HallManifest, PavilionShard } from '~/domain/hall/shard'
import { DESKTOP, expect, expectAccessible, expectFits, PHONE, test } from './web-page'

// A pesantren that has just been let in makes its booth on a phone, the organiser looks at it, and visitors find it.

test.setTimeout(180_000)

const words = PAGE_WORDS.id
/** Of this run alone: the product's data may be there from a run before. */
const run = String(Date.now()).slice(-7)
const booth = `Al-Hikmah Baru ${run}`
const goods = `Kopi Lereng Cikuray ${run}`
const story = `Santri kami menanam kopi di lereng Cikuray sejak 1998, kebun nomor ${run}.`

async function check(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  await expectFits(page, 'ltr')
  await expectAccessible(page)
}

async function open(browser: Browser, viewport: { width: number; height: number }): Promise<Page> {
  return (await browser.newContext({ viewport, timezoneId: 'Asia/Jakarta' })).newPage()
}

/** Joins as a sample pesantren, whose code is shown on the page. */
async function join(page: Page): Promise<void> {
  const { join, entering } = words
  await page.goto('/id/join')
  await page.locator('input[name="kind"][value="pesantren"]').check()
  await page.getByText(entering.address.channels.mail, { exact: true }).first().click()
  await page.getByLabel(entering.address.email, { exact: true }).last().fill(`stan-${run}@coba.example`)
  await page.locator('input[name="agree"][value="privacy"]').check()
  await page.getByRole('button', { name: join.sendCode }).click()
  await page.getByLabel(entering.code.label).fill(await page.locator('[data-code]').innerText())
  await page.getByRole('button', { name: entering.code.submit, exact: true }).click()
  await page.getByLabel(join.who.regency).selectOption({ label: 'Kab. Garut' })
  await expect(page.getByLabel(join.who.district).locator('option')).not.toHaveCount(1)
  await page.getByLabel(join.who.personName).fill('Siti 92')
  await page.getByLabel(join.who.name.pesantren, { exact: true }).fill(booth)
  await page.getByLabel(join.who.district).selectOption({ index: 2 })
  await page.getByLabel(join.who.field).selectOption({ index: 1 })
  await page.getByRole('button', { name: join.who.save }).click()
  await page.getByRole('button', { name: join.check.submit }).click()
  await expect(page.getByText(join.done.title)).toBeVisible()
}

async function enterAsOrganiser(page: Page): Promise<void> {
  const { name } = SAMPLE_ACCOUNTS.find(({ key }) => key === 'organiser') ?? { name: '' }
  await page.goto('/id/sign-in')
  await page
    .getByRole('button', { name: new RegExp(fill(words.account.signIn.enterAs, { name })) })
    .first()
    .click()
  await expect(page).toHaveURL(/\/organiser\/verification/)
}

async function photograph(seed: number) {
  const buffer = await sharp({
    create: {
      width: 1200,
      height: 900,
      channels: 3,
      background: '#806040',
      noise: { type: 'gaussian', mean: 60 + seed * 30, sigma: 40 },
    },
  })
    .blur(6)
    .jpeg()
    .toBuffer()
  return { name: `IMG_${seed}.jpg`, mimeType: 'image/jpeg', buffer }
}

test('a first booth, from joining on a phone to being found in search and seen in the hall', async ({
  browser,
}) => {
  const { verification, organiser, boothStanding: standing, studioProducts, studioBooth, photos } = words
  const phone = await open(browser, PHONE)
  const bar = phone.getByRole('navigation', { name: studioProducts.nav.label })
  await join(phone)

  const desk = await open(browser, DESKTOP)
  await enterAsOrganiser(desk)
  await desk.getByLabel(organiser.queue.regency).selectOption({ label: 'Kab. Garut' })
  await desk.getByRole('button', { name: organiser.queue.filter }).click()
  await desk.getByRole('link', { name: booth }).click()
  await desk.getByRole('button', { name: organiser.applicant.approve, exact: true }).click()
  await expect(desk.getByText(organiser.applicant.done.approve)).toBeVisible()

  // Let in: what is missing before visitors see it, each with the way there.
  await phone.goto('/id/verification')
  await phone.getByRole('link', { name: verification.go.publish }).click()
  await expect(phone).toHaveURL(/\/id\/studio\/publish$/)
  await expect(bar.getByText(standing.bar.making)).toBeVisible()
  const gap = (text: string) => phone.locator('.gaps > li', { hasText: text })
  await expect(gap(standing.gaps['not-verified'])).toContainText(standing.done)
  await expect(gap(standing.gaps['no-story'])).toContainText(standing.missing)
  await expect(gap(standing.gaps['no-product'])).toContainText(standing.missing)
  await check(phone)
  const seen = await phone.getByRole('link', { name: standing.see }).getAttribute('href')
  const slug = seen?.split('/').at(-1) ?? ''

  // The story.
  await phone.getByRole('link', { name: standing.gapLinks['no-story'] }).click()
  await phone.locator('textarea[name="story.id"]').fill(story)
  await expect(bar.getByText(standing.bar.making)).toBeVisible()
  await phone.getByRole('button', { name: studioBooth.save, exact: true }).last().click()
  await expect(phone.getByText(studioBooth.savedUnseen)).toBeVisible()
  await check(phone)

  // One product; the studio's first page knows that it comes next.
  await bar.getByRole('link', { name: studioProducts.nav.home }).click()
  const next = phone.getByRole('region', { name: words.studioHome.nextTitle })
  await expect(next.getByText(words.studioHome.next['add-product'].title)).toBeVisible()
  await check(phone)
  await next.getByRole('link').click()
  await expect(phone).toHaveURL(/\/id\/studio\/products\/new$/)
  const form = phone.locator('.product-form')
  await form.locator('input[name="name.id"]').fill(goods)
  await form.locator('select[name="kind"]').selectOption('coffee')
  await form.locator('input[name="tierPrice"]').first().fill('139.000')
  await form.locator('input[name="tierFrom"]').first().fill('10')
  await form.locator('input[name="minimumOrder"]').fill('10')
  await check(phone)
  await form.getByRole('button', { name: studioProducts.form.savePublish }).click()
  // Visitors don't see it yet, and that is what is said.
  const saved = phone.getByRole('status')
  await expect(saved).toContainText(fill(studioProducts.unseen.published, { name: goods }))
  await expect(phone.getByText(studioProducts.unseen.visible)).toBeVisible()
  await check(phone)
  await saved.getByRole('link', { name: standing.title }).click()
  await expect(phone.locator('.gaps')).not.toContainText(standing.missing)

  // Three photographs.
  await bar.getByRole('link', { name: studioProducts.nav.photos }).click()
  await expect(phone.getByText(photos.emptyTitle)).toBeVisible()
  await phone
    .locator('.adder input[multiple]')
    .setInputFiles(await Promise.all([1, 2, 3].map((seed) => photograph(seed))))
  await expect(phone.locator('.photo-rows .thumb.ready')).toHaveCount(3, { timeout: 60_000 })
  await check(phone)

  // Handed in; the studio's bar leads to where that stands.
  await bar.getByRole('link', { name: standing.bar.making }).click()
  await phone.getByRole('button', { name: standing.handIn }).click()
  await expect(phone.getByText(standing.told['handed-in'])).toBeVisible()
  await expect(bar.getByText(standing.bar['handed-in'])).toBeVisible()
  await check(phone)

  // As visitors will see it, on the phone, with its goods.
  await phone.getByRole('link', { name: standing.see }).click()
  await expect(phone.getByText(standing.unseen)).toBeVisible()
  await check(phone)
  await phone.goBack()
  await expect(phone.getByText(standing.told['handed-in'])).toBeVisible()

  // Nobody else sees it.
  const visitor = await open(browser, PHONE)
  for (const address of [`/id/booths/${slug}`, `/id/hall?booth=${slug}`]) {
    expect(await (await visitor.request.get(address)).text()).not.toContain(booth)
  }

  // The organiser sees what visitors will.
  await desk.goto('/id/organiser/booths')
  await check(desk)
  await desk.getByRole('link', { name: booth }).click()
  await expect(desk.getByText(story)).toBeVisible()
  await expect(desk.getByText(goods)).toBeVisible()
  await check(desk)
  const toBooth = desk.url()
  await desk.getByRole('link', { name: standing.organiser.preview }).click()
  await expect(desk.getByRole('heading', { level: 1 })).toContainText(booth)
  await expect(desk.getByText(standing.unseen)).toBeVisible()
  await expect(desk.locator('.gallery img')).toHaveCount(3)
  await expect(desk.getByText(goods).first()).toBeVisible()
  await desk.goto(toBooth)
  await desk.getByRole('button', { name: standing.organiser.publish, exact: true }).click()
  await expect(desk.getByText(standing.organiser.done.publish)).toBeVisible()
  const pavilion = Number(new URL(desk.url()).searchParams.get('pavilion'))
  await check(desk)

  // Its owner sees where it stands now.
  await phone.reload()
  await expect(phone.getByText(standing.stateTexts.published)).toBeVisible()
  await expect(phone.getByText(standing.told['handed-in'])).toHaveCount(0)
  await expect(bar.locator('.standing')).toHaveCount(0)
  await check(phone)

  // A visitor finds the goods, reads the booth's page, and meets the booth in the hall.
  await expect(async () => {
    await visitor.goto(`/id/products?q=${encodeURIComponent(goods)}`)
    await expect(visitor.getByRole('link', { name: goods }).first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await visitor.getByRole('link', { name: goods }).first().click()
  await expect(visitor.getByRole('heading', { level: 1 })).toContainText(goods)
  await visitor.getByRole('link', { name: booth }).first().click()
  await expect(visitor).toHaveURL(new RegExp(`/id/booths/${slug}`))
  await expect(visitor.getByText(story).first()).toBeVisible()
  await expect(visitor.getByText(standing.unseen)).toHaveCount(0)
  const shown = visitor.locator('.gallery img')
  await expect(shown).toHaveCount(3)
  await expect
    .poll(() => shown.first().evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0)
  await check(visitor)
  const manifest = (await (await visitor.request.get('/hall/manifest.json')).json()) as HallManifest
  const { version } = manifest.pavilions.find(({ number }) => number === pavilion) ?? { version: '' }
  const shard = (await (
    await visitor.request.get(`/hall/shards/${manifest.edition}/${pavilion}/${version}.json`)
  ).json()) as PavilionShard
  expect(shard.booths.find((one) => one.slug === slug)).toMatchObject({ name: booth, closed: false })
  expect(await (await visitor.request.get(`/id/hall?booth=${slug}`)).text()).toContain(booth)
})
