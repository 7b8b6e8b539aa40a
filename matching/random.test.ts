import { describe, expect, test } from 'vitest'
import { createRandom } from './random'

const drawn = (seed: number, count: number) => {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => random.next())
}

describe('createRandom', () => {
  test('gives the same numbers for a seed, and others for another', () => {
    expect(drawn(7, 50)).toEqual(drawn(7, 50))
    expect(drawn(7, 50)).not.toEqual(drawn(8, 50))
  })

  test('spreads evenly', () => {
    for (const seed of [0, 1, -5, 2 ** 31]) {
      const numbers = drawn(seed, 20_000)
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...numbers)).toBeLessThan(1)
      expect(numbers.reduce((sum, x) => sum + x, 0) / numbers.length).toBeCloseTo(0.5, 1)
    }
  })

  test('below stays below', () => {
    const random = createRandom(3)
    const counts = new Map<number, number>()
    for (let i = 0; i < 60_000; i++) {
      const face = random.below(6)
      counts.set(face, (counts.get(face) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5])
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(500)
  })
})
