import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { Pagination } from '~/app/components/pagination'
import { SampleTag } from '~/app/components/sample-tag'
import { countryName } from '~/app/country-names.server'
import { fillPlural } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import type { PageWords } from '~/app/i18n/page-words.server'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listNeeds, type NeedRow } from '~/domain/need/list-needs.server'
import { needLine } from './need-line'
import './needs.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const page = Number.parseInt(new URL(request.url).searchParams.get('page') ?? '', 10) || 1
  const list = await run(() => listNeeds(context.context, { page }))
  return {
    ...list,
    rows: list.rows.map((row) => ({ ...row, country: countryName(row.destinationCountry, locale) })),
    words: pageWords('need', locale),
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { words } = args.data
  return pageMeta(args, {
    title: words.title,
    description: words.metaDescription,
    path: '/needs',
    noIndex: true,
  })
}

/** What one's organisation looks for; for the organiser what everybody does, to read. */
export default function NeedsPage() {
  const { words, rows, page, pages, total, open, isOrganiser, mayState } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const to = useLocalePath()
  const isSample = rows.some((row) => row.isSample)
  return (
    <main id="main" className="wrap needs">
      <div className="sec-h">
        <h1>{isOrganiser ? words.listTitleOrganiser : words.listTitle}</h1>
        {isSample ? <SampleTag /> : null}
        {total > 0 ? (
          <span className="mut sm">
            {fillPlural(words.counted, total, locale, {
              count: formatNumber(total, locale),
              open: formatNumber(open, locale),
            })}
          </span>
        ) : null}
        {mayState && total > 0 ? (
          <Link className="btn pri" to={to('/needs/new')}>
            {words.state}
          </Link>
        ) : null}
      </div>
      {total === 0 ? (
        <EmptyShelf title={words.empty}>
          <p className="mut">
            {isOrganiser ? words.emptyOrganiser : mayState ? words.emptyText : words.emptyReader}
          </p>
          <p>
            {mayState ? (
              <Link className="btn pri" to={to('/needs/new')}>
                {words.state}
              </Link>
            ) : (
              <Link className="btn" to={to('/products')}>
                {words.toProducts}
              </Link>
            )}
          </p>
        </EmptyShelf>
      ) : (
        <ul>
          {rows.map((row) => (
            <Need key={row.id} need={row} words={words} showsCompany={isOrganiser} mayEdit={mayState} />
          ))}
        </ul>
      )}
      <Pagination page={page} pages={pages} href={(n) => to(`/needs${n === 1 ? '' : `?page=${n}`}`)} />
    </main>
  )
}

interface NeedProps {
  need: NeedRow & { country: string }
  words: PageWords['need']
  showsCompany: boolean
  mayEdit: boolean
}

function Need({ need, words, showsCompany, mayEdit }: NeedProps) {
  const locale = useLocale()
  const to = useLocalePath()
  const { requested, booked } = need
  const count = (forms: PageWords['need']['booked'], value: number) =>
    fillPlural(forms, value, locale, { count: formatNumber(value, locale) })
  return (
    <li>
      <div>
        <h2>
          <Link to={to(`/needs/${need.id}`)}>
            <bdi lang={need.locale}>{need.productWords}</bdi>
          </Link>
          {need.state === 'closed' ? <span className="tag">{words.closed}</span> : null}
        </h2>
        <p className="sm mut">
          {showsCompany ? (
            <>
              <b>
                <bdi>{need.organisationName}</bdi>
              </b>
              {' · '}
            </>
          ) : null}
          {needLine(need, words, locale)}
        </p>
      </div>
      <div className="met">
        {booked > 0 ? <span className="b">{count(words.booked, booked)}</span> : null}
        {requested > 0 ? <span>{count(words.requested, requested)}</span> : null}
        {booked + requested === 0 ? <span className="mut">{words.noMeeting}</span> : null}
      </div>
      {mayEdit ? (
        <Link
          className="btn line"
          to={to(`/needs/${need.id}/edit`)}
          aria-label={`${words.edit}: ${need.productWords}`}
        >
          {words.edit}
        </Link>
      ) : null}
    </li>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
