import type { Locale } from '~/domain/shared/locale'
import type { FirstWords, MoreWords, Words } from './words'

const registered = new Map<Locale, Words>()

/** Fetches what the browser doesn't have yet of the reader's words; on the server there is nothing to fetch. */
let fetchMore: () => Promise<void> = async () => {}

/** The server registers all three; the browser only the reader's, before it hydrates. */
export function registerWords(locale: Locale, words: Words): void {
  registered.set(locale, words)
}

/**
 * Registers what the hall and every page need. A page that reads a sentence of the others before they are there
 * waits: React shows the page before it until then (navigations are transitions). A page that can't have its words
 * is asked for anew from the server, as one that can't have its code is.
 */
export function registerFirstWords(locale: Locale, first: FirstWords, load: () => Promise<MoreWords>): void {
  let coming: Promise<void> | null = null
  fetchMore = () => {
    coming ??= load().then(
      (more) => registerWords(locale, { ...first, ...more }),
      (failure) => {
        coming = null
        throw failure
      },
    )
    return coming
  }
  const late = {
    enumerable: true,
    get(): never {
      throw fetchMore().catch(() => {
        location.reload()
        return new Promise(() => {})
      })
    },
  }
  const names: Record<keyof MoreWords, typeof late> = { booth: late, chat: late, product: late, search: late }
  registerWords(locale, Object.defineProperties({ ...first }, names) as Words)
}

/** All of the reader's words are there from here on. Rejects where they can't be fetched; may be asked again. */
export function allWords(): Promise<void> {
  return fetchMore()
}

/** @throws Error when the locale's words have not been registered: a mistake of the entry points. */
export function wordsFor(locale: Locale): Words {
  const words = registered.get(locale)
  if (!words) throw new Error(`no words for ${locale}`)
  return words
}
