import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { MoneyNav } from '~/app/components/organiser-money/money-nav'
import { OrderStateTag } from '~/app/components/organiser-money/order-state-tag'
import { SampleTag } from '~/app/components/sample-tag'
import { countryName } from '~/app/country-names.server'
import { fill } from '~/app/i18n/fill'
import { formatMoney } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated } from '~/app/party-name'
import { readForm } from '~/app/read-form.server'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { orderNumber } from '~/domain/order/order-number'
import { readOrder } from '~/domain/order/read-order.server'
import { readOrderBooks } from '~/domain/order/read-order-books.server'
import { requireOrganiser } from '~/domain/shared/acting'
import { money } from '~/domain/shared/money'
import { CancelOrder } from './cancel-order'
import { actOnOrder, type OrderIntentAnswer } from './order-actions.server'
import { OrderBooks } from './order-books'
import { DisputeSection } from './order-dispute'
import { OrderEvents } from './order-events'
import { OrderFacts } from './order-facts'
import { OrderLines } from './order-lines'
import { ProofSection } from './order-proof'
import { RefundSection } from './order-refund'
import { RefundList } from './order-refunds'
import './organiser-order.css'

const DONE = ['confirmed', 'surplus', 'rejected', 'refunded', 'cancelled', 'settled'] as const

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const id = params.id ?? ''
  const { order, entries } = await run(async () => {
    requireOrganiser(context.context.actor)
    return {
      order: await readOrder(context.context, { id, locale }),
      entries: await readOrderBooks(context.context, { orderId: id }),
    }
  })
  const said = new URL(request.url).searchParams.get('done')
  const { tabs, tabsLabel } = pageWords('organiserMoney', locale)
  const { one, states, ways, disputes, nobody, overdue } = pageWords('organiserOrders', locale)
  return {
    order,
    entries,
    country: order.deliverTo ? countryName(order.deliverTo.countryCode, locale) : null,
    done: DONE.find((known) => known === said) ?? null,
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
    words: { ...one, states, ways, disputeStates: disputes, nobody, overdue },
    tabs: { tabs, tabsLabel },
    nav: pageWords('organiser', locale).nav,
  }
}

/** Confirms or rejects a transfer, refunds, cancels, or notes a transfer back. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  return keepTyped({ form, locale, context }, async () => {
    requireSignedIn(request, context, form)
    const orderId = params.id ?? ''
    const answer = await run(async () => {
      requireOrganiser(context.context.actor)
      return await actOnOrder(context.context, { orderId, form })
    })
    if (answer.kind === 'bad-request') throw Response.json({ code: 'bad-request' }, { status: 400 })
    if (answer.kind !== 'done') return data(answer, { status: answer.kind === 'changed' ? 409 : 400 })
    return redirect(`/${locale}/organiser/orders/${encodeURIComponent(orderId)}?done=${answer.done}`, 303)
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? fill(args.data.words.title, { number: orderNumber(args.data.order.number) }) : '',
    description: args.data?.words.title ?? '',
    path: `/organiser/orders/${args.params.id}`,
    noIndex: true,
  })

export type OrderPage = ReturnType<typeof useLoaderData<typeof loader>>
export type Refused = Exclude<OrderIntentAnswer, { kind: 'done' } | { kind: 'bad-request' }> | null

export default function OrganiserOrder() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const { order, words, tabs, nav, done } = page
  const locale = useLocale()
  const to = useLocalePath()
  if (answer && 'kept' in answer) return <KeptForm kept={answer.kept} />
  const refused: Refused = answer
  const isAsking = refused?.kind === 'asks'
  return (
    <>
      <MoneyNav current="orders" nav={nav} words={tabs} />
      <main id="main" className="wrap money-page organiser-order">
        <p className="crumb">
          <Link to={to('/organiser/orders')}>
            <Icon name="arrow-left" /> {words.back}
          </Link>
        </p>
        <h1>{fill(words.title, { number: isolated(orderNumber(order.number), locale) })}</h1>
        <p className="row wrapx tags">
          <OrderStateTag state={order.state} words={words.states} />
          <span className="tag">{words.ways[order.way]}</span>
          {order.isOverdue ? <span className="tag bad">{words.overdue}</span> : null}
          {order.dispute ? (
            <span className={`tag ${order.dispute.state === 'open' ? 'bad' : ''}`}>
              {words.disputeStates[order.dispute.state]}
            </span>
          ) : null}
          {order.isSample ? <SampleTag /> : null}
        </p>
        {refused && !isAsking ? (
          <Note tone="bad">
            {refused.kind === 'changed'
              ? words.changed
              : refused.kind === 'too-much'
                ? fill(words.tooMuch, {
                    most: isolated(formatMoney(money(refused.leftMinor), locale), locale),
                  })
                : words.fix}
          </Note>
        ) : done && !refused ? (
          <Note tone="ok" takesFocus>
            {words.done[done]}
          </Note>
        ) : null}
        <DisputeSection page={page} />
        <ProofSection page={page} refused={refused} />
        <div className="columns">
          <OrderFacts page={page} />
          <OrderLines page={page} />
        </div>
        <RefundList page={page} refused={refused} />
        <RefundSection page={page} refused={refused} />
        <CancelOrder page={page} refused={refused} />
        <OrderEvents page={page} />
        <OrderBooks page={page} />
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
