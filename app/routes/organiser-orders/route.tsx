import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { Field, SelectField } from '~/app/components/field'
import { MoneyNav } from '~/app/components/organiser-money/money-nav'
import { Pagination } from '~/app/components/pagination'
import { SampleTag } from '~/app/components/sample-tag'
import { fillPlural } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { type OrderFilter, orderQuery, readOrderFilter } from '~/app/organiser-order-query'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listOrders } from '~/domain/order/list-orders.server'
import { ORDER_ATTENTION } from '~/domain/order/order-view'
import { requireOrganiser } from '~/domain/shared/acting'
import { ORDER_STATES, PAYMENT_WAYS } from '~/domain/shared/order-enums'
import { OrderLine } from './order-line'
import '~/app/components/organiser-queue.css'
import './organiser-orders.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const filter = readOrderFilter(query)
  const { isSample, list } = await run(async () => ({
    isSample: requireOrganiser(context.context.actor).isSample,
    list: await listOrders(context.context, {
      as: 'organiser',
      ...filter,
      page: Math.min(Number(query.get('page')) || 1, 10_000),
    }),
  }))
  const { tabs, tabsLabel } = pageWords('organiserMoney', locale)
  const { one: _, ...words } = pageWords('organiserOrders', locale)
  return {
    list,
    filter,
    isSample,
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
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
    path: '/organiser/orders',
    noIndex: true,
  })

export type OrdersPage = ReturnType<typeof useLoaderData<typeof loader>>

export default function OrganiserOrders() {
  const { list, filter, isSample, zone, words, tabs, nav } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const to = useLocalePath()
  const { attention } = filter
  const isNarrowed = Boolean(filter.state || filter.way || filter.q)
  const address = (shown: OrderFilter, page = 1) => to(`/organiser/orders${orderQuery(shown, page)}`)
  const all = { attention: null, state: null, way: null, q: null }
  return (
    <>
      <MoneyNav current="orders" nav={nav} words={tabs} />
      <main id="main" className="wrap money-page organiser-orders">
        <div className="row wrapx">
          <h1>{words.title}</h1>
          {isSample ? <SampleTag /> : null}
        </div>
        <nav className="attention" aria-label={words.attentionLabel}>
          <ul>
            <li>
              <Link to={address(all)} aria-current={attention === null ? 'page' : undefined}>
                {words.attention.all}
              </Link>
            </li>
            {ORDER_ATTENTION.map((kind) => (
              <li key={kind}>
                <Link
                  to={address({ ...all, attention: kind })}
                  aria-current={kind === attention ? 'page' : undefined}
                >
                  {words.attention[kind]}{' '}
                  <span className={list.attention[kind] > 0 ? 'tag warn' : 'count'}>
                    {formatNumber(list.attention[kind], locale)}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {attention ? <p className="mut hint">{words.attentionHint[attention]}</p> : null}
        <Form method="get" action={to('/organiser/orders')} className="queue-filter" key={orderQuery(filter)}>
          {attention ? <input type="hidden" name="need" value={attention} /> : null}
          <Field
            name="q"
            label={words.search}
            hint={words.searchHint}
            value={filter.q ?? ''}
            maxLength={100}
          />
          <SelectField
            name="state"
            label={words.state}
            value={filter.state ?? ''}
            empty={words.any}
            options={ORDER_STATES.map((value) => ({ value, label: words.states[value] }))}
          />
          <SelectField
            name="way"
            label={words.way}
            value={filter.way ?? ''}
            empty={words.any}
            options={PAYMENT_WAYS.map((value) => ({ value, label: words.ways[value] }))}
          />
          <p className="row">
            <button type="submit" className="btn">
              {words.show}
            </button>
            {isNarrowed ? (
              <Link className="btn quiet" to={address({ ...all, attention })}>
                {words.clear}
              </Link>
            ) : null}
          </p>
        </Form>
        {list.total === 0 ? (
          <Nothing words={words} kind={isNarrowed ? 'emptyFiltered' : attention ? 'emptyDone' : 'empty'} />
        ) : (
          <>
            <p className="row wrapx found">
              <b>
                {fillPlural(words.found, list.total, locale, { count: formatNumber(list.total, locale) })}
              </b>
              <a className="sp" href={to(`/organiser/orders.csv${orderQuery(filter)}`)} download>
                {words.csv}
              </a>
            </p>
            <ul className="money-rows">
              {list.orders.map((order) => (
                <OrderLine key={order.id} order={order} zone={zone} words={words} />
              ))}
            </ul>
          </>
        )}
        <Pagination page={list.page} pages={list.pages} href={(n) => address(filter, n)} />
      </main>
    </>
  )
}

function Nothing({
  words,
  kind,
}: {
  words: OrdersPage['words']
  kind: 'empty' | 'emptyDone' | 'emptyFiltered'
}) {
  return (
    <EmptyShelf title={words[kind]}>
      <p className="mut">{words[`${kind}Text`]}</p>
    </EmptyShelf>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
