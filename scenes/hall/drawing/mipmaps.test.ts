import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LevelSize, packLevels, unpackLevels } from './mipmaps'
import { SHEET_SIZE, SIGN_SIZES } from './sizes'

test('each level is the mean of four pixels of the one before, in memory of one piece', () => {
  const size = fc.record({
    width: fc.integer({ min: 4, max: 20 }),
    height: fc.integer({ min: 4, max: 20 }),
    levels: fc.integer({ min: 1, max: 3 }),
    channels: fc.constantFrom(1 as const, 4 as const),
  })
  fc.assert(
    fc.property(size, fc.infiniteStream(fc.nat(255)), (size: LevelSize, bytes) => {
      const pixels = Uint8Array.from(bytes.take(size.width * size.height * size.channels))
      const levels = unpackLevels(packLevels(pixels, size), size)
      expect(levels[0]).toEqual(pixels)
      for (let l = 1; l < size.levels; l++) {
        const [above, own] = [levels[l - 1] ?? [], levels[l] ?? []]
        const [w, from] = [size.width >> l, size.width >> (l - 1)]
        expect(own.length).toBe(w * (size.height >> l) * size.channels)
        for (let i = 0; i < own.length; i++) {
          const [c, x, y] = [
            i % size.channels,
            Math.floor(i / size.channels) % w,
            Math.floor(i / size.channels / w),
          ]
          const at = (dx: number, dy: number) =>
            above[((2 * y + dy) * from + 2 * x + dx) * size.channels + c] ?? Number.NaN
          expect(
            Math.abs((own[i] ?? 0) - (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4),
          ).toBeLessThanOrEqual(0.5)
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('what a level of a sign or a sheet weighs fits into the share of a moving frame', () => {
  for (const { width, height } of Object.values(SIGN_SIZES)) expect(width * height).toBeLessThan(64_000)
  expect(SHEET_SIZE.width * 48 * 4).toBeLessThan(64_000)
})
