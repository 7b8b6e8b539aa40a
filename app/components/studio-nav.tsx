import { Link, useRouteLoaderData } from '@remix-run/react'
import type { HeaderData } from '../account-menu.server'
import type { PageWords } from '../i18n/page-words.server'
import { useLocale, useLocalePath } from '../i18n/use-words'
import { SampleTag } from './sample-tag'
import { useBoothStanding } from './use-booth-standing'
import './studio-nav.css'

const TABS = [
  { key: 'home', path: '/studio', word: 'home' },
  { key: 'meetings', path: '/studio/meetings', word: 'meetings' },
  { key: 'open-times', path: '/studio/open-times', word: 'openTimes' },
  { key: 'booth', path: '/studio/booth', word: 'booth' },
  { key: 'products', path: '/studio/products', word: 'products' },
  { key: 'samples', path: '/studio/orders', word: 'samples' },
  { key: 'photos', path: '/studio/photos', word: 'photos' },
  { key: 'inquiries', path: '/studio/inquiries', word: 'inquiries' },
  { key: 'figures', path: '/studio/figures', word: 'figures' },
] as const
/** 'publish' is reached from the bar's own word about it. */
export type StudioTab = (typeof TABS)[number]['key'] | 'publish'

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
  /** `viewer && actingOrganisation(viewer)`. Left out: as the header has it. */
  booth?: StudioBooth | null
}

/** The studio's pages, below the sign of the booth that they are about. */
export function StudioNav({ current, words, booth }: StudioNavProps) {
  const to = useLocalePath()
  const acting = useActingBooth()
  const shown = booth === undefined ? acting : booth
  return (
    <nav className="studio-nav" aria-label={words.label}>
      <div className="wrap">
        {shown ? <BoothSign booth={shown} /> : null}
        <Standing />
        <div className="ways">
          {TABS.map(({ key, path, word }) => (
            <Link key={key} to={to(path)} aria-current={key === current ? 'page' : undefined}>
              {words[word]}
            </Link>
          ))}
        </div>
      </div>
    </nav>
  )
}

/** Until visitors see the booth: where that stands, and the way to what is missing. */
function Standing() {
  const to = useLocalePath()
  const standing = useBoothStanding()
  return standing ? (
    <p className="standing">
      <Link to={to('/studio/publish')}>
        <span className="tag warn">{standing}</span>
      </Link>
    </p>
  ) : null
}

function BoothSign({ booth: { name, nameArabic, isSample } }: { booth: StudioBooth }) {
  const latin = <bdi key="latin">{name}</bdi>
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

/** What the header's menu says of whom the reader acts for. */
function useActingBooth(): StudioBooth | null {
  const menu = useRouteLoaderData<HeaderData | null>('routes/locale/route')?.account
  return menu?.sign ? { ...menu.sign, isSample: menu.isSample } : null
}
