import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { Fact, Ledger } from '~/app/components/ledger'
import { MessageLog } from '~/app/components/message-log'
import { Note } from '~/app/components/note'
import { SampleTag } from '~/app/components/sample-tag'
import { StudioNav } from '~/app/components/studio-nav'
import { fill } from '~/app/i18n/fill'
import { formatNumber, formatTime, formatWeekday } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { messageLogWords } from '~/app/message-log-words.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated } from '~/app/party-name'
import { readForm } from '~/app/read-form.server'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { actingOrganisation } from '~/domain/account/viewer'
import { changeInquiryState } from '~/domain/inquiry/change-inquiry-state.server'
import { readInquiry } from '~/domain/inquiry/read-inquiry.server'
import { startInquiryChat } from '~/domain/inquiry/start-inquiry-chat.server'
import { tellInquiryOutcome } from '~/domain/inquiry/tell-inquiry-outcome.server'
import { readMessageLog } from '~/domain/message/read-message-log.server'
import { INQUIRY_OUTCOMES, INQUIRY_STATES } from '~/domain/shared/enums'
import { InquiryAnswer } from './inquiry-answer'
import { InquiryOutcomeForm } from './inquiry-outcome'
import './studio-inquiry.css'

const outcomeOf = (value: unknown) => INQUIRY_OUTCOMES.find((one) => one === value) ?? null
const stateOf = (value: unknown) => INQUIRY_STATES.find((state) => state === value) ?? null

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const inquiryId = params.id ?? ''
  const inquiry = await run(() => readInquiry(context.context, { inquiryId, locale }))
  const about = { kind: 'inquiry' as const, id: inquiryId }
  const query = new URL(request.url).searchParams
  const chat = query.get('chat')
  return {
    inquiry,
    log: await run(() => readMessageLog(context.context, { about })),
    logWords: messageLogWords(locale),
    done: stateOf(query.get('done')),
    told: query.has('told'),
    chat: chat === 'demonstration' || chat === 'no-number' ? chat : null,
    booth: context.viewer && actingOrganisation(context.viewer),
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
    words: pageWords('inquiries', locale),
    nav: pageWords('studioProducts', locale).nav,
  }
}

/** Leads to WhatsApp, the one place in which the buyer's number leaves the server; or marks the inquiry. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  requireSignedIn(request, context)
  const form = await readForm(request)
  const inquiryId = params.id ?? ''
  const page = `/${metaLocale({ params })}/studio/inquiries/${encodeURIComponent(inquiryId)}`
  if (form.get('intent') === 'whatsapp') {
    const { sampleWhatsapp } = context
    const outcome = await run(() => startInquiryChat(context.context, { inquiryId, sampleWhatsapp }))
    return outcome.kind === 'whatsapp'
      ? redirect(outcome.url, { status: 303, headers: { 'Cache-Control': 'no-store' } })
      : redirect(`${page}?chat=${outcome.kind}`, 303)
  }
  const said = form.get('outcome')
  if (said !== null) {
    const outcome = outcomeOf(said)
    if (!outcome && said !== '') {
      throw Response.json({ code: 'bad-request' }, { status: 400, headers: { 'Cache-Control': 'no-store' } })
    }
    await run(() => tellInquiryOutcome(context.context, { inquiryId, outcome }))
    return redirect(`${page}?told`, 303)
  }
  const to = stateOf(form.get('to'))
  if (!to) {
    throw Response.json({ code: 'bad-request' }, { status: 400, headers: { 'Cache-Control': 'no-store' } })
  }
  await run(() => changeInquiryState(context.context, { inquiryId, to }))
  return redirect(`${page}?done=${to}`, 303)
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? 'OPOP Expo',
    description: args.data?.words.metaDescription ?? 'OPOP Expo',
    path: `/studio/inquiries/${args.params.id}`,
    noIndex: true,
  })

export type InquiryPage = ReturnType<typeof useLoaderData<typeof loader>>

export default function StudioInquiry() {
  const page = useLoaderData<typeof loader>()
  const { inquiry, words, nav, booth, zone, done, told, chat } = page
  const { trade } = useWords()
  const locale = useLocale()
  const to = useLocalePath()
  const said = words.facts
  const time = (at: Date) => (
    <time dateTime={at.toISOString()}>
      {`${formatWeekday(at, locale, zone)}${locale === 'ar' ? '،' : ','} ${formatTime(at, locale, zone)}`}
    </time>
  )
  return (
    <>
      <StudioNav current="inquiries" words={nav} booth={booth} />
      <main id="main" className="wrap studio-inquiry">
        <p className="crumb">
          <Link to={to('/studio/inquiries')}>
            <Icon name="arrow-left" /> {words.back}
          </Link>
        </p>
        <div className="row wrapx tags">
          <span
            className={`tag ${inquiry.state === 'answered' ? 'ok' : inquiry.state === 'new' ? 'warn' : ''}`}
          >
            {words.tabs[inquiry.state]}
          </span>
          {inquiry.outcome ? <span className="tag">{words.outcomes[inquiry.outcome]}</span> : null}
          {inquiry.isSample ? <SampleTag /> : null}
        </div>
        <h1>
          {inquiry.product
            ? fill(words.oneTitle, { product: isolated(inquiry.product.name.text, locale) })
            : words.oneTitleBooth}
        </h1>
        {chat ? (
          <Note tone={chat === 'no-number' ? 'bad' : undefined}>
            {chat === 'no-number' ? words.answer.noNumber : words.answer.demonstration}
          </Note>
        ) : done && done === inquiry.state ? (
          <Note tone="ok">{words.done[done]}</Note>
        ) : told ? (
          <Note tone="ok">
            {inquiry.outcome
              ? fill(words.outcomeDone, { outcome: words.outcomes[inquiry.outcome] })
              : words.outcomeCleared}
          </Note>
        ) : null}
        <h2 className="vh">{said.title}</h2>
        {inquiry.withheld ? <p className="note">{words.withheld[inquiry.withheld]}</p> : null}
        {inquiry.message ? (
          <blockquote className="words">
            <p className="text">
              <bdi>{inquiry.message}</bdi>
            </p>
          </blockquote>
        ) : null}
        <Ledger>
          <Fact label={said.product}>
            {inquiry.product ? (
              inquiry.product.isPublished ? (
                <Link to={to(`/products/${inquiry.product.slug}`)}>
                  <FoundText of={inquiry.product.name} />
                </Link>
              ) : (
                <FoundText of={inquiry.product.name} />
              )
            ) : (
              words.aboutBooth
            )}
          </Fact>
          <Fact label={said.quantity}>
            {inquiry.quantity === null ? null : formatNumber(inquiry.quantity, locale)}
          </Fact>
          {inquiry.contactName ? (
            <Fact label={said.name}>
              <bdi>{inquiry.contactName}</bdi>
            </Fact>
          ) : null}
          <Fact label={said.language}>{trade.language(inquiry.locale)}</Fact>
          <Fact label={said.received}>{time(inquiry.createdAt)}</Fact>
          {inquiry.answeredAt ? <Fact label={said.answered}>{time(inquiry.answeredAt)}</Fact> : null}
        </Ledger>
        <InquiryAnswer page={page} />
        <InquiryOutcomeForm page={page} />
        <MessageLog rows={page.log} words={page.logWords} zone={zone} />
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
