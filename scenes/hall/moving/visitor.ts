import type { Place } from '../hall-api'
import { type Ground, isFree, isStraightWayFree, slide } from './collide'

export const EYE_HEIGHT = 1.62
const WALK = 3.4
const RUN = 7
const TURN = 1.5
const GLIDE_SPEED = 7
/** Farther than this one does not glide: a cut is kinder than half a minute of walking. */
const LONGEST_GLIDE = 30
/** After a cut the last steps are walked, so that one sees where one has come to. */
const LAST_STEPS = 4
const MOST_PITCH = 0.6

/** What the keys ask for, each −1, 0 or 1. */
export interface Steering {
  ahead: number
  aside: number
  turn: number
  run: boolean
}

interface Glide {
  from: Place & { pitch: number }
  to: Place
  seconds: number
  passed: number
}

/** Where the visitor stands and looks, and how this changes from frame to frame. */
export class Visitor {
  pitch = 0
  private glide: Glide | null = null
  /** Steps and turns since the last arrival. */
  private restless = true

  constructor(
    private readonly ground: Ground,
    public at: Place,
    private readonly reducedMotion: boolean,
    /** Told when the view jumps, so that the picture may be faded in. */
    private readonly onCut: () => void,
  ) {}

  get gliding(): boolean {
    return this.glide !== null
  }

  /** True once after each movement: the caller announces the arrival. */
  settle(): boolean {
    const moved = this.restless
    this.restless = false
    return moved
  }

  look(dYaw: number, dPitch: number): void {
    this.glide = null
    this.restless = true
    this.at = { ...this.at, yaw: this.at.yaw + dYaw }
    this.pitch = Math.max(-MOST_PITCH, Math.min(MOST_PITCH, this.pitch + dPitch))
  }

  /** Walks straight where that is possible and near, else cuts; unseen it always cuts. */
  goTo(place: Place, unseen = false): void {
    this.restless = true
    const distance = Math.hypot(place.x - this.at.x, place.z - this.at.z)
    if (this.reducedMotion || unseen) {
      this.cut(place)
      return
    }
    if (distance <= LONGEST_GLIDE && isStraightWayFree(this.ground, this.at, place)) {
      this.startGlide(place)
      return
    }
    // Cut to a few steps before the place, on the line of sight, if one can stand there.
    const before = {
      x: place.x + Math.sin(place.yaw) * LAST_STEPS,
      z: place.z + Math.cos(place.yaw) * LAST_STEPS,
      yaw: place.yaw,
    }
    if (isFree(this.ground, before.x, before.z) && isStraightWayFree(this.ground, before, place)) {
      this.cut(before)
      this.startGlide(place)
    } else this.cut(place)
  }

  /** Turns on the spot to look at a point. */
  faceTo(x: number, z: number): void {
    this.restless = true
    const yaw = Math.atan2(this.at.x - x, this.at.z - z)
    const place = { ...this.at, yaw }
    if (this.reducedMotion) {
      this.at = place
      this.pitch = 0
    } else this.startGlide(place)
  }

  /** One frame of `dt` seconds. @returns true while moving. */
  step(dt: number, keys: Steering): boolean {
    if (keys.ahead || keys.aside || keys.turn) {
      this.glide = null
      this.restless = true
      const pace = (keys.run ? RUN : WALK) * dt
      const yaw = this.at.yaw + keys.turn * TURN * dt
      const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)]
      const dx = (-sin * keys.ahead + cos * keys.aside) * pace
      const dz = (-cos * keys.ahead - sin * keys.aside) * pace
      this.at = { ...slide(this.ground, this.at.x, this.at.z, dx, dz), yaw }
      return true
    }
    if (!this.glide) return false
    const glide = this.glide
    glide.passed = Math.min(glide.seconds, glide.passed + dt)
    const t = glide.passed / glide.seconds
    const ease = t * t * (3 - 2 * t)
    const { from, to } = glide
    this.at = {
      x: from.x + (to.x - from.x) * ease,
      z: from.z + (to.z - from.z) * ease,
      yaw: from.yaw + shortTurn(to.yaw - from.yaw) * ease,
    }
    this.pitch = from.pitch * (1 - ease)
    if (t < 1) return true
    this.glide = null
    return false
  }

  private cut(place: Place): void {
    this.glide = null
    this.at = { ...place }
    this.pitch = 0
    this.onCut()
  }

  private startGlide(to: Place): void {
    const distance = Math.hypot(to.x - this.at.x, to.z - this.at.z)
    const turn = Math.abs(shortTurn(to.yaw - this.at.yaw))
    const seconds = Math.max(0.3, distance / GLIDE_SPEED, turn / 2.6)
    this.glide = { from: { ...this.at, pitch: this.pitch }, to, seconds, passed: 0 }
  }
}

/** The same turn the short way round, −π to π. */
export function shortTurn(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle))
}
