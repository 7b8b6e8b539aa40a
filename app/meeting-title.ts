import type { MeetingAgenda } from '~/domain/shared/agenda'
import type { MeetingSide } from '~/domain/shared/enums'
import type { Locale } from '~/domain/shared/locale'
import { wordsFor } from './i18n/registry'
import { isolated } from './party-name'

type Subject = Pick<MeetingAgenda, 'productWords' | 'productName' | 'monthlyVolume' | 'unit'>

/** The goods in the company's own words for itself, for everybody else by the product's name in their language. */
export function meetingGoods(
  { productWords, productName }: Pick<Subject, 'productWords' | 'productName'>,
  locale: Locale,
  mySide: MeetingSide | null,
): string {
  return (mySide !== 'guest' && productName?.[locale]) || productWords
}

/** What a meeting is about, as its heading: 'Madu hutan, 240 botol/bulan'. */
export function meetingTitle(subject: Subject, locale: Locale, mySide: MeetingSide | null): string {
  const { monthlyVolume, unit } = subject
  const words = meetingGoods(subject, locale, mySide)
  const goods = isolated(words.charAt(0).toLocaleUpperCase(locale) + words.slice(1), locale)
  if (monthlyVolume === null || unit === null) return goods
  return `${goods}${locale === 'ar' ? '،' : ','} ${amountAMonth(locale, monthlyVolume, unit)}`
}

/** '240 botol/bulan' */
export function amountAMonth(
  locale: Locale,
  amount: number,
  unit: NonNullable<MeetingAgenda['unit']>,
): string {
  const { trade } = wordsFor(locale)
  return trade.perMonth(trade.amount(amount, unit))
}
