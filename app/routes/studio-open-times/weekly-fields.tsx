import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import type { OpenTimesProblems } from '~/domain/meeting/open-times.schema'
import {
  MOST_TIMES_A_DAY,
  type TypedOpenTimes,
  type TypedTime,
  timeNames,
  WEEKDAYS,
} from '~/domain/meeting/typed-open-times'
import type { OpenTimesWords } from './clock-words'

interface WeeklyFieldsProps {
  days: TypedOpenTimes['days']
  problems: OpenTimesProblems
  words: OpenTimesWords
  /** Does at once in the browser what the button would ask the server for. */
  onLine: (intent: string) => void
}

type Weekday = (typeof WEEKDAYS)[number]

export function WeeklyFields({ days, problems, words, onLine }: WeeklyFieldsProps) {
  return (
    <section aria-labelledby="weekly">
      <h2 id="weekly">{words.weekly.title}</h2>
      <p className="mut sm">{words.weekly.hint}</p>
      <div className="days">
        {WEEKDAYS.map((weekday, at) => (
          <Day
            key={weekday}
            weekday={weekday}
            lines={days[at] ?? []}
            problems={problems}
            words={words}
            onLine={onLine}
          />
        ))}
      </div>
    </section>
  )
}

function Day({
  weekday,
  lines,
  problems,
  words,
  onLine,
}: Omit<WeeklyFieldsProps, 'days'> & { weekday: Weekday; lines: TypedTime[] }) {
  const day = words.days[weekday]
  const button = (intent: string) => ({
    type: 'submit' as const,
    name: 'intent',
    value: intent,
    onClick: (event: { preventDefault(): void }) => {
      event.preventDefault()
      onLine(intent)
    },
  })
  return (
    <fieldset className="day">
      <legend>{day}</legend>
      <div className="lines">
        {lines.map((line, at) => {
          const names = timeNames(weekday, at)
          const problem = problems[`d${weekday}-${at}`]
          const id = `problem-${weekday}-${at}`
          const field = (name: string, label: string, value: string) => (
            <input
              type="time"
              className={`in ${problem ? 'err' : ''}`}
              dir="ltr"
              name={name}
              aria-label={fill(label, { day })}
              aria-invalid={problem ? true : undefined}
              aria-describedby={problem ? id : undefined}
              defaultValue={value}
            />
          )
          const isFilled = line.from !== '' || line.to !== ''
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line's place is its name
            <div className="line fld" key={at}>
              {field(names.from, words.weekly.from, line.from)}
              <span className="mut sm" aria-hidden="true">
                {words.weekly.until}
              </span>
              {field(names.to, words.weekly.to, line.to)}
              {isFilled ? (
                <button
                  className="btn quiet sq"
                  aria-label={fill(words.weekly.remove, { day, line: at + 1 })}
                  {...button(`drop/${weekday}/${at}`)}
                >
                  <Icon name="x" />
                </button>
              ) : null}
              {problem ? (
                <small className="msg" id={id}>
                  <Icon name="triangle-alert" />
                  {words.problems[problem]}
                </small>
              ) : null}
            </div>
          )
        })}
        <div className="row wrapx more">
          {lines.length < MOST_TIMES_A_DAY ? (
            <button
              className="btn quiet"
              aria-label={fill(words.weekly.addFor, { day })}
              {...button(`more/${weekday}`)}
            >
              <Icon name="plus" />
              {words.weekly.add}
            </button>
          ) : null}
          {weekday === 1 ? (
            <button className="btn quiet" {...button('copy')}>
              {words.weekly.copy}
            </button>
          ) : null}
        </div>
      </div>
    </fieldset>
  )
}
