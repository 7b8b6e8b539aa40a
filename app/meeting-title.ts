import type { MeetingAgenda } from '~/domain/shared/agenda'
import type { Locale } from '~/domain/shared/locale'
import { wordsFor } from './i18n/registry'
import { isolated } from './party-name'

/** What a meeting is about, as its heading: 'Madu hutan, 240 botol/bulan'. */
export function meetingTitle(
  { productWords, monthlyVolume, unit }: Pick<MeetingAgenda, 'productWords' | 'monthlyVolume' | 'unit'>,
  locale: Locale,
): string {
  const goods = isolated(productWords.charAt(0).toLocaleUpperCase(locale) + productWords.slice(1), locale)
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
