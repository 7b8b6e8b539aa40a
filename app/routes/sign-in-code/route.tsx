import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { codeAnswer, resendAnswer } from '~/app/code-failure'
import { CodeForm } from '~/app/components/code-form'
import { ErrorPage } from '~/app/components/error-page'
import { Field } from '~/app/components/field'
import { JoiningPage } from '~/app/components/joining-page'
import { Note } from '~/app/components/note'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { safePath } from '~/app/safe-path'
import { whenUnavailable } from '~/app/unavailable.server'
import { PASSWORD_LENGTH } from '~/domain/account/password'
import { proveCode } from '~/domain/account/prove-code.server'
import { readCode } from '~/domain/account/read-code.server'
import { resendCode } from '~/domain/account/resend-code.server'
import { type SetPasswordOutcome, setPassword } from '~/domain/account/set-password.server'
import { JOINING_KINDS, type JoiningKind } from '~/domain/shared/account-enums'
import './sign-in-code.css'

const NO_STORE = { 'Cache-Control': 'no-store' }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const next = safePath(query.get('next'), '')
  const joinWords = joiningKind(query) ? pageWords('join', locale) : null
  const code = await run(() =>
    readCode(context.context, {
      challenge: params.challenge ?? '',
      purpose: 'enter',
      secret: context.codeSecret,
    }),
  )
  // Back, after coming in.
  if (!code && context.viewer) throw redirect(next || `/${locale}/sign-in`, { headers: NO_STORE })
  const { code: codeWords, codePage, address, newPassword } = pageWords('entering', locale)
  return data(
    {
      code,
      next,
      sentAgain: query.has('again'),
      codeWords,
      words: codePage,
      tooMany: address.tooMany,
      joinWords,
      // Who joins by e-mail may choose one beside: coming in by codes needs none.
      passwordWords: joinWords && code?.takesPassword ? newPassword : null,
    },
    { status: code ? 200 : 404, headers: NO_STORE },
  )
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  const asWhat = new URL(request.url).searchParams
  const next = safePath(asWhat.get('next'), '')
  const join = joiningKind(asWhat)
  const asked = {
    challenge: params.challenge ?? '',
    clientKey: context.clientKey,
    device: context.device,
    secret: context.codeSecret,
  }
  if (form.get('intent') === 'resend') {
    const outcome = await run(() =>
      resendCode(context.context, { ...asked, purpose: 'enter', locale }),
    ).catch(whenUnavailable)
    if (outcome.kind === 'sent') {
      const query = new URLSearchParams({ ...(join && { join }), ...(next && { next }), again: '1' })
      return redirect(`/${locale}/sign-in/code/${outcome.challenge}?${query}`, {
        status: 303,
        headers: NO_STORE,
      })
    }
    const { failed, ...init } = outcome.kind === 'unavailable' ? codeAnswer(outcome) : resendAnswer(outcome)
    return data({ failed, password: null, typed: '' }, init)
  }
  const code = String(form.get('code') ?? '').slice(0, 40)
  const password = join ? String(form.get('password') ?? '').slice(0, 1_000) : ''
  const given = { ...asked, code, auth: context.auth, sessionId: context.sessionId, joiningKind: join }
  const outcome = await run(
    (): Promise<SetPasswordOutcome> =>
      password === ''
        ? proveCode(context.context, given)
        : setPassword(context.context, { ...given, purpose: 'enter', password }),
  ).catch(whenUnavailable)
  if (outcome.kind === 'password') {
    const failed = outcome.code === 'missing' ? { kind: 'missing' as const } : null
    return data({ failed, password: outcome.problem, typed: code }, { status: 400 })
  }
  if (outcome.kind !== 'signed-in') {
    const { failed, ...init } = codeAnswer(outcome)
    const typed = outcome.kind === 'unavailable' ? code : ''
    return data({ failed, password: password === '' ? null : ('again' as const), typed }, init)
  }
  const headers = new Headers(NO_STORE)
  for (const cookie of outcome.cookies) headers.append('Set-Cookie', cookie)
  return redirect(outcome.isNew ? joiningPath(next, locale) : next || `/${locale}/sign-in`, {
    status: 303,
    headers,
  })
}

/** What somebody on the way to join has said that they are. */
function joiningKind(query: URLSearchParams): JoiningKind | null {
  return JOINING_KINDS.find((kind) => kind === query.get('join')) ?? null
}

const isJoining = (next: string, locale: string) => new RegExp(`^/${locale}/join(?:[/?]|$)`).test(next)

/** Whoever is new says first what they agree to and who they are; where they were going is kept. */
function joiningPath(next: string, locale: string): string {
  if (isJoining(next, locale)) return next
  return `/${locale}/join${next ? `?${new URLSearchParams({ next })}` : ''}`
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const { title = '', metaDescription = '' } = args.data?.words ?? {}
  return pageMeta(args, { title, description: metaDescription, path: '/sign-in', noIndex: true })
}

export default function SignInCodePage() {
  const { code, next, sentAgain, words, codeWords, tooMany, joinWords, passwordWords } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const failed = answer?.failed ?? null
  const problem = answer?.password
  const to = useLocalePath()
  const back = /^\/\w+\/join/.test(next)
    ? to('/join')
    : `${to('/sign-in')}${next ? `?${new URLSearchParams({ next })}` : ''}`
  const form = code ? (
    <CodeForm
      words={codeWords}
      tooManyCodes={tooMany}
      code={code}
      failed={failed}
      typed={answer?.typed ?? ''}
      sentAgain={sentAgain}
      change={<Link to={back}>{codeWords.change}</Link>}
    >
      {passwordWords ? (
        <Field
          name="password"
          label={words.password}
          type="password"
          autoComplete="new-password"
          maxLength={PASSWORD_LENGTH.most}
          value=""
          problem={
            problem === 'again'
              ? passwordWords.typeAgain
              : problem
                ? fill(passwordWords.problems[problem], PASSWORD_LENGTH)
                : undefined
          }
          hint={fill(words.passwordHint, PASSWORD_LENGTH)}
          ltr
        />
      ) : null}
    </CodeForm>
  ) : null
  if (joinWords && form) {
    return (
      <JoiningPage words={joinWords} title={words.title} step="code">
        {form}
      </JoiningPage>
    )
  }
  return (
    <main id="main" className="wrap sign-in-code">
      {form ? (
        <>
          <h1>{words.title}</h1>
          {form}
        </>
      ) : (
        <>
          <h1>{words.over}</h1>
          {failed?.kind === 'used' || failed?.kind === 'unknown' ? (
            <Note tone="bad">{codeWords.failures[failed.kind]}</Note>
          ) : null}
          <p>{words.overText}</p>
          <p>
            <Link className="btn pri lg" to={back}>
              {words.again}
            </Link>
          </p>
        </>
      )}
    </main>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
