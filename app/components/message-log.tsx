import { fill } from '~/app/i18n/fill'
import type { MessageLogRow } from '~/domain/message/message-view'
import { formatShortDay, formatTime } from '../i18n/format'
import type { PageWords } from '../i18n/page-words.server'
import { useLocale } from '../i18n/use-words'
import { isolated, partyName } from '../party-name'
import { MessageStateTag } from './message-state-tag'
import './message-log.css'

export interface MessageLogWords {
  log: PageWords['organiserMessages']['log']
  templates: PageWords['organiserMessages']['templates']
  states: PageWords['organiserMessages']['states']
  channels: PageWords['organiserMessages']['channels']
}

interface MessageLogProps {
  /** `readMessageLog(context, { about })` */
  rows: readonly MessageLogRow[]
  /** `messageLogWords(locale)` */
  words: MessageLogWords
  /** The reader's. */
  zone: string
}

/** The messages about the thing that the page shows: who was told what, and when. */
export function MessageLog({ rows, words, zone }: MessageLogProps) {
  const locale = useLocale()
  const { log } = words
  return (
    <section className="message-log">
      <h2>{log.title}</h2>
      {rows.length === 0 ? (
        <p className="mut">{log.empty}</p>
      ) : (
        <ol>
          {rows.map((row) => (
            <li key={row.id}>
              <span>
                <b>{words.templates[row.template]}</b> <WhoWasTold row={row} log={log} />
              </span>
              <span className="row wrapx">
                {row.state ? <MessageStateTag state={row.state} words={words.states} /> : null}
                <time className="mut sm" dateTime={row.at.toISOString()}>
                  {row.channel ? `${words.channels[row.channel]}${locale === 'ar' ? '، ' : ', '}` : ''}
                  {`${formatShortDay(row.at, locale, zone)} ${formatTime(row.at, locale, zone)}`}
                </time>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function WhoWasTold({ row, log }: { row: MessageLogRow; log: MessageLogWords['log'] }) {
  const locale = useLocale()
  const party =
    row.organisationName === null
      ? null
      : partyName({ name: row.organisationName, nameArabic: row.organisationNameArabic }, locale)
  if (!row.isOwn) return <span className="mut">{fill(log.told, { name: party ?? log.unknownSide })}</span>
  const person = row.personName && isolated(row.personName, locale)
  const name = [person, party].filter(Boolean).join(locale === 'ar' ? '، ' : ', ')
  return name ? <span className="mut">{fill(log.to, { name })}</span> : null
}
