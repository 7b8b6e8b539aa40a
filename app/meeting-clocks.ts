import type { Slot } from '~/domain/meeting/slots'
import { HALL_ZONE } from '~/domain/shared/hall-zone'
import type { Locale } from '~/domain/shared/locale'
import { fill } from './i18n/fill'
import { formatOffset, formatShortDay, formatTime, formatTimeRange } from './i18n/format'
import type { PageWords } from './i18n/page-words.server'
import { isolated } from './party-name'
import type { ReaderZone } from './reader-zone'
import { zoneName } from './zone-name'

/** A meeting's time on the clock of one place, in words. */
export interface ClockFace {
  /** 'Waktu Anda, Dubai (UTC+4)' */
  label: string
  city: string
  /** '07.30–07.50' */
  range: string
  /** 'Sel, 8 Des'; null where it is the same day on both clocks. */
  day: string | null
}

export interface MeetingClocks {
  mine: ClockFace
  /** Null: the same time on both. */
  other: ClockFace | null
  /** Why they differ, in one sentence. */
  why: string | null
  /** The reader's zone is not known: the hall's is shown. */
  isGuessed: boolean
  ruler: Ruler
}

/** Six hours about a meeting, as shares of their length from 0 to 1. */
export interface Ruler {
  ticks: { mine: string; other: string | null }[]
  meeting: { from: number; until: number }
  /** When prayers are kept free at the pesantren. */
  prayers: { from: number; until: number }[]
}

export interface OtherSide {
  timeZone: string
  isPesantren: boolean
}

const HOUR_MS = 3_600_000
const RULER_HOURS = 6
/** How Indonesians call their three zones. */
const ABBREVIATIONS: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

/**
 * A meeting's time on two clocks: the reader's, and that of the other side or of the hall. For the server:
 * browsers don't all say hours alike. `prayers` are spans in milliseconds since 1970.
 */
export function meetingClocks(
  { startsAt, endsAt }: Slot,
  reader: ReaderZone,
  others: readonly OtherSide[],
  prayers: readonly { from: number; until: number }[],
  words: PageWords['meeting'],
  locale: Locale,
): MeetingClocks {
  const mineOffset = offsetHours(startsAt, reader.zone)
  const differs = ({ timeZone }: OtherSide) => offsetHours(startsAt, timeZone) !== mineOffset
  const other =
    [...others, { timeZone: HALL_ZONE, isPesantren: true }].find((candidate) => differs(candidate)) ?? null
  const otherDay = other && formatShortDay(startsAt, locale, other.timeZone)
  const mineDay = formatShortDay(startsAt, locale, reader.zone)
  const face = (zone: string, label: string, day: string): ClockFace => {
    const city = cityName(zone, words, locale)
    return {
      label: `${fill(label, { city })} ${isolated(`(${offsetName(startsAt, zone)})`, locale)}`,
      city,
      range: formatTimeRange(startsAt, endsAt, locale, zone),
      day: otherDay === null || otherDay === mineDay ? null : day,
    }
  }
  const { clocks } = words
  const mine = face(reader.zone, reader.from === 'hall' ? clocks.unknown : clocks.yours, mineDay)
  const theirs =
    other && face(other.timeZone, other.isPesantren ? clocks.pesantren : clocks.company, otherDay ?? mineDay)
  return {
    mine,
    other: theirs,
    why: other && theirs && whyTheyDiffer(startsAt, reader.zone, other.timeZone, mine, theirs, words, locale),
    isGuessed: reader.from === 'hall',
    ruler: rulerOf({ startsAt, endsAt }, reader.zone, other?.timeZone ?? null, prayers, locale),
  }
}

/** A zone by the city that people know it by, in their language. */
export function cityName(zone: string, { cities }: Pick<PageWords['meeting'], 'cities'>, locale: Locale) {
  const known: Readonly<Record<string, string>> = cities
  const name = known[zone]
  if (name) return name
  return isolated(zone === HALL_ZONE ? zone : zoneName(zone), locale)
}

/** 'WIB, UTC+7', 'UTC+4' */
export function offsetName(at: Date, zone: string): string {
  const abbreviation = ABBREVIATIONS[zone]
  const offset = formatOffset(at, zone)
  return abbreviation ? `${abbreviation}, ${offset}` : offset
}

/** Hours ahead of UTC: 7, 5.5, -3. */
function offsetHours(at: Date, zone: string): number {
  const [, sign, hours, minutes] = /^UTC(?:([+-])(\d+)(?::(\d+))?)?$/.exec(formatOffset(at, zone)) ?? []
  const value = Number(hours ?? 0) + Number(minutes ?? 0) / 60
  return sign === '-' ? -value : value
}

function whyTheyDiffer(
  at: Date,
  mineZone: string,
  otherZone: string,
  mine: ClockFace,
  other: ClockFace,
  { clocks }: PageWords['meeting'],
  locale: Locale,
): string {
  const difference = offsetHours(at, otherZone) - offsetHours(at, mineZone)
  const hours = new Intl.NumberFormat(locale === 'ar' ? 'ar-u-nu-latn' : locale, {
    style: 'unit',
    unit: 'hour',
    unitDisplay: 'long',
    maximumFractionDigits: 2,
  }).format(Math.abs(difference))
  return fill(difference > 0 ? clocks.ahead : clocks.behind, {
    hours,
    mine: mine.city,
    other: other.city,
    myOffset: isolated(formatOffset(at, mineZone), locale),
    otherOffset: isolated(formatOffset(at, otherZone), locale),
  })
}

function rulerOf(
  { startsAt, endsAt }: Slot,
  mineZone: string,
  otherZone: string | null,
  prayers: readonly { from: number; until: number }[],
  locale: Locale,
): Ruler {
  // Begins on a full hour of the reader's clock, two and more hours before.
  const partOfHour = (((startsAt.getTime() / HOUR_MS + offsetHours(startsAt, mineZone)) % 1) + 1) % 1
  const from = startsAt.getTime() - partOfHour * HOUR_MS - 2 * HOUR_MS
  const share = (instant: number) => Math.min(1, Math.max(0, (instant - from) / (RULER_HOURS * HOUR_MS)))
  const clock = (instant: number, zone: string) => {
    const time = formatTime(new Date(instant), locale, zone)
    return time.endsWith('00') ? time.slice(0, 2) : time
  }
  return {
    ticks: Array.from({ length: RULER_HOURS + 1 }, (_, hour) => {
      const instant = Math.round(from + hour * HOUR_MS)
      return { mine: clock(instant, mineZone), other: otherZone && clock(instant, otherZone) }
    }),
    meeting: { from: share(startsAt.getTime()), until: share(endsAt.getTime()) },
    prayers: prayers
      .map((span) => ({ from: share(span.from), until: share(span.until) }))
      .filter((span) => span.until > span.from),
  }
}
