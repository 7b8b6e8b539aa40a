import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { Icon } from '~/app/components/icon'
import { Pagination } from '~/app/components/pagination'
import { SampleTag } from '~/app/components/sample-tag'
import { wordsFor } from '~/app/i18n/registry'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { Filters, useFilterLabel } from './filters'
import { type ActiveFilter, loadResults } from './load-results.server'
import { Results } from './results'
import { tidySearch, withoutFilters, withoutValue, withParam } from './search-address'
import './search.css'
import { useLiveSearch } from './use-live-search'

const FORM_ID = 'find'
const FILTERS_ID = 'filters'

export function loader({ request, params, context }: LoaderFunctionArgs) {
  return loadResults(request, params.locale, context.context)
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const words = wordsFor(metaLocale(args)).search
  const { text = '', active = [] } = args.data ?? {}
  return pageMeta(args, {
    title: text ? words.titleFor(text) : words.title,
    description: words.description,
    path: '/products',
    // Countless addresses with the same goods: search engines follow the links but keep the plain page.
    noIndex: active.length > 0 || text !== '',
  })
}

export default function SearchPage() {
  const data = useLoaderData<typeof loader>()
  const { search: words, common, hall } = useWords()
  const to = useLocalePath()
  const [searchParams] = useSearchParams()
  const params = tidySearch(searchParams)
  const live = useLiveSearch(params)
  const action = to('/products')
  const navigation = useNavigation()
  const searching = navigation.location?.pathname === action
  const from = (data.page - 1) * data.perPage + 1
  // Nothing was asked and nothing is there: no spelling to mend, nothing to narrow down or to put in order.
  const bare = data.total === 0 && data.text === '' && data.active.length === 0
  const counted = data.kind === 'booth' ? words.booths(data.total) : words.products(data.total)
  return (
    <main id="main" className="wrap search-page" aria-busy={searching}>
      <div className="row search-top">
        <Form
          id={FORM_ID}
          ref={live.form}
          className="find"
          role="search"
          action={action}
          onInput={live.onInput}
          onSubmit={live.onSubmit}
        >
          <Icon name="search" />
          <input
            type="search"
            name="q"
            defaultValue={data.text}
            aria-label={words.label}
            placeholder={words.placeholder}
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            enterKeyHint="search"
          />
          {data.kind === 'booth' ? <input type="hidden" name="kind" value="booth" /> : null}
          {data.active.map(({ name, value }) =>
            name === 'from' || name === 'to' ? (
              <input key={name} type="hidden" name={name} value={value} />
            ) : null,
          )}
          <button className="btn pri" type="submit">
            {words.submit}
          </button>
        </Form>
        <nav className="kinds" aria-label={words.kinds}>
          {(['product', 'booth'] as const).map((kind) => (
            <Link
              key={kind}
              className={`chip ${data.kind === kind ? 'on' : ''}`}
              aria-current={data.kind === kind ? 'true' : undefined}
              to={action + withParam(params, 'kind', kind)}
              preventScrollReset
            >
              {kind === 'booth' ? words.kindBooths : words.kindProducts}
            </Link>
          ))}
        </nav>
      </div>
      <div className="row wrapx found">
        <h1>
          <span role="status">{counted}</span>
        </h1>
        {data.kind === 'product' && data.booths > 0 ? (
          <span className="mut sm nw">{words.fromPesantren(data.booths)}</span>
        ) : null}
        {data.sample === 'all' ? <SampleTag /> : null}
        {data.text !== '' && data.rows.some(({ hallBooth }) => hallBooth) ? (
          <Link className="chip" to={to(`/hall?q=${encodeURIComponent(data.text)}`)}>
            <Icon name="map" />
            {hall.mapTitle}
          </Link>
        ) : null}
        <ActiveFilters active={data.active} params={params} action={action} />
        {bare ? null : (
          <>
            <button type="button" className="chip phone" {...{ popovertarget: FILTERS_ID }}>
              <Icon name="sliders-horizontal" />
              {words.filters}
            </button>
            <label className="sort sm">
              {words.sort}
              <select form={FORM_ID} name="sort" defaultValue={data.sort} onChange={live.onChange}>
                {data.sorts.map((sort) => (
                  <option key={sort} value={sort}>
                    {words.sorts[sort]}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
      </div>
      {bare ? (
        <EmptyShelf title={words.nothingYet}>
          <p>{words.nothingYetText}</p>
          <p>
            <Link className="btn" to={to('/about')}>
              {common.nav.about}
            </Link>
          </p>
        </EmptyShelf>
      ) : (
        <div className="find-l">
          <Filters
            key={data.kind}
            facets={data.facets}
            formId={FORM_ID}
            onChange={live.onChange}
            applyLabel={words.apply}
          />
          <div className="found-list">
            {data.rows.length > 0 ? (
              <>
                <Results rows={data.rows} markEach={data.sample === 'some'} />
                <p className="sm mut range">{words.range(from, from + data.rows.length - 1, data.total)}</p>
                <Pagination
                  page={data.page}
                  pages={data.pages}
                  href={(page) => action + withParam(params, 'page', String(page))}
                />
              </>
            ) : (
              <EmptyShelf title={data.text ? words.emptyTitleFor(data.text) : words.emptyTitle}>
                {data.active.length > 0 ? (
                  <>
                    <p>{words.emptyWithFilters}</p>
                    <p className="row wrapx">
                      <ActiveFilters active={data.active} params={params} action={action} />
                    </p>
                  </>
                ) : (
                  <p>{words.emptySpelling}</p>
                )}
                <p className="mut">{words.tryThese}</p>
                <p className="row wrapx">
                  {Object.values(words.example).map((example) => (
                    <Link key={example} className="chip" to={`${action}?q=${encodeURIComponent(example)}`}>
                      {example}
                    </Link>
                  ))}
                  <Link className="btn" to={to('/hall')}>
                    {words.toHall}
                  </Link>
                </p>
              </EmptyShelf>
            )}
          </div>
        </div>
      )}
    </main>
  )
}

/** A chip for each filter in use; its link takes it away. */
function ActiveFilters({
  active,
  params,
  action,
}: {
  active: ActiveFilter[]
  params: URLSearchParams
  action: string
}) {
  const words = useWords().search
  const label = useFilterLabel()
  if (active.length === 0) return null
  return (
    <>
      {active.map((filter) => (
        <Link
          key={`${filter.name} ${filter.value}`}
          className="chip on"
          to={action + withoutValue(params, filter.name, filter.value)}
          aria-label={words.removeFilter(label(filter.name, filter))}
          preventScrollReset
        >
          {label(filter.name, filter)}
          <Icon name="x" />
        </Link>
      ))}
      {active.length > 1 ? (
        <Link className="sm nw" to={action + withoutFilters(params)} preventScrollReset>
          {words.clearAll}
        </Link>
      ) : null}
    </>
  )
}
