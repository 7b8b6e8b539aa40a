import { createRoot, extend } from '@react-three/fiber'
import { Mesh, PerspectiveCamera, setConsoleFunction, type WebGLRenderer } from 'three'
import { ContextKeeper } from './context-keeper'
import { openPainter } from './drawing/painter'
import type { HallHandle, HallOptions, MountHall } from './hall-api'
import { HallScene } from './hall-scene'
import { HallView } from './layers/hall-view'
import { frameLens } from './moving/lens'
import { homePlace, placeAtPavilion } from './moving/places'
import { createRenderer, orFree } from './renderer'
import { Visit } from './visit'
import { findStand } from './world/hall-world'
import { markOnline } from './world/online'

// All that the layers are made of; fiber's whole catalogue would triple the bytes.
extend({ Mesh })

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
  return orFree(renderer, () => mountOn(renderer, canvas, options))
}

function mountOn(renderer: WebGLRenderer, canvas: HTMLCanvasElement, options: HallOptions): HallHandle {
  const camera = new PerspectiveCamera(60, 1, 0.1, 500)
  // A handle for the loop: fiber's `invalidate` is known only once the root is configured.
  let wake = () => {}
  frameLens(camera, sizeOf(canvas))
  const hall = new HallScene(renderer, canvas, options, camera, () => wake())
  const root = createQuietRoot(canvas)

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
  // Whatever moves is moved by the graphics card.
  store.getState().scene.matrixWorldAutoUpdate = false
  hall.finish.onPixels = () => store.getState().setDpr(pixels())

  const visit = new Visit(hall, canvas, camera, options)
  let gone = false
  const keeper = new ContextKeeper(canvas, {
    lost: () => {
      hall.lost = true
    },
    restored: () => hall.restart(),
    givenUp: () => options.onUnavailable('context-lost'),
  })
  canvas.style.touchAction = 'pan-y'
  const leaving = new AbortController()
  void openPainter(leaving.signal).then((painter) => {
    hall.feed.begin(painter)
    if (!gone) wake()
  })

  return {
    goToPavilion(number) {
      const place = placeAtPavilion(hall.world, number, hall.sight())
      if (!place) return
      hall.shards.hasten(number)
      visit.goTo(place)
    },
    goToBooth(pavilion, slot) {
      const stand = findStand(hall.world, { pavilion, slot })
      if (stand) visit.goToStand(stand)
    },
    goToPlace: (place) => visit.goTo(place),
    goHome: () => visit.goTo(homePlace(hall.world, hall.sight())),
    highlight: (booth) => visit.highlight(booth),
    setOnline(pavilion, slots) {
      if (!gone && markOnline(hall.world, pavilion, slots)) wake()
    },
    pick(index) {
      hall.closeView.pick(index)
      wake()
    },
    setGoods(count) {
      hall.closeView.setCount(count)
      wake()
    },
    leaveCloseUp: () => visit.stepAway(true),
    place: () => hall.place(),
    setVisible(visible) {
      if (gone) return
      if (!visible) visit.letGo()
      hall.visible = visible
      if (!visible) hall.pauseLoading()
      configure(visible)
      if (visible) wake()
    },
    resize() {
      if (gone) return
      frameLens(camera, sizeOf(canvas))
      hall.closeView.frameAnew()
      configure(store.getState().frameloop !== 'never')
      wake()
    },
    dispose() {
      if (gone) return
      gone = true
      leaving.abort()
      keeper.dispose()
      visit.dispose()
      root.unmount()
      hall.dispose()
      renderer.dispose()
    },
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

function inertHandle(): HallHandle {
  const nothing = () => undefined
  return {
    goToPavilion: nothing,
    goToBooth: nothing,
    goToPlace: nothing,
    goHome: nothing,
    highlight: nothing,
    setOnline: nothing,
    pick: nothing,
    setGoods: nothing,
    leaveCloseUp: nothing,
    place: () => ({ x: 0, z: 0, yaw: 0 }),
    setVisible: nothing,
    resize: nothing,
    dispose: nothing,
  }
}
