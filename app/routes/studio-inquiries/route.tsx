import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { Note } from '~/app/components/note'
import { Pagination } from '~/app/components/pagination'
import { StudioNav } from '~/app/components/studio-nav'
import { fill } from '~/app/i18n/fill'
import { formatNumber, formatShortDay, formatTime } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { actingOrganisation } from '~/domain/account/viewer'
import { changeInquiryState } from '~/domain/inquiry/change-inquiry-state.server'
import { INQUIRY_TABS, type InquiryRow, OUTCOME_FILTERS } from '~/domain/inquiry/inquiry-view'
import { listInquiries } from '~/domain/inquiry/list-inquiries.server'
import { INQUIRY_STATES, type InquiryState } from '~/domain/shared/enums'
import '~/app/components/list-tabs.css'
import './studio-inquiries.css'

const stateOf = (value: unknown) => INQUIRY_STATES.find((state) => state === value) ?? null
/** What is done next with an inquiry, in one tap. */
const NEXT: Record<InquiryState, InquiryState> = { new: 'answered', answered: 'closed', closed: 'new' }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const tab = INQUIRY_TABS.find((known) => known === query.get('tab')) ?? 'new'
  const page = Number(query.get('page')) || 1
  const outcome = OUTCOME_FILTERS.find((known) => known === query.get('outcome')) ?? null
  const done = stateOf(query.get('done'))
  const was = stateOf(query.get('was'))
  const doneId = query.get('id')
  return {
    list: await run(() => listInquiries(context.context, { state: tab, outcome, page, locale })),
    tab,
    outcome,
    done: done && was && doneId ? { id: doneId, state: done, was } : null,
    booth: context.viewer && actingOrganisation(context.viewer),
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
    words: pageWords('inquiries', locale),
    nav: pageWords('studioProducts', locale).nav,
  }
}

/** Marks an inquiry of the list, or takes that back. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  requireSignedIn(request, context)
  const form = await readForm(request)
  const to = stateOf(form.get('to'))
  const was = stateOf(form.get('was'))
  const inquiryId = String(form.get('inquiry') ?? '')
  if (!to || !was) {
    throw Response.json({ code: 'bad-request' }, { status: 400, headers: { 'Cache-Control': 'no-store' } })
  }
  await run(() => changeInquiryState(context.context, { inquiryId, to }))
  // To the list that the reader is on.
  const query = new URLSearchParams({ tab: stateOf(form.get('tab')) ?? was, done: to, was, id: inquiryId })
  return redirect(`/${metaLocale({ params })}/studio/inquiries?${query}`, 303)
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? 'OPOP Expo',
    description: args.data?.words.metaDescription ?? 'OPOP Expo',
    path: '/studio/inquiries',
    noIndex: true,
  })

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function StudioInquiries() {
  const { list, tab, outcome, done, booth, words, nav, zone } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const to = useLocalePath()
  const href = (wanted: string, page = 1, only: string | null = null) =>
    `${to('/studio/inquiries')}?tab=${wanted}${only ? `&outcome=${only}` : ''}${page > 1 ? `&page=${page}` : ''}`
  const filters = OUTCOME_FILTERS.filter((one) => list.outcomes[one] > 0 || one === outcome)
  return (
    <>
      <StudioNav current="inquiries" words={nav} booth={booth} />
      <main id="main" className="wrap studio-inquiries">
        <h1>{words.title}</h1>
        <nav className="list-tabs" aria-label={words.tabsLabel}>
          {INQUIRY_TABS.map((one) => (
            <Link key={one} to={href(one)} aria-current={one === tab ? 'page' : undefined}>
              {words.tabs[one]} <span className="count">{formatNumber(list.counts[one], locale)}</span>
            </Link>
          ))}
        </nav>
        {done && list.mayAnswer ? (
          <Note tone="ok">
            <p>{words.done[done.state]}</p>
            <Form method="post" className="undo">
              <input type="hidden" name="inquiry" value={done.id} />
              <input type="hidden" name="was" value={done.state} />
              <input type="hidden" name="tab" value={tab} />
              <button type="submit" className="btn s" name="to" value={done.was}>
                <Icon name="undo-2" />
                {words.undo}
              </button>
            </Form>
          </Note>
        ) : null}
        {filters.length > 1 || outcome ? (
          <nav className="outcome-filter" aria-label={words.outcomeLabel}>
            {[null, ...filters].map((one) => (
              <Link
                key={one ?? 'all'}
                to={href(tab, 1, one)}
                preventScrollReset
                aria-current={one === outcome ? 'true' : undefined}
              >
                {one ? words.outcomes[one] : words.allOutcomes}{' '}
                <span className="count">
                  {formatNumber(one ? list.outcomes[one] : list.counts[tab], locale)}
                </span>
              </Link>
            ))}
          </nav>
        ) : null}
        {list.rows.length === 0 && outcome ? (
          <p className="mut">{words.noneOf}</p>
        ) : list.rows.length === 0 ? (
          <EmptyShelf title={words.emptyTitles[tab]}>
            <p className="mut">{words.emptyText}</p>
            <p>
              <Link className="btn" to={to('/studio/products')}>
                {words.products}
              </Link>
            </p>
          </EmptyShelf>
        ) : (
          <ul className="inquiry-list">
            {list.rows.map((row) => (
              <Line key={row.id} row={row} words={words} zone={zone} mayAnswer={list.mayAnswer} />
            ))}
          </ul>
        )}
        <Pagination page={list.page} pages={list.pages} href={(page) => href(tab, page, outcome)} />
      </main>
    </>
  )
}

interface LineProps {
  row: InquiryRow
  words: Page['words']
  zone: string
  mayAnswer: boolean
}

function Line({ row, words, zone, mayAnswer }: LineProps) {
  const locale = useLocale()
  const to = useLocalePath()
  return (
    <li>
      <h2>
        <Link to={to(`/studio/inquiries/${row.id}`)}>
          {row.product ? <FoundText of={row.product} /> : words.aboutBooth}
        </Link>
      </h2>
      <p className="facts sm">
        {row.contactName ? (
          <b>
            <bdi>{row.contactName}</bdi>
          </b>
        ) : null}
        {row.quantity === null ? null : (
          <span>{fill(words.quantity, { count: formatNumber(row.quantity, locale) })}</span>
        )}
        {row.outcome ? <span className="tag">{words.outcomes[row.outcome]}</span> : null}
        <span className="mut">{row.channel === 'whatsapp' ? words.draft : words.wrote}</span>
        <time className="mut" dateTime={row.createdAt.toISOString()}>
          {`${formatShortDay(row.createdAt, locale, zone)} ${formatTime(row.createdAt, locale, zone)}`}
        </time>
      </p>
      {row.excerpt ? (
        <p className="excerpt">
          <bdi>{row.excerpt}</bdi>
        </p>
      ) : row.withheld && row.withheld !== 'on-phone' ? (
        <p className="excerpt mut">{words.shortWithheld[row.withheld]}</p>
      ) : null}
      {mayAnswer ? (
        <div className="do">
          <Form method="post">
            <input type="hidden" name="inquiry" value={row.id} />
            <input type="hidden" name="was" value={row.state} />
            <button
              type="submit"
              className="btn s line"
              name="to"
              value={NEXT[row.state]}
              aria-label={fill(words.markNamed, {
                mark: words.mark[NEXT[row.state]],
                about: row.product?.text ?? words.aboutBooth,
              })}
            >
              {words.mark[NEXT[row.state]]}
            </button>
          </Form>
          {row.state === 'new' || row.outcome ? null : (
            <Link className="btn s quiet" to={to(`/studio/inquiries/${row.id}#outcome`)}>
              {words.outcomeTitle}
            </Link>
          )}
        </div>
      ) : null}
    </li>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
