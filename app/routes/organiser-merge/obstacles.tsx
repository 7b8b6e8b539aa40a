import { Link } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import { formatShortDay, formatTime } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import type { MergeObstacle } from '~/domain/organisation/merge-obstacles.server'
import { HALL_ZONE } from '~/domain/shared/hall-zone'
import type { MergePageWords } from './merge-words'

/** What stands in the way, each with what the organiser can do about it. */
export function Obstacles({
  obstacles,
  words,
}: {
  obstacles: readonly MergeObstacle[]
  words: MergePageWords['merge']
}) {
  const locale = useLocale()
  const to = useLocalePath()
  return (
    <section>
      <h2>{words.obstacles}</h2>
      <ul className="obstacles">
        {obstacles.map((obstacle) => (
          <li key={`${obstacle.kind} ${'meetingId' in obstacle ? obstacle.meetingId : ''}`}>
            <Icon name="triangle-alert" className="bad-t" />
            <span>
              {sentence(obstacle)}{' '}
              {'meetingId' in obstacle ? (
                <Link to={to(`/meetings/${obstacle.meetingId}`)}>{words.seeMeeting}</Link>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )

  function sentence(obstacle: MergeObstacle): string {
    const text = words.obstacle[obstacle.kind]
    switch (obstacle.kind) {
      case 'same-need':
        return fill(text, { company: isolated(obstacle.company, locale) })
      case 'times-overlap': {
        const at = obstacle.startsAt
        return fill(text, {
          time: `\u2068${formatShortDay(at, locale, HALL_ZONE)} ${formatTime(at, locale, HALL_ZONE)}\u2069`,
        })
      }
      default:
        return text
    }
  }
}
