import type { Page } from '@playwright/test'
import { DESKTOP, expect, PHONE, test } from './web-page'

/** What came over the line until the network was idle, in bytes as sent (compressed), before any interaction. */
async function coldTransfer(page: Page, address: string) {
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.setCacheDisabled', { cacheDisabled: true })
  const types = new Map<string, { type: string; url: string }>()
  const bytes = { code: 0, fonts: 0, images: 0 }
  const requests: string[] = []
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    types.set(requestId, { type: response.mimeType.startsWith('image/') ? 'Image' : type, url: response.url })
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { type, url } = types.get(requestId) ?? { type: 'Other', url: '' }
    if (url.startsWith('data:')) return
    requests.push(new URL(url).pathname)
    if (type === 'Font') bytes.fonts += encodedDataLength
    else if (type === 'Image') bytes.images += encodedDataLength
    else bytes.code += encodedDataLength
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  return { bytes, requests }
}

async function addresses(page: Page, locale: string) {
  await page.goto(`/${locale}/hall`)
  const booth = await page.locator(`a[href^="/${locale}/booths/"]`).first().getAttribute('href')
  await page.goto(`/${locale}/products`)
  const product = await page.locator(`main a[href^="/${locale}/products/"]`).first().getAttribute('href')
  return {
    home: `/${locale}`,
    hall: `/${locale}/hall`,
    booth: booth ?? '',
    product: product ?? '',
    'searched hall': `/${locale}/hall?q=kopi`,
    'guided hall': `/${locale}/hall?tour=award&stop=1`,
  }
}

const KB = 1000

/**
 * A page that can be used as soon as it is there. A list of 60 hits, or of 30 stops, with what goes with it is more
 * than the hall alone: it must not grow either.
 */
const CODE = { 'searched hall': 132 * KB, 'guided hall': 126 * KB, page: 120 * KB }

for (const [device, viewport] of [
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const) {
  test.describe(`on a ${device}`, () => {
    test.use({ viewport })
    for (const locale of ['en', 'ar']) {
      const pages = ['home', 'hall', 'booth', 'product'] as const
      // The longest words on the smallest screen speak for the others.
      const more = device === 'phone' && locale === 'ar' ? (['searched hall', 'guided hall'] as const) : []
      for (const name of [...pages, ...more]) {
        test(`the ${name} page in ${locale} keeps its byte budget`, async ({ browser, page }) => {
          const address = (await addresses(page, locale))[name]
          const cold = await browser.newContext({ viewport, baseURL: test.info().project.use.baseURL })
          const { bytes, requests } = await coldTransfer(
            await cold.newPage(),
            new URL(address, page.url()).href,
          )
          await cold.close()
          test.info().annotations.push({ type: 'bytes', description: JSON.stringify(bytes) })
          expect(bytes.code, 'HTML, CSS and JavaScript').toBeGreaterThan(10 * KB)
          expect(bytes.code, 'HTML, CSS and JavaScript').toBeLessThanOrEqual(
            name === 'searched hall' || name === 'guided hall' ? CODE[name] : CODE.page,
          )
          expect(bytes.fonts, 'fonts').toBeLessThanOrEqual(60 * KB)
          // Pictures below the fold are lazy: what came without scrolling is what is above it and just below.
          expect(bytes.images, 'pictures').toBeLessThanOrEqual(80 * KB)
          expect(requests.filter((path) => path.startsWith('/hall/'))).toEqual([])
        })
      }
    }
  })
}
