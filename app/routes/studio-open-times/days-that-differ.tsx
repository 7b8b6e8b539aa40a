import { Field, FieldNotes } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { Note } from '~/app/components/note'
import { fill, fillPlural } from '~/app/i18n/fill'
import { useLocale } from '~/app/i18n/use-words'
import { clockText } from '~/domain/meeting/clock-minute'
import { EXCEPTION_CHOICES } from '~/domain/meeting/open-times.schema'
import type { OpenTimesView } from '~/domain/meeting/open-times-view'
import type { DayException } from '~/domain/meeting/slots'
import { type Answer, NO_DAY } from './answer'
import { longDay, type OpenTimesWords, whatDiffers } from './clock-words'

interface DaysThatDifferProps {
  exceptions: OpenTimesView['exceptions']
  answer: Answer | null
  /** ISO date. */
  today: string
  words: OpenTimesWords
}

/** Days that are closed or opened against the weekly times: a list, and one more. */
export function DaysThatDiffer({ exceptions, answer, today, words }: DaysThatDifferProps) {
  const locale = useLocale()
  const { exceptions: sentences } = words
  return (
    <section aria-labelledby="differing" id="days" className="stack differing">
      <h2 id="differing">{sentences.title}</h2>
      <p className="mut sm">{sentences.hint}</p>
      <Said answer={answer} words={words} />
      {exceptions.length === 0 ? (
        <p className="none mut">{sentences.none}</p>
      ) : (
        <ul>
          {exceptions.map((exception) => (
            <li key={exception.id}>
              <span>
                <b>{longDay(exception.day, locale)}</b>
                {whatDiffers(exception, sentences, locale)}
              </span>
              <button
                type="submit"
                className="btn quiet"
                name="intent"
                value={`remove/${exception.id}`}
                aria-label={fill(sentences.removeFor, { day: longDay(exception.day, locale) })}
              >
                <Icon name="trash-2" />
                {sentences.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddDay answer={answer} today={today} words={words} />
    </section>
  )
}

/** What was done to a day, with the way back. */
function Said({ answer, words }: Pick<DaysThatDifferProps, 'answer' | 'words'>) {
  const locale = useLocale()
  const { exceptions: sentences } = words
  const said = answer?.said
  if (said?.kind === 'gone') return <Note>{sentences.gone}</Note>
  if (said?.kind === 'too-many') return <Note tone="bad">{sentences.tooMany}</Note>
  if (said?.kind !== 'added' && said?.kind !== 'removed') return null
  const what = `${longDay(said.exception.day, locale)}, ${whatDiffers(said.exception, sentences, locale)}`
  return (
    <Note tone="ok">
      <p>{fill(sentences[said.kind], { what })}</p>
      {said.kind === 'added' && said.meetings > 0 ? (
        <p>{fillPlural(sentences.meetings, said.meetings, locale)}</p>
      ) : null}
      {said.kind === 'removed' ? (
        <p>
          <button type="submit" className="btn line" name="intent" value={again(said.exception)}>
            <Icon name="undo-2" />
            {sentences.undo}
          </button>
        </p>
      ) : null}
    </Note>
  )
}

function again({ kind, day, fromMinute, toMinute }: DayException): string {
  if (fromMinute === null || toMinute === null) return `again/closed-day/${day}`
  const choice = kind === 'open' ? 'open' : 'closed-part'
  return `again/${choice}/${day}/${clockText(fromMinute)}/${clockText(toMinute)}`
}

function AddDay({ answer, today, words }: Omit<DaysThatDifferProps, 'exceptions'>) {
  const { exceptions: sentences } = words
  const isWrong = answer?.said?.kind === 'day-wrong'
  const typed = answer?.day ?? NO_DAY
  const sentence = (name: string) => {
    const problem = isWrong ? answer.problems[name] : undefined
    return problem && words.problems[problem]
  }
  const added = answer?.said?.kind === 'added' ? answer.said.exception : null
  return (
    // Empty again after each day that was added.
    <fieldset className="add-day stack" key={added ? `${added.day} ${added.fromMinute}` : ''}>
      <legend>{sentences.addTitle}</legend>
      <div className="fld choices" role="radiogroup" aria-label={sentences.choice}>
        {EXCEPTION_CHOICES.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="choice"
              value={choice}
              defaultChecked={choice === (typed.choice || NO_DAY.choice)}
            />
            <span>{sentences.choices[choice]}</span>
          </label>
        ))}
        <FieldNotes id="choice" problem={sentence('choice')} />
      </div>
      <Field
        name="day"
        type="date"
        label={sentences.day}
        value={typed.day}
        min={today}
        problem={sentence('day')}
      />
      <div className="two times">
        <Field name="from" type="time" label={sentences.from} value={typed.from} problem={sentence('from')} />
        <Field name="to" type="time" label={sentences.to} value={typed.to} />
      </div>
      <p>
        <button type="submit" className="btn" name="intent" value="add-day">
          <Icon name="plus" />
          {sentences.add}
        </button>
      </p>
    </fieldset>
  )
}
