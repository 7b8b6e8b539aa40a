/** A pavilion as the layout needs it; order and slot counts are frozen for the edition. */
export interface PavilionPlan {
  number: number
  slotCount: number
}

/** Metres on the floor: x along the boulevard, z across it. `side` is −1 (north) or 1 (south). */
export interface PavilionPlace {
  number: number
  side: -1 | 1
  x: number
  z: number
  width: number
  depth: number
}

/** A slot's middle and the direction its front looks at, in quarter turns as radians. */
export interface SlotPlace {
  x: number
  z: number
  yaw: number
}
