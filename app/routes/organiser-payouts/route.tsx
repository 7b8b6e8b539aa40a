import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { Amount } from '~/app/components/organiser-money/amount'
import { MoneyNav } from '~/app/components/organiser-money/money-nav'
import { Pagination } from '~/app/components/pagination'
import { SampleTag } from '~/app/components/sample-tag'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { partyName } from '~/app/party-name'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listOwed } from '~/domain/order/list-owed.server'
import { actingMembership } from '~/domain/shared/acting'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const page = Math.min(Number(new URL(request.url).searchParams.get('page')) || 1, 10_000)
  const { tabs, tabsLabel, payouts: words } = pageWords('organiserMoney', locale)
  return {
    owed: await run(() => listOwed(context.context, { page })),
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
    path: '/organiser/payouts',
    noIndex: true,
  })

export default function OrganiserPayouts() {
  const { owed, isSample, words, tabs, nav } = useLoaderData<typeof loader>()
  const to = useLocalePath()
  const locale = useLocale()
  return (
    <>
      <MoneyNav current="payouts" nav={nav} words={tabs} />
      <main id="main" className="wrap money-page">
        <div className="row wrapx">
          <h1>{words.title}</h1>
          {isSample ? <SampleTag /> : null}
        </div>
        <p className="mut lead">{words.intro}</p>
        {owed.total === 0 ? (
          <EmptyShelf title={words.empty}>
            <p className="mut">{words.emptyText}</p>
          </EmptyShelf>
        ) : (
          <section>
            <p>
              {words.releasable}:{' '}
              <b>
                <Amount minor={owed.releasableMinor} />
              </b>
            </p>
            <ul className="money-rows">
              {owed.rows.map((row) => (
                <li key={row.organisationId}>
                  <div>
                    <h2>
                      <Link to={to(`/organiser/payouts/${row.organisationId}`)}>
                        <bdi>{partyName(row, locale)}</bdi>
                      </Link>
                    </h2>
                    <p className="sm mut">
                      {words.owed}: <Amount minor={row.balanceMinor} />
                    </p>
                  </div>
                  <p className="end">
                    <b>
                      <Amount minor={row.releasableMinor} />
                    </b>{' '}
                    <span className="sm mut">{words.releasable}</span>
                  </p>
                </li>
              ))}
            </ul>
            <Pagination
              page={owed.page}
              pages={owed.pages}
              href={(n) => to(`/organiser/payouts?page=${n}`)}
            />
          </section>
        )}
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
