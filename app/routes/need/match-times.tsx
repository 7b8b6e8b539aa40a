import { Form, Link } from '@remix-run/react'
import { Fragment } from 'react'
import { Icon } from '~/app/components/icon'
import { ShownTime, TimeButton } from '~/app/components/time-button'
import { TimeProblem } from '~/app/components/time-problem'
import { fill } from '~/app/i18n/fill'
import { formatShortDay, formatTime } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import type { MatchWords } from '~/app/match-sentences'
import type { RefusedTime } from '~/app/refused-time'
import { timeBarSentence, timeReasonSentence } from '~/app/time-sentences'
import type { Slot } from '~/domain/meeting/slots'
import type { MatchView, NeedView } from '~/domain/need/need-view'

export interface MatchTimesProps {
  need: Pick<NeedView, 'id' | 'state' | 'isMine'>
  match: MatchView
  /** What a tap on one of this match's times came to, when it came to nothing. */
  refused: RefusedTime | null
  zone: string
  words: MatchWords
  /** Goes with the form, so that sending it twice makes one meeting. */
  token: string
  /** The one filled button of the page. */
  filled: boolean
}

/** The meeting that there is, or times to choose from and the ways to others. */
export function MatchTimes(props: MatchTimesProps) {
  const { need, match, refused, words } = props
  const to = useLocalePath()
  const canMeet = need.isMine && need.state === 'open'
  const times = to(`/needs/${need.id}/times/${match.booth.slug}?product=${match.productId}`)
  if (match.meeting) {
    return (
      <MeetingLink meeting={match.meeting} zone={props.zone} words={words.times}>
        <Links match={match} words={words.times} times={null} />
      </MeetingLink>
    )
  }
  if (!canMeet) {
    return (
      <>
        {match.times.length > 0 ? (
          <div className="times">
            {inOrder(match.times).map(({ startsAt }) => (
              <ShownTime
                key={startsAt.toISOString()}
                startsAt={startsAt}
                zone={props.zone}
                words={words.times}
              />
            ))}
          </div>
        ) : null}
        {need.state === 'open' ? <WhyTime {...props} /> : null}
        <Links match={match} words={words.times} times={null} />
      </>
    )
  }
  return (
    <Form method="post" aria-label={`${words.times.title}: ${match.booth.name}`}>
      <input type="hidden" name="intent" value="meet" />
      <input type="hidden" name="booth" value={match.booth.slug} />
      <input type="hidden" name="product" value={match.productId} />
      <input type="hidden" name="token" value={props.token} />
      {refused ? (
        <Refused {...props} refused={refused} />
      ) : (
        <>
          {match.times.length > 0 ? <Choice {...props} slots={match.times} /> : null}
          <WhyTime {...props} />
        </>
      )}
      <Links match={match} words={words.times} times={times} asks={!refused && match.times.length === 0} />
    </Form>
  )
}

function Choice({
  match,
  zone,
  words,
  filled,
  slots,
  gone,
}: MatchTimesProps & { slots: readonly Slot[]; gone?: Date }) {
  const shown = gone ? [...slots, { startsAt: gone, endsAt: gone }] : slots
  const proposed = slots[0]?.startsAt
  return (
    <div className="times">
      {inOrder(shown).map(({ startsAt }) => {
        const time = { startsAt, zone, words: words.times }
        return (
          <Fragment key={startsAt.toISOString()}>
            {startsAt === gone ? (
              <ShownTime taken {...time} />
            ) : (
              <TimeButton
                {...time}
                asks={!match.isInstant}
                booth={match.booth.name}
                filled={filled && match.isInstant && startsAt === proposed}
              />
            )}
          </Fragment>
        )
      })}
    </div>
  )
}

function inOrder<T extends Slot>(slots: readonly T[]): T[] {
  return [...slots].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

/** Why the proposed time, or what keeps the two from having any. The others' reasons stand with the points. */
function WhyTime({ need, match, zone, words }: MatchTimesProps) {
  const locale = useLocale()
  const reader = need.isMine ? 'guest' : 'other'
  const [proposed] = match.times
  if (proposed) {
    return (
      <p className="time-why sm mut">
        <b>
          {formatShortDay(proposed.startsAt, locale, zone)}{' '}
          <bdi>{formatTime(proposed.startsAt, locale, zone)}</bdi>
        </b>{' '}
        <span className="line">{timeReasonSentence(proposed.reason, words, { locale, zone, reader })}</span>
      </p>
    )
  }
  return match.noTimes ? <p className="sm mut">{timeBarSentence(match.noTimes, words, reader)}</p> : null
}

/** The wanted time struck through among fresh ones; the nearest of these is offered beside the reason. */
function Refused(props: MatchTimesProps & { refused: RefusedTime }) {
  const { refused, zone, words, match } = props
  const fresh = 'fresh' in refused ? refused.fresh : match.times
  const distance = ({ startsAt }: Slot) => Math.abs(startsAt.getTime() - refused.startsAt.getTime())
  const [nearest, ...others] = [...fresh]
    .filter(({ startsAt }) => startsAt.getTime() !== refused.startsAt.getTime())
    .sort((a, b) => distance(a) - distance(b))
  if (!('fresh' in refused)) {
    return (
      <>
        <Choice {...props} slots={match.times} filled={false} />
        <TimeProblem refused={refused} zone={zone} words={words} />
      </>
    )
  }
  return (
    <>
      <Choice {...props} slots={others.slice(0, 2)} gone={refused.startsAt} filled={false} />
      <TimeProblem refused={refused} zone={zone} words={words}>
        {nearest ? null : words.times.noneLeft}
      </TimeProblem>
      {nearest ? (
        <div className="instead">
          <span className="sm">{words.times.instead}</span>
          <TimeButton
            startsAt={nearest.startsAt}
            zone={zone}
            words={words.times}
            asks={!match.isInstant}
            booth={match.booth.name}
          />
        </div>
      ) : null}
    </>
  )
}

function MeetingLink({
  meeting,
  zone,
  words,
  children,
}: {
  meeting: NonNullable<MatchView['meeting']>
  zone: string
  words: MatchWords['times']
  children: React.ReactNode
}) {
  const locale = useLocale()
  const to = useLocalePath()
  const { startsAt, state, id } = meeting
  const time = `${formatShortDay(startsAt, locale, zone)}, \u2068${formatTime(startsAt, locale, zone)}\u2069`
  return (
    <>
      <p className={`meets ${state}`}>
        <Icon name={state === 'booked' ? 'circle-check' : 'clock'} />
        <span>{fill(state === 'booked' ? words.booked : words.requested, { time })}</span>
      </p>
      <Link className="btn s" to={to(`/meetings/${id}`)}>
        {words.seeMeeting}
      </Link>
      {children}
    </>
  )
}

function Links({
  match,
  words,
  times,
  asks = false,
}: {
  match: MatchView
  words: MatchWords['times']
  /** The page with more times; null: nothing to choose. */
  times: string | null
  asks?: boolean
}) {
  const to = useLocalePath()
  return (
    <p className="match-links sm">
      {times ? (
        <Link to={times}>
          {asks ? words.askOne : words.more}
          <span className="vh">{` ${fill(words.with, { booth: match.booth.name })}`}</span>
        </Link>
      ) : null}
      <Link to={to(`/booths/${match.booth.slug}`)}>
        {words.seeBooth}
        <span className="vh">{` ${match.booth.name}`}</span>
      </Link>
    </p>
  )
}
