import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { FoundText } from '~/app/components/found-text'
import { StudioNav } from '~/app/components/studio-nav'
import { fill } from '~/app/i18n/fill'
import { formatDay, formatNumber } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { actingOrganisation } from '~/domain/account/viewer'
import { FIGURE_DAYS, FIGURES, type Figures } from '~/domain/figures/figures'
import { readFigures } from '~/domain/figures/read-figures.server'
import { Bars } from './bars'
import { dateOf } from './date-of'
import { DayTable } from './day-table'
import '~/app/components/list-tabs.css'
import './studio-figures.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const asked = Number(new URL(request.url).searchParams.get('days'))
  const days = FIGURE_DAYS.find((known) => known === asked) ?? 30
  return {
    figures: await run(() => readFigures(context.context, { days, locale })),
    booth: context.viewer && actingOrganisation(context.viewer),
    words: pageWords('studioFigures', locale),
    nav: pageWords('studioProducts', locale).nav,
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? 'OPOP Expo',
    description: args.data?.words.metaDescription ?? 'OPOP Expo',
    path: '/studio/figures',
    noIndex: true,
  })

type Words = ReturnType<typeof useLoaderData<typeof loader>>['words']

export default function StudioFigures() {
  const { figures, booth, words, nav } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const to = useLocalePath()
  const number = (value: number) => formatNumber(value, locale)
  const { week, totals, countedSince } = figures
  const nothing = FIGURES.every((figure) => totals[figure] === 0)
  return (
    <>
      <StudioNav current="figures" words={nav} booth={booth} />
      <main id="main" className="wrap studio-figures">
        <h1>{words.title}</h1>
        <section className="week">
          <h2 className="vh">{words.weekTitle}</h2>
          <p className="change">
            {fill(words.week[week.kind], { now: number(week.now), before: number(week.before) })}
          </p>
          {week.inquiries + week.meetings > 0 ? (
            <p className="mut">
              {fill(words.weekAsked, {
                inquiries: number(week.inquiries),
                meetings: number(week.meetings),
              })}
            </p>
          ) : null}
        </section>
        <nav className="list-tabs" aria-label={words.stretchLabel}>
          {FIGURE_DAYS.map((days) => (
            <Link
              key={days}
              to={`${to('/studio/figures')}?days=${days}`}
              preventScrollReset
              aria-current={days === figures.days ? 'page' : undefined}
            >
              {words.stretches[days]}
            </Link>
          ))}
        </nav>
        {nothing ? (
          <EmptyShelf title={words.emptyTitle}>
            <p className="mut">{words.emptyText}</p>
            <p>
              <Link className="btn" to={to(`/booths/${figures.boothSlug}`)}>
                {words.seeBooth}
              </Link>
            </p>
          </EmptyShelf>
        ) : (
          <div className="beside">
            <div className="charts">
              {FIGURES.map((figure) => (
                <Bars key={figure} figure={figure} figures={figures} words={words} />
              ))}
              <ViewedList figures={figures} words={words} />
            </div>
            <section>
              <h2>{words.tableTitle}</h2>
              <DayTable figures={figures} words={words} />
            </section>
          </div>
        )}
        <section className="how sm mut">
          <h2>{words.how}</h2>
          <p>
            {words.howText}
            {countedSince ? ` ${fill(words.since, { day: formatDay(dateOf(countedSince), locale) })}` : null}
          </p>
        </section>
      </main>
    </>
  )
}

function ViewedList({ figures, words }: { figures: Figures; words: Words }) {
  const locale = useLocale()
  const to = useLocalePath()
  const number = (value: number) => formatNumber(value, locale)
  return (
    <section>
      <h2>{words.productsTitle}</h2>
      {figures.products.length === 0 ? (
        <p className="mut">{words.noProducts}</p>
      ) : (
        <ol className="viewed">
          {figures.products.map(({ id, name, views, inquiries }) => (
            <li key={id}>
              <Link to={to(`/studio/products/${id}`)}>
                <FoundText of={name} />
              </Link>
              <span className="sm mut">
                {fill(words.productViews, { views: number(views), inquiries: number(inquiries) })}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
