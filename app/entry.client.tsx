import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { isLocale } from '~/domain/shared/locale'
import { allWords, registerFirstWords } from './i18n/registry'

const FIRST_WORDS = {
  id: () => import('./i18n/id/first-words'),
  en: () => import('./i18n/en/first-words'),
  ar: () => import('./i18n/ar/first-words'),
}
const MORE_WORDS = {
  id: () => import('./i18n/id/more-words'),
  en: () => import('./i18n/en/more-words'),
  ar: () => import('./i18n/ar/more-words'),
}

/** The hall does without the other pages' words until somebody begins to do something there. */
function fetchMoreWhenUsed() {
  for (const sign of ['pointerdown', 'keydown'])
    addEventListener(sign, () => void allWords().catch(() => {}), { once: true, passive: true })
}

async function hydrate() {
  const lang = document.documentElement.lang
  const locale = isLocale(lang) ? lang : 'id'
  const more = async () => (await MORE_WORDS[locale]()).moreWords
  const inHall = /\/hall$/.test(location.pathname)
  const [{ firstWords }] = await Promise.all([FIRST_WORDS[locale](), inHall ? null : more()])
  registerFirstWords(locale, firstWords, more)
  if (!inHall) await allWords()
  else {
    fetchMoreWhenUsed()
    if (/[?&](q|tour|aisle)=/.test(location.search)) {
      const { loadAskedParts } = await import('./routes/hall/asked')
      await loadAskedParts()
    }
  }
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    )
  })
}

void hydrate()
