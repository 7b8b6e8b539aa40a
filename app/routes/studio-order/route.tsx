import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { readActingForm } from '~/app/acting-form.server'
import { ActingErrorPage } from '~/app/components/acting-error-page'
import { Icon } from '~/app/components/icon'
import { MessageLog } from '~/app/components/message-log'
import { Note } from '~/app/components/note'
import { SampleTag } from '~/app/components/sample-tag'
import { StudioNav } from '~/app/components/studio-nav'
import { countryName } from '~/app/country-names.server'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { messageLogWords } from '~/app/message-log-words.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated } from '~/app/party-name'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { readMessageLog } from '~/domain/message/read-message-log.server'
import { cancelOrder } from '~/domain/order/cancel-order.server'
import {
  type FulfilmentProblems,
  fulfilmentProblems,
  fulfilmentSchema,
  readTypedFulfilment,
} from '~/domain/order/fulfilment.schema'
import { giveEvidence } from '~/domain/order/give-evidence.server'
import { orderNumber } from '~/domain/order/order-number'
import { packOrder } from '~/domain/order/pack-order.server'
import { PROVINCES } from '~/domain/order/provinces'
import { readOrder } from '~/domain/order/read-order.server'
import { sendOrder } from '~/domain/order/send-order.server'
import { mayWrite, requirePesantren, requirePesantrenWriter } from '~/domain/shared/acting'
import { typedText } from '~/domain/shared/typed-text'
import { NextStep } from './next-step'
import { OrderDisputes, type TypedEvidence } from './order-disputes'
import { OrderFacts } from './order-facts'
import '~/app/components/sample-page.css'
import './studio-order.css'

const DONE = ['packed', 'sent', 'cancelled', 'evidence'] as const
const MOST_FILE = 15 * 1024 * 1024
const LONGEST_REASON = 300

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const acting = await run(async () => requirePesantren(context.context.actor))
  const order = await run(() => readOrder(context.context, { id: params.id ?? '', locale }))
  // Of an order that somebody of this pesantren made elsewhere: its page is the buyer's.
  if (order.viewer !== 'pesantren') throw Response.json({ code: 'not-found' }, { status: 404 })
  const done = new URL(request.url).searchParams.get('done')
  const to = order.deliverTo
  return {
    actingId: context.viewer?.organisationId ?? null,
    order,
    mayWrite: mayWrite(acting),
    province: (to?.provinceCode && PROVINCES[to.provinceCode]) || null,
    country: to ? countryName(to.countryCode, locale) : null,
    log: await run(() => readMessageLog(context.context, { about: { kind: 'order', id: order.id } })),
    logWords: messageLogWords(locale),
    done: DONE.find((known) => known === done) ?? null,
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
    words: pageWords('studioOrders', locale),
    nav: pageWords('studioProducts', locale).nav,
  }
}

/** Packs, sends, calls off, or tells what speaks against a dispute; answers with all that was typed and what is to be mended. */
export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const { form, context } = await readActingForm(request, web, locale)
  requireSignedIn(request, context, form)
  // Who may not write at all is told so, and not what is wrong with the form.
  await run(async () => requirePesantrenWriter(context.context.actor))
  const orderId = params.id ?? ''
  const { viewer } = await run(() => readOrder(context.context, { id: orderId, locale }))
  if (viewer !== 'pesantren') throw Response.json({ code: 'not-found' }, { status: 404 })
  const typed = readTypedFulfilment(form)
  const reason = typedText(form.get('reason')).trim().slice(0, LONGEST_REASON)
  const answer = (
    status: number,
    problems: FulfilmentProblems,
    news: 'fix' | 'refused' | 'reasonMissing' = 'fix',
    evidence: TypedEvidence | null = null,
  ) => data({ typed, reason, problems, news, evidence }, { status })
  const back = (done: (typeof DONE)[number]) =>
    redirect(`/${locale}/studio/orders/${encodeURIComponent(orderId)}?done=${done}`, 303)
  switch (form.get('intent')) {
    case 'pack': {
      const outcome = await run(() => packOrder(context.context, { orderId }))
      return outcome.kind === 'refused' ? answer(409, {}, 'refused') : back('packed')
    }
    case 'cancel': {
      if (reason === '') return answer(400, {}, 'reasonMissing')
      const outcome = await run(() => cancelOrder(context.context, { orderId, reason }))
      return outcome.kind === 'refused' ? answer(409, {}, 'refused') : back('cancelled')
    }
    case 'send': {
      const parsed = fulfilmentSchema.safeParse(typed)
      const file = form.get('photo')
      const sent = file instanceof File && file.size > 0 ? file : null
      const isLarge = sent !== null && sent.size > MOST_FILE
      if (!parsed.success || isLarge)
        return answer(400, {
          ...(parsed.success ? {} : fulfilmentProblems(parsed.error)),
          ...(isLarge ? { photo: 'file-too-large' as const } : {}),
        })
      const photo = sent ? Buffer.from(await sent.arrayBuffer()) : null
      const outcome = await run(() => sendOrder(context.context, { orderId, fulfilment: parsed.data, photo }))
      if (outcome.kind === 'refused') return answer(409, {}, 'refused')
      if (outcome.kind === 'refused-file') {
        const isBig = outcome.problem === 'too-many-bytes' || outcome.problem === 'too-many-pixels'
        return answer(400, { photo: isBig ? 'file-too-large' : 'file-not-a-photo' })
      }
      return back('sent')
    }
    case 'evidence': {
      const disputeId = String(form.get('disputeId') ?? '')
      const text = typedText(form.get('text'))
      const again = (status: number, change: Partial<TypedEvidence>) =>
        answer(status, {}, 'fix', { disputeId, text, problem: null, photoProblem: null, ...change })
      const file = form.get('photo')
      const sent = file instanceof File && file.size > 0 ? file : null
      if (sent && sent.size > MOST_FILE) return again(400, { photoProblem: 'file-too-large' })
      const picture = sent ? Buffer.from(await sent.arrayBuffer()) : null
      const outcome = await run(() => giveEvidence(context.context, { orderId, disputeId, text, picture }))
      switch (outcome.kind) {
        case 'given':
          return back('evidence')
        case 'empty':
          return again(400, { problem: 'empty' })
        case 'too-long':
          return again(400, { problem: 'long' })
        case 'closed':
          return again(409, { problem: 'closed' })
        case 'bad-picture': {
          const isBig = outcome.problem === 'too-many-bytes' || outcome.problem === 'too-many-pixels'
          return again(400, { photoProblem: isBig ? 'file-too-large' : 'file-not-a-photo' })
        }
      }
      break
    }
    default:
      throw Response.json({ code: 'bad-request' }, { status: 400, headers: { 'Cache-Control': 'no-store' } })
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? fill(args.data.words.orderTitle, { number: orderNumber(args.data.order.number) }) : '',
    description: args.data?.words.orderDescription ?? '',
    path: `/studio/orders/${args.params.id}`,
    noIndex: true,
  })

export type StudioOrderPage = ReturnType<typeof useLoaderData<typeof loader>>

export default function StudioOrder() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const { order, done, words, nav, log, logWords, zone } = page
  const to = useLocalePath()
  const locale = useLocale()
  return (
    <>
      <StudioNav current="samples" words={nav} />
      <main id="main" className="wrap sample-page narrow studio-order">
        <p className="crumb">
          <Link to={to('/studio/orders')}>
            <Icon name="arrow-left" /> {words.back}
          </Link>
        </p>
        <h1>{fill(words.orderTitle, { number: isolated(orderNumber(order.number), locale) })}</h1>
        <p className="row wrapx">
          <span className={`tag ${order.state === 'received' ? 'ok' : order.state === 'paid' ? 'warn' : ''}`}>
            {words.states[order.state]}
          </span>
          {order.isOverdue ? <span className="tag bad">{words.overdue}</span> : null}
          {order.dispute?.state === 'open' ? <span className="tag bad">{words.disputed}</span> : null}
          {order.isSample ? <SampleTag /> : null}
        </p>
        {answer ? (
          <Note tone="bad">{words[answer.news]}</Note>
        ) : done ? (
          <Note tone="ok" takesFocus>
            {words.done[done]}
          </Note>
        ) : null}
        <NextStep
          order={order}
          mayWrite={page.mayWrite}
          typed={answer?.typed ?? { how: 'courier', courier: '', tracking: '' }}
          problems={answer?.problems ?? {}}
          words={words}
        />
        <OrderDisputes page={page} typed={answer?.evidence ?? null} />
        <OrderFacts
          page={page}
          reason={answer?.reason ?? ''}
          isReasonMissing={answer?.news === 'reasonMissing'}
        />
        <MessageLog rows={log} words={logWords} zone={zone} />
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage />
}
