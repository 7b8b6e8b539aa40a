import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { HallStage } from './hall-stage'
import type { OpenOptions, StageWorld } from './stage-state'

vi.mock('~/scenes/hall/mount-hall.client', () => ({ mountHall: () => new Promise(() => {}) }))

const AISLE: StageWorld = {
  key: 'aisle',
  manifest: { edition: '1', pavilions: [] } as unknown as StageWorld['manifest'],
  shard: { booths: [] } as unknown as StageWorld['shard'],
}
const OPTIONS: OpenOptions = { locale: 'id', start: null, world: null, label: '', describedBy: '' }

beforeEach(() => {
  const canvas = { getContext: () => ({ getExtension: () => null }), setAttribute() {}, remove() {} }
  vi.stubGlobal('document', { createElement: () => canvas, activeElement: null })
  vi.stubGlobal('fetch', () => new Promise(() => {}))
})
afterEach(() => vi.unstubAllGlobals())

test('a world that cannot be opened is trouble, and no longer on its way', async () => {
  const stage = new HallStage(() => Promise.reject(new Error('offline')))
  void stage.open(OPTIONS)
  stage.goOver(AISLE, null)
  expect(stage.getState()).toMatchObject({ status: 'opening', changing: true })
  await vi.waitFor(() => expect(stage.getState().status).toBe('unavailable'))
  expect(stage.getState()).toMatchObject({ trouble: 'not-loaded', changing: false })
})

test('a stop that was told as the hall began to open is still heard, and is no news to who comes there', () => {
  const stage = new HallStage(() => new Promise(() => {}))
  stage.sayStop('Stop 1 of 30: Baitul Hikmah')
  void stage.open(OPTIONS)
  expect(stage.getState()).toMatchObject({ status: 'opening', said: 'Stop 1 of 30: Baitul Hikmah' })
  stage.say('Before the booth', 'Stop 1 of 30: Baitul Hikmah')
  expect(stage.getState().said).toBe('Before the booth')
})

test('a stop that nobody was told of goes before what is said where one comes to, once', () => {
  const stage = new HallStage(() => new Promise(() => {}))
  stage.say('Before the booth', 'Stop 1')
  expect(stage.getState().said).toBe('Stop 1. Before the booth')
  stage.say('Ten booths around', 'Stop 1')
  expect(stage.getState().said).toBe('Ten booths around')
  stage.say('Before another one', 'Stop 2')
  expect(stage.getState().said).toBe('Stop 2. Before another one')
})
