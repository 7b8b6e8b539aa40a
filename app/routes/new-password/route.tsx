import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { CodeForm } from '~/app/components/code-form'
import { ErrorPage } from '~/app/components/error-page'
import { Field } from '~/app/components/field'
import { Note } from '~/app/components/note'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { PASSWORD_LENGTH } from '~/domain/account/password'
import { readCode } from '~/domain/account/read-code.server'
import { AskEmail } from './ask-email'
import { askForCode, sendAnew, setNew } from './new-password.server'
import './new-password.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const challenge = query.get('code')
  const code = challenge
    ? await run(() => readCode(context.context, { challenge, purpose: 'reset', secret: context.codeSecret }))
    : null
  // Back, after it was set.
  if (challenge && !code && context.viewer)
    throw redirect(`/${locale}/sign-in`, { headers: { 'Cache-Control': 'no-store' } })
  const { code: codeWords, address, newPassword } = pageWords('entering', locale)
  return data(
    {
      code,
      challenge: code ? challenge : null,
      isOver: challenge !== null && !code,
      sentAgain: query.has('again'),
      words: newPassword,
      codeWords,
      addressWords: address,
    },
    { headers: { 'Cache-Control': 'no-store' } },
  )
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  const challenge = new URL(request.url).searchParams.get('code')
  const asked = { form, locale, context }
  if (!challenge || form.get('intent') === 'ask') return askForCode(asked)
  return form.get('intent') === 'resend' ? sendAnew({ ...asked, challenge }) : setNew({ ...asked, challenge })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const { title = '', metaDescription = '' } = args.data?.words ?? {}
  return pageMeta(args, { title, description: metaDescription, path: '/sign-in/new-password', noIndex: true })
}

export default function NewPasswordPage() {
  const { code, isOver, sentAgain, words, codeWords, addressWords } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const to = useLocalePath()
  const problem = answer?.step === 'set' ? answer.password : null
  if (!code) {
    return (
      <main id="main" className="wrap new-password">
        <h1>{words.title}</h1>
        {isOver && answer?.step !== 'ask' ? <Note tone="bad">{codeWords.failures.expired}</Note> : null}
        <AskEmail words={words} addressWords={addressWords} answer={answer?.step === 'ask' ? answer : null} />
        <p>
          <Link to={to('/sign-in')}>{words.back}</Link>
        </p>
      </main>
    )
  }
  return (
    <main id="main" className="wrap new-password">
      <h1>{words.codeTitle}</h1>
      <CodeForm
        words={codeWords}
        tooManyCodes={addressWords.tooMany}
        code={code}
        failed={answer?.step === 'set' ? answer.failed : null}
        typed={answer?.step === 'set' ? answer.code : ''}
        sentAgain={sentAgain}
        submit={words.submit}
        change={<Link to={to('/sign-in/new-password')}>{codeWords.change}</Link>}
      >
        <Field
          name="password"
          label={words.password}
          type="password"
          autoComplete="new-password"
          maxLength={PASSWORD_LENGTH.most}
          value=""
          problem={
            problem
              ? fill(words.problems[problem], PASSWORD_LENGTH)
              : answer?.step === 'set' && answer.isTypedAgain
                ? words.typeAgain
                : undefined
          }
          hint={fill(words.hint, PASSWORD_LENGTH)}
          required
          ltr
        />
        <p className="sm mut">{words.after}</p>
      </CodeForm>
    </main>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
