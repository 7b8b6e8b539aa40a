import type { Locale } from '~/domain/shared/locale'

/** An organisation as it is called in a sentence: by its Arabic name where the reader has Arabic, isolated. */
export function partyName(party: { name: string; nameArabic: string | null }, locale: Locale): string {
  return locale === 'ar' ? isolated(party.nameArabic ?? party.name, locale) : party.name
}

/** Text keeps its own direction inside a sentence of the other one. */
export function isolated(text: string, locale: Locale): string {
  return locale === 'ar' || RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
