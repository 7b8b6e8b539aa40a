import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MailStandIn, mailStandIn } from '~/test/stand-ins/mail'
import { createMailClient, type Mail, type MailClient } from './mail-client.server'
import { mailHtml, mailText } from './mail-html.server'

let server: MailStandIn
let client: MailClient

beforeEach(async () => {
  server = mailStandIn()
  await server.listen()
  client = createMailClient({
    smtpUrl: `smtp://127.0.0.1:${server.port()}`,
    from: 'OPOP Expo <expo@opop.test>',
    unsubscribeUrl: 'https://expo.opop.test/account',
    timeoutMs: 400,
  })
})
afterEach(async () => {
  client.close()
  await server.close()
})

const mail: Mail = {
  to: 'layla@nakhla.test',
  messageIdLeft: '0193.1',
  isAsked: false,
  subject: 'طلب لقاء من <Al-Ittihad & 24>',
  preheader: 'الثلاثاء، 8 ديسمبر',
  lang: 'ar',
  dir: 'rtl',
  blocks: [
    { kind: 'paragraph', text: 'سطر أول\nسطر ثانٍ <b>' },
    { kind: 'facts', rows: [{ label: 'الوقت', value: '10:30 (UTC+7)' }] },
    { kind: 'button', label: 'افتحوا اللقاء', url: 'https://expo.opop.test/ar/meetings/1?a=1&b=2' },
    { kind: 'small', text: 'رسالة من OPOP Expo' },
  ],
}

test('HTML from right to left and plain text of the same, with our own id and how to get no more', async () => {
  expect(await client.send(mail)).toEqual({ kind: 'taken', serviceId: '<0193.1@opop.test>' })
  const [got] = server.received
  expect(got).toMatchObject({ to: mail.to, subject: mail.subject, messageId: '<0193.1@opop.test>' })
  expect(got?.headers['auto-submitted']).toBe('auto-generated')
  expect(got?.headers['list-unsubscribe']).toBe('<https://expo.opop.test/account>')
  expect(got?.html).toContain('<html lang="ar" dir="rtl">')
  expect(got?.html).toContain('سطر ثانٍ &lt;b&gt;')
  expect(got?.html).toContain('?a=1&amp;b=2')
  expect(got?.text).toContain('https://expo.opop.test/ar/meetings/1?a=1&b=2')
})

test('a code can be read in both, and nothing is offered to unsubscribe from', async () => {
  const blocks = [{ kind: 'code' as const, code: '123456' }]
  expect(mailHtml({ ...mail, blocks })).toContain('<bdi>123456</bdi>')
  expect(mailText({ blocks })).toContain('123456')
  await client.send({ ...mail, blocks, isAsked: true })
  expect(server.received[0]?.headers['list-unsubscribe']).toBeUndefined()
})

test.each([
  [{ kind: 'smtp', code: 550, at: 'rcpt' }, 'undeliverable', 'SMTP 550'],
  [{ kind: 'smtp', code: 450, at: 'rcpt' }, 'unavailable', 'SMTP 450'],
  [{ kind: 'smtp', code: 421, at: 'connect' }, 'unavailable', 'SMTP 421'],
  [{ kind: 'smtp', code: 554, at: 'data' }, 'refused', 'SMTP 554'],
  [{ kind: 'silent-after' }, 'no-answer', 'ETIMEDOUT'],
  [{ kind: 'silent-before' }, 'no-answer', 'ETIMEDOUT'],
] as const)('%o is %s', async (fault, failure, serviceCode) => {
  server.inject({ ...fault, channel: 'mail' })
  expect(await client.send(mail)).toEqual({ kind: 'failed', failure, serviceCode })
})

test('a server that refuses connections has taken nothing', async () => {
  const nobody = createMailClient({ smtpUrl: 'smtp://127.0.0.1:9', from: 'a@b.test', unsubscribeUrl: 'x' })
  expect(await nobody.send(mail)).toMatchObject({ kind: 'failed', failure: 'unavailable' })
  nobody.close()
})

test('a connection that was closed meanwhile loses nothing and sends nothing twice', async () => {
  await client.send({ ...mail, messageIdLeft: 'first' })
  server.drop()
  expect(await client.send({ ...mail, messageIdLeft: 'second' })).toMatchObject({ kind: 'taken' })
  expect(server.received.map(({ messageId }) => messageId)).toEqual([
    '<first@opop.test>',
    '<second@opop.test>',
  ])
})
