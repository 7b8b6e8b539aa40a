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
  /** Days whose spare line was asked for. */
  opened: ReadonlySet<number>
  /** Does at once in the browser what the button would ask the server for. */
  onLine: (intent: string) => void
}

type Weekday = (typeof WEEKDAYS)[number]

export function WeeklyFields({ days, problems, words, opened, onLine }: WeeklyFieldsProps) {
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
            opened={opened}
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
  opened,
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
          const isSpare = isSpareLine(lines, at) && !opened.has(weekday)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line's place is its name
            <div className={`line fld ${isSpare ? 'spare' : ''}`} key={at}>
              {field(names.from, words.weekly.from, line.from)}
              <span className="mut" aria-hidden="true">
                –
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
        {lines.length < MOST_TIMES_A_DAY || isSpareLine(lines, lines.length - 1) ? (
          <button
            className="btn quiet more"
            aria-label={fill(words.weekly.addFor, { day })}
            {...button(`more/${weekday}`)}
          >
            <Icon name="plus" />
            {words.weekly.add}
          </button>
        ) : null}
        {weekday === 1 ? (
          <button className="btn quiet copy" {...button('copy')}>
            {words.weekly.copy}
          </button>
        ) : null}
      </div>
    </fieldset>
  )
}

/** The empty line after a day's times: it waits behind 'add a time' where scripts run. */
function isSpareLine(lines: readonly TypedTime[], at: number): boolean {
  const isEmpty = ({ from, to }: TypedTime) => !from && !to
  return (
    at > 0 && at === lines.length - 1 && lines.filter(isEmpty).length === 1 && lines.slice(at).every(isEmpty)
  )
}
