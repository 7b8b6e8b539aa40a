import { BOULEVARD_WIDTH, type HallLayout, layoutHall, slotPlace } from '~/domain/hall/layout'
import type { HallManifest, ManifestPavilion, PavilionShard, ShardBooth } from '~/domain/hall/shard'
import { motifLayer } from '../drawing/motifs'
import { boothWords, FAREWELL, gateWords, type SignWords, WELCOME } from '../drawing/sign'
import { FloorHash } from './floor-hash'
import { goodsBits } from './goods'
import type { Instance } from './instances'
import { ONLINE } from './online'

/** Something that bears a sign. `near` and `far` say where its lettering lies in the textures, −1: nowhere. */
export interface Board extends Instance {
  /** Unique in the hall; the shader lights a booth by it. */
  id: number
  /** Turn of the geometry's +z axis, radians. */
  angle: number
  words: SignWords | null
}

/** A slot, with or without a booth in it. */
export interface Stand extends Board {
  pavilion: number
  slot: number
  /** Where its front looks, in the camera's terms. */
  yaw: number
  booth: ShardBooth | null
  /** 1 julang ngapak, 2 awning, 3 gable. */
  roof: number
  /** Bits: 1 open, 2 award, 4 has goods, 8 somebody of it is online. */
  state: number
  /** Layer of its picture sheet, −1: none. */
  picture: number
  /** From the visitor, metres; set when the frame is culled. */
  distance: number
}

/** Stands that are culled together: those of one square of ground. */
export interface Chunk {
  x: number
  z: number
  radius: number
  stands: Stand[]
  /**
   * Of each of them four numbers side by side: x, z and where its front looks, as a direction. Each frame goes
   * through all that is near, and the objects themselves lie all over the memory.
   */
  spots: Float32Array
  distance: number
}

export interface Gate extends Board {
  pavilion: number
}

export interface HallWorld {
  layout: HallLayout
  pavilions: Map<number, ManifestPavilion>
  stands: Map<number, Stand[]>
  all: Stand[]
  chunks: Chunk[]
  hash: FloorHash<Stand>
  gates: Gate[]
  arch: Board
  /** The same arch at the far end of the boulevard, with a farewell. */
  farewell: Board
  /** Booths that stand by now. */
  standing: number
  /** Pavilions whose shard has come in: what stands nowhere there is empty. */
  settled: Set<number>
}

const CHUNK = 16
/** The farewell arch stands so far before the boulevard's end. */
const BEFORE_END = 4
const ROOFS = ['julang-ngapak', 'awning', 'gable']
/** No roof, no picture, and no lettering yet. */
const BARE = { roof: 0, near: -1, far: -1, picture: -1, state: 1 } as const
const FALLBACK_COLOUR = 0x35234d

export function buildWorld(manifest: HallManifest): HallWorld {
  const layout = layoutHall(manifest.pavilions)
  const pavilions = new Map(manifest.pavilions.map((pavilion) => [pavilion.number, pavilion]))
  const stands = new Map<number, Stand[]>()
  const all: Stand[] = []
  for (const pavilion of manifest.pavilions) {
    const row: Stand[] = []
    for (let slot = 0; slot < pavilion.slotCount; slot++) {
      const stand = emptyStand(all.length, layout, pavilion, slot)
      row.push(stand)
      all.push(stand)
    }
    stands.set(pavilion.number, row)
  }
  const gates = layout.pavilions.flatMap((place): Gate[] => {
    const pavilion = pavilions.get(place.number)
    if (!pavilion) return []
    // A step into the boulevard, so that the gate stands free of the first row's signs.
    const z = place.side * (BOULEVARD_WIDTH / 2 - 0.45)
    const words = gateWords(pavilion)
    const look = {
      colour: hex(pavilion.colour),
      accent: hex(pavilion.accent),
      motif: motifLayer(pavilion.motif),
    }
    return [
      {
        id: all.length + place.number,
        pavilion: place.number,
        x: place.gate.x,
        z,
        angle: place.gate.yaw + Math.PI,
        words,
        ...look,
        ...BARE,
      },
    ]
  })
  const { welcome } = layout
  const arch: Board = {
    id: all.length,
    x: welcome.x,
    z: welcome.z,
    // Its front looks at those who come in.
    angle: welcome.yaw,
    words: WELCOME,
    colour: 0x35234d,
    accent: 0xa8452f,
    motif: motifLayer('megamendung'),
    ...BARE,
  }
  const farewell: Board = {
    ...arch,
    id: -3,
    x: layout.boulevard.x + layout.boulevard.width - BEFORE_END,
    words: FAREWELL,
  }
  const hash = new FloorHash<Stand>(4, 1.5)
  for (const stand of all) hash.add(stand)
  return {
    layout,
    pavilions,
    stands,
    all,
    chunks: chunksOf(all),
    hash,
    gates,
    arch,
    farewell,
    standing: 0,
    settled: new Set(),
  }
}

function emptyStand(id: number, layout: HallLayout, pavilion: ManifestPavilion, slot: number): Stand {
  const place = slotPlace(layout, pavilion.number, slot)
  const colour = hex(pavilion.colour)
  const accent = hex(pavilion.accent)
  // A pavilion is of one family, but not uniform: cloth and roof vary a little from booth to booth.
  const dice = scatter(pavilion.number * 1009 + slot)
  const roof = ROOFS.indexOf(pavilion.roof) + 1 || 1
  return {
    id,
    pavilion: pavilion.number,
    slot,
    x: place.x,
    z: place.z,
    angle: place.yaw + Math.PI,
    yaw: place.yaw,
    words: null,
    colour: shade(dice % 5 === 0 ? mixed(colour, accent) : colour, 0.9 + ((dice >> 4) % 5) * 0.05),
    accent: shade((dice >> 8) % 3 === 0 ? mixed(accent, colour) : accent, 0.86 + ((dice >> 12) % 5) * 0.06),
    motif: motifLayer(pavilion.motif),
    roof,
    booth: null,
    state: 0,
    near: -1,
    far: -1,
    picture: -1,
    distance: 0,
  }
}

/** Puts a shard's booths into their slots. A booth whose slot the manifest doesn't know is left out. */
export function settleShard(world: HallWorld, shard: PavilionShard): void {
  const row = world.stands.get(shard.pavilion)
  if (!row) return
  world.settled.add(shard.pavilion)
  for (const booth of shard.booths) {
    const stand = row[booth.slot]
    if (!stand) continue
    if (!stand.booth) world.standing++
    stand.booth = booth
    stand.words = boothWords(booth)
    dressAsSaid(stand, booth)
    const drawn = (booth.closed ? 0 : 1) | (booth.award ? 2 : 0) | (booth.drawings.length > 0 ? 4 : 0)
    stand.state = drawn | goodsBits(booth.field) | (stand.state & ONLINE)
  }
}

/** What a booth has chosen of its region's family is drawn as it was chosen. */
function dressAsSaid(stand: Stand, { look }: ShardBooth): void {
  if (look?.motif) stand.motif = motifLayer(look.motif)
  if (look?.colour) stand.colour = hex(look.colour)
  if (look?.accent) stand.accent = hex(look.accent)
}

export function findStand(world: HallWorld, at: { pavilion: number; slot: number }): Stand | undefined {
  return world.stands.get(at.pavilion)?.[at.slot]
}

/** Nobody can go before it: its booth has closed, or is known not to be there. */
export function isShut(world: HallWorld, { booth, pavilion }: Stand): boolean {
  return booth ? booth.closed : world.settled.has(pavilion)
}

function chunksOf(stands: Stand[]): Chunk[] {
  const cells = new Map<string, Stand[]>()
  for (const stand of stands) {
    const key = `${Math.floor(stand.x / CHUNK)} ${Math.floor(stand.z / CHUNK)}`
    const cell = cells.get(key)
    if (cell) cell.push(stand)
    else cells.set(key, [stand])
  }
  return [...cells.values()].map((cell) => {
    const [xs, zs] = [cell.map((s) => s.x), cell.map((s) => s.z)]
    const [x0, x1, z0, z1] = [Math.min(...xs), Math.max(...xs), Math.min(...zs), Math.max(...zs)]
    const radius = Math.hypot(x1 - x0 + 3.5, z1 - z0 + 3.5, 4) / 2
    const spots = Float32Array.from(cell.flatMap((s) => [s.x, s.z, -Math.sin(s.yaw), -Math.cos(s.yaw)]))
    return { x: (x0 + x1) / 2, z: (z0 + z1) / 2, radius, stands: cell, spots, distance: 0 }
  })
}

function hex(colour: string): number {
  const parsed = Number.parseInt(colour.replace('#', ''), 16)
  return Number.isNaN(parsed) ? FALLBACK_COLOUR : parsed
}

function shade(colour: number, by: number): number {
  const channel = (shift: number) => Math.min(255, Math.round(((colour >> shift) & 255) * by)) << shift
  return channel(16) | channel(8) | channel(0)
}

/** Two parts of the first, one of the second. */
function mixed(a: number, b: number): number {
  const channel = (shift: number) =>
    Math.round((((a >> shift) & 255) * 2 + ((b >> shift) & 255)) / 3) << shift
  return channel(16) | channel(8) | channel(0)
}

function scatter(n: number): number {
  return Math.imul(n ^ (n >>> 15), 2654435761) >>> 0
}
