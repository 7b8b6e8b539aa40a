import { Frustum, Matrix4, type PerspectiveCamera, Sphere, Vector3 } from 'three'
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
  private readonly sphere = new Sphere(new Vector3(), 1)
  // Made once: a frame makes nothing that would have to be cleared away.
  private readonly lists: unknown[][] = Object.values(this.inView)
  private readonly chunks: Chunk[] = []
  private readonly close: Stand[] = []
  private readonly boards: Board[] = []
  private readonly arches: readonly Board[]
  private x = 0
  private z = 0

  constructor(
    private readonly world: HallWorld,
    private readonly street: Street,
  ) {
    this.arches = [world.arch, world.farewell]
  }

  run(camera: PerspectiveCamera): InView {
    this.matrix.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse)
    this.frustum.setFromProjectionMatrix(this.matrix)
    const { x, z } = camera.position
    const { inView, chunks, close } = this
    for (const list of this.lists) list.length = 0
    chunks.length = close.length = this.boards.length = 0
    this.x = x
    this.z = z
    this.cullStreet(x, z)
    for (const chunk of this.world.chunks) {
      chunk.distance = Math.max(0, distance(chunk.x - x, chunk.z - z) - chunk.radius)
      if (chunk.distance < this.far && this.sees(chunk.x, 1.8, chunk.z, chunk.radius)) chunks.push(chunk)
    }
    chunks.sort(byDistance)
    for (const chunk of chunks)
      for (const stand of chunk.stands) {
        if (!stand.booth) continue
        stand.distance = distance(stand.x - x, stand.z - z)
        if (stand.distance < SIGNS_WITHIN) close.push(stand)
        // A chunk's edge may be in the fog, or out of the picture: a far booth costs as much as all its corners.
        if (stand.distance > this.far || !this.sees(stand.x, 1.9, stand.z, 3)) continue
        if (stand.distance > MID) inView.far.push(stand)
        else if (stand.distance > NEAR) inView.mid.push(stand)
        else inView.near.push(stand)
      }
    close.sort(byDistance)
    for (const stand of close) {
      // Only those whose front can be seen at all.
      const ahead = -Math.sin(stand.yaw) * (x - stand.x) - Math.cos(stand.yaw) * (z - stand.z)
      if (ahead < 0.5) continue
      inView.signs.push(stand)
      if (stand.distance < PICTURES_WITHIN && stand.state & 1) inView.pictures.push(stand)
    }
    return inView
  }

  private cullStreet(x: number, z: number): void {
    const { inView, world, street, boards } = this
    for (const gate of world.gates)
      if (this.within(gate, x, z, this.far) && this.sees(gate.x, 4, gate.z, 5.5)) {
        inView.gates.push(gate)
        boards.push(gate)
      }
    for (const arch of this.arches) {
      if (!this.within(arch, x, z, this.far) || !this.sees(arch.x, 5, arch.z, 10)) continue
      inView.arch.push(arch)
      boards.push(arch)
    }
    boards.sort(this.byWay)
    for (let i = 0; i < boards.length && i < FIRST_BOARDS; i++) {
      const board = boards[i]
      if (board) inView.signs.push(board)
    }
    for (const lamp of street.lamps)
      if (this.within(lamp, x, z, 95) && this.sees(lamp.x, 3, lamp.z, 4)) inView.lamps.push(lamp)
    for (const line of street.garlands)
      if (this.within(line, x, z, 95) && this.sees(line.x, 4, line.z, 4)) inView.garlands.push(line)
    for (const tree of street.planters)
      if (this.within(tree, x, z, 52) && this.sees(tree.x, 2.4, tree.z, 3.6)) inView.planters.push(tree)
  }

  private readonly byWay = (a: Board, b: Board): number =>
    distance(a.x - this.x, a.z - this.z) - distance(b.x - this.x, b.z - this.z)

  private within(at: { x: number; z: number }, x: number, z: number, reach: number): boolean {
    return distance(at.x - x, at.z - z) < reach
  }

  private sees(x: number, y: number, z: number, radius: number): boolean {
    this.sphere.center.set(x, y, z)
    this.sphere.radius = radius
    return this.frustum.intersectsSphere(this.sphere)
  }
}

/** What Math.hypot says, without its care for numbers that no hall has: this is asked thousands of times a frame. */
const distance = (x: number, z: number): number => Math.sqrt(x * x + z * z)

const byDistance = (a: { distance: number }, b: { distance: number }): number => a.distance - b.distance
