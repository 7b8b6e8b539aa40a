import { Link } from '@remix-run/react'
import { fill } from '~/app/i18n/fill'
import { formatDay } from '~/app/i18n/format'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import type { TeamView } from '~/domain/account/list-team.server'
import type { TeamWords } from './team-words'

/** Who is in the team. Only who looks after it sees how to reach the others, and manages them. */
export function MemberList({ team, words }: { team: TeamView; words: TeamWords }) {
  const locale = useLocale()
  const to = useLocalePath()
  return (
    <ul className="team-list">
      {team.members.map(({ personId, name, role, since, isMe, contact }) => {
        const query = new URLSearchParams({ member: personId })
        if (team.page > 1) query.set('page', String(team.page))
        const ways = [contact?.email, contact?.phone].filter(Boolean)
        return (
          <li key={personId}>
            <div>
              <b>
                <bdi>{name || words.noName}</bdi>
              </b>{' '}
              {isMe ? <span className="tag">{words.you}</span> : null}
              <p className="mut sm">
                {words.roles[role]} · {fill(words.since, { day: formatDay(since, locale) })}
              </p>
              {ways.map((way) => (
                <p key={way} className="sm way">
                  <bdi dir="ltr">{way}</bdi>
                </p>
              ))}
            </div>
            {team.mayManage && !(isMe && team.roles.length === 1) ? (
              <Link
                className="btn line"
                to={to(`/team?${query}`)}
                aria-label={fill(words.manageName, { name: name || words.noName })}
              >
                {words.manage}
              </Link>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
