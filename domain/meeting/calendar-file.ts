import ical, { ICalAlarmType, ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator'
import type { MeetingAgenda } from '../shared/agenda'
import type { MeetingState, MeetingWay } from '../shared/enums'
import type { MeetingView } from './meeting-view'

/** What a calendar has to know of a meeting. */
export interface CalendarFacts {
  id: string
  state: MeetingState
  startsAt: Date
  endsAt: Date
  /** Raised at each change that a calendar has to learn. */
  calendarSequence: number
  createdAt: Date
  updatedAt: Date
  way: MeetingWay
  place: MeetingView['place']
  agenda: MeetingAgenda
  counterparts: { name: string; nameArabic: string | null }[]
  isSample: boolean
}

/** The file's sentences, in the language of the one who downloads it. */
export interface CalendarTexts {
  summary: string
  description: string
  /** Null: a WhatsApp call. */
  location: string | null
  /** What the reminder says. */
  reminder: string
  /** The meeting's page. */
  url: string
}

const REMINDER_SECONDS = 3600
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The same in every version of the file, so that a calendar changes the entry instead of adding one. */
export const calendarUid = (meetingId: string) => `${meetingId}@opop-expo`

const STATUS: Record<MeetingState, ICalEventStatus> = {
  requested: ICalEventStatus.TENTATIVE,
  booked: ICalEventStatus.CONFIRMED,
  held: ICalEventStatus.CONFIRMED,
  declined: ICalEventStatus.CANCELLED,
  withdrawn: ICalEventStatus.CANCELLED,
  expired: ICalEventStatus.CANCELLED,
  cancelled: ICalEventStatus.CANCELLED,
}

/**
 * A meeting as an iCalendar file (RFC 5545): UTC instants, CRLF, lines folded at 75 octets. Always PUBLISH
 * (RFC 5546): nobody is to answer the calendar's mail, the answer is given on the page, and some calendars
 * refuse CANCEL from a file. What doesn't take place has STATUS:CANCELLED and a higher SEQUENCE under the
 * UID that the calendar knows. The ORGANIZER that PUBLISH asks for is the product by its address: no
 * person's phone or mail is in the file, and no attendees.
 */
export function calendarFile(facts: CalendarFacts, texts: CalendarTexts, now: Date): string {
  const status = STATUS[facts.state]
  const calendar = ical({
    prodId: { company: 'OPOP Expo', product: 'meetings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  const event: ICalEventData = {
    id: calendarUid(facts.id),
    sequence: facts.calendarSequence,
    stamp: now,
    created: facts.createdAt,
    lastModified: facts.updatedAt,
    start: facts.startsAt,
    end: facts.endsAt,
    status,
    summary: printable(texts.summary),
    description: printable(texts.description),
    url: texts.url,
  }
  if (texts.location !== null) event.location = printable(texts.location)
  const entry = calendar.createEvent(event)
  if (status === ICalEventStatus.CONFIRMED) {
    entry.createAlarm({
      type: ICalAlarmType.display,
      triggerBefore: REMINDER_SECONDS,
      description: printable(texts.reminder),
    })
  }
  return calendar.toString().replace('BEGIN:VEVENT\r\n', `BEGIN:VEVENT\r\n${organiser(texts.url)}\r\n`)
}

/** The generator knows organisers with a mail address only; RFC 5545 lets any URI be one. */
function organiser(pageUrl: string): string {
  // ASCII by `origin`: folding by characters is folding by octets.
  const line = `ORGANIZER;CN=OPOP Expo:${new URL(pageUrl).origin}`
  return line.match(/.{1,74}/g)?.join('\r\n ') ?? line
}

/** The file's name: ASCII, because not every phone reads another one rightly. */
export function calendarFileName({ startsAt }: Pick<CalendarFacts, 'startsAt'>): string {
  return `opop-expo-meeting-${startsAt.toISOString().slice(0, 10)}.ics`
}

/** Without the control characters that iCalendar's TEXT forbids, and without halves of characters. */
function printable(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go.
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
      .replace(LONE_SURROGATE, '\ufffd')
  )
}
