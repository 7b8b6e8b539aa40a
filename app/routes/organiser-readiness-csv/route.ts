import type { LoaderFunctionArgs } from '@remix-run/node'
import { csvAnswer } from '~/app/csv-answer.server'
import { pageWords } from '~/app/i18n/page-words.server'
import { metaLocale } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { listReadiness } from '~/domain/product/list-readiness.server'
import { writeTable } from '~/domain/product/write-table'
import { READINESS_STEPS } from '~/domain/shared/reason'
import { SAMPLE_STANDINGS } from '~/domain/shared/sample-voices'

/** All that the organiser's list of readiness has, as a table. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const step = READINESS_STEPS.find((known) => known === query.get('step')) ?? null
  const sample = SAMPLE_STANDINGS.find((known) => known === query.get('sample')) ?? null
  const { rows } = await run(() => listReadiness(context.context, { step, sample, page: null, locale }))
  const { columns } = pageWords('studioShelf', locale).ready
  const samples = pageWords('studioSamples', locale).feedback
  const { steps } = pageWords('studioProducts', locale).form
  const table = rows.map(({ booth, name, done, missing, samples: voices }) => [
    booth.name,
    name.text,
    String(done.length),
    String(done.length + missing.length),
    missing.map((one) => steps[one]).join(', '),
    samples.standings[voices.standing],
    String(voices.pleased),
    String(voices.tried),
  ])
  const head = [columns.booth, columns.product, columns.done, columns.of, columns.missing].concat(
    samples.filter,
    samples.columns.pleased,
    samples.columns.tried,
  )
  return csvAnswer(writeTable([head, ...table], locale), 'readiness.csv')
}
