import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

/**
 * The test of a journey: a stray error in the page's console, an uncaught exception or a failed request
 * fails it. Responses that a test provokes on purpose are listed in `expectedStatuses`; one that cuts the line says
 * `breaksLine`.
 */
export const test = base.extend<{ expectedStatuses: number[]; breaksLine: boolean; quiet: undefined }>({
  expectedStatuses: [[], { option: true }],
  breaksLine: [false, { option: true }],
  quiet: [
    async ({ page, expectedStatuses, breaksLine }, use) => {
      const troubles: string[] = []
      page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() !== 'error') return
        // Remix says so of a page that was left before all of it had come: that is no trouble.
        if (/^AbortError: signal is aborted without reason/.test(message.text())) return
        const status = /status of (\d{3})/.exec(message.text())?.[1]
        if (status && expectedStatuses.includes(Number(status))) return
        if (breaksLine && message.text().endsWith('net::ERR_INTERNET_DISCONNECTED')) return
        troubles.push(`console: ${message.text()}`)
      })
      await use(undefined)
      expect(troubles).toEqual([])
    },
    { auto: true },
  ],
})
export { expect }

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1440, height: 900 }

/** No rule of WCAG 2.2 A and AA that axe can check is broken. The 3D canvas is checked as one element. */
export async function expectAccessible(page: Page): Promise<void> {
  // At the end of the page a bar that sticks to the screen's edge lies in its own place, over nothing else.
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
  // What is on its way in or out is paler than it will be.
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  const moving = () =>
    document
      .getAnimations()
      .filter((animation) => animation instanceof CSSTransition && animation.playState === 'running').length
  await expect.poll(() => page.evaluate(moving)).toBe(0)
  const result = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const broken = result.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join('; ')})`,
  )
  expect(broken, page.url()).toEqual([])
}

/** Nothing is wider than the screen, and the page reads in the direction of its language. */
export async function expectFits(page: Page, direction: 'ltr' | 'rtl'): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.dir)).toBe(direction)
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }))
  expect(scroll, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(client)
}

/** Catches the browser's own way to WhatsApp: nothing leaves the machine. @returns the address that it went to. */
export async function catchWhatsapp(page: Page): Promise<() => string | null> {
  let address: string | null = null
  await page.route('https://wa.me/**', (route) => {
    address = route.request().url()
    return route.fulfill({ contentType: 'text/html', body: '<title>WhatsApp</title>' })
  })
  return () => address
}
