import type { Insets, Place } from '../hall-api'
import { EYE_HEIGHT } from './visitor'

/** How a booth is looked at from close by; all of it within limits. */
export interface Orbit {
  /** Around the booth's front, radians; positive: from the booth's own right hand. */
  turn: number
  /** Of the eye, metres. */
  height: number
  /** 1 shows the whole front; less is nearer. */
  zoom: number
}

/** What the picture shows of the world: half its height as a tangent and its size in CSS pixels. */
export interface Lens {
  tangent: number
  width: number
  height: number
}

/** How a booth's front is framed in the part of the picture that nothing lies over. */
export interface Frame {
  /** Metres from the pivot at which the whole front is seen. */
  distance: number
  /** By how many pixels the middle of the view lies right of and below the picture's middle. */
  shiftX: number
  shiftY: number
}

export interface EyePose extends Place {
  pitch: number
  /** Of the eye, metres. */
  height: number
}

export const MOST_TURN = (35 * Math.PI) / 180
export const LOWEST_EYE = 1.2
export const HIGHEST_EYE = 2.3
export const NEAREST_ZOOM = 0.55
export const FARTHEST_ZOOM = 1.15

/** The eye turns about a point in the booth's mouth: metres before its middle, and over the ground. */
const PIVOT_AHEAD = 0.4
const AIM_HEIGHT = 1.84
/** From the pivot: no nearer than this to the counter, no farther than an aisle allows. */
export const NEAREST = 2.1
export const FARTHEST = 5
/** The sign with a margin, its height from the counter's cloth to the roof's edge, and where it hangs before the pivot. */
const FRONT_WIDTH = 3.2
const FRONT_HEIGHT = 2.4
const SIGN_AHEAD = 1.08
/** A picture that is covered all over would be framed from infinitely far. */
const LEAST_FREE = 160

export const RESTING_ORBIT: Readonly<Orbit> = { turn: 0, height: EYE_HEIGHT, zoom: 1 }

/** Within all limits. Where the frame is known the zoom ends where the eye can come no nearer, or step back no farther. */
export function limitOrbit(orbit: Orbit, frame?: Pick<Frame, 'distance'>): Orbit {
  const nearest = frame ? Math.max(NEAREST_ZOOM, NEAREST / frame.distance) : NEAREST_ZOOM
  const farthest = frame ? Math.min(FARTHEST_ZOOM, FARTHEST / frame.distance) : FARTHEST_ZOOM
  return {
    turn: clamp(orbit.turn, -MOST_TURN, MOST_TURN),
    height: clamp(orbit.height, LOWEST_EYE, HIGHEST_EYE),
    zoom: clamp(orbit.zoom, nearest, farthest),
  }
}

/** Frames a booth's front in the middle of what is free of the picture. */
export function frameFront(lens: Lens, covered: Insets): Frame {
  const width = Math.max(LEAST_FREE, lens.width - covered.left - covered.right)
  const height = Math.max(LEAST_FREE, lens.height - covered.top - covered.bottom)
  /** Pixels that a metre has at a distance of one metre. */
  const focal = lens.height / 2 / lens.tangent
  const whole = Math.max((FRONT_WIDTH * focal) / width, (FRONT_HEIGHT * focal) / height)
  const distance = clamp(whole + SIGN_AHEAD, NEAREST, FARTHEST)
  // An aisle is not wide enough for every picture: then the sign comes before the counter's foot.
  const beyond = Math.max(0, (FRONT_HEIGHT * focal) / (distance - SIGN_AHEAD) - height)
  return {
    distance,
    shiftX: (covered.left - covered.right) / 2,
    shiftY: (covered.top - covered.bottom + beyond) / 2,
  }
}

/** Where the eye is and looks for an orbit around a booth. */
export function orbitPose(stand: { x: number; z: number; yaw: number }, orbit: Orbit, frame: Frame): EyePose {
  const distance = clamp(frame.distance * orbit.zoom, NEAREST, FARTHEST)
  const [aheadX, aheadZ] = [-Math.sin(stand.yaw), -Math.cos(stand.yaw)]
  const direction = stand.yaw + orbit.turn
  const x = stand.x + aheadX * PIVOT_AHEAD - Math.sin(direction) * distance
  const z = stand.z + aheadZ * PIVOT_AHEAD - Math.cos(direction) * distance
  return {
    x,
    z,
    yaw: Math.atan2(Math.sin(direction + Math.PI), Math.cos(direction + Math.PI)),
    pitch: Math.atan2(AIM_HEIGHT - orbit.height, distance),
    height: orbit.height,
  }
}

/** The orbit on which somebody stands before a booth, if they look at it; else the resting one. */
export function orbitAt(stand: { x: number; z: number; yaw: number }, place: Place, frame: Frame): Orbit {
  const [aheadX, aheadZ] = [-Math.sin(stand.yaw), -Math.cos(stand.yaw)]
  const [x, z] = [place.x - stand.x - aheadX * PIVOT_AHEAD, place.z - stand.z - aheadZ * PIVOT_AHEAD]
  const turn = Math.atan2(-x, -z) - stand.yaw
  return limitOrbit(
    {
      turn: Math.atan2(Math.sin(turn), Math.cos(turn)),
      height: EYE_HEIGHT,
      zoom: Math.hypot(x, z) / frame.distance,
    },
    frame,
  )
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
