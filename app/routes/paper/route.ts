import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { readPaperFile } from '~/domain/certificate/read-paper-file.server'

/** The picture of a certificate's page: its own pesantren's and the organiser's, so that nobody else's browser keeps it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
  const file = await run(() => readPaperFile(context.context, { id: params.id ?? '', page }))
  return new Response(new Uint8Array(file.body), {
    headers: {
      'Content-Type': file.contentType,
      'Content-Length': String(file.body.length),
      'Content-Disposition': 'inline',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })
}
