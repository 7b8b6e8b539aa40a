import { Icon } from '~/app/components/icon'
import { fill } from '~/app/i18n/fill'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { direction } from '~/domain/shared/locale'
import type { MeetingPageData } from './load-meeting.server'

/** Where one meets, the calendar, and the message to the other side with its words before it is sent. */
export function MeetingContact({ page, filled }: { page: MeetingPageData; filled: boolean }) {
  const { meeting, words, draft } = page
  const to = useLocalePath()
  const isOff = ['declined', 'withdrawn', 'expired', 'cancelled'].includes(meeting.state)
  return (
    <>
      <div className="acts">
        {draft ? (
          // A plain form: the answer leads out of this site, so the browser has to follow it by itself.
          <form method="post" action={to(`/meetings/${meeting.id}/whatsapp`)}>
            <button type="submit" className={`btn full lg ${filled ? 'wa' : 'line'}`}>
              <Icon name="whatsapp" />
              {words.chat}
            </button>
          </form>
        ) : null}
        <div className={meeting.mySide && !isOff ? 'two' : ''}>
          {meeting.mySide ? (
            <a className="btn" href={to(`/meetings/${meeting.id}/calendar.ics`)}>
              <Icon name="calendar-plus" />
              {isOff ? words.calendarRemove : words.calendar}
            </a>
          ) : null}
          {isOff ? null : <Place page={page} />}
        </div>
      </div>
      {draft ? <DraftShown draft={draft} words={words} /> : null}
    </>
  )
}

function Place({ page: { meeting, words } }: { page: MeetingPageData }) {
  const { way, place, state } = meeting
  const said = words.place
  if (place?.link) {
    return (
      <a className="btn" href={place.link} rel="noreferrer">
        <Icon name="video" />
        {fill(said[place.kind], { number: place.number })}
      </a>
    )
  }
  if (place) {
    return (
      <p className="place">
        <Icon name={place.kind === 'room' ? 'video' : 'map-pin'} />
        <span>
          <b>{fill(said[place.kind], { number: place.number })}</b>
          {place.kind === 'room' ? <small>{said.noLink}</small> : null}
        </span>
      </p>
    )
  }
  if (way === 'whatsapp') {
    return (
      <p className="place">
        <Icon name="phone" />
        <b>{said.whatsapp}</b>
      </p>
    )
  }
  return (
    <p className="place">
      <Icon name={way === 'room' ? 'video' : 'map-pin'} />
      <span className="sm">
        {state === 'requested' ? said.notYet : way === 'room' ? said.noRoom : said.noTable}
      </span>
    </p>
  )
}

export function DraftShown({
  draft,
  words,
}: {
  draft: NonNullable<MeetingPageData['draft']>
  words: Pick<MeetingPageData['words'], 'draftTitle' | 'draftBoth' | 'draftOne'>
}) {
  const locale = useLocale()
  const own = draft.own ?? (draft.language === locale ? draft.text : null)
  return (
    <div className="draft">
      <b>{words.draftTitle}</b>
      <p>
        {own === null ? (
          <span className="text" lang={draft.language} dir={direction(draft.language)}>
            {draft.text}
          </span>
        ) : (
          <span className="text">{own}</span>
        )}
        <span className="mut sends">{draft.own === null ? words.draftOne : words.draftBoth}</span>
      </p>
    </div>
  )
}
