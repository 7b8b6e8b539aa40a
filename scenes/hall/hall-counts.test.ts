import {
  type InstancedBufferGeometry,
  type Mesh,
  PerspectiveCamera,
  type Scene,
  type ShaderMaterial,
  type WebGLRenderer,
} from 'three'
import { describe, expect, test } from 'vitest'
import { hallPoses } from '~/domain/hall/poses'
import type { HallManifest, ShardBooth } from '~/domain/hall/shard'
import { Culler } from './cull'
import { frameLens } from './moving/lens'
import { EYE_HEIGHT } from './moving/visitor'
import { SHARED_WITHIN } from './quality/finish'
import { FloorMirror } from './quality/floor-mirror'
import { hallUniforms } from './shading/uniforms'
import { buildLayers, writeLayers } from './stage-layers'
import { buildWorld, settleShard } from './world/hall-world'
import { furnishStreet } from './world/street'

/** As many booths as each regency has in the sample edition of 5,018. */
const SHARES = [
  322, 294, 283, 273, 314, 342, 253, 215, 241, 201, 172, 211, 161, 132, 180, 163, 150, 121, 100, 91, 154, 101,
  121, 112, 90, 162, 59,
]

/** Pavilions with the sample edition's headroom. */
function hallOf(booths: number) {
  const whole = SHARES.reduce((sum, share) => sum + share, 0)
  let left = booths
  const counts = SHARES.map((share, i) => {
    const count = i === SHARES.length - 1 ? left : Math.round((booths * share) / whole)
    left -= count
    return count
  })
  const manifest: HallManifest = {
    edition: 'all-year',
    pavilions: counts.map((boothCount, i) => ({
      number: i + 1,
      regencyCode: `32${String(i + 1).padStart(2, '0')}`,
      regencyName: 'Garut',
      regencyKind: 'kabupaten',
      slotCount: Math.ceil((boothCount * 1.25) / 8) * 8,
      boothCount,
      motif: 'megamendung',
      roof: 'awning',
      colour: '#35234d',
      accent: '#e3ae55',
      version: 'v',
    })),
  }
  const world = buildWorld(manifest)
  for (const { number, boothCount } of manifest.pavilions)
    settleShard(world, {
      pavilion: number,
      version: 'v',
      booths: Array.from({ length: boothCount }, (_, slot) => boothAt(slot)),
    })
  return world
}

const boothAt = (slot: number) =>
  ({ slot, slug: `b-${slot}`, name: 'b', award: true, drawings: ['a'] }) as unknown as ShardBooth

const cost = (all: readonly InstancedBufferGeometry[]) => {
  const drawn = all.filter(({ instanceCount }) => instanceCount > 0)
  const triangles = drawn.map(({ index, instanceCount }) => ((index?.count ?? 0) / 3) * instanceCount)
  return { draws: drawn.length, triangles: triangles.reduce((sum, one) => sum + one, 0) }
}

/**
 * What a frame at a place draws, mirror and ring of light included, by the functions that draw it.
 * @param room left for the frames that come, as while one walks.
 */
function counted(booths: number, size: { width: number; height: number }, room?: typeof SHARED_WITHIN) {
  const world = hallOf(booths)
  const layers = buildLayers(world)
  const culler = new Culler(world, furnishStreet(world.layout, world.gates))
  const camera = new PerspectiveCamera(60, 1, 0.1, 500)
  frameLens(camera, size)
  let mirrored: InstancedBufferGeometry[] = []
  const renderer = {
    getDrawingBufferSize: (to: { set(x: number, y: number): void }) => to.set(size.width, size.height),
    setClearAlpha() {},
    setRenderTarget() {},
    render(scene: Scene) {
      mirrored = scene.children.map((mesh) => (mesh as Mesh).geometry as InstancedBufferGeometry)
    },
  } as unknown as WebGLRenderer
  const nothing = { texture: {}, target: 'flat', format: 'grey' } as const
  const uniforms = hallUniforms({
    signNear: nothing,
    signFar: nothing,
    pictures: nothing,
    motifs: nothing,
    sky: nothing,
  })
  const { gates, arch, lamps } = layers.street
  const mirror = new FloorMirror(renderer, uniforms, {} as ShaderMaterial, [gates, arch, lamps])
  const own = [...Object.values(layers.booths), ...Object.values(layers.street)].map(
    ({ geometry }) => geometry,
  )
  const skyTriangles = (layers.sky.index?.count ?? 0) / 3
  const places = hallPoses(world.layout).map(({ name, place: { x, z, yaw } }) => {
    camera.position.set(x, EYE_HEIGHT, z)
    camera.rotation.set(0, yaw, 0, 'YXZ')
    camera.updateMatrixWorld()
    const view = culler.run(camera, room)
    const written = writeLayers(layers, view) + mirror.draw(camera, view.near, view.mid)
    const stands = cost([...own, layers.floor])
    const below = cost(mirrored)
    return {
      name,
      // The sky, and the ring around what is picked.
      draws: stands.draws + below.draws + 2,
      triangles: stands.triangles + below.triangles + skyTriangles + 8,
      written,
      booths: view.near.length + view.mid.length + view.far.length,
    }
  })
  return { standing: world.standing, places }
}

// Landscape shows the most to the sides, upright the most of what is far.
for (const size of [
  { width: 320, height: 180 },
  { width: 390, height: 844 },
]) {
  describe(`in a picture of ${size.width} × ${size.height}`, () => {
    for (const [booths, most] of [
      [500, { draws: 15, triangles: 40_000 }],
      [5018, { draws: 20, triangles: 60_000 }],
    ] as const)
      test.each([
        ['at rest', undefined],
        ['while one walks', SHARED_WITHIN],
      ])(`eight places of ${booths} booths keep their draws, triangles and bytes, %s`, (_, room) => {
        const { standing, places } = counted(booths, size, room)
        expect(standing).toBe(booths)
        expect(places).toHaveLength(8)
        // Of a hall, not of an empty floor.
        expect(places.reduce((sum, { booths: inView }) => sum + inView, 0)).toBeGreaterThan(200)
        for (const { name, draws, triangles, written } of places) {
          expect(draws, name).toBeGreaterThan(3)
          expect(draws, name).toBeLessThanOrEqual(most.draws)
          expect(triangles, name).toBeLessThanOrEqual(most.triangles)
          // What is left of a moving frame's 256 kB is for signs and pictures.
          expect(written, name).toBeLessThan(100_000)
        }
      })
  })
}
