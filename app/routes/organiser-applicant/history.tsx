import { fill } from '~/app/i18n/fill'
import { formatShortDay, formatTime } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import type { HistoryEvent } from '~/domain/organisation/applicant-view'
import { HALL_ZONE } from '~/domain/shared/hall-zone'
import type { ApplicantWords } from './applicant-words'

/** What was said about letting it in, the first first. */
export function History({ events, words }: { events: readonly HistoryEvent[]; words: ApplicantWords }) {
  const said = words.applicant
  const locale = useLocale()
  const time = (at: Date) => `${formatShortDay(at, locale, HALL_ZONE)} ${formatTime(at, locale, HALL_ZONE)}`
  return (
    <section>
      <h2>{said.history}</h2>
      {events.length === 0 ? (
        <p className="mut">{said.noHistory}</p>
      ) : (
        <ol className="told">
          {events.map((event) => (
            <li key={event.id}>
              <p>
                <b>{words.events[event.kind]}</b>{' '}
                <time className="mut sm" dateTime={event.at.toISOString()}>
                  {event.personName
                    ? fill(said.by, { name: isolated(event.personName, locale), time: time(event.at) })
                    : time(event.at)}
                </time>
              </p>
              {event.text ? (
                <p className="text">
                  <bdi>{event.text}</bdi>
                </p>
              ) : null}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
