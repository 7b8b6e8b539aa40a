import { data, redirect } from '@remix-run/node'
import { cartCookie, readCartCookie } from '~/app/cart-cookie'
import { fill } from '~/app/i18n/fill'
import { type PageWords, pageWords } from '~/app/i18n/page-words.server'
import { run } from '~/app/run.server'
import { readShown } from '~/app/shown-currency.server'
import type { WebContext } from '~/app/web-context'
import { readRegencies } from '~/domain/need/regencies.server'
import { parseCart, takeFromCart } from '~/domain/order/cart'
import {
  type CheckoutProblems,
  checkoutProblems,
  checkoutSchema,
  readTypedCheckout,
  type TypedCheckout,
} from '~/domain/order/checkout.schema'
import { type PlaceOutcome, placeOrder } from '~/domain/order/place-order.server'
import { startPayment } from '~/domain/order/start-payment.server'
import type { Locale } from '~/domain/shared/locale'
import { type CheckoutTotals, checkoutTotals } from './checkout-view.server'
import { quoteTyped } from './load-checkout.server'

export interface CheckoutAnswer {
  typed: TypedCheckout
  token: string
  lines: string
  totals: CheckoutTotals
  problems: CheckoutProblems
  /** Why nothing was ordered; null: it was only worked out. */
  notice: string | null
  /** The next step of the notice. */
  isUnproven: boolean
}

interface Sent {
  request: Request
  context: WebContext
  form: FormData
  boothSlug: string
  locale: Locale
}

/** Works out what it costs, or orders it: what was typed is answered as it was. */
export async function answerCheckout({ request, context, form, boothSlug, locale }: Sent) {
  const use = context.context
  const typed = readTypedCheckout(form)
  const token = String(form.get('token') ?? '')
  const lines = String(form.get('lines') ?? '')
  const items = parseCart(lines)
  const [shown, regencies] = await run(() =>
    Promise.all([readShown(use, request, locale), readRegencies(use)]),
  )
  const quoted = await quoteTyped(use, { boothSlug, lines: items, typed, regencies })
  const totals = checkoutTotals(quoted, { typed, locale, shown })
  const words = pageWords('samples', locale).checkout
  const again = (status: number, said: Partial<CheckoutAnswer> = {}) => {
    const answer: CheckoutAnswer = {
      typed,
      token,
      lines,
      totals,
      problems: {},
      notice: null,
      isUnproven: false,
      ...said,
    }
    return data(answer, { status })
  }
  if (form.get('intent') !== 'order') return again(200)
  const parsed = checkoutSchema({ regencies }, quoted.quote.totalMinor === 0).safeParse(typed)
  if (!parsed.success) return again(400, { problems: checkoutProblems(parsed.error), notice: words.fix })
  const { delivery, address, note, way } = parsed.data
  if (quoted.isSameKind === null) return again(403, { notice: words.notBuyer })
  const outcome = await run(() =>
    placeOrder(use, {
      token,
      boothSlug,
      lines: items,
      shownTotalMinor: Number(form.get('shownTotal')),
      delivery,
      address,
      note,
      way,
      locale,
      meetingId: new URL(request.url).searchParams.get('meeting'),
    }),
  )
  if (!('orderId' in outcome)) {
    const { isSample } = quoted.booth
    const nameOf = (slug: string) => totals.lines.find((line) => line.slug === slug)?.name ?? slug
    return again(outcome.kind === 'closed' ? 404 : 409, {
      notice: notice(outcome, words, { isSample, nameOf }),
      isUnproven: outcome.kind === 'unproven',
    })
  }
  const page = `/${locale}/orders/${outcome.orderId}`
  const rest = takeFromCart(
    readCartCookie(request),
    items.map(({ slug }) => slug),
  )
  const headers = { 'Set-Cookie': cartCookie(rest, context.publicUrl), 'Cache-Control': 'no-store' }
  if (way !== 'card' || quoted.quote.totalMinor === 0) {
    return redirect(`${page}?done=placed`, { status: 303, headers })
  }
  const started = await run(() =>
    startPayment(use, { orderId: outcome.orderId, publicUrl: context.publicUrl }),
  )
  const next = started.kind === 'started' ? started.url : `${page}?pay=${started.kind}`
  return redirect(next, { status: 303, headers })
}

type CheckoutWords = PageWords['samples']['checkout']
type Refusal = Exclude<PlaceOutcome, { kind: 'placed' | 'already' }>

interface Refused {
  isSample: boolean
  nameOf: (slug: string) => string
}

function notice(refusal: Refusal, words: CheckoutWords, { isSample, nameOf }: Refused): string {
  switch (refusal.kind) {
    case 'not-here':
      return isSample ? words.notHere.sample : words.notHere.real
    case 'ask':
      return words.askNote
    case 'no-way':
      return words.noWay
    case 'closed':
      return words.closed
    case 'unproven':
      return words.unproven
    case 'changed':
      return words.changed
    case 'sold-out':
    case 'over-limit':
      return fill(
        words.lineProblems[refusal.kind === 'over-limit' && refusal.left === 0 ? 'had-all' : refusal.kind],
        { name: nameOf(refusal.slug), left: refusal.left },
      )
  }
}
