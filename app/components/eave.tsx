import { Link, NavLink, useLocation } from '@remix-run/react'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import type { AccountMenu } from '~/app/account-menu.server'
import { LOCALES } from '~/domain/shared/locale'
import { useLocale, useLocalePath, useWords } from '../i18n/use-words'
import { Icon } from './icon'
import { Logo } from './logo'
import { SampleTag } from './sample-tag'

const LANGUAGE_NAMES = {
  id: { short: 'ID', long: 'Bahasa Indonesia' },
  en: { short: 'EN', long: 'English' },
  ar: { short: 'العربية', long: 'العربية' },
} as const

interface EaveProps {
  account?: AccountMenu | null
  /** 'Cart (2)'; nothing where there is nothing in it. */
  cart?: string | null
}

/** The header is a booth's fascia: indigo, a gold rule, a burning lamp line beneath. */
export function Eave({ account, cart }: EaveProps) {
  const words = useWords().common
  const to = useLocalePath()
  // A phone has no room for three.
  const isFull = account || cart
  return (
    <header className="eave">
      <div className="wrap">
        <div className="name">
          <a className="skip" href="#main">
            {words.skipToContent}
          </a>
          <Link className="brand" to={to('/')}>
            <Logo />
            <span dir="ltr">OPOP Expo</span>
            <small>{words.tagline}</small>
          </Link>
        </div>
        <nav className="desk" aria-label={words.mainNavigation}>
          <NavLinks />
        </nav>
        <span className="sp" />
        {cart ? (
          <a className={account ? 'enter desk' : 'enter'} href={to('/cart')}>
            {cart}
          </a>
        ) : null}
        {account ? (
          <Account menu={account} />
        ) : (
          <a className="enter desk" href={to('/sign-in')}>
            {words.nav.signIn}
          </a>
        )}
        <nav className="lang desk" aria-label={words.language}>
          <LanguageLinks />
        </nav>
        {isFull ? null : (
          <Drop label={words.language} summary={<CurrentLanguage />}>
            <LanguageLinks long />
          </Drop>
        )}
        <Drop label={words.menu} navigation={words.mainNavigation} summary={<Icon name="menu" />}>
          <NavLinks />
          {account ? null : (
            // Loaded whole, like what follows it.
            <a href={to('/sign-in')}>{words.nav.signIn}</a>
          )}
          {isFull ? <LanguageLinks long /> : null}
        </Drop>
      </div>
    </header>
  )
}

/** A list of links that the browser opens itself: one at a time, and closed again where a link has led. */
function Drop({
  label,
  navigation = label,
  summary,
  on = 'phone',
  children,
}: {
  label: string
  navigation?: string
  /** Only on phones, or on every screen. */
  on?: 'phone' | 'account'
  summary: ReactNode
  children: ReactNode
}) {
  const { key } = useLocation()
  return (
    <details key={key} className={`drop ${on}`} name="eave" onKeyDown={closeOnEscape}>
      <summary aria-label={label}>{summary}</summary>
      <nav className="drop-panel" aria-label={navigation}>
        {children}
      </nav>
    </details>
  )
}

/** For whom the reader acts, with what it has here; plain forms, after which everything is loaded anew. */
function Account({ menu }: { menu: AccountMenu }) {
  const to = useLocalePath()
  const { label, name, links, others } = menu
  return (
    <Drop
      on="account"
      label={`${label}: ${name}`}
      navigation={label}
      summary={
        <>
          <bdi>{name}</bdi>
          <Icon name="chevron-down" />
        </>
      }
    >
      <p>
        <bdi>{menu.personName}</bdi>
        {menu.isSample ? <SampleTag /> : null}
      </p>
      {links.map(({ path, label }) => (
        <NavLink key={path} to={to(path)}>
          {label}
        </NavLink>
      ))}
      {others.length > 0 ? (
        <form method="post" action={to('/acting-for')}>
          <p>{menu.actFor}</p>
          {others.map(({ id, name }) => (
            <button key={id} type="submit" name="organisation" value={id}>
              <bdi>{name}</bdi>
            </button>
          ))}
        </form>
      ) : null}
      <form method="post" action={to('/sign-out')}>
        <button type="submit">{menu.signOut}</button>
      </form>
    </Drop>
  )
}

function closeOnEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>) {
  if (key !== 'Escape') return
  currentTarget.open = false
  currentTarget.querySelector('summary')?.focus()
}

function NavLinks() {
  const words = useWords().common.nav
  const to = useLocalePath()
  const items = [
    ['/hall', words.hall],
    ['/products', words.products],
    ['/business-matching', words.matching],
    ['/about', words.about],
    ['/shortlist', words.shortlist],
  ] as const
  return items.map(([path, label]) => (
    <NavLink key={path} to={to(path)} end={path !== '/products'}>
      {label}
    </NavLink>
  ))
}

function CurrentLanguage() {
  const locale = useLocale()
  return <span lang={locale}>{LANGUAGE_NAMES[locale].short}</span>
}

/** The hall writes where one stands into the address; only the address bar knows of it. */
const asAddressed = ({ currentTarget }: MouseEvent<HTMLAnchorElement>) => {
  currentTarget.search = window.location.search
}

/** The same page in the other languages; a full load, because only one language's words are loaded. */
function LanguageLinks({ long = false }: { long?: boolean }) {
  const current = useLocale()
  const { pathname, search } = useLocation()
  // A refusal has no address of its own to come back to.
  const rest = pathname.replace(/^\/[^/]+(\/refused\/.*)?/, '')
  return LOCALES.map((locale) => (
    <a
      key={locale}
      href={`/${locale}${rest}${search}`}
      onClick={asAddressed}
      hrefLang={locale}
      lang={locale}
      aria-current={locale === current ? 'true' : undefined}
      aria-label={LANGUAGE_NAMES[locale].long}
    >
      {LANGUAGE_NAMES[locale][long ? 'long' : 'short']}
    </a>
  ))
}
