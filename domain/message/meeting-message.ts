import type { MeetingAgenda } from '../shared/agenda'
import type { MeetingSide } from '../shared/enums'
import type { Locale } from '../shared/locale'
import type { MeetingMessage } from '../shared/message-variables'

/** An organisation in a meeting, as messages name it. */
export interface Party {
  organisationId: string
  side: MeetingSide
  name: string
  nameArabic: string | null
}

/** A meeting as its messages tell of it. */
export interface ToldMeeting {
  id: string
  version: number
  startsAt: Date
  endsAt: Date
  agenda: MeetingAgenda
  parties: readonly Party[]
}

/** What every message about a meeting says, to one of its parties and in one language. */
export function meetingMessage(meeting: ToldMeeting, mine: Party, locale: Locale): MeetingMessage {
  const others = meeting.parties.filter(({ side }) => side !== mine.side)
  const arabic = others.map(({ name, nameArabic }) => nameArabic ?? name)
  const { productWords, productName } = meeting.agenda
  return {
    meetingId: meeting.id,
    version: meeting.version,
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    counterpart: others.map(({ name }) => name).join(', '),
    counterpartArabic: others.some(({ nameArabic }) => nameArabic !== null) ? arabic.join('، ') : null,
    organisation: mine.name,
    // The company reads its own words, the maker its product's name.
    goods: (mine.side === 'host' && productName?.[locale]) || productWords || null,
  }
}
