import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvAnswer } from '~/app/csv-answer.server'
import { metaLocale } from '~/app/page-meta'
import { tableHelp, tableWords } from '~/app/product-table-words.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { tableColumns } from '~/domain/product/product-table'
import { startProduct } from '~/domain/product/start-product.server'
import { writeTable } from '~/domain/product/write-table'

/** An empty table of goods with its heading and a row that helps, for who may fill it in. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  await run(() => startProduct(context.context))
  const { columns } = tableWords(locale)
  const heading = tableColumns().map((column) => columns[column] ?? column)
  return csvAnswer(writeTable([heading, tableHelp(locale)], locale), 'template.csv')
}
