import type { PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import { pavilionInSight } from '~/domain/hall/layout'
import { Counters } from './counters'
import { Culler, FAR, type InView } from './cull'
import type { HallOptions, Place } from './hall-api'
import { PickMark } from './layers/pick-mark'
import { CloseView } from './moving/close-view'
import { lensOf } from './moving/lens'
import { type Sight, startPlace } from './moving/places'
import { SteeringKeys } from './moving/steering-keys'
import { Visitor } from './moving/visitor'
import { nearBooths, shutAhead } from './near-list'
import { Finish, SHARED_WITHIN } from './quality/finish'
import { buildStage, freeStage, rebuildTextures, type Stage } from './stage'
import { writeLayers } from './stage-layers'
import { ShardLoader } from './streaming/shard-loader'
import { TextureFeed } from './streaming/texture-feed'
import { buildWorld, findStand, type HallWorld, settleShard } from './world/hall-world'
import { furnishStreet } from './world/street'

/** The hall between its frames: what stands, where the visitor is, what is lit. Nothing here is React's. */
export class HallScene {
  readonly world: HallWorld
  readonly stage: Stage
  readonly finish: Finish
  readonly visitor: Visitor
  readonly closeView: CloseView
  readonly mark = new PickMark()
  /** How a view is framed now. */
  readonly sight: () => Sight
  readonly keys = new SteeringKeys()
  readonly shards: ShardLoader
  frames = 0
  /** While false nothing is drawn and nothing is loaded. */
  visible = true
  /** The graphics card is away: there is nothing to draw on. */
  lost = false
  lastView: InView
  /** Set by the pointer while it drags: the visitor hasn't arrived yet. */
  dragging = false
  readonly feed: TextureFeed
  private readonly culler: Culler
  private readonly counters: Counters
  /** Booths have come in since the page was last told what is near. */
  private announceLater = false
  private ready = false
  /** How many signs and pictures had been laid when the instances were last written. */
  private shown = 0
  private hover = -1
  private lit = -1

  constructor(
    readonly renderer: WebGLRenderer,
    private readonly canvas: HTMLCanvasElement,
    private readonly options: HallOptions,
    camera: PerspectiveCamera,
    /** Asks for another frame. */
    readonly wake: () => void,
  ) {
    this.counters = new Counters(canvas)
    this.world = buildWorld(options.manifest)
    this.stage = buildStage(renderer, this.world)
    this.finish = new Finish(renderer, this.stage, options.quality)
    const street = furnishStreet(this.world.layout, this.world.gates)
    this.culler = new Culler(this.world, street)
    this.lastView = this.culler.inView
    const { sheetUrl, savesData } = options
    this.feed = new TextureFeed(renderer, this.world, this.stage.textures, { sheetUrl, savesData, wake })
    const ground = { hash: this.world.hash, bounds: this.world.layout.bounds }
    const lens = () => lensOf(camera, { width: canvas.clientWidth, height: canvas.clientHeight })
    const { reducedMotion, covered, onCloseUp } = options
    this.sight = () => ({ lens: lens(), coveredTop: covered(false).top })
    const start = startPlace(this.world, options.start, this.sight())
    this.visitor = new Visitor(ground, start, reducedMotion, () => this.fadeIn())
    this.closeView = new CloseView(this.visitor, this.mark, { reducedMotion, lens, covered, onCloseUp })
    if (options.start && 'booth' in options.start) {
      const stand = findStand(this.world, options.start.booth)
      if (stand) this.closeView.enter(stand, true)
    } else if (options.start?.closeUp) this.closeView.resume(this.world, options.start)
    this.shards = new ShardLoader(this.world.layout, options.loadShard, (shard) => {
      settleShard(this.world, shard)
      this.closeView.leaveIfShut(this.world)
      this.announceLater = true
      this.visitor.makeWay()
      wake()
    })
  }

  /** The graphics card is back and empty: the hall goes on where it stood. */
  restart(): void {
    this.lost = false
    rebuildTextures(this.renderer, this.stage)
    this.feed.restart(this.stage.textures)
    this.wake()
  }

  /** Calls off what is being loaded, while nobody looks; the next frame asks again. */
  pauseLoading(): void {
    this.feed.pause()
    this.shards.pause()
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
    if (!this.visible || this.lost) return false
    const moving = this.closeView.step(Math.min(dt, 0.05), this.keys.steering)
    const { x, z, yaw } = this.visitor.at
    camera.position.set(x, this.visitor.height, z)
    camera.rotation.set(this.visitor.pitch, yaw, 0, 'YXZ')
    camera.updateMatrixWorld()
    this.closeView.bend(camera)
    this.shards.look(x, z, FAR)
    const now = performance.now()
    this.finish.measure(now, moving)
    const share = this.finish.share(camera)
    if (share.cull) {
      this.culler.far = FAR * this.finish.quality.sight
      this.culler.run(camera, share.cull === 'roomy' ? SHARED_WITHIN : undefined)
    }
    const view = this.culler.inView
    const live = moving || this.dragging
    if (share.ask) this.feed.ask(view, this.visitor.at, this.closeView.stand?.id ?? this.lit, live)
    // Signs and pictures that the last frames have laid are seen from this one on.
    const written = share.cull || this.feed.laid !== this.shown ? writeLayers(this.stage, view) : 0
    this.shown = this.feed.laid
    const laid = share.upload && this.feed.upload(live, written) > 0
    this.stage.uniforms.uHot.value = this.hover >= 0 ? this.hover : this.lit
    this.finish.prepare(camera, view, share.mirror)
    this.renderer.render(scene, camera)
    this.mark.rest()
    this.count(live, now)
    if (!live) {
      this.announce()
      this.closeView.tell(camera)
    }
    // What has gone up is seen in the next frame; what a frame had no time for is done there.
    return moving || laid || this.feed.hasMore || share.cull !== 'exact'
  }

  /** What tests and the curious may read from the canvas; see README.md. */
  private count(live: boolean, now: number): void {
    const { counters } = this
    counters.showFrames(++this.frames, live, now)
    counters.show('quality', this.finish.level)
    counters.show('booths', this.world.standing)
    counters.show('pavilions', this.shards.loaded)
    counters.show('painter', this.feed.paintsIn ?? '')
    counters.show('laid', this.feed.laid)
    // Who moves asks for more and more of it.
    if (!live) counters.show('coming', this.feed.coming)
    if (this.ready || this.world.standing === 0) return
    this.ready = true
    this.shards.widen()
    this.options.onReady()
  }

  private announce(): void {
    const moved = this.visitor.settle()
    if (!moved && !this.announceLater) return
    this.announceLater = false
    const place = this.place()
    this.counters.show('at', `${place.x.toFixed(2)},${place.z.toFixed(2)},${place.yaw.toFixed(2)}`)
    const pavilion = pavilionInSight(this.world.layout, place)?.number ?? null
    const shut = place.closeUp ? null : shutAhead(this.world, place)
    this.options.onArrive({ place, pavilion, near: nearBooths(this.world, place), shut })
  }

  /** Where the visitor stands and looks. */
  place(): Place {
    const { visitor, closeView } = this
    const { x, z, yaw } = visitor.at
    const { pitch } = visitor
    return closeView.stand ? { x, z, yaw, pitch, closeUp: true } : { x, z, yaw, pitch }
  }

  private fadeIn(): void {
    if (this.options.reducedMotion) return
    this.canvas.animate([{ opacity: 0.25 }, { opacity: 1 }], { duration: 220, easing: 'ease-out' })
  }

  dispose(): void {
    this.shards.stop()
    this.feed.dispose()
    this.finish.dispose()
    freeStage(this.renderer, this.stage)
    this.mark.dispose()
  }
}
