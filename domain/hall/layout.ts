/**
 * Where everything stands in the hall. Pure, and frozen for an edition: a place follows from the ordered
 * pavilion plans alone (number and slot count), never from which booths exist. So a booth that joins or
 * leaves moves no other.
 *
 * Metres on the floor: x along the boulevard, z across it (negative is north). Directions are radians as in
 * the camera: yaw 0 looks along −z, π/2 along −x; the direction is (−sin yaw, −cos yaw).
 */

/** A pavilion as the layout needs it; order and slot counts are frozen for the edition. */
export interface PavilionPlan {
  number: number
  slotCount: number
  /** One aisle whose booths all look at each other, also those of the first row. */
  inward?: boolean
}

export interface Rect {
  /** The corner with the smallest x and z. */
  x: number
  z: number
  /** Along x. */
  width: number
  /** Along z. */
  depth: number
}

/** A pavilion's ground (a rectangle). `side` is −1 (north of the boulevard, z < 0) or 1 (south). */
export interface PavilionPlace extends Rect {
  number: number
  side: -1 | 1
  slotCount: number
  /** How many aisles grow away from the boulevard. */
  aisles: number
  inward: boolean
  /** The middle of the gate, over the mouth of an aisle; `yaw` looks from the gate at the boulevard. */
  gate: SlotPlace
}

/** A slot's middle and the direction its front looks at, in quarter turns as radians. */
export interface SlotPlace {
  x: number
  z: number
  yaw: number
}

export interface HallLayout {
  /** In plan order. */
  pavilions: PavilionPlace[]
  byNumber: Map<number, PavilionPlace>
  boulevard: Rect
  /** All the ground that a visitor can walk on. */
  bounds: Rect
  /** The welcome arch; `yaw` looks down the boulevard. */
  welcome: SlotPlace
  /** Where a visit begins: before the arch, looking through it. */
  start: SlotPlace
}

/** A booth's footprint is a square of this side. */
export const BOOTH_SIZE = 3
/** From the middle of a booth to the next one's: a hand's breadth stays free. */
export const BOOTH_PITCH = 3.1
export const AISLE_WIDTH = 4.4
/** Behind every so many booths of an aisle one can cross over to the next aisle. */
export const ROWS_BETWEEN_PASSAGES = 8
export const PASSAGE_WIDTH = 4
export const BOULEVARD_WIDTH = 11.4
/** From one pair of the boulevard's lamps to the next; a pair stands a few steps before each multiple of it. */
export const STREET_STEP = 12
/** Between two pavilions on the same side; open, and planted. */
export const PAVILION_GAP = 3.2
/** Free ground before the first and behind the last pavilion. */
const FORECOURT = 30
const BACKYARD = 14
const BEHIND_PAVILIONS = 6
/** The welcome arch stands a little before the first pavilions; from here it is seen whole, under the sky. */
const WELCOME_X = -3.4
const BEFORE_ARCH = 13.6
/** From here a gate is seen whole, and to both sides the sign of the first booth. */
const BEFORE_GATE = 9.4
const AISLE_UNIT = 2 * BOOTH_SIZE + AISLE_WIDTH

export function layoutHall(plans: readonly PavilionPlan[]): HallLayout {
  const ends: Record<-1 | 1, number> = { [-1]: 0, 1: 0 }
  const pavilions = plans.map((plan) => {
    // The next pavilion goes to the shorter side, so both sides of the boulevard end together.
    const side = ends[-1] <= ends[1] ? -1 : 1
    const place = placePavilion(plan, side, ends[side])
    ends[side] += place.width + PAVILION_GAP
    return place
  })
  const [first] = pavilions
  const length = Math.max(AISLE_UNIT, ends[-1] - PAVILION_GAP, ends[1] - PAVILION_GAP)
  const north = Math.min(-BOULEVARD_WIDTH / 2, ...pavilions.map((p) => p.z)) - BEHIND_PAVILIONS
  const south = Math.max(BOULEVARD_WIDTH / 2, ...pavilions.map((p) => p.z + p.depth)) + BEHIND_PAVILIONS
  return {
    pavilions,
    byNumber: new Map(pavilions.map((place) => [place.number, place])),
    boulevard: {
      x: -FORECOURT,
      z: -BOULEVARD_WIDTH / 2,
      width: length + FORECOURT + BACKYARD,
      depth: BOULEVARD_WIDTH,
    },
    bounds: { x: -FORECOURT, z: north, width: length + FORECOURT + BACKYARD, depth: south - north },
    welcome: { x: WELCOME_X, z: 0, yaw: -Math.PI / 2 },
    // One's own aisle has no way to walk to it: one stands before its gate.
    start: first?.inward
      ? placeBefore(first.gate, BEFORE_GATE)
      : { x: WELCOME_X - BEFORE_ARCH, z: 0, yaw: -Math.PI / 2 },
  }
}

function placePavilion(plan: PavilionPlan, side: -1 | 1, x: number): PavilionPlace {
  // Roughly square at eye level: about five rows for an aisle more, so neither a needle nor a wall.
  const inward = plan.inward ?? false
  const aisles = inward ? 1 : Math.max(1, Math.ceil(Math.sqrt(plan.slotCount / 10)))
  const rows = Math.max(1, Math.ceil(plan.slotCount / (2 * aisles)))
  const depth = rowOffset(rows - 1) + BOOTH_SIZE / 2
  const gateAisle = Math.floor((aisles - 1) / 2)
  return {
    number: plan.number,
    side,
    slotCount: plan.slotCount,
    aisles,
    inward,
    x,
    z: side < 0 ? -BOULEVARD_WIDTH / 2 - depth : BOULEVARD_WIDTH / 2,
    width: aisles * AISLE_UNIT,
    depth,
    gate: {
      x: x + (gateAisle + 0.5) * AISLE_UNIT,
      z: (side * BOULEVARD_WIDTH) / 2,
      yaw: facingBoulevard(side),
    },
  }
}

/** How far the middle of a row lies behind the pavilion's front edge. Row 0 faces the boulevard. */
function rowOffset(row: number): number {
  const passages = row === 0 ? 0 : Math.floor((row - 1) / ROWS_BETWEEN_PASSAGES)
  return BOOTH_SIZE / 2 + row * BOOTH_PITCH + passages * PASSAGE_WIDTH
}

function facingBoulevard(side: -1 | 1): number {
  return side < 0 ? Math.PI : 0
}

/**
 * Slots are counted row by row from the boulevard, two for each aisle: the first row looks at the
 * boulevard, all others across their aisle.
 * @throws RangeError when the pavilion or the slot isn't in the plan.
 */
export function slotPlace(layout: HallLayout, pavilionNumber: number, slot: number): SlotPlace {
  const place = layout.byNumber.get(pavilionNumber)
  if (!place) throw new RangeError(`no pavilion ${pavilionNumber} in this hall`)
  if (!Number.isInteger(slot) || slot < 0 || slot >= place.slotCount)
    throw new RangeError(`no slot ${slot} in pavilion ${pavilionNumber}`)
  const row = Math.floor(slot / (2 * place.aisles))
  const column = slot % (2 * place.aisles)
  const aisle = column >> 1
  const right = column % 2 === 1
  const x = place.x + aisle * AISLE_UNIT + (right ? AISLE_UNIT - BOOTH_SIZE / 2 : BOOTH_SIZE / 2)
  const z = place.side * (BOULEVARD_WIDTH / 2 + rowOffset(row))
  if (row === 0 && !place.inward) return { x, z, yaw: facingBoulevard(place.side) }
  return { x, z, yaw: right ? Math.PI / 2 : -Math.PI / 2 }
}

/** Where one stands on the boulevard to look at a pavilion's gate. */
export function placeBeforeGate(pavilion: PavilionPlace): SlotPlace {
  return placeBefore(pavilion.gate, BEFORE_GATE)
}

/**
 * How far the middle of a pavilion's n-th cross-passage (from 0) lies behind its front edge; null when its
 * aisles are too short for one.
 */
export function passageOffset(pavilion: PavilionPlace, passage: number): number | null {
  const rowBefore = (passage + 1) * ROWS_BETWEEN_PASSAGES
  const rows = Math.ceil(pavilion.slotCount / (2 * pavilion.aisles))
  if (rowBefore >= rows - 1) return null
  return (rowOffset(rowBefore) + rowOffset(rowBefore + 1)) / 2
}

/**
 * The pavilion on whose ground the point lies, or on the half of the boulevard before which it lies.
 * Null on the open ground.
 */
export function pavilionAt(layout: HallLayout, x: number, z: number): PavilionPlace | null {
  for (const place of layout.pavilions) {
    if (x < place.x || x > place.x + place.width) continue
    const near = place.side < 0 ? place.z : 0
    const far = place.side < 0 ? 0 : place.z + place.depth
    if (z >= near && z <= far) return place
  }
  return null
}

/**
 * The pavilion that somebody stands in or looks at: on the boulevard the side that they face counts, from
 * wherever they stand across it. `yaw` 0 looks along −z.
 */
export function pavilionInSight(
  layout: HallLayout,
  place: { x: number; z: number; yaw: number },
): PavilionPlace | null {
  const towards = -Math.cos(place.yaw)
  const onBoulevard = Math.abs(place.z) <= BOULEVARD_WIDTH / 2
  const facesASide = Math.abs(towards) > Math.SQRT1_2
  return pavilionAt(layout, place.x, onBoulevard && facesASide ? Math.sign(towards) : place.z)
}

/** The walkable strips of a pavilion, from the boulevard to its end: one for each aisle. */
export function aisleRects(place: PavilionPlace): Rect[] {
  return Array.from({ length: place.aisles }, (_, aisle) => ({
    x: place.x + aisle * AISLE_UNIT + BOOTH_SIZE,
    z: place.z,
    width: AISLE_WIDTH,
    depth: place.depth,
  }))
}

/** What a drawn floor map shows, in metres. */
export interface FloorMap {
  bounds: Rect
  boulevard: Rect
  pavilions: (Rect & { number: number })[]
}

export function floorMap(layout: HallLayout): FloorMap {
  return {
    bounds: layout.bounds,
    boulevard: layout.boulevard,
    pavilions: layout.pavilions.map(({ number, x, z, width, depth }) => ({ number, x, z, width, depth })),
  }
}

/** A place from which a slot's front is seen whole, looking at it. `distance` in metres from its middle. */
export function placeBefore(slot: SlotPlace, distance: number): SlotPlace {
  return {
    x: slot.x - Math.sin(slot.yaw) * distance,
    z: slot.z - Math.cos(slot.yaw) * distance,
    yaw: slot.yaw > 0 ? slot.yaw - Math.PI : slot.yaw + Math.PI,
  }
}
