import { createHmac, randomBytes } from 'node:crypto'
import { delay, HttpResponse, http, type RequestHandler } from 'msw'
import type { Fault, ReceivedWhatsapp, Said, Settings } from './outside-world-types'
import { buttonPayloads, type SendBody, sendBody, shownText } from './whatsapp-messages'

/**
 * A stand-in for the WhatsApp Cloud API, after its documentation: messages of our number with a bearer token,
 * the 24-hour window, errors as Graph API objects, statuses and what people write as webhooks signed over the
 * raw bytes, tried again until they are taken. The same handlers serve MSW in process and test/stand-ins/
 * outside-world.ts as a process of its own.
 */
export interface WhatsappStandInOptions {
  /** Scheme and host of the API; '*' for any. */
  url: string
  token: string
  phoneNumberId: string
  appSecret: string
}

export interface WhatsappStandIn {
  handlers: RequestHandler[]
  received: ReceivedWhatsapp[]
  settings: Required<Settings>
  inject(fault: Fault): void
  say(said: Said): Promise<string>
  /** Resolves when no webhook is under way. */
  settled(): Promise<void>
  stop(): void
}

type Status = 'sent' | 'delivered' | 'read' | 'failed'

const WINDOW_MS = 24 * 60 * 60 * 1000
/** Codes with what Meta calls them and the status of their answer. */
const ERRORS: Record<number, { title: string; httpStatus: number; type?: string }> = {
  0: { title: 'AuthException', httpStatus: 401 },
  4: { title: 'Application request limit reached', httpStatus: 400 },
  100: { title: 'Invalid parameter', httpStatus: 400 },
  190: { title: 'Invalid OAuth access token', httpStatus: 401 },
  80007: { title: 'Rate limit issues', httpStatus: 400 },
  130429: { title: 'Rate limit hit', httpStatus: 429 },
  131000: { title: 'Something went wrong', httpStatus: 500 },
  131016: { title: 'Service unavailable', httpStatus: 500 },
  131026: { title: 'Message undeliverable', httpStatus: 400 },
  131047: { title: 'Re-engagement message', httpStatus: 400 },
  131049: { title: 'Meta chose not to deliver', httpStatus: 400 },
  131056: { title: '(Business Account, Consumer Account) pair rate limit hit', httpStatus: 429 },
  132001: { title: 'Template does not exist', httpStatus: 404 },
}

function refusal(code: number, httpStatus = ERRORS[code]?.httpStatus ?? 400, details?: string) {
  const title = ERRORS[code]?.title ?? 'Unknown error'
  return HttpResponse.json(
    {
      error: {
        message: `(#${code}) ${title}`,
        type: 'OAuthException',
        code,
        error_subcode: 2_494_010,
        error_data: { messaging_product: 'whatsapp', details: details ?? title },
        fbtrace_id: randomBytes(9).toString('base64url'),
      },
    },
    { status: httpStatus },
  )
}

const plus = (number: string) => `+${number.replace(/^\+/, '')}`
const digits = (number: string) => number.replace(/\D/g, '')

export function whatsappStandIn(options: WhatsappStandInOptions): WhatsappStandIn {
  const { url, token, phoneNumberId, appSecret } = options
  const faults: (Fault & { left: number })[] = []
  /** When each number wrote to us last. */
  const wroteAt = new Map<string, number>()
  const underWay = new Set<Promise<void>>()
  let isStopped = false

  const standIn: WhatsappStandIn = {
    handlers: [],
    received: [],
    settings: {
      webhookUrl: null,
      statuses: ['sent', 'delivered', 'read'],
      repeat: 1,
      shuffled: false,
      delayMs: 20,
      answerAfterMs: 0,
    },
    inject: (fault) => faults.push({ ...fault, left: fault.times ?? 1 }),
    async say(said) {
      const from = plus(said.from)
      wroteAt.set(from, Date.now())
      const id = wamid()
      await tell(heard(id, from, said), said.repeat ?? 1)
      return id
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    stop: () => {
      isStopped = true
    },
  }

  function takeFault(to: string): Fault | null {
    const fault = faults.find(
      (each) => each.left > 0 && each.channel !== 'mail' && (!each.to || plus(each.to) === to),
    )
    if (!fault) return null
    fault.left -= 1
    return fault
  }

  /** A webhook is posted until somebody says 200, as Meta does for days. */
  async function post(change: unknown): Promise<void> {
    const body = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: '102290129340398', changes: [{ field: 'messages', value: change }] }],
    })
    const signature = `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`
    for (let wait = 100; !isStopped; wait = Math.min(wait * 2, 2_000)) {
      const { webhookUrl } = standIn.settings
      if (webhookUrl) {
        const answer = await fetch(webhookUrl, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
          body,
          signal: AbortSignal.timeout(5_000),
        }).catch(() => null)
        await answer?.body?.cancel()
        if (answer?.ok) return
      }
      await new Promise((resolve) => setTimeout(resolve, wait).unref())
    }
  }

  async function tell(change: object, repeat: number): Promise<void> {
    const value = {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '15550783881', phone_number_id: phoneNumberId },
      ...change,
    }
    for (let i = 0; i < repeat; i++) await post(value)
  }

  function background(work: Promise<void>): void {
    const done = work.catch(() => {}).finally(() => underWay.delete(done))
    underWay.add(done)
  }

  async function tellStatuses(message: ReceivedWhatsapp, failedWith: number | null): Promise<void> {
    const { statuses, shuffled, repeat, delayMs } = standIn.settings
    const told: Status[] = failedWith === null ? [...statuses] : ['failed']
    if (shuffled) told.reverse()
    for (const status of told) {
      await new Promise((resolve) => setTimeout(resolve, delayMs).unref())
      if (isStopped) return
      const errors =
        failedWith === null
          ? {}
          : {
              errors: [
                {
                  code: failedWith,
                  title: ERRORS[failedWith]?.title ?? 'Unknown error',
                  message: ERRORS[failedWith]?.title ?? 'Unknown error',
                  error_data: { details: ERRORS[failedWith]?.title ?? 'Unknown error' },
                },
              ],
            }
      // Repeats of one status come between the others too.
      await tell(
        {
          statuses: [
            {
              id: message.id,
              status,
              timestamp: String(
                Math.floor(message.at / 1000) + ['sent', 'delivered', 'read'].indexOf(status),
              ),
              recipient_id: digits(message.to),
              ...(message.callbackData === null ? {} : { biz_opaque_callback_data: message.callbackData }),
              ...errors,
            },
          ],
        },
        repeat,
      )
    }
  }

  function isWindowOpen(to: string): boolean {
    return Date.now() - (wroteAt.get(to) ?? Number.NEGATIVE_INFINITY) < WINDOW_MS
  }

  function take(body: SendBody, failedWith: number | null): ReceivedWhatsapp {
    const message: ReceivedWhatsapp = {
      id: wamid(),
      to: plus(body.to),
      type: body.type,
      template: body.type === 'template' ? body.template.name : null,
      language: body.type === 'template' ? body.template.language.code : null,
      text: shownText(body),
      buttons: buttonPayloads(body),
      callbackData: body.biz_opaque_callback_data ?? null,
      at: Date.now(),
      body,
    }
    // What failed later has reached nobody.
    if (failedWith === null) standIn.received.push(message)
    background(tellStatuses(message, failedWith))
    return message
  }

  standIn.handlers.push(
    http.post(`${url}/:version/:id/messages`, async ({ request, params }) => {
      if (request.headers.get('authorization') !== `Bearer ${token}`) return refusal(190)
      if (!/^v\d+\.\d+$/.test(String(params.version)) || params.id !== phoneNumberId)
        return refusal(100, 400, `Unsupported post request to '${params.id}'`)
      const parsed = sendBody.safeParse(await request.json())
      if (!parsed.success)
        return refusal(100, 400, parsed.error.issues.map((issue) => issue.path.join('.')).join(', '))
      const body = parsed.data
      const to = plus(body.to)
      const fault = takeFault(to)
      if (standIn.settings.answerAfterMs > 0) await delay(standIn.settings.answerAfterMs)
      if (fault?.kind === 'silent-before') await delay('infinite')
      if (fault?.kind === 'slow') await delay(fault.ms)
      if (fault?.kind === 'error') {
        if (fault.code !== undefined) return refusal(fault.code, fault.httpStatus)
        // What a proxy before the API says.
        return HttpResponse.text('<html>Sorry, something went wrong.</html>', { status: fault.httpStatus })
      }
      if (body.type !== 'template' && !isWindowOpen(to)) return refusal(131047)
      const message = take(body, fault?.kind === 'failed-status' ? fault.code : null)
      if (fault?.kind === 'silent-after') await delay('infinite')
      return HttpResponse.json({
        messaging_product: 'whatsapp',
        contacts: [{ input: body.to, wa_id: digits(body.to) }],
        messages: [{ id: message.id, ...(body.type === 'template' ? { message_status: 'accepted' } : {}) }],
      })
    }),
  )
  return standIn
}

function wamid(): string {
  return `wamid.${randomBytes(24).toString('base64')}`
}

/** What somebody tapped or wrote, as the webhook tells it. */
function heard(id: string, from: string, said: Said): object {
  const wa = digits(from)
  const userId = `ID.${createHmac('sha256', 'user').update(wa).digest('hex').slice(0, 16)}`
  const numbers = said.withoutNumber ? {} : { from: wa }
  const context = said.answers ? { context: { from: '15550783881', id: said.answers } } : {}
  const content = said.button
    ? { type: 'button', button: said.button && { payload: said.button.payload, text: said.button.title } }
    : { type: 'text', text: { body: said.text ?? '' } }
  return {
    contacts: [
      { profile: { name: 'Someone' }, user_id: userId, ...(said.withoutNumber ? {} : { wa_id: wa }) },
    ],
    messages: [
      {
        ...numbers,
        from_user_id: userId,
        id,
        timestamp: String(Math.floor(Date.now() / 1000)),
        ...context,
        ...content,
      },
    ],
  }
}
