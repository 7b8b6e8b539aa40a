import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { FieldNotes } from '~/app/components/field'
import { Icon } from '~/app/components/icon'
import { Note } from '~/app/components/note'
import { OrganiserNav } from '~/app/components/organiser-nav'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated, partyName } from '~/app/party-name'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { mergeOrganisations } from '~/domain/organisation/merge-organisations.server'
import { readMerge } from '~/domain/organisation/read-merge.server'
import { MergeSides } from './merge-sides'
import { Obstacles } from './obstacles'
import './organiser-merge.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const { one = '', other = '' } = params
  const keep = new URL(request.url).searchParams.get('keep')
  const view = await run(() => readMerge(context.context, { ids: [one, other], keep }))
  const { nav, merge, applicant, states } = pageWords('organiser', metaLocale({ params }))
  return { ...view, words: { nav, merge, applicant, states } }
}

/** Merges the two: once it is confirmed, into the one that was shown as staying. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  requireSignedIn(request, context)
  const { one = '', other = '' } = params
  const form = await readForm(request)
  const keptId = String(form.get('keep') ?? '')
  const goneId = keptId === one ? other : one
  if (keptId !== one && keptId !== other) throw Response.json({ code: 'bad-request' }, { status: 400 })
  // Who may is said first, so that nobody else learns what the form lacks.
  const view = await run(() => readMerge(context.context, { ids: [one, other], keep: keptId })).catch(
    (refusal: unknown) => {
      if (refusal instanceof Response && refusal.status === 404) return null
      throw refusal
    },
  )
  if (view && form.get('confirm') !== 'yes') return data({ kind: 'unconfirmed' as const }, { status: 400 })
  const outcome = await run(() => mergeOrganisations(context.context, { keptId, goneId }))
  if (outcome.kind !== 'merged') return data({ kind: outcome.kind }, { status: 409 })
  const gone = view?.sides.find(({ facts }) => facts.id === goneId)
  const locale = metaLocale({ params })
  const query = new URLSearchParams({ done: 'merged', merged: gone ? partyName(gone.facts, locale) : '' })
  return redirect(`/${locale}/organiser/verification/${keptId}?${query}`, 303)
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.merge.title ?? '',
    description: args.data?.words.merge.metaDescription ?? '',
    path: `/organiser/duplicates/${args.params.one}/${args.params.other}`,
    noIndex: true,
  })

export default function OrganiserMergePage() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const { sides, keptId, obstacles, words } = view
  const said = words.merge
  const locale = useLocale()
  const to = useLocalePath()
  const kept = sides.find(({ facts }) => facts.id === keptId) ?? sides[0]
  const gone = sides.find(({ facts }) => facts.id !== keptId) ?? sides[1]
  const nameOf = (side: (typeof sides)[number]) => isolated(partyName(side.facts, locale), locale)
  const newcomers = gone.members.map(({ name }) => isolated(name || words.applicant.nameless, locale))
  return (
    <>
      <OrganiserNav current="duplicates" words={words.nav} />
      <main id="main" className="wrap merge">
        <p className="crumb">
          <Link to={to('/organiser/duplicates')}>
            <Icon name="arrow-left" /> {said.back}
          </Link>
        </p>
        <h1>{said.title}</h1>
        <p className="mut">
          {fill(said.score, { percent: Math.round(view.nameScore * 100) })}{' '}
          {view.isDistinct ? said.isDistinct : null}
        </p>
        {answer && answer.kind !== 'unconfirmed' ? (
          <Note tone="bad">
            <p>{answer.kind === 'refused' ? said.obstacles : said.changed}</p>
          </Note>
        ) : null}
        <Form method="get" preventScrollReset>
          <MergeSides sides={sides} keptId={keptId} words={words} />
          <button type="submit" className="btn line">
            {said.show}
          </button>
        </Form>
        {obstacles.length > 0 ? (
          <Obstacles obstacles={obstacles} words={said} />
        ) : (
          <section className="stack">
            <h2>{fill(said.moves, { name: nameOf(kept) })}</h2>
            <p>{fill(said.movesText, { name: nameOf(kept) })}</p>
            {newcomers.length > 0 ? (
              <p>
                <b>
                  {fill(said.owners, {
                    people: new Intl.ListFormat(locale).format(newcomers),
                    name: nameOf(kept),
                  })}
                </b>
              </p>
            ) : null}
            {gone.facts.kind === 'pesantren' ? <p>{fill(said.addressText, { name: nameOf(gone) })}</p> : null}
            <p className="bad-t">
              <b>{said.noUndo}</b>
            </p>
            <Form method="post" className="stack" noValidate>
              <input type="hidden" name="keep" value={keptId} />
              <div className="fld">
                <label className="tick">
                  <input
                    key={keptId}
                    type="checkbox"
                    name="confirm"
                    value="yes"
                    required
                    aria-describedby={answer?.kind === 'unconfirmed' ? 'field-confirm-problem' : undefined}
                  />
                  <span>{fill(said.confirm, { name: nameOf(kept) })}</span>
                </label>
                <FieldNotes
                  id="field-confirm"
                  problem={answer?.kind === 'unconfirmed' ? said.confirmMissing : undefined}
                />
              </div>
              <button type="submit" className="btn pri">
                {said.submit}
              </button>
            </Form>
          </section>
        )}
        <Form method="post" action={to('/organiser/duplicates')}>
          <input type="hidden" name="one" value={sides[0].facts.id} />
          <input type="hidden" name="other" value={sides[1].facts.id} />
          <input type="hidden" name="kind" value={kept.facts.kind} />
          <button type="submit" name="intent" value="distinct" className="btn quiet">
            {said.distinct}
          </button>
        </Form>
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
