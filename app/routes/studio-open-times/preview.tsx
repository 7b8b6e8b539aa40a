import { Fragment } from 'react'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatTime } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import type { OpenTimesView } from '~/domain/meeting/open-times-view'
import { type OpenTimesWords, shortDay } from './clock-words'

/** The week of times that buyers can pick now. */
export function Preview({ view, words }: { view: OpenTimesView; words: OpenTimesWords }) {
  const locale = useLocale()
  const { preview, takenInPreview, timeZone } = view
  const count = preview.reduce((sum, { slots }) => sum + slots.length, 0)
  const [first, last] = [preview[0], preview.at(-1)]
  const span = {
    from: first ? `\u2068${shortDay(first.day, locale)}\u2069` : '',
    to: last ? `\u2068${shortDay(last.day, locale)}\u2069` : '',
  }
  return (
    <section aria-labelledby="preview" className="preview">
      <h2 id="preview">{words.preview.title}</h2>
      {preview.length === 0 ? (
        <p>{words.preview.empty}</p>
      ) : (
        <>
          <p>
            <b>
              {count === 0
                ? fill(words.preview.none, span)
                : fillPlural(words.preview.count, count, locale, span)}
            </b>{' '}
            {takenInPreview > 0 ? fillPlural(words.preview.taken, takenInPreview, locale) : null}
          </p>
          <dl className="ledger">
            {preview.map(({ day, slots }) => (
              <div key={day}>
                <dt>{shortDay(day, locale)}</dt>
                <dd>
                  {slots.length === 0 ? (
                    <span className="mut">{whyEmpty(view, day, words)}</span>
                  ) : (
                    slots.map(({ startsAt }) => (
                      <Fragment key={startsAt.getTime()}>
                        <bdi>{formatTime(startsAt, locale, timeZone)}</bdi>{' '}
                      </Fragment>
                    ))
                  )}
                </dd>
              </div>
            ))}
          </dl>
          <p className="sm mut">{words.preview.asSaved}</p>
        </>
      )}
    </section>
  )
}

function whyEmpty({ holidays, exceptions }: OpenTimesView, day: string, { preview }: OpenTimesWords): string {
  const isClosed = exceptions.some(
    (exception) => exception.day === day && exception.kind === 'closed' && exception.fromMinute === null,
  )
  if (isClosed) return preview.closedDay
  return holidays.includes(day) ? preview.holiday : preview.dayEmpty
}
