import {
  AISLE_WIDTH,
  aisleRects,
  BOOTH_SIZE,
  BOULEVARD_WIDTH,
  type HallLayout,
  PASSAGE_WIDTH,
  PAVILION_GAP,
  type PavilionPlace,
  passageOffset,
  placeBefore,
  placeBeforeGate,
  type SlotPlace,
  STREET_STEP,
  slotPlace,
} from './layout'

/** A place from which the hall is judged: counted, painted and compared. `yaw` as in the layout. */
export interface HallPose {
  name: HallPoseName
  place: SlotPlace
}

export const HALL_POSES = [
  'entrance',
  'boulevard',
  'gate',
  'aisle',
  'corner',
  'booth',
  'far-end',
  'threshold',
] as const
export type HallPoseName = (typeof HALL_POSES)[number]

/** From here a booth fills the picture, metres from its middle. */
const CLOSE = 4.1
/** How far one stands before the far end of the boulevard. */
const BEFORE_END = 8
/** From the middle of an aisle, so that the signs across it are read less at a slant; radians for the same end. */
const BESIDE_CARPET = 1.2
const HALF_TURNED = 0.38
/** Two steps inside the arch. */
const INSIDE = 2

/**
 * Eight fixed places of any hall, of 27 pavilions or of one: the entrance, along the boulevard, a pavilion's
 * gate, inside an aisle, the corner of a cross-passage (of a gap between pavilions where no aisle is long
 * enough for one), a booth from close by, the boulevard from its far end, and just behind the arch. They
 * follow from the layout alone, so that the same edition always shows the same eight.
 * @throws RangeError when the hall has no pavilion.
 */
export function hallPoses(layout: HallLayout): HallPose[] {
  const largest = layout.pavilions.reduce<PavilionPlace | undefined>(
    (best, place) => (best && best.slotCount >= place.slotCount ? best : place),
    undefined,
  )
  const third = layout.pavilions[Math.floor(layout.pavilions.length / 3)]
  if (!largest || !third) throw new RangeError('a hall without pavilions has no poses')
  const end = layout.boulevard.x + layout.boulevard.width
  const along = -Math.PI / 2
  const place: Record<HallPoseName, SlotPlace> = {
    entrance: { ...layout.start },
    boulevard: { x: STREET_STEP * Math.round(end / 3 / STREET_STEP), z: 0, yaw: along },
    gate: placeBeforeGate(third),
    aisle: insideAisle(largest),
    corner: atCorner(largest),
    booth: placeBefore(slotPlace(layout, third.number, Math.min(2, third.slotCount - 1)), CLOSE),
    'far-end': { x: end - BEFORE_END, z: 0, yaw: -along },
    threshold: { x: layout.welcome.x + INSIDE, z: 0, yaw: along },
  }
  return HALL_POSES.map((name) => ({ name, place: place[name] }))
}

/** Behind the first row, beside the first aisle's carpet, half turned to the booths across it. */
function insideAisle(pavilion: PavilionPlace): SlotPlace {
  const [aisle] = aisleRects(pavilion)
  const x = (aisle ? aisle.x + aisle.width / 2 : pavilion.gate.x) - BESIDE_CARPET
  const z = pavilion.side * (BOULEVARD_WIDTH / 2 + BOOTH_SIZE)
  return { x, z, yaw: pavilion.side < 0 ? -HALF_TURNED : HALF_TURNED - Math.PI }
}

/** In the first aisle before its first cross-passage, half turned to it. */
function atCorner(pavilion: PavilionPlace): SlotPlace {
  const [aisle] = aisleRects(pavilion)
  const offset = passageOffset(pavilion, 0)
  const north = pavilion.side < 0
  if (aisle && offset !== null) {
    const depth = BOULEVARD_WIDTH / 2 + offset - PASSAGE_WIDTH / 2 - 0.5
    const yaw = north ? -Math.PI / 4 : (-Math.PI * 3) / 4
    return { x: aisle.x + AISLE_WIDTH / 3, z: pavilion.side * depth, yaw }
  }
  // Into the gap behind the pavilion's last booth on the boulevard, and on that booth: from the line on which
  // lamps and trees stand, so that none is in the way.
  const gap = pavilion.x + pavilion.width + PAVILION_GAP / 2
  const turned = 0.58
  return { x: gap + 1.2, z: pavilion.side * 2.25, yaw: north ? turned : Math.PI - turned }
}
