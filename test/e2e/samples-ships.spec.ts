import sharp from 'sharp'
import { PAGE_WORDS } from '~/app/i18n/page-words.server'
import { checkPage, enterAs } from './samples-visit'
import { expect, PHONE, test } from './web-page'

// The pesantren looks at what it has to send, packs it, and sends it with a picture.

test.setTimeout(90_000)

test.describe('a pesantren on a phone, in Indonesian', () => {
  // A parcel without a courier, sent on purpose.
  test.use({ viewport: PHONE, timezoneId: 'Asia/Jakarta', expectedStatuses: [400] })

  test('packs a sample and sends it', async ({ page }) => {
    const { studioOrders: said, studioSamples } = PAGE_WORDS.id
    await enterAs(page, 'id', 'pesantren-owner')
    await page.goto('/id/studio/orders')
    await checkPage(page, 'id')
    const paid = page.locator('.sample-rows > li', { hasText: said.states.paid })
    await paid.filter({ hasNotText: said.handOver }).first().getByRole('link').click()
    await expect(page.getByRole('heading', { name: said.addressTitle })).toBeVisible()
    const address = await page.locator('.address').innerText()
    expect(address).toMatch(/\+\d{8,}/)
    await checkPage(page, 'id')

    await page.getByRole('button', { name: said.pack }).click()
    await expect(page.getByText(said.done.packed)).toBeVisible()
    await page.getByLabel(said.courier, { exact: true }).fill('JNE')
    await page.getByRole('button', { name: said.send }).click()
    await expect(page.getByText(said.problems['tracking-missing'])).toBeVisible()
    // What was typed is still there.
    await expect(page.getByLabel(said.courier, { exact: true })).toHaveValue('JNE')
    await checkPage(page, 'id')
    await page.getByLabel(said.tracking, { exact: true }).fill('JX 1234 567 890')
    const picture = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#cba' } })
      .jpeg()
      .toBuffer()
    await page
      .getByLabel(said.photo, { exact: true })
      .setInputFiles({ name: 'paket.jpg', mimeType: 'image/jpeg', buffer: picture })
    await page.getByRole('button', { name: said.send }).click()
    await expect(page.getByText(said.done.sent)).toBeVisible()
    await expect(page.getByText('JX 1234 567 890')).toBeVisible()
    const parcel = await page.getByRole('link', { name: said.parcel }).getAttribute('href')
    const shown = await page.request.get(parcel ?? '')
    expect([shown.status(), shown.headers()['content-type']]).toEqual([200, 'image/webp'])
    await checkPage(page, 'id')

    // What it brought is on the statement.
    await page.goto('/id/studio/statements')
    await expect(page.getByText(studioSamples.statements.entries.charge).first()).toBeVisible()
    await checkPage(page, 'id')
  })
})
