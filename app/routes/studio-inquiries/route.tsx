import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { FoundText } from '~/app/components/found-text'
import { Pagination } from '~/app/components/pagination'
import { StudioNav } from '~/app/components/studio-nav'
import { fill } from '~/app/i18n/fill'
import { formatNumber, formatShortDay, formatTime } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { actingOrganisation } from '~/domain/account/viewer'
import { INQUIRY_TABS, type InquiryRow } from '~/domain/inquiry/inquiry-view'
import { listInquiries } from '~/domain/inquiry/list-inquiries.server'
import '~/app/components/list-tabs.css'
import './studio-inquiries.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const tab = INQUIRY_TABS.find((known) => known === query.get('tab')) ?? 'new'
  const page = Number(query.get('page')) || 1
  return {
    list: await run(() => listInquiries(context.context, { state: tab, page, locale })),
    tab,
    booth: context.viewer && actingOrganisation(context.viewer),
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
    words: pageWords('inquiries', locale),
    nav: pageWords('studioProducts', locale).nav,
  }
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
  const { list, tab, booth, words, nav, zone } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const to = useLocalePath()
  const href = (wanted: string, page = 1) =>
    `${to('/studio/inquiries')}?tab=${wanted}${page > 1 ? `&page=${page}` : ''}`
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
        {list.rows.length === 0 ? (
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
              <Line key={row.id} row={row} words={words} zone={zone} />
            ))}
          </ul>
        )}
        <Pagination page={list.page} pages={list.pages} href={(page) => href(tab, page)} />
      </main>
    </>
  )
}

function Line({ row, words, zone }: { row: InquiryRow; words: Page['words']; zone: string }) {
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
    </li>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
