import { createRoot, extend, useFrame } from '@react-three/fiber'
import { Mesh, PerspectiveCamera, setConsoleFunction, type WebGLRenderer } from 'three'
import { ContextKeeper } from '../hall/context-keeper'
import { openPainter } from '../hall/drawing/painter'
import { BoothLayer } from '../hall/layers/booth-layer'
import { GroundLayer } from '../hall/layers/ground-layer'
import { createRenderer, orFree } from '../hall/renderer'
import type { BoothHandle, BoothOptions, BoothSpec, MountBooth } from './booth-api'
import { BoothScene } from './booth-scene'

extend({ Mesh })

/** Sharp enough for a small picture, and kind to a cheap phone. */
const MOST_PIXELS = 1.5
const KEY_TURN = 0.12

/** Mounts one booth; without WebGL 2 the handle does nothing, after `onUnavailable`. */
export const mountBooth: MountBooth = async (canvas, spec, options) => {
  const renderer = createRenderer(canvas)
  if (!renderer) {
    options.onUnavailable()
    return { show: () => {}, resize: () => {}, dispose: () => {} }
  }
  return orFree(renderer, () => mountOn(renderer, canvas, spec, options))
}

function mountOn(
  renderer: WebGLRenderer,
  canvas: HTMLCanvasElement,
  spec: BoothSpec,
  options: BoothOptions,
): BoothHandle {
  const camera = new PerspectiveCamera(60, 1, 0.1, 500)
  let wake = () => {}
  const booth = new BoothScene(renderer, canvas, spec, options, () => wake())
  const root = createQuietRoot(canvas)
  const configure = () =>
    root.configure({
      gl: renderer,
      camera,
      frameloop: 'demand',
      flat: true,
      linear: true,
      dpr: Math.min(window.devicePixelRatio, MOST_PIXELS),
      size: {
        width: Math.max(1, canvas.clientWidth),
        height: Math.max(1, canvas.clientHeight),
        top: 0,
        left: 0,
        updateStyle: false,
      },
    })
  configure()
  const store = root.render(<BoothView booth={booth} />)
  wake = () => store.getState().invalidate()
  const keeper = new ContextKeeper(canvas, {
    lost: () => {
      booth.lost = true
    },
    restored: () => booth.restart(),
    givenUp: options.onUnavailable,
  })
  const leaving = new AbortController()
  const { signal } = leaving
  followHand(canvas, booth, signal)
  void openPainter(signal).then((painter) => {
    booth.feed.begin(painter)
    if (!signal.aborted) wake()
  })
  return {
    show(shown) {
      if (!signal.aborted) booth.show(shown)
    },
    resize() {
      if (signal.aborted) return
      configure()
      wake()
    },
    dispose() {
      if (signal.aborted) return
      leaving.abort()
      keeper.dispose()
      root.unmount()
      booth.dispose()
      renderer.dispose()
    },
  }
}

function BoothView({ booth }: { booth: BoothScene }) {
  useFrame(({ camera, scene, invalidate }) => {
    if (booth.frame(camera as PerspectiveCamera, scene)) invalidate()
  }, 1)
  return (
    <>
      <BoothLayer stage={booth.stage} />
      <GroundLayer stage={booth.stage} />
    </>
  )
}

/** A finger or the mouse turns it, and the left and right arrows; up and down scroll the page. */
function followHand(canvas: HTMLCanvasElement, booth: BoothScene, signal: AbortSignal): void {
  canvas.style.touchAction = 'pan-y'
  let from: number | null = null
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      from = event.clientX
      canvas.setPointerCapture(event.pointerId)
    },
    { signal },
  )
  canvas.addEventListener(
    'pointermove',
    (event) => {
      if (from === null) return
      booth.turn((event.clientX - from) * 0.006)
      from = event.clientX
    },
    { signal },
  )
  for (const end of ['pointerup', 'pointercancel'] as const)
    canvas.addEventListener(
      end,
      () => {
        from = null
      },
      { signal },
    )
  canvas.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
      event.preventDefault()
      booth.turn(event.key === 'ArrowLeft' ? -KEY_TURN : KEY_TURN)
    },
    { signal },
  )
}

/** Fiber 8 still makes three's old clock, which warns on the console of every visitor. */
function createQuietRoot(canvas: HTMLCanvasElement): ReturnType<typeof createRoot<HTMLCanvasElement>> {
  setConsoleFunction(() => {})
  try {
    return createRoot(canvas)
  } finally {
    setConsoleFunction(null as never)
  }
}
