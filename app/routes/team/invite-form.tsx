import { Form, useNavigation } from '@remix-run/react'
import { ActingField } from '~/app/components/acting-field'
import { AddressField } from '~/app/components/address-field'
import { FieldNotes, SelectField } from '~/app/components/field'
import { Note } from '~/app/components/note'
import { fill, fillPlural } from '~/app/i18n/fill'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { NO_ADDRESS } from '~/app/typed-address'
import { INVITATION_DAYS } from '~/domain/account/invitation'
import type { TeamView } from '~/domain/account/list-team.server'
import { LOCALES } from '~/domain/shared/locale'
import type { TeamAnswer } from './act.server'
import { RoleChoices } from './role-choices'
import type { TeamWords } from './team-words'

interface InviteFormProps {
  team: TeamView
  words: TeamWords
  address: PageWords['entering']['address']
  answer: Extract<TeamAnswer, { kind: 'invite' }> | null
}

/** An address and what its owner may do here. The role that does least harm is chosen at first. */
export function InviteForm({ team, words, address, answer }: InviteFormProps) {
  const locale = useLocale()
  const to = useLocalePath()
  const isBusy = useNavigation().state !== 'idle'
  const said = words.invite
  const { problems, values } = answer ?? { problems: {}, values: null }
  const problem =
    problems.address && fill(said.problems[problems.address], { name: problems.memberName ?? '' })
  return (
    <section className="invite">
      <h2>{said.title}</h2>
      <p className="mut">{fill(said.intro, { days: INVITATION_DAYS })}</p>
      {team.organisation.isSample ? <p className="sm mut">{said.sampleHint}</p> : null}
      {answer?.hours ? <Note tone="bad">{fillPlural(said.tooMany, answer.hours, locale)}</Note> : null}
      {/* A new form after each invitation: what was typed for the one before is gone. */}
      <Form method="post" action={to('/team')} noValidate replace key={team.invitations[0]?.id ?? 'none'}>
        <ActingField />
        <AddressField
          words={{ ...address, way: said.way, phone: said.phone, email: said.email }}
          typed={values?.typed ?? NO_ADDRESS}
          problem={problem}
        />
        <RoleChoices
          kind={team.organisation.organisationKind}
          roles={team.roles}
          chosen={values?.role ?? (team.roles.includes('editor') ? 'editor' : 'member')}
          words={words}
        />
        <FieldNotes id="role" problem={problems.role ? said.problems['role-missing'] : undefined} />
        <SelectField
          name="language"
          label={said.language}
          value={values?.language ?? locale}
          options={LOCALES.map((value) => ({ value, label: said.languages[value] }))}
        />
        <button type="submit" className="btn pri lg" name="intent" value="invite" disabled={isBusy}>
          {said.submit}
        </button>
      </Form>
    </section>
  )
}
