import { PerspectiveCamera, type WebGLRenderer } from 'three'
import { expect, test } from 'vitest'
import { hallUniforms } from '../shading/uniforms'
import type { Stage } from '../stage'
import { buildLayers } from '../stage-layers'
import { buildWorld } from '../world/hall-world'
import { Finish } from './finish'

const NOTHING = { texture: {}, target: 'flat', format: 'grey' } as const
const textures = { signNear: NOTHING, signFar: NOTHING, pictures: NOTHING, motifs: NOTHING, sky: NOTHING }

/** The finish of a hall whose renderer only counts how often the mirror is drawn. */
function finished(level: number) {
  let drawn = 0
  const renderer = {
    getDrawingBufferSize: (to: { set(x: number, y: number): void }) => to.set(320, 180),
    setClearAlpha() {},
    setRenderTarget() {},
    render: () => {
      drawn++
    },
  } as unknown as WebGLRenderer
  const layers = buildLayers(buildWorld({ edition: 'all-year', pavilions: [] }))
  const stage = { ...layers, uniforms: hallUniforms(textures), materials: {} } as unknown as Stage
  const finish = new Finish(renderer, stage, level)
  const camera = new PerspectiveCamera(60, 1.6, 0.1, 500)
  const view = { near: [], mid: [] } as never
  /** One frame from so many metres along, turned by so much. */
  const frame = (z: number, yaw = 0) => {
    camera.position.set(0, 1.62, z)
    camera.rotation.set(0, yaw, 0, 'YXZ')
    camera.updateMatrixWorld()
    const before = drawn
    const { mirror, feed } = finish.share(camera)
    finish.prepare(camera, view, mirror)
    return { mirror: drawn > before, feed, behind: finish.isBehind }
  }
  return { finish, frame }
}

test('who walks sees a mirror of every third frame, and the others have time for signs', () => {
  const { frame } = finished(3)
  frame(0)
  const walked = [1, 2, 3, 4, 5, 6].map((step) => frame(step * 0.06))
  expect(walked.map(({ mirror }) => mirror)).toEqual([false, false, true, false, false, true])
  expect(walked.map(({ feed }) => feed)).toEqual([true, true, false, true, true, false])
  expect(walked.map(({ behind }) => behind)).toEqual([true, true, false, true, true, false])
})

test('who walks fast, or in few frames, sees their mirror sooner', () => {
  const { frame } = finished(3)
  frame(0)
  const run = [1, 2, 3, 4].map((step) => frame(step * 0.3))
  expect(run.map(({ mirror }) => mirror)).toEqual([false, true, false, true])
})

test('who stops sees the mirror of where they stand, in a frame that has time for everything', () => {
  const { frame } = finished(3)
  frame(0)
  expect(frame(0.06)).toEqual({ mirror: false, feed: true, behind: true })
  expect(frame(0.06)).toEqual({ mirror: true, feed: true, behind: false })
})

test('a leap or a wide turn is mirrored at once', () => {
  const { frame } = finished(3)
  frame(0)
  expect(frame(40).mirror).toBe(true)
  expect(frame(40, 0.5).mirror).toBe(true)
  expect(frame(40, 0.52).mirror).toBe(false)
})

test('without a mirror every frame has time for signs', () => {
  const { frame } = finished(1)
  for (const z of [0, 0.1, 0.2, 0.2]) expect(frame(z)).toEqual({ mirror: false, feed: true, behind: false })
})
