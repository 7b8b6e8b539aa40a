import { Field, FieldNotes, SelectField } from '~/app/components/field'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatDay } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import type { OpenTimesProblems } from '~/domain/meeting/open-times.schema'
import type { OpenTimesView } from '~/domain/meeting/open-times-view'
import type { TypedOpenTimes } from '~/domain/meeting/typed-open-times'
import { type OpenTimesWords, shortDay } from './clock-words'

const LENGTHS = [15, 20, 30, 45, 60]
const GAPS = [0, 5, 10, 15]
const NOTICES = [0, 12, 24, 48, 72]
const WAYS = ['whatsapp', 'room'] as const
const HOLIDAYS_SHOWN = 4

interface SettingFieldsProps {
  typed: TypedOpenTimes
  problems: OpenTimesProblems
  view: OpenTimesView
  words: OpenTimesWords
}

/** How long, how late, by what means, with whom, with which consent, and what is kept free. */
export function SettingFields(props: SettingFieldsProps) {
  return (
    <>
      <HowFields {...props} />
      <WhoFields {...props} />
      <FreeFields {...props} />
      <InstantField {...props} />
    </>
  )
}

function HowFields({ typed, problems, words: { how, problems: sentences } }: SettingFieldsProps) {
  const locale = useLocale()
  const sentence = (name: string) => {
    const problem = problems[name]
    return problem && sentences[problem]
  }
  /** The usual ones, and what is saved where it isn't among them. */
  const options = (usual: readonly number[], value: string, label: (count: number) => string) =>
    [...new Set([...usual, ...(/^\d{1,3}$/.test(value) ? [Number(value)] : [])])]
      .sort((a, b) => a - b)
      .map((count) => ({ value: String(count), label: label(count) }))
  const minutes = (count: number) => fillPlural(how.minutes, count, locale)
  return (
    <section aria-labelledby="how" className="stack">
      <h2 id="how">{how.title}</h2>
      <div className="three">
        <SelectField
          name="meetingMinutes"
          label={how.length}
          value={typed.meetingMinutes}
          problem={sentence('meetingMinutes')}
          options={options(LENGTHS, typed.meetingMinutes, minutes)}
        />
        <SelectField
          name="gapMinutes"
          label={how.gap}
          value={typed.gapMinutes}
          problem={sentence('gapMinutes')}
          options={options(GAPS, typed.gapMinutes, (count) => (count === 0 ? how.noGap : minutes(count)))}
        />
        <SelectField
          name="noticeHours"
          label={how.notice}
          value={typed.noticeHours}
          problem={sentence('noticeHours')}
          options={options(NOTICES, typed.noticeHours, (count) =>
            count === 0 ? how.anyTime : fillPlural(how.hours, count, locale),
          )}
        />
      </div>
      <fieldset className="fld choices">
        <legend>{how.way}</legend>
        {WAYS.map((way) => (
          <label key={way}>
            <input type="radio" name="way" value={way} defaultChecked={typed.way === way} />
            <span>
              <b>{how.ways[way]}</b>
              <small>{how.wayHints[way]}</small>
            </span>
          </label>
        ))}
        <FieldNotes id="way" problem={sentence('way')} />
      </fieldset>
    </section>
  )
}

function WhoFields({ typed, problems, words: { who, problems: sentences } }: SettingFieldsProps) {
  const sentence = (name: string) => {
    const problem = problems[name]
    return problem && sentences[problem]
  }
  return (
    <section aria-labelledby="who" className="stack who">
      <h2 id="who">{who.title}</h2>
      <fieldset
        className="fld choices"
        aria-describedby={problems.representatives && 'representatives-problem'}
      >
        <legend>{who.count}</legend>
        {(['1', '2'] as const).map((count) => (
          <label key={count}>
            <input
              type="radio"
              name="representatives"
              value={count}
              defaultChecked={typed.representatives === count}
            />
            <span>{count === '1' ? who.one : who.two}</span>
          </label>
        ))}
        <FieldNotes id="representatives" problem={sentence('representatives')} />
      </fieldset>
      <div className="two">
        <Field
          name="name1"
          label={who.name1}
          value={typed.names[0]}
          problem={sentence('name1')}
          hint={who.nameHint}
          maxLength={80}
          autoComplete="off"
        />
        <div className="second">
          <Field
            name="name2"
            label={who.name2}
            value={typed.names[1]}
            problem={sentence('name2')}
            hint={who.nameHint}
            maxLength={80}
            autoComplete="off"
          />
        </div>
      </div>
    </section>
  )
}

function FreeFields({ typed, view, words: { free } }: SettingFieldsProps) {
  const locale = useLocale()
  const days = view.holidays.slice(0, HOLIDAYS_SHOWN).map((day) => `\u2068${shortDay(day, locale)}\u2069`)
  return (
    <section aria-labelledby="free" className="stack">
      <h2 id="free">{free.title}</h2>
      <div className="choices">
        <label>
          <input
            type="checkbox"
            name="keepsPrayerTimes"
            value="yes"
            defaultChecked={typed.keepsPrayerTimes}
          />
          <span>
            <b>{free.prayers}</b>
            <small>{free.prayersHint}</small>
          </span>
        </label>
        <label>
          <input
            type="checkbox"
            name="keepsPublicHolidays"
            value="yes"
            defaultChecked={typed.keepsPublicHolidays}
          />
          <span>
            <b>{free.holidays}</b>
            <small>
              {free.holidaysHint}
              {days.length > 0 ? ` ${fill(free.holidaysNext, { days: days.join(' · ') })}` : ''}
            </small>
          </span>
        </label>
      </div>
    </section>
  )
}

function InstantField({ typed, view, words: { instant } }: SettingFieldsProps) {
  const locale = useLocale()
  return (
    <section aria-labelledby="instant" className="stack consent">
      <h2 id="instant">{instant.title}</h2>
      <div className="choices">
        <label>
          <input type="checkbox" name="isInstant" value="yes" defaultChecked={typed.isInstant} />
          <span>
            <b>{instant.label}</b>
            <small>{instant.means}</small>
          </span>
        </label>
      </div>
      <p className="sm mut">{instant.without}</p>
      <p className="sm">{consentText(view, instant, locale) ?? instant.recorded}</p>
    </section>
  )
}

/** When and by whom it was agreed to; null: it wasn't. */
export function consentText(
  { instant }: Pick<OpenTimesView, 'instant'>,
  words: OpenTimesWords['instant'],
  locale: ReturnType<typeof useLocale>,
): string | null {
  if (!instant) return null
  const date = formatDay(instant.since, locale)
  return instant.by
    ? fill(words.since, { date, name: `\u2068${instant.by}\u2069` })
    : fill(words.sinceUnnamed, { date })
}
