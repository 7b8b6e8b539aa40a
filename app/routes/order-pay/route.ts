import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { metaLocale } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { startPayment } from '~/domain/order/start-payment.server'

/** Only a form leads here. */
export function loader(): never {
  throw Response.json({ code: 'not-found' }, { status: 404 })
}

/** Leads to the page where cards are taken; where that isn't possible, back to the order, which says why. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  requireSignedIn(request, context)
  const orderId = params.id ?? ''
  const started = await run(() => startPayment(context.context, { orderId, publicUrl: context.publicUrl }))
  const page = `/${metaLocale({ params })}/orders/${encodeURIComponent(orderId)}`
  return redirect(started.kind === 'started' ? started.url : `${page}?pay=${started.kind}`, {
    status: 303,
    headers: { 'Cache-Control': 'no-store' },
  })
}
