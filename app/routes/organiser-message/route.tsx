import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { Icon } from '~/app/components/icon'
import { Fact, Ledger } from '~/app/components/ledger'
import { MessageStateTag } from '~/app/components/message-state-tag'
import { Note } from '~/app/components/note'
import { OrganiserNav } from '~/app/components/organiser-nav'
import { SampleTag } from '~/app/components/sample-tag'
import { fill } from '~/app/i18n/fill'
import { formatTime, formatWeekday } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { isRetryable } from '~/domain/message/message-view'
import { readMessage } from '~/domain/message/read-message.server'
import { retryMessage } from '~/domain/message/retry-message.server'
import { MessageAttempts } from './message-attempts'
import { MessageText } from './message-text'
import './organiser-message.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const messageId = params.id ?? ''
  return {
    message: await run(() => readMessage(context.context, { messageId, publicUrl: context.publicUrl })),
    done: new URL(request.url).searchParams.get('done') === 'retry',
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
    words: pageWords('organiserMessages', locale),
    nav: pageWords('organiser', locale).nav,
  }
}

/** Sends it again. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  requireSignedIn(request, context)
  const form = await readForm(request)
  const messageId = params.id ?? ''
  const mayRepeat = form.get('mayRepeat') === 'yes'
  const outcome = await run(() => retryMessage(context.context, { messageId, mayRepeat }))
  if (outcome.kind !== 'queued') return data({ outcome }, { status: 409 })
  const page = `/${metaLocale({ params })}/organiser/messages/${encodeURIComponent(messageId)}`
  return redirect(`${page}?done=retry`, 303)
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const title = args.data ? args.data.words.templates[args.data.message.template] : 'OPOP Expo'
  return pageMeta(args, {
    title,
    description: args.data?.words.metaDescription ?? title,
    path: `/organiser/messages/${args.params.id}`,
    noIndex: true,
  })
}

export type MessagePageData = ReturnType<typeof useLoaderData<typeof loader>>

/**
 * Where the thing is that a message is about. What has no page of the organiser's (an invitation, an inquiry,
 * somebody's account) has its messages together.
 */
const ABOUT_PATHS = {
  meeting: '/meetings',
  order: '/organiser/orders',
  organisation: '/organiser/verification',
} as const

export default function OrganiserMessage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.outcome ?? null
  const { message, words, nav, zone, done } = page
  const { trade } = useWords()
  const locale = useLocale()
  const to = useLocalePath()
  const said = words.one
  const time = (at: Date) => (
    <time dateTime={at.toISOString()}>
      {`${formatWeekday(at, locale, zone)}${locale === 'ar' ? '،' : ','} ${formatTime(at, locale, zone)}`}
    </time>
  )
  const { kind, id } = message.about
  const aboutPath = Object.entries(ABOUT_PATHS).find(([known]) => known === kind)?.[1]
  return (
    <>
      <OrganiserNav current="messages" words={nav} />
      <main id="main" className="wrap organiser-message">
        <p className="crumb">
          <Link to={to('/organiser/messages')}>
            <Icon name="arrow-left" /> {said.back}
          </Link>
        </p>
        <div className="row wrapx tags">
          <MessageStateTag state={message.state} words={words.states} />
          {message.isExpired ? <span className="tag">{words.list.expired}</span> : null}
          {message.isSample ? <SampleTag /> : null}
        </div>
        <h1>{words.templates[message.template]}</h1>
        {refused ? (
          <Note tone="bad">
            {refused.kind === 'expired'
              ? words.retry.expired
              : refused.kind === 'changed'
                ? fill(words.retry.changed, { state: words.states[refused.state] })
                : words.retry.unknownNote}
          </Note>
        ) : done ? (
          <Note tone="ok">{words.retry.queued}</Note>
        ) : null}
        {isRetryable(message.state) && !message.isExpired ? (
          <Form method="post" className="retry" replace>
            {message.state === 'unknown' ? (
              <>
                <p className="note">{words.retry.unknownNote}</p>
                <button type="submit" className="btn danger" name="mayRepeat" value="yes">
                  {words.retry.unknownConfirm}
                </button>
              </>
            ) : (
              <button type="submit" className="btn pri">
                <Icon name="refresh-cw" />
                {words.list.retry}
              </button>
            )}
          </Form>
        ) : null}
        <div className="columns">
          <section>
            <h2>{said.who}</h2>
            <Ledger>
              <Fact label={said.receiver}>
                {message.personName === null ? words.list.noName : <bdi>{message.personName}</bdi>}
              </Fact>
              {message.organisationName ? (
                <Fact label={said.organisation}>
                  <bdi>{message.organisationName}</bdi>
                </Fact>
              ) : null}
              <Fact label={said.channel}>
                {message.channel ? words.channels[message.channel] : words.list.laterAddress}
              </Fact>
              {message.address ? (
                <Fact label={said.address}>
                  <bdi dir="ltr">{message.address}</bdi>
                </Fact>
              ) : null}
              <Fact label={said.language}>{trade.language(message.locale)}</Fact>
              <Fact label={said.about}>
                <Link to={to(aboutPath ? `${aboutPath}/${id}` : `/organiser/messages?q=${id}`)}>
                  {said.abouts[kind]}
                </Link>
              </Fact>
            </Ledger>
          </section>
          <section>
            <h2>{said.when}</h2>
            <Ledger>
              <Fact label={said.written}>{time(message.createdAt)}</Fact>
              <Fact label={said.due}>{time(message.notBefore)}</Fact>
              {message.expiresAt ? <Fact label={said.expires}>{time(message.expiresAt)}</Fact> : null}
              {message.settledAt ? <Fact label={said.settled}>{time(message.settledAt)}</Fact> : null}
              {message.failure ? (
                <Fact
                  label={said.failure}
                  note={
                    message.fellBackFrom
                      ? fill(said.fellBack, { channel: words.channels[message.fellBackFrom] })
                      : null
                  }
                >
                  <FailureMeaning failure={message.failure} words={words} />
                </Fact>
              ) : null}
            </Ledger>
          </section>
        </div>
        <MessageText message={message} words={words} />
        <MessageAttempts message={message} words={words} time={time} />
      </main>
    </>
  )
}

function FailureMeaning({ failure, words }: { failure: string; words: MessagePageData['words'] }) {
  const [kind] = failure.split(/[:\s]/)
  const known = Object.entries(words.failures).find(([code]) => code === kind)?.[1]
  return known ?? <bdi>{failure}</bdi>
}

export function ErrorBoundary() {
  return <ErrorPage />
}
