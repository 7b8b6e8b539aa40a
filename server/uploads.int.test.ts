import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import pino from 'pino'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { schema } from '~/db/schema'
import type { Actor, Context } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { addPerson, contextOf } from '~/test/setup/actors'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { UPLOAD_FILES, UPLOADS, Uploads } from './uploads'

let database: TestDatabase
let context: Context
let actor: Actor
let owner: Actor
let colleague: Actor
let productId: string
let uploads: Uploads
let server: ServerType
let endpoint: string
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opop-uploads-'))

beforeAll(async () => {
  database = await createTestDatabase()
  const hall = await openSmallHall(database)
  const organisationId = await hall.booth('al-hikmah', 1)
  productId = await hall.product(organisationId, 'kopi')
  owner = await addPerson(database, organisationId, 'pesantren')
  colleague = await addPerson(database, organisationId, 'pesantren', 'editor')
  context = visitorContext(database, new Date())
  uploads = new Uploads({ folder, log: pino({ level: 'silent' }) })
  const web = new Hono()
  for (const address of [UPLOADS, UPLOAD_FILES])
    web.all(address, (c) => uploads.answer(c.req.raw, contextOf(context, actor)))
  await new Promise<void>((resolve) => {
    server = serve({ fetch: web.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve())
  })
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}${UPLOADS}`
})
afterAll(async () => {
  uploads.close()
  await new Promise((resolve) => server.close(resolve))
  await database.drop()
  fs.rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  actor = owner
  await database.connection.db.delete(schema.photo)
  await database.connection.db.delete(schema.upload)
})

/** What only looks like a photograph: nobody opens it here. */
function picture(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let i = 0; i < length; i++) bytes[i] = i % 251
  bytes.set([0xff, 0xd8, 0xff])
  return bytes
}
const TUS = { 'Tus-Resumable': '1.0.0' }
const b64 = (text: string) => Buffer.from(text).toString('base64')

async function begin(bytes: number, metadata = ''): Promise<Response> {
  return fetch(endpoint, {
    method: 'POST',
    headers: { ...TUS, 'Upload-Length': String(bytes), ...(metadata && { 'Upload-Metadata': metadata }) },
  })
}
const addressOf = (response: Response) => new URL(response.headers.get('location') ?? '', endpoint).href
const idOf = (address: string) => address.split('/').pop() ?? ''
async function piece(address: string, offset: number, body: Buffer): Promise<Response> {
  const headers = {
    ...TUS,
    'Upload-Offset': String(offset),
    'Content-Type': 'application/offset+octet-stream',
  }
  return fetch(address, { method: 'PATCH', headers, body: new Uint8Array(body) })
}
const offsetOf = async (address: string) => {
  const response = await fetch(address, { method: 'HEAD', headers: TUS })
  return { status: response.status, offset: response.headers.get('upload-offset') }
}
const photos = () => database.connection.db.select().from(schema.photo)

/** Sends the beginning of a piece, and then the line breaks. */
function breakOff(address: string, offset: number, announced: number, sent: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const request = http.request(address, {
      method: 'PATCH',
      headers: {
        ...TUS,
        'Upload-Offset': offset,
        'Content-Type': 'application/offset+octet-stream',
        'Content-Length': announced,
      },
    })
    request.on('error', () => resolve())
    request.write(sent, () => setTimeout(() => request.destroy(new Error('the line broke')), 150))
  })
}

test('a file in pieces becomes a photograph that waits, of the product that it was sent for', async () => {
  const bytes = picture(9_000)
  const begun = await begin(bytes.length, `productId ${b64(productId)},filename ${b64('IMG_0001 dapur.jpg')}`)
  expect(begun.status).toBe(201)
  const address = addressOf(begun)
  expect(new URL(address).pathname).toMatch(/^\/uploads\/[0-9a-f-]{36}$/)
  expect((await piece(address, 0, bytes.subarray(0, 4_000))).headers.get('upload-offset')).toBe('4000')
  expect(await photos()).toEqual([])
  // A piece that came already is not taken twice.
  expect((await piece(address, 0, bytes.subarray(0, 4_000))).status).toBe(409)
  expect(fs.readFileSync(path.join(folder, `${idOf(address)}.json`), 'utf8')).not.toContain('dapur')
  expect((await piece(address, 4_000, bytes.subarray(4_000))).status).toBe(204)
  const [photo] = await photos()
  expect(photo).toMatchObject({
    id: idOf(address),
    productId,
    state: 'waiting',
    sentKey: `sent/${idOf(address)}`,
  })
  expect((await context.storage.get(`sent/${idOf(address)}`))?.body.equals(bytes)).toBe(true)
  expect(fs.readdirSync(folder)).toEqual([])
})

test('after a broken line it goes on where it broke, byte for byte', async () => {
  const bytes = picture(600_000)
  const address = addressOf(await begin(bytes.length))
  await breakOff(address, 0, bytes.length, bytes.subarray(0, 350_000))
  let here = 0
  await vi.waitFor(async () => {
    here = Number((await offsetOf(address)).offset)
    expect(here).toBeGreaterThan(0)
  })
  expect(here).toBeLessThanOrEqual(350_000)
  expect((await piece(address, here, bytes.subarray(here))).status).toBe(204)
  expect((await context.storage.get(`sent/${idOf(address)}`))?.body.equals(bytes)).toBe(true)
})

test('when only the last answer got lost, asking again tells that all is here, and makes it one photograph', async () => {
  const bytes = picture(5_000)
  const address = addressOf(await begin(bytes.length))
  await piece(address, 0, bytes)
  expect(await offsetOf(address)).toEqual({ status: 200, offset: '5000' })

  // The web ended between the last piece and what it should have caused.
  const torn = addressOf(await begin(bytes.length))
  fs.writeFileSync(path.join(folder, idOf(torn)), bytes)
  expect(await photos()).toHaveLength(1)
  expect(await offsetOf(torn)).toEqual({ status: 200, offset: '5000' })
  expect(await offsetOf(torn)).toEqual({ status: 200, offset: '5000' })
  expect((await photos()).map(({ id }) => id).sort()).toEqual([idOf(address), idOf(torn)].sort())
})

test('the page’s own sender understands us, also where the line breaks under it', async () => {
  const bytes = picture(1_500_000)
  let isBroken = false
  const breaking = (request: http.IncomingMessage) => {
    if (request.method !== 'PATCH' || request.headers['upload-offset'] === '0' || isBroken) return
    isBroken = true
    request.socket.destroy()
  }
  server.prependListener('request', breaking)
  const url = await new Promise<string>((resolve, reject) => {
    const upload = new Upload(bytes, {
      endpoint,
      chunkSize: 512 * 1024,
      retryDelays: [20, 50],
      metadata: { productId },
      onError: reject,
      onSuccess: () => resolve(upload.url ?? ''),
    })
    upload.start()
  })
  server.off('request', breaking)
  expect(isBroken).toBe(true)
  expect((await context.storage.get(`sent/${idOf(url)}`))?.body.equals(bytes)).toBe(true)
})

test('it is told in one word why not', async () => {
  const told = async (response: Response) => [response.status, await response.text()]
  expect(await told(await begin(16 * 1024 * 1024))).toEqual([413, 'too-many-bytes'])
  expect(await told(await begin(10, `productId ${b64(newId())}`))).toEqual([404, 'not-found'])
  expect(
    await told(await fetch(endpoint, { method: 'POST', headers: { ...TUS, 'Upload-Defer-Length': '1' } })),
  ).toEqual([400, 'no-size'])
  // More than it announced.
  const small = addressOf(await begin(4))
  expect((await piece(small, 0, picture(40))).status).toBe(413)
  expect((await fetch(endpoint, { method: 'PUT', headers: TUS })).status).toBe(405)
  // The gallery filled while it was on its way.
  const late = addressOf(await begin(400))
  const { organisationId } = owner.kind === 'person' ? owner : { organisationId: null }
  await database.connection.db.insert(schema.photo).values(
    Array.from({ length: 12 }, (_, position) => ({
      id: newId(),
      organisationId: organisationId ?? '',
      position,
    })),
  )
  expect(await told(await begin(400))).toEqual([422, 'full'])
  expect(await told(await piece(late, 0, picture(400)))).toEqual([422, 'full'])
  expect((await offsetOf(late)).status).toBe(410)
  expect(await photos()).toHaveLength(12)
})

test('nobody else gets at a file on its way, and who gives it up leaves nothing', async () => {
  const address = addressOf(await begin(100))
  await piece(address, 0, picture(50))
  for (const somebody of [{ kind: 'visitor' } as const, colleague]) {
    actor = somebody
    const status = somebody.kind === 'visitor' ? 401 : 404
    expect((await offsetOf(address)).status).toBe(status)
    expect((await piece(address, 50, picture(50))).status).toBe(status)
    expect((await fetch(address, { method: 'DELETE', headers: TUS })).status).toBe(status)
    expect((await offsetOf(`${endpoint}/..%2f..%2fetc`)).status).toBe(status)
  }
  actor = { kind: 'visitor' }
  expect((await begin(100)).status).toBe(401)
  actor = owner
  expect((await offsetOf(address)).offset).toBe('50')
  expect((await fetch(address, { method: 'DELETE', headers: TUS })).status).toBe(204)
  expect((await offsetOf(address)).status).toBe(404)
  expect(fs.existsSync(path.join(folder, idOf(address)))).toBe(false)
})

test('what was given up a day ago is swept', async () => {
  const address = addressOf(await begin(100))
  await piece(address, 0, picture(50))
  await uploads.sweep()
  expect((await offsetOf(address)).offset).toBe('50')
  await uploads.sweep(Date.now() + 25 * 60 * 60 * 1_000)
  expect(fs.readdirSync(folder)).toEqual([])
})
