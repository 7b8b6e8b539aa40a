import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { MeetingLine } from '~/app/components/meeting-row'
import { Pagination } from '~/app/components/pagination'
import { RememberZone } from '~/app/components/remember-zone'
import { SampleTag } from '~/app/components/sample-tag'
import { fill } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { cityName, offsetName } from '~/app/meeting-clocks'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated } from '~/app/party-name'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listMeetings, MEETING_TABS } from '~/domain/meeting/list-meetings.server'
import { actingMembership } from '~/domain/shared/acting'
import '~/app/components/list-tabs.css'
import './meetings.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const tab = MEETING_TABS.find((known) => known === query.get('tab')) ?? 'upcoming'
  const page = Number(query.get('page')) || 1
  const list = await run(() => listMeetings(context.context, { tab, page }))
  const reader = readerZone(request.headers.get('cookie'), context.viewer?.timeZone)
  const { now, actor } = context.context
  return {
    ...list,
    tab,
    tabs: MEETING_TABS,
    kind: actingMembership(actor)?.organisationKind ?? null,
    reader,
    city: cityName(reader.zone, pageWords('meeting', locale), locale),
    offset: isolated(offsetName(now, reader.zone), locale),
    words: pageWords('meetings', locale),
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const title = args.data?.words.title ?? 'OPOP Expo'
  const description = args.data?.words.metaDescription ?? title
  return pageMeta(args, { title, description, path: '/meetings', noIndex: true })
}

export default function Meetings() {
  const { rows, page, pages, counts, tab, tabs, kind, reader, city, offset, words } =
    useLoaderData<typeof loader>()
  const locale = useLocale()
  const to = useLocalePath()
  const empty = words.empty[tab]
  const href = (wanted: number) => `${to('/meetings')}?tab=${tab}&page=${wanted}`
  const isSample = rows.length > 0 && rows.every((row) => row.isSample)
  return (
    <main id="main" className="wrap meetings-page">
      <RememberZone shown={reader.zone} />
      <div className="row wrapx">
        <h1>{words.title}</h1>
        {isSample ? <SampleTag /> : null}
      </div>
      <nav className="list-tabs" aria-label={words.tabsLabel}>
        {tabs.map((one) => (
          <Link
            key={one}
            to={`${to('/meetings')}?tab=${one}`}
            aria-current={one === tab ? 'page' : undefined}
          >
            {words.tabs[one]} <span className="count">{formatNumber(counts[one], locale)}</span>
          </Link>
        ))}
      </nav>
      {rows.length === 0 ? (
        <EmptyShelf title={empty.title}>
          <p className="mut">{kind === 'organiser' ? empty.textOrganiser : empty.text}</p>
          {kind === 'organiser' ? null : (
            <p>
              {kind === 'pesantren' ? (
                <Link className="btn pri" to={to('/studio/open-times')}>
                  {words.studio.openTimes}
                </Link>
              ) : (
                <Link className="btn pri" to={to('/needs')}>
                  {words.empty.findNeeds}
                </Link>
              )}
            </p>
          )}
        </EmptyShelf>
      ) : (
        <>
          <p className="sm mut">{fill(words.timesIn, { city, offset })}</p>
          <ul className="meeting-list">
            {rows.map((row) => (
              <li key={row.id}>
                <MeetingLine row={row} zone={reader.zone} words={words} withSample={!isSample} />
              </li>
            ))}
          </ul>
          <Pagination page={page} pages={pages} href={href} />
        </>
      )}
    </main>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
