import { Matrix4, type PerspectiveCamera, Vector3, type WebGLRenderer } from 'three'
import type { InView } from '../cull'
import { FOG_DISTANCE } from '../shading/uniforms'
import type { Stage } from '../stage'
import { FloorMirror } from './floor-mirror'
import { type Quality, QualityGovernor } from './governor'

/** A step or a turn beyond these, in metres and radians, is a new view: its mirror is drawn at once. */
const FAR_STEP = 0.5
const WIDE_TURN = 0.1
/** So many frames look into the same mirror while the view moves by less. */
const SHARED_BY = 3

const FEED = { mirror: false, feed: true }
const MIRROR = { mirror: true, feed: false }
const BOTH = { mirror: true, feed: true }

/** How finely the hall is drawn: measures frames, and turns pixels, sight and mirror up or down with them. */
export class Finish {
  /** Told when another number of pixels is wanted, before the frame that is drawn with them. */
  onPixels: () => void = () => {}
  private readonly governor: QualityGovernor
  private readonly mirror: FloorMirror
  private mirrored = false
  /** What is seen now, and whether it was seen like this in the frame before. */
  private readonly seen = new Matrix4()
  private readonly sees = new Matrix4()
  /** Where the mirror was last drawn from. */
  private readonly eye = new Vector3()
  private yaw = 0
  private pitch = 0
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

  /** The mirror shows what was seen before: another frame is needed until the hall may rest. */
  get isBehind(): boolean {
    return this.behind > 0
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
   * What this frame is for, once the camera stands: while the view moves, one frame draws the mirror and the next
   * two, which look into the same picture from less than half a metre away, have time for signs and pictures.
   */
  share(camera: PerspectiveCamera): { mirror: boolean; feed: boolean } {
    const { mirror } = this.quality
    const { seen, sees, eye } = this
    sees.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
    const still = sees.equals(seen)
    seen.copy(sees)
    if (!mirror) {
      this.behind = 0
      return FEED
    }
    const { x, y } = camera.rotation
    const near =
      eye.distanceTo(camera.position) < FAR_STEP &&
      Math.abs(y - this.yaw) < WIDE_TURN &&
      Math.abs(x - this.pitch) < WIDE_TURN
    if (!still && this.mirrored && near && ++this.behind < SHARED_BY) return FEED
    this.behind = 0
    eye.copy(camera.position)
    this.yaw = y
    this.pitch = x
    return still || !this.mirrored ? BOTH : MIRROR
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
