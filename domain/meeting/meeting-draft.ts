import type { MeetingAgenda } from '../shared/agenda'
import type { DraftMoment, MeetingSide, MeetingState, TradeUnit } from '../shared/enums'
import type { Locale } from '../shared/locale'

export interface MeetingDraftFacts {
  id: string
  /** 'expired' also where nobody has written it down yet. */
  state: MeetingState
  startsAt: Date
  endsAt: Date
  language: Locale
  agenda: MeetingAgenda
  proposal: { startsAt: Date; byMe: boolean } | null
  mySide: MeetingSide
  me: { name: string; nameArabic: string | null }
  counterpart: { name: string; nameArabic: string | null; timeZone: string }
}

/** Says an amount a month in a language: '240 botol/bulan'. The words are the app's. */
export type SayAmount = (locale: Locale, amount: number, unit: TradeUnit) => string

/** The language in which the other side reads: a pesantren Indonesian, a company what it chose for the talk. */
export function counterpartLocale({ mySide, language }: Pick<MeetingDraftFacts, 'mySide' | 'language'>) {
  return mySide === 'guest' ? ('id' as const) : language
}

export function draftMoment(facts: MeetingDraftFacts, now: Date): DraftMoment {
  const { state, proposal, mySide } = facts
  if (state === 'held') return 'afterwards'
  if (state !== 'requested' && state !== 'booked') return 'ended'
  if (proposal) return proposal.byMe ? 'proposes' : 'was-proposed'
  if (state === 'requested') return mySide === 'guest' ? 'asks' : 'was-asked'
  return facts.endsAt <= now ? 'afterwards' : 'agreed'
}

/** What the message says; times are the other side's own. The link opens the meeting in its language. */
export function meetingDraftSubject(
  facts: MeetingDraftFacts,
  { now, publicUrl, sayAmount }: { now: Date; publicUrl: string; sayAmount: SayAmount },
) {
  const { monthlyVolume, unit, productWords, productName } = facts.agenda
  const reader = counterpartLocale(facts)
  const moment = draftMoment(facts, now)
  const isProposal = moment === 'proposes' || moment === 'was-proposed'
  return {
    moment,
    writer: facts.me,
    reader: facts.counterpart,
    readerLocale: reader,
    startsAt: (isProposal && facts.proposal?.startsAt) || facts.startsAt,
    timeZone: facts.counterpart.timeZone,
    goods: (locale: Locale) => productName?.[locale] ?? productWords,
    amount: (locale: Locale) =>
      monthlyVolume !== null && unit !== null ? sayAmount(locale, monthlyVolume, unit) : null,
    link: `${publicUrl}/${reader}/meetings/${facts.id}`,
  }
}
