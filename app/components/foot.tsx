import { Link } from '@remix-run/react'
import { useLocalePath, useWords } from '../i18n/use-words'

export function Foot() {
  const words = useWords().common
  const to = useLocalePath()
  return (
    <footer className="foot">
      <div className="wrap">
        <p>
          <b dir="ltr">OPOP Expo</b>
          {words.footer}
        </p>
        <nav className="sp" aria-label={words.footerNavigation}>
          <Link to={to('/about')}>{words.nav.about}</Link>
        </nav>
      </div>
    </footer>
  )
}
