import type { PerspectiveCamera, WebGLRenderer } from 'three'
import type { InView } from '../cull'
import { FOG_DISTANCE } from '../shading/uniforms'
import type { Stage } from '../stage'
import { FloorMirror } from './floor-mirror'
import { type Quality, QualityGovernor } from './governor'

/** How finely the hall is drawn: measures frames, and turns pixels, sight and mirror up or down with them. */
export class Finish {
  /** Told when another number of pixels is wanted, before the frame that is drawn with them. */
  onPixels: () => void = () => {}
  private readonly governor: QualityGovernor
  private readonly mirror: FloorMirror
  private mirrored = false
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
   * Just before the picture is drawn, when all that is in view has been written.
   * @returns the bytes that the mirror sends to the graphics card.
   */
  prepare(camera: PerspectiveCamera, view: InView): number {
    const { mirror } = this.quality
    const sent = mirror ? this.mirror.draw(camera, view.near, view.mid) : 0
    if (!mirror && this.mirrored) this.mirror.rest()
    this.mirrored = mirror
    return sent
  }

  dispose(): void {
    this.mirror.dispose()
  }

  private dim(): void {
    this.stage.uniforms.uFogDistance.value = FOG_DISTANCE * this.quality.sight
  }
}
