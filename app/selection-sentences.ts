import type { Locale } from '~/domain/shared/locale'
import type { InputProblem, Selection, ShortParty } from '~/matching/select/selection'
import { BARS } from '~/matching/select/selection'
import { fill } from './i18n/fill'
import { formatNumber } from './i18n/format'
import { listed } from './match-sentences'
import type { TimetableWords } from './timetable-sentences'

interface Reading {
  words: TimetableWords
  locale: Locale
  /** The name of a buyer or a seller, by its index in the problem. */
  partyName: (side: ShortParty['side'], party: number) => string
  /** The same by its id. */
  nameOfId: (id: string) => string
}

/** Who has fewer meetings than it should, and why: with the bars counted where they are the reason. */
export function shortSentence(
  { side, party, meetings, wanted, because, bars }: ShortParty,
  { words, locale, partyName }: Pick<Reading, 'words' | 'locale' | 'partyName'>,
): string {
  const number = (value: number) => formatNumber(value, locale)
  const counted = BARS.flatMap((bar) => {
    const count = bars[bar] ?? 0
    return count > 0 ? [`${words.barred[bar]}: ${number(count)}`] : []
  })
  return fill(words.short, {
    party: partyName(side, party),
    meetings: number(meetings),
    wanted: number(wanted),
    because: fill(words.shorts[because], { bars: listed(counted, locale) }),
  })
}

/** A meeting that somebody asked for as a must and that isn't held, with what keeps it from being. */
export function missedSentence(
  { buyer, seller, because }: Selection['missedMusts'][number],
  { words, nameOfId }: Pick<Reading, 'words' | 'nameOfId'>,
): string {
  const reasons = { ...words.barred, ...words.missedBecause }
  return fill(words.missed, { buyer: nameOfId(buyer), seller: nameOfId(seller), because: reasons[because] })
}

/** What can't be meant in the organiser's input, and what was made of it. */
export function inputSentence(
  problem: InputProblem,
  { words, locale, nameOfId }: Pick<Reading, 'words' | 'locale' | 'nameOfId'>,
): string {
  const sentence = words.input[problem.code]
  switch (problem.code) {
    case 'duplicate-party':
    case 'unknown-party':
    case 'minimum-above-maximum':
      return fill(sentence, { name: nameOfId(problem.id) })
    case 'must-and-never':
      return fill(sentence, { buyer: nameOfId(problem.buyer), seller: nameOfId(problem.seller) })
    case 'bad-candidate':
      return fill(sentence, { number: formatNumber(problem.row + 1, locale) })
    default:
      // A problem without a sentence doesn't compile.
      return problem satisfies never
  }
}
