import { z } from 'zod'
import type { SendFailure } from '~/domain/shared/message-enums'
import { whatsappErrorMeaning } from './error-meaning.server'

export interface WhatsappSettings {
  /** 'https://graph.facebook.com'. */
  apiUrl: string
  /** 'v26.0'. */
  version: string
  phoneNumberId: string
  token: string
  /** After so long without an answer nobody knows whether it was taken. */
  timeoutMs?: number
}

export type SendAnswer =
  | { kind: 'taken'; serviceId: string }
  | { kind: 'failed'; failure: SendFailure; serviceCode: string | null }

export interface Addressed {
  /** E.164. */
  to: string
  /** Comes back with each status: 'messageId:number'. */
  callbackData: string
  /** Gives up waiting, as the time-out does. */
  signal?: AbortSignal
}

export type TemplateButton =
  | { kind: 'reply'; payload: string }
  | { kind: 'url'; suffix: string }
  | { kind: 'copy-code'; code: string }

export interface WhatsappTemplate {
  name: string
  /** As it was approved: 'id', 'en', 'ar'. */
  language: string
  parameters: readonly string[]
  /** In the template's own order. */
  buttons: readonly TemplateButton[]
}

export interface WhatsappClient {
  /** Any time. */
  sendTemplate(addressed: Addressed, template: WhatsappTemplate): Promise<SendAnswer>
  /** Only within 24 hours of what the receiver wrote: words with up to three buttons. */
  sendInteractive(
    addressed: Addressed,
    message: { body: string; buttons: readonly { payload: string; title: string }[] },
  ): Promise<SendAnswer>
  /** Only within 24 hours of what the receiver wrote. */
  sendText(addressed: Addressed, body: string): Promise<SendAnswer>
}

const taken = z.object({ messages: z.array(z.object({ id: z.string().min(1) })).min(1) })
const refused = z.object({ error: z.object({ code: z.coerce.number().int() }) })

/**
 * What says that nothing of the request has left: the same again is safe. Of TLS only what ends a handshake; the
 * rest may break a connection that the request went over.
 */
const BEFORE_WRITING =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)_\w+|SELF_SIGNED_CERT_IN_CHAIN|ERR_TLS_CERT_ALTNAME_INVALID|ERR_TLS_HANDSHAKE_TIMEOUT|ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|TLSV1_ALERT_PROTOCOL_VERSION|TLSV1_UNRECOGNIZED_NAME|SSLV3_ALERT_HANDSHAKE_FAILURE))$/
/** Before anything has left only where it was the connecting that failed. */
const NO_ROUTE = /^(EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/

/** The WhatsApp Cloud API for one number of ours. It logs nothing: its bodies hold names and codes. */
export function createWhatsappClient(settings: WhatsappSettings): WhatsappClient {
  const { apiUrl, version, phoneNumberId, token, timeoutMs = 10_000 } = settings
  const url = `${apiUrl.replace(/\/+$/, '')}/${version}/${encodeURIComponent(phoneNumberId)}/messages`

  async function send({ to, callbackData, signal }: Addressed, content: object): Promise<SendAnswer> {
    const deadline = AbortSignal.timeout(timeoutMs)
    let httpStatus: number
    let text: string
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          messaging_product: 'whatsapp',
          recipient_type: 'individual',
          to: to.replace(/\D/g, ''),
          biz_opaque_callback_data: callbackData,
          ...content,
        }),
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      })
      httpStatus = answer.status
      text = await answer.text()
    } catch (error) {
      return lost(error)
    }
    return read(httpStatus, text)
  }

  return {
    sendTemplate: (addressed, template) =>
      send(addressed, {
        type: 'template',
        template: {
          name: template.name,
          language: { code: template.language },
          components: [
            ...(template.parameters.length > 0
              ? [{ type: 'body', parameters: template.parameters.map(textParameter) }]
              : []),
            ...template.buttons.map(buttonComponent),
          ],
        },
      }),
    sendInteractive: (addressed, { body, buttons }) =>
      send(addressed, {
        type: 'interactive',
        interactive: {
          type: 'button',
          body: { text: body },
          action: {
            buttons: buttons.map(({ payload, title }) => ({ type: 'reply', reply: { id: payload, title } })),
          },
        },
      }),
    sendText: (addressed, body) => send(addressed, { type: 'text', text: { body, preview_url: false } }),
  }
}

/** Meta refuses line breaks, tabs and long runs of blanks in a parameter, and an empty one. */
function textParameter(text: string) {
  return { type: 'text', text: text.replace(/\s+/g, ' ').trim() || '–' }
}

function buttonComponent(button: TemplateButton, index: number) {
  const place = { type: 'button', index: String(index) }
  if (button.kind === 'reply')
    return { ...place, sub_type: 'quick_reply', parameters: [{ type: 'payload', payload: button.payload }] }
  // The button of a code is, to the API, one of an address that ends with the code.
  const text = button.kind === 'url' ? button.suffix : button.code
  return { ...place, sub_type: 'url', parameters: [{ type: 'text', text }] }
}

function lost(error: unknown): SendAnswer {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  // Several addresses of one name, each refused.
  const causes: unknown[] = cause instanceof AggregateError ? cause.errors : [cause]
  const isBefore = causes.length > 0 && causes.every(isBeforeWriting)
  return isBefore
    ? { kind: 'failed', failure: 'unavailable', serviceCode: codeOf(cause) || codeOf(causes[0]) || null }
    : { kind: 'failed', failure: 'no-answer', serviceCode: null }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

function isBeforeWriting(error: unknown): boolean {
  const code = codeOf(error)
  if (BEFORE_WRITING.test(code)) return true
  return NO_ROUTE.test(code) && error instanceof Error && 'syscall' in error && error.syscall === 'connect'
}

function read(httpStatus: number, text: string): SendAnswer {
  const body = parse(text)
  if (httpStatus >= 200 && httpStatus < 300) {
    const id = taken.safeParse(body).data?.messages[0]?.id
    return id
      ? { kind: 'taken', serviceId: id }
      : { kind: 'failed', failure: 'no-answer', serviceCode: `HTTP ${httpStatus}` }
  }
  const code = refused.safeParse(body).data?.error.code ?? null
  return {
    kind: 'failed',
    failure: whatsappErrorMeaning(code, httpStatus),
    serviceCode: code === null ? `HTTP ${httpStatus}` : String(code),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
