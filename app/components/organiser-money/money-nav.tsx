import { Link } from '@remix-run/react'
import { OrganiserNav } from '~/app/components/organiser-nav'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import '~/app/components/list-tabs.css'
import './organiser-money.css'

const TABS = ['orders', 'payments', 'payouts', 'rates', 'deals'] as const
export type MoneyTab = (typeof TABS)[number]

interface MoneyNavProps {
  current: MoneyTab
  /** `pageWords('organiser', locale).nav` */
  nav: PageWords['organiser']['nav']
  /** Of `pageWords('organiserMoney', locale)`. */
  words: Pick<PageWords['organiserMoney'], 'tabs' | 'tabsLabel'>
}

/** The organiser's pages of samples and their money. */
export function MoneyNav({ current, nav, words }: MoneyNavProps) {
  const to = useLocalePath()
  return (
    <>
      <OrganiserNav current="samples" words={nav} />
      <nav className="list-tabs money-tabs wrap" aria-label={words.tabsLabel}>
        {TABS.map((tab) => (
          <Link key={tab} to={to(`/organiser/${tab}`)} aria-current={tab === current ? 'page' : undefined}>
            {words.tabs[tab]}
          </Link>
        ))}
      </nav>
    </>
  )
}
