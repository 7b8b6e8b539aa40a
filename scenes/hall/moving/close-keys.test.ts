import { expect, test } from 'vitest'
import { closeKeys } from './close-keys'

const key = (code: string, shiftKey = false) => ({ code, shiftKey })
const shelf = { picked: null, goods: 3, mirrored: false }
const picked = (code: string, from: number | null, mirrored = false) => {
  const deed = closeKeys(key(code), { picked: from, goods: 3, mirrored })
  return deed?.kind === 'pick' ? deed.good : null
}

test('right and left go round the goods, the other way where one reads from right to left', () => {
  expect([null, 0, 1, 2].map((from) => picked('ArrowRight', from))).toEqual([0, 1, 2, 0])
  expect([null, 0, 1, 2].map((from) => picked('ArrowLeft', from))).toEqual([2, 2, 0, 1])
  expect([null, 0, 1, 2].map((from) => picked('ArrowLeft', from, true))).toEqual([0, 1, 2, 0])
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
