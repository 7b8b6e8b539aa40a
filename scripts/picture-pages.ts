import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openCamera, toWebp } from './webp'

/** Photographs the running product for the README: `npx tsx scripts/picture-pages.ts http://localhost:3000`. */
const base = process.argv[2] ?? 'http://localhost:3000'
const folder = path.resolve(import.meta.dirname, '../docs/pictures')
await mkdir(folder, { recursive: true })

async function firstProduct(words: string): Promise<string> {
  const html = await (await fetch(`${base}/ar/products?q=${encodeURIComponent(words)}`)).text()
  const found = /href="(\/ar\/products\/[a-z0-9-]+)"/.exec(html)?.[1]
  if (!found) throw new Error(`The sample has no ${words}.`)
  return found
}

const SHOTS = [
  { name: 'home-en-1440', address: '/en', width: 1440, height: 900, walkIn: false },
  { name: 'hall-en-1440', address: '/en/hall', width: 1440, height: 900, walkIn: true },
  { name: 'search-en-1440', address: '/en/products?q=coffee', width: 1440, height: 900, walkIn: false },
  { name: 'product-ar-390', address: await firstProduct('عسل'), width: 390, height: 844, walkIn: false },
] as const

const browser = await openCamera()
for (const shot of SHOTS) {
  const page = await browser.newPage({
    viewport: { width: shot.width, height: shot.height },
    reducedMotion: 'reduce',
  })
  await page.goto(base + shot.address, { waitUntil: 'networkidle' })
  if (shot.walkIn) {
    await page.locator('.cover button').click()
    await page.waitForSelector('[data-hall="open"]')
    // Signs and goods stream in; in software that takes a while.
    await page.waitForTimeout(20_000)
  }
  const picture = await toWebp(browser, await page.screenshot(), {
    width: shot.width,
    height: shot.height,
    mostBytes: 120 * 1024,
  })
  await writeFile(path.join(folder, `${shot.name}.webp`), picture)
  console.log(`${shot.name}.webp: ${(picture.length / 1024).toFixed(1)} kB`)
  await page.close()
}
await browser.close()
