import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { Icon } from '~/app/components/icon'
import { Pagination } from '~/app/components/pagination'
import { StudioNav } from '~/app/components/studio-nav'
import { VerificationNote } from '~/app/components/verification-note'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { verificationNote } from '~/app/verification-note.server'
import { actingOrganisation } from '~/domain/account/viewer'
import { changeProductState } from '~/domain/product/change-product-state.server'
import { duplicateProduct } from '~/domain/product/duplicate-product.server'
import { listOwnProducts } from '~/domain/product/list-own-products.server'
import { moveProduct } from '~/domain/product/move-product.server'
import { SHELF_MOVES } from '~/domain/product/shelf-move'
import { PRODUCT_STATES } from '~/domain/shared/enums'
import { newId } from '~/domain/shared/ids'
import { DoneNotice, RefusedNotice } from './notices'
import { ProductRow } from './product-row'
import './studio-products.css'

const stateOf = (value: unknown) => PRODUCT_STATES.find((state) => state === value) ?? null
const pageOf = (value: unknown) => Math.min(Number(value) || 1, 10_000)

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const archive = query.get('list') === 'archive'
  const page = pageOf(query.get('page'))
  const list = await run(() => listOwnProducts(context.context, { page, locale, archive }))
  const done = stateOf(query.get('done'))
  const was = stateOf(query.get('was'))
  const id = query.get('id')
  return {
    words: pageWords('studioProducts', locale),
    shelf: pageWords('studioShelf', locale),
    certificatesWord: pageWords('certificates', locale).title,
    moved: query.get('moved') !== null,
    token: newId(),
    booth: context.viewer && actingOrganisation(context.viewer),
    note: verificationNote(context.context.actor, 'products', locale),
    ...list,
    archive,
    done: done && was && id ? { id, state: done, was } : null,
  }
}

/** Publishes, hides, puts away, or takes that back. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  requireSignedIn(request, context)
  const form = await readForm(request)
  const to = stateOf(form.get('to'))
  const id = String(form.get('id') ?? '')
  const locale = metaLocale({ params })
  const move = SHELF_MOVES.find((one) => one === form.get('move'))
  if (move) {
    await run(() => moveProduct(context.context, { id, move }))
    const query = new URLSearchParams({ moved: id })
    if (move !== 'first' && pageOf(form.get('page')) > 1) query.set('page', String(form.get('page')))
    return redirect(`/${locale}/studio/products?${query}`, 303)
  }
  if (form.get('copy') !== null) {
    const token = String(form.get('token') ?? '')
    const copy = await run(() => duplicateProduct(context.context, { id, token }))
    return redirect(`/${locale}/studio/products/${copy.id}?done=copied`, 303)
  }
  if (!to) throw Response.json({ code: 'bad-request' }, { status: 400 })
  const outcome = await run(() => changeProductState(context.context, { id, to }))
  if (outcome.kind === 'incomplete') return data({ id, gaps: outcome.gaps }, { status: 400 })
  const query = new URLSearchParams({ done: outcome.state, was: outcome.before, id })
  const page = pageOf(form.get('page'))
  if (page > 1) query.set('page', String(page))
  return redirect(`/${metaLocale({ params })}/studio/products?${query}`, 303)
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/studio/products',
    noIndex: true,
  })

export default function StudioProductsPage() {
  const {
    words,
    shelf,
    certificatesWord,
    moved,
    token,
    booth,
    note,
    rows,
    page,
    pages,
    total,
    archived,
    archive,
    mayWrite,
    done,
  } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const to = useLocalePath()
  const locale = useLocale()
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? null
  return (
    <>
      <StudioNav current="products" words={words.nav} booth={booth} />
      <main id="main" className="wrap studio-products">
        <div className="head">
          <h1>{archive ? words.archive.title : words.title}</h1>
          {total > 0 ? <p className="mut">{fillPlural(words.productCount, total, locale)}</p> : null}
          {mayWrite && total > 0 && !archive ? <AddLink words={words} /> : null}
        </div>
        {archive ? (
          <p className="crumb">
            <Link to={to('/studio/products')}>
              <Icon name="arrow-left" /> {words.archive.back}
            </Link>
          </p>
        ) : null}
        {archive && total > 0 ? <p className="mut">{words.archive.text}</p> : null}
        <VerificationNote note={note} />
        {mayWrite ? null : <p className="studio-note">{words.readOnly}</p>}
        {mayWrite && !archive ? (
          <p className="row wrapx shelf-work">
            <Link className="btn line s" to={to('/studio/readiness')}>
              <Icon name="circle-check" />
              {shelf.ready.link}
            </Link>
            <Link className="btn line s" to={to('/studio/certificates')}>
              <Icon name="badge-check" />
              {certificatesWord}
            </Link>
            {total > 0 ? (
              <Link className="btn line s" to={to('/studio/products/prices')}>
                <Icon name="sliders-horizontal" />
                {shelf.prices.link}
              </Link>
            ) : null}
          </p>
        ) : null}
        {refused ? (
          <RefusedNotice refused={refused} name={nameOf(refused.id)} words={words} />
        ) : done && mayWrite ? (
          <DoneNotice done={done} name={nameOf(done.id)} page={page} words={words} />
        ) : moved ? (
          <p className="studio-note ok" role="status">
            {shelf.row.moved}
          </p>
        ) : null}
        {total === 0 && archive ? (
          <EmptyShelf title={words.archive.emptyTitle}>
            <p className="mut">{words.archive.emptyText}</p>
          </EmptyShelf>
        ) : total === 0 ? (
          <EmptyShelf title={words.emptyTitle}>
            <p className="mut">{mayWrite ? words.emptyText : words.emptyReadOnly}</p>
            {mayWrite ? <AddLink words={words} /> : null}
          </EmptyShelf>
        ) : (
          <ul className="own-products">
            {rows.map((row) => (
              <ProductRow
                key={row.id}
                row={row}
                page={page}
                mayWrite={mayWrite}
                words={words}
                more={shelf.row}
                token={token}
              />
            ))}
          </ul>
        )}
        <Pagination
          page={page}
          pages={pages}
          href={(n) => {
            const query = new URLSearchParams(archive ? { list: 'archive' } : {})
            if (n > 1) query.set('page', String(n))
            return to(`/studio/products${query.size > 0 ? `?${query}` : ''}`)
          }}
        />
        {mayWrite && !archive ? (
          <p>
            <Link className="btn quiet" to={to('/studio/products/csv')}>
              <Icon name="list" />
              {words.csv}
            </Link>
          </p>
        ) : null}
        {archived > 0 && !archive ? (
          <p>
            <Link className="btn quiet" to={to('/studio/products?list=archive')}>
              {fill(words.archive.link, { count: formatNumber(archived, locale) })}
            </Link>
          </p>
        ) : null}
      </main>
    </>
  )
}

function AddLink({ words }: { words: { add: string } }) {
  const to = useLocalePath()
  return (
    <p>
      <Link className="btn pri" to={to('/studio/products/new')}>
        <Icon name="plus" />
        {words.add}
      </Link>
    </p>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
