import { expect, test } from 'vitest'
import { thingOf } from '../geometry/booth-things'
import { closeKeys } from './close-keys'

const key = (code: string, shiftKey = false) => ({ code, shiftKey })
const shelf = { picked: null, goods: 3 }
const picked = (code: string, from: number | null, goods = 3) => {
  const deed = closeKeys(key(code), { picked: from, goods })
  return deed?.kind === 'pick' ? deed.good : null
}

test('right and left go round the goods, always to the one that is seen there', () => {
  for (let goods = 1; goods <= 12; goods++) {
    expect(picked('ArrowRight', null, goods)).toBe(0)
    expect(picked('ArrowLeft', null, goods)).toBe(0)
    // On the left of the wall.
    const first = goods > 1 ? 1 : 0
    const round = [first]
    for (let at = picked('ArrowRight', first, goods); at !== first; at = picked('ArrowRight', at, goods)) {
      if (at === null || round.length > goods) throw new Error('it goes round')
      const before = round.at(-1) ?? first
      expect(picked('ArrowLeft', at, goods)).toBe(before)
      const [from, to] = [thingOf(before), thingOf(at)]
      // From the end of the wall to the beginning of the counter, and back.
      if (from && to && from.z < 0 === to.z < 0) expect(to.left).toBeGreaterThan(from.left)
      round.push(at)
    }
    expect([...round].sort((a, b) => a - b)).toEqual(Array.from({ length: goods }, (_, i) => i))
  }
  expect([1, 0, 2].map((from) => picked('ArrowRight', from, 8))).toEqual([0, 2, 3])
  expect([3, 2, 0].map((from) => picked('ArrowLeft', from, 8))).toEqual([2, 0, 1])
})

test('with Shift the arrows move the eye; a booth without goods has nothing to pick', () => {
  expect(closeKeys(key('ArrowRight', true), shelf)).toMatchObject({ kind: 'move', turn: expect.any(Number) })
  expect(closeKeys(key('ArrowRight'), { ...shelf, goods: 0 })).toEqual({
    kind: 'move',
    turn: 0,
    height: 0,
    zoom: 1,
  })
  expect(closeKeys(key('ArrowUp'), shelf)).toMatchObject({ kind: 'move', zoom: expect.closeTo(0.86) })
})

test('Enter opens, Escape leaves, walking keys are left to walking', () => {
  expect(closeKeys(key('Enter'), shelf)).toEqual({ kind: 'open' })
  expect(closeKeys(key('Escape'), shelf)).toEqual({ kind: 'leave' })
  for (const code of ['KeyW', 'KeyA', 'KeyS', 'KeyD', 'Tab', 'Space'])
    expect(closeKeys(key(code), shelf)).toBeNull()
})
