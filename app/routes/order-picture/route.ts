import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { readParcelPhoto } from '~/domain/order/read-parcel-photo.server'
import { readProof } from '~/domain/order/read-proof.server'

/** The picture of a transfer or of a parcel: for those whom it is for, so that nobody else's browser keeps it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const read = { proof: readProof, parcel: readParcelPhoto }[params.what ?? '']
  if (!read) throw Response.json({ code: 'not-found' }, { status: 404 })
  const file = await run(() => read(context.context, { orderId: params.id ?? '' }))
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
