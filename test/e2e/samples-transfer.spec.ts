import sharp from 'sharp'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { checkPage, enterAs, sampleToCheckout, workedOut } from './samples-visit'
import { expect, PHONE, test } from './web-page'

// An offtaker at home orders a sample, pays it by bank transfer, and changes its mind.

test.setTimeout(120_000)

test.describe('an offtaker on a phone, in Indonesian', () => {
  // A file that is no picture, sent on purpose.
  test.use({ viewport: PHONE, timezoneId: 'Asia/Jakarta', expectedStatuses: [400] })

  test('pays a sample by transfer and shows the proof', async ({ page }) => {
    const { samples, myOrders, photos } = PAGE_WORDS.id
    const said = samples.checkout
    await enterAs(page, 'id', 'offtaker-owner')
    await sampleToCheckout(page, 'id', 'dodol-kacang-darul-maarif-5')
    await page.locator('main a[href*="/checkout/"]').first().click()
    await expect(page).toHaveURL(/\/id\/checkout\/darul-maarif-5/)
    const regency = page.getByLabel(said.regency, { exact: true })
    const province = page.getByLabel(said.province, { exact: true })
    await workedOut(page, () => province.selectOption('31'))
    await expect(page.getByText(said.zones.java)).toBeVisible()
    await workedOut(page, () => province.selectOption('32'))
    await workedOut(page, () => regency.selectOption('3273'))
    await expect(page.locator('.sums .total')).toContainText('Rp')
    await page.getByLabel(said.name, { exact: true }).fill('Rina Marlina')
    await page.getByLabel(said.phone, { exact: true }).fill('0812 3456 7890')
    await page.getByLabel(said.street, { exact: true }).fill('Jl. Braga 10')
    await page.getByRole('radio', { name: said.ways.transfer }).check()
    await checkPage(page, 'id')
    await page.locator('button[name="intent"][value="order"]').click()

    await expect(page).toHaveURL(/\/id\/orders\/[0-9a-f-]{36}\?done=placed/)
    await expect(page.getByText(myOrders.transfer.sample)).toBeVisible()
    await checkPage(page, 'id')
    const file = page.getByLabel(myOrders.transfer.proof)
    const send = page.getByRole('button', { name: myOrders.transfer.send })
    await file.setInputFiles({
      name: 'bukti.png',
      mimeType: 'image/png',
      buffer: Buffer.from('bukan gambar'),
    })
    await send.click()
    await expect(page.getByText(photos.problems['not-a-photo'])).toBeVisible()
    await checkPage(page, 'id')
    const picture = await sharp({ create: { width: 700, height: 1100, channels: 3, background: '#dde' } })
      .png()
      .toBuffer()
    await file.setInputFiles({ name: 'bukti.png', mimeType: 'image/png', buffer: picture })
    await send.click()
    await expect(page.getByText(myOrders.now.proof)).toBeVisible()
    await checkPage(page, 'id')
    const proof = await page.request.get(`${new URL(page.url()).pathname}/pictures/proof`)
    expect([proof.status(), proof.headers()['content-type']]).toEqual([200, 'image/webp'])

    // Asked twice, because it can't be undone.
    await page.getByText(myOrders.cancel.title, { exact: true }).click()
    await page.getByRole('button', { name: myOrders.cancel.confirm }).click()
    await expect(page.getByText(myOrders.cancel.done)).toBeVisible()
    await expect(page.locator('.tag', { hasText: myOrders.states.cancelled })).toBeVisible()
    await checkPage(page, 'id')
  })
})

test.describe('without scripts', () => {
  test.use({ viewport: PHONE, timezoneId: 'Asia/Jakarta', javaScriptEnabled: false })

  test('the cost of sending is worked out by a button', async ({ page }) => {
    const said = PAGE_WORDS.id.samples.checkout
    await enterAs(page, 'id', 'offtaker-member')
    await sampleToCheckout(page, 'id', 'dodol-aneka-rasa-darul-maarif-5')
    await page.locator('main a[href*="/checkout/"]').first().click()
    await page.getByLabel(said.province, { exact: true }).selectOption('34')
    await page.getByLabel(said.street, { exact: true }).fill('Jl. Malioboro 1')
    await page.getByRole('button', { name: said.recalculate }).click()
    await expect(page.locator('.sums .total')).toContainText('Rp')
    await expect(page.getByLabel(said.street, { exact: true })).toHaveValue('Jl. Malioboro 1')
  })
})
