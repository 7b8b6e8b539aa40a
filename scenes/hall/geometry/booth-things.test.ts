import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearBooth } from './booth-geometry'
import { pickGood, THINGS, thingOf, toHall } from './booth-things'
import { MATTER } from './quad-builder'

/** Every quad of a matter as its rectangle and the nearest z of it. */
function quadsOf(matter: number) {
  const geometry = nearBooth()
  const at = geometry.getAttribute('position')
  const matters = geometry.getAttribute('aMatter')
  const quads: { left: number; right: number; foot: number; top: number; z: number }[] = []
  for (let first = 0; first < at.count; first += 4) {
    if (matters.getX(first) !== matter) continue
    const corners = [0, 1, 2, 3].map((i) => first + i)
    const [xs, ys, zs] = [
      corners.map((i) => at.getX(i)),
      corners.map((i) => at.getY(i)),
      corners.map((i) => at.getZ(i)),
    ]
    const rect = {
      left: Math.min(...xs),
      right: Math.max(...xs),
      foot: Math.min(...ys),
      top: Math.max(...ys),
    }
    quads.push({ ...rect, z: Math.max(...zs) })
  }
  return quads
}

test('what can be picked is where the booth draws it', () => {
  const drawn = [...quadsOf(MATTER.picture), ...quadsOf(MATTER.goods)]
  for (const thing of THINGS) {
    const found = drawn.find(
      (quad) =>
        Math.abs(quad.left - thing.left) < 0.011 &&
        Math.abs(quad.right - thing.right) < 0.011 &&
        Math.abs(quad.foot - thing.foot) < 0.011 &&
        Math.abs(quad.top - thing.top) < 0.011 &&
        Math.abs(quad.z - thing.z) < 0.011,
    )
    expect(found, JSON.stringify(thing)).toBeDefined()
  }
  // Every picture in the booth can be picked.
  expect(quadsOf(MATTER.picture)).toHaveLength(4)
})

const stall = fc.record({
  x: fc.double({ min: -300, max: 300, noNaN: true }),
  z: fc.double({ min: -60, max: 60, noNaN: true }),
  angle: fc.constantFrom(0, Math.PI / 2, Math.PI, -Math.PI / 2),
})

/** A ray from a visitor's eye, given in the booth's axes, to a point in them. */
function rayTo(
  booth: { x: number; z: number; angle: number },
  eye: [number, number, number],
  to: [number, number, number],
) {
  const [from, target] = [toHall(booth, eye[0], eye[2]), toHall(booth, to[0], to[2])]
  const [dx, dy, dz] = [target.x - from.x, to[1] - eye[1], target.z - from.z]
  const length = Math.hypot(dx, dy, dz)
  return { x: from.x, y: eye[1], z: from.z, dx: dx / length, dy: dy / length, dz: dz / length }
}

test('a ray through a framed picture picks what it shows, however the booth is turned', () => {
  fc.assert(
    fc.property(
      stall,
      fc.constantFrom(0, 1, 2),
      fc.double({ min: 0.45, max: 0.95, noNaN: true }),
      fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      fc.double({ min: -0.8, max: 0.8, noNaN: true }),
      (booth, good, up, across, aside) => {
        const thing = thingOf(good)
        if (!thing) throw new RangeError('three pictures')
        const x = thing.left + (thing.right - thing.left) * across
        const y = thing.foot + (thing.top - thing.foot) * up
        expect(pickGood(booth, rayTo(booth, [aside, 2.1, 4.4], [x, y, thing.z]), 8)).toBe(good)
      },
    ),
  )
})

test('a booth has no more to pick than it has goods, nothing from behind and nothing beside', () => {
  const booth = { x: 5, z: -3, angle: Math.PI / 2 }
  const [box, niche] = [thingOf(3), thingOf(2)]
  if (!box || !niche) throw new RangeError('boxes and niches')
  const toBox = rayTo(booth, [-1.1, 1.3, 4], [(box.left + box.right) / 2, 1.05, box.z])
  expect(pickGood(booth, toBox, 8)).toBe(3)
  expect(pickGood(booth, toBox, 3)).toBeNull()
  const toNiche = rayTo(booth, [0, 1.62, 4], [1.06, 1.55, niche.z])
  expect(pickGood(booth, toNiche, 3)).toBe(2)
  expect(pickGood(booth, toNiche, 2)).toBeNull()
  expect(pickGood(booth, rayTo(booth, [0, 1.6, -4], [0, 1.5, -0.66]), 8)).toBeNull()
  expect(pickGood(booth, rayTo(booth, [0, 1.6, 4], [0, 2.5, 1.48]), 8)).toBeNull()
})
