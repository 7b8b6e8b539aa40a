import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import pino from 'pino'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { schema } from '~/db/schema'
import { saveCertificate } from '~/domain/certificate/save-certificate.server'
import { giveUpPhoto } from '~/domain/photo/give-up-photo.server'
import { receivePhoto } from '~/domain/photo/receive-photo.server'
import type { Actor, Context } from '~/domain/shared/context'
import { newId } from '~/domain/shared/ids'
import { openDiskStorage } from '~/integrations/storage/disk-storage.server'
import { addPerson, contextOf } from '~/test/setup/actors'
import { phonePhoto } from '~/test/setup/hostile-files'
import { NESTED_PDF, paperPdf } from '~/test/setup/hostile-pdfs'
import { processTable } from '~/test/setup/process-table'
import { openSmallHall, visitorContext } from '~/test/setup/small-hall'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { photoSent } from './deliveries'
import { delivery } from './delivery'
import { makePaperInOwnProcess, makePhotoInOwnProcess } from './in-own-process'
import { runWorker } from './run-worker'

const HOSTILE = path.join(import.meta.dirname, '../test/setup/hostile-photo-process.ts')

let database: TestDatabase
let dataDir: string
let base: Context
let owner: Actor
beforeAll(async () => {
  database = await createTestDatabase()
  const organisationId = await (await openSmallHall(database)).booth('al-hikmah', 1)
  owner = await addPerson(database, organisationId, 'pesantren')
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'opop-test-making-'))
  base = {
    ...visitorContext(database, new Date()),
    storage: openDiskStorage(path.join(dataDir, 'files')),
  }
  // What the process of its own reads.
  vi.stubEnv('DATABASE_URL', database.url)
  vi.stubEnv('DATA_DIR', dataDir)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await database.drop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})
afterEach(async () => {
  const { db } = database.connection
  await db.delete(schema.photo)
  await db.delete(schema.outbox)
})

const system = () => contextOf(base, { kind: 'system' })
async function send(bytes: Buffer): Promise<string> {
  const uploadId = newId()
  const outcome = await receivePhoto(contextOf(base, owner), { productId: null, bytes, uploadId })
  expect(outcome).toMatchObject({ kind: 'received', problem: null })
  return uploadId
}
async function rowOf(id: string) {
  const [row] = await database.connection.db.select().from(schema.photo).where(eq(schema.photo.id, id))
  return row
}
const eventRows = () => database.connection.db.select().from(schema.outbox)
async function keys(prefix: string): Promise<string[]> {
  const found: string[] = []
  for await (const { key } of base.storage.list(prefix)) found.push(key)
  return found
}

test('a photograph is made, and a broken one refused, in a process of its own', async () => {
  const photograph = await phonePhoto(640, 480)
  const [whole, broken] = [await send(photograph), await send(photograph.subarray(0, 2_000))]
  for (const photoId of [whole, broken]) await makePhotoInOwnProcess(system(), { photoId })
  expect(await rowOf(whole)).toMatchObject({ state: 'ready', width: 640, sentKey: null })
  expect(await rowOf(broken)).toMatchObject({ state: 'refused', problem: 'broken', sentKey: null })
  expect(await keys('sent/')).toEqual([])
})

test('a certificate is made so, too; one that asks for all memory is refused, and nothing of it is kept', async () => {
  const { db } = database.connection
  const paper = async (bytes: Buffer) => {
    const outcome = await saveCertificate(contextOf(base, owner), {
      id: null,
      token: newId(),
      seen: 0,
      fields: { kind: 'nib', number: '1', expiresOn: null, productId: null, state: 'declared' },
      bytes,
    })
    if (outcome.kind !== 'saved') throw new Error(outcome.kind)
    const [row] = await db.select().from(schema.certificate).where(eq(schema.certificate.id, outcome.id))
    return { certificateId: outcome.id, sentKey: row?.sentKey ?? '' }
  }
  const [good, hostile] = [await paper(paperPdf(2)), await paper(NESTED_PDF)]
  for (const one of [good, hostile]) await makePaperInOwnProcess(system(), one)
  const rows = await db.select().from(schema.certificate)
  const row = (id: string) => rows.find((one) => one.id === id)
  expect(row(good.certificateId)).toMatchObject({ filePages: 2, sentKey: null, fileProblem: null })
  expect(row(hostile.certificateId)).toMatchObject({ fileHash: null, sentKey: null, fileProblem: 'broken' })
  expect(await keys('papers/')).toHaveLength(2)
  expect(await keys('sent/')).toEqual([])
  // One on which its process hangs.
  const slow = await paper(paperPdf())
  vi.stubEnv('TEST_HANGS', slow.certificateId)
  await makePaperInOwnProcess(system(), slow, { program: HOSTILE, mostMs: 3_000 })
  const [refused] = await db
    .select()
    .from(schema.certificate)
    .where(eq(schema.certificate.id, slow.certificateId))
  expect(refused).toMatchObject({ fileProblem: 'broken', sentKey: null })
  expect(await keys('sent/')).toEqual([])
}, 60_000)

test('a file that crashes its process is refused, and the worker makes the one behind it', async () => {
  const photograph = await phonePhoto(320, 240)
  const [hostile, good] = [await send(photograph), await send(photograph)]
  vi.stubEnv('TEST_CRASHES', hostile)
  const worker = await runWorker({
    url: database.url,
    db: database.connection.db,
    search: base.search,
    storage: base.storage,
    log: pino({ level: 'silent' }),
    deliveries: {
      'photo.sent': {
        1: delivery(photoSent, (context, payload) =>
          makePhotoInOwnProcess(context, payload, { program: HOSTILE }),
        ),
      },
    },
  })
  try {
    await vi.waitFor(async () => expect(await rowOf(good)).toMatchObject({ state: 'ready' }), 25_000)
  } finally {
    await worker.stop()
  }
  expect(await rowOf(hostile)).toMatchObject({ state: 'refused', problem: 'broken', sentKey: null })
  expect(await keys('sent/')).toEqual([])
  const sent = (await eventRows()).filter(({ topic }) => topic === 'photo.sent')
  expect(sent.map(({ state, attempts }) => [state, attempts])).toEqual([
    ['delivered', 1],
    ['delivered', 1],
  ])
})

test('a file on which its process hangs is refused when its time is over', async () => {
  const photoId = await send(await phonePhoto(320, 240))
  vi.stubEnv('TEST_HANGS', photoId)
  await makePhotoInOwnProcess(system(), { photoId }, { program: HOSTILE, mostMs: 4_000 })
  expect(await rowOf(photoId)).toMatchObject({ state: 'refused', problem: 'broken', sentKey: null })
  expect(await keys('sent/')).toEqual([])
  expect(processTable().filter(({ command }) => command.includes(photoId))).toEqual([])
})

test('trouble that is not the file’s leaves it waiting for the next try', async () => {
  const photoId = await send(await phonePhoto(320, 240))
  vi.stubEnv('TEST_FAILS', photoId)
  await expect(makePhotoInOwnProcess(system(), { photoId }, { program: HOSTILE })).rejects.toThrow('with 1')
  expect(await rowOf(photoId)).toMatchObject({ state: 'waiting', problem: null })
  expect(await keys('sent/')).toHaveLength(1)
})

test('what is shown already is never given up, and only the system gives up', async () => {
  const photoId = await send(await phonePhoto(320, 240))
  await expect(giveUpPhoto(contextOf(base, owner), { photoId })).rejects.toMatchObject({ code: 'forbidden' })
  await makePhotoInOwnProcess(system(), { photoId })
  expect(await giveUpPhoto(system(), { photoId })).toBe(false)
  expect(await rowOf(photoId)).toMatchObject({ state: 'ready' })
})

function startWorker(): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'worker.ts'], {
    cwd: path.join(import.meta.dirname, '..'),
    // None of the outer configuration.
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
  })
}

test('a worker killed while it makes one takes its process with it; the next makes it once', async () => {
  const photoId = await send(await phonePhoto(2_000, 1_500))
  const others = (await keys('masters/')).length
  const making = () => processTable().filter(({ command }) => command.includes(photoId))
  const first = startWorker()
  let second: ChildProcess | undefined
  try {
    await vi.waitFor(
      async () => {
        expect(making()).toHaveLength(1)
        // Begun, and not done.
        expect(await keys('masters/')).toHaveLength(others + 1)
      },
      { timeout: 30_000, interval: 30 },
    )
    first.kill('SIGKILL')
    await vi.waitFor(() => expect(making()).toEqual([]), 5_000)
    expect(await rowOf(photoId)).toMatchObject({ state: 'waiting' })
    second = startWorker()
    await vi.waitFor(async () => expect(await rowOf(photoId)).toMatchObject({ state: 'ready' }), 60_000)
    await vi.waitFor(async () => {
      const sent = (await eventRows()).filter(({ topic }) => topic === 'photo.sent')
      expect(sent).toMatchObject([{ state: 'delivered', attempts: 2 }])
    }, 10_000)
  } finally {
    first.kill('SIGKILL')
    second?.kill('SIGKILL')
  }
  const row = await rowOf(photoId)
  expect(await keys('masters/')).toContain(`masters/${row?.masterHash}.webp`)
  // Its gallery is told of once.
  expect((await eventRows()).filter(({ topic }) => topic === 'booth.changed')).toHaveLength(1)
}, 120_000)
