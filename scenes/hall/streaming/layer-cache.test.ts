import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LayerCache } from './layer-cache'

test('whatever is asked for, no layer has two owners and nobody loses one in the frame that uses it', () => {
  const frames = fc.array(fc.array(fc.nat(11), { maxLength: 8 }), { maxLength: 40 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), frames, (size, wanted) => {
      const layers = new Map<number, number>()
      const usedNow = new Set<number>()
      const cache = new LayerCache(size, (owner) => {
        expect(usedNow.has(owner)).toBe(false)
        layers.delete(owner)
      })
      for (const [frame, things] of wanted.entries()) {
        usedNow.clear()
        for (const thing of things) {
          const layer = layers.get(thing)
          if (layer === undefined) continue
          cache.touch(layer, frame)
          usedNow.add(thing)
        }
        for (const thing of things) {
          if (layers.has(thing)) continue
          const layer = cache.take(thing, frame)
          if (layer === null) continue
          layers.set(thing, layer)
          usedNow.add(thing)
        }
        expect(new Set(layers.values()).size).toBe(layers.size)
        expect(layers.size).toBeLessThanOrEqual(size)
        // All that fits is there.
        if (new Set(things).size <= size) for (const thing of things) expect(layers.has(thing)).toBe(true)
      }
    }),
  )
})

test('after a new start every layer is free, and its owner knows', () => {
  const dropped: number[] = []
  const cache = new LayerCache(3, (owner) => dropped.push(owner))
  for (const owner of [7, 8, 9]) cache.take(owner, 1)
  cache.reset()
  expect(dropped).toEqual([7, 8, 9])
  expect([1, 2, 3].map((owner) => cache.take(owner, 1))).toEqual([0, 1, 2])
  expect(dropped).toHaveLength(3)
})
