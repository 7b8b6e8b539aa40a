import type { PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import type { InView } from '../hall/cull'
import { frameLens, lensOf, shiftLens } from '../hall/moving/lens'
import { frameFront, limitOrbit, type Orbit, orbitPose, RESTING_ORBIT } from '../hall/moving/orbit'
import { buildStage, freeStage, rebuildTextures, type Stage } from '../hall/stage'
import { TextureFeed } from '../hall/streaming/texture-feed'
import type { HallWorld, Stand } from '../hall/world/hall-world'
import type { BoothOptions, BoothSpec } from './booth-api'
import { buildBoothWorld, settleSpec } from './booth-world'

const NOTHING = { top: 0, right: 0, bottom: 0, left: 0 }

/** One booth with the hall's own geometry, shading and signs, seen from before it. Nothing here is React's. */
export class BoothScene {
  readonly stage: Stage
  readonly feed: TextureFeed
  /** The graphics card is away: there is nothing to draw on. */
  lost = false
  private readonly world: HallWorld
  private readonly stand: Stand
  private readonly view: InView
  private orbit: Orbit = { ...RESTING_ORBIT }
  private isReady = false

  constructor(
    private readonly renderer: WebGLRenderer,
    private readonly canvas: HTMLCanvasElement,
    spec: BoothSpec,
    private readonly options: BoothOptions,
    /** Asks for another frame. */
    private readonly wake: () => void,
  ) {
    const { world, stand } = buildBoothWorld(spec)
    this.world = world
    this.stand = stand
    settleSpec(world, stand, spec)
    this.stage = buildStage(renderer, world)
    // The address says which sheet it is: it is passed on whole.
    const sheetUrl = (_: string, version: string) => version
    this.feed = new TextureFeed(renderer, world, this.stage.textures, {
      sheetUrl,
      savesData: options.savesData,
      wake,
    })
    this.view = {
      near: [stand],
      mid: [],
      far: [],
      gates: [],
      arch: [],
      lamps: [],
      garlands: [],
      planters: [],
      signs: [stand],
      pictures: [stand],
    }
  }

  show(spec: BoothSpec): void {
    // What has been painted was of another sign: all of it is painted anew, which is one sign and one sheet.
    if (settleSpec(this.world, this.stand, spec)) {
      this.forget()
      this.feed.restart(this.stage.textures)
    }
    this.wake()
  }

  /** The graphics card is back and empty. */
  restart(): void {
    this.lost = false
    rebuildTextures(this.renderer, this.stage)
    this.forget()
    this.feed.restart(this.stage.textures)
    this.wake()
  }

  /** Looks at it from farther to one side. */
  turn(by: number): void {
    this.orbit = limitOrbit({ ...this.orbit, turn: this.orbit.turn + by })
    this.wake()
  }

  /** @returns true while another frame is needed. */
  frame(camera: PerspectiveCamera, scene: Scene): boolean {
    if (this.lost) return false
    const { stand, stage, feed, canvas } = this
    const size = { width: Math.max(1, canvas.clientWidth), height: Math.max(1, canvas.clientHeight) }
    frameLens(camera, size)
    const lens = lensOf(camera, size)
    const frame = frameFront(lens, NOTHING)
    const pose = orbitPose(stand, this.orbit, frame)
    camera.position.set(pose.x, pose.height, pose.z)
    camera.rotation.set(pose.pitch, pose.yaw, 0, 'YXZ')
    shiftLens(camera, lens, frame.shiftX, frame.shiftY)
    camera.updateMatrixWorld()
    stand.distance = Math.hypot(stand.x - pose.x, stand.z - pose.z)
    feed.ask(this.view, pose, stand.id, false)
    stage.booths.near.clear()
    stage.booths.near.add(stand)
    const uploaded = feed.upload(false, stage.booths.near.flush())
    this.renderer.render(scene, camera)
    if (!this.isReady) {
      this.isReady = true
      this.options.onReady()
    }
    return uploaded > 0 || feed.hasMore
  }

  dispose(): void {
    this.feed.dispose()
    freeStage(this.renderer, this.stage)
  }

  private forget(): void {
    this.stand.near = -1
    this.stand.far = -1
    this.stand.picture = -1
  }
}
