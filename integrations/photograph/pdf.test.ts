import sharp from 'sharp'
import { expect, test } from 'vitest'
import { BOMB_PDF, LOCKED_PDF, LOOPED_PDF, paperPdf, SCRIPTED_PDF } from '~/test/setup/hostile-pdfs'
import { Locked, pressPdf } from './pdf.server'
import { Unreadable } from './press.server'

const press = (bytes: Buffer) => pressPdf(bytes, { side: 1_200, mostPages: 5 })

test('each page becomes a picture of what it shows, its longer side as asked', async () => {
  const [page, ...more] = await press(paperPdf())
  expect(more).toEqual([])
  expect(page).toMatchObject({ width: 848, height: 1_200 })
  const { data, info } = await sharp(page?.body)
    .extract({ left: 200, top: 450, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(info.format).toBe('raw')
  const [red = 0, green = 0, blue = 0] = data
  expect(red).toBeGreaterThan(240)
  expect(Math.max(green, blue)).toBeLessThan(16)
  expect((await sharp(page?.body).metadata()).format).toBe('webp')
})

test('of a thick one the first pages, of a wide one the whole', async () => {
  expect(await press(paperPdf(7))).toHaveLength(5)
  expect(await press(paperPdf(1, { box: '0 0 1000000 600000' }))).toMatchObject([
    { width: 1_200, height: 720 },
  ])
})

test('what runs when it is opened does nothing: there is the picture of its page', async () => {
  const [scripted] = await press(SCRIPTED_PDF)
  const [plain] = await press(paperPdf())
  expect(scripted?.body.equals(plain?.body ?? Buffer.alloc(0))).toBe(true)
})

test('a picture in it of billions of pixels costs nothing', async () => {
  expect(await press(BOMB_PDF)).toHaveLength(1)
})

test.each([
  ['behind a password', LOCKED_PDF, Locked],
  ['as narrow as a thread', paperPdf(1, { box: '0 0 10 14000' }), Unreadable],
  ['whose pages go round in a circle', LOOPED_PDF, Unreadable],
  ['that ends in the middle', paperPdf(3).subarray(0, 300), Unreadable],
  [
    'that only begins as one',
    Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 65)]),
    Unreadable,
  ],
])('one %s is refused', async (_, bytes, problem) => {
  await expect(press(bytes)).rejects.toBeInstanceOf(problem)
})
