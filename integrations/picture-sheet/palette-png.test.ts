import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { palettePng } from './palette-png.server'

/** What another program's decoder makes of the file. */
function decoded(png: Buffer, width: number, height: number): Uint8Array {
  const href = `data:image/png;base64,${png.toString('base64')}`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" image-rendering="optimizeSpeed" href="${href}"/></svg>`
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels
}

test('a picture of few colours comes back as it was, but for two bits a channel', async () => {
  const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.constantFrom(0, 255))
  const picture = fc.tuple(
    fc.array(colour, { minLength: 1, maxLength: 12 }),
    fc.array(fc.nat(), { minLength: 35, maxLength: 35 }),
  )
  await fc.assert(
    fc.asyncProperty(picture, async ([colours, dice]) => {
      const pixels = Uint8Array.from(dice.flatMap((die) => colours[die % colours.length] ?? []))
      const back = decoded(await palettePng(pixels, 7, 5, 16), 7, 5)
      for (let i = 0; i < 35; i++) {
        const alpha = pixels[i * 4 + 3] ?? 0
        expect(back[i * 4 + 3]).toBe(alpha)
        if (alpha === 0) continue
        for (let c = 0; c < 3; c++)
          expect(Math.abs((back[i * 4 + c] ?? 0) - (pixels[i * 4 + c] ?? 0))).toBeLessThanOrEqual(3)
      }
    }),
    { numRuns: 60 },
  )
})

test('a gradient keeps to the colours it is allowed and stays near', async () => {
  const [width, height] = [64, 32]
  const pixels = new Uint8Array(width * height * 4)
  for (let i = 0; i < width * height; i++)
    pixels.set([(i % width) * 4, Math.floor(i / width) * 8, 128, 255], i * 4)
  const png = await palettePng(pixels, width, height, 64)
  const back = decoded(png, width, height)
  const seen = new Set<string>()
  let worst = 0
  for (let i = 0; i < width * height; i++) {
    seen.add(back.subarray(i * 4, i * 4 + 3).join())
    for (let c = 0; c < 3; c++)
      worst = Math.max(worst, Math.abs((back[i * 4 + c] ?? 0) - (pixels[i * 4 + c] ?? 0)))
  }
  expect(seen.size).toBeLessThanOrEqual(63)
  expect(seen.size).toBeGreaterThan(40)
  expect(worst).toBeLessThan(40)
})

test('a picture with nothing on it is a file too', async () => {
  expect([...decoded(await palettePng(new Uint8Array(16), 2, 2, 64), 2, 2)]).toEqual(Array(16).fill(0))
})
