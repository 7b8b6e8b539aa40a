/**
 * The spec of a drawing made by code, as stored in `product.drawing` and used in its address
 * `/art/<spec>.svg`: `<kind>.<palette>.<wall>.<WORD>.<variant>`, for example `coffee.coal.clay.KOPI.3`.
 */
export interface DrawingSpec {
  kind: string
  palette: string
  wall: string
  /** The word on the paper label, capital letters A to Z only. */
  word: string
  /** 0 to 99: small differences of shape and trim, so that no two goods look the same. */
  variant: number
}

const FORM = /^([a-z]+)\.([a-z]+)\.([a-z]+)\.([A-Z]{0,12})\.(\d{1,2})$/

/** @returns null when `spec` is not of the form above. */
export function parseDrawingSpec(spec: string): DrawingSpec | null {
  const match = FORM.exec(spec)
  if (!match) return null
  const [, kind = '', palette = '', wall = '', word = '', variant = '0'] = match
  return { kind, palette, wall, word, variant: Number(variant) }
}

export function formatDrawingSpec(spec: DrawingSpec): string {
  return [spec.kind, spec.palette, spec.wall, spec.word, spec.variant].join('.')
}

/** Raise when the drawings change: the address is immutable. */
export const DRAWING_VERSION = 1

export function drawingUrl(spec: string): string {
  return `/art/${DRAWING_VERSION}/${spec}.svg`
}
