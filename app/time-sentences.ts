import type { Locale } from '~/domain/shared/locale'
import type { TimeBar, TimeReason } from '~/domain/shared/time-reason'
import { fill } from './i18n/fill'
import { formatTime } from './i18n/format'
import type { MatchWords, ReasonReader } from './match-sentences'

type Sentences = Pick<MatchWords, 'proposed'>

/** Why a time is proposed, as a sentence without a full stop; `zone` is the reader's. */
export function timeReasonSentence(
  reason: TimeReason,
  { proposed }: Sentences,
  { locale, zone, reader }: { locale: Locale; zone: string; reader: ReasonReader },
): string {
  const neutral: Partial<Record<TimeReason['code'], string>> = proposed.neutralWhy
  const sentence = (reader === 'other' && neutral[reason.code]) || proposed.why[reason.code]
  if ('at' in reason) {
    return fill(sentence, { time: `\u2068${formatTime(new Date(reason.at), locale, zone)}\u2069` })
  }
  return 'host' in reason ? fill(sentence, { booth: reason.host }) : sentence
}

/** Why there is no time with a pesantren. */
export function timeBarSentence(bar: TimeBar, { proposed }: Sentences, reader: ReasonReader): string {
  const neutral: Partial<Record<TimeBar, string>> = proposed.neutralNone
  return (reader === 'other' && neutral[bar]) || proposed.none[bar]
}
