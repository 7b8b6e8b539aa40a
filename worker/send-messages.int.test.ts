import pino from 'pino'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { schema } from '~/db/schema'
import { newId } from '~/domain/shared/ids'
import { createTestDatabase, type TestDatabase } from '~/test/setup/test-database'
import { type RunningSender, startSender } from './send-messages'

let database: TestDatabase
let sender: RunningSender | null = null
beforeEach(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  await sender?.stop(0)
  await database.drop()
})

/** A sender whose WhatsApp takes what it gets with `handedOver`. */
function startWith(
  handedOver: () => Promise<{ kind: 'taken'; serviceId: string }>,
  more: { stuckAfterMs?: number } = {},
) {
  const { connection, url } = database
  return startSender({
    url,
    db: connection.db,
    log: pino({ level: 'silent' }),
    services: {
      whatsapp: { sendTemplate: handedOver, sendInteractive: handedOver, sendText: handedOver },
      mail: null,
    },
    pace: { whatsappPerSecond: 50, mailPerSecond: 50, dailyPeople: 100 },
    publicUrl: 'https://expo.opop.test',
    addressSecret: 'secret',
    ...more,
  })
}

test('a database that stops answering ends the sender, which says so; what it had begun is sent by nobody', async () => {
  const handedOver = vi.fn(async () => ({ kind: 'taken' as const, serviceId: 'wamid.1' }))
  const { connection } = database
  sender = startWith(handedOver, { stuckAfterMs: 700 })
  const { isWorking, ended } = sender
  const ending = vi.fn()
  ended.catch(ending)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  expect(ending).not.toHaveBeenCalled()
  expect(isWorking()).toBe(true)

  await connection.sql.begin(async (tx) => {
    await tx`lock table consent in access exclusive mode`
    const at = new Date()
    const [personId, aboutId] = [newId(), newId()]
    await connection.db.insert(schema.person).values({ id: personId, name: 'Nadia' })
    await connection.db.insert(schema.message).values({
      id: newId(),
      template: 'sign-in-code',
      variables: { code: '482915', minutes: 10 },
      locale: 'id',
      personId,
      aboutKind: 'person',
      aboutId,
      isAddressFixed: true,
      channel: 'whatsapp',
      address: '+6281299990001',
      notBefore: at,
      createdAt: at,
    })
    await expect(ended).rejects.toThrow('has not answered')
  })
  // The lock is gone, and the claim that hung ends: too late to be sent by this one.
  await vi.waitFor(async () => {
    const rows = await connection.db.select({ state: schema.message.state }).from(schema.message)
    expect(rows).toEqual([{ state: 'sending' }])
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(handedOver).not.toHaveBeenCalled()
})

test('an answer that the database never takes leaves its message unknown, and is not written for ever', async () => {
  const { connection } = database
  // A service that gives two messages one id.
  const handedOver = vi.fn(async () => ({ kind: 'taken' as const, serviceId: 'wamid.same' }))
  for (const address of ['+6281299990001', '+6281299990002'])
    await connection.db.insert(schema.message).values({
      id: newId(),
      template: 'sign-in-code',
      variables: { code: '482915', minutes: 10 },
      locale: 'id',
      aboutKind: 'person',
      aboutId: newId(),
      isAddressFixed: true,
      channel: 'whatsapp',
      address,
      notBefore: new Date(),
    })
  sender = startWith(handedOver)
  await vi.waitFor(
    async () => {
      const rows = await connection.db.select({ state: schema.message.state }).from(schema.message)
      expect(rows.map(({ state }) => state).sort()).toEqual(['sent', 'unknown'])
    },
    { timeout: 8_000 },
  )
  expect(handedOver).toHaveBeenCalledTimes(2)
}, 20_000)
