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
import { stepPath } from '~/domain/account/joining.schema'
import { openSignIn } from '~/domain/account/open-sign-in.server'
import { readJoining } from '~/domain/account/read-joining.server'
import { actingOrganisation, startPath } from '~/domain/account/viewer'
import { CodeSignIn } from './code-sign-in'
import { PasswordSignIn } from './password-sign-in'
import { SampleAccounts } from './sample-accounts'
import { sendCode } from './send-code.server'
import { signInByPassword } from './sign-in-by-password.server'
import './sign-in.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = metaLocale({ params })
  const asked = new URL(request.url).searchParams.get('next')
  if (context.viewer) {
    const acting = actingOrganisation(context.viewer)
    // Who was on the way in goes on where they left, on whatever device.
    const joining = acting || asked ? null : await run(() => readJoining(context.context))
    const start = `/${locale}${joining ? stepPath(joining.step) : startPath(acting?.kind)}`
    throw redirect(safePath(asked, start), { headers: { 'Cache-Control': 'no-store' } })
  }
  return {
    ...(await run(() => openSignIn(context.context))),
    next: safePath(asked, ''),
    ...signInWords(locale),
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  const asked = { form, locale, next: safePath(form.get('next'), ''), context }
  const outcome = form.has('password') ? await signInByPassword(asked) : await sendCode(asked)
  if (outcome instanceof Response) return outcome
  const { status, headers, ...answer } = outcome
  return data({ ...answer, ...signInWords(locale) }, { status, headers })
}

function signInWords(locale: string) {
  const { address, signIn } = pageWords('entering', locale)
  return { words: pageWords('account', locale).signIn, addressWords: address, codeWords: signIn }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const { title = '', metaDescription = '' } = args.data?.words ?? {}
  return pageMeta(args, { title, description: metaDescription, path: '/sign-in', noIndex: true })
}

export default function SignInPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { words, next, samples } = page
  return (
    <main id="main" className="wrap sign-in">
      <Ways page={page} answer={answer} />
      {samples ? <SampleAccounts words={words} next={next} {...samples} /> : null}
    </main>
  )
}

function Ways({
  page,
  answer,
}: {
  page: ReturnType<typeof signInWords> & { next: string }
  answer: ReturnType<typeof useActionData<typeof action>>
}) {
  const { words, addressWords, codeWords, next } = page
  return (
    <section className="stack">
      <h1>{words.title}</h1>
      <p className="mut">{words.intro}</p>
      <CodeSignIn
        words={codeWords}
        addressWords={addressWords}
        next={next}
        answer={answer?.way === 'code' ? answer : null}
      />
      <PasswordSignIn
        words={words}
        codeWords={codeWords}
        next={next}
        answer={answer?.way === 'password' ? answer : null}
      />
    </section>
  )
}

/** Where the data cannot be reached, what was typed is kept. */
export function ErrorBoundary() {
  const answer = useActionData<typeof action>()
  const error = useRouteError()
  if (!answer || !isRouteErrorResponse(error) || error.status !== 503) return <ErrorPage />
  return (
    <main id="main" className="wrap sign-in">
      <Ways page={answer} answer={answer} />
    </main>
  )
}
