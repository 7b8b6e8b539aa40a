import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schema } from '~/db/schema'
import { newId } from '~/domain/shared/ids'
import { createTestDatabase, type TestDatabase } from '../setup/test-database'
import { createTestWeb, type TestWeb } from '../setup/test-web'

const SECRET = 'the app secret'
const NUMBER = '106540352242922'
const ENV = {
  WHATSAPP_TOKEN: 'token',
  WHATSAPP_PHONE_NUMBER_ID: NUMBER,
  WHATSAPP_APP_SECRET: SECRET,
  WHATSAPP_VERIFY_TOKEN: 'the verify token',
  PUBLIC_URL: 'https://expo.test',
}

let database: TestDatabase
let web: TestWeb
const logged: Record<string, unknown>[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  web = await createTestWeb({
    connection: database.connection,
    env: ENV,
    onLog: (line) => logged.push(line),
  })
})
afterAll(() => database?.drop())
beforeEach(async () => {
  await database.connection
    .sql`truncate message, message_attempt, whatsapp_status, whatsapp_received, outbox cascade`
  logged.length = 0
})

const sign = (body: string | Uint8Array, secret = SECRET) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`

/** As WhatsApp calls it: without an Origin of ours. */
function call(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  to: TestWeb = web,
) {
  return to.request('/webhooks/whatsapp', {
    method: 'POST',
    headers: {
      origin: 'https://graph.facebook.com',
      'content-type': 'application/json',
      'x-hub-signature-256': sign(body),
      ...headers,
    },
    body,
  })
}

const told = (value: object) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '1',
        changes: [{ field: 'messages', value: { metadata: { phone_number_id: NUMBER }, ...value } }],
      },
    ],
  })
const status = (name: string, id = 'wamid.1', more: object = {}) => ({
  id,
  status: name,
  timestamp: '1793325600',
  recipient_id: '6281234567890',
  ...more,
})
const text = (id: string, body: string, more: object = {}) => ({
  id,
  from: '6281234567890',
  timestamp: '1793325600',
  type: 'text',
  text: { body },
  ...more,
})

/** A message of ours that an attempt is under way of, or has been taken. */
async function sentMessage(serviceId: string | null): Promise<string> {
  const { db } = database.connection
  const id = newId()
  await db.insert(schema.message).values({
    id,
    template: 'address-changed',
    variables: { channel: 'mail', shown: 'r•••@example.org' },
    locale: 'id',
    aboutKind: 'person',
    aboutId: newId(),
    channel: 'whatsapp',
    address: '+6281234567890',
    state: serviceId ? 'sent' : 'sending',
    notBefore: new Date(),
  })
  await db.insert(schema.messageAttempt).values({
    messageId: id,
    number: 1,
    channel: 'whatsapp',
    addressKey: 'key',
    startedAt: new Date(),
    endedAt: serviceId ? new Date() : null,
    serviceId,
  })
  return id
}
const stateOf = async (id: string) => {
  const [row] = await database.connection.sql<{ state: string }[]>`select state from message where id = ${id}`
  return row?.state
}
const rows = async (table: 'whatsapp_status' | 'whatsapp_received' | 'outbox') =>
  (await database.connection.sql`select * from ${database.connection.sql(table)}`).length

describe('when the webhook is set up', () => {
  const ask = (query: string) => web.request(`/webhooks/whatsapp?${query}`)

  it('gives the challenge back to who knows the token', async () => {
    const answer = await ask(
      'hub.mode=subscribe&hub.verify_token=the%20verify%20token&hub.challenge=1158201444',
    )
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('1158201444')
    expect(answer.headers.get('content-type')).toContain('text/plain')
  })

  it('refuses everybody else', async () => {
    expect((await ask('hub.mode=subscribe&hub.verify_token=guess&hub.challenge=1')).status).toBe(403)
    expect((await ask('hub.challenge=1')).status).toBe(403)
  })

  it('is not there without its settings', async () => {
    const bare = await createTestWeb({ connection: database.connection })
    expect((await bare.request('/webhooks/whatsapp?hub.challenge=1')).status).toBe(404)
    expect((await call(told({}), {}, bare)).status).toBe(404)
  })
})

describe('the signature', () => {
  it('is over the bytes, whatever they say', async () => {
    const body = told({ messages: [text('wamid.a', 'Assalamualaikum, شكرًا 👍 – “ya”')] })
    expect((await call(body)).status).toBe(200)
    expect(await rows('whatsapp_received')).toBe(1)
    // The same text, escaped: other bytes, and another signature.
    const escaped = body.replace(
      /[\u0080-\uffff]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    expect(JSON.parse(escaped)).toEqual(JSON.parse(body))
    expect((await call(escaped, { 'x-hub-signature-256': sign(body) })).status).toBe(401)
    expect((await call(escaped)).status).toBe(200)
  })

  it('is asked of everybody: wrong, missing, or made with another secret, nothing is kept', async () => {
    const body = told({ messages: [text('wamid.b', 'halo')] })
    for (const wrong of [
      '',
      'sha256=',
      sign(`${body} `),
      sign(body, 'another secret'),
      sign(body).replace('sha256=', 'sha1='),
      sign(body).slice(0, -1),
      sign(body).toUpperCase(),
    ]) {
      expect((await call(body, { 'x-hub-signature-256': wrong })).status, wrong).toBe(401)
    }
    expect(await rows('whatsapp_received')).toBe(0)
    expect(await rows('outbox')).toBe(0)
  })

  it('opens no other address to other sites', async () => {
    const body = told({})
    const answer = await web.request('/id/sign-out', {
      method: 'POST',
      headers: { origin: 'https://graph.facebook.com', 'x-hub-signature-256': sign(body) },
      body,
    })
    expect(answer.status).toBe(403)
  })

  it('does not help a body that is too large', async () => {
    const body = told({ messages: [text('wamid.c', 'x'.repeat(1024 * 1024))] })
    expect((await call(body)).status).toBe(413)
    const stream = new Blob([body]).stream()
    const init = {
      method: 'POST',
      headers: { 'x-hub-signature-256': sign(body) },
      body: stream,
      duplex: 'half',
    }
    expect((await web.request('/webhooks/whatsapp', init as RequestInit)).status).toBe(413)
    expect(await rows('whatsapp_received')).toBe(0)
  })
})

describe('statuses', () => {
  it('come five times and out of order, and never take a message back', async () => {
    const id = await sentMessage('wamid.1')
    for (const name of [
      'read',
      'delivered',
      'sent',
      'read',
      'delivered',
      'sent',
      'read',
      'delivered',
      'sent',
      'sent',
    ]) {
      expect((await call(told({ statuses: [status(name)] }))).status).toBe(200)
      expect(await stateOf(id)).toBe('read')
    }
    expect(await rows('whatsapp_status')).toBe(3)
  })

  it('all at once leave one of each', async () => {
    const id = await sentMessage('wamid.1')
    const bodies = ['read', 'delivered', 'sent'].flatMap((name) =>
      Array.from({ length: 5 }, () => told({ statuses: [status(name), status(name, 'wamid.other')] })),
    )
    const answers = await Promise.all(bodies.map((body) => call(body)))
    expect(answers.map(({ status }) => status)).toEqual(bodies.map(() => 200))
    expect(await stateOf(id)).toBe('read')
    expect(await rows('whatsapp_status')).toBe(6)
  })

  it('that are here before our own commit find their attempt by what was sent along', async () => {
    const id = await sentMessage(null)
    const body = told({ statuses: [status('delivered', 'wamid.9', { biz_opaque_callback_data: `${id}:1` })] })
    expect((await call(body)).status).toBe(200)
    expect(await stateOf(id)).toBe('delivered')
    const [attempt] = await database.connection
      .sql`select service_id from message_attempt where message_id = ${id}`
    expect(attempt?.service_id).toBe('wamid.9')
  })

  it('of messages that are not ours are kept and harm nothing', async () => {
    const odd = status('sent', 'wamid.2', { biz_opaque_callback_data: "'; drop table message; --" })
    expect((await call(told({ statuses: [odd] }))).status).toBe(200)
    expect(await rows('whatsapp_status')).toBe(1)
  })
})

describe('what somebody writes', () => {
  it('is kept once with its work for the worker, however often it comes', async () => {
    const body = told({ messages: [text('wamid.m', 'halo')] })
    for (let time = 0; time < 5; time++) expect((await call(body)).status).toBe(200)
    const received = await database.connection.sql`select * from whatsapp_received`
    expect(received).toHaveLength(1)
    expect(received[0]).toMatchObject({
      id: 'wamid.m',
      from_e164: '+6281234567890',
      kind: 'text',
      content: 'halo',
    })
    const outbox = await database.connection.sql`select topic, payload from outbox`
    expect([...outbox]).toEqual([{ topic: 'whatsapp.received', payload: { id: 'wamid.m' } }])
  })

  it('may come without a number: the person is kept by its id', async () => {
    const body = told({
      messages: [text('wamid.u', 'halo', { from: undefined, from_user_id: 'ID.13491208655302741918' })],
    })
    expect((await call(body)).status).toBe(200)
    const [row] = await database.connection.sql`select from_e164, user_id from whatsapp_received`
    expect(row).toEqual({ from_e164: null, user_id: 'ID.13491208655302741918' })
  })

  it('reads the buttons of templates and of the 24-hour window alike', async () => {
    const from = { from: '6281234567890', timestamp: '1793325600', context: { id: 'wamid.1', from: NUMBER } }
    const body = told({
      messages: [
        { id: 'wamid.x', type: 'button', button: { payload: 'accept:1:1', text: 'Terima' }, ...from },
        {
          id: 'wamid.y',
          type: 'interactive',
          interactive: { type: 'button_reply', button_reply: { id: 'decline:1:1', title: 'Tolak' } },
          ...from,
        },
      ],
    })
    expect((await call(body)).status).toBe(200)
    const kept = await database.connection
      .sql`select kind, content, answers_service_id from whatsapp_received order by id`
    expect([...kept]).toEqual([
      { kind: 'button', content: 'accept:1:1', answers_service_id: 'wamid.1' },
      { kind: 'button', content: 'decline:1:1', answers_service_id: 'wamid.1' },
    ])
  })

  it('keeps its neighbours when one is broken or of a kind to come', async () => {
    const body = JSON.stringify({
      entry: [
        null,
        { changes: 'nothing' },
        {
          changes: [
            { field: 'account_update', value: {} },
            { field: 'messages', value: 7 },
          ],
        },
        JSON.parse(
          told({
            statuses: [{ id: 5 }, status('sent'), status('played', 'wamid.3')],
            messages: [
              { type: 'text' },
              text('wamid.r', '', { type: 'reaction', text: undefined, reaction: { emoji: '👍' } }),
              text('wamid.good', 'a\0b'),
              'what',
            ],
          }),
        ).entry[0],
      ],
    })
    expect((await call(body)).status).toBe(200)
    expect(await rows('whatsapp_status')).toBe(1)
    const kept = await database.connection.sql`select id, content from whatsapp_received`
    expect([...kept]).toEqual([{ id: 'wamid.good', content: 'ab' }])
  })

  it('to another number of the same app is not ours', async () => {
    const body = told({ metadata: { phone_number_id: '42' }, messages: [text('wamid.o', 'halo')] })
    expect((await call(body)).status).toBe(200)
    expect(await rows('whatsapp_received')).toBe(0)
  })

  it('is in no log', async () => {
    await call(told({ messages: [text('wamid.l', 'rahasia sekali')] }))
    await call(told({ messages: [text('wamid.l', 'rahasia sekali')] }), { 'x-hub-signature-256': 'sha256=0' })
    expect(logged.length).toBeGreaterThan(0)
    expect(JSON.stringify(logged)).not.toMatch(/rahasia|6281234567890/)
  })

  it('signed, but no JSON, is acknowledged: hearing it again would help nobody', async () => {
    expect((await call('{"entry": [')).status).toBe(200)
    expect((await call(new Uint8Array([0xff, 0xfe, 0x00]))).status).toBe(200)
  })
})

it('answers 503 while the database is away, so that it is said again, and keeps it then', async () => {
  const away = await createTestDatabase()
  const lost = await createTestWeb({ connection: away.connection, env: ENV })
  await away.drop()
  const body = told({ messages: [text('wamid.late', 'halo')], statuses: [status('sent')] })
  const answer = await call(body, {}, lost)
  expect(answer.status).toBe(503)
  expect((await call(body)).status).toBe(200)
  expect(await rows('whatsapp_received')).toBe(1)
})
