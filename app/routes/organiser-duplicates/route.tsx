import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { Note } from '~/app/components/note'
import { OrganiserNav } from '~/app/components/organiser-nav'
import { Pagination } from '~/app/components/pagination'
import { SampleTag } from '~/app/components/sample-tag'
import { fill, fillPlural } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated, partyName } from '~/app/party-name'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { type DoubleSide, listDuplicates } from '~/domain/organisation/list-duplicates.server'
import { sayDistinct } from '~/domain/organisation/say-distinct.server'
import { JOINING_KINDS } from '~/domain/shared/account-enums'
import { isId } from '~/domain/shared/ids'
import '~/app/components/list-tabs.css'
import './organiser-duplicates.css'

const kindOf = (value: unknown) => JOINING_KINDS.find((kind) => kind === value) ?? 'pesantren'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const query = new URL(request.url).searchParams
  const kind = kindOf(query.get('kind'))
  const list = await run(() =>
    listDuplicates(context.context, { kind, page: Number(query.get('page')) || 1 }),
  )
  const [one = '', other = ''] = [query.get('one') ?? '', query.get('other') ?? '']
  const { nav, duplicates, kinds, states, applicant } = pageWords('organiser', metaLocale({ params }))
  return {
    ...list,
    kind,
    dismissed: isId(one) && isId(other) ? { one, other } : null,
    words: { nav, duplicates, kinds, states, why: applicant.why, district: applicant.district },
  }
}

/** Notes that two aren't one, or takes that back. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  requireSignedIn(request, context)
  const form = await readForm(request)
  const [one, other] = [String(form.get('one') ?? ''), String(form.get('other') ?? '')]
  const distinct = form.get('intent') !== 'undo'
  await run(() => sayDistinct(context.context, { ids: [one, other], distinct }))
  const query = new URLSearchParams()
  const kind = kindOf(form.get('kind'))
  if (kind !== 'pesantren') query.set('kind', kind)
  if (distinct) {
    query.set('one', one)
    query.set('other', other)
  }
  const search = query.size > 0 ? `?${query}` : ''
  return redirect(`/${metaLocale({ params })}/organiser/duplicates${search}`, 303)
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.duplicates.title ?? '',
    description: args.data?.words.duplicates.metaDescription ?? '',
    path: '/organiser/duplicates',
    noIndex: true,
  })

export default function OrganiserDuplicatesPage() {
  const { rows, page, pages, total, kind, dismissed, words } = useLoaderData<typeof loader>()
  const said = words.duplicates
  const locale = useLocale()
  const to = useLocalePath()
  const address = (change: { kind?: string; page?: number }) => {
    const query = new URLSearchParams()
    const chosen = change.kind ?? kind
    if (chosen !== 'pesantren') query.set('kind', chosen)
    if (change.page && change.page > 1) query.set('page', String(change.page))
    return to(`/organiser/duplicates${query.size > 0 ? `?${query}` : ''}`)
  }
  return (
    <>
      <OrganiserNav current="duplicates" words={words.nav} />
      <main id="main" className="wrap duplicates">
        <h1>{said.title}</h1>
        <p className="mut">{said.text}</p>
        <nav className="list-tabs" aria-label={said.title}>
          {JOINING_KINDS.map((one) => (
            <Link key={one} to={address({ kind: one })} aria-current={one === kind ? 'page' : undefined}>
              {words.kinds[one]}
            </Link>
          ))}
        </nav>
        {dismissed ? (
          <Note tone="ok">
            <p>{said.dismissed}</p>
            <Form method="post">
              <input type="hidden" name="one" value={dismissed.one} />
              <input type="hidden" name="other" value={dismissed.other} />
              <input type="hidden" name="kind" value={kind} />
              <button type="submit" name="intent" value="undo" className="btn s">
                {said.undo}
              </button>
            </Form>
          </Note>
        ) : null}
        {rows.length === 0 ? (
          <EmptyShelf title={said.empty}>
            <p className="mut">{said.emptyText}</p>
          </EmptyShelf>
        ) : (
          <>
            <p className="mut sm">{fillPlural(said.found, total, locale)}</p>
            <ul className="pairs">
              {rows.map((row) => (
                <Pair key={`${row.one.id} ${row.other.id}`} row={row} kind={kind} words={words} />
              ))}
            </ul>
          </>
        )}
        <Pagination page={page} pages={pages} href={(n) => address({ page: n })} />
      </main>
    </>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>

function Pair({ row, kind, words }: { row: Loaded['rows'][number]; kind: string; words: Loaded['words'] }) {
  const locale = useLocale()
  const to = useLocalePath()
  const said = words.duplicates
  const names = {
    one: isolated(partyName(row.one, locale), locale),
    other: isolated(partyName(row.other, locale), locale),
  }
  return (
    <li>
      <div className="both">
        <Side side={row.one} words={words} />
        <Side side={row.other} words={words} />
      </div>
      <p className="row wrapx">
        {row.samePhone ? <span className="tag warn">{words.why.phone}</span> : null}
        <span className="tag">{fill(words.why.name, { percent: Math.round(row.nameScore * 100) })}</span>
        {row.sameDistrict ? <span className="tag">{words.why.district}</span> : null}
      </p>
      <div className="row wrapx">
        <Link
          className="btn line"
          to={to(`/organiser/duplicates/${row.one.id}/${row.other.id}`)}
          aria-label={fill(said.compareNamed, names)}
        >
          {said.compare}
        </Link>
        <Form method="post">
          <input type="hidden" name="one" value={row.one.id} />
          <input type="hidden" name="other" value={row.other.id} />
          <input type="hidden" name="kind" value={kind} />
          <button
            type="submit"
            name="intent"
            value="distinct"
            className="btn quiet"
            aria-label={fill(said.distinctNamed, names)}
          >
            {said.distinct}
          </button>
        </Form>
      </div>
    </li>
  )
}

function Side({ side, words }: { side: DoubleSide; words: Loaded['words'] }) {
  const locale = useLocale()
  const to = useLocalePath()
  const { trade } = useWords()
  return (
    <div>
      <p>
        <Link to={to(`/organiser/verification/${side.id}`)}>
          <b>
            <bdi>{partyName(side, locale)}</bdi>
          </b>
        </Link>
      </p>
      <p className="row wrapx">
        <span className={`tag ${side.verification === 'verified' ? 'ok' : 'warn'}`}>
          {words.states[side.verification]}
        </span>
        {side.isSample ? <SampleTag /> : null}
      </p>
      {side.regency ? (
        <p className="mut sm">
          <bdi>
            {[
              trade.regency(side.regency.code, side.regency.name),
              side.districtName ? fill(words.district, { name: side.districtName }) : null,
            ]
              .filter(Boolean)
              .join(locale === 'ar' ? '، ' : ', ')}
          </bdi>
        </p>
      ) : null}
    </div>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
