import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { isLocale } from '~/domain/shared/locale'
import { registerWords } from './i18n/registry'

const loaders = {
  id: () => import('./i18n/id/words'),
  en: () => import('./i18n/en/words'),
  ar: () => import('./i18n/ar/words'),
}

async function hydrate() {
  const lang = document.documentElement.lang
  const locale = isLocale(lang) ? lang : 'id'
  const { words } = await loaders[locale]()
  registerWords(locale, words)
  if (/\/hall$/.test(location.pathname) && /[?&](q|tour|aisle)=/.test(location.search)) {
    const { loadAskedParts } = await import('./routes/hall/asked')
    await loadAskedParts()
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
