import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvAnswer } from '~/app/csv-answer.server'
import { pageWords } from '~/app/i18n/page-words.server'
import { readOrderFilter } from '~/app/organiser-order-query'
import { metaLocale } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { hallDay } from '~/domain/order/hall-day'
import { listOrders } from '~/domain/order/list-orders.server'
import { orderNumber } from '~/domain/order/order-number'
import { writeTable } from '~/domain/product/write-table'
import { requireOrganiser } from '~/domain/shared/acting'

/** The orders that the list shows, as a table. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const filter = readOrderFilter(new URL(request.url).searchParams)
  const { orders } = await run(async () => {
    requireOrganiser(context.context.actor)
    return await listOrders(context.context, { as: 'organiser', ...filter, page: null })
  })
  const { columns, states, ways, disputes, nobody } = pageWords('organiserOrders', locale)
  // Prices are whole rupiah: minor units end in two noughts.
  const rupiah = (minor: number) => String(Math.trunc(minor / 100))
  const rows = orders.map((order) => [
    orderNumber(order.number),
    hallDay(order.createdAt),
    order.booth.name,
    order.buyer.company ?? order.buyer.person ?? nobody,
    states[order.state],
    ways[order.way],
    rupiah(order.totalMinor),
    rupiah(order.paidMinor),
    rupiah(order.refundedMinor),
    order.paidAt ? hallDay(order.paidAt) : '',
    order.dispute ? disputes[order.dispute] : '',
  ])
  const head = [
    columns.number,
    columns.ordered,
    columns.booth,
    columns.buyer,
    columns.state,
    columns.way,
    columns.total,
    columns.paid,
    columns.refunded,
    columns.paidOn,
    columns.dispute,
  ]
  return csvAnswer(writeTable([head, ...rows], locale), 'sample-orders.csv')
}
