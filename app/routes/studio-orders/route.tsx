import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { FoundText } from '~/app/components/found-text'
import { Pagination } from '~/app/components/pagination'
import { SampleTabs } from '~/app/components/sample-tabs'
import { SampleTag } from '~/app/components/sample-tag'
import { StudioNav } from '~/app/components/studio-nav'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatDay, formatNumber } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated } from '~/app/party-name'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listOwnOrders } from '~/domain/order/list-own-orders.server'
import { orderNumber } from '~/domain/order/order-number'
import { OWN_ORDER_TABS, type OwnOrderRow } from '~/domain/order/own-orders'
import { localized } from '~/domain/shared/locale'
import '~/app/components/list-tabs.css'
import '~/app/components/sample-page.css'
import './studio-orders.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const tab = OWN_ORDER_TABS.find((known) => known === query.get('tab')) ?? 'todo'
  return {
    list: await run(() => listOwnOrders(context.context, { tab, page: Number(query.get('page')) || 1 })),
    tab,
    tabs: pageWords('studioSamples', locale).nav,
    words: pageWords('studioOrders', locale),
    nav: pageWords('studioProducts', locale).nav,
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/studio/orders',
    noIndex: true,
  })

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function StudioOrders() {
  const { list, tab, tabs, words, nav } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const to = useLocalePath()
  const href = (wanted: string, page = 1) =>
    `${to('/studio/orders')}?tab=${wanted}${page > 1 ? `&page=${page}` : ''}`
  return (
    <>
      <StudioNav current="samples" words={nav} />
      <main id="main" className="wrap sample-page studio-orders">
        <h1>{words.title}</h1>
        <SampleTabs current="orders" words={tabs} />
        <nav className="row wrapx" aria-label={words.tabsLabel}>
          {OWN_ORDER_TABS.map((one) => (
            <Link
              key={one}
              className={`chip ${one === tab ? 'on' : ''}`}
              style={{ minBlockSize: 44 }}
              to={href(one)}
              aria-current={one === tab ? 'page' : undefined}
            >
              {words.tabs[one]} {formatNumber(list.counts[one], locale)}
            </Link>
          ))}
        </nav>
        {list.rows.length === 0 ? (
          <EmptyShelf title={words.emptyTitles[tab]}>
            <p className="mut">{words.emptyText}</p>
            <p>
              <Link className="btn" to={to('/studio/samples')}>
                {words.toOffers}
              </Link>
            </p>
          </EmptyShelf>
        ) : (
          <ul className="sample-rows">
            {list.rows.map((row) => (
              <Row key={row.id} row={row} words={words} />
            ))}
          </ul>
        )}
        <Pagination page={list.page} pages={list.pages} href={(page) => href(tab, page)} />
      </main>
    </>
  )
}

function Row({ row, words }: { row: OwnOrderRow; words: Page['words'] }) {
  const locale = useLocale()
  const to = useLocalePath()
  const name = localized(row.first?.name, locale)
  const day = (at: Date) => isolated(formatDay(at, locale), locale)
  const party = row.buyer.company ?? row.buyer.person
  const tone = row.state === 'received' ? 'ok' : row.state === 'paid' ? 'warn' : ''
  return (
    <li>
      <h2>
        <Link to={to(`/studio/orders/${row.id}`)}>
          <bdi dir="ltr">{orderNumber(row.number)}</bdi>
          {name ? (
            <span>
              <FoundText of={name} />
              {row.first ? ` × ${formatNumber(row.first.quantity, locale)}` : null}
            </span>
          ) : null}
        </Link>
      </h2>
      <p className="facts sm">
        <span className={`tag ${tone}`}>{words.states[row.state]}</span>
        {row.isOverdue ? (
          <span className="tag bad">{words.overdue}</span>
        ) : row.daysLeft !== null ? (
          <b>{fillPlural(words.dueDays, row.daysLeft, locale)}</b>
        ) : null}
        {row.dispute === 'open' ? <span className="tag bad">{words.disputed}</span> : null}
        {row.delivery === 'hand-over' ? <span className="tag">{words.handOver}</span> : null}
        {row.isSample ? <SampleTag /> : null}
      </p>
      <p className="facts sm mut">
        {row.moreLines > 0 ? <span>{fillPlural(words.more, row.moreLines, locale)}</span> : null}
        <bdi>{party ?? words.nobody}</bdi>
        {row.city ? <bdi>{row.city}</bdi> : null}
        <span>
          {row.sentAt
            ? fill(words.sentOn, { day: day(row.sentAt) })
            : row.paidAt
              ? fill(words.paidOn, { day: day(row.paidAt) })
              : row.expiresAt && row.state === 'awaiting'
                ? fill(words.until, { day: day(row.expiresAt) })
                : day(row.createdAt)}
        </span>
      </p>
    </li>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
