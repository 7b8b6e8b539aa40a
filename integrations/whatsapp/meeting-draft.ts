import type { DraftMoment } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'
import { type ChatDraft, cut, DRAFT_LENGTH, draftText, oneLine } from './click-to-chat'
import { MEETING_DRAFT_SENTENCES } from './meeting-draft-sentences'

export interface MeetingDraftSubject {
  moment: DraftMoment
  writer: Named
  /** Who gets the message. */
  reader: Named
  readerLocale: Locale
  startsAt: Date
  /** IANA zone in which the reader lives: the message says its time. */
  timeZone: string
  /** The goods by their product's name in the language, else as the need says them. */
  goods: (locale: Locale) => string
  /** How much a month, in a language; null: not said. */
  amount: (locale: Locale) => string | null
  /** The meeting's page, in the reader's language. */
  link: string
}

interface Named {
  name: string
  nameArabic: string | null
}

const TAGS: Record<Locale, string> = { id: 'id-ID', en: 'en-GB', ar: 'ar-u-nu-latn' }
const HALL_ZONE_NAMES: Record<string, string> = { 'Asia/Jakarta': 'WIB (UTC+7)' }

/**
 * The message with which WhatsApp opens, for its writer to edit: first in the language of who gets it, below
 * the same in the writer's. Together at most DRAFT_LENGTH characters: names are cut first, but never below 30
 * characters while the writer's part can go instead.
 */
export function writeMeetingDraft(subject: MeetingDraftSubject, writerLocale: Locale): ChatDraft {
  const { readerLocale } = subject
  const both = readerLocale !== writerLocale
  for (const withOwn of both ? [true, false] : [false]) {
    // Names that say little are worth less than the writer's own words.
    for (const longest of withOwn ? [120, 60, 30] : [120, 60, 30, 16]) {
      const draft = {
        seller: `${part(subject, readerLocale, longest)}\n${subject.link}`,
        buyer: withOwn ? part(subject, writerLocale, longest).replace(/:$/, '.') : null,
      }
      if (draftText(draft).length <= DRAFT_LENGTH) return draft
    }
  }
  const room = DRAFT_LENGTH - subject.link.length - 1
  return { seller: `${cut(part(subject, readerLocale, 16), room)}\n${subject.link}`, buyer: null }
}

function part(subject: MeetingDraftSubject, locale: Locale, longest: number): string {
  const words = MEETING_DRAFT_SENTENCES[locale]
  const named = ({ name, nameArabic }: Named) =>
    cut(oneLine((locale === 'ar' && nameArabic) || name), longest)
  const { startsAt, timeZone } = subject
  const day = new Intl.DateTimeFormat(TAGS[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(startsAt)
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(
    startsAt,
  )
  const when = words.when(day, locale === 'id' ? time.replace(':', '.') : time, zoneName(startsAt, timeZone))
  const about = words.about(isolated(cut(oneLine(subject.goods(locale)), longest)), subject.amount(locale))
  return `${words.greeting(named(subject.reader), named(subject.writer))} ${words.says[subject.moment](when, about)}`
}

/** Goods that are named in Arabic keep their direction inside a Latin sentence, and the other way round. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`
}

/** 'WIB (UTC+7)', '(UTC+4)'. */
function zoneName(at: Date, timeZone: string): string {
  const known = HALL_ZONE_NAMES[timeZone]
  if (known) return known
  const offset = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value
  return `(${(offset ?? 'GMT').replace('GMT', 'UTC')})`
}
