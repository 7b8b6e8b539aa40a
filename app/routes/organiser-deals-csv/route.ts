import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvAnswer } from '~/app/csv-answer.server'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { metaLocale } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { readDeals } from '~/domain/order/read-deals.server'
import { writeTable } from '~/domain/product/write-table'
import { INQUIRY_OUTCOMES, OUTCOME_KINDS } from '~/domain/shared/enums'

/** The year's months with what was promised and what was realised, each figure in a column of its own. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const year = Number(new URL(request.url).searchParams.get('year')) || null
  const deals = await run(() => readDeals(context.context, { year }))
  const { deals: words } = pageWords('organiserMoney', locale)
  const promised = (what: string) => fill(words.columns.promised, { what })
  const realised = (what: string) => fill(words.columns.realised, { what })
  const head = [
    words.columns.month,
    promised(`${words.value} (IDR)`),
    ...OUTCOME_KINDS.map((kind) => promised(fill(words.columns.meeting, { what: words.meetings[kind] }))),
    ...INQUIRY_OUTCOMES.map((kind) => promised(fill(words.columns.inquiry, { what: words.inquiries[kind] }))),
    realised(`${words.paid} (IDR)`),
    realised(words.paidOrders),
    realised(words.received),
    realised(words.said),
    realised(words.good),
    realised(words.match),
    realised(words.next),
  ]
  const rows = deals.months.map(({ month, promised: said, realised: done }) => [
    month,
    String(Math.trunc(said.promisedMinor / 100)),
    ...OUTCOME_KINDS.map((kind) => String(said.meetings[kind])),
    ...INQUIRY_OUTCOMES.map((kind) => String(said.inquiries[kind])),
    String(Math.trunc(done.paidMinor / 100)),
    String(done.paidOrders),
    String(done.received),
    String(done.said),
    String(done.goodQuality),
    String(done.asDescribed),
    String(done.meansToOrder),
  ])
  return csvAnswer(writeTable([head, ...rows], locale), `deals-${deals.year}.csv`)
}
