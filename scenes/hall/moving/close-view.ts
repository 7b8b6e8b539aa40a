import { type PerspectiveCamera, Vector3 } from 'three'
import { FRONT, type Thing, thingOf, toHall } from '../geometry/booth-things'
import type { CloseUp, Insets, Place, ScreenRect } from '../hall-api'
import type { PickMark } from '../layers/pick-mark'
import { type HallWorld, isShut, type Stand } from '../world/hall-world'
import { shiftLens } from './lens'
import {
  type Frame,
  frameFront,
  type Lens,
  limitOrbit,
  MOST_TURN,
  type Orbit,
  orbitAt,
  orbitPose,
  RESTING_ORBIT,
} from './orbit'
import { EYE_HEIGHT, type Steering, shortTurn, type Visitor } from './visitor'

/** Seconds in which the picture's middle and the eye's height come and go with a close view. */
const EASING = 0.45
/** How quickly the eye follows the hand; a share of the rest a second, as an exponent. */
const FOLLOWING = 9
const STANDS_STILL: Steering = { ahead: 0, aside: 0, turn: 0, run: false }
/** Somebody who stood this far from a booth, and looked at it, stood before it. */
const WITHIN = 6.2

export interface CloseViewOptions {
  reducedMotion: boolean
  lens: () => Lens
  covered: (closeUp: boolean) => Insets
  onCloseUp: (closeUp: CloseUp | null) => void
}

/** A booth looked at from close by: the eye moves about its front within limits, and its goods can be picked. */
export class CloseView {
  stand: Stand | null = null
  picked: number | null = null
  private count = 0
  private goal: Orbit = { ...RESTING_ORBIT }
  private readonly now: Orbit = { ...RESTING_ORBIT }
  private frame: Frame
  private lens: Lens
  /** 0 walking, 1 close by: how much of the shift and of the eye's height counts. */
  private weight = 0
  private bent = false
  private told: CloseUp | null = null
  private restless = false
  private readonly point = new Vector3()

  constructor(
    private readonly visitor: Visitor,
    private readonly mark: PickMark,
    private readonly options: CloseViewOptions,
  ) {
    this.lens = options.lens()
    this.frame = frameFront(this.lens, { left: 0, top: 0, right: 0, bottom: 0 })
  }

  /** Goes before a booth. `orbit`: how it was looked at before. */
  enter(stand: Stand, unseen: boolean, from: Place | null = null): void {
    if (this.stand === stand && !from) return
    // Who comes back to the booth that they never left finds picked what they had picked.
    if (this.stand !== stand) {
      this.stand = stand
      this.count = stand.booth?.drawings.length ?? 0
      this.setPicked(null)
    }
    this.frameAnew()
    Object.assign(this.now, from ? orbitAt(stand, from, this.frame) : RESTING_ORBIT)
    this.goal = { ...this.now }
    const pose = orbitPose(stand, this.now, this.frame)
    this.visitor.goTo(pose, unseen)
    if (unseen || this.options.reducedMotion) this.weight = 1
    this.restless = true
    this.tell()
  }

  /** Goes back to the close view in which somebody stood at a place. @returns false when no open booth is there. */
  resume(world: HallWorld, place: Place): boolean {
    const found = world.all.find((stand) => {
      const distance = Math.hypot(stand.x - place.x, stand.z - place.z)
      if (distance > WITHIN || isShut(world, stand)) return false
      const there = Math.atan2(place.x - stand.x, place.z - stand.z)
      const [turn, look] = [shortTurn(there - stand.yaw - Math.PI), shortTurn(place.yaw - there)]
      return Math.abs(turn) < MOST_TURN + 0.1 && Math.abs(look) < 0.15
    })
    if (found) this.enter(found, true, place)
    return found !== undefined
  }

  /** Lets go of the booth. `back`: a step away from it, else the visitor goes their own way. */
  leave(back: boolean): void {
    const { stand } = this
    if (!stand) return
    this.stand = null
    this.setPicked(null)
    if (this.options.reducedMotion) this.weight = 0
    const { x, z, yaw } = this.visitor.at
    if (back) this.visitor.goTo({ x: x + Math.sin(yaw) * 0.5, z: z + Math.cos(yaw) * 0.5, yaw })
    this.restless = true
    this.tell()
  }

  /** What has come in may show that nobody can stand before it. */
  leaveIfShut(world: HallWorld): void {
    if (this.stand && isShut(world, this.stand)) this.leave(false)
  }

  /** Around the front and up or down: radians, metres; `zoom` as a factor. @returns false at the far limit. */
  move(turn: number, height: number, zoom = 1): boolean {
    const wanted = {
      turn: this.goal.turn + turn,
      height: this.goal.height + height,
      zoom: this.goal.zoom * zoom,
    }
    this.goal = limitOrbit(wanted, this.frame)
    if (this.options.reducedMotion) Object.assign(this.now, this.goal)
    this.restless = true
    return this.goal.zoom === wanted.zoom
  }

  setCount(count: number): void {
    if (!this.stand) return
    this.count = count
    if (this.picked !== null && this.picked >= count) this.setPicked(null)
    this.tell()
  }

  /** How near the eye is going: less is nearer. */
  get zoom(): number {
    return this.goal.zoom
  }

  get goods(): number {
    return this.count
  }

  pick(good: number | null): void {
    if (!this.stand || (good !== null && (good < 0 || good >= this.count))) return
    this.setPicked(good)
    this.restless = true
    this.tell()
  }

  /** The picture's size changed, or what lies over it. */
  frameAnew(): void {
    this.lens = this.options.lens()
    this.bent = true
    if (!this.stand) return
    this.frame = frameFront(this.lens, this.options.covered(true))
    this.restless = true
  }

  /** One frame of `dt` seconds. @returns true while something moves. */
  step(dt: number, keys: Steering): boolean {
    const easing = this.ease(dt)
    if (!this.stand) return this.visitor.step(dt, keys) || easing
    if (this.visitor.gliding) {
      this.visitor.step(dt, STANDS_STILL)
      this.visitor.height = EYE_HEIGHT + (this.now.height - EYE_HEIGHT) * this.weight
      return true
    }
    const share = 1 - Math.exp(-FOLLOWING * dt)
    const { now, goal } = this
    const far =
      Math.abs(goal.turn - now.turn) + Math.abs(goal.height - now.height) + Math.abs(goal.zoom - now.zoom)
    const follows = far > 0.0015 && !this.options.reducedMotion
    now.turn += (goal.turn - now.turn) * (follows ? share : 1)
    now.height += (goal.height - now.height) * (follows ? share : 1)
    now.zoom += (goal.zoom - now.zoom) * (follows ? share : 1)
    if (this.restless || follows || easing) {
      const pose = orbitPose(this.stand, now, this.frame)
      pose.height = EYE_HEIGHT + (pose.height - EYE_HEIGHT) * this.weight
      this.visitor.hold(pose)
      this.restless = follows
    }
    return follows || easing
  }

  /** Lets the camera look from where the close view has come to; once for each frame. */
  bend(camera: PerspectiveCamera): void {
    if (!this.bent) return
    this.bent = false
    const smooth = this.weight * this.weight * (3 - 2 * this.weight)
    shiftLens(camera, this.lens, this.frame.shiftX * smooth, this.frame.shiftY * smooth)
  }

  /** Tells the page what is seen, if that has changed. `camera`: it rests, so it can be said where things lie. */
  tell(camera: PerspectiveCamera | null = null): void {
    const { stand, picked } = this
    const booth = stand?.booth
    if (!stand || !booth || booth.closed) {
      if (this.told && !stand) {
        this.told = null
        this.options.onCloseUp(null)
      }
      return
    }
    const thing = picked === null ? undefined : thingOf(picked)
    const { told } = this
    // Its shard may have come in after the visitor.
    if (told?.slug !== booth.slug) this.count = Math.max(this.count, booth.drawings.length)
    const sameThing = told?.slug === booth.slug && told.picked === picked
    if (sameThing && (!camera || !thing)) return
    const rect = camera && thing ? this.onCanvas(camera, stand, thing) : null
    const front = camera && rect ? this.onCanvas(camera, stand, FRONT) : null
    if (sameThing && isAlike(told.thing, rect)) return
    this.told = { slug: booth.slug, pavilion: stand.pavilion, slot: stand.slot, picked, thing: rect, front }
    this.options.onCloseUp(this.told)
  }

  private setPicked(good: number | null): void {
    this.picked = good
    const thing = good === null ? undefined : thingOf(good)
    if (this.stand && thing) this.mark.show(this.stand, thing)
    else this.mark.hide()
  }

  private ease(dt: number): boolean {
    const goal = this.stand ? 1 : 0
    if (this.weight === goal) return false
    const step = dt / EASING
    this.weight = goal ? Math.min(1, this.weight + step) : Math.max(0, this.weight - step)
    this.bent = true
    if (!this.stand) this.visitor.height = EYE_HEIGHT + (this.now.height - EYE_HEIGHT) * this.weight
    return true
  }

  private onCanvas(camera: PerspectiveCamera, stand: Stand, thing: Omit<Thing, 'good'>): ScreenRect {
    const rect = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: 0, bottom: 0 }
    const { width, height } = this.lens
    for (const side of [thing.left, thing.right])
      for (const y of [thing.foot, thing.top]) {
        const { x, z } = toHall(stand, side, thing.z)
        this.point.set(x, y, z).project(camera)
        const [left, top] = [((this.point.x + 1) / 2) * width, ((1 - this.point.y) / 2) * height]
        rect.left = Math.min(rect.left, left)
        rect.right = Math.max(rect.right, left)
        rect.top = Math.min(rect.top, top)
        rect.bottom = Math.max(rect.bottom, top)
      }
    return rect
  }
}

/** Less than two pixels are not worth a word. */
function isAlike(a: ScreenRect | null, b: ScreenRect | null): boolean {
  if (!a || !b) return a === b
  return (
    Math.abs(a.left - b.left) +
      Math.abs(a.right - b.right) +
      Math.abs(a.top - b.top) +
      Math.abs(a.bottom - b.bottom) <
    2
  )
}
