import { expect, test } from 'vitest'
import { isSlug } from '../shared/slug'
import { DRAWING_KINDS, DRAWING_PALETTES, DRAWING_WALLS } from './drawing'
import { chooseDrawing, isDrawingKindName } from './drawing-choice'
import { type DrawingSpec, parseDrawingSpec } from './drawing-spec'
import { productSlug } from './product-slug'
import { publishingGaps, risingTier } from './publishing'

const ready = {
  name: { id: 'Madu hutan' },
  tiers: [{ minimumQuantity: 48, unitPriceMinor: 7_800_000 }],
  asksPrice: false,
  minimumOrder: 48,
  orderMultiple: 12,
}

test('what buyers need before they see it', () => {
  expect(publishingGaps(ready)).toEqual([])
  expect(publishingGaps({ ...ready, name: { en: 'Honey' } })).toEqual(['indonesian-name'])
  expect(publishingGaps({ ...ready, tiers: [] })).toEqual(['price'])
  expect(publishingGaps({ ...ready, tiers: [], asksPrice: true })).toEqual([])
  expect(publishingGaps({ ...ready, minimumOrder: null })).toEqual(['minimum-order'])
  expect(publishingGaps({ ...ready, minimumOrder: 50 })).toEqual(['minimum-not-multiple'])
  expect(publishingGaps({ ...ready, orderMultiple: null })).toEqual([])
  expect(publishingGaps({ ...ready, minimumOrder: 36 })).toEqual(['price-above-minimum'])
  expect(
    publishingGaps({ name: {}, tiers: [], asksPrice: false, minimumOrder: null, orderMultiple: null }),
  ).toEqual(['indonesian-name', 'price', 'minimum-order'])
})

test('each stated price can be ordered', () => {
  const tiers = [12, 24, 48].map((minimumQuantity) => ({ minimumQuantity, unitPriceMinor: 7_800_000 }))
  expect(publishingGaps({ ...ready, tiers })).toEqual(['price-unreachable'])
  expect(publishingGaps({ ...ready, minimumOrder: 12, tiers })).toEqual([])
})

test('more never costs more each', () => {
  const tiers = [
    { minimumQuantity: 100, unitPriceMinor: 900 },
    { minimumQuantity: 48, unitPriceMinor: 800 },
  ]
  expect(risingTier(tiers)).toBe(1)
  expect(publishingGaps({ ...ready, tiers })).toEqual(['price-rises'])
  expect(risingTier(tiers.map((tier) => ({ ...tier, unitPriceMinor: 800 })))).toBeNull()
})

test('each kind has a drawing that can be drawn, the same for the same product', () => {
  for (const kind of DRAWING_KINDS) {
    expect(isDrawingKindName(kind)).toBe(true)
    const spec = chooseDrawing(kind, 'al-ittihad-24', `${kind}-al-ittihad-24`)
    expect(chooseDrawing(kind, 'al-ittihad-24', `${kind}-al-ittihad-24`)).toBe(spec)
    const drawn = parseDrawingSpec(spec) as DrawingSpec
    expect(drawn).not.toBeNull()
    expect(drawn.kind).toBe(kind)
    expect(DRAWING_PALETTES).toContain(drawn.palette)
    expect(DRAWING_WALLS).toContain(drawn.wall)
  }
  expect(parseDrawingSpec(chooseDrawing('toString', 'a', 'b'))?.kind).toBe('carton')
})

test.each([
  [{ id: 'Kopi Arabika, sangrai!' }, 1, 'kopi-arabika-sangrai-al-ittihad-24'],
  [{ id: 'Kopi Arabika, sangrai!' }, 3, 'kopi-arabika-sangrai-al-ittihad-24-3'],
  [{ en: 'Crème brûlée' }, 1, 'creme-brulee-al-ittihad-24'],
  [{ ar: 'قهوة' }, 1, 'produk-al-ittihad-24'],
  [{ id: `${'a'.repeat(79)} bcd` }, 1, `${'a'.repeat(79)}-al-ittihad-24`],
])('%j, attempt %d, has the address %s', (name, attempt, slug) => {
  expect(productSlug(name, 'al-ittihad-24', attempt)).toBe(slug)
  expect(isSlug(slug)).toBe(true)
})
