import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GAP, placeBeside } from './place-beside'

const area = { left: 20, top: 76, right: 1016, bottom: 811 }
const card = { width: 340, height: 400 }
const front = { left: 418, top: 230, right: 1010, bottom: 880 }
const thing = { left: 550, top: 470, right: 618, bottom: 540 }

test('the card stands beside the front on the side where reading begins, level with what was picked', () => {
  const spot = placeBeside({ thing, front, card, area, start: 'left', at: null })
  expect(spot).toEqual({ left: 418 - GAP - 340, top: 305 })
})

test('it goes to the other side where the front leaves no room', () => {
  const there = { left: 30, top: 230, right: 622, bottom: 880 }
  const spot = placeBeside({
    thing: { ...thing, left: 200, right: 260 },
    front: there,
    card,
    area,
    start: 'left',
    at: null,
  })
  expect(spot.left).toBe(622 + GAP)
})

test('it stays where it stands well, and leaves when what was picked is elsewhere', () => {
  const at = { left: 20, top: 400 }
  expect(placeBeside({ thing, front, card, area, start: 'left', at })).toBe(at)
  expect(
    placeBeside({ thing: { ...thing, top: 300, bottom: 360 }, front, card, area, start: 'left', at }),
  ).not.toBe(at)
})

test('it never covers what was picked while there is room for it anywhere', () => {
  const x = fc.integer({ min: 0, max: 1036 })
  const y = fc.integer({ min: 0, max: 831 })
  fc.assert(
    fc.property(
      x,
      y,
      fc.integer({ min: 5, max: 500 }),
      fc.integer({ min: 5, max: 400 }),
      fc.integer({ min: 0, max: 400 }),
      fc.constantFrom('left' as const, 'right' as const),
      (left, top, width, height, around, start) => {
        const it = { left, top, right: left + width, bottom: top + height }
        const whole = {
          left: left - around,
          top: top - around,
          right: it.right + around,
          bottom: it.bottom + around,
        }
        const spot = placeBeside({ thing: it, front: whole, card, area, start, at: null })
        expect(spot.left).toBeGreaterThanOrEqual(area.left)
        expect(spot.top).toBeGreaterThanOrEqual(area.top)
        expect(spot.left + card.width).toBeLessThanOrEqual(area.right)
        expect(spot.top + card.height).toBeLessThanOrEqual(area.bottom)
        const room =
          it.left - GAP - card.width >= area.left ||
          it.right + GAP + card.width <= area.right ||
          it.top - GAP - card.height >= area.top ||
          it.bottom + GAP + card.height <= area.bottom
        const apart =
          spot.left + card.width <= it.left ||
          spot.left >= it.right ||
          spot.top + card.height <= it.top ||
          spot.top >= it.bottom
        if (room) expect(apart).toBe(true)
      },
    ),
  )
})
