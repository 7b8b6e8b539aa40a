import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { layoutHall } from '~/domain/hall/layout'
import type { PavilionShard, ShardBooth } from '~/domain/hall/shard'
import { ShardLoader } from './shard-loader'

const LAYOUT = layoutHall(Array.from({ length: 27 }, (_, i) => ({ number: i + 1, slotCount: 40 })))
const REACH = 60
const BOOTH: ShardBooth = {
  slot: 0,
  slug: 'kopi',
  name: 'Kopi',
  nameArabic: null,
  field: null,
  product: null,
  drawings: [],
  sheet: null,
  award: false,
  sample: false,
  closed: false,
}

interface Asked {
  pavilion: number
  signal: AbortSignal
  answer: (shard: PavilionShard) => void
  fail: (error: Error) => void
}
let asked: Asked[]
let arrived: number[]
let loader: ShardLoader
beforeEach(() => {
  vi.useFakeTimers()
  asked = []
  arrived = []
  loader = new ShardLoader(
    LAYOUT,
    (pavilion, signal) =>
      new Promise((answer, fail) => {
        asked.push({ pavilion, signal, answer, fail })
      }),
    ({ pavilion }) => arrived.push(pavilion),
  )
  loader.widen()
})
afterEach(() => {
  vi.useRealTimers()
})

const shard = (pavilion: number): PavilionShard => ({ pavilion, version: 'v', booths: [] })
const gateOf = (number: number) => LAYOUT.byNumber.get(number)?.gate ?? { x: 0, z: 0 }
const numbers = () => asked.map(({ pavilion }) => pavilion)

async function answerAll(): Promise<void> {
  while (asked.some(({ pavilion, signal }) => !signal.aborted && !arrived.includes(pavilion))) {
    for (const { pavilion, answer } of asked) answer(shard(pavilion))
    await vi.advanceTimersByTimeAsync(0)
  }
}

test('each pavilion in reach is fetched once, three at a time, the one here first', async () => {
  const { x, z } = gateOf(9)
  loader.look(x, z, REACH)
  expect(asked).toHaveLength(3)
  expect(numbers()).toContain(9)
  await answerAll()
  loader.look(x, z, REACH)
  loader.look(x + 5, z, REACH)
  await answerAll()
  expect(new Set(numbers()).size).toBe(asked.length)
  expect(loader.loaded).toBe(asked.length)
  expect(asked.length).toBeLessThan(27)
})

test('the nearest comes alone, and the others once it has been seen', async () => {
  const { x, z } = gateOf(9)
  const first = new ShardLoader(
    LAYOUT,
    (pavilion, signal) =>
      new Promise((answer, fail) => {
        asked.push({ pavilion, signal, answer, fail })
      }),
    ({ pavilion }) => arrived.push(pavilion),
  )
  first.look(x, z, REACH)
  expect(asked).toHaveLength(1)
  // Where nobody stands, nothing is seen: on to the next.
  asked[0]?.answer(shard(asked[0].pavilion))
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toHaveLength(2)
  const { pavilion = 0, answer } = asked[1] ?? {}
  answer?.({ ...shard(pavilion), booths: [BOOTH] })
  await vi.advanceTimersByTimeAsync(0)
  first.look(x + 5, z, REACH)
  expect(arrived).toHaveLength(2)
  first.widen()
  await vi.advanceTimersByTimeAsync(0)
  expect(asked.filter(({ pavilion: number }) => !arrived.includes(number)).length).toBeGreaterThan(1)
  expect(new Set(numbers()).size).toBe(asked.length)
})

test('who has teleported away calls off what is far behind, and may come back for it', async () => {
  loader.look(gateOf(1).x, gateOf(1).z, REACH)
  const before = [...asked]
  loader.hasten(27)
  loader.look(gateOf(27).x, gateOf(27).z, REACH)
  expect(before.map(({ signal }) => signal.aborted)).toEqual([true, true, true])
  for (const { answer, pavilion } of before) answer(shard(pavilion))
  await vi.advanceTimersByTimeAsync(0)
  expect(arrived).toEqual([])
  await answerAll()
  expect(arrived).toContain(27)
  loader.look(gateOf(1).x, gateOf(1).z, REACH)
  await answerAll()
  expect(arrived).toContain(1)
})

test('the pavilion that one is on the way to is not called off before one is there', () => {
  loader.look(gateOf(1).x, gateOf(1).z, REACH)
  loader.hasten(27)
  loader.look(gateOf(1).x + 10, gateOf(1).z, REACH)
  expect(asked.find(({ pavilion }) => pavilion === 27)?.signal.aborted).toBe(false)
})

test('what failed is asked for again by itself, later each time', async () => {
  const { x, z } = gateOf(1)
  loader.look(x, z, 1)
  for (const pause of [2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]) {
    const last = asked.at(-1)
    const count = asked.length
    last?.fail(new Error('offline'))
    await vi.advanceTimersByTimeAsync(pause - 1)
    expect(asked).toHaveLength(count)
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toHaveLength(count + 1)
  }
  await answerAll()
  expect(arrived).toEqual([asked[0]?.pavilion])
})

test('a closed hall loads nothing any more', async () => {
  loader.look(gateOf(1).x, gateOf(1).z, REACH)
  loader.stop()
  expect(asked.every(({ signal }) => signal.aborted)).toBe(true)
  const count = asked.length
  for (const { fail } of asked) fail(new Error('aborted'))
  await vi.advanceTimersByTimeAsync(1e6)
  loader.hasten(5)
  loader.look(0, 0, REACH)
  expect(asked).toHaveLength(count)
})

test('while the hall is hidden nothing is loaded; seen again it goes on', () => {
  loader.look(gateOf(1).x, gateOf(1).z, REACH)
  loader.pause()
  expect(asked.every(({ signal }) => signal.aborted)).toBe(true)
  const before = asked.length
  loader.look(gateOf(1).x, gateOf(1).z, REACH)
  expect(asked.length).toBe(before * 2)
})
