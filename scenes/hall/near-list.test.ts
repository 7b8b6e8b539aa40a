import { expect, test } from 'vitest'
import { type PavilionPlan, placeBefore } from '~/domain/hall/layout'
import type { ShardBooth } from '~/domain/hall/shard'
import { filledWorld } from '~/test/setup/filled-world'
import { nearBooths, shutAhead } from './near-list'
import { findStand, type HallWorld } from './world/hall-world'

const CLOSED = 9
const plans: PavilionPlan[] = [{ number: 1, slotCount: 40 }]
const bearing = (slot: number): Partial<ShardBooth> | null =>
  slot === 11 ? null : { closed: slot === CLOSED }

function before(world: HallWorld, slot: number, metres = 5, turned = 0) {
  const stand = findStand(world, { pavilion: 1, slot })
  if (!stand) throw new Error('no such slot')
  const place = placeBefore(stand, metres)
  return { ...place, yaw: place.yaw + turned }
}

test('one who stands before a closed booth and looks at it is before that one', () => {
  const world = filledWorld(plans, (_, slot) => bearing(slot))
  expect(shutAhead(world, before(world, CLOSED))).toEqual({ pavilion: 1, slot: CLOSED })
  expect(shutAhead(world, before(world, CLOSED, 2.5))).toEqual({ pavilion: 1, slot: CLOSED })
})

test('before an open booth, an empty slot, turned away or far off, nothing has closed', () => {
  const world = filledWorld(plans, (_, slot) => bearing(slot))
  expect(shutAhead(world, before(world, 8))).toBeNull()
  expect(shutAhead(world, before(world, 11))).toBeNull()
  expect(shutAhead(world, before(world, CLOSED, 5, 1.2))).toBeNull()
  expect(shutAhead(world, before(world, CLOSED, 9))).toBeNull()
})

test('the list of what is near holds no closed booth', () => {
  const world = filledWorld(plans, (_, slot) => bearing(slot))
  const near = nearBooths(world, before(world, CLOSED))
  expect(near.length).toBeGreaterThan(3)
  expect(near.map(({ slot }) => slot)).not.toContain(CLOSED)
})
