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
    const { cull, mirror, ask, upload } = finish.share(camera)
    finish.prepare(camera, view, mirror)
    return { cull, mirror: drawn > before, ask, upload }
  }
  return { frame, camera }
}

test('of three frames of a walk one looks what is in view and draws the mirror, the others have time for signs', () => {
  const { frame } = finished(3)
  frame(0)
  const walked = [1, 2, 3, 4, 5, 6].map((step) => frame(step * 0.06))
  expect(walked.map(({ cull }) => cull)).toEqual([null, null, 'roomy', null, null, 'roomy'])
  expect(walked.map(({ mirror }) => mirror)).toEqual([false, false, true, false, false, true])
  expect(walked.map(({ ask }) => ask)).toEqual([true, false, false, true, false, false])
  expect(walked.map(({ upload }) => upload)).toEqual([true, true, false, true, true, false])
})

test('who walks fast, or in few frames, looks sooner', () => {
  const { frame } = finished(3)
  frame(0)
  const run = [1, 2, 3, 4].map((step) => frame(step * 0.3))
  expect(run.map(({ cull }) => cull)).toEqual([null, 'roomy', null, 'roomy'])
})

test('who stops sees exactly what is there, and its mirror, in a frame that has time for everything', () => {
  const { frame } = finished(3)
  frame(0)
  expect(frame(0.06)).toEqual({ cull: null, mirror: false, ask: true, upload: true })
  expect(frame(0.06)).toEqual({ cull: 'exact', mirror: true, ask: true, upload: true })
  // No room was left there for going on.
  expect(frame(0.12).cull).toBe('roomy')
})

test('a leap, a wide turn or another lens is seen at once', () => {
  const { frame, camera } = finished(3)
  frame(0)
  expect(frame(40).cull).toBe('roomy')
  expect(frame(40, 0.5).cull).toBe('roomy')
  expect(frame(40, 0.52).cull).toBe(null)
  camera.fov = 40
  camera.updateProjectionMatrix()
  expect(frame(40, 0.53).cull).toBe('roomy')
})

test('without a mirror it is the same, and none is drawn', () => {
  const { frame } = finished(1)
  const walked = [0, 0.1, 0.2, 0.3, 0.3].map((z) => frame(z))
  expect(walked.map(({ cull }) => cull)).toEqual(['roomy', null, null, 'roomy', 'exact'])
  expect(walked.map(({ mirror }) => mirror)).toEqual(Array(5).fill(false))
  expect(walked.at(-1)).toEqual({ cull: 'exact', mirror: false, ask: true, upload: true })
})
