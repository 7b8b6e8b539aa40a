import { type DrawingSpec, formatDrawingSpec } from './drawing-spec'
import { type Artwork, makeBrush } from './drawings/brush'
import { CLOTH } from './drawings/cloth'
import { CRAFT } from './drawings/craft'
import { FARM } from './drawings/farm'
import { KITCHEN } from './drawings/kitchen'
import { PALETTES, type Palette, type PaletteName, WALLS, type WallName } from './drawings/palettes'
import { PANTRY } from './drawings/pantry'

const ARTWORKS = { ...PANTRY, ...KITCHEN, ...FARM, ...CLOTH, ...CRAFT } satisfies Record<string, Artwork>
export type DrawingKind = keyof typeof ARTWORKS

export const DRAWING_KINDS = Object.keys(ARTWORKS) as DrawingKind[]
export const DRAWING_PALETTES = Object.keys(PALETTES) as PaletteName[]
export const DRAWING_WALLS = Object.keys(WALLS) as WallName[]

export function isDrawingKind(value: string): value is DrawingKind {
  return Object.hasOwn(ARTWORKS, value)
}

/**
 * A product's drawing as a whole SVG document of 240 × 240: the wall in the lamp's light, the shelf's
 * board and the goods with their paper label. Pure: the same spec gives the same text, whose ids are
 * its own, so that it may also stand inline in a page. A kind, palette or wall that isn't known is
 * drawn as a carton, indigo, sand.
 */
export function drawSvg(spec: DrawingSpec): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" width="240" height="240" preserveAspectRatio="xMidYMax slice">${drawGoods(spec, true)}</svg>`
}

/** The drawing's elements alone, without the `svg` element: for pictures that hold several drawings. */
export function drawGoods(spec: DrawingSpec, withRoom: boolean): string {
  const prefix = `d-${formatDrawingSpec(spec).replace(/[^a-zA-Z0-9]+/g, '-')}`
  const palette: Palette = Object.hasOwn(PALETTES, spec.palette)
    ? PALETTES[spec.palette as PaletteName]
    : PALETTES.indigo
  const brush = makeBrush(palette, spec.word, spec.variant, prefix)
  const artwork: Artwork = ARTWORKS[isDrawingKind(spec.kind) ? spec.kind : 'carton']
  return (withRoom ? room(spec.wall, brush.id('wall')) : '') + artwork(brush).replaceAll('\n', '')
}

function room(wall: string, id: string): string {
  const [near, far] = Object.hasOwn(WALLS, wall) ? WALLS[wall as WallName] : WALLS.sand
  return `<defs><radialGradient id="${id}" cx=".34" cy="0" r="1.1"><stop offset="0" stop-color="#fff9df"/><stop offset=".45" stop-color="${near}"/><stop offset="1" stop-color="${far}"/></radialGradient></defs><path d="M0 0h240v240H0z" fill="url(#${id})"/><path d="M0 209h240v31H0z" fill="#8a5a33"/><path d="M0 209h240v5H0z" fill="#b9824d"/><path d="M0 233h240v7H0z" fill="#5f3a1e"/>`
}
