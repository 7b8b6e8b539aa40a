import { Link } from '@remix-run/react'
import { Field } from '~/app/components/field'
import { Note } from '~/app/components/note'
import { fillPlural } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import type { SignInFields, SignInProblem } from '~/domain/account/sign-in.schema'

export interface PasswordAnswer {
  way: 'password'
  email: string
  failed:
    | { kind: 'fields'; problems: Partial<Record<keyof SignInFields, SignInProblem>> }
    | { kind: 'wrong' }
    | { kind: 'too-many'; minutes: number }
    | { kind: 'unavailable' }
}

interface PasswordSignInProps {
  words: PageWords['account']['signIn']
  codeWords: PageWords['entering']['signIn']
  /** Where to go on to; empty: to the organisation's start. */
  next: string
  answer: PasswordAnswer | null
}

/** A plain form: after signing in everything is loaded anew, so that no page of a visitor's stays. */
export function PasswordSignIn({ words, codeWords, next, answer }: PasswordSignInProps) {
  const to = useLocalePath()
  const problems = answer?.failed.kind === 'fields' ? answer.failed.problems : {}
  const problemOf = (problem: SignInProblem | undefined) => problem && words.problems[problem]
  return (
    <details className="by-password" open={answer !== null}>
      <summary>{codeWords.byPassword}</summary>
      <form method="post" noValidate>
        <Failure words={words} answer={answer} />
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <Field
          name="email"
          label={words.email}
          type="email"
          autoComplete="username"
          maxLength={254}
          value={answer?.email ?? ''}
          problem={problemOf(problems.email)}
          required
          ltr
        />
        <Field
          name="password"
          label={words.password}
          type="password"
          autoComplete="current-password"
          maxLength={128}
          value=""
          problem={problemOf(problems.password)}
          required
          ltr
        />
        <button type="submit" className="btn line">
          {words.submit}
        </button>
        <Link to={to('/sign-in/new-password')}>{codeWords.forgotten}</Link>
      </form>
    </details>
  )
}

function Failure({ words, answer }: Pick<PasswordSignInProps, 'words' | 'answer'>) {
  const locale = useLocale()
  const { errors } = useWords()
  // A field says itself what it lacks.
  if (!answer || answer.failed.kind === 'fields') return null
  const { failed } = answer
  return (
    <Note tone="bad">
      {failed.kind === 'wrong'
        ? words.wrong
        : failed.kind === 'too-many'
          ? fillPlural(words.tooMany, failed.minutes, locale)
          : `${errors.unavailable.title}. ${words.notSignedIn}`}
    </Note>
  )
}
