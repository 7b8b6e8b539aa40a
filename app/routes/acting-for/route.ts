import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { metaLocale } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { actFor } from '~/domain/account/act-for.server'
import { startPath } from '~/domain/account/viewer'

/** Only a form switches; who comes here otherwise, such as after signing in again, goes on from the start. */
export function loader({ params, request, context }: ActionFunctionArgs) {
  requireSignedIn(request, context)
  return redirect(`/${metaLocale({ params })}/sign-in`, { headers: { 'Cache-Control': 'no-store' } })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  requireSignedIn(request, context)
  const form = await readForm(request)
  const { organisationKind } = await run(() =>
    actFor(context.context, {
      sessionId: context.sessionId,
      organisationId: String(form.get('organisation') ?? ''),
    }),
  )
  return redirect(`/${metaLocale({ params })}${startPath(organisationKind)}`, {
    status: 303,
    headers: { 'Cache-Control': 'no-store' },
  })
}
