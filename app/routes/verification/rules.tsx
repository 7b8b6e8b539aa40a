import { Link } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import type { OwnVerification } from '~/domain/organisation/read-own-verification.server'

interface RulesProps {
  organisation: NonNullable<OwnVerification['organisation']>
  words: PageWords['verification']
}

/** What may be done meanwhile and what not yet, and where to go on. */
export function Rules({ organisation: { facts, hasBooth, isPublished, maySend }, words }: RulesProps) {
  const to = useLocalePath()
  const isPesantren = facts.kind === 'pesantren'
  const isShut = facts.verification === 'rejected' || facts.verification === 'closed'
  const ways = isShut
    ? []
    : isPesantren
      ? ([
          ['/studio/products', words.go.products],
          ['/studio/open-times', words.go.openTimes],
        ] as const)
      : ([['/needs/new', words.go.needs]] as const)
  if (facts.verification === 'verified') {
    return (
      <section className="stack">
        {isPesantren && !isPublished ? (
          <p>{words.boothNext}</p>
        ) : isPesantren && !hasBooth ? (
          <p>{words.boothLater}</p>
        ) : null}
        <p className="row wrapx">
          {isPesantren && !isPublished ? (
            <Link className="btn pri" to={to('/studio/publish')}>
              {words.go.publish}
            </Link>
          ) : isPesantren && hasBooth ? (
            <Link className="btn pri" to={to(`/booths/${facts.slug}`)}>
              {words.go.booth}
            </Link>
          ) : null}
          {ways.map(([path, word]) => (
            <Link key={path} className="btn line" to={to(path)}>
              {word}
            </Link>
          ))}
        </p>
      </section>
    )
  }
  const rules = words.rules[isShut ? 'shut' : isPesantren ? 'pesantren' : 'company']
  return (
    <section className="stack">
      <h2>{words.may}</h2>
      <div className="rules">
        <div>
          <h3>{words.yes}</h3>
          <ul>
            {rules.yes.map((rule) => (
              <li key={rule}>
                <Icon name="check" className="ok-t" />
                {rule}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{words.no}</h3>
          <ul>
            {rules.no.map((rule) => (
              <li key={rule}>
                <Icon name="clock" className="mut" />
                {rule}
              </li>
            ))}
          </ul>
        </div>
      </div>
      {ways.length > 0 ? (
        <p className="row wrapx">
          {ways.map(([path, word], at) => (
            <Link key={path} className={`btn ${at === 0 && !maySend ? 'pri' : 'line'}`} to={to(path)}>
              {word}
            </Link>
          ))}
        </p>
      ) : null}
    </section>
  )
}
