import type { Locale } from '../shared/locale'
import { majorUnits, money } from '../shared/money'

const TAGS: Record<Locale, string> = { id: 'id-ID', en: 'en-GB', ar: 'en-GB' }

/** Rupiah in a sentence: 'Rp 69.500', 'IDR 69,500', '69,500 روبية'. */
export function sayMoney(minor: number, locale: Locale): string {
  const amount = new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: 2 }).format(
    majorUnits(money(minor)),
  )
  if (locale === 'ar') return `\u2068${amount}\u2069 روبية`
  return `${locale === 'id' ? 'Rp' : 'IDR'}\u00a0${amount}`
}
