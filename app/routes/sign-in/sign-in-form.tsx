import { useEffect, useRef } from 'react'
import { Field } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { fillPlural } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useWords } from '~/app/i18n/use-words'
import type { SignInFields, SignInProblem } from '~/domain/account/sign-in.schema'

export interface SignInAnswer {
  email: string
  failed:
    | { kind: 'fields'; problems: Partial<Record<keyof SignInFields, SignInProblem>> }
    | { kind: 'wrong' }
    | { kind: 'too-many'; minutes: number }
    | { kind: 'unavailable' }
}

interface SignInFormProps {
  words: PageWords['account']['signIn']
  /** Where to go on to; empty: to the organisation's start. */
  next: string
  answer: SignInAnswer | null
}

/** A plain form: after signing in everything is loaded anew, so that no page of a visitor's stays. */
export function SignInForm({ words, next, answer }: SignInFormProps) {
  const problems = answer?.failed.kind === 'fields' ? answer.failed.problems : {}
  const problemOf = (problem: SignInProblem | undefined) => problem && words.problems[problem]
  return (
    <section className="stack">
      <h1>{words.title}</h1>
      <p className="mut">{words.intro}</p>
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
        <button type="submit" className="btn pri lg">
          {words.submit}
        </button>
      </form>
      <p className="sm mut">{words.noJoining}</p>
    </section>
  )
}

/** Takes the focus after an answer, so that everybody learns what happened. */
function Failure({ words, answer }: Pick<SignInFormProps, 'words' | 'answer'>) {
  const locale = useLocale()
  const { errors } = useWords()
  const box = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (answer) box.current?.focus()
  }, [answer])
  // A field says itself what it lacks.
  if (!answer || answer.failed.kind === 'fields') return null
  const { failed } = answer
  return (
    <p className="note bad" role="alert" tabIndex={-1} ref={box}>
      <Icon name="triangle-alert" />
      {failed.kind === 'wrong'
        ? words.wrong
        : failed.kind === 'too-many'
          ? fillPlural(words.tooMany, failed.minutes, locale)
          : `${errors.unavailable.title}. ${words.notSignedIn}`}
    </p>
  )
}
