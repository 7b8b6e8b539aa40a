import { createRoot, extend } from '@react-three/fiber'
import { Mesh, PerspectiveCamera, setConsoleFunction, WebGLRenderer } from 'three'
import { ARABIC_FONT, SIGN_FONT } from './drawing/sign'
import type { HallHandle, MountHall } from './hall-api'
import { HallScene } from './hall-scene'
import { HallView } from './layers/hall-view'
import { breadth, frameLens } from './moving/lens'
import { placeAtPavilion } from './moving/places'
import { Visit } from './visit'
import { findStand } from './world/hall-world'
import { markOnline } from './world/online'

// All that the layers are made of; fiber's whole catalogue would triple the bytes.
extend({ Mesh })

const FONT_PATIENCE_MS = 2500

/**
 * Mounts the hall on a canvas. A canvas is mounted once: after `dispose` its context is gone.
 * Without WebGL 2 the promise still resolves, to a handle that does nothing, after `onUnavailable`.
 */
export const mountHall: MountHall = async (canvas, options) => {
  const renderer = createRenderer(canvas)
  if (!renderer) {
    options.onUnavailable('no-webgl')
    return inertHandle()
  }
  const camera = new PerspectiveCamera(60, 1, 0.1, 500)
  const root = createQuietRoot(canvas)
  // A handle for the loop: fiber's `invalidate` is known only once the root is configured.
  let wake = () => {}
  frameLens(camera, sizeOf(canvas))
  const hall = new HallScene(renderer, canvas, options, breadth(camera), () => wake())

  const pixels = () => Math.min(window.devicePixelRatio, hall.finish.quality.pixels)
  const configure = (visible: boolean) =>
    root.configure({
      gl: renderer,
      camera,
      frameloop: visible ? 'demand' : 'never',
      flat: true,
      linear: true,
      dpr: pixels(),
      size: { ...sizeOf(canvas), top: 0, left: 0, updateStyle: false },
    })
  configure(true)
  const store = root.render(<HallView hall={hall} />)
  wake = () => store.getState().invalidate()
  hall.finish.onPixels = () => store.getState().setDpr(pixels())

  const visit = new Visit(hall, canvas, camera, options)
  let gone = false
  const onLost = (event: Event) => {
    event.preventDefault()
    if (!gone) options.onUnavailable('context-lost')
  }
  canvas.addEventListener('webglcontextlost', onLost)
  canvas.style.touchAction = 'pan-y'
  void fontsReady().then(() => {
    if (!gone) hall.letLettersIn()
  })

  return {
    goToPavilion(number) {
      const place = placeAtPavilion(hall.world, number)
      if (!place) return
      hall.shards.hasten(number)
      visit.goTo(place)
    },
    goToBooth(pavilion, slot) {
      const stand = findStand(hall.world, { pavilion, slot })
      if (stand) visit.goToStand(stand)
    },
    goToPlace: (place) => visit.goTo(place),
    goHome: () => visit.goTo(hall.world.layout.start),
    highlight: (booth) => visit.highlight(booth),
    setOnline(pavilion, slots) {
      if (!gone && markOnline(hall.world, pavilion, slots)) wake()
    },
    place: () => ({ ...hall.visitor.at }),
    setVisible(visible) {
      if (gone) return
      if (!visible) visit.letGo()
      hall.visible = visible
      configure(visible)
      if (visible) wake()
    },
    resize() {
      if (gone) return
      frameLens(camera, sizeOf(canvas))
      configure(store.getState().frameloop !== 'never')
      wake()
    },
    dispose() {
      if (gone) return
      gone = true
      canvas.removeEventListener('webglcontextlost', onLost)
      visit.dispose()
      root.unmount()
      hall.dispose()
      renderer.dispose()
    },
  }
}

function createRenderer(canvas: HTMLCanvasElement): WebGLRenderer | null {
  const settings = { antialias: true, alpha: false, stencil: false, powerPreference: 'default' } as const
  const context = canvas.getContext('webgl2', settings) as WebGL2RenderingContext | null
  if (!context) return null
  try {
    return new WebGLRenderer({ canvas, context })
  } catch {
    return null
  }
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

function sizeOf(canvas: HTMLCanvasElement): { width: number; height: number } {
  return { width: Math.max(1, canvas.clientWidth), height: Math.max(1, canvas.clientHeight) }
}

async function fontsReady(): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, FONT_PATIENCE_MS))
  const fonts = Promise.all([
    document.fonts.load(`700 40px ${SIGN_FONT}`, 'Pesantren'),
    document.fonts.load(`500 40px ${SIGN_FONT}`, 'Pesantren'),
    document.fonts.load(`600 40px ${ARABIC_FONT}`, 'معهد'),
  ])
  await Promise.race([patience, fonts]).catch(() => undefined)
}

function inertHandle(): HallHandle {
  const nothing = () => undefined
  return {
    goToPavilion: nothing,
    goToBooth: nothing,
    goToPlace: nothing,
    goHome: nothing,
    highlight: nothing,
    setOnline: nothing,
    place: () => ({ x: 0, z: 0, yaw: 0 }),
    setVisible: nothing,
    resize: nothing,
    dispose: nothing,
  }
}
