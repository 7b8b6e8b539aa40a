import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { MoneyNav } from '~/app/components/organiser-money/money-nav'
import { SampleTag } from '~/app/components/sample-tag'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { readDeals } from '~/domain/order/read-deals.server'
import { actingMembership } from '~/domain/shared/acting'
import { DealMonthRow } from './deal-month'
import './organiser-deals.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const year = Number(new URL(request.url).searchParams.get('year')) || null
  const { tabs, tabsLabel, deals: words } = pageWords('organiserMoney', locale)
  return {
    deals: await run(() => readDeals(context.context, { year })),
    isSample: actingMembership(context.context.actor)?.isSample ?? false,
    words,
    tabs: { tabs, tabsLabel },
    nav: pageWords('organiser', locale).nav,
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/organiser/deals',
    noIndex: true,
  })

export type DealsPage = ReturnType<typeof useLoaderData<typeof loader>>

export default function OrganiserDeals() {
  const { deals, isSample, words, tabs, nav } = useLoaderData<typeof loader>()
  const to = useLocalePath()
  return (
    <>
      <MoneyNav current="deals" nav={nav} words={tabs} />
      <main id="main" className="wrap money-page organiser-deals">
        <div className="row wrapx">
          <h1>{words.title}</h1>
          {isSample ? <SampleTag /> : null}
        </div>
        <p className="mut lead">{words.intro}</p>
        <p className="row wrapx years">
          {deals.years.length > 1
            ? deals.years.map((year) => (
                <Link
                  key={year}
                  to={to(`/organiser/deals?year=${year}`)}
                  aria-current={year === deals.year ? 'page' : undefined}
                >
                  {fill(words.year, { year })}
                </Link>
              ))
            : null}
          <a className="sp" href={to(`/organiser/deals.csv?year=${deals.year}`)} download>
            {words.csv}
          </a>
        </p>
        {deals.months.length === 0 ? (
          <EmptyShelf title={words.empty}>
            <p className="mut">{words.emptyText}</p>
          </EmptyShelf>
        ) : (
          deals.months.map((month) => <DealMonthRow key={month.month} month={month} words={words} />)
        )}
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
