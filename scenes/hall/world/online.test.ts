import { expect, test } from 'vitest'
import type { HallManifest, ShardBooth } from '~/domain/hall/shard'
import { buildWorld, findStand, settleShard } from './hall-world'
import { markOnline, ONLINE } from './online'

const manifest: HallManifest = {
  edition: 'all-year',
  pavilions: [1, 2].map((number) => ({
    number,
    regencyCode: `320${number}`,
    regencyName: 'Garut',
    regencyKind: 'kabupaten',
    slotCount: 12,
    boothCount: 3,
    motif: 'megamendung',
    roof: 'julang-ngapak',
    colour: '#35234d',
    accent: '#e3ae55',
    version: 'v',
  })),
}

const booth = (slot: number): ShardBooth => ({
  slot,
  slug: `booth-${slot}`,
  name: 'Al-Ittihad',
  nameArabic: null,
  field: null,
  product: null,
  drawings: [],
  sheet: null,
  award: true,
  sample: true,
  closed: false,
})

function lit(world: ReturnType<typeof buildWorld>): string[] {
  return world.all.filter(({ state }) => state & ONLINE).map(({ pavilion, slot }) => `${pavilion}/${slot}`)
}

test('only the booths that are online are marked, and it says when nothing changed', () => {
  const world = buildWorld(manifest)
  expect(markOnline(world, 1, new Set([2, 5]))).toBe(true)
  expect(lit(world)).toEqual(['1/2', '1/5'])
  expect(markOnline(world, 1, new Set([5, 2]))).toBe(false)
  expect(markOnline(world, 1, new Set([5]))).toBe(true)
  expect(lit(world)).toEqual(['1/5'])
  expect(markOnline(world, 2, new Set([0, 99]))).toBe(true)
  expect(lit(world)).toEqual(['2/0'])
  expect(markOnline(world, 2, new Set())).toBe(true)
  expect(lit(world)).toEqual([])
})

test('a booth that comes later, or comes again, stays marked, and keeps what else is known of it', () => {
  const world = buildWorld(manifest)
  markOnline(world, 1, new Set([2]))
  settleShard(world, { pavilion: 1, version: 'v', booths: [booth(2), booth(3)] })
  expect(lit(world)).toEqual(['1/2'])
  expect(findStand(world, { pavilion: 1, slot: 2 })?.state).toBe(1 | 2 | ONLINE)
  expect(findStand(world, { pavilion: 1, slot: 3 })?.state).toBe(1 | 2)
  markOnline(world, 1, new Set())
  expect(findStand(world, { pavilion: 1, slot: 2 })?.state).toBe(1 | 2)
})
