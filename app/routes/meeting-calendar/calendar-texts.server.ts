import { fill } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { wordsFor } from '~/app/i18n/registry'
import { inOrder, reasonSentence } from '~/app/match-sentences'
import { amountAMonth } from '~/app/meeting-title'
import { partyName } from '~/app/party-name'
import type { CalendarFacts, CalendarTexts } from '~/domain/meeting/calendar-file'
import type { Locale } from '~/domain/shared/locale'

const OFF = ['declined', 'withdrawn', 'expired', 'cancelled']

/** What a calendar shows of a meeting, in the language of who downloads it. No phone number is in it. */
export function calendarTexts(
  facts: CalendarFacts,
  {
    words,
    match,
    locale,
    publicUrl,
    isGuest,
  }: {
    words: PageWords['meeting']
    match: PageWords['match']
    locale: Locale
    publicUrl: string
    isGuest: boolean
  },
): CalendarTexts {
  const said = words.file
  const { agenda, state, place, way } = facts
  const url = `${publicUrl}/${locale}/meetings/${facts.id}`
  const values = {
    goods: agenda.productWords,
    name: facts.counterparts.map((party) => partyName(party, locale)).join(', '),
  }
  const summary =
    state === 'requested' ? said.summaryRequest : OFF.includes(state) ? said.summaryOff : said.summary
  const placeName = place ? fill(words.place[place.kind], { number: place.number }) : null
  const reasons = inOrder(agenda.reasons).map(
    (reason) => `- ${reasonSentence(reason, match, locale, isGuest ? 'guest' : 'other')}`,
  )
  const lines = [
    agenda.monthlyVolume !== null && agenda.unit
      ? `${agenda.productWords}: ${amountAMonth(locale, agenda.monthlyVolume, agenda.unit)}`
      : agenda.productWords,
    placeName ?? (way === 'whatsapp' ? words.place.whatsapp : null),
    place?.link ?? null,
    agenda.note ? `${words.facts.note}: ${agenda.note}` : null,
    reasons.length > 0 ? [said.why, ...reasons].join('\n') : null,
    fill(said.page, { url }),
    facts.isSample ? wordsFor(locale).common.sampleData : null,
  ]
  return {
    summary: fill(summary, values),
    description: lines.filter((line) => line !== null).join('\n'),
    location: placeName && [placeName, place?.link].filter(Boolean).join(', '),
    reminder: fill(said.reminder, values),
    url,
  }
}
