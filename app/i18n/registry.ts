import type { Locale } from '~/domain/shared/locale'
import type { Words } from './words'

const registered = new Map<Locale, Words>()

/** The server registers all three; the browser only the reader's, before it hydrates. */
export function registerWords(locale: Locale, words: Words): void {
  registered.set(locale, words)
}

/** @throws Error when the locale's words have not been registered: a mistake of the entry points. */
export function wordsFor(locale: Locale): Words {
  const words = registered.get(locale)
  if (!words) throw new Error(`no words for ${locale}`)
  return words
}
