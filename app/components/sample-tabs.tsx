import { Link } from '@remix-run/react'
import type { PageWords } from '../i18n/page-words.server'
import { useLocalePath } from '../i18n/use-words'
import './list-tabs.css'

const TABS = [
  { key: 'orders', path: '/studio/orders' },
  { key: 'offers', path: '/studio/samples' },
  { key: 'shipping', path: '/studio/shipping' },
  { key: 'statements', path: '/studio/statements' },
] as const

/** The studio's pages about samples. `words`: `pageWords('studioSamples', locale).nav`. */
export function SampleTabs({
  current,
  words,
}: {
  current: (typeof TABS)[number]['key']
  words: PageWords['studioSamples']['nav']
}) {
  const to = useLocalePath()
  return (
    <nav className="list-tabs" aria-label={words.label}>
      {TABS.map(({ key, path }) => (
        <Link key={key} to={to(path)} aria-current={key === current ? 'page' : undefined}>
          {words[key]}
        </Link>
      ))}
    </nav>
  )
}
