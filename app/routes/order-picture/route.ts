import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { readEvidencePicture } from '~/domain/order/read-evidence-picture.server'
import { readParcelPhoto } from '~/domain/order/read-parcel-photo.server'
import { readProof } from '~/domain/order/read-proof.server'

/** The picture of a transfer, of a parcel, or one given against a dispute (by its id): for those whom it is for, so that nobody else's browser keeps it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const { id: orderId = '', what = '' } = params
  const read = { proof: readProof, parcel: readParcelPhoto }[what]
  const file = await run(() =>
    read
      ? read(context.context, { orderId })
      : readEvidencePicture(context.context, { orderId, evidenceId: what }),
  )
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
