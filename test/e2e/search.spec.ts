import { words } from '~/app/i18n/en/words'
import { DESKTOP, expect, PHONE, test } from './web-page'

const COFFEE = '/en/products?q=coffee'
const GARUT = '#filters input[name="region"][value="3205"]'

test.describe('at a desk', () => {
  test.use({ viewport: DESKTOP })

  test('results follow typing; the address says the query; the fields keep their place', async ({ page }) => {
    await page.goto('/en/products', { waitUntil: 'networkidle' })
    const entries = await page.evaluate(() => history.length)
    const all = await page.getByRole('heading', { level: 1 }).innerText()
    const box = page.getByRole('searchbox')
    await box.click()
    await page.keyboard.type('coffee ', { delay: 40 })
    await expect(page).toHaveURL(/\?q=coffee$/)
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(all)
    // The space that was typed between two words is still there, and so is the caret.
    await expect(box).toHaveValue('coffee ')
    await expect(box).toBeFocused()
    expect(await page.evaluate(() => history.length)).toBe(entries)
    await expect(page.locator('.res mark').first()).toHaveText(/coffee/i)
  })

  test('an answer that comes late never replaces a newer one', async ({ page }) => {
    await page.goto('/en/products', { waitUntil: 'networkidle' })
    let held: (() => void) | undefined
    await page.route(/products\.data\?q=honey/, async (route) => {
      await new Promise<void>((resolve) => {
        held = resolve
      })
      await route.continue().catch(() => undefined)
    })
    await page.getByRole('searchbox').fill('honey')
    await expect.poll(() => held).toBeDefined()
    await page.getByRole('searchbox').fill('soap')
    await expect(page).toHaveURL(/\?q=soap$/)
    await expect(page.locator('.res mark').first()).toHaveText(/soap/i)
    held?.()
    await page.waitForTimeout(500)
    await expect(page).toHaveURL(/\?q=soap$/)
    await expect(page.locator('.res mark').first()).toHaveText(/soap/i)
  })

  test('a filter is a step that Back undoes, without a jump', async ({ page }) => {
    await page.goto(COFFEE, { waitUntil: 'networkidle' })
    const heading = page.getByRole('heading', { level: 1 })
    const before = await heading.innerText()
    await page.evaluate(() => window.scrollTo(0, 120))
    await page.locator(GARUT).check()
    await expect(page).toHaveURL(/region=3205/)
    await expect(heading).not.toHaveText(before)
    expect(await page.evaluate(() => window.scrollY)).toBe(120)
    await page.goBack()
    await expect(heading).toHaveText(before)
    await expect(page.locator(GARUT)).not.toBeChecked()
    await page.goForward()
    await expect(page.locator(GARUT)).toBeChecked()
    await page.locator('.found a.chip.on').click()
    await expect(heading).toHaveText(before)
    await expect(page.locator(GARUT)).not.toBeChecked()
  })

  test('a hit is kept on the shelf where it stands', async ({ page }) => {
    await page.goto(COFFEE, { waitUntil: 'networkidle' })
    const first = page.locator('.res > li').first()
    const name = await first.locator('a.t').innerText()
    await first.getByRole('button', { name: words.search.keep(name) }).click()
    await expect(first.getByRole('button', { name: words.search.kept(name) })).toBeVisible()
    await page.reload()
    await expect(first.getByRole('button', { name: words.search.kept(name) })).toBeVisible()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: PHONE })

  test('the filters are a drawer', async ({ page }) => {
    await page.goto(COFFEE, { waitUntil: 'networkidle' })
    await expect(page.locator(GARUT)).toBeHidden()
    await page.getByRole('button', { name: words.search.filters }).click()
    await page.locator(GARUT).check()
    await page.getByRole('button', { name: words.search.apply }).click()
    await expect(page.locator(GARUT)).toBeHidden()
    await expect(page).toHaveURL(/region=3205/)
  })
})

test.describe('without JavaScript', () => {
  test.use({ viewport: PHONE, javaScriptEnabled: false })

  test('the drawer, the filters and the shelf work', async ({ page }) => {
    await page.goto(COFFEE)
    const before = await page.getByRole('heading', { level: 1 }).innerText()
    await page.getByRole('button', { name: words.search.filters }).click()
    await page.locator(GARUT).check()
    await page.getByRole('button', { name: words.search.apply }).click()
    await expect(page).toHaveURL(/region=3205/)
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before)
    const first = page.locator('.res > li').first()
    const name = await first.locator('a.t').innerText()
    await first.getByRole('button', { name: words.search.keep(name) }).click()
    await expect(page).toHaveURL(/products\?.*region=3205/)
    await expect(first.getByRole('button', { name: words.search.kept(name) })).toBeVisible()
  })
})

test.describe('a write from another site', () => {
  test.use({ expectedStatuses: [403] })

  test('shows its refusal, which stays', async ({ page, baseURL }) => {
    await page.route('https://elsewhere.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<form method="post" action="${baseURL}/en/shortlist"><button>send</button></form>`,
      }),
    )
    await page.goto('https://elsewhere.example/')
    await page.getByRole('button').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.errors.forbidden.title)
    await page.waitForTimeout(1_000)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.errors.forbidden.title)
    await page.getByRole('main').getByRole('link', { name: words.common.nav.home }).click()
    await expect(page).toHaveURL(/\/en$/)
  })
})
