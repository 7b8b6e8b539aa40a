import pino from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '~/db/client.server'
import { Presence } from '~/domain/hall/presence'
import { GRACE_MS } from '~/domain/hall/presence-message'
import { HallPresence } from './presence'

const visit = (name: string) => name.padEnd(16, '_')
const noDatabase = new Proxy({} as Database, {
  get() {
    throw new Error('nobody is online: nothing is asked')
  },
})
let hall: HallPresence
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  hall = new HallPresence({ db: noDatabase, log: pino({ level: 'silent' }), random: () => 0.5 })
})
afterEach(() => {
  hall.close()
  vi.useRealTimers()
})

interface Listening {
  status: number
  /** All that was said since the last call; 'end' when the stream is over. */
  heard(): Promise<string>
  leave(): Promise<void>
}

function listen(
  name: string,
  pavilion: number,
  options: { reads?: boolean; hangUp?: () => void } = {},
): Listening {
  const address = `http://expo.test/hall/presence?pavilion=${pavilion}&visit=${visit(name)}`
  const response = hall.answer(new Request(address), { client: name, hangUp: options.hangUp })
  let said = ''
  const reader = response.body?.getReader()
  const read = async () => {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
      said += done ? 'end' : new TextDecoder().decode(value)
      if (done) return
    }
  }
  if (options.reads !== false) void read()
  return {
    status: response.status,
    async heard() {
      for (let turn = 0; turn < 20; turn++) await Promise.resolve()
      const heard = said
      said = ''
      return heard
    },
    leave: async () => reader?.cancel(),
  }
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000)

describe('the streams of the hall', () => {
  test('say how many are here at once, news within ten seconds and once, and else next to nothing', async () => {
    const a = listen('a', 3)
    expect(await a.heard()).toBe('retry:6000\ndata:1 1 .\n\n')
    const b = listen('b', 3)
    const c = listen('c', 4)
    expect(await b.heard()).toContain('data:2 2 .\n\n')
    expect(await c.heard()).toContain('data:1 3 .\n\n')
    await seconds(10)
    expect(await a.heard()).toBe('data:2 3\n\n')
    // What others hear of the hall comes along with news of their own.
    expect(await c.heard()).toBe('')
    await seconds(60)
    expect(await a.heard()).toMatch(/^(:\n\n){2,3}$/)
  })

  test('tell the open ground about the whole hall', async () => {
    const a = listen('a', 0)
    expect(await a.heard()).toContain('data:1 1 .')
    listen('b', 3)
    await seconds(10)
    expect(await a.heard()).toBe('data:1 2\n\n')
  })

  test('a reconnect is no news to others; somebody who is gone is, after a while', async () => {
    const a = listen('a', 3)
    const b = listen('b', 3)
    await a.heard()
    await b.leave()
    await seconds(4)
    const again = listen('b', 3)
    expect(await again.heard()).toContain('data:2 2')
    await seconds(10)
    expect(await a.heard()).toBe('data:2 2\n\n')
    await again.leave()
    await seconds(GRACE_MS / 1_000 + 10)
    expect((await a.heard()).replaceAll(':\n\n', '')).toBe('data:1 1\n\n')
  })

  test('a visit that moves ends its older stream and counts in one place', async () => {
    const a = listen('a', 3)
    const old = listen('b', 3)
    await seconds(10)
    await a.heard()
    const moved = listen('b', 4)
    expect(await moved.heard()).toContain('data:1 2')
    expect(await old.heard()).toContain('end')
    await seconds(10)
    expect(await a.heard()).toBe('data:1 2\n\n')
    expect(hall.size).toBe(2)
  })

  test('whoever does not read is dropped, not buffered', async () => {
    const hangUp = vi.fn()
    const a = listen('a', 3)
    listen('slow', 3, { reads: false, hangUp })
    expect(hall.size).toBe(2)
    await seconds(100)
    expect(hangUp).toHaveBeenCalledOnce()
    expect(hall.size).toBe(1)
    await a.heard()
    await seconds(GRACE_MS / 1_000 + 10)
    expect(await a.heard()).not.toContain('data:2')
  })

  test('nothing runs while nobody listens, and closing ends everything', async () => {
    expect(vi.getTimerCount()).toBe(0)
    const a = listen('a', 3)
    expect(vi.getTimerCount()).toBe(1)
    await a.leave()
    expect(vi.getTimerCount()).toBe(0)
    const b = listen('b', 3)
    hall.close()
    expect(await b.heard()).toContain('end')
    expect([hall.size, vi.getTimerCount(), listen('c', 3).status]).toEqual([0, 0, 503])
  })

  test('looks for booths that are online once in twenty seconds, whoever comes and goes, and forgets them', async () => {
    let rows = [{ pavilion: 3, slot: 0 }]
    const query = vi.fn(async () => rows)
    const db = { select: () => ({ from: () => ({ where: query }) }) } as unknown as Database
    hall.close()
    hall = new HallPresence({ db, log: pino({ level: 'silent' }), random: () => 0.5 })
    hall.saw('an organisation')
    for (let times = 0; times < 100; times++) await listen(`${times}`, 3).leave()
    expect(query).toHaveBeenCalledOnce()
    const soon = listen('soon', 3)
    expect(await soon.heard()).toMatch(/data:\d+ \d+ B\n/)
    await seconds(60)
    expect(query.mock.calls.length).toBeLessThanOrEqual(4)
    await soon.leave()

    rows = []
    await seconds(60)
    const late = listen('late', 3)
    expect(await late.heard()).toMatch(/data:\d+ \d+ \.\n/)
  })

  test('refuses what is no visit of ours, and a client that has enough', () => {
    const answer = (query: string, init: RequestInit = {}, client = 'x') =>
      hall.answer(new Request(`http://expo.test/hall/presence${query}`, init), { client }).status
    const right = `?pavilion=3&visit=${visit('z')}`
    expect(answer(right, { headers: { 'sec-fetch-site': 'same-origin' } })).toBe(200)
    expect(answer(right, { headers: { 'sec-fetch-site': 'cross-site' } })).toBe(403)
    expect(answer(right, { method: 'POST' })).toBe(405)
    expect(answer(right, { method: 'HEAD' })).toBe(405)
    for (const query of ['', '?pavilion=3', `?pavilion=x&visit=${visit('z')}`, '?pavilion=3&visit=z'])
      expect(answer(query)).toBe(400)
    hall.close()
    hall = new HallPresence({
      db: noDatabase,
      log: pino({ level: 'silent' }),
      presence: new Presence({ mostOfClient: 2 }),
    })
    const statuses = ['1', '2', '3', '4'].map((name) =>
      answer(`?pavilion=3&visit=${visit(name)}`, {}, name === '4' ? 'y' : 'x'),
    )
    expect(statuses).toEqual([200, 200, 429, 200])
  })
})
