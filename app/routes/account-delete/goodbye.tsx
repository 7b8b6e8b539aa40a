import { Link } from '@remix-run/react'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'

/** For who has just gone: public, and nobody's. */
export function Goodbye({ words }: { words: PageWords['me']['gone'] }) {
  const to = useLocalePath()
  return (
    <main id="main" className="wrap own-deletion">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <p>
        <Link to={to('/')} className="btn pri">
          {words.hall}
        </Link>
      </p>
    </main>
  )
}
