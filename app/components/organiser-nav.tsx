import { Link } from '@remix-run/react'
import type { PageWords } from '../i18n/page-words.server'
import { useLocalePath } from '../i18n/use-words'
import './studio-nav.css'

const TABS = [
  { key: 'verification', path: '/organiser/verification' },
  { key: 'booths', path: '/organiser/booths' },
  { key: 'certificates', path: '/organiser/certificates' },
  { key: 'readiness', path: '/organiser/readiness' },
  { key: 'duplicates', path: '/organiser/duplicates' },
  { key: 'messages', path: '/organiser/messages' },
  { key: 'samples', path: '/organiser/orders' },
  { key: 'pavilions', path: '/organiser/pavilions' },
] as const
export type OrganiserTab = (typeof TABS)[number]['key']

interface OrganiserNavProps {
  current: OrganiserTab
  /** `pageWords('organiser', locale).nav` */
  words: PageWords['organiser']['nav']
}

/** The organiser's pages, as the studio's are shown to a pesantren. */
export function OrganiserNav({ current, words }: OrganiserNavProps) {
  const to = useLocalePath()
  return (
    <nav className="studio-nav" aria-label={words.label}>
      <div className="wrap">
        <div className="ways">
          {TABS.map(({ key, path }) => (
            <Link key={key} to={to(path)} aria-current={key === current ? 'page' : undefined}>
              {words[key]}
            </Link>
          ))}
        </div>
      </div>
    </nav>
  )
}
