import { HALL_ZONE } from '~/domain/shared/hall-zone'
import { fill } from '../i18n/fill'
import { formatShortDay, formatTime } from '../i18n/format'
import { useLocale } from '../i18n/use-words'
import type { MatchWords } from '../match-sentences'
import { isHallTime } from '../zone-name'
import './time-button.css'

interface TimeProps {
  startsAt: Date
  /** The reader's zone. */
  zone: string
  words: MatchWords['times']
  /** False where the day stands in a heading. */
  withDay?: boolean
}

/**
 * Sends its form with a time: as `startsAt`, in ISO 8601. A time that is only asked for says so, to the eye
 * and to the ear; one that is booked at once says that in its name.
 */
export function TimeButton({
  asks,
  booth,
  filled = false,
  ...time
}: TimeProps & {
  asks: boolean
  /** Whom one meets, for the button's name. */
  booth: string
  filled?: boolean
}) {
  const { words } = time
  return (
    <button
      type="submit"
      name="startsAt"
      value={time.startsAt.toISOString()}
      className={`time ${asks ? 'asks' : ''} ${filled ? 'pri' : ''}`}
    >
      <span className="vh">{`${asks ? words.ask : words.book} `}</span>
      <TimeText {...time} />
      {asks ? <em aria-hidden="true">{words.ask}</em> : null}
      <span className="vh">{` ${fill(words.with, { booth })}`}</span>
    </button>
  )
}

/** A time that cannot be pressed: one that somebody else has just taken, or another's to choose. */
export function ShownTime({ taken = false, ...time }: TimeProps & { taken?: boolean }) {
  if (!taken) {
    return (
      <span className="time still">
        <TimeText {...time} />
      </span>
    )
  }
  return (
    <span className="time gone">
      <s>
        <TimeText {...time} />
      </s>
      <span className="vh">{` ${time.words.takenMark}`}</span>
    </span>
  )
}

function TimeText({ startsAt, zone, words, withDay = true }: TimeProps) {
  const locale = useLocale()
  const day = formatShortDay(startsAt, locale, zone)
  const hallDay = formatShortDay(startsAt, locale, HALL_ZONE)
  const hallTime = fill(words.wib, { time: formatTime(startsAt, locale, HALL_ZONE) })
  return (
    <>
      <bdi className="clock">{formatTime(startsAt, locale, zone)}</bdi>
      {withDay ? <small> {day}</small> : null}
      {isHallTime(startsAt, zone) ? null : (
        <small>
          {' '}
          <bdi>{hallTime}</bdi>
          {hallDay === day ? null : <span className="other-day"> {hallDay}</span>}
        </small>
      )}
    </>
  )
}
