import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { Note } from '~/app/components/note'
import { OrganiserNav } from '~/app/components/organiser-nav'
import { Pagination } from '~/app/components/pagination'
import { SampleTag } from '~/app/components/sample-tag'
import { fill } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listDeadDeliveries } from '~/domain/message/list-dead-deliveries.server'
import { listMessages } from '~/domain/message/list-messages.server'
import { isRetryable, MESSAGE_TABS, stateOf } from '~/domain/message/message-view'
import { readMessageFigures } from '~/domain/message/read-message-figures.server'
import { readRetried } from '~/domain/message/read-retried.server'
import { retryDelivery } from '~/domain/message/retry-delivery.server'
import { retryMessage } from '~/domain/message/retry-message.server'
import { retryMessages } from '~/domain/message/retry-messages.server'
import { actingMembership } from '~/domain/shared/acting'
import { DeadDeliveries } from './dead-deliveries'
import { MessageFigures } from './message-figures'
import { MessageFilterForm } from './message-filter'
import { MessageLine } from './message-line'
import { messageQuery, readMessageFilter } from './message-query'
import { RetryAll, RetryProgress } from './retry-all'
import '~/app/components/list-tabs.css'
import './organiser-messages.css'

const isSampleOrganiser = (context: LoaderFunctionArgs['context']) =>
  actingMembership(context.context.actor)?.isSample ?? false

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const isSample = isSampleOrganiser(context)
  const filter = readMessageFilter(query, { isSample })
  const batch = new Date(query.get('batch') ?? '')
  const queued = Number(query.get('queued'))
  const [list, figures, dead, progress] = await run(() =>
    Promise.all([
      listMessages(context.context, { filter, page: Number(query.get('page')) || 1 }),
      readMessageFigures(context.context),
      listDeadDeliveries(context.context),
      Number.isNaN(batch.getTime()) || !(queued >= 0)
        ? null
        : readRetried(context.context, { notBefore: batch, queued: Math.trunc(queued) }),
    ]),
  )
  return {
    list,
    filter,
    figures,
    dead,
    progress,
    isSample,
    done: query.get('done'),
    channels: context.channels,
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
    words: pageWords('organiserMessages', locale),
    nav: pageWords('organiser', locale).nav,
  }
}

/** Sends one again, or all of one kind, or repeats work that was given up. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  requireSignedIn(request, context)
  const form = await readForm(request)
  const intent = String(form.get('intent') ?? '')
  const id = String(form.get('id') ?? '')
  const filter = readMessageFilter(form, { isSample: isSampleOrganiser(context) })
  const back = (extra: Record<string, string>) => {
    const query = messageQuery(filter, Number(form.get('page')) || 1)
    for (const [name, value] of Object.entries(extra)) query.set(name, value)
    return redirect(`/${metaLocale({ params })}/organiser/messages?${query}`, 303)
  }
  if (intent === 'delivery') {
    await run(() => retryDelivery(context.context, { outboxId: id }))
    return back({ done: 'delivery' })
  }
  if (intent === 'all') {
    const state = stateOf(String(form.get('retry') ?? ''))
    if (!state || !isRetryable(state)) throw badRequest()
    const retried = await run(() => retryMessages(context.context, { filter, state }))
    return back({ queued: String(retried.queued), batch: retried.notBefore.toISOString() })
  }
  if (intent !== 'retry') throw badRequest()
  const mayRepeat = form.get('mayRepeat') === 'yes'
  const outcome = await run(() => retryMessage(context.context, { messageId: id, mayRepeat }))
  if (outcome.kind === 'queued') return back({ done: 'retry' })
  return data({ id, outcome }, { status: 409 })
}

const badRequest = () =>
  Response.json({ code: 'bad-request' }, { status: 400, headers: { 'Cache-Control': 'no-store' } })

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? 'OPOP Expo',
    description: args.data?.words.metaDescription ?? 'OPOP Expo',
    path: '/organiser/messages',
    noIndex: true,
  })

export type MessagesPage = ReturnType<typeof useLoaderData<typeof loader>>

export default function OrganiserMessages() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { list, filter, words, nav, isSample, progress, done, dead } = page
  const locale = useLocale()
  const to = useLocalePath()
  const href = (query: URLSearchParams) => `${to('/organiser/messages')}?${query}`
  const isFiltered = Boolean(filter.template || filter.channel || filter.day || filter.search || filter.state)
  return (
    <>
      <OrganiserNav current="messages" words={nav} />
      <main id="main" className="wrap organiser-messages">
        <div className="row wrapx">
          <h1>{words.title}</h1>
          {isSample ? <SampleTag /> : null}
        </div>
        {refused ? <Refused refused={refused} words={words} /> : null}
        {!refused && done ? (
          <Note tone="ok">{done === 'delivery' ? words.dead.queued : words.retry.queued}</Note>
        ) : null}
        {progress ? <RetryProgress progress={progress} words={words} /> : null}
        <MessageFigures page={page} />
        <nav className="list-tabs" aria-label={words.tabsLabel}>
          {MESSAGE_TABS.map((tab) => (
            <Link
              key={tab}
              to={href(messageQuery({ ...filter, tab, state: null, search: null }))}
              aria-current={tab === filter.tab && !filter.search ? 'page' : undefined}
            >
              {words.tabs[tab]} <span className="count">{formatNumber(list.counts[tab], locale)}</span>
            </Link>
          ))}
        </nav>
        <MessageFilterForm filter={filter} isFiltered={isFiltered} words={words} />
        <RetryAll page={page} />
        {list.total === 0 ? (
          <EmptyShelf title={words.list.emptyTitles[filter.tab]}>
            <p className="mut">{isFiltered ? words.list.emptyFiltered : words.list.emptyText}</p>
          </EmptyShelf>
        ) : (
          <ul className="message-list">
            {list.rows.map((row) => (
              <MessageLine key={row.id} row={row} page={page} asksAgain={refusedId(refused) === row.id} />
            ))}
          </ul>
        )}
        <Pagination page={list.page} pages={list.pages} href={(n) => href(messageQuery(filter, n))} />
        {dead.total > 0 ? <DeadDeliveries page={page} /> : null}
      </main>
    </>
  )
}

type RefusedRetry = ReturnType<typeof useActionData<typeof action>> | null

const refusedId = (refused: RefusedRetry) =>
  refused?.outcome.kind === 'may-have-arrived' ? refused.id : null

function Refused({ refused, words }: { refused: NonNullable<RefusedRetry>; words: MessagesPage['words'] }) {
  const { outcome } = refused
  return (
    <Note tone="bad">
      {outcome.kind === 'expired'
        ? words.retry.expired
        : outcome.kind === 'changed'
          ? fill(words.retry.changed, { state: words.states[outcome.state] })
          : words.retry.unknownNote}
    </Note>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
