import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findBoothSlots } from '~/domain/hall/find-booth-slots.server'
import { Presence } from '~/domain/hall/presence'
import { decodeFigures } from '~/domain/hall/presence-message'
import { HallPresence } from '~/server/presence'
import { PresenceVisitor, visitName } from '../setup/presence-visitor'
import { openSmallHall } from '../setup/small-hall'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

/** The product's beat is a second; here a minute takes three. */
const BEAT_MS = 50
const MINUTE_MS = 60 * BEAT_MS
const GRACE_MS = 12 * BEAT_MS

let database: TestDatabase
let hall: Awaited<ReturnType<typeof openSmallHall>>
let organisations: string[]
let queries = 0
let web: TestWeb
let presence: HallPresence
let server: http.Server
let url: string
const visitors: PresenceVisitor[] = []

beforeAll(async () => {
  database = await createTestDatabase({ onQuery: () => queries++ })
  hall = await openSmallHall(database)
  organisations = [
    await hall.booth('nol', 0),
    await hall.booth('tujuh', 7),
    await hall.booth('tutup', 8, {}, { closedAt: new Date() }),
    await hall.booth('dulu', null),
  ]
  presence = new HallPresence({
    db: database.connection.db,
    log: pino({ level: 'silent' }),
    beatMs: BEAT_MS,
    presence: new Presence({ graceMs: GRACE_MS }),
  })
  web = await createTestWeb({
    connection: database.connection,
    presence,
    env: { TRUSTED_PROXIES: '1' },
  })
  server = http.createServer(getRequestListener(web.fetch)).listen(0, '127.0.0.1')
  // As server.ts does.
  server.prependListener('request', (_request, response) => {
    response.removeHeader('connection')
  })
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  for (const visitor of visitors) visitor.leave()
  server?.closeAllConnections()
  server?.close()
  await database?.drop()
})

let names = 0
function visitor(forwardedFor = `10.0.0.${names % 250}`): PresenceVisitor {
  const made = new PresenceVisitor({ url, visit: visitName(++names), forwardedFor })
  visitors.push(made)
  return made
}
async function leaveAll(): Promise<void> {
  for (const one of visitors) one.leave()
  visitors.length = 0
  await vi.waitFor(() => expect(presence.size).toBe(0))
  await sleep(GRACE_MS + 50)
}

describe('the hall’s presence over HTTP', () => {
  test('is a stream that nobody in between keeps, gathers or compresses, and sets no cookie', async () => {
    const one = visitor()
    await one.enter(1)
    const [head = '', body = ''] = one.raw.split('\r\n\r\n')
    const lines = head.toLowerCase().split('\r\n')
    expect(lines.filter((line) => !line.startsWith('date:')).sort()).toEqual([
      'cache-control: no-store, no-transform',
      'content-type: text/event-stream',
      'http/1.1 200 ok',
      'transfer-encoding: chunked',
      'x-accel-buffering: no',
      'x-content-type-options: nosniff',
    ])
    expect(body).toMatch(/retry:\d{4,5}\ndata:1 1 \.\n\n/)
    await leaveAll()
  })

  test('counts two, one who moves, one who comes back and one who is gone', async () => {
    const [a, b] = [visitor(), visitor()]
    await a.enter(1)
    const before = presence.size
    await b.enter(1)
    expect(b.figures()?.[0]).toBe(2)
    await vi.waitFor(() => expect(a.figures()?.[0]).toBe(2))
    await b.enter(2)
    expect(b.figures()?.[0]).toBe(1)
    await vi.waitFor(() => expect(a.figures()?.[0]).toBe(1), 3_000)
    // A reconnect: the old connection goes first, the new one comes some moments later.
    b.leave()
    await sleep(100)
    await b.enter(1)
    expect(b.figures()?.[0]).toBe(2)
    expect(presence.size).toBe(before + 1)
    await leaveAll()
  })

  test('one client cannot hold all streams, and others still get in', async () => {
    const greedy: PresenceVisitor[] = []
    for (let number = 0; number < 205; number++) greedy.push(visitor('192.0.2.1'))
    await Promise.all(greedy.map((one) => one.enter(3)))
    const statuses = greedy.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(200)
    expect(statuses.filter((status) => status === 429)).toHaveLength(5)
    expect(greedy.find(({ status }) => status === 429)?.raw).toMatch(/retry-after: \d+/)
    const other = visitor('192.0.2.2')
    await other.enter(3)
    expect(other.status).toBe(200)
    await leaveAll()
  })

  test('refuses other methods, pages elsewhere and what it doesn’t understand, without a word', async () => {
    const good = `/hall/presence?pavilion=1&visit=${visitName(0)}`
    const status = async (address: string, init: RequestInit = {}) => {
      const response = await web.request(address, init)
      await response.body?.cancel()
      return response.status
    }
    expect(await status(good, { method: 'POST' })).toBe(405)
    expect(await status(good, { method: 'HEAD' })).toBe(405)
    expect(await status(good, { headers: { 'sec-fetch-site': 'cross-site' } })).toBe(403)
    expect(await status('/hall/presence')).toBe(400)
    expect(await status('/hall/presence?pavilion=1&visit=x')).toBe(400)
    expect(await status('/hall/presence?pavilion=ruang&visit=aaaaaaaaaaaaaaaa')).toBe(400)
    expect(presence.size).toBe(0)
  })

  test('tells which booths are online, once, at the price of one query however many listen', async () => {
    const found = await findBoothSlots(database.connection, { organisationIds: organisations })
    expect([...found].map(([pavilion, slots]) => [pavilion, slots.sort()])).toEqual([[1, [0, 7]]])
    expect((await findBoothSlots(database.connection, { organisationIds: [] })).size).toBe(0)

    for (const organisationId of organisations) presence.saw(organisationId)
    queries = 0
    const many = Array.from({ length: 20 }, () => visitor())
    await Promise.all(many.map((one) => one.enter(1)))
    const elsewhere = visitor()
    await elsewhere.enter(2)
    await sleep(20 * BEAT_MS)
    for (const one of many) {
      const told = [...one.raw.matchAll(/data:(.*)\n/g)].map(([, line]) => decodeFigures(line ?? '')?.online)
      const lit = told.filter((online) => online && online.size > 0)
      expect(lit).toEqual([new Set([0, 7])])
    }
    expect(elsewhere.raw).not.toMatch(/data:\d+ \d+ [A-Za-z]/)
    // At the first listener's coming, and after twenty beats.
    expect(queries).toBeGreaterThan(0)
    expect(queries).toBeLessThanOrEqual(2)
    await leaveAll()
  })

  test('200 visitors who move once a minute cost each under 1 kB a minute, their requests included', async () => {
    const many = Array.from({ length: 200 }, () => visitor())
    await Promise.all(many.map((one, at) => one.enter(at % 27)))
    await sleep(10 * BEAT_MS)
    const bytes = () => many.map(({ sent, received }) => sent + received)
    const before = bytes()
    const started = performance.now()
    // Everybody moves some time within the minute, so that the figures of all pavilions keep changing.
    await Promise.all(
      many.map(async (one, at) => {
        await sleep((at / many.length) * MINUTE_MS)
        await one.enter((at + 1) % 27)
      }),
    )
    // A busy machine takes longer than that.
    const minutes = Math.max(1, (performance.now() - started) / MINUTE_MS)
    const used = bytes().map((after, at) => (after - (before[at] ?? 0)) / minutes)
    expect(many.every(({ isOpen, status }) => isOpen && status === 200)).toBe(true)
    expect(presence.size).toBe(200)
    expect(Math.max(...used)).toBeLessThan(1_000)
    expect(Math.min(...used)).toBeGreaterThan(400)
    // Not by being silent: the last figures are right.
    const counted = Array.from(
      { length: 27 },
      (_, pavilion) => many.filter((_one, at) => (at + 1) % 27 === pavilion).length,
    )
    const wrong = () => many.filter((one, at) => one.figures()?.[0] !== counted[(at + 1) % 27]).length
    // A few beats where nothing else runs.
    await expect.poll(wrong, { timeout: 20_000 }).toBe(0)
    await leaveAll()
  })

  test('closing ends every stream cleanly, so that the server can close at once', async () => {
    const many = Array.from({ length: 10 }, () => visitor())
    await Promise.all(many.map((one) => one.enter(1)))
    const closed = once(server, 'close')
    presence.close()
    server.close()
    await vi.waitFor(() => expect(many.every(({ raw }) => raw.endsWith('\r\n0\r\n\r\n'))).toBe(true))
    server.closeIdleConnections()
    await Promise.race([closed, sleep(1_000).then(() => Promise.reject(new Error('it is held up')))])
    const late = await web.request(`/hall/presence?pavilion=1&visit=${visitName(0)}`)
    expect([late.status, late.headers.get('retry-after')]).toEqual([503, '5'])
  })
})
