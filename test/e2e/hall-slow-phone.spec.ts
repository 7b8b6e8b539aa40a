import { words as ar } from '~/app/i18n/ar/words'
import { canvas, counter, SLOWLY } from './hall-visit'
import { countSent, heaviest, sumOf } from './sent-bytes'
import { expect, test } from './web-page'

/** "Slow 4G" as in Chromium's own tools: 1.6 and 0.75 Mbit/s less a tenth, 150 ms times 3.75. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 180_000,
  uploadThroughput: 84_375,
}
const SLOWER_CPU = 4
/** Compressed, in bytes: markup, styles, scripts and data; fonts and pictures besides. */
const LIST = 120_000
const FIRST_FRAME = 260_000

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true })
test.describe.configure({ timeout: 300_000 })

test('on a slow phone the list comes first, then the hall, and a tap walks', async ({ page }) => {
  const sent = countSent(page)
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  await network.send('Network.emulateNetworkConditions', SLOW_4G)
  await network.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU })
  await page.addInitScript(() => {
    const longTasks: { at: number; took: number }[] = []
    Object.assign(window, { longTasks })
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        longTasks.push({ at: startTime, took: duration })
    }).observe({ type: 'longtask', buffered: true })
    const marked = new Set<string>()
    const mark = (name: string) => {
      if (marked.has(name)) return
      marked.add(name)
      // What is there now is seen with the next picture.
      requestAnimationFrame(() => performance.mark(name))
    }
    new MutationObserver(() => {
      if (document.querySelector('main a[href*="/booths/"]')) mark('list')
      if (document.querySelector('canvas[data-booths]:not([data-booths="0"])')) mark('hall')
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['data-booths'] })
  })
  const marks = () =>
    page.evaluate(() => {
      const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? 0
      const { longTasks = [] } = window as Window & { longTasks?: { at: number; took: number }[] }
      return {
        list: at('list'),
        asked: at('asked'),
        hall: at('hall'),
        first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
        origin: performance.timeOrigin,
        longTasks,
      }
    })

  await page.goto('/ar/hall', { waitUntil: 'networkidle', timeout: 90_000 })
  const listed = await sent(Date.now())
  const { list, first } = await marks()
  expect(list).toBeGreaterThan(0)
  expect(sumOf(listed, 'code', 'body'), heaviest(listed, 'code')).toBeLessThanOrEqual(LIST)
  // Nothing of the scene is loaded before somebody asks.
  expect(listed.filter(({ path }) => path.startsWith('/hall/'))).toEqual([])

  await page.evaluate(() => performance.mark('asked'))
  await page.getByRole('button', { name: ar.hall.walkIn }).tap()
  await expect.poll(async () => (await marks()).hall, SLOWLY).toBeGreaterThan(0)
  const all = await marks()
  const before = await sent(all.origin + all.hall)
  const code = sumOf(before, 'code', 'body')
  const note = (type: string, description: string) => test.info().annotations.push({ type, description })
  const tasks = all.longTasks.filter(({ at }) => at < all.hall)
  const longest = Math.max(0, ...tasks.map(({ took }) => took))
  note('first paint', `${Math.round(first)} ms`)
  note(
    'usable list',
    `${Math.round(list)} ms, ${sumOf(listed, 'code', 'body')} B (${sumOf(listed, 'code')} with heads), fonts ${sumOf(listed, 'fonts')} B`,
  )
  note('first frame of the hall', `${Math.round(all.hall - all.asked)} ms after the tap, ${code} B in all`)
  note('long tasks until then', `${tasks.length}, the longest ${Math.round(longest)} ms`)
  expect(code).toBeGreaterThan(150_000)
  expect(code, heaviest(before, 'code')).toBeLessThanOrEqual(FIRST_FRAME)

  // As fast as the machine is, which draws in software besides.
  await network.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
  await expect(page.locator('[data-hall="open"]')).toBeVisible(SLOWLY)
  await expect(canvas(page)).toHaveAttribute('data-at', /,/, SLOWLY)
  const spot = async () => ((await canvas(page).getAttribute('data-at')) ?? '').split(',').map(Number)
  const [x = 0, z = 0] = await spot()
  const box = await canvas(page).boundingBox()
  if (!box) throw new Error('no canvas')
  expect(await counter(page, 'booths')).toBeGreaterThan(0)
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height * 0.85)
  await expect
    .poll(async () => {
      const [x2 = 0, z2 = 0] = await spot()
      return Math.hypot(x2 - x, z2 - z)
    }, SLOWLY)
    .toBeGreaterThan(1)
})
