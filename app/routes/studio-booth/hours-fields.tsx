import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import { copyMonday, openField, type TypedBooth } from '~/domain/booth/typed-booth'
import { WEEKDAYS, type Weekday } from '~/domain/shared/opening-hours'
import type { FieldsProps } from './fields-props'

/** Each day's hours, with a break where there is one; Monday's can be copied to the days after it. */
export function HoursFields({ onCopy, ...props }: FieldsProps & { onCopy: (typed: TypedBooth) => void }) {
  const { typed, words } = props
  const copy = (last: Weekday, label: string) => (
    <button
      type="submit"
      className="btn line s"
      name="intent"
      value={`hours/${last}`}
      onClick={(event) => {
        event.preventDefault()
        onCopy(copyMonday(typed, last))
      }}
    >
      {label}
    </button>
  )
  return (
    <>
      <p className="mut sm">{words.hoursHint}</p>
      <div className="days">
        {WEEKDAYS.map((day) => (
          <Day key={day} day={day} {...props} />
        ))}
      </div>
      <p className="row wrapx">
        {copy(5, words.copyFriday)}
        {copy(6, words.copySaturday)}
      </p>
    </>
  )
}

function Day({ day, filled, field, words }: FieldsProps & { day: Weekday }) {
  const name = words.days[day]
  const hasPause = filled[openField(day, 1, 'from')] !== '' || filled[openField(day, 1, 'to')] !== ''
  const isWrong = field(openField(day, 1, 'from')).problem || field(openField(day, 1, 'to')).problem
  const span = (at: 0 | 1, opens: string, closes: string) => {
    const ends = [
      { ...field(openField(day, at, 'from')), label: opens },
      { ...field(openField(day, at, 'to')), label: closes },
    ]
    const wrong = ends.find(({ problem }) => problem)
    return (
      <div className="span fld">
        {ends.map(({ id, problem, value, label, ...rest }, end) => (
          <span key={id} className="end">
            {end === 1 ? (
              <span className="mut" aria-hidden="true">
                –
              </span>
            ) : null}
            <input
              type="time"
              className={`in ${problem ? 'err' : ''}`}
              dir="ltr"
              id={id}
              name={rest.name}
              aria-label={fill(label, { day: name })}
              aria-invalid={problem ? true : undefined}
              aria-describedby={problem && wrong ? `${wrong.id}-problem` : undefined}
              defaultValue={value}
            />
          </span>
        ))}
        {wrong ? (
          <small className="msg" id={`${wrong.id}-problem`}>
            <Icon name="triangle-alert" />
            {wrong.problem}
          </small>
        ) : null}
      </div>
    )
  }
  return (
    <fieldset className="day">
      <legend>{name}</legend>
      {span(0, words.opens, words.closes)}
      <details open={hasPause || isWrong ? true : undefined}>
        <summary>
          <span aria-hidden="true">{words.pause}</span>
          <span className="vh">{fill(words.pauseOn, { day: name })}</span>
        </summary>
        {span(1, words.opensAgain, words.closesAgain)}
      </details>
    </fieldset>
  )
}
