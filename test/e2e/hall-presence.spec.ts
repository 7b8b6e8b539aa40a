import { words as en } from '~/app/i18n/en/words'
import { PresenceVisitor, visitName } from '../setup/presence-visitor'
import { expect, test } from './web-page'

// Small, though a desk's layout: the machines that test draw the hall in software, pixel by pixel.
test.use({ viewport: { width: 940, height: 480 } })
test.describe.configure({ timeout: 150_000 })

test('the hall says how many are here, without a cookie, quietly, and forgets them when asleep', async ({
  page,
  context,
  baseURL,
}) => {
  // Others walk in the hall meanwhile: the server's own stream, but of a pavilion that no hall has.
  const apart = 100 + Math.floor(Math.random() * 800)
  const pavilions: (string | null)[] = []
  await page.route(/\/hall\/presence\?/, (route) => {
    const url = new URL(route.request().url())
    pavilions.push(url.searchParams.get('pavilion'))
    url.searchParams.set('pavilion', String(apart))
    return route.continue({ url: url.href })
  })
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/hall/presence')) asked.push(request.url())
  })
  await context.addCookies([{ name: 'locale', value: 'en', url: baseURL ?? '' }])
  await page.goto('/en/hall?pavilion=1')
  await page.waitForLoadState('load')
  // Nothing is asked before the hall is open.
  expect(asked).toEqual([])
  const [answer] = await Promise.all([
    page.waitForResponse(/\/hall\/presence/, { timeout: 60_000 }),
    page.getByRole('button', { name: en.hall.walkIn }).first().click(),
  ])
  const headers = await answer.request().allHeaders()
  expect([headers.cookie, headers.referer]).toEqual([undefined, undefined])
  expect(pavilions).toEqual(['1'])
  const here = page.locator('.here')
  await expect(here).toBeVisible()
  // Alone is no news.
  await expect(here).not.toContainText('now')

  const other = new PresenceVisitor({ url: baseURL ?? '', visit: visitName(Date.now() % 1e8) })
  await other.enter(apart)
  try {
    await expect.poll(() => other.figures()?.[0]).toBe(2)
    await expect(here).toContainText('2 people here now', { timeout: 30_000 })
    // Read by who looks for it, never said by itself.
    expect(await here.evaluate((element) => element.closest('[aria-live], [role=status]'))).toBeNull()

    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { get: () => true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await expect(here).not.toContainText('now')
    await expect.poll(() => other.figures()?.[0], { timeout: 30_000 }).toBe(1)
  } finally {
    other.leave()
  }
})
