import { Form, Link, useNavigation, useParams } from '@remix-run/react'
import { CodeForm } from '~/app/components/code-form'
import { Field } from '~/app/components/field'
import { Filled } from '~/app/components/filled'
import { Fact, Ledger } from '~/app/components/ledger'
import { Note } from '~/app/components/note'
import { SampleTag } from '~/app/components/sample-tag'
import { fillPlural } from '~/app/i18n/fill'
import { formatDay } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { roleHint } from '~/app/role-words'
import { LONGEST_NAME } from '~/domain/account/invitation.schema'
import type { CodeView } from '~/domain/account/read-code.server'
import type { InvitationView } from '~/domain/account/read-invitation.server'
import type { InvitationAnswer } from './accept.server'
import { Consents } from './consents'

/** What of the team's words this page needs. */
export type InvitationWords = Pick<PageWords['team'], 'roles' | 'roleHints' | 'noName' | 'invitation'>

export interface OpenPage {
  invitation: Extract<InvitationView, { kind: 'open' }>
  code: CodeView | null
  isCodeGone: boolean
  isSentAgain: boolean
  /** The name of who is signed in. */
  reader: string | null
  words: InvitationWords
  entering: Pick<PageWords['entering'], 'code' | 'address'>
  consents: PageWords['privacy']['consents']
}

interface Props {
  page: OpenPage
  answer: InvitationAnswer | null
}

/** Who invites to what and what that lets somebody do; then the one step that is next. */
export function OpenInvitation({ page, answer }: Props) {
  const locale = useLocale()
  const { invitation, words } = page
  const { organisation, role, inviter, expiresAt, reader } = invitation
  const said = words.invitation
  const name = <bdi>{(locale === 'ar' && organisation.nameArabic) || organisation.name}</bdi>
  return (
    <>
      <div className="stack">
        <div className="row wrapx">
          <h1>
            <Filled sentence={said.title} values={{ name }} />
          </h1>
          {organisation.isSample ? <SampleTag /> : null}
        </div>
        <p>
          <Filled sentence={said.lead} values={{ name }} />
        </p>
      </div>
      <Ledger>
        <Fact label={said.from}>{inviter ? <bdi>{inviter}</bdi> : said.fromGone}</Fact>
        <Fact label={said.as} note={roleHint(words, organisation.kind, role)}>
          {words.roles[role]}
        </Fact>
        <Fact label={said.until}>{formatDay(expiresAt, locale)}</Fact>
      </Ledger>
      {reader === 'other' ? (
        <NotYours page={page} />
      ) : reader === 'receiver' ? (
        <Accept page={page} answer={answer} />
      ) : page.code ? (
        <GiveCode page={page} code={page.code} answer={answer} />
      ) : (
        <AskCode page={page} answer={answer} />
      )}
    </>
  )
}

function AskCode({ page, answer }: Props) {
  const locale = useLocale()
  const to = useLocalePath()
  const isBusy = useNavigation().state !== 'idle'
  const { token = '' } = useParams()
  const { invitation, words, entering, consents, isCodeGone } = page
  const said = words.invitation
  const { notSent = null } = answer ?? {}
  return (
    <section className="stack">
      <h2>{said.prove}</h2>
      <p>
        <Filled
          sentence={said.proveText[invitation.channel]}
          values={{ shown: <bdi dir="ltr">{invitation.shown}</bdi> }}
        />
      </p>
      {notSent ? (
        <Note tone="bad">
          {notSent === 'unavailable'
            ? said.notSent
            : fillPlural(entering.address.tooMany, notSent.minutes, locale)}
        </Note>
      ) : isCodeGone && !answer ? (
        <Note>{entering.code.failures.unknown}</Note>
      ) : null}
      {/* Without the code that the address of the page may still name. */}
      <Form method="post" action={to(`/invitations/${token}`)} noValidate className="form">
        <Consents
          words={said}
          consents={consents}
          asked={invitation.channel === 'whatsapp' ? ['privacy', 'whatsapp'] : ['privacy']}
          agreed={answer?.agreed ?? []}
          isMissing={answer?.problems.consent ?? false}
        />
        <div>
          <button type="submit" className="btn pri lg" name="intent" value="ask" disabled={isBusy}>
            {said.sendCode}
          </button>
        </div>
      </Form>
    </section>
  )
}

function GiveCode({ page, code, answer }: Props & { code: CodeView }) {
  const to = useLocalePath()
  const { token = '' } = useParams()
  const { words, entering, isSentAgain } = page
  return (
    <section className="stack">
      <h2>{words.invitation.codeTitle}</h2>
      <CodeForm
        words={entering.code}
        tooManyCodes={entering.address.tooMany}
        code={code}
        failed={answer?.failed ?? null}
        sentAgain={isSentAgain}
        change={<Link to={to(`/invitations/${token}`)}>{words.invitation.startAgain}</Link>}
      />
    </section>
  )
}

/** Signed in with the invited address: one tap, and a name from who has none yet. */
function Accept({ page, answer }: Props) {
  const isBusy = useNavigation().state !== 'idle'
  const { invitation, words, consents } = page
  const said = words.invitation
  const problem = answer?.problems.name
  return (
    <Form method="post" noValidate className="form">
      <p>
        <Filled sentence={said.forYou} values={{ shown: <bdi dir="ltr">{invitation.shown}</bdi> }} />
      </p>
      {invitation.lacksName ? (
        <Field
          name="name"
          label={said.name}
          hint={said.nameHint}
          value={answer?.name ?? ''}
          problem={problem && said.problems[problem]}
          autoComplete="name"
          maxLength={LONGEST_NAME}
          required
        />
      ) : null}
      {invitation.lacksConsent ? (
        <Consents
          words={said}
          consents={consents}
          asked={invitation.channel === 'whatsapp' ? ['privacy', 'whatsapp'] : ['privacy']}
          agreed={answer?.agreed ?? []}
          isMissing={answer?.problems.consent ?? false}
        />
      ) : null}
      <div>
        <button type="submit" className="btn pri lg" name="intent" value="accept" disabled={isBusy}>
          {said.accept}
        </button>
      </div>
    </Form>
  )
}

function NotYours({ page: { invitation, reader, words } }: Pick<Props, 'page'>) {
  const to = useLocalePath()
  const said = words.invitation
  const shown = <bdi dir="ltr">{invitation.shown}</bdi>
  return (
    <section className="stack">
      <h2>{said.notYours}</h2>
      <p>
        <Filled sentence={said.notYoursText} values={{ name: <bdi>{reader || words.noName}</bdi>, shown }} />
      </p>
      <Form method="post" reloadDocument className="row wrapx">
        <button type="submit" className="btn pri" name="intent" value="switch">
          <span>
            <Filled sentence={said.switch} values={{ shown }} />
          </span>
        </button>
        <Link className="btn line" to={to('/account')}>
          {said.stay}
        </Link>
      </Form>
    </section>
  )
}
