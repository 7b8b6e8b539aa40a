import type { PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import { pavilionInSight } from '~/domain/hall/layout'
import { Culler, FAR, type InView } from './cull'
import type { HallOptions } from './hall-api'
import { startPlace } from './moving/places'
import { SteeringKeys } from './moving/steering-keys'
import { EYE_HEIGHT, Visitor } from './moving/visitor'
import { nearBooths } from './near-list'
import { Finish } from './quality/finish'
import { buildStage, freeStage, type Stage } from './stage'
import { PictureStream } from './streaming/picture-stream'
import { ShardLoader } from './streaming/shard-loader'
import { NEAR_SIGN, SignStream } from './streaming/sign-stream'
import { UploadQueue } from './streaming/upload-queue'
import { type Board, buildWorld, type HallWorld, type Stand, settleShard } from './world/hall-world'
import type { Instances } from './world/instances'
import { type Furniture, furnishStreet } from './world/street'

/** Bytes that a frame may upload to textures: little while walking, more while standing still. */
const SHARE_WALKING = 170_000
const SHARE_STANDING = 700_000
const MIN_NEAR_SIGNS = 10

/** The hall between its frames: what stands, where the visitor is, what is lit. Nothing here is React's. */
export class HallScene {
  readonly world: HallWorld
  readonly stage: Stage
  readonly finish: Finish
  readonly visitor: Visitor
  readonly keys = new SteeringKeys()
  readonly shards: ShardLoader
  frames = 0
  /** While false nothing is drawn and nothing is loaded. */
  visible = true
  lastView: InView
  /** Set by the pointer while it drags: the visitor hasn't arrived yet. */
  dragging = false
  private readonly culler: Culler
  private readonly queue: UploadQueue
  private readonly signs: SignStream
  private readonly pictures: PictureStream
  private lettersReady = false
  /** Booths have come in since the page was last told what is near. */
  private announceLater = false
  private ready = false
  private hover = -1
  private lit = -1

  constructor(
    readonly renderer: WebGLRenderer,
    private readonly canvas: HTMLCanvasElement,
    private readonly options: HallOptions,
    breadth: number,
    /** Asks for another frame. */
    readonly wake: () => void,
  ) {
    this.world = buildWorld(options.manifest)
    this.stage = buildStage(renderer, this.world)
    this.finish = new Finish(renderer, this.stage, options.quality)
    const street = furnishStreet(this.world.layout)
    this.culler = new Culler(this.world, street)
    this.lastView = this.culler.inView
    this.queue = new UploadQueue(renderer)
    const { signNear, signFar, pictures } = this.stage.textures
    const boards = new Map<number, Board>(
      [this.world.arch, ...this.world.gates].map((board) => [board.id, board]),
    )
    const boardOf = (id: number): Board | undefined => this.world.all[id] ?? boards.get(id)
    this.signs = new SignStream({ near: signNear, far: signFar }, this.queue, boardOf)
    this.pictures = new PictureStream(
      pictures,
      this.queue,
      (id) => this.world.all[id],
      options.drawingUrl,
      wake,
    )
    const ground = { hash: this.world.hash, bounds: this.world.layout.bounds }
    this.visitor = new Visitor(
      ground,
      startPlace(this.world, options.start, breadth),
      options.reducedMotion,
      () => this.fadeIn(),
    )
    this.shards = new ShardLoader(this.world.layout, options.loadShard, (shard) => {
      settleShard(this.world, shard)
      this.announceLater = true
      wake()
    })
  }

  /** From now on signs may be drawn: the page's fonts are there, or won't come. */
  letLettersIn(): void {
    this.lettersReady = true
    this.wake()
  }

  /** A booth under the pointer; −1 for none. */
  setHover(id: number): void {
    if (this.hover === id) return
    this.hover = id
    this.wake()
  }

  /** A booth that the page lights, or that is chosen; −1 for none. */
  setLit(id: number): void {
    if (this.lit === id) return
    this.lit = id
    this.wake()
  }

  /** One frame. The order is told in README.md. @returns true while another frame is needed. */
  frame(dt: number, camera: PerspectiveCamera, scene: Scene): boolean {
    if (!this.visible) return false
    const moving = this.visitor.step(Math.min(dt, 0.05), this.keys.steering)
    const { x, z, yaw } = this.visitor.at
    camera.position.set(x, EYE_HEIGHT, z)
    camera.rotation.set(this.visitor.pitch, yaw, 0, 'YXZ')
    camera.updateMatrixWorld()
    this.shards.look(x, z, FAR)
    this.finish.measure(performance.now(), moving)
    this.culler.far = FAR * this.finish.quality.sight
    const view = this.culler.run(camera)
    const streaming = this.stream(view, moving)
    this.write(view)
    this.stage.uniforms.uHot.value = this.hover >= 0 ? this.hover : this.lit
    this.finish.prepare(camera, view)
    this.renderer.render(scene, camera)
    this.count()
    if (!moving && !this.dragging) this.announce()
    return moving || streaming
  }

  private stream(view: InView, moving: boolean): boolean {
    const until = performance.now() + (moving ? 1.5 : 8)
    let more = false
    if (this.lettersReady) {
      const near = view.signs.slice(0, Math.max(MIN_NEAR_SIGNS, NEAR_SIGN.layers - 4))
      more = this.signs.want(near, view.signs, until)
    }
    more = this.pictures.want(view.pictures, until) || more
    this.queue.run(moving ? SHARE_WALKING : SHARE_STANDING)
    return more || this.queue.length > 0
  }

  private write(view: InView): void {
    const { booths, street } = this.stage
    fill(booths.near, view.near, ofStand)
    fill(booths.mid, view.mid, ofStand)
    fill(booths.far, view.far, ofStand)
    fill(street.gates, view.gates, ofBoard)
    fill(street.arch, view.arch, ofBoard)
    fill(street.lamps, view.lamps, ofFurniture)
    fill(street.garlands, view.garlands, ofFurniture)
    fill(street.planters, view.planters, ofFurniture)
  }

  /** What tests and the curious may read from the canvas: frames drawn, booths standing, shards loaded. */
  private count(): void {
    const { dataset } = this.canvas
    dataset.frames = String(++this.frames)
    dataset.quality = String(this.finish.level)
    dataset.booths = String(this.world.standing)
    dataset.pavilions = String(this.shards.loaded)
    if (this.ready || this.world.standing === 0) return
    this.ready = true
    this.options.onReady()
  }

  private announce(): void {
    const moved = this.visitor.settle()
    if (!moved && !this.announceLater) return
    this.announceLater = false
    const place = { ...this.visitor.at }
    const pavilion = pavilionInSight(this.world.layout, place)?.number ?? null
    this.options.onArrive({ place, pavilion, near: nearBooths(this.world, place) })
  }

  private fadeIn(): void {
    if (this.options.reducedMotion) return
    this.canvas.animate([{ opacity: 0.25 }, { opacity: 1 }], { duration: 220, easing: 'ease-out' })
  }

  dispose(): void {
    this.shards.stop()
    this.pictures.stop()
    this.queue.clear()
    this.finish.dispose()
    freeStage(this.renderer, this.stage)
  }
}

function fill<T>(layer: Instances, list: readonly T[], put: (layer: Instances, one: T) => void): void {
  layer.clear()
  for (const one of list) put(layer, one)
  layer.flush()
}

function ofStand(layer: Instances, stand: Stand): void {
  layer.add(stand)
}

function ofBoard(layer: Instances, board: Board): void {
  layer.add({ ...board, roof: 0, picture: -1, state: 1 })
}

function ofFurniture(layer: Instances, one: Furniture): void {
  layer.add({ ...one, id: -2, motif: 1, roof: 0, near: -1, far: -1, picture: -1, state: 1 })
}
