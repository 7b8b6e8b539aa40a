import { type Crop, LEAST_CROP, WHOLE } from './photo-crop'

/** Width by height; 'whole' is the photograph's own. */
export const CROP_SHAPES = ['whole', 'square', 'wide', 'tall'] as const
export type CropShape = (typeof CROP_SHAPES)[number]
const RATIOS: Record<Exclude<CropShape, 'whole'>, number> = { square: 1, wide: 4 / 3, tall: 3 / 4 }

/** How many times a part may be enlarged, in percent. */
export const MOST_ZOOM = 400

/** How somebody cuts a photograph, by sliders that a keyboard moves too. */
export interface CropChoice {
  shape: CropShape
  /** 100: as much as the shape lets in; at most MOST_ZOOM. */
  zoom: number
  /** 0 to 100: from the photograph's left to its right, from its top to its bottom; 50 is the middle. */
  across: number
  down: number
}

export const WHOLE_CHOICE: CropChoice = { shape: 'whole', zoom: 100, across: 50, down: 50 }

/** The shape's width by its height; `ratio` is the photograph's. */
export function shapeRatio(shape: CropShape, ratio: number): number {
  return shape === 'whole' ? ratio : RATIOS[shape]
}

/** What a choice keeps of a photograph that is `ratio` times as wide as high. */
export function cropOf({ shape, zoom, across, down }: CropChoice, ratio: number): Crop {
  const wanted = shapeRatio(shape, ratio)
  const scale = 100 / clamp(zoom, 100, MOST_ZOOM)
  const side = (part: number) => Math.max(LEAST_CROP, Math.min(WHOLE, Math.round(part * scale * WHOLE)))
  const width = side(Math.min(1, wanted / ratio))
  const height = side(Math.min(1, ratio / wanted))
  return {
    x: Math.round(((WHOLE - width) * clamp(across, 0, 100)) / 100),
    y: Math.round(((WHOLE - height) * clamp(down, 0, 100)) / 100),
    width,
    height,
  }
}

/** The choice that comes nearest to a crop: what its form begins with. */
export function choiceOf(crop: Crop | null, ratio: number): CropChoice {
  if (!crop) return WHOLE_CHOICE
  const own = (crop.width / crop.height) * ratio
  const away = (shape: CropShape) => Math.abs(Math.log(shapeRatio(shape, ratio) / own))
  const shape = CROP_SHAPES.toSorted((one, other) => away(one) - away(other))[0] ?? 'whole'
  const most = cropOf({ ...WHOLE_CHOICE, shape }, ratio)
  const place = (at: number, size: number) => (size >= WHOLE ? 50 : Math.round((at / (WHOLE - size)) * 100))
  return {
    shape,
    zoom: clamp(Math.round((most.width / crop.width) * 100), 100, MOST_ZOOM),
    across: place(crop.x, crop.width),
    down: place(crop.y, crop.height),
  }
}

function clamp(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least
}
