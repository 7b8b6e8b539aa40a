import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type WhatsappStandIn, whatsappStandIn } from '~/test/stand-ins/whatsapp'
import { whatsappErrorMeaning } from './error-meaning.server'
import { createWhatsappClient } from './whatsapp-client.server'

const API = 'https://graph.opop.test'
const server = setupServer()
let world: WhatsappStandIn
const settings = { apiUrl: API, version: 'v26.0', phoneNumberId: '1062', token: 'right', timeoutMs: 300 }
const client = createWhatsappClient(settings)
const to = { to: '+6281234567890', callbackData: 'message:1' }
const template = {
  name: 'opop_meeting_requested_v1',
  language: 'id',
  parameters: ['Nakhla Foods 07', 'dua\nbaris'],
  buttons: [
    { kind: 'reply' as const, payload: 'accept:1:2' },
    { kind: 'url' as const, suffix: 'id/meetings/1' },
  ],
}

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  world = whatsappStandIn({ url: API, token: 'right', phoneNumberId: '1062', appSecret: 'secret' })
  server.use(...world.handlers)
})
afterEach(() => {
  world.stop()
  server.resetHandlers()
})
afterAll(() => server.close())

test('a template with its values on one line each, its buttons, and what comes back with each status', async () => {
  expect(await client.sendTemplate(to, template)).toEqual({
    kind: 'taken',
    serviceId: expect.stringMatching(/^wamid[.]/),
  })
  expect(world.received[0]).toMatchObject({
    to: '+6281234567890',
    template: 'opop_meeting_requested_v1',
    language: 'id',
    text: 'Nakhla Foods 07\ndua baris',
    buttons: [{ payload: 'accept:1:2' }],
    callbackData: 'message:1',
  })
})

test('a code goes as the value and as its button', async () => {
  const code = { name: 'opop_sign_in_code_v1', language: 'ar', parameters: ['123456'] }
  await client.sendTemplate(to, { ...code, buttons: [{ kind: 'copy-code', code: '123456' }] })
  expect(world.received[0]?.body).toMatchObject({
    template: {
      components: [
        { type: 'body', parameters: [{ text: '123456' }] },
        { type: 'button', sub_type: 'url', index: 0, parameters: [{ text: '123456' }] },
      ],
    },
  })
})

test('free words and buttons only after the receiver has written', async () => {
  const closed = { kind: 'failed', failure: 'window-closed', serviceCode: '131047' }
  expect(await client.sendText(to, 'Halo')).toEqual(closed)
  const asked = { body: 'Terima?', buttons: [{ payload: 'accept:1:2', title: 'Terima' }] }
  expect(await client.sendInteractive(to, asked)).toEqual(closed)
  world.settings.webhookUrl = null
  void world.say({ from: '+6281234567890', text: 'halo' })
  expect(await client.sendText(to, 'Halo')).toMatchObject({ kind: 'taken' })
  expect(await client.sendInteractive(to, asked)).toMatchObject({ kind: 'taken' })
})

test.each([
  [{ kind: 'error', httpStatus: 400, code: 131026 }, 'undeliverable', '131026'],
  [{ kind: 'error', httpStatus: 429, code: 130429 }, 'rate', '130429'],
  [{ kind: 'error', httpStatus: 500, code: 131000 }, 'unavailable', '131000'],
  [{ kind: 'error', httpStatus: 503 }, 'unavailable', 'HTTP 503'],
  [{ kind: 'error', httpStatus: 500 }, 'no-answer', 'HTTP 500'],
  [{ kind: 'error', httpStatus: 502 }, 'no-answer', 'HTTP 502'],
  [{ kind: 'error', httpStatus: 504 }, 'no-answer', 'HTTP 504'],
  [{ kind: 'error', httpStatus: 429 }, 'rate', 'HTTP 429'],
  [{ kind: 'silent-before' }, 'no-answer', null],
  [{ kind: 'silent-after' }, 'no-answer', null],
] as const)('%o is %s', async (fault, failure, serviceCode) => {
  world.inject(fault)
  expect(await client.sendTemplate(to, template)).toEqual({ kind: 'failed', failure, serviceCode })
})

test('a wrong token is ours to mend; a service that refuses connections has taken nothing', async () => {
  const wrong = createWhatsappClient({ ...settings, token: 'wrong' })
  expect(await wrong.sendTemplate(to, template)).toMatchObject({ failure: 'setup', serviceCode: '190' })
  server.close()
  const nobody = createWhatsappClient({ ...settings, apiUrl: 'http://127.0.0.1:4107' })
  expect(await nobody.sendTemplate(to, template)).toMatchObject({ failure: 'unavailable' })
  server.listen({ onUnhandledRequest: 'error' })
})

test.each([
  [{ code: 'ECONNREFUSED', syscall: 'connect' }, 'unavailable'],
  [{ code: 'ENETUNREACH', syscall: 'connect' }, 'unavailable'],
  [{ code: 'CERT_HAS_EXPIRED' }, 'unavailable'],
  [{ code: 'ERR_SSL_WRONG_VERSION_NUMBER' }, 'unavailable'],
  // The connection was there: the request may have gone over it.
  [{ code: 'EHOSTUNREACH', syscall: 'read' }, 'no-answer'],
  [{ code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' }, 'no-answer'],
  [{ code: 'ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC' }, 'no-answer'],
  [{ code: 'ECONNRESET', syscall: 'read' }, 'no-answer'],
] as const)('a connection that ends with %o is %s', async (cause, failure) => {
  const fetched = vi
    .spyOn(globalThis, 'fetch')
    .mockRejectedValue(new TypeError('fetch failed', { cause: Object.assign(new Error(), cause) }))
  expect(await client.sendTemplate(to, template)).toMatchObject({ kind: 'failed', failure })
  fetched.mockRestore()
})

test('codes of a status that came later are read without any HTTP status', () => {
  expect(whatsappErrorMeaning(131049, null)).toBe('refused')
  expect(whatsappErrorMeaning(132015, null)).toBe('setup')
  expect(whatsappErrorMeaning(131037, null)).toBe('setup')
  expect(whatsappErrorMeaning(131056, null)).toBe('rate')
  expect(whatsappErrorMeaning(999_999, null)).toBe('refused')
  expect(whatsappErrorMeaning(null, null)).toBe('refused')
})
