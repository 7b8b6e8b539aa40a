import type { Locale } from '~/domain/shared/locale'
import type { InfeasibleFact } from '~/matching/explain/explain-infeasible'
import type { SlotReason, UnscheduledFact } from '~/matching/explain/explain-plan'
import type { SlotBlocker } from '~/matching/explain/explain-slot'
import type { PairVerdict } from '~/matching/select/verdict'
import { fill, fillPlural } from './i18n/fill'
import { formatNumber } from './i18n/format'
import type { PageWords } from './i18n/page-words.server'
import { listed } from './match-sentences'

/** The page words of `timetable`, sent by the loader. */
export type TimetableWords = PageWords['timetable']

/** What the numbers of a timetable's problem are called, in the reader's language. */
export interface TimetableNames {
  /** 'Al Hikmah with Toko Segar' */
  meeting: (index: number) => string
  /** Who sits there. */
  seat: (index: number) => string
  session: (index: number) => string
  /** 'Tuesday 10:00' */
  slot: (index: number) => string
  /** So many slots as a length: '20 minutes'. */
  length: (slots: number) => string
}

interface Reading {
  words: TimetableWords
  names: TimetableNames
  locale: Locale
}

/** What forbids a slot, as part of a sentence. */
export function blockerSentence(blocker: SlotBlocker, { words, names, locale }: Reading): string {
  const { blocked } = words
  const number = (value: number) => formatNumber(value, locale)
  switch (blocker.constraint) {
    case 'session':
      return fill(blocked.session, { session: names.session(blocker.session) })
    case 'fixed':
      return fill(blocked.fixed, { slot: names.slot(blocker.slot) })
    case 'away':
      return fill(blocked.away, { seat: names.seat(blocker.seat) })
    case 'seat-busy':
      return fill(blocked['seat-busy'], {
        seat: names.seat(blocker.seat),
        meeting: names.meeting(blocker.meeting),
      })
    case 'table-full':
      return fill(blocked['table-full'], { tables: number(blocker.tables) })
    case 'precedence':
      return fill(blocked[blocker.must], {
        meeting: names.meeting(blocker.meeting),
        slot: names.slot(blocker.slot),
      })
    case 'rest':
      return fill(blocked.rest, {
        seat: names.seat(blocker.seat),
        meeting: names.meeting(blocker.meeting),
        rest: names.length(blocker.rest),
      })
    case 'break-spread':
      return fill(blocked['break-spread'], {
        seat: names.seat(blocker.seat),
        breaks: number(blocker.breaks),
        least: number(blocker.least),
      })
    default:
      // A constraint without a sentence doesn't compile.
      return blocker satisfies never
  }
}

/** Why a pair was chosen for an event or not, as a sentence without a full stop. */
export function pairSentence(verdict: PairVerdict, { words, locale }: Omit<Reading, 'names'>): string {
  const { pair } = words
  const points = (hundredths: number) => formatNumber(Math.round(hundredths / 10) / 10, locale)
  switch (verdict.kind) {
    case 'chosen':
      return fill(pair.chosen, { value: points(verdict.value) })
    case 'barred':
      return fill(pair.bars[verdict.because], { rule: verdict.rule ?? '' })
    case 'full':
      return fill(pair.full[verdict.who], { value: points(verdict.value), least: points(verdict.least) })
    case 'places-full':
      return fill(pair['places-full'], { value: points(verdict.value), least: points(verdict.least) })
    case 'no-candidate':
    case 'slots-clash':
    case 'not-finished':
      return pair[verdict.kind]
    default:
      return verdict satisfies never
  }
}

/** Why a meeting has its slot, as a sentence without a full stop. */
export function slotReasonSentence(reason: SlotReason, { words, names, locale }: Reading): string {
  switch (reason.code) {
    case 'fewest-breaks':
      return fillPlural(words.more, reason.more, locale, { count: formatNumber(reason.more, locale) })
    case 'next-to':
      return fill(words.reasons[reason.side], {
        meeting: names.meeting(reason.meeting),
        seat: names.seat(reason.seat),
      })
    case 'session':
      return fill(words.reasons.session, { session: names.session(reason.session) })
    case 'fixed':
    case 'wished':
    case 'only-slot':
    case 'first-free':
      return words.reasons[reason.code]
    default:
      return reason satisfies never
  }
}

/** Why a meeting has no slot: how many slots each constraint forbids, the most first. */
export function unscheduledSentence(fact: UnscheduledFact, { words, names, locale }: Reading): string {
  const counted = (forms: TimetableWords['slots'], count: number, constraint = '') =>
    fillPlural(forms, count, locale, { count: formatNumber(count, locale), constraint })
  const parts = fact.blocked.map(({ constraint, slots }) =>
    counted(words.slots, slots, words.summary[constraint]),
  )
  if (fact.free.length > 0) parts.unshift(counted(words.free, fact.free.length))
  return fill(words.unscheduled, {
    meeting: names.meeting(fact.meeting),
    blocked: parts.join(locale === 'ar' ? '، ' : ', '),
  })
}

/** Names for a problem whose meetings and people have none but their numbers, counted from 1. */
export function numberedNames({ numbered }: TimetableWords, locale: Locale): TimetableNames {
  const name = (word: string) => (index: number) => fill(word, { number: formatNumber(index + 1, locale) })
  return {
    meeting: name(numbered.meeting),
    seat: name(numbered.seat),
    session: name(numbered.session),
    slot: name(numbered.slot),
    length: (slots) => formatNumber(slots, locale),
  }
}

/** Why not all meetings can be held, in a few sentences. */
export function infeasibleSentences(fact: InfeasibleFact, { words, names, locale }: Reading): string[] {
  const { meetings, constraints, seats, slots } = fact
  const counted = (forms: TimetableWords['left'], count: number, values: Record<string, string> = {}) =>
    fillPlural(forms, count, locale, { count: formatNumber(count, locale), ...values })
  return [
    counted(words.infeasible, meetings.length, { meetings: listed(meetings.map(names.meeting), locale) }),
    fill(words.because, {
      constraints: listed(
        constraints.map((constraint) => words.kinds[constraint]),
        locale,
      ),
    }),
    ...(seats.length > 0 ? [fill(words.shared, { seats: listed(seats.map(names.seat), locale) })] : []),
    counted(words.left, slots.length),
  ]
}
