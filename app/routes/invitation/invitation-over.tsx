import { Link } from '@remix-run/react'
import { BareShelf } from '~/app/components/bare-shelf'
import { Filled } from '~/app/components/filled'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import type { InvitationView } from '~/domain/account/read-invitation.server'
import type { InvitationWords } from './open-invitation'

/** A link that leads in nowhere: why, and what to do next. */
export function InvitationOver({
  invitation,
  words,
}: {
  invitation: Exclude<InvitationView, { kind: 'open' }>
  words: InvitationWords
}) {
  const locale = useLocale()
  const to = useLocalePath()
  const said = words.invitation
  const { title, text } = said.over[invitation.kind === 'over' ? invitation.why : 'unknown']
  const organisation = invitation.kind === 'over' ? invitation.organisation : null
  const name = (locale === 'ar' && organisation?.nameArabic) || organisation?.name
  const isMember = invitation.kind === 'over' && invitation.isMember
  return (
    <div className="over">
      <BareShelf />
      <div className="stack">
        <h1>
          <Filled sentence={title} values={{ name: <bdi>{name}</bdi> }} />
        </h1>
        <p>
          <Filled sentence={text} values={{ name: <bdi>{name}</bdi> }} />
        </p>
        <p className="row wrapx">
          {isMember ? (
            <Link className="btn pri" to={to('/team')}>
              {said.toTeam}
            </Link>
          ) : (
            <Link className="btn pri" to={to('/sign-in')}>
              {said.signIn}
            </Link>
          )}
          <Link className="btn" to={to('/')}>
            {said.home}
          </Link>
        </p>
      </div>
    </div>
  )
}
