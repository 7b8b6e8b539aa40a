import { Link } from '@remix-run/react'
import type { AnswerProblem } from '~/app/answer-meeting.server'
import { Note } from '~/app/components/note'
import { TimeButton } from '~/app/components/time-button'
import { fill } from '~/app/i18n/fill'
import { formatShortDay, formatTime } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { isolated } from '~/app/party-name'
import { splitReason } from '~/domain/meeting/end-reason'
import type { MeetingPageData } from './load-meeting.server'

interface NotesProps {
  page: MeetingPageData
  /** The other side, as it is called in a sentence. */
  other: string
}

/** 'Sel, 8 Des, 10.30' in the reader's zone. */
export function useTimeIn(zone: string): (at: Date) => string {
  const locale = useLocale()
  return (at) =>
    `${formatShortDay(at, locale, zone)}${locale === 'ar' ? '،' : ','} ${isolated(formatTime(at, locale, zone), locale)}`
}

/** What has just been done, what became of the meeting, and what to do next. */
export function MeetingNotes({ page, other }: NotesProps) {
  const { meeting, words, isNew, done, reader } = page
  const timeIn = useTimeIn(reader.zone)
  if (isNew === 'booked' && meeting.state === 'booked') {
    return (
      <Note tone="ok">
        <b>{words.new.booked}</b>
        <p>{fill(words.new.notTold, { name: other })}</p>
      </Note>
    )
  }
  if (isNew === 'requested' && meeting.state === 'requested' && meeting.expiresAt) {
    return (
      <Note tone="ok">
        <b>{fill(words.new.requested, { name: other, time: timeIn(meeting.expiresAt) })}</b>
        <p>{`${words.new.requestedNext} ${fill(words.new.notTold, { name: other })}`}</p>
      </Note>
    )
  }
  if (!done) {
    return meeting.state === 'requested' && meeting.expiresAt ? (
      <p className="sm">{fill(words.requestNote, { time: timeIn(meeting.expiresAt) })}</p>
    ) : null
  }
  if (done === 'no-number') return <Note>{fill(words.done['no-number'], { name: other })}</Note>
  if (done === 'existing') {
    return (
      <Note>
        <b>{words.done.existing}</b>
        <p>{words.done.existingNext}</p>
      </Note>
    )
  }
  const key = done === 'proposed' && meeting.state === 'requested' ? 'proposed-request' : done
  return (
    <Note tone="ok">
      <b>{fill(words.done[key], { name: other })}</b>
      {done === 'told' || !page.draft ? null : <p>{fill(words.done.tellThem, { name: other })}</p>}
    </Note>
  )
}

/** Why it does not take place, for both sides alike. */
export function EndedNote({ page, other }: NotesProps) {
  const { meeting, words } = page
  const locale = useLocale()
  const to = useLocalePath()
  const { state, endReason, endedByMe, mySide, parties, needId } = meeting
  if (state === 'requested' || state === 'booked' || state === 'held') return null
  const said = words.ended
  // The organiser reads who it was; the side that asks is the guest.
  const ender = parties.find(({ side }) => side === (state === 'declined' ? 'host' : 'guest'))
  const name = mySide ? other : isolated(ender?.name ?? '', locale)
  const wasProposed = meeting.events.findLast(({ kind }) => kind !== 'expired')?.kind === 'move-proposed'
  const sentence =
    state === 'expired'
      ? wasProposed
        ? said.expiredWhileProposed
        : said.expired
      : fill(endedByMe ? said[`${state}ByYou`] : said[state], { name })
  return (
    <div className="stack">
      <p>
        <b>{state === 'cancelled' && !mySide ? words.state.cancelled : sentence}</b>
        {endReason ? (
          <>
            <br />
            {fill(said.reason, { reason: reasonText(endReason, words.reasons, locale) })}
          </>
        ) : null}
      </p>
      {mySide === 'guest' && needId ? (
        <p>
          <Link className="btn" to={to(`/needs/${needId}`)}>
            {said.again}
          </Link>
        </p>
      ) : null}
    </div>
  )
}

/** A reason as it was chosen, in the reader's language, and as it was written. */
export function reasonText(
  reason: string,
  words: MeetingPageData['words']['reasons'],
  locale: Parameters<typeof isolated>[1],
): string {
  const { code, text } = splitReason(reason)
  const own = text ? isolated(text, locale) : ''
  return code ? [words[code], own].filter(Boolean).join('. ') : own
}

/** An answer that was not taken, in place, with times that are free now. */
export function AnswerRefused({ page, problem, other }: NotesProps & { problem: AnswerProblem }) {
  const { words, meeting, reader, times } = page
  const said = words.problem
  const mayMove = meeting.actions.includes('move')
  return (
    <Note tone="bad">
      <b>{said[problem.kind]}</b>
      {problem.fresh && mayMove ? (
        problem.fresh.length > 0 ? (
          <form method="post" className="fresh">
            <input type="hidden" name="intent" value="move" />
            <input type="hidden" name="version" value={meeting.version} />
            <p>{said.fresh}</p>
            <div className="times">
              {problem.fresh.map(({ startsAt }) => (
                <TimeButton
                  key={startsAt.toISOString()}
                  startsAt={startsAt}
                  zone={reader.zone}
                  words={times}
                  asks={meeting.mySide === 'host' || meeting.state === 'requested'}
                  booth={other}
                />
              ))}
            </div>
          </form>
        ) : (
          <p>{said.noneFresh}</p>
        )
      ) : null}
    </Note>
  )
}
