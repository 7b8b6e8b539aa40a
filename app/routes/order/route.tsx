import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { SampleTag } from '~/app/components/sample-tag'
import { fill } from '~/app/i18n/fill'
import { formatMoney } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { orderStateWords } from '~/app/order-state-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { money } from '~/domain/shared/money'
import { answerOrder, type OrderAnswer } from './answer-order.server'
import { loadOrder, type OrderPageData } from './load-order.server'
import { OrderFacts, OrderHistory, OrderMoneyBack } from './order-facts'
import { OrderFeedback } from './order-feedback'
import { OrderProgress } from './order-progress'
import { OrderTransfer } from './order-transfer'
import './order.css'

export async function loader(args: LoaderFunctionArgs) {
  requireSignedIn(args.request, args.context)
  return loadOrder(args)
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  return keepTyped({ form, locale, context }, () => {
    requireSignedIn(request, context, form)
    return answerOrder({ context, form, orderId: params.id ?? '', locale })
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const { data } = args
  return pageMeta(args, {
    title: data ? fill(data.words.order, { number: data.number }) : 'OPOP Expo',
    description: data?.words.metaDescription ?? 'OPOP Expo',
    path: `/orders/${args.params.id}`,
    noIndex: true,
  })
}

export default function OrderPage() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const locale = useLocale()
  const to = useLocalePath()
  if (answered && 'kept' in answered) return <KeptForm kept={answered.kept} />
  const { order, words, number } = page
  const { booth } = order
  const [before, after] = words.order.split('{number}')
  const hasProof = order.payment?.hasProof === true && order.expiresAt === null
  const state = orderStateWords({ ...order, hasProof }, words)
  const name = (locale === 'ar' && booth.nameArabic) || booth.name
  return (
    <main id="main" className="wrap order">
      <p className="crumb">
        <Link to={to('/orders')}>
          <Icon name="arrow-left" /> {words.back}
        </Link>
      </p>
      <p className="row wrapx">
        <span className={`tag ${state.tone}`}>{state.text}</span>
        {order.isSample ? <SampleTag /> : null}
      </p>
      <h1>
        {before}
        <bdi>{number}</bdi>
        {after}
      </h1>
      <p className="mut">
        {booth.slug ? (
          <Link to={to(`/booths/${booth.slug}`)}>
            <bdi>{name}</bdi>
          </Link>
        ) : (
          <bdi>{name}</bdi>
        )}
      </p>
      <News page={page} answered={answered ?? null} />
      <p className="now">{page.now}</p>
      <Steps page={page} />
      <OrderTransfer page={page} problem={answered?.proof ?? null} />
      <OrderFeedback page={page} tapped={answered?.feedback ?? null} />
      <OrderProgress page={page} />
      <OrderFacts page={page} />
      <OrderMoneyBack page={page} />
      <OrderHistory page={page} />
      <Cancel page={page} />
    </main>
  )
}

/** What has just happened, or couldn't; what is to be mended is told at its form. */
function News({ page, answered }: { page: OrderPageData; answered: OrderAnswer | null }) {
  const { words, done, trouble } = page
  const isStale = answered?.isStale ?? false
  const said = {
    placed: words.placed,
    proof: words.transfer.sent,
    cancelled: words.cancel.done,
    received: words.receive.done,
    feedback: words.feedback.done,
  }
  if (isStale || trouble) {
    return (
      <Note tone="bad">
        <p>{isStale ? words.stale : trouble}</p>
      </Note>
    )
  }
  return done && !answered ? (
    <Note tone="ok" takesFocus>
      <p>{said[done]}</p>
    </Note>
  ) : null
}

/** The one next step, where there is one. */
function Steps({ page: { order, words, isWaiting, about } }: { page: OrderPageData }) {
  const locale = useLocale()
  const to = useLocalePath()
  if (isWaiting) {
    return (
      <p>
        <Link className="btn" to={`${to(`/orders/${order.id}`)}?back=paid`} reloadDocument>
          <Icon name="refresh-cw" />
          {words.reload}
        </Link>
      </p>
    )
  }
  if (order.mayPayByCard) {
    return (
      // A plain form: the answer leads out of this site.
      <form method="post" action={to(`/orders/${order.id}/pay`)}>
        <button type="submit" className="btn pri lg">
          {fill(words.pay, { total: formatMoney(money(order.totalMinor), locale) })}
        </button>
        {about ? <small className="mut under">{about}</small> : null}
      </form>
    )
  }
  if (order.actions.includes('receive')) {
    return (
      <Form method="post">
        <button type="submit" name="intent" value="received" className="btn pri lg">
          <Icon name="check" />
          {words.receive.button}
        </button>
      </Form>
    )
  }
  return null
}

/** It can't be undone: so it is asked twice. */
function Cancel({ page: { order, words } }: { page: OrderPageData }) {
  const locale = useLocale()
  if (!order.actions.includes('cancel')) return null
  const back = order.paidMinor - order.refundedMinor
  return (
    <details className="answer-panel cancel">
      <summary className="btn quiet">{words.cancel.title}</summary>
      <Form method="post" className="stack">
        <p>
          {back > 0
            ? fill(words.cancel.textPaid, { total: formatMoney(money(back), locale) })
            : words.cancel.text}
        </p>
        <button type="submit" name="intent" value="cancel" className="btn line">
          {words.cancel.confirm}
        </button>
      </Form>
    </details>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
