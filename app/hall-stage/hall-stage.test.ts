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
