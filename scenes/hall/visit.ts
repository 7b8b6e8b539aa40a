import { type PerspectiveCamera, Vector3 } from 'three'
import { placeBefore } from '~/domain/hall/layout'
import { pickGood } from './geometry/booth-things'
import type { HallOptions, Place } from './hall-api'
import type { HallScene } from './hall-scene'
import { closeKeys } from './moving/close-keys'
import { type Picked, pick, type Ray } from './moving/pick'
import { listenToPointer, type PointerListener } from './moving/pointer'
import { findStand, isShut, type Stand } from './world/hall-world'

/** Nearer than this a booth's goods can be told apart: a tap on one picks it at once. */
const AT_HAND = 8
/** From the middle of a booth that is shut, in metres: its whole front is seen. */
const BEFORE_SHUT = 5

/** What the visitor does: pointer and keys become steps, choices and openings. */
export class Visit {
  private readonly pointer: PointerListener
  private readonly listening = new AbortController()
  private readonly eye = new Vector3()

  constructor(
    private readonly scene: HallScene,
    private readonly canvas: HTMLCanvasElement,
    private readonly camera: PerspectiveCamera,
    private readonly options: HallOptions,
  ) {
    this.pointer = listenToPointer(canvas, {
      drag: (dx, dy) => this.drag(dx, dy),
      dragEnd: () => {
        scene.dragging = false
        scene.wake()
      },
      pinch: (factor) => {
        if (!scene.closeView.stand) return
        scene.closeView.move(0, 0, 1 / factor)
        scene.wake()
      },
      tap: (x, y) => this.tap(this.rayTo(x, y)),
      hover: (x, y) => this.hover(this.rayTo(x, y)),
      leave: () => scene.setHover(-1),
    })
    const { signal } = this.listening
    canvas.addEventListener('keydown', (event) => this.keyDown(event), { signal })
    canvas.addEventListener('keyup', (event) => scene.keys.release(event) && scene.wake(), { signal })
    canvas.addEventListener('blur', () => this.letGoOfKeys(), { signal })
    canvas.addEventListener('wheel', (event) => this.wheel(event), { signal, passive: false })
  }

  /** Lets go of keys, fingers and buttons: the canvas goes away, and hears no end of them. */
  letGo(): void {
    this.pointer.letGo()
    this.letGoOfKeys()
  }

  /** The canvas is no longer the one that is typed to. */
  private letGoOfKeys(): void {
    this.scene.keys.releaseAll()
    this.scene.wake()
  }

  /** Up to a booth, into its close view; a closed one, or an empty slot, can only be walked to. */
  goToStand(stand: Stand): void {
    const { scene } = this
    scene.shards.hasten(stand.pavilion)
    if (isShut(scene.world, stand)) this.goTo(placeBefore(stand, BEFORE_SHUT))
    else scene.closeView.enter(stand, !scene.visible)
    scene.setLit(-1)
    scene.wake()
  }

  goTo(place: Place): void {
    const { closeView, world, visitor, visible } = this.scene
    if (!place.closeUp || !closeView.resume(world, place)) {
      this.stepAway(false)
      visitor.goTo(place, !visible)
    }
    this.scene.wake()
  }

  /** Leaves the close view, if there is one. */
  stepAway(back: boolean): void {
    this.scene.closeView.leave(back)
    this.scene.wake()
  }

  highlight(at: { pavilion: number; slot: number } | null): void {
    const stand = at ? findStand(this.scene.world, at) : undefined
    this.scene.setLit(stand?.id ?? -1)
    // One who stands close before a booth goes on looking at it.
    if (stand && !this.scene.closeView.stand) this.scene.visitor.faceTo(stand.x, stand.z)
    this.scene.wake()
  }

  dispose(): void {
    this.pointer.stop()
    this.listening.abort()
  }

  private drag(dx: number, dy: number): void {
    const { scene } = this
    // As if one moved the picture with the hand; narrow pictures turn as far for a thumb's way.
    scene.dragging = true
    if (scene.closeView.stand) scene.closeView.move(dx * -0.004, dy * 0.004)
    else scene.visitor.look(dx * 0.0042, dy * 0.0032)
    scene.wake()
  }

  /** Only close by, and between its limits: elsewhere the wheel scrolls the page. */
  private wheel(event: WheelEvent): void {
    const { scene } = this
    if (!scene.closeView.stand || event.ctrlKey) return
    const before = scene.closeView.zoom
    scene.closeView.move(
      0,
      0,
      Math.exp(Math.sign(event.deltaY) * Math.min(0.1, Math.abs(event.deltaY) * 0.001)),
    )
    if (scene.closeView.zoom === before) return
    event.preventDefault()
    scene.wake()
  }

  private keyDown(event: KeyboardEvent): void {
    const { scene } = this
    if (!scene.visible || event.ctrlKey || event.metaKey || event.altKey) return
    const isEnter = event.code === 'Enter' || event.code === 'NumpadEnter'
    // Held down, the Enter that led up to a booth would open it at once.
    if (isEnter && event.repeat) {
      event.preventDefault()
      return
    }
    if (scene.closeView.stand && this.closeKey(event)) {
      event.preventDefault()
      scene.wake()
      return
    }
    if (scene.keys.press(event)) {
      // Walking away is leaving.
      if (scene.closeView.stand) this.stepAway(false)
      event.preventDefault()
      scene.wake()
      return
    }
    if (!isEnter) return
    const stand = this.nearestInSight()
    if (!stand) return
    event.preventDefault()
    this.goToStand(stand)
  }

  private closeKey(event: KeyboardEvent): boolean {
    const { closeView } = this.scene
    const deed = closeKeys(event, { picked: closeView.picked, goods: closeView.goods })
    if (!deed) return false
    if (deed.kind === 'pick') closeView.pick(deed.good)
    else if (deed.kind === 'open') this.open()
    else if (deed.kind === 'leave') this.stepAway(true)
    else if (!closeView.move(deed.turn, deed.height, deed.zoom) && deed.zoom > 1) this.stepAway(true)
    return true
  }

  /** The picked one's page, else the booth's. */
  private open(): void {
    const { stand, picked } = this.scene.closeView
    if (picked !== null) this.options.onOpenGood(picked)
    else if (stand?.booth && !stand.booth.closed) this.options.onOpen(stand.booth.slug)
  }

  private nearestInSight(): Stand | null {
    const open = this.scene.lastView.pictures.find((stand) => stand.booth && !stand.booth.closed)
    return open ?? null
  }

  private tap(ray: Ray): void {
    const found = pick(this.scene.world.hash, ray)
    const { closeView } = this.scene
    if (found?.kind !== 'stand') {
      if (found) this.goTo({ x: found.x, z: found.z, yaw: this.scene.visitor.at.yaw })
      else this.stepAway(true)
      return
    }
    const { stand, distance } = found
    const good = distance < AT_HAND ? this.goodUnder(stand, ray) : null
    if (stand === closeView.stand) {
      if (good !== null && good === closeView.picked) this.open()
      else closeView.pick(good)
    } else {
      this.goToStand(stand)
      if (good !== null) closeView.pick(good)
    }
    this.scene.wake()
  }

  private hover(ray: Ray): void {
    const found: Picked<Stand> = pick(this.scene.world.hash, ray)
    const stand = found?.kind === 'stand' && !found.stand.booth?.closed ? found.stand : null
    const near = stand !== null && stand === this.scene.closeView.stand
    const canPick = near ? this.goodUnder(stand, ray) !== null : stand !== null
    this.canvas.style.cursor = canPick ? 'pointer' : 'grab'
    this.scene.setHover(near ? -1 : (stand?.id ?? -1))
  }

  private goodUnder(stand: Stand, ray: Ray): number | null {
    const { closeView } = this.scene
    const count = stand === closeView.stand ? closeView.goods : (stand.booth?.drawings.length ?? 0)
    return stand.booth && !stand.booth.closed ? pickGood(stand, ray, count) : null
  }

  private rayTo(x: number, y: number): Ray {
    const { clientWidth, clientHeight } = this.canvas
    const from = this.camera.position
    this.eye.set((x / clientWidth) * 2 - 1, 1 - (y / clientHeight) * 2, 0.5)
    this.eye.unproject(this.camera).sub(from).normalize()
    return { x: from.x, y: from.y, z: from.z, dx: this.eye.x, dy: this.eye.y, dz: this.eye.z }
  }
}
