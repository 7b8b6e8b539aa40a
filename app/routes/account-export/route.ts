import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageWords } from '~/app/i18n/page-words.server'
import { metaLocale } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { exportData } from '~/domain/account/export-data.server'
import { AppError } from '~/domain/shared/app-error'
import { exportPage } from './export-page'

/** Everything about the one who asks: a file for machines, or the same as a page to read. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const { file } = params
  if (file !== 'data.json' && file !== 'data.html')
    return run(() => Promise.reject(new AppError('not-found')))
  const exported = await run(() => exportData(context.context))
  const headers = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }
  const name = `opop-expo-${exported.exportedAt.slice(0, 10)}`
  if (file === 'data.json') {
    return new Response(`${JSON.stringify(exported, null, 2)}\n`, {
      headers: {
        ...headers,
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}.json"`,
      },
    })
  }
  const locale = metaLocale({ params })
  return new Response(exportPage(exported, { locale, words: pageWords('me', locale).exported }), {
    headers: {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': `inline; filename="${name}.html"`,
    },
  })
}
