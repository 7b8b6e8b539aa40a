import { HALL_ZONE } from '~/domain/shared/hall-zone'
import { fill } from '../i18n/fill'
import { formatOffset } from '../i18n/format'
import type { MatchWords } from '../match-sentences'
import type { ReaderZone } from '../reader-zone'
import { changesClocks, isHallTime, zoneName } from '../zone-name'

/** In which zone a page's times are, how that is known, and why the pesantren's differ. */
export function ZoneNote({
  reader: { zone, from },
  now,
  words,
  className = '',
}: {
  reader: ReaderZone
  /** When the page was made: the offsets of a zone change in a year. */
  now: Date
  words: MatchWords['zone']
  className?: string
}) {
  const values = {
    city: zoneName(zone),
    offset: formatOffset(now, zone),
    hallOffset: formatOffset(now, HALL_ZONE),
  }
  const isSame = isHallTime(now, zone)
  const sentence = from === 'hall' || zone === HALL_ZONE ? words.hall : isSame ? words.same : words[from]
  return (
    <p className={`sm mut ${className}`}>
      {fill(sentence, values)} {changesClocks(now, zone) ? `${words.changes} ` : ''}
      {words.kept}
    </p>
  )
}
