import { Form } from '@remix-run/react'
import {
  NEXT_STEP_LENGTH,
  type OutcomeProblems,
  type OutcomeText,
  type OutcomeValues,
} from '~/domain/meeting/outcome.schema'
import { OUTCOME_KINDS } from '~/domain/shared/enums'
import { money } from '~/domain/shared/money'
import { formatMoney } from '../i18n/format'
import type { PageWords } from '../i18n/page-words.server'
import { useLocale } from '../i18n/use-words'
import { Field, FieldNotes } from './field'
import { Note } from './note'
import './outcome-form.css'

type OutcomeWords = PageWords['meeting']['outcome']

interface OutcomeFormProps {
  words: OutcomeWords
  values: OutcomeValues
  /** Of what the reader's side has said before; null: nothing yet. */
  version: number | null
  problems: OutcomeProblems
  /** Somebody of the same side was quicker. */
  isStale?: boolean
}

/** What came of a meeting, told by one side: works without JavaScript. */
export function OutcomeForm({ words, values, version, problems, isStale = false }: OutcomeFormProps) {
  const hasProblems = Object.keys(problems).length > 0
  const field = (name: OutcomeText) => {
    const problem = problems[name]
    return { name, value: values[name], problem: problem && words.problems[problem] }
  }
  return (
    <Form method="post" replace noValidate>
      {hasProblems || isStale ? <Note tone="bad">{isStale ? words.stale : words.fix}</Note> : null}
      <input type="hidden" name="intent" value="outcome" />
      <input type="hidden" name="outcomeVersion" value={version ?? ''} />
      <fieldset className="fld" aria-describedby={problems.kind ? 'outcome-kind-problem' : undefined}>
        <legend>{words.kind}</legend>
        <div className="kinds">
          {OUTCOME_KINDS.map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" value={kind} defaultChecked={kind === values.kind} />
              {words.kinds[kind]}
            </label>
          ))}
        </div>
        <FieldNotes id="outcome-kind" problem={field('kind').problem} />
      </fieldset>
      <div className={`value ${problems.promised ? 'wrong' : ''}`}>
        <Field
          {...field('promised')}
          label={words.value}
          hint={words.valueHint}
          before="Rp"
          inputMode="numeric"
          maxLength={30}
          ltr
        />
      </div>
      <Field
        {...field('nextStep')}
        label={words.nextStep}
        hint={words.nextStepHint}
        maxLength={NEXT_STEP_LENGTH}
      />
      <Field {...field('nextStepOn')} label={words.nextStepOn} type="date" />
      <div>
        <button type="submit" className="btn pri">
          {words.save}
        </button>
      </div>
    </Form>
  )
}

/** A promised value: always with the word, in sand, and in no total. */
export function Promised({ minor, words }: { minor: number; words: Pick<OutcomeWords, 'promised'> }) {
  const locale = useLocale()
  return (
    <span className="promised">
      <small>{words.promised}</small>
      <b>
        <bdi>{formatMoney(money(minor), locale)}</bdi>
      </b>
    </span>
  )
}
