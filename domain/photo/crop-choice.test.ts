import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CROP_SHAPES, choiceOf, cropOf, MOST_ZOOM, shapeRatio, WHOLE_CHOICE } from './crop-choice'
import { isCrop, isWhole } from './photo-crop'

const ratios = fc.double({ min: 0.4, max: 2.5, noNaN: true })
const choices = fc.record({
  shape: fc.constantFrom(...CROP_SHAPES),
  zoom: fc.integer({ min: 100, max: MOST_ZOOM }),
  across: fc.integer({ min: 0, max: 100 }),
  down: fc.integer({ min: 0, max: 100 }),
})

describe('a chosen part of a photograph', () => {
  it('is all of it where nothing was chosen', () => {
    expect(isWhole(cropOf(WHOLE_CHOICE, 1.5))).toBe(true)
    expect(choiceOf(null, 1.5)).toEqual(WHOLE_CHOICE)
  })

  it('is the middle square of a wide one, and its upper half where that was asked for', () => {
    expect(cropOf({ ...WHOLE_CHOICE, shape: 'square' }, 2)).toEqual({
      x: 2500,
      y: 0,
      width: 5000,
      height: 10_000,
    })
    expect(cropOf({ shape: 'whole', zoom: 200, across: 50, down: 0 }, 2)).toEqual({
      x: 2500,
      y: 0,
      width: 5000,
      height: 5000,
    })
  })

  it('lies within it and has the shape that was asked for', () => {
    fc.assert(
      fc.property(choices, ratios, (choice, ratio) => {
        const crop = cropOf(choice, ratio)
        expect(isCrop(crop)).toBe(true)
        // Less than a tenth of a side shows nothing: there the shape gives way.
        if (Math.min(crop.width, crop.height) > 1000)
          expect((crop.width / crop.height) * ratio).toBeCloseTo(shapeRatio(choice.shape, ratio), 1)
      }),
    )
  })

  it('comes back as nearly the same part when it is opened again', () => {
    fc.assert(
      fc.property(choices, ratios, (choice, ratio) => {
        const crop = cropOf(choice, ratio)
        if (Math.min(crop.width, crop.height) <= 1000) return
        const again = cropOf(choiceOf(crop, ratio), ratio)
        for (const side of ['x', 'y', 'width', 'height'] as const)
          expect(Math.abs(again[side] - crop[side])).toBeLessThan(150)
      }),
    )
  })

  it('takes nonsense for nothing chosen', () => {
    expect(isCrop(cropOf({ shape: 'tall', zoom: Number.NaN, across: -5, down: 900 }, 1.3))).toBe(true)
  })
})
