import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { OrganiserNav } from '~/app/components/organiser-nav'
import { Pagination } from '~/app/components/pagination'
import { SampleTag } from '~/app/components/sample-tag'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatDistance, formatNumber, formatShortDay } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { partyName } from '~/app/party-name'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { BOOTH_QUEUES } from '~/domain/organisation/booth-standing'
import { listBoothsToSee } from '~/domain/organisation/list-booths-to-see.server'
import { HALL_ZONE } from '~/domain/shared/hall-zone'
import '~/app/components/list-tabs.css'
import '~/app/components/organiser-queue.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const queue = BOOTH_QUEUES.find((known) => known === query.get('state')) ?? 'handed-in'
  const list = await run(() =>
    listBoothsToSee(context.context, { queue, page: Number(query.get('page')) || 1 }),
  )
  const { organiser: words, ready } = pageWords('boothStanding', locale)
  return { ...list, queue, now: context.context.now, words, ready, nav: pageWords('organiser', locale).nav }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/organiser/booths',
    noIndex: true,
  })

export default function OrganiserBoothsPage() {
  const { rows, page, pages, counts, queue, now, words, ready, nav } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const to = useLocalePath()
  const { trade } = useWords()
  const address = (state: string, n: number) => {
    const query = new URLSearchParams()
    if (state !== 'handed-in') query.set('state', state)
    if (n > 1) query.set('page', String(n))
    return to(`/organiser/booths${query.size > 0 ? `?${query}` : ''}`)
  }
  return (
    <>
      <OrganiserNav current="booths" words={nav} />
      <main id="main" className="wrap organiser-page">
        <h1>{words.title}</h1>
        <nav className="list-tabs" aria-label={words.tabsLabel}>
          {BOOTH_QUEUES.map((state) => (
            <Link key={state} to={address(state, 1)} aria-current={state === queue ? 'page' : undefined}>
              {words.tabs[state]} <span className="count">{formatNumber(counts[state], locale)}</span>
            </Link>
          ))}
        </nav>
        {rows.length === 0 ? (
          <EmptyShelf title={words.empty[queue]}>
            <p className="mut">{words.emptyText}</p>
          </EmptyShelf>
        ) : (
          <ul className="queue">
            {rows.map((row) => (
              <li key={row.organisationId}>
                <h2>
                  <Link to={to(`/organiser/booths/${row.organisationId}`)}>
                    <bdi>{partyName(row, locale)}</bdi>
                  </Link>
                </h2>
                <p className="row wrapx">
                  {row.isSample ? <SampleTag /> : null}
                  <span className="sm mut">
                    {row.regency ? (
                      <>
                        <bdi>{trade.regency(row.regency.code, row.regency.name)}</bdi>
                        {' · '}
                      </>
                    ) : null}
                    {fillPlural(ready, row.readyProducts, locale)}
                  </span>
                </p>
                <p className="since sm">
                  <b>{formatDistance(row.since, now, locale)}</b>{' '}
                  <time className="mut" dateTime={row.since.toISOString()}>
                    {fill(words.since, { time: formatShortDay(row.since, locale, HALL_ZONE) })}
                  </time>
                </p>
              </li>
            ))}
          </ul>
        )}
        <Pagination page={page} pages={pages} href={(n) => address(queue, n)} />
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
