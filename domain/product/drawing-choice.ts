import { DRAWING_KIND_NAMES } from './drawing-kinds'
import { formatDrawingSpec } from './drawing-spec'
import { PALETTES, WALLS } from './drawings/palettes'

/** Whether a word of a form names a kind of drawing; needs none of the drawings themselves. */
export function isDrawingKindName(value: string): value is keyof typeof DRAWING_KIND_NAMES {
  return Object.hasOwn(DRAWING_KIND_NAMES, value)
}

/**
 * The drawing of a product that has none yet: its kind on the booth's own wall, in a colour and shape of the
 * product's own. The same product always gets the same.
 * @param kind a key of DRAWING_KIND_NAMES; another one is drawn as a carton.
 */
export function chooseDrawing(kind: string, boothSlug: string, productId: string): string {
  const known = isDrawingKindName(kind) ? kind : 'carton'
  const own = hash(productId)
  return formatDrawingSpec({
    kind: known,
    palette: pick(Object.keys(PALETTES), own) ?? 'indigo',
    wall: pick(Object.keys(WALLS), hash(boothSlug)) ?? 'sand',
    word: (DRAWING_KIND_NAMES[known].id.split(' ')[0] ?? '')
      .toUpperCase()
      .replace(/[^A-Z]/g, '')
      .slice(0, 12),
    variant: Math.floor(own / 97) % 60,
  })
}

const pick = <T>(values: readonly T[], number: number) => values[number % values.length]

/** FNV-1a: spreads alike slugs, and needs no secret. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return value
}
