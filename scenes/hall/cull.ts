import { Frustum, Matrix4, type PerspectiveCamera } from 'three'
import { FOG_DISTANCE } from './shading/uniforms'
import type { Board, Chunk, Gate, HallWorld, Stand } from './world/hall-world'
import type { Instance } from './world/instances'
import type { Street } from './world/street'

/** Up to here a booth is drawn with its goods, up to there without; beyond, as a lit box. */
const NEAR = 12
const MID = 40
/** Everything beyond is the colour of the fog; nearer where the quality is less. */
export const FAR = FOG_DISTANCE * 1.75
const SIGNS_WITHIN = 62
const PICTURES_WITHIN = 20
/** Three's frustum has these first: right, left, below, above. */
const SIDES = 4
const NO_ROOM = { step: 0, turn: 0 }
/** So many gates and arches are read before the booths' signs: they are large, and read from afar. */
const FIRST_BOARDS = 8

/** What one frame shows, nearest first. The lists are reused from frame to frame. */
export interface InView {
  near: Stand[]
  mid: Stand[]
  far: Stand[]
  gates: Gate[]
  arch: Board[]
  lamps: Instance[]
  garlands: Instance[]
  planters: Instance[]
  /** Boards whose lettering is wanted, nearest first. */
  signs: Board[]
  /** Booths whose pictures are wanted, nearest first. */
  pictures: Stand[]
}

export class Culler {
  readonly inView: InView = {
    near: [],
    mid: [],
    far: [],
    gates: [],
    arch: [],
    lamps: [],
    garlands: [],
    planters: [],
    signs: [],
    pictures: [],
  }
  /** How far one sees now, metres. */
  far = FAR
  private readonly frustum = new Frustum()
  private readonly matrix = new Matrix4()
  /**
   * The planes to the sides, below and above, four numbers each. What lies behind the eye is beyond one of them
   * already, and distance has been judged before.
   */
  private readonly planes = new Float64Array(SIDES * 4)
  // Made once: a frame makes nothing that would have to be cleared away.
  private readonly lists: unknown[][] = Object.values(this.inView)
  private readonly chunks: Chunk[] = []
  private readonly close: Stand[] = []
  private readonly boards: Board[] = []
  private readonly arches: readonly Board[]
  private x = 0
  private z = 0
  private room = NO_ROOM

  constructor(
    private readonly world: HallWorld,
    private readonly street: Street,
  ) {
    this.arches = [world.arch, world.farewell]
  }

  /**
   * @param room metres and radians by which the camera may move before this is asked again: what would be in view
   *   then is found too.
   */
  run(camera: PerspectiveCamera, room = NO_ROOM): InView {
    this.matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
    this.frustum.setFromProjectionMatrix(this.matrix)
    for (let i = 0; i < SIDES; i++) {
      const plane = this.frustum.planes[i]
      if (!plane) continue
      plane.normal.toArray(this.planes, i * 4)
      this.planes[i * 4 + 3] = plane.constant
    }
    const { x, z } = camera.position
    const { inView, chunks, close } = this
    for (const list of this.lists) list.length = 0
    chunks.length = close.length = this.boards.length = 0
    this.x = x
    this.z = z
    this.room = room
    this.cullStreet()
    for (const chunk of this.world.chunks) {
      const away = distance(chunk.x - x, chunk.z - z)
      chunk.distance = Math.max(0, away - chunk.radius)
      if (chunk.distance < this.far && this.sees(chunk.x, 1.8, chunk.z, chunk.radius, away))
        chunks.push(chunk)
    }
    chunks.sort(byDistance)
    for (const chunk of chunks) this.cullStands(chunk)
    close.sort(byDistance)
    for (const stand of close) {
      inView.signs.push(stand)
      if (stand.distance < PICTURES_WITHIN && stand.state & 1) inView.pictures.push(stand)
    }
    return inView
  }

  private cullStands({ stands, spots }: Chunk): void {
    const { inView, close, x, z, far } = this
    for (let i = 0, at = 0; i < stands.length; i++, at += 4) {
      const dx = x - (spots[at] ?? 0)
      const dz = z - (spots[at + 1] ?? 0)
      const away = distance(dx, dz)
      // Signs only of those whose front can be seen at all.
      const read = away < SIGNS_WITHIN && (spots[at + 2] ?? 0) * dx + (spots[at + 3] ?? 0) * dz >= 0.5
      // A chunk's edge may be in the fog, or out of the picture: a far booth costs as much as all its corners.
      const seen = away <= far && this.sees(x - dx, 1.9, z - dz, 3, away)
      if (!read && !seen) continue
      const stand = stands[i]
      if (!stand?.booth) continue
      stand.distance = away
      if (read) close.push(stand)
      if (!seen) continue
      if (away > MID) inView.far.push(stand)
      else if (away > NEAR) inView.mid.push(stand)
      else inView.near.push(stand)
    }
  }

  private cullStreet(): void {
    const { inView, world, street, boards, far } = this
    for (const gate of world.gates)
      if (this.within(gate, far, 4, 5.5)) {
        inView.gates.push(gate)
        boards.push(gate)
      }
    for (const arch of this.arches)
      if (this.within(arch, far, 5, 10)) {
        inView.arch.push(arch)
        boards.push(arch)
      }
    boards.sort(this.byWay)
    for (let i = 0; i < boards.length && i < FIRST_BOARDS; i++) {
      const board = boards[i]
      if (board) inView.signs.push(board)
    }
    for (const lamp of street.lamps) if (this.within(lamp, 95, 3, 4)) inView.lamps.push(lamp)
    for (const line of street.garlands) if (this.within(line, 95, 4, 4)) inView.garlands.push(line)
    for (const tree of street.planters) if (this.within(tree, 52, 2.4, 3.6)) inView.planters.push(tree)
  }

  private readonly byWay = (a: Board, b: Board): number =>
    distance(a.x - this.x, a.z - this.z) - distance(b.x - this.x, b.z - this.z)

  /** Whether a thing of some radius, whose middle is so high, is within reach and in the picture. */
  private within(at: { x: number; z: number }, reach: number, height: number, radius: number): boolean {
    const away = distance(at.x - this.x, at.z - this.z)
    return away < reach && this.sees(at.x, height, at.z, radius, away)
  }

  private sees(x: number, y: number, z: number, radius: number, away: number): boolean {
    const { planes, room } = this
    // A plane that turns about the eye comes nearer by the more, the farther away one is.
    const reach = radius + room.step + room.turn * away
    for (let at = 0; at < SIDES * 4; at += 4) {
      const along = (planes[at] ?? 0) * x + (planes[at + 1] ?? 0) * y + (planes[at + 2] ?? 0) * z
      if (along + (planes[at + 3] ?? 0) < -reach) return false
    }
    return true
  }
}

/** What Math.hypot says, without its care for numbers that no hall has: this is asked thousands of times a frame. */
const distance = (x: number, z: number): number => Math.sqrt(x * x + z * z)

const byDistance = (a: { distance: number }, b: { distance: number }): number => a.distance - b.distance
