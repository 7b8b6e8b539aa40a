import type { Locale } from '~/domain/shared/locale'

/** An organisation as it is called in a sentence: by its Arabic name where the reader has Arabic, isolated. */
export function partyName(party: { name: string; nameArabic: string | null }, locale: Locale): string {
  return locale === 'ar' ? isolated(party.nameArabic ?? party.name, locale) : party.name
}

/** Text of another script keeps its direction inside an Arabic sentence. */
export function isolated(text: string, locale: Locale): string {
  return locale === 'ar' ? `\u2068${text}\u2069` : text
}
