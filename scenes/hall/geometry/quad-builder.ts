import { BufferAttribute, InstancedBufferGeometry } from 'three'

/** What a surface is made of; the shader in `shading/hall-material.ts` paints by these numbers. */
export const MATTER = {
  stone: 0,
  plaster: 1,
  paint: 2,
  sign: 3,
  picture: 4,
  lamp: 5,
  wood: 6,
  goods: 7,
  carpet: 8,
  cloth: 9,
  leaf: 10,
  roof: 11,
  shutter: 12,
  gold: 13,
  iron: 14,
  blossom: 15,
} as const
type Matter = (typeof MATTER)[keyof typeof MATTER]

/** On which instances a surface stands; the vertex shader folds it away on all others. */
export const PART = {
  always: 0,
  julang: 1,
  awning: 2,
  gable: 3,
  open: 4,
  closed: 5,
  award: 6,
  goods: 7,
  boxes: 8,
  cloth: 9,
  jars: 10,
  bottles: 11,
  crates: 12,
  baskets: 13,
  books: 14,
} as const
/** The parts of the goods' families, by the number that a booth's state names; see `world/goods.ts`. */
export const FAMILY_PART = [
  PART.boxes,
  PART.cloth,
  PART.jars,
  PART.bottles,
  PART.crates,
  PART.baskets,
  PART.books,
] as const
type Part = (typeof PART)[keyof typeof PART]

export type Corner = readonly [number, number, number]

export interface Surface {
  part?: Part
  /** Light that reaches the four corners, 0 to 1: the baked occlusion. */
  light?: readonly [number, number, number, number]
  /** u at the start, v at the bottom, u at the end, v at the top; textures have v = 0 at the top. */
  uv?: readonly [number, number, number, number]
  /** A number that the matter may use: which of the goods, which side of a roof. */
  kind?: number
}

interface BoxSurface extends Surface {
  /** Which faces: front, back, left, right, top, under. */
  faces?: string
  /** Light at the foot and at the head. */
  foot?: number
  head?: number
}

/** Collects quads of four corners, counter-clockwise from the bottom left as seen from outside. */
export class QuadBuilder {
  private readonly positions: number[] = []
  private readonly normals: number[] = []
  private readonly uvs: number[] = []
  private readonly matters: number[] = []
  private readonly indices: number[] = []

  quad(a: Corner, b: Corner, c: Corner, d: Corner, matter: Matter, surface: Surface = {}): this {
    const first = this.positions.length / 3
    this.positions.push(...a, ...b, ...c, ...d)
    const normal = normalOf(a, b, d)
    const [u0, v0, u1, v1] = surface.uv ?? [0, 1, 1, 0]
    this.uvs.push(u0, v0, u1, v0, u1, v1, u0, v1)
    const light = surface.light ?? [1, 1, 1, 1]
    for (const brightness of light) {
      this.normals.push(...normal, 0)
      this.matters.push(matter, surface.part ?? PART.always, brightness, surface.kind ?? 0)
    }
    this.indices.push(first, first + 1, first + 2, first, first + 2, first + 3)
    return this
  }

  /** The same from both sides. */
  sheet(a: Corner, b: Corner, c: Corner, d: Corner, matter: Matter, surface: Surface = {}): this {
    return this.quad(a, b, c, d, matter, surface).quad(b, a, d, c, matter, surface)
  }

  /** A box standing on height `y`, centred on x and z. */
  box(
    x: number,
    y: number,
    z: number,
    w: number,
    h: number,
    d: number,
    matter: Matter,
    surface: BoxSurface = {},
  ): this {
    const [l, r, t, n, f] = [x - w / 2, x + w / 2, y + h, z + d / 2, z - d / 2]
    const { faces = 'fblrt', foot = 0.62, head = 1, ...rest } = surface
    const side = { ...rest, light: [foot, foot, head, head] as const }
    if (faces.includes('f')) this.quad([l, y, n], [r, y, n], [r, t, n], [l, t, n], matter, side)
    if (faces.includes('b')) this.quad([r, y, f], [l, y, f], [l, t, f], [r, t, f], matter, side)
    if (faces.includes('l')) this.quad([l, y, f], [l, y, n], [l, t, n], [l, t, f], matter, side)
    if (faces.includes('r')) this.quad([r, y, n], [r, y, f], [r, t, f], [r, t, n], matter, side)
    if (faces.includes('t'))
      this.quad([l, t, n], [r, t, n], [r, t, f], [l, t, f], matter, {
        ...rest,
        light: [head, head, head, head],
      })
    if (faces.includes('u'))
      this.quad([l, y, f], [r, y, f], [r, y, n], [l, y, n], matter, {
        ...rest,
        light: [foot, foot, foot, foot],
      })
    return this
  }

  /** A geometry to be drawn many times; the instances' own attributes are added by the layer. */
  finish(): InstancedBufferGeometry {
    const geometry = new InstancedBufferGeometry()
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(this.positions), 3))
    const normals = Int8Array.from(this.normals, (n) => Math.round(n * 127))
    geometry.setAttribute('normal', new BufferAttribute(normals, 4, true))
    geometry.setAttribute('uv', new BufferAttribute(new Float32Array(this.uvs), 2))
    geometry.setAttribute('aMatter', new BufferAttribute(new Float32Array(this.matters), 4))
    geometry.setIndex(new BufferAttribute(new Uint16Array(this.indices), 1))
    return geometry
  }
}

function normalOf(a: Corner, b: Corner, d: Corner): [number, number, number] {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const [vx, vy, vz] = [d[0] - a[0], d[1] - a[1], d[2] - a[2]]
  const [x, y, z] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
  const length = Math.hypot(x, y, z) || 1
  return [x / length, y / length, z / length]
}
