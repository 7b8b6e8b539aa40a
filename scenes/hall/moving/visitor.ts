import type { Place } from '../hall-api'
import { type Ground, isFree, isStraightWayFree, nearestFree, slide } from './collide'
import type { EyePose } from './orbit'

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
  /** Of the eye, metres; only a close view changes it. */
  height = EYE_HEIGHT
  private glide: Glide | null = null
  /** Steps and turns since the last arrival. */
  private restless = true

  constructor(
    private readonly ground: Ground,
    public at: Place,
    private readonly reducedMotion: boolean,
    /** Told when the view jumps, so that the picture may be faded in. */
    private readonly onCut: () => void,
  ) {
    this.pitch = limitPitch(at.pitch ?? 0)
    this.at = this.footing(at)
  }

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
    this.at.yaw += dYaw
    this.pitch = limitPitch(this.pitch + dPitch)
  }

  /** Holds the eye somewhere: a close view leads it, from frame to frame. */
  hold({ x, z, yaw, pitch, height }: EyePose): void {
    this.glide = null
    this.restless = true
    this.at.x = x
    this.at.z = z
    this.at.yaw = yaw
    this.pitch = pitch
    this.height = height
  }

  /** Something was built where the visitor stands: they are set on the nearest free ground. */
  makeWay(): void {
    if (isFree(this.ground, this.at.x, this.at.z)) return
    this.cut(this.at)
    this.pitch = 0
    this.restless = true
  }

  /** Walks straight where that is possible and near, else cuts; unseen it always cuts. */
  goTo(asked: Place, unseen = false): void {
    this.restless = true
    const place = this.footing(asked)
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
      pitch: place.pitch,
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
    const place = { x: this.at.x, z: this.at.z, yaw }
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
      slide(this.ground, this.at, dx, dz)
      this.at.yaw = yaw
      return true
    }
    if (!this.glide) return false
    const glide = this.glide
    glide.passed = Math.min(glide.seconds, glide.passed + dt)
    const t = glide.passed / glide.seconds
    const ease = t * t * (3 - 2 * t)
    const { from, to } = glide
    this.at.x = from.x + (to.x - from.x) * ease
    this.at.z = from.z + (to.z - from.z) * ease
    this.at.yaw = from.yaw + shortTurn(to.yaw - from.yaw) * ease
    this.pitch = from.pitch + (limitPitch(to.pitch ?? 0) - from.pitch) * ease
    if (t < 1) return true
    this.glide = null
    return false
  }

  private cut(place: Place): void {
    this.glide = null
    this.at = this.footing(place)
    this.pitch = limitPitch(place.pitch ?? 0)
    this.onCut()
  }

  /** The place itself, or the nearest where one can stand. */
  private footing(place: Place): Place {
    return { ...nearestFree(this.ground, place.x, place.z), yaw: place.yaw, pitch: place.pitch }
  }

  private startGlide(to: Place): void {
    const distance = Math.hypot(to.x - this.at.x, to.z - this.at.z)
    const turn = Math.abs(shortTurn(to.yaw - this.at.yaw))
    const seconds = Math.max(0.3, distance / GLIDE_SPEED, turn / 2.6)
    this.glide = { from: { ...this.at, pitch: this.pitch }, to, seconds, passed: 0 }
  }
}

function limitPitch(pitch: number): number {
  return Math.max(-MOST_PITCH, Math.min(MOST_PITCH, pitch))
}

/** The same turn the short way round, −π to π. */
export function shortTurn(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle))
}
