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
import { Icon } from '~/app/components/icon'
import { Note } from '~/app/components/note'
import { RevisionList, type ToldRevision } from '~/app/components/revision-list/revision-list'
import { StudioNav } from '~/app/components/studio-nav'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listBoothHistory } from '~/domain/booth/list-booth-history.server'
import { restoreBooth } from '~/domain/booth/restore-booth.server'
import { differingFacts, typedBooth } from '~/domain/booth/typed-booth'
import { BUSINESS_FIELDS } from '~/domain/shared/enums'
import { toldFact } from './told-booth.server'

const DONE = ['restored', 'same'] as const
const NONE_OFFERED = { colours: [], accents: [] }

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const wanted = Math.min(Number(query.get('page')) || 1, 10_000)
  const { rows, places, ...history } = await run(() => listBoothHistory(context.context, { page: wanted }))
  const booth = pageWords('studioBooth', locale)
  return {
    actingId: context.viewer?.organisationId ?? null,
    ...history,
    rows: rows.map(({ before, after, at, ...row }, place) => ({
      ...row,
      at: at.toISOString(),
      isNow: history.page === 1 && place === 0,
      changes: before
        ? differingFacts(typedBooth(before, NONE_OFFERED), typedBooth(after, NONE_OFFERED)).map((fact) => ({
            label: booth.facts[fact],
            before: toldFact(before, fact, { locale, places }),
            after: toldFact(after, fact, { locale, places }),
          }))
        : [],
    })),
    done: DONE.find((known) => known === query.get('done')) ?? null,
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
    words: pageWords('studioHistory', locale),
    nav: pageWords('studioProducts', locale).nav,
  }
}

/** Brings one of them back, as a new version. */
export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const { form, context } = await readActingForm(request, web, locale)
  requireSignedIn(request, context, form)
  const outcome = await run(() =>
    restoreBooth(context.context, {
      version: Number(form.get('version')) || 0,
      revisionId: String(form.get('revision') ?? ''),
    }),
  )
  return outcome.kind === 'restored' || outcome.kind === 'same'
    ? redirect(`/${locale}/studio/booth/history?done=${outcome.kind}`, 303)
    : data({ refused: outcome.kind }, { status: outcome.kind === 'changed' ? 409 : 400 })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.boothTitle ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/studio/booth/history',
    noIndex: true,
  })

export default function StudioBoothHistory() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { words } = page
  const to = useLocalePath()
  const { trade } = useWords()
  const told = (text: string) => {
    const field = BUSINESS_FIELDS.find((one) => one === text)
    return (field ? trade.fields[field] : text) || words.nothing
  }
  const rows = page.rows.map(
    (row): ToldRevision => ({
      ...row,
      changes: row.changes.map(({ label, before, after }) => ({
        label,
        before: told(before),
        after: told(after),
      })),
    }),
  )
  return (
    <>
      <StudioNav current="booth" words={page.nav} />
      <main id="main" className="wrap history-page">
        <p className="crumb">
          <Link to={to('/studio/booth')}>
            <Icon name="arrow-left" /> {words.backBooth}
          </Link>
        </p>
        <h1>{words.boothTitle}</h1>
        {refused ? (
          <Note tone="bad">{words[refused.refused]}</Note>
        ) : page.done ? (
          <Note tone="ok">{words[page.done]}</Note>
        ) : null}
        <p className="mut">{words.intro}</p>
        <RevisionList rows={rows} version={page.version} zone={page.zone} words={words} />
        <p className="row wrapx">
          {page.page > 1 ? (
            <Link className="btn line" to={to(`/studio/booth/history?page=${page.page - 1}`)} rel="prev">
              {words.newer}
            </Link>
          ) : null}
          {page.isLast ? null : (
            <Link className="btn line" to={to(`/studio/booth/history?page=${page.page + 1}`)} rel="next">
              {words.older}
            </Link>
          )}
        </p>
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage />
}
