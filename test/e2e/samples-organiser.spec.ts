import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { checkPage, enterAs } from './samples-visit'
import { DESKTOP, expect, PHONE, test } from './web-page'

// The organiser finds the money of a transfer, and gives money back.

test.setTimeout(120_000)

const words = PAGE_WORDS.id.organiserOrders
const said = words.one

test.describe('the organiser on a phone, in Indonesian', () => {
  // Not ticked, and no reason: said at the field.
  test.use({ viewport: PHONE, timezoneId: 'Asia/Jakarta', expectedStatuses: [400] })

  test('confirms a transfer by its proof, then refunds a part of it', async ({ page }) => {
    await enterAs(page, 'id', 'organiser')
    await page.goto('/id/organiser/orders')
    await page.getByRole('link', { name: new RegExp(`^${words.attention.proofs}`) }).click()
    await expect(page).toHaveURL(/need=proofs/)
    await checkPage(page, 'id')
    await page.locator('.money-rows h2 a').first().click()

    await expect(page.getByRole('heading', { name: said.proof.title })).toBeVisible()
    const picture = page.locator('.proof img')
    await expect(picture).toHaveJSProperty('complete', true)
    expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100)
    await checkPage(page, 'id')
    const confirm = page.getByRole('button', { name: said.proof.confirm })
    await confirm.click()
    await expect(page.getByText(said.proof.tickMissing)).toBeVisible()
    await page.locator('input[name="tick"]').check()
    await confirm.click()
    await expect(page.getByText(said.done.confirmed)).toBeVisible()
    await expect(page.locator('.books')).toContainText(said.books.kinds.charge)

    await page.locator('summary', { hasText: said.refund.title }).click()
    await page.getByLabel(said.refund.amount, { exact: true }).fill('5.000')
    await page.getByRole('button', { name: said.refund.check }).click()
    await expect(page.getByText(said.refund.reasonMissing)).toBeVisible()
    await expect(page.getByLabel(said.refund.amount, { exact: true })).toHaveValue('5.000')
    await page.getByLabel(said.refund.reason, { exact: true }).selectOption('goodwill')
    await page.getByRole('button', { name: said.refund.check }).click()
    // Nothing has gone yet: it says what would.
    await expect(page.getByText(said.refund.confirmTransfer)).toBeVisible()
    await checkPage(page, 'id')
    await page.getByRole('button', { name: /Rp.5\.000/ }).click()
    await expect(page.getByText(said.done.refunded)).toBeVisible()

    await page.getByLabel(said.refunds.reference, { exact: true }).fill('BALIK-1')
    await page.getByRole('button', { name: said.refunds.settle }).click()
    await expect(page.getByText(said.done.settled)).toBeVisible()
    await expect(page.locator('.books')).toContainText(said.books.kinds.refund)
    await checkPage(page, 'id')
  })
})

test.describe('the organiser at a desk, in Arabic', () => {
  test.use({ viewport: DESKTOP, timezoneId: 'Asia/Jakarta' })

  test('reads payments, pay-outs, rates and deals', async ({ page }) => {
    const { tabs } = PAGE_WORDS.ar.organiserMoney
    await enterAs(page, 'ar', 'organiser')
    await page.goto('/ar/organiser/orders')
    for (const tab of ['payments', 'payouts', 'rates', 'deals'] as const) {
      await page.locator('.money-tabs').getByRole('link', { name: tabs[tab] }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        PAGE_WORDS.ar.organiserMoney[tab].title,
      )
      await checkPage(page, 'ar')
    }
    await page.goto('/ar/organiser/payouts')
    await page.locator('.money-rows h2 a').first().click()
    await expect(
      page.getByRole('heading', { name: PAGE_WORDS.ar.organiserMoney.payouts.record }),
    ).toBeVisible()
    await checkPage(page, 'ar')
    const table = await page.request.get('/ar/organiser/orders.csv')
    expect([table.status(), table.headers()['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(await table.text()).toContain(PAGE_WORDS.ar.organiserOrders.states.received)
  })
})
