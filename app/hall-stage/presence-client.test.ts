import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Heard, Openings, PresenceClient } from './presence-client'
import { peopleWords } from './presence-words'

interface Opened {
  url: string
  init: RequestInit
  at: number
  say(text: string): void
  end(): void
  fail(): void
}

let opened: Opened[]
let heard: (Heard | null)[]
/** Status that the next answers have; 0: nobody answers. */
let status: number
let client: PresenceClient
let openings: Openings

function serve(url: string, init: RequestInit): Promise<Response> {
  if (status !== 200) {
    opened.push({ url, init, at: Date.now(), say() {}, end() {}, fail() {} })
    if (status === 0) return Promise.reject(new TypeError('nobody answers'))
    return Promise.resolve(new Response(null, { status, headers: { 'retry-after': '120' } }))
  }
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start: (made) => {
      controller = made
    },
  })
  init.signal?.addEventListener('abort', () => controller?.error(new Error('aborted')))
  opened.push({
    url,
    init,
    at: Date.now(),
    say: (text) => controller?.enqueue(new TextEncoder().encode(text)),
    end: () => controller?.close(),
    fail: () => controller?.error(new Error('the network')),
  })
  return Promise.resolve(new Response(body))
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  opened = []
  heard = []
  status = 200
  openings = new Openings()
  client = newClient()
})
function newClient(): PresenceClient {
  const now = () => Date.now()
  return new PresenceClient(
    { fetch: serve, random: () => 0.5, now, visit: 'abcdefghijklmnop', openings },
    (told) => heard.push(told),
  )
}
afterEach(() => {
  client.close()
  vi.useRealTimers()
})

/** Streams hand lines on over several turns of the real event loop. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
}
async function wait(seconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(seconds * 1_000)
  await settle()
}
const last = () => opened.at(-1) as Opened
const isAborted = (one: Opened | undefined) => one?.init.signal?.aborted

describe('the page’s side of presence', () => {
  test('opens at once, without cookies or address, and hears figures though they come in pieces', async () => {
    client.enter(3)
    await wait(0)
    expect(last().url).toBe('/hall/presence?pavilion=3&visit=abcdefghijklmnop')
    expect(last().init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' })
    last().say('retry:4000\nda')
    last().say('ta:3 17 F')
    last().say('\n\n:\n\ndata:4 17\n\n')
    await settle()
    const online = new Set([0, 2])
    expect(heard).toEqual([
      { pavilion: 3, here: 3, inHall: 17, online },
      { pavilion: 3, here: 4, inHall: 17, online },
    ])
  })

  test('opens anew for another pavilion only after a stop there', async () => {
    client.enter(3)
    await wait(1)
    client.enter(4)
    await wait(3)
    client.enter(5)
    await wait(3)
    expect(opened).toHaveLength(1)
    await wait(1)
    expect(opened).toHaveLength(2)
    expect(last().url).toContain('pavilion=5')
    expect(isAborted(opened[0])).toBe(true)
    // Walking out and back is no change.
    client.enter(6)
    await wait(2)
    client.enter(5)
    await wait(100)
    expect(opened.filter(({ url }) => url.includes('pavilion=6'))).toEqual([])
  })

  test('however one walks, streams are opened twice at once and then once a minute', async () => {
    for (let pavilion = 1; pavilion <= 60; pavilion++) {
      client.enter(pavilion)
      await wait(10)
      last().say('data:2 2 .\n\n')
    }
    expect(opened.length).toBeLessThanOrEqual(12)
    expect(opened.length).toBeGreaterThanOrEqual(10)
  })

  test('leaving the hall for a booth’s page and coming back opens no more than that', async () => {
    for (let visits = 0; visits < 60; visits++) {
      client.enter(visits % 2)
      await wait(10)
      client.close()
      client = newClient()
    }
    expect(opened.length).toBeLessThanOrEqual(12)
    expect(opened.length).toBeGreaterThanOrEqual(10)
  })

  test('a stream that ends is opened again, later each time, and figures that stay away are forgotten', async () => {
    client.enter(3)
    await wait(0)
    last().say('retry:4000\ndata:3 17 .\n\n')
    await settle()
    last().end()
    await wait(3.9)
    expect(opened).toHaveLength(1)
    await wait(0.2)
    expect(opened).toHaveLength(2)
    expect(heard).not.toContain(null)
    last().fail()
    await settle()
    expect(heard.at(-1)).toBeNull()
    status = 500
    await wait(3_600)
    const gaps = opened.map(({ at }, index) => at - (opened[index - 1]?.at ?? at)).slice(2)
    expect(Math.max(...gaps)).toBe(300_000)
    expect(gaps.slice(1).every((gap, index) => gap >= (gaps[index] ?? 0))).toBe(true)
    status = 200
    const before = opened.length
    while (opened.length === before) await wait(1)
    last().say('data:5 9 .\n\n')
    await settle()
    expect(heard.at(-1)).toMatchObject({ here: 5 })
  })

  test('a server that starts anew is found soon, though it takes a few tries', async () => {
    client.enter(3)
    await wait(0)
    last().say('retry:4000\ndata:3 17 .\n\n')
    await settle()
    status = 0
    last().fail()
    await wait(13)
    expect(opened).toHaveLength(3)
    status = 200
    await wait(16)
    expect(opened).toHaveLength(4)
    last().say('data:2 5 .\n\n')
    await settle()
    expect(heard.at(-1)).toMatchObject({ here: 2 })
  })

  test('a stream that has fallen silent is given up', async () => {
    client.enter(3)
    await wait(0)
    last().say('data:3 17 .\n\n')
    for (let times = 0; times < 6; times++) {
      await wait(20)
      last().say(':\n\n')
      await settle()
    }
    expect(opened).toHaveLength(1)
    await wait(60)
    expect(isAborted(opened[0])).toBe(true)
    expect(opened).toHaveLength(2)
  })

  test('a page that sleeps hears nothing and asks nothing', async () => {
    client.enter(3)
    await wait(0)
    last().say('data:3 17 .\n\n')
    await settle()
    client.setAwake(false)
    await wait(0)
    expect([isAborted(opened[0]), heard.at(-1)]).toEqual([true, null])
    client.enter(4)
    await wait(3_600)
    expect(opened).toHaveLength(1)
    client.setAwake(true)
    await wait(0)
    expect(last().url).toContain('pavilion=4')
  })

  test('a full hall is asked again after the time that it says, a refusal never', async () => {
    status = 429
    client.enter(3)
    await wait(119)
    expect(opened).toHaveLength(1)
    await wait(2)
    expect(opened).toHaveLength(2)
    status = 400
    await wait(130)
    expect(opened).toHaveLength(3)
    client.enter(4)
    await wait(3_600)
    expect(opened).toHaveLength(3)
    expect(heard.every((told) => told === null)).toBe(true)
  })

  test('closed is closed', async () => {
    client.enter(3)
    await wait(0)
    client.close()
    await wait(3_600)
    expect(isAborted(opened[0])).toBe(true)
    expect(opened).toHaveLength(1)
  })
})

test('people are counted in the forms of each language, and being alone is no news', () => {
  expect([0, 1].map((count) => peopleWords(count, 'here', 'en'))).toEqual([null, null])
  expect([2, 1_234].map((count) => peopleWords(count, 'here', 'en'))).toEqual([
    '2 people here now',
    '1,234 people here now',
  ])
  expect(peopleWords(1_234, 'inHall', 'id')).toBe('1.234 orang di aula sekarang')
  expect([2, 3, 11, 100].map((count) => peopleWords(count, 'here', 'ar'))).toEqual([
    'شخصان هنا الآن',
    '3 أشخاص هنا الآن',
    '11 شخصًا هنا الآن',
    '100 شخص هنا الآن',
  ])
})
