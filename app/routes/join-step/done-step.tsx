import { Link } from '@remix-run/react'
import { Filled } from '~/app/components/filled'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import type { HandedIn } from '~/domain/account/last-handed-in.server'

/** It is handed in: for whose word one waits, and what can be done meanwhile. */
export function DoneStep({ words: { done }, handedIn }: { words: PageWords['join']; handedIn: HandedIn }) {
  const locale = useLocale()
  const path = useLocalePath()
  const { isClaim, kind } = handedIn
  const name = (locale === 'ar' && handedIn.nameArabic) || handedIn.name
  const [first, ...others] = isClaim
    ? [
        ['/hall', done.hall],
        ['/products', done.search],
        ['/account', done.account],
      ]
    : kind === 'pesantren'
      ? [
          ['/studio/products/new', done.products],
          ['/studio/open-times', done.openTimes],
          ['/verification', done.verification],
        ]
      : [
          ['/needs/new', done.need],
          ['/products', done.search],
          ['/verification', done.verification],
        ]
  return (
    <>
      <p>
        <Filled
          sentence={isClaim ? done.claimText : done.text}
          values={{ name: <bdi className="b">{name}</bdi> }}
        />
      </p>
      <section className="stack">
        <h2>{done.meanwhile}</h2>
        {first ? (
          <Link to={path(first[0] ?? '/')} className="btn pri lg">
            {first[1]}
          </Link>
        ) : null}
        <ul className="links">
          {others.map(([to = '/', label]) => (
            <li key={to}>
              <Link to={path(to)}>{label}</Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
