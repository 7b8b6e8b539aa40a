import { expect, test, vi } from 'vitest'
import { createRenderer, orFree } from './renderer'

test('a hall that cannot be built gives the graphics context back, and says so', () => {
  const done: string[] = []
  const renderer = { forceContextLoss: () => done.push('lost'), dispose: () => done.push('disposed') }
  const fail = () => {
    throw new RangeError('a manifest that makes no sense')
  }
  expect(() => orFree(renderer, fail)).toThrow(RangeError)
  expect(done).toEqual(['lost', 'disposed'])
  expect(orFree(renderer, () => 27)).toBe(27)
  expect(done).toHaveLength(2)
})

test('a context that no renderer can be made on is given back, too', () => {
  const loseContext = vi.fn()
  const context = {
    getExtension: (name: string) => (name === 'WEBGL_lose_context' ? { loseContext } : null),
    getContextAttributes: () => {
      throw new Error('the driver has gone')
    },
  }
  const canvas = (given: object | null) =>
    ({
      getContext: () => given,
      addEventListener() {},
      removeEventListener() {},
    }) as unknown as HTMLCanvasElement
  expect(createRenderer(canvas(context))).toBeNull()
  expect(loseContext).toHaveBeenCalledOnce()
  expect(createRenderer(canvas(null))).toBeNull()
})
