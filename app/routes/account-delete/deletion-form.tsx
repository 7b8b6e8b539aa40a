import { Form, Link, useNavigation } from '@remix-run/react'
import { CodeForm } from '~/app/components/code-form'
import { Field } from '~/app/components/field'
import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import type { CodeView } from '~/domain/account/read-code.server'
import type { DeletionView } from '~/domain/account/read-deletion.server'
import type { DeletionAnswer } from './act.server'
import { choiceName } from './choices'
import { Partings } from './partings'

interface DeletionFormProps {
  page: {
    deletion: DeletionView
    code: CodeView | null
    sentAgain: boolean
    choices: Record<string, string>
    words: PageWords['me']
    codeWords: PageWords['entering']['code']
    tooManyCodes: PageWords['entering']['address']['tooMany']
  }
  answer: DeletionAnswer | null
}

/** What becomes of the organisations, the proof that it is oneself, and the word that nobody types by accident. */
export function DeletionForm({ page, answer }: DeletionFormProps) {
  const { deletion, code } = page
  const words = page.words.remove
  const to = useLocalePath()
  const isBusy = useNavigation().state !== 'idle'
  const choices = answer?.choices ?? page.choices
  const partings = { organisations: deletion.organisations, choices, words }
  const isStuck = deletion.organisations.some(({ parting }) => parting === 'stuck')
  const keep = (
    <Link to={to('/account')} className="btn quiet">
      {words.keep}
    </Link>
  )
  if (isStuck) {
    return (
      <>
        <Partings {...partings} />
        <p className="row wrapx">
          <Link to={to('/team')} className="btn pri">
            {words.team}
          </Link>
          {keep}
        </p>
      </>
    )
  }
  const word = (
    <Field
      name="word"
      label={fill(words.word, { word: words.theWord })}
      value={answer?.word ?? ''}
      problem={answer?.kind === 'word' ? fill(words.wordWrong, { word: words.theWord }) : undefined}
      autoComplete="off"
      maxLength={20}
      required
    />
  )
  // Somebody else may have become or left as owner since the choice was made: then it is made again first.
  if (code && answer?.kind !== 'undecided') {
    return (
      <section>
        <h2>{words.proof}</h2>
        <CodeForm
          words={page.codeWords}
          tooManyCodes={page.tooManyCodes}
          code={code}
          failed={answer?.kind === 'code' ? answer.failed : null}
          typed={answer?.kind === 'code' ? answer.typed : ''}
          sentAgain={page.sentAgain}
          submit={words.submit}
          hidden={Object.fromEntries(Object.entries(choices).map(([id, choice]) => [choiceName(id), choice]))}
          change={keep}
        >
          {word}
        </CodeForm>
      </section>
    )
  }
  return (
    <Form method="post" action={to('/account/delete')} noValidate>
      <Partings {...partings} />
      <h2>{words.proof}</h2>
      {deletion.hasPassword ? (
        <>
          {word}
          <Field
            name="password"
            label={words.password}
            type="password"
            autoComplete="current-password"
            maxLength={128}
            value=""
            problem={answer?.kind === 'wrong-password' ? words.wrongPassword : undefined}
            required
            ltr
          />
          <button type="submit" name="intent" value="password" className="btn pri lg" disabled={isBusy}>
            {words.submit}
          </button>
        </>
      ) : null}
      {deletion.canGetCode ? (
        <button
          type="submit"
          name="intent"
          value="code"
          className={deletion.hasPassword ? 'btn line' : 'btn pri lg'}
          disabled={isBusy}
        >
          {deletion.hasPassword ? words.codeInstead : words.sendCode}
        </button>
      ) : deletion.hasPassword ? null : (
        <p>{words.noAddress}</p>
      )}
      {keep}
    </Form>
  )
}
