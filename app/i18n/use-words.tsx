import { createContext, type ReactNode, useContext } from 'react'
import { direction, type Locale } from '~/domain/shared/locale'
import { wordsFor } from './registry'
import type { Words } from './words'

const LocaleContext = createContext<Locale>('id')

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>
}

/** The reader's language, from the URL. */
export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/** The sentences in the reader's language: `useWords().home.title`. */
export function useWords(): Words {
  return wordsFor(useLocale())
}

export function useDirection(): 'ltr' | 'rtl' {
  return direction(useLocale())
}

/** `localePath('ar', '/hall')` is '/ar/hall'. */
export function localePath(locale: Locale, path: string): string {
  return `/${locale}${path === '/' ? '' : path}`
}

/** Builds addresses in the reader's language. */
export function useLocalePath(): (path: string) => string {
  const locale = useLocale()
  return (path) => localePath(locale, path)
}
