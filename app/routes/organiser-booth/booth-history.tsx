import { fill } from '~/app/i18n/fill'
import { formatShortDay, formatTime } from '~/app/i18n/format'
import { useLocale } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import type { BoothToSee } from '~/domain/organisation/read-booth-to-see.server'
import { HALL_ZONE } from '~/domain/shared/hall-zone'

interface BoothHistoryProps {
  history: BoothToSee['history']
  words: { events: Record<BoothToSee['history'][number]['kind'], string>; by: string }
}

/** What was decided about a booth's publication, and by whom. */
export function BoothHistory({ history, words }: BoothHistoryProps) {
  const locale = useLocale()
  if (history.length === 0) return null
  return (
    <ol className="told">
      {history.map((event) => {
        const time = `${formatShortDay(event.at, locale, HALL_ZONE)} ${formatTime(event.at, locale, HALL_ZONE)}`
        return (
          <li key={event.id}>
            <p>
              <b>{words.events[event.kind]}</b>{' '}
              <time className="mut sm" dateTime={event.at.toISOString()}>
                {event.personName ? fill(words.by, { name: isolated(event.personName, locale), time }) : time}
              </time>
            </p>
            {event.text ? (
              <p className="text">
                <bdi>{event.text}</bdi>
              </p>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
