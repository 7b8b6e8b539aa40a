import fs from 'node:fs/promises'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { fill, fillPlural } from '~/app/i18n/fill'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from '~/db/seed/sample-accounts'
import { expect, expectAccessible, expectFits, PHONE, test } from './web-page'

// The photographs of a booth, from a phone: sent over a line that breaks, ordered, described, cut, seen by visitors.

const owner = SAMPLE_ACCOUNTS.find(({ key }) => key === 'pesantren-owner')
const [[slug] = ['']] = owner?.memberships ?? []

/** Each by a process of its own, one after the other, behind all else that a busy machine does. */
const MADE = { timeout: 120_000 }

/** A photograph; a grainy one of so many pixels is sent in more than one piece. */
async function photograph(seed: number, width: number, height: number, isGrainy = false) {
  const grain = sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#806040',
      noise: { type: 'gaussian', mean: 60 + seed * 12, sigma: 40 },
    },
  })
  const buffer = await (isGrainy ? grain : grain.blur(6)).jpeg({ quality: 90 }).toBuffer()
  return { name: `IMG_${seed}.jpg`, mimeType: 'image/jpeg', buffer }
}

async function signIn(page: Page, next: string): Promise<void> {
  const { entering, account } = PAGE_WORDS.id
  await page.goto(next)
  await expect(page).toHaveURL(/\/id\/sign-in\?next=/)
  await page.getByText(entering.signIn.byPassword, { exact: true }).click()
  const form = page.locator('.by-password')
  await form.getByLabel(account.signIn.email).fill(owner?.email ?? '')
  await form.getByLabel(account.signIn.password, { exact: true }).fill(SAMPLE_PASSWORD)
  await form.getByRole('button', { name: account.signIn.submit, exact: true }).click()
  await page.waitForURL(`**${next}`)
}

/** Takes away the photographs that are there: others, and a second try, find the place as it was. */
async function removeAll(page: Page): Promise<void> {
  const name = fill(PAGE_WORDS.id.photos.removeNamed, { place: 1 })
  const rows = page.locator('.photo-rows > li')
  await expect(rows.first().or(page.getByText(PAGE_WORDS.id.photos.emptyTitle))).toBeVisible()
  for (let left = await rows.count(); left > 0; left--) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect(rows).toHaveCount(left - 1)
  }
}

test.use({ viewport: PHONE, timezoneId: 'Asia/Jakarta', breaksLine: true })

test('three photographs of a booth, over a line that breaks', async ({ page, browser }) => {
  test.setTimeout(480_000)
  const { photos: words } = PAGE_WORDS.id
  const files = [
    await photograph(1, 1600, 1200, true),
    await photograph(2, 900, 1200),
    await photograph(3, 1000, 1000),
  ]
  const rows = page.locator('.photo-rows > li')
  await signIn(page, '/id/studio/photos')
  await removeAll(page)
  await expect(page.getByText(words.emptyTitle)).toBeVisible()
  await expectAccessible(page)

  // What the server takes of each file, piece by piece; the second piece of the first one finds no line.
  const taken = new Map<string, [from: number, to: number][]>()
  let breaks = 1
  await page.route('**/uploads/*', async (route) => {
    const request = route.request()
    const from = Number(request.headers()['upload-offset'] ?? Number.NaN)
    if (request.method() !== 'PATCH') return route.continue()
    if (from > 0 && breaks > 0) {
      breaks--
      return route.abort('internetdisconnected')
    }
    const response = await route.fetch()
    const to = Number(response.headers()['upload-offset'])
    const pieces = taken.get(request.url()) ?? []
    taken.set(request.url(), [...pieces, [from, to]])
    return route.fulfill({ response })
  })
  await page.locator('.adder input[multiple]').setInputFiles(files)
  // Each is seen at once, whatever the line does.
  await expect(rows.locator('img')).toHaveCount(3)
  await expect(page.getByText(words.sending.split('{')[0] ?? '').first()).toBeVisible()
  await expect(page.locator('.photo-rows .thumb.ready')).toHaveCount(3, MADE)
  expect(breaks).toBe(0)
  const sizes = files.map(({ buffer }) => buffer.length).sort()
  const sent = [...taken.values()].map((pieces) => {
    // Each piece begins where the last one ended: no byte came twice.
    for (const [at, [from]] of pieces.entries()) expect(from).toBe(pieces[at - 1]?.[1] ?? 0)
    return pieces.at(-1)?.[1] ?? 0
  })
  expect(sent.sort()).toEqual(sizes)
  expect([...taken.values()].some((pieces) => pieces.length > 1)).toBe(true)

  // By keyboard: the second one up; it is said where it is now.
  const second = await rows.nth(1).getAttribute('data-photo')
  await page.getByRole('button', { name: fill(words.upNamed, { place: 2 }) }).press('Enter')
  await expect(page.getByText(fill(words.moved, { place: 1, count: 3 }))).toBeVisible()
  await page.reload()
  await expect(rows.first()).toHaveAttribute('data-photo', second ?? '')

  // By finger: the last one to the top.
  const last = await rows.nth(2).getAttribute('data-photo')
  await rows.nth(2).locator('.grip').scrollIntoViewIfNeeded()
  const grip = await rows.nth(2).locator('.grip').boundingBox()
  const top = await rows.first().boundingBox()
  if (!grip || !top) throw new Error('nothing to drag')
  await page.mouse.move(grip.x + 20, grip.y + 20)
  await page.mouse.down()
  await page.mouse.move(grip.x + 20, top.y + 10, { steps: 8 })
  await page.mouse.up()
  await expect(rows.first()).toHaveAttribute('data-photo', last ?? '')

  // Said what is to be seen, cut, taken out and brought back.
  await rows.first().getByLabel(words.altLabel, { exact: true }).fill('Santri menjemur kopi')
  await rows
    .first()
    .getByRole('button', { name: fill(words.saveNamed, { place: 1 }) })
    .click()
  await expect(page.getByText(words.described)).toBeVisible()
  await page.getByRole('link', { name: fill(words.cropNamed, { place: 2 }) }).click()
  await page.getByLabel(words.shapes.square).check()
  await page.getByLabel(words.zoom).press('ArrowRight')
  await expectAccessible(page)
  await page.getByRole('button', { name: words.cropSave }).click()
  await expect(page.getByText(words.cropped)).toBeVisible()
  await page.getByRole('button', { name: fill(words.removeNamed, { place: 3 }) }).click()
  await expect(rows).toHaveCount(2)
  await page.getByRole('button', { name: words.undo }).click()
  await expect(rows).toHaveCount(3)
  await expectFits(page, 'ltr')
  await expectAccessible(page)
  await page.goto('/ar/studio/photos')
  await expect(page.getByText(PAGE_WORDS.ar.photos.gallery)).toBeVisible()
  await expectFits(page, 'rtl')
  await expectAccessible(page)

  // A full gallery says so, and takes no more.
  await page.goto('/id/studio/photos')
  const more = await Promise.all([4, 5, 6, 7, 8, 9, 10, 11, 12].map((seed) => photograph(seed, 640, 480)))
  await page.locator('.adder input[multiple]').setInputFiles(more)
  await expect(page.locator('.photo-rows .thumb.ready')).toHaveCount(12, { timeout: 240_000 })
  await expect(page.getByText(fill(words.full, { most: 12 }))).toBeVisible()

  // A visitor sees them, each in its own place, which nothing moves, and loads no more than what is seen.
  const strangers = await browser.newContext({ viewport: PHONE, baseURL: new URL(page.url()).origin })
  const visitor = await strangers.newPage()
  await visitor.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    interface Shift extends PerformanceEntry {
      value: number
      sources: readonly { node: Node | null }[]
    }
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        // The fonts that come after the text move lines by a pixel on every page; nothing moves a picture.
        const isPicture = (node: Node | null) =>
          node instanceof Element && (node.matches('img, .gallery, .gallery *') || node.querySelector('img'))
        if (sources.some(({ node }) => isPicture(node))) shifts.push(value)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const client = await visitor.context().newCDPSession(visitor)
  await client.send('Network.enable')
  const pictures = new Set<string>()
  const bytes = { code: 0, pictures: 0 }
  client.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.startsWith('image/')) pictures.add(requestId)
  })
  // Fonts have a budget of their own.
  const fonts = new Set<string>()
  client.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.endsWith('.woff2')) fonts.add(requestId)
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (fonts.has(requestId)) return
    bytes[pictures.has(requestId) ? 'pictures' : 'code'] += encodedDataLength
  })
  await visitor.goto(`/id/booths/${slug}`, { waitUntil: 'networkidle' })
  test.info().annotations.push({ type: 'bytes', description: JSON.stringify(bytes) })
  expect(bytes.code, 'HTML, CSS and JavaScript').toBeLessThanOrEqual(120_000)
  expect(bytes.pictures, 'pictures').toBeLessThanOrEqual(80_000)
  expect(bytes.pictures).toBeGreaterThan(1_000)
  const shown = visitor.locator('.gallery img')
  await expect(shown).toHaveCount(12)
  await expect(shown.first()).toHaveAttribute('alt', 'Santri menjemur kopi')
  const facts = await shown.evaluateAll((images) =>
    images.map((image) => ({
      loading: image.getAttribute('loading'),
      whole: ['width', 'height', 'srcset', 'sizes', 'alt'].every((name) => image.getAttribute(name)),
    })),
  )
  expect(facts.map(({ loading }) => loading)).toEqual(['eager', ...Array(11).fill('lazy')])
  expect(facts.every(({ whole }) => whole)).toBe(true)
  expect(await shown.first().evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0)
  const shifts = await visitor.evaluate(() => (window as unknown as { shifts: number[] }).shifts)
  expect(shifts).toEqual([])
  await expectAccessible(visitor)
  await strangers.close()

  // Others find the booth as it was.
  await page.goto('/id/studio/photos')
  await removeAll(page)
})

test('the first photograph of a product, half of it sent before a reload, is what visitors see of it', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000)
  const { photos: words, studioProducts } = PAGE_WORDS.id
  await signIn(page, '/id/studio/products')
  // By its public page: one that is shown.
  const shownRow = page
    .locator('main li')
    .filter({ has: page.locator('a.see') })
    .last()
  const address = (await shownRow.locator('a.see').getAttribute('href')) ?? ''
  expect(address).toMatch(/^\/id\/products\//)
  await shownRow.locator('h2 a').click()
  await page.getByRole('link', { name: studioProducts.form.photos }).first().click()
  await expect(page).toHaveURL(/\/id\/studio\/products\/[^/]+\/photos$/)
  await removeAll(page)
  await expect(page.getByText(words.emptyTitle)).toBeVisible()
  // From the disk, as on a phone: chosen once more it is the same file.
  const [large, small] = [test.info().outputPath('IMG_21.jpg'), test.info().outputPath('IMG_22.jpg')]
  const whole = (await photograph(1, 1600, 1200, true)).buffer
  await fs.writeFile(large, whole)
  await fs.writeFile(small, (await photograph(2, 480, 640)).buffer)
  let isBroken = true
  const pieces: [from: number, to: number][] = []
  await page.route('**/uploads/*', async (route) => {
    const request = route.request()
    if (request.method() !== 'PATCH') return route.continue()
    const from = Number(request.headers()['upload-offset'])
    if (from > 0 && isBroken) return route.abort('internetdisconnected')
    const response = await route.fetch()
    if (pieces.at(-1)?.[1] !== whole.length) pieces.push([from, Number(response.headers()['upload-offset'])])
    return route.fulfill({ response })
  })
  const adder = page.locator('.adder input[multiple]')
  await adder.setInputFiles(large)
  await expect.poll(() => pieces.length).toBe(1)
  await page.reload()
  await expect(page.getByText(fillPlural(words.unfinished, 1, 'id'))).toBeVisible()
  isBroken = false
  await adder.setInputFiles([large, small])
  await expect(page.locator('.photo-rows .thumb.ready')).toHaveCount(2, MADE)
  // Each piece began where the last one had ended: the server has got no byte twice.
  for (const [at, [from]] of pieces.entries()) expect(from).toBe(pieces[at - 1]?.[1] ?? 0)
  expect(pieces.length).toBeGreaterThan(1)
  expect(pieces.at(-1)?.[1]).toBe(whole.length)
  await expectFits(page, 'ltr')

  const strangers = await browser.newContext({ viewport: PHONE, baseURL: new URL(page.url()).origin })
  const visitor = await strangers.newPage()
  const main = visitor.locator('main div.pic picture')
  /** What its page shows large: hash and size of the file, by the address that the browser took. */
  async function seen() {
    await visitor.goto(address)
    const image = main.locator('img')
    await expect(image).toBeVisible()
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0)
    for (const name of ['srcset', 'sizes', 'alt']) await expect(image).toHaveAttribute(name, /./)
    await expect(main.locator('source[type="image/avif"]')).toHaveAttribute('srcset', /\.avif 320w/)
    const [width, height] = await Promise.all([image.getAttribute('width'), image.getAttribute('height')])
    const [, hash] = /\/photos\/([0-9a-f]{64})\//.exec((await image.getAttribute('srcset')) ?? '') ?? []
    return { hash, isLying: Number(width) > Number(height) }
  }
  const lying = await seen()
  expect(lying).toEqual({ hash: expect.any(String), isLying: true })
  await expect(visitor.locator('main .small img')).toHaveCount(2)
  await expectAccessible(visitor)

  // Another one first, and it is what is seen.
  await page.getByRole('button', { name: fill(words.upNamed, { place: 2 }) }).click()
  await expect(page.getByText(fill(words.moved, { place: 1, count: 2 }))).toBeVisible()
  const standing = await seen()
  expect(standing.isLying).toBe(false)
  expect(standing.hash).not.toBe(lying.hash)

  // Others find the product as it was.
  await removeAll(page)
  await visitor.goto(address)
  await expect(visitor.locator('main div.pic')).toBeVisible()
  await expect(main).toHaveCount(0)
  await strangers.close()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a photograph is sent, described and taken out', async ({ page }) => {
    const { photos: words } = PAGE_WORDS.id
    await signIn(page, '/id/studio/photos')
    await page.getByLabel(words.choose).setInputFiles(await photograph(4, 800, 600))
    await page.getByRole('button', { name: words.send }).click()
    await expect(page.getByText(words.sent)).toBeVisible()
    await page.getByLabel(words.altLabel, { exact: true }).fill('Kebun teh')
    await page.getByRole('button', { name: fill(words.saveNamed, { place: 1 }) }).click()
    await expect(page.getByText(words.described)).toBeVisible()
    await expect(page.getByLabel(words.altLabel, { exact: true })).toHaveValue('Kebun teh')
    await page.getByRole('button', { name: fill(words.removeNamed, { place: 1 }) }).click()
    await expect(page.getByText(words.emptyTitle)).toBeVisible()
  })
})
