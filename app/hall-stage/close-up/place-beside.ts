import type { ScreenRect } from '~/scenes/hall/hall-api'

interface Question {
  /** What was picked. */
  thing: ScreenRect
  /** The whole front that it belongs to; it stays in view where there is room. */
  front: ScreenRect
  card: { width: number; height: number }
  /** Where the card may stand. */
  area: ScreenRect
  /** The side where reading begins is tried first. */
  start: 'left' | 'right'
  /** Where the card stands now. */
  at: Spot | null
}

interface Spot {
  left: number
  top: number
}

/** Between the card and what it stands beside, CSS pixels. */
export const GAP = 16

/**
 * Where a card stands beside the thing that it tells about: beside the whole front where there is room, else
 * beside the thing itself, above or below it. It never covers the thing unless nothing else is possible,
 * and it stays where it is as long as it stands well there.
 */
export function placeBeside({ thing, front, card, area, start, at }: Question): Spot {
  const middle = (thing.top + thing.bottom) / 2
  if (
    at &&
    isInside(at, card, area) &&
    isClear(at, card, front) &&
    at.top <= middle &&
    at.top + card.height >= middle
  )
    return at
  const level = clamp(middle - card.height / 2, area.top, area.bottom - card.height)
  const sides = start === 'left' ? (['left', 'right'] as const) : (['right', 'left'] as const)
  const whole = { left: Math.min(front.left, thing.left), right: Math.max(front.right, thing.right) }
  const beside = [whole, thing].flatMap((shown) =>
    sides.map((side) => ({
      left: side === 'left' ? shown.left - GAP - card.width : shown.right + GAP,
      top: level,
    })),
  )
  const centred = clamp((thing.left + thing.right - card.width) / 2, area.left, area.right - card.width)
  const fitting = [
    ...beside,
    { left: centred, top: thing.top - GAP - card.height },
    { left: centred, top: thing.bottom + GAP },
  ].find((spot) => isInside(spot, card, area))
  if (fitting) return fitting
  // Nowhere beside it: the corner that is farthest from it.
  return {
    left: thing.left - area.left > area.right - thing.right ? area.left : area.right - card.width,
    top: thing.top - area.top > area.bottom - thing.bottom ? area.top : area.bottom - card.height,
  }
}

function isInside({ left, top }: Spot, { width, height }: Question['card'], area: ScreenRect): boolean {
  return left >= area.left && top >= area.top && left + width <= area.right && top + height <= area.bottom
}

function isClear({ left, top }: Spot, { width, height }: Question['card'], of: ScreenRect): boolean {
  return left + width <= of.left || left >= of.right || top + height <= of.top || top >= of.bottom
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
