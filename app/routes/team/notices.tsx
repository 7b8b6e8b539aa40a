import { Link } from '@remix-run/react'
import { Filled } from '~/app/components/filled'
import { Note } from '~/app/components/note'
import { fillPlural } from '~/app/i18n/fill'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import type { TeamView } from '~/domain/account/list-team.server'
import { startPath } from '~/domain/account/viewer'
import type { TeamAnswer } from './act.server'
import type { TeamWords } from './team-words'

/** What has just happened, as far as the list bears it out: anybody can write an address. */
export function Done({
  done: { kind, id },
  team,
  name,
  words,
}: {
  done: { kind: string; id: string }
  team: TeamView
  name: string
  words: TeamWords
}) {
  const to = useLocalePath()
  const said = words.done
  const member = team.members.find(({ personId, isMe }) => (kind === 'joined' ? isMe : personId === id))
  const invitation = team.invitations.find((one) => one.id === id)
  if (kind === 'invited' && invitation) {
    return (
      <Note tone="ok">
        <p>
          <Filled
            sentence={team.organisation.isSample ? said.invitedSample : said.invited}
            values={{ shown: <bdi dir="ltr">{invitation.shown}</bdi> }}
          />
        </p>
      </Note>
    )
  }
  if (member && (kind === 'role' || kind === 'joined')) {
    return (
      <Note tone="ok">
        <p>
          <Filled
            sentence={said[kind]}
            values={{
              name: <bdi>{kind === 'joined' ? name : member.name || words.noName}</bdi>,
              role: words.roles[member.role],
            }}
          />
        </p>
        {kind === 'joined' ? (
          <p>
            <Link className="btn" to={to(startPath(team.organisation.organisationKind))}>
              {said.start}
            </Link>
          </p>
        ) : null}
      </Note>
    )
  }
  // True of whoever isn't listed; with several pages somebody may be on another.
  if (kind === 'removed' && !member && team.pages === 1) return <Note tone="ok">{said.removed}</Note>
  if (kind === 'revoked' && !invitation) return <Note tone="ok">{said.revoked}</Note>
  return null
}

export function Refused({
  answer,
  words,
}: {
  answer: Exclude<TeamAnswer, { kind: 'invite' }>
  words: TeamWords
}) {
  const locale = useLocale()
  return (
    <Note tone="bad">
      {answer.kind === 'too-many'
        ? fillPlural(words.refused.tooManyAgain, answer.hours, locale)
        : answer.kind === 'shared'
          ? words.shared
          : words.refused[answer.kind]}
    </Note>
  )
}
