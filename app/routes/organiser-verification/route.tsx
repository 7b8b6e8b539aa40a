import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { SelectField } from '~/app/components/field'
import { OrganiserNav } from '~/app/components/organiser-nav'
import { Pagination } from '~/app/components/pagination'
import { SampleTag } from '~/app/components/sample-tag'
import { countryName } from '~/app/country-names.server'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatDistance, formatNumber, formatShortDay } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { partyName } from '~/app/party-name'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { type ApplicantRow, QUEUE_KINDS, QUEUE_STATES } from '~/domain/organisation/applicant-view'
import { listApplicants } from '~/domain/organisation/list-applicants.server'
import { HALL_ZONE } from '~/domain/shared/hall-zone'
import '~/app/components/list-tabs.css'
import '~/app/components/organiser-queue.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const state = QUEUE_STATES.find((known) => known === query.get('state')) ?? 'waiting'
  const kind = QUEUE_KINDS.find((known) => known === query.get('kind')) ?? null
  const regency = query.get('regency') ?? ''
  const regencyCode = /^\d{4}$/.test(regency) ? regency : null
  const page = Number(query.get('page')) || 1
  const list = await run(() => listApplicants(context.context, { state, kind, regencyCode, page }))
  const { nav, queue, kinds, states } = pageWords('organiser', locale)
  return {
    ...list,
    rows: list.rows.map(({ countryCode, ...row }) => ({
      ...row,
      country: countryCode && countryCode !== 'ID' ? countryName(countryCode, locale) : null,
    })),
    chosen: { state, kind, regencyCode },
    now: context.context.now,
    words: { nav, queue, kinds, states },
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.queue.title ?? '',
    description: args.data?.words.queue.metaDescription ?? '',
    path: '/organiser/verification',
    noIndex: true,
  })

export default function OrganiserVerificationPage() {
  const { rows, page, pages, total, counts, regencies, chosen, now, words } = useLoaderData<typeof loader>()
  const { queue } = words
  const locale = useLocale()
  const to = useLocalePath()
  const { trade } = useWords()
  const isFiltered = chosen.kind !== null || chosen.regencyCode !== null
  const address = (change: { state?: string; page?: number }) => {
    const query = new URLSearchParams()
    const state = change.state ?? chosen.state
    if (state !== 'waiting') query.set('state', state)
    if (chosen.kind) query.set('kind', chosen.kind)
    if (chosen.regencyCode) query.set('regency', chosen.regencyCode)
    if (change.page && change.page > 1) query.set('page', String(change.page))
    return to(`/organiser/verification${query.size > 0 ? `?${query}` : ''}`)
  }
  return (
    <>
      <OrganiserNav current="verification" words={words.nav} />
      <main id="main" className="wrap organiser-page">
        <h1>{queue.title}</h1>
        <nav className="list-tabs" aria-label={queue.tabsLabel}>
          {QUEUE_STATES.map((state) => (
            <Link
              key={state}
              to={address({ state })}
              aria-current={state === chosen.state ? 'page' : undefined}
            >
              {queue.tabs[state]} <span className="count">{formatNumber(counts[state], locale)}</span>
            </Link>
          ))}
        </nav>
        <Form className="queue-filter" method="get">
          {chosen.state === 'waiting' ? null : <input type="hidden" name="state" value={chosen.state} />}
          <SelectField
            name="kind"
            label={queue.kind}
            value={chosen.kind ?? ''}
            empty={queue.all}
            options={QUEUE_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          />
          <SelectField
            name="regency"
            label={queue.regency}
            value={chosen.regencyCode ?? ''}
            empty={queue.all}
            options={regencies.map(({ code, name }) => ({ value: code, label: trade.regency(code, name) }))}
          />
          <button type="submit" className="btn line">
            {queue.filter}
          </button>
        </Form>
        {rows.length === 0 ? (
          <EmptyShelf
            title={chosen.state === 'waiting' && !isFiltered ? queue.emptyWaiting : queue.emptyOther}
          >
            <p className="mut">
              {chosen.state === 'waiting' && !isFiltered ? queue.emptyWaitingText : queue.emptyOtherText}
            </p>
            {isFiltered ? (
              <p>
                <Link className="btn line" to={to('/organiser/verification')}>
                  {queue.clear}
                </Link>
              </p>
            ) : null}
          </EmptyShelf>
        ) : (
          <>
            {isFiltered ? <p className="mut sm">{fillPlural(queue.waits, total, locale)}</p> : null}
            <ul className="queue">
              {rows.map((row) => (
                <QueueLine key={`${row.organisationId} ${row.kind}`} row={row} now={now} words={words} />
              ))}
            </ul>
          </>
        )}
        <Pagination page={page} pages={pages} href={(n) => address({ page: n })} />
      </main>
    </>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

function QueueLine({
  row,
  now,
  words,
}: {
  row: Omit<ApplicantRow, 'countryCode'> & { country: string | null }
  now: Date
  words: Loaded['words']
}) {
  const locale = useLocale()
  const to = useLocalePath()
  const { trade } = useWords()
  const place = row.regency ? trade.regency(row.regency.code, row.regency.name) : row.country
  return (
    <li>
      <h2>
        <Link to={to(`/organiser/verification/${row.organisationId}`)}>
          <bdi>{partyName(row, locale)}</bdi>
        </Link>
      </h2>
      <p className="row wrapx">
        <span
          className={`tag ${row.state === 'rejected' ? 'bad' : row.state === 'asked-back' ? '' : 'warn'}`}
        >
          {words.states[row.state]}
        </span>
        {row.isSample ? <SampleTag /> : null}
        <span className="sm mut">
          {words.kinds[row.kind]}
          {place ? (
            <>
              {' · '}
              <bdi>{place}</bdi>
            </>
          ) : null}
        </span>
      </p>
      <p className="since sm">
        <b>{formatDistance(row.since, now, locale)}</b>{' '}
        <time className="mut" dateTime={row.since.toISOString()}>
          {fill(words.queue.since, { time: formatShortDay(row.since, locale, HALL_ZONE) })}
        </time>
      </p>
    </li>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
