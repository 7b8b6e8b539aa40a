import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { readCartCookie } from '~/app/cart-cookie'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { FoundText } from '~/app/components/found-text'
import { Pagination } from '~/app/components/pagination'
import { Picture } from '~/app/components/picture'
import { SampleTag } from '~/app/components/sample-tag'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatMoney, formatShortDay } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { orderStateWords } from '~/app/order-state-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listOrders } from '~/domain/order/list-orders.server'
import { orderNumber } from '~/domain/order/order-number'
import type { OrderRow } from '~/domain/order/order-view'
import { localized } from '~/domain/shared/locale'
import { money } from '~/domain/shared/money'
import './orders.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const page = Number(new URL(request.url).searchParams.get('page')) || 1
  return {
    list: await run(() => listOrders(context.context, { as: 'buyer', page })),
    inCart: readCartCookie(request).length,
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
    words: { ...pageWords('myOrders', locale), free: pageWords('samples', locale).checkout.free },
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? 'OPOP Expo',
    description: args.data?.words.metaDescription ?? 'OPOP Expo',
    path: '/orders',
    noIndex: true,
  })

export default function Orders() {
  const { list, inCart, zone, words } = useLoaderData<typeof loader>()
  const to = useLocalePath()
  return (
    <main id="main" className="wrap orders">
      <div className="sec-h">
        <h1>{words.title}</h1>
        {inCart > 0 ? <Link to={to('/cart')}>{`${words.cart} (${inCart})`}</Link> : null}
      </div>
      {list.orders.length === 0 ? (
        <EmptyShelf title={words.empty}>
          <p className="mut">{words.emptyText}</p>
          <p>
            <Link className="btn pri" to={to('/products')}>
              {words.find}
            </Link>
          </p>
        </EmptyShelf>
      ) : (
        <ul>
          {list.orders.map((order) => (
            <Row key={order.id} order={order} words={words} zone={zone} />
          ))}
        </ul>
      )}
      <Pagination page={list.page} pages={list.pages} href={(page) => `${to('/orders')}?page=${page}`} />
    </main>
  )
}

interface RowProps {
  order: OrderRow
  words: ReturnType<typeof useLoaderData<typeof loader>>['words']
  zone: string
}

function Row({ order, words, zone }: RowProps) {
  const locale = useLocale()
  const to = useLocalePath()
  const { first, moreLines, booth } = order
  const state = orderStateWords(order, words)
  const name = first && localized(first.name, locale)
  return (
    <li>
      <span className="thumb">
        {first ? <Picture spec={first.drawing} photo={first.photo ?? undefined} /> : null}
      </span>
      <div>
        <h2>
          <Link to={to(`/orders/${order.id}`)}>
            {name ? <FoundText of={name} /> : fill(words.order, { number: orderNumber(order.number) })}
          </Link>
        </h2>
        <p className="sm mut">
          {moreLines > 0 ? `${fillPlural(words.more, moreLines, locale)} · ` : ''}
          <bdi>{(locale === 'ar' && booth.nameArabic) || booth.name}</bdi>
        </p>
        <p className="row wrapx">
          <span className={`tag ${state.tone}`}>{state.text}</span>
          {order.isSample ? <SampleTag /> : null}
        </p>
      </div>
      <p className="of sm">
        <b>{order.totalMinor === 0 ? words.free : formatMoney(money(order.totalMinor), locale)}</b>
        <span className="mut">
          <bdi>{orderNumber(order.number)}</bdi>
        </span>
        <time className="mut" dateTime={order.createdAt.toISOString()}>
          {formatShortDay(order.createdAt, locale, zone)}
        </time>
      </p>
    </li>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
