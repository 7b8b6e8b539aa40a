import { isLocale, type Locale } from '~/domain/shared/locale'
import { about as aboutAr } from './ar/about'
import { matching as matchingAr } from './ar/matching'
import { about as aboutEn } from './en/about'
import { matching as matchingEn } from './en/matching'
import { about as aboutId } from './id/about'
import { matching as matchingId } from './id/matching'
import type { Shape } from './words'

const id = { about: aboutId, matching: matchingId }

/** Sentences of pages that are mostly prose: sent with that page alone, so that no other page carries them. */
export type PageWords = Shape<typeof id>

export const PAGE_WORDS: Record<Locale, PageWords> = {
  id,
  en: { about: aboutEn, matching: matchingEn },
  ar: { about: aboutAr, matching: matchingAr },
}

/** A page's own words in the language of its address. */
export function pageWords<K extends keyof PageWords>(page: K, locale: string | undefined): PageWords[K] {
  return PAGE_WORDS[isLocale(locale) ? locale : 'id'][page]
}
