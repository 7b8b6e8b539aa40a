import { Form, isRouteErrorResponse, useActionData, useRouteError } from '@remix-run/react'
import { useWords } from '../i18n/use-words'
import { ErrorPage } from './error-page'
import { Note } from './note'
import { WrittenList } from './written-list'
import './refused-form.css'

/** What was sent while the data was away (app/keep-typed.server.ts), or signed out (app/require-signed-in.server.ts). */
export interface Kept {
  /** Names and values, in their order. */
  fields: [name: string, value: string][]
  words: { unavailable: string; sendAgain: string }
  /** Only where the session has ended. */
  signedOut?: { title: string; text: string; signIn: string; href: string }
}

/** The page of a form that couldn't be taken: what was typed is all there, and goes again with one tap. */
export function KeptForm({ kept: { fields, words, signedOut } }: { kept: Kept }) {
  const { errors } = useWords()
  return (
    <main id="main" className="wrap refused-form">
      <h1>{signedOut?.title ?? errors.unavailable.title}</h1>
      <Note tone="bad">{signedOut?.text ?? words.unavailable}</Note>
      <WrittenList fields={fields} />
      {signedOut ? (
        <p>
          <a className="btn pri lg" href={signedOut.href} target="_blank" rel="noopener">
            {signedOut.signIn}
          </a>
        </p>
      ) : null}
      <Form method="post" reloadDocument className="stack">
        {fields.map(([name, value], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change, and names repeat
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <p>
          <button type="submit" className={signedOut ? 'btn line lg' : 'btn pri lg'}>
            {words.sendAgain}
          </button>
        </p>
      </Form>
    </main>
  )
}

/** For `ErrorBoundary`: what was typed where the data is away or the session has ended, or else the page of the error. */
export function KeptOrError() {
  const answer = useActionData<{ kept?: Kept }>()
  const error = useRouteError()
  if (!isRouteErrorResponse(error)) return <ErrorPage />
  const kept = error.status === 503 ? answer?.kept : signedOutOf(error.data)
  return kept ? <KeptForm kept={kept} /> : <ErrorPage />
}

function signedOutOf(said: { code?: string; kept?: Kept } | null): Kept | undefined {
  return said?.code === 'signed-out' ? said.kept : undefined
}
