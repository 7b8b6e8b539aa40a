import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { readPayoutProof } from '~/domain/order/read-payout-proof.server'
import { requirePesantren } from '~/domain/shared/acting'

/** The bank's paper of what was paid to the pesantren: nobody else's browser keeps it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  await run(async () => requirePesantren(context.context.actor))
  const file = await run(() => readPayoutProof(context.context, { payoutId: params.id ?? '' }))
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
