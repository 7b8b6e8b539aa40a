import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvAnswer } from '~/app/csv-answer.server'
import { metaLocale } from '~/app/page-meta'
import { tableWords } from '~/app/product-table-words.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { exportProducts } from '~/domain/product/export-products.server'

/** The goods of the booth for which the reader acts, as a table. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const words = tableWords(locale)
  const content = await run(() => exportProducts(context.context, { locale, words }))
  return csvAnswer(content, 'products.csv')
}
