import { Matrix4, type PerspectiveCamera, Vector3, type WebGLRenderer } from 'three'
import type { InView } from '../cull'
import { FOG_DISTANCE } from '../shading/uniforms'
import type { Stage } from '../stage'
import { FloorMirror } from './floor-mirror'
import { type Quality, QualityGovernor } from './governor'

/**
 * While the view moves by less than this, metres and radians, frames share what one of them has found to be in view,
 * and its mirror. Culling leaves as much room (`Culler.run`).
 */
export const SHARED_WITHIN = { step: 0.5, turn: 0.05 }
/** So many frames share it. */
const SHARED_BY = 3

/** What a frame does beside drawing. */
export interface Share {
  /** Whether it finds out what is in view: exactly, or with room for the frames that come; null: it takes what is known. */
  cull: 'exact' | 'roomy' | null
  mirror: boolean
  /** Asks for signs and pictures. */
  ask: boolean
  /** Uploads those that have come. */
  upload: boolean
}

const REST: Share = { cull: 'exact', mirror: true, ask: true, upload: true }
const DULL_REST: Share = { ...REST, mirror: false }
const LEAD: Share = { cull: 'roomy', mirror: true, ask: false, upload: false }
const DULL_LEAD: Share = { ...LEAD, mirror: false }
const ASK: Share = { cull: null, mirror: false, ask: true, upload: true }
const UPLOAD: Share = { ...ASK, ask: false }

/** How finely the hall is drawn: measures frames, and turns pixels, sight and mirror up or down with them. */
export class Finish {
  /** Told when another number of pixels is wanted, before the frame that is drawn with them. */
  onPixels: () => void = () => {}
  private readonly governor: QualityGovernor
  private readonly mirror: FloorMirror
  private mirrored = false
  /** What is seen now, and what was seen in the frame before. */
  private readonly sees = new Matrix4()
  private readonly seen = new Matrix4()
  /** From where, and how, it was last found out what is in view. */
  private readonly eye = new Vector3()
  private readonly lens = new Matrix4()
  private yaw = 0
  private pitch = 0
  /** Whether room was left then. */
  private roomy = false
  /** Frames since then in which the view was another one. */
  private behind = 0
  /** When the last frame began, if the next one follows it without a rest; else null. */
  private before: number | null = null

  constructor(
    renderer: WebGLRenderer,
    private readonly stage: Stage,
    /** A level kept whatever the frames say; undefined: measured. */
    frozen?: number,
  ) {
    this.governor = new QualityGovernor(frozen ?? null)
    const { gates, arch, lamps } = stage.street
    this.mirror = new FloorMirror(renderer, stage.uniforms, stage.materials.hall, [gates, arch, lamps])
    this.dim()
  }

  get quality(): Quality {
    return this.governor.quality
  }

  get level(): number {
    return this.governor.level
  }

  /** At the beginning of a frame. Only frames that follow each other because the view moves are judged. */
  measure(now: number, moving: boolean): void {
    const { before } = this
    this.before = moving ? now : null
    if (before === null || !moving || !this.governor.sample(now - before)) return
    this.dim()
    this.onPixels()
  }

  /**
   * What this frame is for, once the camera stands: while the view moves, one finds out what is in view and draws the
   * mirror, the next asks for signs and pictures and uploads, the third uploads. None does everything, and most do
   * little. Whoever stands still sees what is there exactly: a frame that isn't of that kind is never the last.
   */
  share(camera: PerspectiveCamera): Share {
    const { mirror } = this.quality
    const { seen, sees, eye, lens } = this
    sees.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
    const still = sees.equals(seen)
    seen.copy(sees)
    const { x, y } = camera.rotation
    const near =
      eye.distanceTo(camera.position) < SHARED_WITHIN.step &&
      Math.abs(y - this.yaw) + Math.abs(x - this.pitch) < SHARED_WITHIN.turn &&
      lens.equals(camera.projectionMatrix) &&
      mirror === this.mirrored
    if (!still && near && this.roomy && ++this.behind < SHARED_BY) return this.behind === 1 ? ASK : UPLOAD
    this.behind = 0
    this.roomy = !still
    eye.copy(camera.position)
    lens.copy(camera.projectionMatrix)
    this.yaw = y
    this.pitch = x
    if (still) return mirror ? REST : DULL_REST
    return mirror ? LEAD : DULL_LEAD
  }

  /** Just before the picture is drawn, when all that is in view has been written. */
  prepare(camera: PerspectiveCamera, view: InView, draws: boolean): void {
    const { mirror } = this.quality
    if (draws) this.mirror.draw(camera, view.near, view.mid)
    if (!mirror && this.mirrored) this.mirror.rest()
    this.mirrored = mirror
  }

  dispose(): void {
    this.mirror.dispose()
  }

  private dim(): void {
    this.stage.uniforms.uFogDistance.value = FOG_DISTANCE * this.quality.sight
  }
}
