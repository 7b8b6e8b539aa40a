import type { Certification } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'
import { money } from '~/domain/shared/money'
import { CRITERIA, type Criterion, type Reason } from '~/domain/shared/reason'
import { fill } from './i18n/fill'
import { formatMoney, formatNumber } from './i18n/format'
import type { PageWords } from './i18n/page-words.server'
import { wordsFor } from './i18n/registry'

/** The page words of `match`, sent by the loader. */
export type MatchWords = PageWords['match']

/** Who reads: the side that needs the goods ('you need 300'), or the maker and the organiser ('needed: 300'). */
export type ReasonReader = 'guest' | 'other'

type SentenceKey = keyof MatchWords['reasons']

/**
 * A reason of a match as one sentence without a full stop, in the reader's language. Names and codes in
 * it are isolated with Unicode's marks, so that it may also stand where no markup can (a calendar file).
 */
export function reasonSentence(
  reason: Reason,
  words: MatchWords,
  locale: Locale,
  reader: ReasonReader = 'guest',
): string {
  const neutral: Partial<Record<SentenceKey, string>> = words.neutral
  const say = (key: SentenceKey, values: Record<string, string | number> = {}) =>
    fill((reader === 'other' && neutral[key]) || words.reasons[key], values)
  const { trade } = wordsFor(locale)
  const number = (value: number) => formatNumber(value, locale)

  switch (reason.code) {
    case 'product-partly-named': {
      const missing = reason.missing.map((word) => quoted(word, locale))
      return say(reason.code, { missing: listed(missing, locale) })
    }
    case 'capacity-covers':
    case 'capacity-partly': {
      const values = {
        free: trade.amount(reason.free, reason.unit),
        needed: trade.amount(reason.needed, reason.unit),
      }
      return say(reason.free === reason.needed ? 'capacity-exact' : reason.code, values)
    }
    case 'below-minimum':
      return say(reason.code, {
        minimum: trade.amount(reason.minimum, reason.unit),
        needed: trade.amount(reason.needed, reason.unit),
      })
    case 'price-below':
    case 'price-above':
      return say(reason.code, {
        price: unitPrice(reason.priceMinor, reason.unit, words, locale),
        percent: number(reason.percent),
      })
    case 'price-at-target':
    case 'price-stated':
      return say(reason.code, { price: unitPrice(reason.priceMinor, reason.unit, words, locale) })
    case 'papers-verified':
    case 'papers-declared':
      return say(reason.code, { papers: paperList(reason.papers, words.papers, locale) })
    case 'papers-missing':
      return say(reason.code, { papers: paperList(reason.papers, trade.certifications, locale) })
    case 'export-terms':
      return say(reason.code, { incoterm: reason.incoterm, place: reason.place })
    case 'speaks':
    case 'speaks-other':
      return say(reason.code, { language: trade.language(reason.language) })
    case 'in-time':
    case 'too-late': {
      const values = { lead: trade.days(reason.leadTimeDays), left: trade.days(reason.daysLeft) }
      return say(reason.code === 'too-late' && reason.daysLeft < 1 ? 'too-late-now' : reason.code, values)
    }
    case 'ready':
      return say(reason.code, { done: number(reason.done), of: number(reason.of) })
    case 'not-ready':
      return say(reason.code, {
        done: number(reason.done),
        of: number(reason.of),
        missing: listed(
          reason.missing.map((step) => words.steps[step]),
          locale,
        ),
      })
    case 'tried-pleased':
      return say(reason.code, { pleased: number(reason.pleased), tried: number(reason.tried) })
    case 'tried-disappointed':
      return say(reason.code, { disappointed: number(reason.disappointed), tried: number(reason.tried) })
    case 'product-named':
    case 'product-same-field':
    case 'capacity-unknown':
    case 'price-unknown':
    case 'papers-none-stated':
    case 'same-regency':
    case 'same-province':
    case 'ships-in-indonesia':
    case 'has-exported':
    case 'not-yet-exported':
    case 'export-unknown':
    case 'language-unknown':
    case 'lead-time-unknown':
      return say(reason.code)
    default:
      // A code without a sentence doesn't compile.
      return reason satisfies never
  }
}

/** What a list of matches shows at once: what buyers ask first, and whatever is missing. */
const FIRST: ReadonlySet<Criterion> = new Set(['volume', 'price', 'papers'])

/** The reasons to show beside an offer, in the order of the criteria; the others stand with the points. */
export function tellingReasons(reasons: readonly Reason[]): Reason[] {
  return inOrder(reasons.filter(({ criterion, tone }) => FIRST.has(criterion) || tone === 'short'))
}

/** By criterion, what speaks for it before what doesn't. */
export function inOrder(reasons: readonly Reason[]): Reason[] {
  const rank = ({ tone, criterion }: Reason) =>
    (tone === 'good' ? 0 : CRITERIA.length) + CRITERIA.indexOf(criterion)
  return [...reasons].sort((a, b) => rank(a) - rank(b))
}

/** `Rp 140.000/kg`, `IDR 140,000 per kg`. */
export function unitPrice(
  priceMinor: number,
  unit: Parameters<ReturnType<typeof wordsFor>['trade']['unit']>[0],
  words: Pick<MatchWords, 'perUnit'>,
  locale: Locale,
): string {
  return fill(words.perUnit, {
    price: formatMoney(money(priceMinor), locale),
    unit: wordsFor(locale).trade.unit(unit),
  })
}

/** `a, b dan c`, `a, b and c`, `أ وب`. */
export function listed(items: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items)
}

function quoted(word: string, locale: Locale): string {
  return locale === 'ar' ? `«\u2068${word}\u2069»` : `“${word}”`
}

function paperList(
  papers: readonly Certification[],
  names: Readonly<Record<Certification, string>>,
  locale: Locale,
): string {
  return listed([...new Set(papers.map((paper) => names[paper]))], locale)
}
