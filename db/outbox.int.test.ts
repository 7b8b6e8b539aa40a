import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '~/domain/shared/ids'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { appendOutbox } from './outbox.server'
import { inTransaction } from './transaction.server'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const context = { newId, now: new Date('2026-11-01T00:00:00Z') }

async function counts(): Promise<{ rows: number; jobs: number }> {
  const [found] = await database.connection.sql<{ rows: number; jobs: number }[]>`
    select (select count(*)::int from outbox) as rows,
           (select count(*)::int from graphile_worker.jobs) as jobs`
  if (!found) throw new Error('no counts')
  return found
}

test('a rolled-back transaction leaves no outbox row and no job', async () => {
  const { db } = database.connection
  const failing = inTransaction(db, async (tx) => {
    await appendOutbox(tx, context, { topic: 'product.changed', payload: { productId: newId() } })
    throw new Error('the write failed after all')
  })
  await expect(failing).rejects.toThrow('the write failed after all')
  expect(await counts()).toEqual({ rows: 0, jobs: 0 })
})

test('a committed transaction leaves one row with its job; a second with the same key none', async () => {
  const { db } = database.connection
  for (let i = 0; i < 2; i++) {
    await inTransaction(db, (tx) =>
      appendOutbox(tx, context, {
        topic: 'inquiry.received',
        payload: { inquiryId: newId() },
        dedupeKey: 'inquiry:1',
      }),
    )
  }
  expect(await counts()).toEqual({ rows: 1, jobs: 1 })
})
