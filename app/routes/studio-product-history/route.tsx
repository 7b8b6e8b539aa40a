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
import { useFieldLabel, useStoredValue } from '~/app/components/product-form/field-words'
import { RevisionList, type ToldRevision } from '~/app/components/revision-list/revision-list'
import { StudioNav } from '~/app/components/studio-nav'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { isolated } from '~/app/party-name'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listProductHistory } from '~/domain/product/list-product-history.server'
import { restoreProduct } from '~/domain/product/restore-product.server'
import { fieldsOfRevised } from '~/domain/product/revised-product'
import { differingFields, typedProduct } from '~/domain/product/typed-product'
import { localized } from '~/domain/shared/locale'

const DONE = ['restored', 'same'] as const

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const page = Math.min(Number(query.get('page')) || 1, 10_000)
  const history = await run(() => listProductHistory(context.context, { id: params.id ?? '', page }))
  const { product } = history
  return {
    actingId: context.viewer?.organisationId ?? null,
    id: product.id,
    version: product.version,
    name: localized(product.fields.name, locale)?.text ?? product.slug,
    page: history.page,
    isLast: history.isLast,
    rows: history.rows.map(({ before, after, at, ...row }, place) => {
      const is = typedProduct(fieldsOfRevised(after), locale)
      const was = before && typedProduct(fieldsOfRevised(before), locale)
      return {
        ...row,
        at: at.toISOString(),
        isNow: history.page === 1 && place === 0,
        state: before && before.state !== after.state ? { before: before.state, after: after.state } : null,
        // That buyers ask follows from prices and state, which are told.
        changed: was ? differingFields(was, is).filter((field) => field !== 'asksPrice') : [],
        before: was,
        after: is,
      }
    }),
    done: DONE.find((known) => known === query.get('done')) ?? null,
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
    words: pageWords('studioHistory', locale),
    productWords: pageWords('studioProducts', locale),
  }
}

/** Brings one of them back, as a new version. */
export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const { form, context } = await readActingForm(request, web, locale)
  requireSignedIn(request, context, form)
  const id = params.id ?? ''
  const outcome = await run(() =>
    restoreProduct(context.context, {
      id,
      version: Number(form.get('version')) || 0,
      revisionId: String(form.get('revision') ?? ''),
    }),
  )
  if (outcome.kind === 'restored' || outcome.kind === 'same')
    return redirect(`/${locale}/studio/products/${id}/history?done=${outcome.kind}`, 303)
  return outcome.kind === 'incomplete'
    ? data({ gaps: outcome.gaps }, { status: 400 })
    : data({ gaps: null }, { status: 409 })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? fill(args.data.words.title, { name: args.data.name }) : '',
    description: args.data?.words.metaDescription ?? '',
    path: `/studio/products/${args.params.id}/history`,
    noIndex: true,
  })

export default function StudioProductHistory() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { words, productWords } = page
  const to = useLocalePath()
  const locale = useLocale()
  const labelOf = useFieldLabel(productWords)
  const toldOf = useStoredValue(productWords)
  const path = `/studio/products/${page.id}`
  const rows = page.rows.map(
    ({ before, after, changed, state, ...row }): ToldRevision => ({
      ...row,
      changes: [
        ...(state
          ? [
              {
                label: words.state,
                before: productWords.states[state.before],
                after: productWords.states[state.after],
              },
            ]
          : []),
        ...changed.map((field) => ({
          label: labelOf(field),
          before: before ? toldOf(field, before) : words.nothing,
          after: toldOf(field, after),
        })),
      ],
    }),
  )
  return (
    <>
      <StudioNav current="products" words={productWords.nav} />
      <main id="main" className="wrap history-page">
        <p className="crumb">
          <Link to={to(path)}>
            <Icon name="arrow-left" /> {words.back}
          </Link>
        </p>
        <h1>{fill(words.title, { name: isolated(page.name, locale) })}</h1>
        {refused ? (
          <Note tone="bad">
            {refused.gaps
              ? fill(words.incomplete, {
                  gaps: refused.gaps.map((gap) => productWords.gaps[gap]).join(' '),
                })
              : words.changed}
          </Note>
        ) : page.done ? (
          <Note tone="ok">{words[page.done]}</Note>
        ) : null}
        <p className="mut">{words.intro}</p>
        <RevisionList rows={rows} version={page.version} zone={page.zone} words={words} />
        <p className="row wrapx">
          {page.page > 1 ? (
            <Link className="btn line" to={to(`${path}/history?page=${page.page - 1}`)} rel="prev">
              {words.newer}
            </Link>
          ) : null}
          {page.isLast ? null : (
            <Link className="btn line" to={to(`${path}/history?page=${page.page + 1}`)} rel="next">
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
