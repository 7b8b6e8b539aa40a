import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { metaLocale } from '~/app/page-meta'
import { run } from '~/app/run.server'
import { signOut } from '~/domain/account/sign-out.server'

/** Only a form signs out. */
export function loader() {
  throw Response.json({ code: 'not-found' }, { status: 404 })
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const cookies = await run(() =>
    signOut(context.context, { auth: context.auth, cookie: request.headers.get('cookie') ?? '' }),
  )
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return redirect(`/${metaLocale({ params })}`, { status: 303, headers })
}
