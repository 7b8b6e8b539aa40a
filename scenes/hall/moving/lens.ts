import type { PerspectiveCamera } from 'three'
import type { Lens } from './orbit'

const USUAL = 60
const WIDEST = 78
/** Upright pictures get a wider lens, or one would see no more than half a booth. */
const LEAST_BREADTH = 0.5

/** Fits the lens to the picture's size in pixels. */
export function frameLens(camera: PerspectiveCamera, size: { width: number; height: number }): void {
  camera.aspect = size.width / size.height
  const wanted = (2 * Math.atan(LEAST_BREADTH / camera.aspect) * 180) / Math.PI
  camera.fov = Math.min(WIDEST, Math.max(USUAL, wanted))
  camera.updateProjectionMatrix()
}

/** The lens as it stands. */
export function lensOf(camera: PerspectiveCamera, size: { width: number; height: number }): Lens {
  const tangent = Math.tan((camera.fov * Math.PI) / 360)
  return { tangent, width: Math.max(1, size.width), height: Math.max(1, size.height) }
}

/** Moves the middle of the view away from the picture's middle, right and down, CSS pixels. */
export function shiftLens(camera: PerspectiveCamera, lens: Lens, x: number, y: number): void {
  if (x === 0 && y === 0) camera.clearViewOffset()
  else camera.setViewOffset(lens.width, lens.height, -x, -y, lens.width, lens.height)
}
