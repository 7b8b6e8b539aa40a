import { Form, Link } from '@remix-run/react'
import { ActingField } from '~/app/components/acting-field'
import { Filled } from '~/app/components/filled'
import { fill } from '~/app/i18n/fill'
import { formatDay, formatShortDay, formatTime } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import type { TeamInvitation } from '~/domain/account/list-team.server'
import type { TeamWords } from './team-words'

/** Who is on the way in: the address masked, and how far its message came. */
export function InvitationList({
  invitations,
  zone,
  words,
}: {
  invitations: readonly TeamInvitation[]
  /** The reader's. */
  zone: string
  words: TeamWords
}) {
  const locale = useLocale()
  const to = useLocalePath()
  if (invitations.length === 0) return null
  return (
    <section className="invitations">
      <h2>{words.invitations}</h2>
      <ul className="team-list">
        {invitations.map(({ id, shown, role, invitedBy, expiresAt, isExpired, message, sampleToken }) => (
          <li key={id}>
            <div>
              <b>
                <bdi dir="ltr">{shown}</bdi>
              </b>
              <p className="mut sm">
                {words.roles[role]}
                {invitedBy ? (
                  <>
                    {' · '}
                    <Filled sentence={words.invitedBy} values={{ name: <bdi>{invitedBy}</bdi> }} />
                  </>
                ) : null}
              </p>
              <p className="mut sm">
                {isExpired ? words.expired : fill(words.until, { day: formatDay(expiresAt, locale) })}
              </p>
              {message ? (
                <p className="mut sm">
                  {words.messageStates[message.state]}{' '}
                  <time dateTime={message.at.toISOString()}>
                    ({formatShortDay(message.at, locale, zone)} {formatTime(message.at, locale, zone)})
                  </time>
                </p>
              ) : null}
              {sampleToken && !isExpired ? (
                <p className="sm demonstration">
                  {words.demonstrationLink}{' '}
                  <Link to={to(`/invitations/${sampleToken}`)}>{words.openInvitation}</Link>
                </p>
              ) : null}
            </div>
            <div className="do">
              <Form method="post" action={to('/team')} replace>
                <ActingField />
                <input type="hidden" name="id" value={id} />
                <button
                  type="submit"
                  className="btn line"
                  name="intent"
                  value="resend"
                  aria-label={fill(words.resendTo, { shown })}
                >
                  {words.resend}
                </button>
              </Form>
              <Link
                className="btn quiet danger"
                to={to(`/team?revoke=${id}`)}
                aria-label={fill(words.revokeOf, { shown })}
              >
                {words.revoke}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
