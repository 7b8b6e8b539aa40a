import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FloorHash } from '../world/floor-hash'
import { pick, type Ray } from './pick'

interface Booth {
  x: number
  z: number
  booth: object | null
}
const cell = fc.integer({ min: -10, max: 10 })
const eye = { x: 0.7, y: 1.62, z: 0.3 }

/** The same by force: every box, sampled along the ray. */
function byForce(booths: Booth[], ray: Ray): Booth | null {
  for (let t = 0; t < 100; t += 0.005) {
    const [x, y, z] = [ray.x + ray.dx * t, ray.y + ray.dy * t, ray.z + ray.dz * t]
    if (y < 0) return null
    if (y > 2.95) continue
    const hit = booths.find((b) => b.booth && Math.abs(b.x - x) < 1.5 && Math.abs(b.z - z) < 1.5)
    if (hit) return hit
  }
  return null
}

test('the walk over the cells finds the booth that stands first on the ray', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(cell, cell), { maxLength: 40, selector: ([x, z]) => `${x} ${z}` }),
      fc.double({ min: 0, max: 6.283, noNaN: true }),
      fc.double({ min: -0.3, max: 0.1, noNaN: true }),
      (places, turn, pitch) => {
        const booths = places
          .filter(([x, z]) => x !== 0 || z !== 0)
          .map(([x, z]): Booth => ({ x: x * 3.1, z: z * 3.1, booth: (x + z) % 5 ? {} : null }))
        const hash = new FloorHash<Booth>(4, 1.5)
        for (const booth of booths) hash.add(booth)
        const ray = {
          ...eye,
          dx: Math.cos(turn) * Math.cos(pitch),
          dy: Math.sin(pitch),
          dz: Math.sin(turn) * Math.cos(pitch),
        }
        const found = pick(hash, ray)
        const expected = byForce(booths, ray)
        // Grazing a corner by less than a sample's step is nobody's mistake.
        if (expected) expect(found?.kind).toBe('stand')
        if (found?.kind === 'stand' && expected) expect(found.stand).toBe(expected)
      },
    ),
    { numRuns: 60 },
  )
})

test('a ray to the ground gives the point on the floor, a ray to the sky nothing', () => {
  const hash = new FloorHash<Booth>(4, 1.5)
  const down = pick(hash, { x: 0, y: 1.6, z: 0, dx: 0.8, dy: -0.6, dz: 0 })
  expect(down).toEqual({ kind: 'floor', x: expect.closeTo(2.133, 2), z: expect.closeTo(0) })
  expect(pick(hash, { x: 0, y: 1.6, z: 0, dx: 0.8, dy: 0.6, dz: 0 })).toBeNull()
})
