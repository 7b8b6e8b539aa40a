import { mkdtemp, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { shareCardFonts } from '~/integrations/share-card/fonts.server'
import { openShareCardRenderer } from '~/integrations/share-card/render.server'
import { drawShareCard } from './draw-share-card.server'
import type { ShareCard } from './share-card'

let cacheDir: string
beforeAll(async () => {
  cacheDir = await mkdtemp(path.join(os.tmpdir(), 'opop-card-'))
})
afterAll(() => rm(cacheDir, { recursive: true, force: true }))

it('draws a PNG of the right size and under 300 kB', async () => {
  const png = await drawShareCard(
    { cacheDir, storage: { get: async () => null } },
    {
      locale: 'ar',
      name: 'Al-Ittihad 24',
      nameArabic: 'الاتحاد',
      title: 'بن أرابيكا متوسط التحميص',
      line: 'من 128,000 روبية للكيلوغرام',
      place: 'منطقة باندونغ',
      sample: 'بيانات نموذجية',
      drawings: [{ kind: 'coffee', palette: 'coal', wall: 'clay', word: 'KOPI', variant: 3 }],
    },
  )
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  expect(png.length).toBeLessThan(300_000)
})

it('shows the first photograph in place of the drawing, and the drawing where its file has gone', async () => {
  const red = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#d01010' } })
    .webp()
    .toBuffer()
  const asked: string[] = []
  const card: ShareCard = {
    locale: 'id',
    name: 'Al-Ittihad 24',
    nameArabic: null,
    title: 'Kopi',
    line: null,
    place: null,
    sample: null,
    drawings: [],
    photo: { hash: 'a'.repeat(64), width: 700, height: 438 },
  }
  const drawn = (file: Buffer | null) =>
    drawShareCard(
      {
        cacheDir,
        storage: {
          get: async (key) => {
            asked.push(key)
            return file && { body: file, contentType: 'image/webp' }
          },
        },
      },
      card,
    )
  const middle = async (png: Buffer) => [
    ...(await sharp(png)
      .extract({ left: 300, top: 360, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer()),
  ]
  const [r = 0, g = 0] = await middle(await drawn(red))
  expect(r).toBeGreaterThan(190)
  expect(g).toBeLessThan(40)
  const [, lamp = 0] = await middle(await drawn(null))
  expect(lamp).toBeGreaterThan(120)
  expect(asked).toEqual([`photos/${card.photo?.hash}/640.webp`, `photos/${card.photo?.hash}/640.webp`])
})

it('makes whole fonts, once', async () => {
  const files = await shareCardFonts(cacheDir)
  expect((await readdir(path.join(cacheDir, 'fonts'))).toSorted()).toEqual(
    files.map((file) => path.basename(file)).toSorted(),
  )
  expect(files).toHaveLength(4)
})

it('joins Arabic letters: a word is narrower than its letters one by one', async () => {
  const { measure } = await openShareCardRenderer(cacheDir)
  const font = { family: 'Readex Pro', weight: 600, size: 50 }
  const apart = [...'الاتحاد'].reduce((sum, letter) => sum + measure(letter, font), 0)
  expect(measure('الاتحاد', font)).toBeGreaterThan(50)
  expect(measure('الاتحاد', font)).toBeLessThan(apart)
  // A letter alone and the same one within a word are different shapes.
  const picture = (text: string) =>
    shareCardFonts(cacheDir).then((fontFiles) =>
      new Resvg(
        `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"><text y="60" font-family="Readex Pro" font-weight="600" font-size="50">${text}</text></svg>`,
        { font: { fontFiles, loadSystemFonts: false } },
      )
        .render()
        .asPng()
        .toString('base64'),
    )
  expect(await picture('حد')).not.toBe(await picture('ح\u200cد'))
})
