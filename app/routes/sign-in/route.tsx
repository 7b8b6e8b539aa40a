import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { pageWords } from '~/app/i18n/page-words.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { safePath } from '~/app/safe-path'
import { openSignIn } from '~/domain/account/open-sign-in.server'
import { signInProblems, signInSchema } from '~/domain/account/sign-in.schema'
import { signIn } from '~/domain/account/sign-in.server'
import { actingOrganisation, startPath } from '~/domain/account/viewer'
import { SampleAccounts } from './sample-accounts'
import { SignInForm } from './sign-in-form'
import './sign-in.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = metaLocale({ params })
  const asked = new URL(request.url).searchParams.get('next')
  if (context.viewer) {
    const start = `/${locale}${startPath(actingOrganisation(context.viewer)?.kind)}`
    throw redirect(safePath(asked, start), { headers: { 'Cache-Control': 'no-store' } })
  }
  return {
    ...(await run(() => openSignIn(context.context))),
    next: safePath(asked, ''),
    words: pageWords('account', locale).signIn,
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  const typed = { email: String(form.get('email') ?? '').slice(0, 300), password: form.get('password') }
  const next = safePath(form.get('next'), '')
  // The password never goes back to the page.
  const answer = { email: typed.email, next, words: pageWords('account', locale).signIn }
  const parsed = signInSchema.safeParse(typed)
  if (!parsed.success) {
    const problems = signInProblems(parsed.error)
    return data({ ...answer, failed: { kind: 'fields' as const, problems } }, { status: 400 })
  }
  const outcome = await run(() =>
    signIn(context.context, {
      auth: context.auth,
      fields: parsed.data,
      clientKey: context.clientKey,
      sessionId: context.sessionId,
    }),
  ).catch((refusal: unknown) => {
    if (refusal instanceof Response && refusal.status === 503) return { kind: 'unavailable' as const }
    throw refusal
  })
  if (outcome.kind === 'signed-in') {
    const headers = new Headers({ 'Cache-Control': 'no-store' })
    for (const cookie of outcome.cookies) headers.append('Set-Cookie', cookie)
    // Without a page to go on to, this one leads to where the organisation's day begins.
    return redirect(next || `/${locale}/sign-in`, { status: 303, headers })
  }
  if (outcome.kind === 'too-many') {
    const minutes = Math.ceil(outcome.retryAfterSeconds / 60)
    return data(
      { ...answer, failed: { kind: 'too-many' as const, minutes } },
      { status: 429, headers: { 'Retry-After': String(outcome.retryAfterSeconds) } },
    )
  }
  const isWrong = outcome.kind === 'wrong'
  return data(
    { ...answer, failed: { kind: outcome.kind } },
    { status: isWrong ? 400 : 503, headers: isWrong ? {} : { 'Retry-After': '10' } },
  )
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const { title = '', metaDescription = '' } = args.data?.words ?? {}
  return pageMeta(args, { title, description: metaDescription, path: '/sign-in', noIndex: true })
}

export default function SignInPage() {
  const { words, next, samples } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <main id="main" className="wrap sign-in">
      <SignInForm words={words} next={next} answer={answer ?? null} />
      {samples ? <SampleAccounts words={words} next={next} {...samples} /> : null}
    </main>
  )
}

/** Where the data cannot be reached, what was typed is kept. */
export function ErrorBoundary() {
  const answer = useActionData<typeof action>()
  const error = useRouteError()
  if (!answer || !isRouteErrorResponse(error) || error.status !== 503) return <ErrorPage />
  return (
    <main id="main" className="wrap sign-in">
      <SignInForm words={answer.words} next={answer.next} answer={answer} />
    </main>
  )
}
