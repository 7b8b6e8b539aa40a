import { layoutHall } from '../hall/layout'

/** Slots of a pavilion are counted row by row from the boulevard, two for each aisle. */
export function slotsInRow(slotCount: number): number {
  const [place] = layoutHall([{ number: 1, slotCount }]).pavilions
  return 2 * (place?.aisles ?? 1)
}

/** The aisle that a slot stands at, counted from 0 along the boulevard. */
export function aisleOf(slot: number, slotCount: number): number {
  return Math.floor((slot % slotsInRow(slotCount)) / 2)
}
