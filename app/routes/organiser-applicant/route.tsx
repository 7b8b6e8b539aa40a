import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { MessageLog } from '~/app/components/message-log'
import { Note } from '~/app/components/note'
import { OrganiserNav } from '~/app/components/organiser-nav'
import { SampleTag } from '~/app/components/sample-tag'
import { countryName } from '~/app/country-names.server'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { messageLogWords } from '~/app/message-log-words.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated, partyName } from '~/app/party-name'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { readMessageLog } from '~/domain/message/read-message-log.server'
import { readApplicant } from '~/domain/organisation/read-applicant.server'
import { HALL_ZONE } from '~/domain/shared/hall-zone'
import { ApplicantFacts } from './applicant-facts'
import { Claims } from './claims'
import { decide } from './decide.server'
import { Decisions } from './decisions'
import { Doubles } from './doubles'
import { History } from './history'
import { People } from './people'
import '~/app/components/organiser-page.css'

const DONE = ['approve', 'ask-back', 'reject', 'claim', 'booth', 'merged'] as const
const BOOTHS = ['placed', 'there', 'no-edition', 'full'] as const

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const organisationId = params.id ?? ''
  const applicant = await run(() => readApplicant(context.context, { organisationId }))
  const log = await run(() =>
    readMessageLog(context.context, { about: { kind: 'organisation', id: organisationId } }),
  )
  const { duplicates: _, queue: __, ...words } = pageWords('organiser', locale)
  const { countryCode } = applicant.facts
  return {
    ...applicant,
    country: countryCode ? countryName(countryCode, locale) : null,
    log,
    logWords: messageLogWords(locale),
    done: DONE.find((known) => known === query.get('done')) ?? null,
    booth: BOOTHS.find((known) => known === query.get('booth')) ?? null,
    pavilion: query.get('pavilion') ?? '',
    mergedName: query.get('merged')?.slice(0, 120) ?? '',
    words,
  }
}

/** Approves, asks back, rejects, decides about a claim, or gives a booth. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const id = params.id ?? ''
  const locale = metaLocale({ params })
  const form = await readForm(request)
  return keepTyped({ form, locale, context }, async () => {
    requireSignedIn(request, context, form)
    const answered = await decide(context.context, id, form)
    if ('undecided' in answered) return data(answered.undecided, { status: answered.status })
    const { done, booth } = answered
    const query = new URLSearchParams({ done })
    if (booth) query.set('booth', booth.kind)
    if (booth && 'pavilion' in booth) query.set('pavilion', String(booth.pavilion))
    return redirect(`/${locale}/organiser/verification/${id}?${query}`, 303)
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? partyName(args.data.facts, metaLocale(args)) : '',
    description: args.data?.words.merge.metaDescription ?? '',
    path: `/organiser/verification/${args.params.id}`,
    noIndex: true,
  })

export default function OrganiserApplicantPage() {
  const loaded = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>() ?? null
  const { facts, words, members, claims, doubles, history, mergedInto, log, logWords } = loaded
  const said = words.applicant
  const locale = useLocale()
  const to = useLocalePath()
  const name = partyName(facts, locale)
  if (answered && 'kept' in answered) return <KeptForm kept={answered.kept} />
  const undecided = answered
  return (
    <>
      <OrganiserNav current="verification" words={words.nav} />
      <main id="main" className="wrap applicant">
        <p className="crumb">
          <Link to={to('/organiser/verification')}>
            <Icon name="arrow-left" /> {said.back}
          </Link>
        </p>
        <div className="head">
          <h1>
            <bdi>{name}</bdi>
          </h1>
          <p className="row wrapx">
            <span
              className={`tag ${facts.verification === 'verified' ? 'ok' : facts.verification === 'rejected' ? 'bad' : 'warn'}`}
            >
              {words.states[facts.verification]}
            </span>
            {facts.isSample ? <SampleTag /> : null}
            <span className="mut sm">{facts.kind === 'organiser' ? null : words.kinds[facts.kind]}</span>
          </p>
        </div>
        {undecided?.isChanged ? (
          <Note tone="bad">
            <p>{fill(said.changed, { state: words.states[facts.verification] })}</p>
          </Note>
        ) : undecided ? (
          <Note tone="bad">
            <p>{said.fix}</p>
          </Note>
        ) : loaded.done ? (
          <Note tone="ok">
            {loaded.done === 'booth' ? null : loaded.done === 'merged' ? (
              <p>{fill(words.merge.done, { name: isolated(loaded.mergedName, locale) })}</p>
            ) : (
              <p>{said.done[loaded.done]}</p>
            )}
            {loaded.booth ? <p>{fill(said.booth[loaded.booth], { pavilion: loaded.pavilion })}</p> : null}
          </Note>
        ) : null}
        {mergedInto ? (
          <Note>
            <p>
              <Link to={to(`/organiser/verification/${mergedInto.id}`)}>
                {fill(said.mergedInto, { name: isolated(mergedInto.name, locale) })}
              </Link>
            </p>
          </Note>
        ) : null}
        <div className="two">
          <div className="stackx">
            <ApplicantFacts applicant={loaded} words={words} />
            <People members={members} words={words} />
            <Doubles facts={facts} doubles={doubles} words={words} />
          </div>
          <div className="stackx">
            <Claims name={name} claims={claims} undecided={undecided} seen={loaded.seen} words={words} />
            <Decisions applicant={loaded} undecided={undecided} words={words} />
            <History events={history} words={words} />
            <MessageLog rows={log} words={logWords} zone={HALL_ZONE} />
          </div>
        </div>
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
