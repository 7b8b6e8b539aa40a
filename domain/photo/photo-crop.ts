/** What of a photograph is shown, in ten-thousandths of its width and height. */
export interface Crop {
  x: number
  y: number
  width: number
  height: number
}

/** Ten-thousandths in the whole. */
export const WHOLE = 10_000
/** Less than this of a side shows nothing that can be recognised. */
export const LEAST_CROP = 1_000

export function isCrop({ x, y, width, height }: Crop): boolean {
  return (
    [x, y, width, height].every((part) => Number.isInteger(part) && part >= 0) &&
    width >= LEAST_CROP &&
    height >= LEAST_CROP &&
    x + width <= WHOLE &&
    y + height <= WHOLE
  )
}

/** The same as no crop at all. */
export function isWhole({ x, y, width, height }: Crop): boolean {
  return x === 0 && y === 0 && width === WHOLE && height === WHOLE
}

/** The part of a picture that a crop keeps, in whole pixels within it, at least one each way. */
export function cropRegion(
  crop: Crop | null,
  { width, height }: { width: number; height: number },
): { left: number; top: number; width: number; height: number } {
  if (!crop) return { left: 0, top: 0, width, height }
  const left = Math.min(width - 1, Math.round((crop.x / WHOLE) * width))
  const top = Math.min(height - 1, Math.round((crop.y / WHOLE) * height))
  return {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round((crop.width / WHOLE) * width))),
    height: Math.max(1, Math.min(height - top, Math.round((crop.height / WHOLE) * height))),
  }
}
