import { fill } from '~/app/i18n/fill'
import { formatShortDay, formatTime } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale } from '~/app/i18n/use-words'
import { isolated, partyName } from '~/app/party-name'
import type { OwnClaim, OwnVerification } from '~/domain/organisation/read-own-verification.server'
import { HALL_ZONE } from '~/domain/shared/hall-zone'

type Event = NonNullable<OwnVerification['organisation']>['history'][number]

/** What was said so far, the last first. */
export function Told({ events, words }: { events: readonly Event[]; words: PageWords['verification'] }) {
  const locale = useLocale()
  const known: Partial<Record<Event['kind'], string>> = words.events
  const shown = events.filter(({ kind }) => known[kind]).reverse()
  if (shown.length === 0) return null
  return (
    <section>
      <h2>{words.history}</h2>
      <ol className="told">
        {shown.map(({ id, kind, text, at }) => (
          <li key={id}>
            <p>
              <b>{fill(known[kind] ?? '', { text: isolated(text ?? '', locale) })}</b>{' '}
              <time className="mut sm" dateTime={at.toISOString()}>
                {`${formatShortDay(at, locale, HALL_ZONE)} ${formatTime(at, locale, HALL_ZONE)}`}
              </time>
            </p>
            {text && kind !== 'merged' ? (
              <p className="said">
                <bdi>{text}</bdi>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What the reader has said is theirs, and what became of that. */
export function OwnClaims({
  claims,
  words,
}: {
  claims: readonly OwnClaim[]
  words: PageWords['verification']
}) {
  const locale = useLocale()
  if (claims.length === 0) return null
  return (
    <section>
      <h2>{words.claims}</h2>
      <ul className="told">
        {claims.map((claim) => (
          <li key={claim.id}>
            <p className="row wrapx">
              <b>
                <bdi>{partyName(claim, locale)}</bdi>
              </b>
              <span
                className={`tag ${claim.state === 'approved' ? 'ok' : claim.state === 'rejected' ? 'bad' : 'warn'}`}
              >
                {words.claimStates[claim.state]}
              </span>
            </p>
            {claim.reason ? (
              <p className="said">
                <bdi>{claim.reason}</bdi>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
