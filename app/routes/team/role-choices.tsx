import { roleHint } from '~/app/role-words'
import type { MembershipRole, OrganisationKind } from '~/domain/shared/enums'
import type { TeamWords } from './team-words'
import '~/app/components/choice-rows.css'

/** What somebody may do here, each with what that means; where there is one role, it is said and not asked. */
export function RoleChoices({
  kind,
  roles,
  chosen,
  words,
}: {
  kind: OrganisationKind
  roles: readonly MembershipRole[]
  chosen: string
  words: TeamWords
}) {
  const [only] = roles
  if (only && roles.length === 1) {
    return (
      <p className="sm">
        <input type="hidden" name="role" value={only} />
        {words.roles[only]}: {roleHint(words, kind, only)}
      </p>
    )
  }
  return (
    <fieldset className="choice-rows roles">
      <legend className="lab">{words.invite.role}</legend>
      {roles.map((role) => (
        <label key={role}>
          <input type="radio" name="role" value={role} defaultChecked={role === chosen} />
          <span>
            <b>{words.roles[role]}</b>
            <small>{roleHint(words, kind, role)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
