import type { APIRequestContext, Page } from '@playwright/test'
import { DESKTOP, expect, PHONE, test } from './web-page'

// Of the sample as it was seeded: playwright.config.ts lets this run before the journeys that change what pages show.

type Name = 'home' | 'hall' | 'search' | 'booth' | 'product' | 'searched hall' | 'guided hall'

/**
 * What came over the line until the network was idle, in bytes as sent (compressed), before any interaction. The
 * routes behind the page's links are in it, however late a busy machine asks for them, and once, though it asks for
 * the same again where the first answer takes longer than a tenth of a second.
 */
async function coldTransfer(page: Page, address: string) {
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  await client.send('Network.setCacheDisabled', { cacheDisabled: true })
  const types = new Map<string, { type: string; url: string }>()
  const bytes = { code: 0, fonts: 0, images: 0 }
  const requests: string[] = []
  const seen = new Set<string>()
  const code = new Map<string, number>()
  client.on('Network.responseReceived', ({ requestId, type, response }) => {
    types.set(requestId, { type: response.mimeType.startsWith('image/') ? 'Image' : type, url: response.url })
  })
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { type, url } = types.get(requestId) ?? { type: 'Other', url: '' }
    if (url.startsWith('data:') || (url.includes('/__manifest?') && seen.has(url))) return
    seen.add(url)
    requests.push(new URL(url).pathname)
    if (type === 'Font') bytes.fonts += encodedDataLength
    else if (type === 'Image') bytes.images += encodedDataLength
    else {
      bytes.code += encodedDataLength
      code.set(requestId, encodedDataLength)
    }
  })
  const discovered = page.waitForResponse(/\/__manifest\?/)
  await page.goto(address, { waitUntil: 'networkidle' })
  await (await discovered).finished()
  // For whoever has to find out what grew.
  const heaviest = [...code]
    .sort(([, a], [, b]) => b - a)
    .map(([id, weight]) => `${new URL(types.get(id)?.url ?? '', page.url()).pathname} ${weight}`)
    .join(', ')
  return { bytes, requests, heaviest }
}

/** Each by the first link of its kind in the list that leads there. */
async function addressOf(request: APIRequestContext, name: Name, locale: string): Promise<string> {
  const linked = async (list: string, kind: 'booths' | 'products') => {
    const html = await (await request.get(`/${locale}/${list}`)).text()
    const [, main = ''] = html.split('<main')
    const address = new RegExp(`href="(/${locale}/${kind}/[a-z0-9-]+)"`).exec(main)?.[1]
    if (!address) throw new Error(`/${locale}/${list} leads to no ${kind}`)
    return address
  }
  if (name === 'booth') return linked('hall', 'booths')
  if (name === 'product') return linked('products', 'products')
  return {
    home: `/${locale}`,
    hall: `/${locale}/hall`,
    search: `/${locale}/products`,
    'searched hall': `/${locale}/hall?q=kopi`,
    'guided hall': `/${locale}/hall?tour=award&stop=1`,
  }[name]
}

const KB = 1000

/** A page that can be used as soon as it is there, whatever its address asks for. */
const CODE = 120 * KB

for (const [device, viewport] of [
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const) {
  test.describe(`on a ${device}`, () => {
    test.use({ viewport })
    for (const locale of ['en', 'ar']) {
      const pages = ['home', 'hall', 'search', 'booth', 'product'] as const
      // The longest words on the smallest screen speak for the others.
      const more = device === 'phone' && locale === 'ar' ? (['searched hall', 'guided hall'] as const) : []
      for (const name of [...pages, ...more]) {
        test(`the ${name} page in ${locale} keeps its byte budget`, async ({ page, request }) => {
          const { bytes, requests, heaviest } = await coldTransfer(
            page,
            await addressOf(request, name, locale),
          )
          test
            .info()
            .annotations.push(
              { type: 'bytes', description: JSON.stringify(bytes) },
              { type: 'heaviest', description: heaviest },
            )
          expect(bytes.code, 'HTML, CSS and JavaScript').toBeGreaterThan(10 * KB)
          expect(bytes.code, heaviest).toBeLessThanOrEqual(CODE)
          expect(bytes.fonts, 'fonts').toBeLessThanOrEqual(60 * KB)
          // Pictures below the fold are lazy: what came without scrolling is what is above it and just below.
          expect(bytes.images, 'pictures').toBeLessThanOrEqual(80 * KB)
          expect(requests.filter((path) => path.startsWith('/hall/'))).toEqual([])
        })
      }
    }
  })
}
