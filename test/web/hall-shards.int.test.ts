import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { schema } from '~/db/schema'
import { readManifest } from '~/domain/hall/read-manifest.server'
import type { PavilionShard } from '~/domain/hall/shard'
import { createTestHall, fillTestHall, type TestHall } from '../setup/test-hall'
import { createTestWeb, type TestWeb } from '../setup/test-web'

let hall: TestHall
let web: TestWeb
/** An answer serves others for a second. */
const SOON = 1_100
beforeAll(async () => {
  hall = await createTestHall()
  await fillTestHall(hall)
  web = await createTestWeb({ connection: hall.database.connection })
}, 60_000)
afterAll(() => hall?.database.drop())

test('a shard is kept for ever only while it is what its address names, and only of the open hall', async () => {
  const manifest = await readManifest(hall.context())
  const address = `/hall/shards/aula/1/${manifest?.pavilions[0]?.version}.json`
  const current = await web.request(address)
  expect(current.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')

  await hall.db
    .update(schema.participation)
    .set({ closedAt: new Date() })
    .where(eq(schema.participation.organisationId, hall.organisationId('satu-0')))
  await sleep(SOON)
  const outdated = await web.request(address)
  expect(outdated.headers.get('cache-control')).toBe('no-store')
  const shard = (await outdated.json()) as PavilionShard
  expect(shard.booths[0]).toMatchObject({ slot: 0, closed: true, product: null, drawings: [] })

  await hall.db.update(schema.edition).set({ isOpen: false }).where(eq(schema.edition.id, hall.editionId))
  await sleep(SOON)
  expect((await web.request(address)).status).toBe(404)
})
