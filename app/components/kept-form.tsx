import { Form, isRouteErrorResponse, useActionData, useRouteError } from '@remix-run/react'
import { useWords } from '../i18n/use-words'
import { ErrorPage } from './error-page'
import { Note } from './note'

/** What was sent while the data was away: see app/keep-typed.server.ts. */
export interface Kept {
  /** Names and values, in their order. */
  fields: [string, string][]
  words: { unavailable: string; sendAgain: string }
}

const CHOICES = /^(intent|seen|id|agree|kind|channel|role|language|claim|field)$|Code$/

/** The page of a form that couldn't be taken: what was typed is all there, and goes again with one tap. */
export function KeptForm({ kept: { fields, words } }: { kept: Kept }) {
  const { errors } = useWords()
  // Choices are codes: they go again, and say nothing to a reader.
  const written = fields.filter(([name, value]) => !CHOICES.test(name) && value.trim() !== '')
  return (
    <main id="main" className="wrap stack">
      <h1>{errors.unavailable.title}</h1>
      <Note tone="bad">{words.unavailable}</Note>
      {written.length > 0 ? (
        <ul>
          {written.map(([name, value]) => (
            <li key={name}>
              <bdi>{value}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
      <Form method="post" reloadDocument className="stack">
        {fields.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <p>
          <button type="submit" className="btn pri lg">
            {words.sendAgain}
          </button>
        </p>
      </Form>
    </main>
  )
}

/** For `ErrorBoundary`: what was typed where it is the data that is away, or else the page of the error. */
export function KeptOrError() {
  const answer = useActionData<{ kept?: Kept }>()
  const error = useRouteError()
  const isAway = isRouteErrorResponse(error) && error.status === 503
  return answer?.kept && isAway ? <KeptForm kept={answer.kept} /> : <ErrorPage />
}
