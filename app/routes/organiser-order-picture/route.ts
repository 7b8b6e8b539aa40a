import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { readParcelPhoto } from '~/domain/order/read-parcel-photo.server'
import { readProof } from '~/domain/order/read-proof.server'
import { requireOrganiser } from '~/domain/shared/acting'
import { AppError } from '~/domain/shared/app-error'

/** The proof of an order's transfer, or its parcel, for the organiser: nobody else's browser keeps it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const orderId = params.id ?? ''
  const file = await run(async () => {
    requireOrganiser(context.context.actor)
    if (params.picture === 'proof.webp') return await readProof(context.context, { orderId })
    if (params.picture === 'parcel.webp') return await readParcelPhoto(context.context, { orderId })
    throw new AppError('not-found')
  })
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
