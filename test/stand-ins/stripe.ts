import { createHmac, randomBytes } from 'node:crypto'
import { delay, HttpResponse, http, type RequestHandler } from 'msw'
import { type FormValue, readForm } from './stripe-form'
import { disputeObject, payoutObject, refundObject, sessionObject, toldObject } from './stripe-objects'
import { checkoutPage, successUrl } from './stripe-page'
import type { StripeBooks, StripeDeed, StripeFault, StripeSettings } from './stripe-types'
import { Refusal, type Session, StripeWorld, type Told } from './stripe-world'

/**
 * A stand-in for Stripe, after its documentation: Checkout sessions in rupiah with idempotency keys, their page,
 * refunds, disputes, and events signed over the raw bytes, tried again until they are taken. The same handlers
 * serve MSW in process and test/stand-ins/outside-world.ts as a process of its own.
 */
export interface StripeStandInOptions {
  /** Scheme and host of the API; '*' for any. */
  url: string
  secretKey: string
  webhookSecret: string
}

export interface StripeStandIn {
  handlers: RequestHandler[]
  settings: Required<StripeSettings>
  inject(fault: StripeFault): void
  /** @returns what an API call of it would have made. */
  do(deed: StripeDeed): Promise<void>
  books(): StripeBooks
  /** Resolves when no webhook is under way. */
  settled(): Promise<void>
  stop(): void
}

const VERSION = '2026-10-28.endive'

export function stripeStandIn({ url, secretKey, webhookSecret }: StripeStandInOptions): StripeStandIn {
  const faults: (StripeFault & { left: number })[] = []
  const underWay = new Set<Promise<void>>()
  const webhooks: Record<string, number> = {}
  /** Idempotency keys: what was asked with one, and its answer. */
  const keys = new Map<string, { asked: string; answer: string }>()
  let isStopped = false
  let base = url
  const settings: Required<StripeSettings> = {
    webhookUrl: null,
    repeat: 1,
    webhookFirst: false,
    backwards: false,
    delayMs: 20,
    refundsPend: false,
  }

  async function post(type: string, body: string): Promise<void> {
    for (let wait = 100; !isStopped; wait = Math.min(wait * 2, 2_000)) {
      const { webhookUrl } = settings
      if (!webhookUrl) return
      const at = Math.floor(Date.now() / 1000)
      const v1 = createHmac('sha256', webhookSecret).update(`${at}.${body}`).digest('hex')
      const answer = await fetch(webhookUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'stripe-signature': `t=${at},v1=${v1}` },
        body,
        signal: AbortSignal.timeout(5_000),
      }).catch(() => null)
      await answer?.body?.cancel()
      if (answer?.ok) {
        webhooks[type] = (webhooks[type] ?? 0) + 1
        return
      }
      await new Promise((resolve) => setTimeout(resolve, wait).unref())
    }
  }

  function tell(events: Told[]): Promise<void> {
    const bodies = events.map((told) => ({
      type: told.type,
      body: JSON.stringify({
        id: `evt_${randomBytes(12).toString('hex')}`,
        object: 'event',
        api_version: VERSION,
        created: Math.floor(Date.now() / 1000),
        data: { object: toldObject(told, base) },
        livemode: false,
        pending_webhooks: 1,
        request: { id: null, idempotency_key: null },
        type: told.type,
      }),
    }))
    if (settings.backwards) bodies.reverse()
    const work = (async () => {
      if (!settings.webhookFirst)
        await new Promise((resolve) => setTimeout(resolve, settings.delayMs).unref())
      for (const { type, body } of bodies) for (let i = 0; i < settings.repeat; i++) await post(type, body)
    })()
    const done = work.catch(() => {}).finally(() => underWay.delete(done))
    underWay.add(done)
    // Only where the webhook is to come first does somebody wait for it.
    return settings.webhookFirst ? done : Promise.resolve()
  }

  const world = new StripeWorld(tell)

  function takeFault(at: StripeFault['at']): StripeFault | null {
    const fault = faults.find((each) => each.left > 0 && each.at === at)
    if (!fault) return null
    fault.left -= 1
    return fault
  }

  /** One call of the API: who asks, what goes wrong, and the same answer for the same key. */
  async function call(
    request: Request,
    at: StripeFault['at'],
    work: (form: Record<string, FormValue>) => object,
  ): Promise<Response> {
    base = new URL(request.url).origin
    world.refundsPend = settings.refundsPend
    if (request.headers.get('authorization') !== `Bearer ${secretKey}`) return refusal('api_key_expired', 401)
    if (request.headers.get('stripe-version') !== VERSION) return refusal('parameter_unknown', 400)
    const text = request.method === 'GET' ? new URL(request.url).search.slice(1) : await request.text()
    const fault = takeFault(at)
    if (fault?.kind === 'silent-before') await delay('infinite')
    if (fault?.kind === 'slow') await delay(fault.ms)
    if (fault?.kind === 'error') return refusal(fault.code ?? 'api_error', fault.httpStatus)

    const key = request.headers.get('idempotency-key')
    const asked = `${new URL(request.url).pathname} ${text}`
    const before = key ? keys.get(key) : undefined
    if (before && before.asked !== asked) return refusal('idempotency_error', 400)
    let answer = before?.answer
    if (answer === undefined) {
      try {
        answer = JSON.stringify(work(readForm(new URLSearchParams(text))))
      } catch (error) {
        // What was refused before it began isn't kept for the key.
        if (error instanceof Refusal) return refusal(error.code, error.httpStatus)
        throw error
      }
      if (key) keys.set(key, { asked, answer })
    }
    if (fault?.kind === 'silent-after') await delay('infinite')
    return new HttpResponse(answer, {
      headers: { 'content-type': 'application/json', 'request-id': `req_${randomBytes(7).toString('hex')}` },
    })
  }

  const listOf = (data: object[]) => ({ object: 'list', data, has_more: false, url: '/' })
  const byCharge = (form: Record<string, FormValue>) =>
    world.find(({ charge }) => charge !== null && charge.id === form.charge)
  const press = async (id: string, button: FormDataEntryValue | null) => {
    if (button === 'pay' || button === 'secure-yes') await world.pay(id)
    else if (button === 'decline' || button === 'secure-no') await world.decline(id)
  }

  const standIn: StripeStandIn = {
    handlers: [
      http.post(`${url}/v1/checkout/sessions`, ({ request }) =>
        call(request, 'start', (form) => sessionObject(world.open(wantedSession(form)), base)),
      ),
      http.get(`${url}/v1/checkout/sessions/:id`, ({ request, params }) =>
        call(request, 'read', (form) =>
          sessionObject(world.session(String(params.id)), base, words(form.expand)),
        ),
      ),
      http.get(`${url}/v1/checkout/sessions`, ({ request }) =>
        call(request, 'list', (form) => {
          const created = (form.created ?? {}) as Record<string, string>
          const found = [...world.sessions.values()].filter(
            (each) =>
              (!form.payment_intent || each.intentId === form.payment_intent) &&
              (!created.gte || each.created >= Number(created.gte)) &&
              (!created.lt || each.created < Number(created.lt)),
          )
          const expand = words(form.expand).map((each) => each.replace(/^data\./, ''))
          return listOf(found.map((each) => sessionObject(each, base, expand)))
        }),
      ),
      http.post(`${url}/v1/checkout/sessions/:id/expire`, ({ request, params }) =>
        call(request, 'expire', () => {
          void world.expire(String(params.id))
          return sessionObject(world.session(String(params.id)), base)
        }),
      ),
      http.post(`${url}/v1/refunds`, ({ request }) =>
        call(request, 'refund', (form) => {
          const session = world.find(({ intentId }) => intentId !== null && intentId === form.payment_intent)
          if (!session) throw new Refusal('resource_missing', 404)
          const [refund] = world.refund(session, Number(form.amount), record(form.metadata))
          return refundObject(session, refund)
        }),
      ),
      http.get(`${url}/v1/refunds`, ({ request }) =>
        call(request, 'read', (form) => {
          const session = byCharge(form)
          return listOf(
            (session?.charge?.refunds ?? []).map((each) => refundObject(session as Session, each)),
          )
        }),
      ),
      http.get(`${url}/v1/disputes`, ({ request }) =>
        call(request, 'read', (form) => {
          const session = byCharge(form)
          const dispute = session?.charge?.dispute
          return listOf(session && dispute ? [disputeObject(session, dispute)] : [])
        }),
      ),
      http.get(`${url}/v1/payouts/:id`, ({ request, params }) =>
        call(request, 'read', () => {
          const payout = world.payouts.get(String(params.id))
          if (!payout) throw new Refusal('resource_missing', 404)
          return payoutObject(payout)
        }),
      ),
      http.get(`${url}/pay/:id`, ({ params, request }) => {
        const at = new URL(request.url).searchParams.get('at')
        const shown = at === 'declined' || at === 'secure' || at === 'not-secured' ? at : 'card'
        return HttpResponse.html(checkoutPage(world.session(String(params.id)), shown))
      }),
      http.post(`${url}/pay/:id`, async ({ params, request }) => {
        const id = String(params.id)
        const button = new URLSearchParams(await request.text()).get('button')
        const session = world.session(id)
        if (session.status === 'open') await press(id, button)
        const again = { secure: 'secure', 'secure-no': 'not-secured', decline: 'declined' }[button ?? '']
        const to = session.status === 'complete' ? successUrl(session) : `/pay/${id}?at=${again ?? 'card'}`
        return new HttpResponse(null, { status: 303, headers: { location: to } })
      }),
    ],
    settings,
    inject: (fault) => faults.push({ ...fault, left: fault.times ?? 1 }),
    async do(deed) {
      if (deed.kind === 'press') return press(deed.sessionId, deed.button)
      if (deed.kind === 'expire') return world.expire(deed.sessionId)
      if (deed.kind === 'refund') return world.refund(world.session(deed.sessionId), deed.amountMinor, {})[1]
      if (deed.kind === 'settle-refund') return world.settleRefund(deed.refundId, deed.failed ?? false)
      if (deed.kind === 'dispute') return world.dispute(deed.sessionId)
      if (deed.kind === 'close-dispute') return world.closeDispute(deed.sessionId, deed.won)
      if (deed.kind === 'pay-out') return world.payOut(deed.amountMinor)
      return world.say(deed.type)
    },
    books() {
      const { sessions, ...rest } = world.books()
      return {
        ...rest,
        sessions: sessions.map((each) => ({ ...each, url: `${base}/pay/${each.id}` })),
        webhooks: { ...webhooks },
      }
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
    stop: () => {
      isStopped = true
    },
  }
  return standIn
}

const record = (value: FormValue | undefined) => (value ?? {}) as Record<string, string>
const words = (value: FormValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []

/** A session as it is asked for; what Stripe would refuse is refused. */
function wantedSession(form: Record<string, FormValue>): Parameters<StripeWorld['open']>[0] {
  const items = Array.isArray(form.line_items) ? form.line_items : []
  const lines = items.map((item) => {
    const { quantity, price_data: price } = item as {
      quantity: string
      price_data: Record<string, FormValue>
    }
    const amount = String(price.unit_amount)
    if (price.currency !== 'idr' || !/^\d+$/.test(amount)) throw new Refusal('parameter_invalid_integer')
    return {
      name: String(record(price.product_data).name),
      quantity: Number(quantity),
      unitAmount: Number(amount),
    }
  })
  if (lines.length === 0 || form.mode !== 'payment') throw new Refusal('parameter_missing')
  const adaptive = form.adaptive_pricing as Record<string, string> | undefined
  // Else a buyer abroad would be charged in another currency than was shown.
  if (adaptive?.enabled !== 'false') throw new Refusal('parameter_missing')
  const intentData = (form.payment_intent_data ?? {}) as Record<string, FormValue>
  return {
    lines,
    currency: 'idr',
    metadata: record(form.metadata),
    intentMetadata: record(intentData.metadata),
    description: typeof intentData.description === 'string' ? intentData.description : null,
    clientReferenceId: String(form.client_reference_id),
    locale: typeof form.locale === 'string' ? form.locale : null,
    successUrl: String(form.success_url),
    cancelUrl: String(form.cancel_url),
    expiresAt: Number(form.expires_at),
  }
}

function refusal(code: string, status: number) {
  const type = code === 'idempotency_error' ? code : status >= 500 ? 'api_error' : 'invalid_request_error'
  return HttpResponse.json({ error: { type, code, message: `stand-in: ${code}` } }, { status })
}
