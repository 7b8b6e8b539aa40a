import { direction, type Locale } from '~/domain/shared/locale'
import { DESKTOP, expect, expectAccessible, expectFits, PHONE, test } from './web-page'

// Every public page, in every language, on a phone and on a desk: it fits, has one heading, and axe finds nothing.

test.use({ expectedStatuses: [404] })

const FIXED = [
  '',
  '/hall',
  '/products',
  '/products?q=kopi&cert=halal',
  '/products?q=zzzzqq',
  '/shortlist',
  '/business-matching',
  '/about',
]

for (const [device, viewport] of [
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const) {
  for (const locale of ['id', 'en', 'ar'] as Locale[]) {
    test(`the pages in ${locale} on a ${device}`, async ({ page }) => {
      test.setTimeout(180_000)
      await page.setViewportSize(viewport)
      await page.goto(`/${locale}/hall`)
      const booths = await page
        .locator(`main a[href^="/${locale}/booths/"]`)
        .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
      // The first stand of the hall belongs to a real participant, a numbered one to the sample.
      const sample = booths.find((path) => /-\d+$/.test(path)) ?? ''
      const real = booths.find((path) => !/-\d+$/.test(path)) ?? ''
      expect([sample, real]).not.toContain('')
      await page.goto(sample)
      const product = await page.locator(`main a[href^="/${locale}/products/"]`).first().getAttribute('href')
      const slug = sample.split('/').pop() ?? ''
      const addresses = [
        ...FIXED.map((path) => `/${locale}${path}`),
        sample,
        real,
        product ?? '',
        `${product}?qty=7`,
        `/${locale}/inquiry?booth=${slug}`,
        `/${locale}/nowhere`,
      ]
      for (const address of addresses) {
        await test.step(address, async () => {
          await page.goto(address)
          await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
          await expectFits(page, direction(locale))
          await expectAccessible(page)
          // A page for search engines names its translations; what is no page for them says that.
          const hidden = (await page.locator('meta[name=robots][content*=noindex]').count()) > 0
          const alternates = await page
            .locator('link[rel=alternate][hreflang]')
            .evaluateAll((links) => links.map((link) => link.getAttribute('hreflang')))
          if (!hidden && !address.endsWith('/nowhere'))
            expect(alternates).toEqual(expect.arrayContaining(['id', 'en', 'ar', 'x-default']))
        })
      }
    })
  }
}

test('the header fits between a phone and a desk', async ({ page }) => {
  for (const locale of ['id', 'en', 'ar'] as Locale[]) {
    await page.goto(`/${locale}/about`)
    for (const width of [700, 900, 1024, 1300]) {
      await page.setViewportSize({ width, height: 700 })
      await expectFits(page, direction(locale))
    }
  }
})
