import { Link } from '@remix-run/react'
import type { MeetingRow } from '~/domain/meeting/meeting-view'
import { fill } from '../i18n/fill'
import { formatShortDay, formatTime } from '../i18n/format'
import type { PageWords } from '../i18n/page-words.server'
import { useLocale, useLocalePath } from '../i18n/use-words'
import { meetingTitle } from '../meeting-title'
import { isolated, partyName } from '../party-name'
import { MeetingTag, type MeetingTone } from './meeting-tag'
import { SampleTag } from './sample-tag'
import './meeting-row.css'

type ListWords = PageWords['meetings']

/** What a list says of a meeting's state: first what waits for the reader. */
export function rowTone({ state, isOver, waitsForMe }: MeetingRow): Exclude<MeetingTone, 'requested'> {
  if (state === 'requested') return waitsForMe ? 'answer' : 'waiting'
  if (waitsForMe) return isOver || state === 'held' ? 'tell' : 'newTime'
  return state === 'booked' && isOver ? 'over' : state
}

/** With whom, as a name in a sentence. */
export function rowName({ counterparts }: MeetingRow, locale: Parameters<typeof partyName>[1]): string {
  return counterparts.map((party) => partyName(party, locale)).join(', ')
}

/** One meeting of a list, two lines on a phone: the whole of it leads to its page. */
export function MeetingLine({
  row,
  zone,
  words,
  withDay = true,
  withSample = true,
}: {
  row: MeetingRow
  /** The reader's. */
  zone: string
  words: ListWords
  /** False where the day stands in a heading. */
  withDay?: boolean
  withSample?: boolean
}) {
  const locale = useLocale()
  const to = useLocalePath()
  const tone = rowTone(row)
  const name = rowName(row, locale)
  const until =
    row.state === 'requested' && row.expiresAt
      ? fill(row.waitsForMe ? words.until : words.untilTheirs, {
          time: `${formatShortDay(row.expiresAt, locale, zone)} ${isolated(formatTime(row.expiresAt, locale, zone), locale)}`,
        })
      : null
  return (
    <Link className="meeting-row" to={to(`/meetings/${row.id}`)}>
      <span className="when">
        <b>
          <bdi>{formatTime(row.startsAt, locale, zone)}</bdi>
        </b>
        {withDay ? <small>{formatShortDay(row.startsAt, locale, zone)}</small> : null}
      </span>
      <span className="what">
        <b>{meetingTitle(row, locale, row.mySide)}</b>
        <small>{row.mySide ? fill(words.with, { name }) : name}</small>
        {until ? <small>{until}</small> : null}
      </span>
      <span className="marks">
        <MeetingTag tone={tone}>{words.state[tone]}</MeetingTag>
        {row.isSample && withSample ? <SampleTag /> : null}
      </span>
    </Link>
  )
}
