import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvAnswer } from '~/app/csv-answer.server'
import { pageWords } from '~/app/i18n/page-words.server'
import { metaLocale } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { listReadiness } from '~/domain/product/list-readiness.server'
import { writeTable } from '~/domain/product/write-table'
import { READINESS_STEPS } from '~/domain/shared/reason'

/** All that the organiser's list of readiness has, as a table. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const wanted = new URL(request.url).searchParams.get('step')
  const step = READINESS_STEPS.find((known) => known === wanted) ?? null
  const { rows } = await run(() => listReadiness(context.context, { step, page: null, locale }))
  const { columns } = pageWords('studioShelf', locale).ready
  const { steps } = pageWords('studioProducts', locale).form
  const table = rows.map(({ booth, name, done, missing }) => [
    booth.name,
    name.text,
    String(done.length),
    String(done.length + missing.length),
    missing.map((one) => steps[one]).join(', '),
  ])
  const head = [columns.booth, columns.product, columns.done, columns.of, columns.missing]
  return csvAnswer(writeTable([head, ...table], locale), 'readiness.csv')
}
