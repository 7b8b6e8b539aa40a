import fc from 'fast-check'
import { PerspectiveCamera } from 'three'
import { expect, test } from 'vitest'
import type { HallManifest, ShardBooth } from '~/domain/hall/shard'
import { Culler, type InView } from './cull'
import { SteeringKeys } from './moving/steering-keys'
import { buildWorld, settleShard } from './world/hall-world'
import { furnishStreet } from './world/street'

const NUMBERS = Array.from({ length: 20 }, (_, i) => i + 1)
const SLOTS = 24

const manifest: HallManifest = {
  edition: 'all-year',
  pavilions: NUMBERS.map((number) => ({
    number,
    regencyCode: `32${String(number).padStart(2, '0')}`,
    regencyName: 'Garut',
    regencyKind: 'kabupaten',
    slotCount: SLOTS,
    boothCount: SLOTS,
    motif: 'megamendung',
    roof: 'awning',
    colour: '#35234d',
    accent: '#e3ae55',
    version: 'v',
  })),
}

const booth = (slot: number) =>
  ({ slot, slug: `b-${slot}`, name: 'b', drawings: [] }) as unknown as ShardBooth

/** The hall as one sees it from before its arch. */
function seen() {
  const world = buildWorld(manifest)
  for (const pavilion of NUMBERS)
    settleShard(world, {
      pavilion,
      version: 'v',
      booths: Array.from({ length: SLOTS }, (_, slot) => booth(slot)),
    })
  const culler = new Culler(world, furnishStreet(world.layout))
  const camera = new PerspectiveCamera(60, 1.6, 0.1, 500)
  const look = (x: number, z: number, yaw: number): InView => {
    camera.position.set(x, 1.62, z)
    camera.rotation.set(0, yaw, 0, 'YXZ')
    camera.updateMatrixWorld()
    camera.updateProjectionMatrix()
    return culler.run(camera)
  }
  return { world, look, culler, camera }
}

test('the names of gates and arches are wanted before those of booths, each nearest first', () => {
  const { world, look } = seen()
  const { x, z, yaw } = world.layout.start
  const { signs, gates } = look(x, z, yaw)
  const away = signs.map((board) => Math.hypot(board.x - x, board.z - z))
  expect(gates.length).toBeGreaterThan(8)
  expect(signs.length).toBeGreaterThan(12)
  const nearestFirst = (list: number[]) => [...list].sort((a, b) => a - b)
  const named = new Set<unknown>([...world.gates, world.arch, world.farewell])
  expect(signs.map((board) => named.has(board))).toEqual(signs.map((_, i) => i < 8))
  expect(away.slice(0, 8)).toEqual(nearestFirst(away.slice(0, 8)))
  expect(away.slice(8)).toEqual(nearestFirst(away.slice(8)))
})

test('with room, what one sees half a metre on and turned a little is found beforehand', () => {
  const { world, look, culler, camera } = seen()
  const { start, bounds } = world.layout
  const room = { step: 0.5, turn: 0.05 }
  const shown = ({ near, mid, far, gates, arch, lamps, garlands, planters }: InView) =>
    [near, mid, far, gates, arch, lamps, garlands, planters].flat()
  const away = fc.double({ min: -0.035, max: 0.035, noNaN: true })
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
      fc.tuple(away, away, away),
      (along, yaw, [dx, dz, turn]) => {
        const x = bounds.x + along * bounds.width
        look(x, start.z, yaw)
        const found = new Set(shown(culler.run(camera, room)))
        // Reach isn't widened: what comes out of the fog half a metre later is as good as not seen.
        const later = shown(look(x + dx * 10, start.z + dz * 10, yaw + turn)).filter(
          (one) => Math.hypot(one.x - x, one.z - start.z) < 50,
        )
        expect(later.filter((one) => !found.has(one))).toEqual([])
      },
    ),
  )
})

test('what a frame shows and what the keys ask for are written where they always were', () => {
  const { world, look } = seen()
  const { x, z, yaw } = world.layout.start
  const first = look(x, z, yaw)
  const lists = { ...first }
  const before = first.signs.map(({ id }) => id)
  expect(look(x + 60, z, yaw + Math.PI).signs.map(({ id }) => id)).not.toEqual(before)
  const again = look(x, z, yaw)
  expect(again).toBe(first)
  for (const name of Object.keys(lists) as (keyof InView)[]) expect(again[name]).toBe(lists[name])
  expect(again.signs.map(({ id }) => id)).toEqual(before)
  const keys = new SteeringKeys()
  const { steering } = keys
  keys.press({ code: 'KeyW', shiftKey: true } as KeyboardEvent)
  expect(keys.steering).toBe(steering)
  expect(steering).toEqual({ ahead: 1, aside: 0, turn: 0, run: true })
})
