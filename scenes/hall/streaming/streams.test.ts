import { beforeEach, expect, test, vi } from 'vitest'
import type { ShardBooth } from '~/domain/hall/shard'
import { packLevels } from '../drawing/mipmaps'
import type { Painted, PaintJob } from '../drawing/paint'
import type { Painter } from '../drawing/painter'
import { SHEET_SIZE, SIGN_SIZES } from '../drawing/sizes'
import type { GpuTexture } from '../shading/gpu-texture'
import type { Stand } from '../world/hall-world'
import { PICTURE_LAYERS, PictureStream } from './picture-stream'
import { NEAR_SIGN, SignStream } from './sign-stream'
import { UploadQueue } from './upload-queue'

const TEXTURE = { target: 'array', format: 'grey' } as GpuTexture
const SHEET = packLevels(new Uint8Array(SHEET_SIZE.width * SHEET_SIZE.height * 4), SHEET_SIZE)

/** Paints when it is told to. */
class SlowPainter implements Painter {
  readonly where = 'page'
  readonly asked: { job: PaintJob; signal?: AbortSignal; answer: (painted: Painted) => void }[] = []
  paint(job: PaintJob, signal?: AbortSignal): Promise<Painted> {
    return new Promise((answer) => this.asked.push({ job, signal, answer }))
  }
  dispose() {}
  /** Answers all that is waiting. */
  async finish(sheet: Painted = SHEET): Promise<void> {
    for (const { job, answer } of this.asked.splice(0)) {
      if (job.kind === 'sheet') answer(sheet)
      else {
        const size = SIGN_SIZES[job.size]
        answer(packLevels(new Uint8Array(size.width * size.height), size))
      }
    }
    await vi.waitFor(() => undefined)
    await Promise.resolve()
  }
  get addresses(): string[] {
    return this.asked.map(({ job }) => (job.kind === 'sheet' ? job.address : job.size))
  }
}

function stand(id: number, distance: number): Stand {
  const booth = { slug: `booth-${id}`, sheet: 'v' } as ShardBooth
  const words = { latin: `Booth ${id}`, arabic: null, below: null, sample: true }
  return {
    id,
    x: 0,
    z: -distance,
    distance,
    booth,
    words,
    colour: 0,
    near: -1,
    far: -1,
    picture: -1,
  } as Stand
}

const HERE = { x: 0, z: 0 }
let painter: SlowPainter
let queue: UploadQueue
let woken: number
let stands: Stand[]
beforeEach(() => {
  painter = new SlowPainter()
  queue = new UploadQueue({} as never, () => undefined)
  woken = 0
  stands = Array.from({ length: 60 }, (_, i) => stand(i, 1 + i * 0.3))
})

function pictures(savesData = false): PictureStream {
  return new PictureStream(TEXTURE, queue, {
    standOf: (id) => stands[id],
    sheetUrl: (slug, version) => `${slug}.${version}`,
    savesData,
    wake: () => {
      woken++
    },
  })
}

test('pictures are loaded four at once, nearest first, until the texture is full, and then nothing more', async () => {
  const stream = pictures()
  const order: string[] = []
  for (let i = 0; i < 30; i++) {
    stream.want(stands, HERE, -1, painter)
    expect(painter.asked.length).toBeLessThanOrEqual(4)
    order.push(...painter.addresses)
    await painter.finish()
    queue.run(1e9)
  }
  expect(order).toEqual(stands.slice(0, PICTURE_LAYERS).map(({ id }) => `booth-${id}.v`))
  expect(new Set(stands.slice(0, PICTURE_LAYERS).map(({ picture }) => picture)).size).toBe(PICTURE_LAYERS)
  expect(woken).toBe(PICTURE_LAYERS)
})

test('who teleports away calls the loads off; who turns round does not', async () => {
  const stream = pictures()
  stream.want(stands, HERE, -1, painter)
  const [first] = painter.asked
  stream.want([], { x: 5, z: 5 }, -1, painter)
  expect(first?.signal?.aborted).toBe(false)
  stream.want([], { x: 200, z: 0 }, -1, painter)
  expect(painter.asked.map(({ signal }) => signal?.aborted)).toEqual([true, true, true, true])
  await painter.finish('failed')
  expect(woken).toBe(0)
  // Back again: called off is no failure.
  stream.want(stands, HERE, -1, painter)
  expect(painter.addresses).toHaveLength(4)
})

test('a device that saves data loads only what one stands before, or asks for', () => {
  const stream = pictures(true)
  stream.want(stands.slice(40), HERE, -1, painter)
  expect(painter.addresses).toEqual([])
  stream.want(stands.slice(40), HERE, 42, painter)
  expect(painter.addresses).toEqual(['booth-42.v'])
  stream.want(stands.slice(22), HERE, -1, painter)
  expect(painter.addresses).toEqual(['booth-42.v', 'booth-22.v', 'booth-23.v'])
})

test('a load that failed rests, longer each time, and what is gone is never asked for again', async () => {
  vi.useFakeTimers()
  const stream = pictures()
  const [one] = stands
  if (!one) throw new Error('no stand')
  const ask = () => {
    stream.want([one], HERE, -1, painter)
    return painter.asked.length
  }
  for (const pause of [2_000, 8_000, 30_000]) {
    expect(ask()).toBe(1)
    for (const { answer } of painter.asked.splice(0)) answer('failed')
    await vi.advanceTimersByTimeAsync(pause - 100)
    expect(ask()).toBe(0)
    const before = woken
    await vi.advanceTimersByTimeAsync(200)
    expect(woken).toBe(before + 1)
  }
  expect(ask()).toBe(1)
  for (const { answer } of painter.asked.splice(0)) answer('gone')
  await vi.advanceTimersByTimeAsync(1e7)
  expect(ask()).toBe(0)
  vi.useRealTimers()
})

test('signs: the nearest in full first, then all from afar, never more at once than the painter can do soon', async () => {
  const stream = new SignStream(
    { near: TEXTURE, far: TEXTURE },
    queue,
    (id) => stands[id],
    () => woken++,
  )
  const order: string[] = []
  for (let i = 0; i < 40; i++) {
    stream.want(stands, painter)
    expect(painter.addresses.filter((size) => size === 'near').length).toBeLessThanOrEqual(6)
    order.push(...painter.addresses)
    await painter.finish()
    queue.run(1e9)
  }
  expect(order.slice(0, 6)).toEqual(Array(6).fill('near'))
  expect(order.filter((size) => size === 'far')).toHaveLength(60)
  const near = stands.map((board) => board.near).filter((layer) => layer >= 0)
  expect(near).toHaveLength(NEAR_SIGN.layers - 4)
  expect(new Set(near).size).toBe(near.length)
  expect(new Set(stands.map((board) => board.far)).size).toBe(60)
})

test('a sign that could not be painted rests, longer each time, and is painted in the end', async () => {
  vi.useFakeTimers()
  const stream = new SignStream(
    { near: TEXTURE, far: TEXTURE },
    queue,
    (id) => stands[id],
    () => woken++,
  )
  const few = stands.slice(0, 8)
  const ask = () => {
    stream.want(few, painter)
    return painter.addresses.filter((size) => size === 'near').length
  }
  for (const pause of [2_000, 4_000, 8_000]) {
    // Six near ones at once, as ever: those that fail don't stay in anybody's way.
    expect(ask()).toBe(6)
    for (const { answer } of painter.asked.splice(0)) answer('failed')
    await vi.advanceTimersByTimeAsync(0)
    // The last two come before those that rest; in the test they fail as well.
    ask()
    for (const { answer } of painter.asked.splice(0)) answer('failed')
    await vi.advanceTimersByTimeAsync(pause - 100)
    expect(ask()).toBe(0)
    const before = woken
    await vi.advanceTimersByTimeAsync(200)
    expect(woken).toBeGreaterThan(before)
  }
  for (let i = 0; i < 6; i++) {
    ask()
    for (const { job, answer } of painter.asked.splice(0))
      if (job.kind === 'sign') {
        const size = SIGN_SIZES[job.size]
        answer(packLevels(new Uint8Array(size.width * size.height), size))
      }
    await vi.advanceTimersByTimeAsync(0)
    queue.run(1e9)
  }
  expect(few.every(({ near, far }) => near >= 0 && far >= 0)).toBe(true)
  expect(new Set(few.map(({ near }) => near)).size).toBe(8)
  vi.useRealTimers()
})

test('on a new texture everything is asked for again, and what comes late for the old one does no harm', async () => {
  const signs = new SignStream(
    { near: TEXTURE, far: TEXTURE },
    queue,
    (id) => stands[id],
    () => woken++,
  )
  const stream = pictures()
  const few = stands.slice(0, 3)
  const fill = async () => {
    for (let i = 0; i < 6; i++) {
      signs.want(few, painter)
      stream.want(few, HERE, -1, painter)
      await painter.finish()
      queue.run(1e9)
    }
    for (const board of few) expect(Math.min(board.near, board.far, board.picture)).toBeGreaterThanOrEqual(0)
  }
  await fill()
  const more = stands.slice(0, 5)
  signs.want(more, painter)
  stream.want(more, HERE, -1, painter)
  expect(painter.asked.length).toBeGreaterThan(0)
  queue.clear()
  signs.restart({ near: TEXTURE, far: TEXTURE })
  stream.restart(TEXTURE)
  for (const board of more) expect([board.near, board.far, board.picture]).toEqual([-1, -1, -1])
  await fill()
  for (const kind of ['near', 'far', 'picture'] as const) {
    const layers = more.map((board) => board[kind]).filter((layer) => layer >= 0)
    expect(new Set(layers).size).toBe(layers.length)
  }
})
