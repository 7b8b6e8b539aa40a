/** The three languages that the product speaks; `id` is the source, `ar` reads right to left. */
export const LOCALES = ['id', 'en', 'ar'] as const
export type Locale = (typeof LOCALES)[number]

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale)
}

export function direction(locale: Locale): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : 'ltr'
}

/** Words written by people, in one to three languages. A missing one is shown in the language it has. */
export type LocalizedText = Partial<Record<Locale, string>>

/** Text in the reader's language, or in the nearest one that it has. */
export type FoundText = { text: string; lang: Locale }

/**
 * The text in the reader's language, else in the nearest language that has it.
 * `lang` tells which one was found, so that a page can mark it with `lang` and say so.
 */
export function localized(text: LocalizedText | null | undefined, locale: Locale): FoundText | null {
  if (!text) return null
  const order: Locale[] = locale === 'id' ? ['id', 'en', 'ar'] : [locale, 'en', 'id', 'ar']
  for (const lang of order) {
    const found = text[lang]
    if (found) return { text: found, lang }
  }
  return null
}
