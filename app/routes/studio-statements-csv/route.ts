import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvAnswer } from '~/app/csv-answer.server'
import { pageWords } from '~/app/i18n/page-words.server'
import { metaLocale } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { orderNumber } from '~/domain/order/order-number'
import { readStatement } from '~/domain/order/read-statement.server'
import { writeTable } from '~/domain/product/write-table'
import { requirePesantren } from '~/domain/shared/acting'
import { HALL_ZONE } from '~/domain/shared/hall-zone'
import { money } from '~/domain/shared/money'

const hallDay = new Intl.DateTimeFormat('en-CA', { timeZone: HALL_ZONE })
/** A month's statement as a table. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  await run(async () => requirePesantren(context.context.actor))
  const asked = new URL(request.url).searchParams.get('month')
  const { month, openingMinor, lines, closingMinor } = await run(() =>
    readStatement(context.context, { month: asked }),
  )
  const words = pageWords('studioSamples', locale).statements
  const table = [
    [words.date, words.what, words.order, words.payouts, `${words.amount} (IDR)`, `${words.balance} (IDR)`],
    [`${month}-01`, words.opening, '', '', '', money(openingMinor)],
    ...lines.map(({ at, kind, orderNumber: number, payout, amountMinor, balanceMinor }) => [
      hallDay.format(at),
      words.entries[kind],
      number === null ? '' : orderNumber(number),
      payout?.reference ?? '',
      money(amountMinor),
      money(balanceMinor),
    ]),
    [month, words.closing, '', '', '', money(closingMinor)],
  ]
  return csvAnswer(writeTable(table, locale), `statement-${month}.csv`)
}
