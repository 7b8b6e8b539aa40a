import { type PerspectiveCamera, Vector3 } from 'three'
import type { HallOptions, Place } from './hall-api'
import type { HallScene } from './hall-scene'
import { breadth } from './moving/lens'
import { type Picked, pick } from './moving/pick'
import { placeAtStand } from './moving/places'
import { listenToPointer } from './moving/pointer'
import { EYE_HEIGHT } from './moving/visitor'
import { findStand, type Stand } from './world/hall-world'

/** Nearer than this a booth is at hand: a tap chooses it, without walking there. */
const AT_HAND = 8
/** What the visitor does: pointer and keys become steps, choices and openings. */
export class Visit {
  private chosen: Stand | null = null
  private readonly stopPointer: () => void
  private readonly listening = new AbortController()
  private readonly eye = new Vector3()

  constructor(
    private readonly scene: HallScene,
    private readonly canvas: HTMLCanvasElement,
    private readonly camera: PerspectiveCamera,
    private readonly options: HallOptions,
  ) {
    this.stopPointer = listenToPointer(canvas, {
      drag: (dx, dy) => {
        // As if one moved the picture with the hand; narrow pictures turn as far for a thumb's way.
        scene.dragging = true
        scene.visitor.look(dx * 0.0042, dy * 0.0032)
        scene.wake()
      },
      dragEnd: () => {
        scene.dragging = false
        scene.wake()
      },
      tap: (x, y) => this.tap(this.under(x, y)),
      hover: (x, y) => this.hover(this.under(x, y)),
      leave: () => scene.setHover(-1),
    })
    const { signal } = this.listening
    canvas.addEventListener('keydown', (event) => this.keyDown(event), { signal })
    canvas.addEventListener('keyup', (event) => scene.keys.release(event) && scene.wake(), { signal })
    canvas.addEventListener('blur', () => this.letGo(), { signal })
  }

  /** Lets go of all keys: the canvas is no longer the one that is typed to. */
  letGo(): void {
    this.scene.keys.releaseAll()
    this.scene.wake()
  }

  goToStand(stand: Stand): void {
    this.scene.shards.hasten(stand.pavilion)
    this.scene.visitor.goTo(placeAtStand(stand, breadth(this.camera)), !this.scene.visible)
    this.scene.wake()
  }

  goTo(place: Place): void {
    this.scene.visitor.goTo(place, !this.scene.visible)
    this.scene.wake()
  }

  highlight(at: { pavilion: number; slot: number } | null): void {
    const stand = at ? findStand(this.scene.world, at) : undefined
    this.scene.setLit(stand?.id ?? this.chosen?.id ?? -1)
    if (stand) this.scene.visitor.faceTo(stand.x, stand.z)
    this.scene.wake()
  }

  dispose(): void {
    this.stopPointer()
    this.listening.abort()
  }

  private keyDown(event: KeyboardEvent): void {
    if (!this.scene.visible) return
    if (this.scene.keys.press(event)) {
      event.preventDefault()
      this.scene.wake()
      return
    }
    if (event.code === 'Enter' || event.code === 'NumpadEnter') {
      const stand = this.chosen ?? this.nearestInSight()
      if (!stand?.booth || stand.booth.closed) return
      event.preventDefault()
      this.options.onOpen(stand.booth.slug)
    } else if (event.code === 'Escape' && this.chosen) this.choose(null)
  }

  private nearestInSight(): Stand | null {
    const open = this.scene.lastView.pictures.find((stand) => stand.booth && !stand.booth.closed)
    return open ?? null
  }

  private tap(found: Picked<Stand>): void {
    if (found?.kind === 'stand') {
      const { stand, distance } = found
      if (stand === this.chosen && stand.booth && !stand.booth.closed) {
        this.options.onOpen(stand.booth.slug)
        return
      }
      this.choose(stand)
      if (distance > AT_HAND) this.goToStand(stand)
      return
    }
    this.choose(null)
    if (found) this.goTo({ x: found.x, z: found.z, yaw: this.scene.visitor.at.yaw })
  }

  /** A closed booth can be looked at, not chosen: there is nothing to open. */
  private choose(stand: Stand | null): void {
    const next = stand?.booth && !stand.booth.closed ? stand : null
    if (next === this.chosen) return
    this.chosen = next
    this.scene.setLit(next?.id ?? -1)
    this.options.onChoose(
      next?.booth ? { slug: next.booth.slug, pavilion: next.pavilion, slot: next.slot } : null,
    )
  }

  private hover(found: Picked<Stand>): void {
    const stand = found?.kind === 'stand' && !found.stand.booth?.closed ? found.stand : null
    this.canvas.style.cursor = stand ? 'pointer' : 'grab'
    this.scene.setHover(stand?.id ?? -1)
  }

  private under(x: number, y: number): Picked<Stand> {
    const { clientWidth, clientHeight } = this.canvas
    this.eye.set((x / clientWidth) * 2 - 1, 1 - (y / clientHeight) * 2, 0.5)
    this.eye.unproject(this.camera).sub(this.camera.position).normalize()
    const { x: dx, y: dy, z: dz } = this.eye
    const at = this.scene.visitor.at
    return pick(this.scene.world.hash, { x: at.x, y: EYE_HEIGHT, z: at.z, dx, dy, dz })
  }
}
