import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { readActingForm } from '~/app/acting-form.server'
import { ActingErrorPage } from '~/app/components/acting-error-page'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { SampleTag } from '~/app/components/sample-tag'
import { countryChoices } from '~/app/country-names.server'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated, partyName } from '~/app/party-name'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { keptValues, wholeValues } from '~/domain/account/joining.schema'
import { answerOrganiser } from '~/domain/organisation/answer-organiser.server'
import { readOwnVerification } from '~/domain/organisation/read-own-verification.server'
import type { Locale } from '~/domain/shared/locale'
import { AnswerForm } from './answer-form'
import { Rules } from './rules'
import { OwnClaims, Told } from './told'
import './verification.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const own = await run(() => readOwnVerification(context.context))
  const needsCountries = own.organisation?.maySend && own.organisation.facts.kind === 'buyer'
  const { who } = pageWords('join', locale)
  return {
    actingId: context.viewer?.organisationId ?? null,
    ...own,
    countries: needsCountries ? countryChoices(locale).all.filter(({ code }) => code !== 'ID') : [],
    sent: new URL(request.url).searchParams.has('sent'),
    words: pageWords('verification', locale),
    who,
    textProblems: pageWords('organiser', locale).textProblems,
  }
}

/** Answers the organiser, mends what was handed in, and sends it again. */
export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const { form, context } = await readActingForm(request, web, locale)
  return keepTyped({ form, locale, context }, async () => {
    requireSignedIn(request, context, form)
    return answerWith({ form, locale, context })
  })
}

async function answerWith({
  form,
  locale,
  context,
}: { form: FormData; locale: Locale } & Pick<ActionFunctionArgs, 'context'>) {
  const sent = Object.fromEntries(form)
  const place = String(form.get('districtCode') ?? '')
  // One list of districts by regency: the first figures of a district are its regency's.
  const values = wholeValues({ ...keptValues(sent), regencyCode: place.slice(0, 4) })
  const answer = String(form.get('answer') ?? '').slice(0, 2000)
  const seen = Number(form.get('seen'))
  if (!Number.isSafeInteger(seen)) throw Response.json({ code: 'bad-request' }, { status: 400 })
  const outcome = await run(() => answerOrganiser(context.context, { seen, answer, values, locale }))
  switch (outcome.kind) {
    case 'sent':
      return redirect(`/${locale}/verification?sent`, 303)
    case 'invalid':
      return data({ kind: outcome.kind, problems: outcome.problems, values, answer }, { status: 400 })
    case 'changed':
      return data({ kind: outcome.kind, problems: {}, values, answer }, { status: 409 })
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/verification',
    noIndex: true,
  })

export default function VerificationPage() {
  const { organisation, claims, countries, sent, words, who, textProblems } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>() ?? null
  const locale = useLocale()
  const to = useLocalePath()
  if (answered && 'kept' in answered) return <KeptForm kept={answered.kept} />
  const refused = answered
  if (!organisation) {
    return (
      <main id="main" className="wrap verification">
        <h1>{words.title}</h1>
        <OwnClaims claims={claims} words={words} />
        {claims.length === 0 ? (
          <EmptyShelf title={words.none}>
            <p className="mut">{words.noneText}</p>
            <p>
              <Link className="btn pri" to={to('/join')}>
                {words.go.join}
              </Link>
            </p>
          </EmptyShelf>
        ) : null}
      </main>
    )
  }
  const { facts, said, history, maySend } = organisation
  const state = facts.verification
  const name = isolated(partyName(facts, locale), locale)
  return (
    <main id="main" className="wrap verification">
      <div className="stack">
        <h1>{words.title}</h1>
        <p className="row wrapx state">
          <b>{fill(words.states[state], { name })}</b>
          {facts.isSample ? <SampleTag /> : null}
        </p>
        <p className="mut">{words.stateTexts[state]}</p>
      </div>
      {refused ? (
        <Note tone="bad">
          <p>{refused.kind === 'changed' ? words.changed : words.fix}</p>
        </Note>
      ) : sent ? (
        <Note tone="ok">
          <p>{words.sent}</p>
        </Note>
      ) : null}
      {said ? (
        <section>
          <h2>{state === 'asked-back' ? words.question : words.reason}</h2>
          <p className="said">
            <bdi>{said}</bdi>
          </p>
        </section>
      ) : null}
      {maySend ? (
        <AnswerForm
          organisation={organisation}
          countries={countries}
          typed={refused}
          words={words}
          who={who}
          textProblems={textProblems}
        />
      ) : state === 'asked-back' || state === 'rejected' ? (
        <p className="mut">{words.onlyOwners}</p>
      ) : null}
      <Rules organisation={organisation} words={words} />
      <Told events={history} words={words} />
      <OwnClaims claims={claims} words={words} />
    </main>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage otherwise={<KeptOrError />} />
}
