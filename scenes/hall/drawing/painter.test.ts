import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Pen } from './canvas'
import { PaintShop } from './paint'
import type { ToWorker } from './paint-messages'
import { openPainter } from './painter'

const trouble = vi.hoisted(() => ({ tries: 0 }))
vi.mock('./page-painter', () => ({
  openPagePainter: () => {
    if (trouble.tries-- > 0) throw new TypeError('Failed to fetch dynamically imported module')
    return { where: 'page', paint: async () => 'gone', dispose() {} }
  },
}))

class SlowWorker {
  static silent = false
  onmessage: (event: { data: unknown }) => void = () => {}
  onerror: () => void = () => {}
  terminate() {}
  static readonly heard: ToWorker[][] = []
  postMessage(messages: ToWorker[]) {
    SlowWorker.heard.push([...messages])
    if (messages[0]?.kind === 'begin' && !SlowWorker.silent)
      setTimeout(() => this.onmessage({ data: { kind: 'able' } }), 30_000)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  SlowWorker.silent = false
  trouble.tries = 0
  vi.stubGlobal('Worker', SlowWorker)
  vi.stubGlobal('OffscreenCanvas', class {})
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const { signal } = new AbortController()

test('a worker may be half a minute on its way; one that says nothing is given up', async () => {
  const slow = openPainter(signal)
  await vi.advanceTimersByTimeAsync(31_000)
  expect((await slow).where).toBe('worker')
  SlowWorker.silent = true
  const silent = openPainter(signal)
  await vi.advanceTimersByTimeAsync(60_000)
  expect((await silent).where).toBe('page')
})

test('without a network the painter is tried again, until the hall has gone', async () => {
  vi.stubGlobal('Worker', undefined)
  trouble.tries = 3
  const painter = openPainter(signal)
  await vi.advanceTimersByTimeAsync(2_000 + 4_000 + 8_000 + 100)
  expect(trouble.tries).toBe(-1)
  expect(await (await painter).paint({ kind: 'sheet', address: '/', colour: '#000' })).toBe('gone')

  trouble.tries = 1_000
  const leaving = new AbortController()
  const never = openPainter(leaving.signal)
  await vi.advanceTimersByTimeAsync(10_000)
  leaving.abort()
  await vi.advanceTimersByTimeAsync(60_000)
  const left = trouble.tries
  expect(await (await never).paint({ kind: 'sheet', address: '/', colour: '#000' })).toBe('failed')
  await vi.advanceTimersByTimeAsync(600_000)
  expect(trouble.tries).toBe(left)
})

test('all that a frame asks for is one message, after the frame, in its order', async () => {
  const opening = openPainter(signal)
  await vi.advanceTimersByTimeAsync(31_000)
  const painter = await opening
  SlowWorker.heard.length = 0
  const leaving = new AbortController()
  void painter.paint({ kind: 'sheet', address: '/a', colour: '#000' })
  void painter.paint({ kind: 'sheet', address: '/b', colour: '#000' }, leaving.signal)
  leaving.abort()
  expect(SlowWorker.heard).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(SlowWorker.heard.map((said) => said.map(({ kind }) => kind))).toEqual([['paint', 'paint', 'abort']])
  void painter.paint({ kind: 'sheet', address: '/c', colour: '#000' })
  await vi.advanceTimersByTimeAsync(1)
  expect(SlowWorker.heard[1]?.map(({ kind }) => kind)).toEqual(['paint'])
})

test('a drawing that breaks down is an answer too', async () => {
  const broken = () => {
    throw new Error('no memory for a canvas')
  }
  const shop = new PaintShop(broken as (width: number, height: number) => Pen, Promise.resolve())
  const words = { latin: 'Al-Ittihad', arabic: null, below: null, sample: false }
  expect(await shop.paint({ kind: 'sign', size: 'near', words })).toBe('failed')
})
