import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { ActingField } from '~/app/components/acting-field'
import { Filled } from '~/app/components/filled'
import { Icon } from '~/app/components/icon'
import { useLocalePath } from '~/app/i18n/use-words'
import type { TeamInvitation, TeamMember, TeamView } from '~/domain/account/list-team.server'
import type { TeamAnswer } from './act.server'
import { Refused } from './notices'
import { RoleChoices } from './role-choices'
import type { TeamWords } from './team-words'

/** A page of its own for what is about one person, so that it works without JavaScript and asks before it ends. */
export type Step =
  | { kind: 'member' | 'remove'; member: TeamMember }
  | { kind: 'revoke'; invitation: TeamInvitation }
  | { kind: 'leave' }

interface StepProps {
  step: Step
  team: TeamView
  /** The organisation's. */
  name: string
  words: TeamWords
  answer: TeamAnswer | null
}

export function TeamStep({ step, team, name, words, answer }: StepProps) {
  const to = useLocalePath()
  const { title, body } = partsOf(step, { team, name, words })
  return (
    <main id="main" className="wrap team step">
      <p className="crumb">
        <Link to={to('/team')}>
          <Icon name="arrow-left" /> {words.member.back}
        </Link>
      </p>
      <h1>{title}</h1>
      {answer && answer.kind !== 'invite' ? <Refused answer={answer} words={words} /> : null}
      {body}
    </main>
  )
}

function partsOf(
  step: Step,
  { team, name, words }: Omit<StepProps, 'step' | 'answer'>,
): { title: ReactNode; body: ReactNode } {
  const organisation = <bdi>{name}</bdi>
  if (step.kind === 'leave') {
    const isLast = team.members.some(({ isMe, isLastKeeper }) => isMe && isLastKeeper)
    return {
      title: <Filled sentence={words.leave.title} values={{ name: organisation }} />,
      body: isLast ? (
        <p>
          <Filled sentence={words.leave.alone} values={{ name: organisation }} />
        </p>
      ) : (
        <Confirm intent="leave" words={words} confirm={words.leave.confirm}>
          <Filled sentence={words.leave.text} values={{ name: organisation }} />
        </Confirm>
      ),
    }
  }
  if (step.kind === 'revoke') {
    const shown = <bdi dir="ltr">{step.invitation.shown}</bdi>
    return {
      title: words.revokePage.title,
      body: (
        <Confirm intent="revoke" id={step.invitation.id} words={words} confirm={words.revokePage.confirm}>
          <Filled sentence={words.revokePage.text} values={{ shown }} />
        </Confirm>
      ),
    }
  }
  const { member } = step
  const person = <bdi>{member.name || words.noName}</bdi>
  if (step.kind === 'remove') {
    return {
      title: <Filled sentence={words.remove.title} values={{ name: person }} />,
      body: (
        <Confirm intent="remove" id={member.personId} words={words} confirm={words.remove.confirm}>
          <Filled sentence={words.remove.text} values={{ name: person, organisation }} />
        </Confirm>
      ),
    }
  }
  return {
    title: <Filled sentence={words.member.title} values={{ name: person }} />,
    body: <Manage member={member} team={team} words={words} />,
  }
}

function Manage({ member, team, words }: { member: TeamMember } & Pick<StepProps, 'team' | 'words'>) {
  const to = useLocalePath()
  if (member.isLastKeeper) return <p className="mut">{words.member.lastOwner}</p>
  return (
    <>
      {team.roles.length > 1 ? (
        <Form method="post" className="form">
          <ActingField />
          <input type="hidden" name="id" value={member.personId} />
          <RoleChoices
            kind={team.organisation.organisationKind}
            roles={team.roles}
            chosen={member.role}
            words={words}
          />
          <div>
            <button type="submit" className="btn pri" name="intent" value="role">
              {words.member.save}
            </button>
          </div>
        </Form>
      ) : null}
      {member.isMe ? null : (
        <p>
          <Link
            className="btn danger"
            to={to(`/team?${new URLSearchParams({ remove: member.personId, page: String(team.page) })}`)}
          >
            {words.member.remove}
          </Link>
        </p>
      )}
    </>
  )
}

function Confirm({
  intent,
  id,
  words,
  confirm,
  children,
}: {
  intent: 'remove' | 'revoke' | 'leave'
  id?: string
  words: TeamWords
  confirm: string
  children: ReactNode
}) {
  const to = useLocalePath()
  return (
    <Form method="post" className="form">
      <ActingField />
      <p>{children}</p>
      {id ? <input type="hidden" name="id" value={id} /> : null}
      <p className="row wrapx">
        <button type="submit" className="btn danger" name="intent" value={intent}>
          {confirm}
        </button>
        <Link className="btn line" to={to('/team')}>
          {words.remove.cancel}
        </Link>
      </p>
    </Form>
  )
}
