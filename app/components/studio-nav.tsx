import { Link, useMatches } from '@remix-run/react'
import type { PageWords } from '../i18n/page-words.server'
import { useLocale, useLocalePath } from '../i18n/use-words'
import { SampleTag } from './sample-tag'
import './sign.css'
import './studio-nav.css'

const TABS = [
  { key: 'meetings', path: '/studio/meetings', word: 'meetings' },
  { key: 'open-times', path: '/studio/open-times', word: 'openTimes' },
  { key: 'products', path: '/studio/products', word: 'products' },
] as const
export type StudioTab = (typeof TABS)[number]['key']

/** For whom the studio is open. */
export interface StudioBooth {
  name: string
  nameArabic: string | null
  isSample: boolean
}

interface StudioNavProps {
  current: StudioTab
  /** `pageWords('studioProducts', locale).nav` */
  words: PageWords['studioProducts']['nav']
  /** Left out: the organisation for which the reader acts, from the data of a route above. */
  booth?: StudioBooth | null
}

/** The studio's three pages, below the sign of the booth that they are about. */
export function StudioNav({ current, words, booth }: StudioNavProps) {
  const to = useLocalePath()
  const acting = useActingBooth()
  const shown = booth === undefined ? acting : booth
  return (
    <div className="studio-nav">
      <div className="wrap">
        {shown ? <BoothSign booth={shown} /> : null}
        <nav aria-label={words.label}>
          {TABS.map(({ key, path, word }) => (
            <Link key={key} to={to(path)} aria-current={key === current ? 'page' : undefined}>
              {words[word]}
            </Link>
          ))}
        </nav>
      </div>
    </div>
  )
}

function BoothSign({ booth: { name, nameArabic, isSample } }: { booth: StudioBooth }) {
  const latin = (
    <bdi key="latin" lang="id" dir="ltr">
      {name}
    </bdi>
  )
  const arabic = nameArabic ? (
    <bdi key="arabic" lang="ar">
      {nameArabic}
    </bdi>
  ) : null
  return (
    <p className="row wrapx">
      <span className="mini">{useLocale() === 'ar' ? [arabic, latin] : [latin, arabic]}</span>
      {isSample ? <SampleTag /> : null}
    </p>
  )
}

/** What the viewer that a route above sends says of its organisation. */
function useActingBooth(): StudioBooth | null {
  const matches = useMatches()
  for (const { data } of matches) {
    const viewer = (data as { viewer?: SentViewer | null } | null | undefined)?.viewer
    const acting = viewer?.organisations?.find(({ id }) => id === viewer.organisationId)
    if (acting) return acting
  }
  return null
}

interface SentViewer {
  organisationId: string | null
  organisations?: readonly (StudioBooth & { id: string })[]
}
