import { PerspectiveCamera, Vector3 } from 'three'
import { beforeEach, expect, test, vi } from 'vitest'
import type { HallManifest, ShardBooth } from '~/domain/hall/shard'
import type { HallOptions } from './hall-api'
import type { HallScene } from './hall-scene'
import { PickMark } from './layers/pick-mark'
import { CloseView } from './moving/close-view'
import { lensOf } from './moving/lens'
import { FARTHEST_ZOOM, NEAREST } from './moving/orbit'
import { SteeringKeys } from './moving/steering-keys'
import { Visitor } from './moving/visitor'
import { Visit } from './visit'
import { buildWorld, findStand, type HallWorld, type Stand, settleShard } from './world/hall-world'

const SIZE = { width: 1000, height: 600 }
const OPEN = 0
const CLOSED = 1
const EMPTY = 2

const manifest: HallManifest = {
  edition: 'all-year',
  pavilions: [
    {
      number: 1,
      regencyCode: '3205',
      regencyName: 'Garut',
      regencyKind: 'kabupaten',
      slotCount: 12,
      boothCount: 2,
      motif: 'megamendung',
      roof: 'awning',
      colour: '#35234d',
      accent: '#e3ae55',
      version: 'v',
    },
  ],
}

const booth = (slot: number, closed: boolean): ShardBooth => ({
  slot,
  slug: `booth-${slot}`,
  name: 'Al-Ittihad',
  nameArabic: null,
  field: null,
  product: null,
  drawings: closed ? [] : ['{}', '{}'],
  sheet: null,
  award: false,
  sample: true,
  closed,
})

/** As much of a canvas as the visit touches. */
class Canvas extends EventTarget {
  style: Record<string, string> = {}
  clientWidth = SIZE.width
  clientHeight = SIZE.height
  setPointerCapture() {}
}

let canvas: Canvas
let camera: PerspectiveCamera
let world: HallWorld
let closeView: CloseView
let visitor: Visitor
let visit: Visit
let scene: HallScene
const onOpen = vi.fn<(slug: string) => void>()

const shard = { pavilion: 1, version: 'v', booths: [booth(OPEN, false), booth(CLOSED, true)] }
const standAt = (slot: number): Stand => {
  const stand = findStand(world, { pavilion: 1, slot })
  if (!stand) throw new RangeError(`no slot ${slot}`)
  return stand
}

beforeEach(() => {
  onOpen.mockClear()
  canvas = new Canvas()
  camera = new PerspectiveCamera(60, SIZE.width / SIZE.height, 0.1, 500)
  world = buildWorld(manifest)
  settleShard(world, shard)
  const { start, bounds } = world.layout
  visitor = new Visitor({ hash: world.hash, bounds }, { ...start }, true, () => {})
  closeView = new CloseView(visitor, new PickMark(), {
    reducedMotion: true,
    lens: () => lensOf(camera, SIZE),
    covered: () => ({ left: 0, top: 0, right: 0, bottom: 0 }),
    onCloseUp: () => {},
  })
  scene = {
    world,
    visitor,
    closeView,
    visible: true,
    dragging: false,
    keys: new SteeringKeys(),
    shards: { hasten: () => {} },
    lastView: { pictures: [standAt(OPEN)] },
    setLit: () => {},
    setHover: () => {},
    wake: () => {},
  } as unknown as HallScene
  visit = new Visit(scene, canvas as unknown as HTMLCanvasElement, camera, {
    locale: 'en',
    onOpen,
  } as unknown as HallOptions)
})

function send(type: string, what: Record<string, unknown>): Event {
  const event = Object.assign(new Event(type, { cancelable: true }), what)
  canvas.dispatchEvent(event)
  return event
}

/** A tap on the middle of a booth's front, from where the visitor stands. */
function tapOn(stand: Stand): void {
  camera.position.set(visitor.at.x, visitor.height, visitor.at.z)
  camera.lookAt(stand.x, 1.5, stand.z)
  camera.updateMatrixWorld()
  const middle = new Vector3(stand.x, 1.5, stand.z).project(camera)
  const at = { offsetX: ((middle.x + 1) / 2) * SIZE.width, offsetY: ((1 - middle.y) / 2) * SIZE.height }
  const pointer = { pointerId: 1, pointerType: 'mouse', button: 0, clientX: 0, clientY: 0, ...at }
  send('pointerdown', pointer)
  send('pointerup', pointer)
}

const farFrom = (stand: Stand) => Math.hypot(stand.x - visitor.at.x, stand.z - visitor.at.z)

test('a tap on an open booth leads into its close view, one on a closed booth only up to it', () => {
  visit.goTo({ ...before(standAt(OPEN)) })
  tapOn(standAt(OPEN))
  expect(closeView.stand).toBe(standAt(OPEN))
  visit.goTo({ ...before(standAt(CLOSED)) })
  tapOn(standAt(CLOSED))
  expect(closeView.stand).toBeNull()
  expect(farFrom(standAt(CLOSED))).toBeLessThan(6)
  // There the arrows walk.
  const { z } = visitor.at
  send('keydown', { code: 'ArrowUp', repeat: false })
  visitor.step(0.2, scene.keys.steering)
  expect(visitor.at.z).not.toBe(z)
})

test('an address leads before no booth that has closed, and before no empty slot', () => {
  for (const slot of [CLOSED, EMPTY]) {
    visit.goToStand(standAt(slot))
    expect(closeView.stand).toBeNull()
    expect(farFrom(standAt(slot))).toBeLessThan(6)
    closeView.resume(world, { ...before(standAt(slot), 4), closeUp: true })
    expect(closeView.stand).not.toBe(standAt(slot))
  }
  visit.goToStand(standAt(OPEN))
  expect(closeView.stand).toBe(standAt(OPEN))
})

test('what comes in later may show that a booth is shut: then its close view ends', () => {
  const unknown = buildWorld(manifest)
  for (const slot of [OPEN, CLOSED, EMPTY]) {
    const stand = findStand(unknown, { pavilion: 1, slot })
    if (!stand) throw new RangeError(`no slot ${slot}`)
    unknown.settled.clear()
    stand.booth = null
    closeView.enter(stand, true)
    closeView.leaveIfShut(unknown)
    expect(closeView.stand).toBe(stand)
    settleShard(unknown, shard)
    closeView.leaveIfShut(unknown)
    expect(closeView.stand).toBe(slot === OPEN ? stand : null)
  }
})

test('who comes back to the view of a booth finds picked what they had picked', () => {
  visit.goToStand(standAt(OPEN))
  closeView.pick(1)
  visit.goTo({ ...before(standAt(OPEN), 4), closeUp: true })
  expect(closeView.stand).toBe(standAt(OPEN))
  expect(closeView.picked).toBe(1)
  visit.stepAway(true)
  visit.goToStand(standAt(OPEN))
  expect(closeView.picked).toBeNull()
})

test('Enter held down leads up to a booth and no farther', () => {
  const enter = (repeat: boolean) => send('keydown', { code: 'Enter', repeat })
  enter(false)
  expect(closeView.stand).toBe(standAt(OPEN))
  for (let i = 0; i < 3; i++) expect(enter(true).defaultPrevented).toBe(true)
  expect(onOpen).not.toHaveBeenCalled()
  enter(false)
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('booth-0')
})

test('before a booth the wheel comes nearer and steps back, at the limits it scrolls the page', () => {
  const wheel = (deltaY: number) => send('wheel', { deltaY, ctrlKey: false }).defaultPrevented
  expect(wheel(100)).toBe(false)
  visit.goToStand(standAt(OPEN))
  const eye = () => {
    closeView.step(1, scene.keys.steering)
    const { x, z } = visitor.at
    return Math.hypot(x - standAt(OPEN).x, z - standAt(OPEN).z)
  }
  const resting = eye()
  for (const deltaY of [100, -100]) {
    let before = eye()
    let kept = 0
    // What the wheel doesn't leave to the page moves the eye.
    for (; wheel(deltaY); kept++) {
      const away = (eye() - before) * Math.sign(deltaY)
      expect(away).toBeGreaterThan(1e-6)
      before = eye()
    }
    expect(kept).toBeGreaterThan(1)
    expect(wheel(deltaY)).toBe(false)
  }
  // The middle of the booth lies 0.4 m behind the point that one comes nearer to.
  expect(eye()).toBeCloseTo(NEAREST + 0.4)
  for (let i = 0; i < 20; i++) wheel(100)
  expect(eye()).toBeCloseTo((resting - 0.4) * FARTHEST_ZOOM + 0.4)
})

/** A place before a booth, looking at it. */
function before(stand: Stand, distance = 5) {
  return {
    x: stand.x - Math.sin(stand.yaw) * distance,
    z: stand.z - Math.cos(stand.yaw) * distance,
    yaw: stand.yaw + Math.PI,
  }
}
