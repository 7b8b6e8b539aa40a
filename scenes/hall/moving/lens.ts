import type { PerspectiveCamera } from 'three'

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

/** The tangent of half the horizontal angle of view. */
export function breadth(camera: PerspectiveCamera): number {
  return Math.tan((camera.fov * Math.PI) / 360) * camera.aspect
}
