import { Transform } from 'node:stream'
import nodemailer from 'nodemailer'
import type { SendFailure } from '~/domain/shared/message-enums'
import { type MailContent, mailHtml, mailText } from './mail-html.server'

export interface MailSettings {
  /** 'smtps://user:password@host:465'. */
  smtpUrl: string
  /** 'OPOP Expo <expo@example.org>'. */
  from: string
  /** Where somebody says that it wants no more of these, on the product. */
  unsubscribeUrl: string
  /** Connections at the same time. */
  connections?: number
  timeoutMs?: number
}

export type MailAnswer =
  | { kind: 'taken'; serviceId: string }
  | { kind: 'failed'; failure: SendFailure; serviceCode: string | null }

export interface Mail extends MailContent {
  to: string
  /** Ours, the same for the same attempt: the part before the @ of the Message-ID. */
  messageIdLeft: string
  /** Answers what the receiver has just asked for (a code): nothing to unsubscribe from. */
  isAsked: boolean
}

export interface MailClient {
  send(mail: Mail): Promise<MailAnswer>
  close(): void
}

/** Mail by SMTP, over a few connections that stay open. It logs nothing: mails hold names and codes. */
export function createMailClient(settings: MailSettings): MailClient {
  const { smtpUrl, from, unsubscribeUrl, connections = 3, timeoutMs = 20_000 } = settings
  const url = new URL(smtpUrl)
  const transport = nodemailer.createTransport({
    host: url.hostname,
    port: url.port ? Number(url.port) : url.protocol === 'smtps:' ? 465 : 587,
    secure: url.protocol === 'smtps:',
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    pool: true,
    maxConnections: connections,
    // Never by itself again: it wouldn't know whether the first was taken.
    maxRequeues: 0,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  /** Message-IDs whose last byte we have handed on: whatever fails then, the server may have taken it. */
  const handedOver = new Set<string>()
  transport.use('stream', (mail, done) => {
    const id = String(mail.data.messageId ?? '')
    mail.message.transform(
      () =>
        new Transform({
          transform: (chunk, _encoding, next) => next(null, chunk),
          flush(next) {
            handedOver.add(id)
            next()
          },
        }),
    )
    done()
  })
  const host = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? url.hostname

  async function attempt(mail: Mail, messageId: string): Promise<MailAnswer> {
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: mail.to },
        messageId,
        subject: mail.subject,
        html: mailHtml(mail),
        text: mailText(mail),
        headers: {
          // No machine answers it, and none is answered.
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          'Content-Language': mail.lang,
          ...(mail.isAsked ? {} : { 'List-Unsubscribe': `<${unsubscribeUrl}>` }),
        },
      })
      return { kind: 'taken', serviceId: messageId }
    } catch (error) {
      return smtpErrorMeaning(error, handedOver.has(messageId))
    } finally {
      handedOver.delete(messageId)
    }
  }

  return {
    async send(mail) {
      const messageId = `<${mail.messageIdLeft}@${host}>`
      const answer = await attempt(mail, messageId)
      // A kept connection that the server had closed meanwhile: nothing was said on it, so at once on a new one.
      const wasIdle =
        answer.kind === 'failed' && answer.failure === 'unavailable' && answer.serviceCode === 'ECONNECTION'
      return wasIdle ? attempt(mail, messageId) : answer
    },
    close: () => transport.close(),
  }
}

/**
 * What a failed talk with a mail server means for us.
 * @param mayBeTaken the whole mail had been handed over when it failed.
 */
export function smtpErrorMeaning(error: unknown, mayBeTaken: boolean): MailAnswer {
  const { code, command, responseCode } = error as {
    code?: unknown
    command?: unknown
    responseCode?: unknown
  }
  const failed = (failure: SendFailure, serviceCode: string | null): MailAnswer => ({
    kind: 'failed',
    failure,
    serviceCode,
  })
  const name = typeof code === 'string' ? code : null
  if (name === 'EAUTH' || name === 'ENOAUTH' || name === 'ECONFIG')
    return failed('setup', typeof responseCode === 'number' ? `SMTP ${responseCode}` : name)
  if (typeof responseCode === 'number') {
    const said = `SMTP ${responseCode}`
    if (responseCode >= 400 && responseCode < 500)
      return failed(
        responseCode === 421 || responseCode === 450 || responseCode === 451 || responseCode === 452
          ? 'unavailable'
          : 'rate',
        said,
      )
    // Of the receiver, of us (the sender's address, a relay that doesn't know us), or of the mail itself.
    if (command === 'RCPT TO')
      return failed([530, 535, 554].includes(responseCode) ? 'refused' : 'undeliverable', said)
    if (command === 'DATA') return failed('refused', said)
    return failed('setup', said)
  }
  if (name === 'EENVELOPE') return failed('undeliverable', name)
  if (mayBeTaken) return failed('no-answer', name)
  return failed(name === 'ETLS' || name === 'EREQUIRETLS' ? 'setup' : 'unavailable', name)
}
