import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { readActingForm } from '~/app/acting-form.server'
import { ActingErrorPage } from '~/app/components/acting-error-page'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { Filled } from '~/app/components/filled'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { Pagination } from '~/app/components/pagination'
import { SampleTag } from '~/app/components/sample-tag'
import { fillPlural } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listTeam } from '~/domain/account/list-team.server'
import { actingOrganisation } from '~/domain/account/viewer'
import { isShut } from '~/domain/shared/acting'
import { AppError } from '~/domain/shared/app-error'
import { act } from './act.server'
import { InvitationList } from './invitation-list'
import { InviteForm } from './invite-form'
import { MemberList } from './member-list'
import { Done, Refused } from './notices'
import { type Step, TeamStep } from './team-step'
import './team.css'

const STEPS = ['member', 'remove', 'revoke'] as const

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const { invitation: _, ...words } = pageWords('team', locale)
  const query = new URL(request.url).searchParams
  const team = await run(() => listTeam(context.context, { page: Number(query.get('page')) }))
  const acting = context.viewer && actingOrganisation(context.viewer)
  if (!team || !acting) return { words, team: null }
  const asked = STEPS.find((name) => query.has(name))
  const id = asked ? query.get(asked) : null
  let step: Step | null = query.has('leave') ? { kind: 'leave' } : null
  if (asked && id) {
    const member = team.members.find(({ personId }) => personId === id)
    const invitation = team.invitations.find((one) => one.id === id)
    if (!team.mayManage) return run(() => Promise.reject(new AppError('forbidden')))
    if (asked === 'revoke' && invitation) step = { kind: 'revoke', invitation }
    else if (asked !== 'revoke' && member) step = { kind: asked, member }
    else return run(() => Promise.reject(new AppError('not-found')))
  }
  const done = query.get('done')
  return {
    actingId: context.viewer?.organisationId ?? null,
    words,
    address: pageWords('entering', locale).address,
    team,
    acting,
    step,
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
    done: done ? { kind: done, id: query.get('id') ?? '' } : null,
  }
}

export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const { form, context } = await readActingForm(request, web, metaLocale({ params }))
  const locale = metaLocale({ params })
  const answered = await keepTyped({ form, locale, context }, () => {
    requireSignedIn(request, context, form)
    return act({ form, locale, context })
  })
  if (answered instanceof Response || 'data' in answered) return answered
  const { answer, status, retryAfterSeconds } = answered
  return data(answer, {
    status,
    headers: retryAfterSeconds ? { 'Retry-After': String(retryAfterSeconds) } : {},
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/team',
    noIndex: true,
  })

export default function TeamPage() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>() ?? null
  const locale = useLocale()
  const to = useLocalePath()
  const { words } = page
  if (answered && 'kept' in answered) return <KeptForm kept={answered.kept} />
  const answer = answered
  if (!page.team) {
    const none = words.noOrganisation
    return (
      <main id="main" className="wrap team">
        <h1>{words.title}</h1>
        <EmptyShelf title={none.title}>
          <p className="mut">{none.text}</p>
          <p className="row wrapx">
            <Link className="btn pri" to={to('/join')}>
              {none.join}
            </Link>
            <Link className="btn" to={to('/account')}>
              {none.account}
            </Link>
          </p>
        </EmptyShelf>
      </main>
    )
  }
  const { team, acting, step, address, done, zone } = page
  const name = (locale === 'ar' && acting.nameArabic) || acting.name
  if (step && answer?.kind !== 'accepted')
    return <TeamStep step={step} team={team} name={name} words={words} answer={answer} />
  return (
    <main id="main" className="wrap team">
      <div className="row wrapx">
        <h1>
          <Filled sentence={words.titleOf} values={{ name: <bdi>{name}</bdi> }} />
        </h1>
        {acting.isSample ? <SampleTag /> : null}
      </div>
      {answer && answer.kind !== 'invite' ? (
        <Refused answer={answer} words={words} />
      ) : done && !answer ? (
        <Done done={done} team={team} name={name} words={words} />
      ) : null}
      <div className="columns">
        <div>
          <p className="mut">{fillPlural(words.members, team.total, locale)}</p>
          <MemberList team={team} words={words} />
          <Pagination
            page={team.page}
            pages={team.pages}
            href={(n) => to(n > 1 ? `/team?page=${n}` : '/team')}
          />
          {team.isShared ? (
            <p className="sm mut">{words.shared}</p>
          ) : team.mayManage ? null : (
            <p className="sm mut">{isShut(acting) ? words.readOnlyClosed : words.readOnly}</p>
          )}
          <InvitationList invitations={team.invitations} zone={zone} words={words} />
          {team.isShared ? null : (
            <p>
              <Link className="btn quiet danger" to={to('/team?leave')}>
                <span>
                  <Filled sentence={words.leave.link} values={{ name: <bdi>{name}</bdi> }} />
                </span>
              </Link>
            </p>
          )}
        </div>
        {team.mayManage ? (
          <InviteForm
            team={team}
            words={words}
            address={address}
            answer={answer?.kind === 'invite' ? answer : null}
          />
        ) : null}
      </div>
    </main>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage otherwise={<KeptOrError />} />
}
