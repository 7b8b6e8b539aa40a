import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { Icon } from '~/app/components/icon'
import { Note } from '~/app/components/note'
import { StudioNav } from '~/app/components/studio-nav'
import { fill } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { allTableWords, tableWords } from '~/app/product-table-words.server'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { actingOrganisation } from '~/domain/account/viewer'
import { importProducts } from '~/domain/product/import-products.server'
import { readImport } from '~/domain/product/read-import.server'
import { sendProductTable } from '~/domain/product/send-product-table.server'
import { startProduct } from '~/domain/product/start-product.server'
import { DryRun } from './dry-run'
import { SendForm } from './send-form'
import './studio-products-csv.css'

/** Pasted text that is shown again when it can't be read; more than that is sent again. */
const MOST_SHOWN = 100_000

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const id = query.get('import')
  const words = pageWords('studioCsv', locale)
  const { nav, problems, gaps, form } = pageWords('studioProducts', locale)
  // Whoever may not write isn't shown the way to it.
  if (id === null) await run(() => startProduct(context.context))
  const found =
    id === null
      ? null
      : await run(() => readImport(context.context, { id, words: allTableWords() })).catch(
          (refusal: unknown) => {
            if (refusal instanceof Response && refusal.status === 404) return null
            throw refusal
          },
        )
  const count = (name: string) => Math.max(0, Math.trunc(Number(query.get(name)) || 0))
  return {
    found,
    isGone: id !== null && found === null,
    done: query.get('done') === 'in' ? { made: count('made'), changed: count('changed') } : null,
    booth: context.viewer && actingOrganisation(context.viewer),
    columns: found ? tableWords(locale).columns : null,
    words,
    nav,
    cellWords: { ...problems, ...gaps, ...words.problems },
    picture: form.kind,
  }
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const page = `/${locale}/studio/products/csv`
  const form = await readForm(request)
  const words = allTableWords()
  const id = form.get('import')
  if (typeof id !== 'string') {
    const file = form.get('file')
    const pasted = form.get('pasted')
    const text = typeof pasted === 'string' ? pasted : ''
    const isFile = file instanceof Blob && file.size > 0
    const isNothing = !isFile && !text.trim()
    const bytes = isFile ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text)
    const outcome = await run(() => sendProductTable(context.context, { bytes, locale, words }))
    return outcome.kind === 'sent'
      ? redirect(`${page}?import=${outcome.id}`, 303)
      : data(
          {
            problem: isNothing ? { kind: 'nothing' as const } : outcome.problem,
            text: text.slice(0, MOST_SHOWN),
          },
          { status: 400 },
        )
  }
  const basis = String(form.get('basis') ?? '')
  const lines = form.get('intent') === 'chosen' ? form.getAll('line').map(Number) : ('all' as const)
  const outcome = await run(() => importProducts(context.context, { id, basis, lines, words })).catch(
    (refusal: unknown) => {
      if (refusal instanceof Response && refusal.status === 404) return null
      throw refusal
    },
  )
  // Sent twice, or replaced in another tab: its page says so.
  if (!outcome) return redirect(`${page}?import=${encodeURIComponent(id)}`, 303)
  if (outcome.kind === 'done')
    return redirect(`${page}?done=in&made=${outcome.made}&changed=${outcome.changed}`, 303)
  return data({ refused: outcome.kind }, { status: outcome.kind === 'moved' ? 409 : 400 })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? 'OPOP Expo',
    description: args.data?.words.metaDescription ?? 'OPOP Expo',
    path: '/studio/products/csv',
    noIndex: true,
  })

export type CsvPage = ReturnType<typeof useLoaderData<typeof loader>>

export default function StudioProductsCsv() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { words, nav, booth, found, isGone, done, columns } = page
  const locale = useLocale()
  const to = useLocalePath()
  const sent = answer && 'problem' in answer ? answer : null
  const refused = answer && 'refused' in answer ? answer.refused : null
  return (
    <>
      <StudioNav current="products" words={nav} booth={booth} />
      <main id="main" className="wrap studio-csv">
        <p className="crumb">
          <Link to={to('/studio/products')}>
            <Icon name="arrow-left" /> {words.back}
          </Link>
        </p>
        <h1>{found ? words.checkTitle : words.title}</h1>
        {done ? (
          <Note tone="ok">
            <p>
              {fill(words.done, {
                made: formatNumber(done.made, locale),
                changed: formatNumber(done.changed, locale),
              })}
            </p>
            <p>
              <Link to={to('/studio/products')}>{words.seeProducts}</Link>
            </p>
          </Note>
        ) : isGone ? (
          <Note tone="bad">{words.gone}</Note>
        ) : refused ? (
          <Note tone="bad">{refused === 'moved' ? words.moved : words.noneChosen}</Note>
        ) : null}
        {found && columns ? (
          <DryRun page={page} found={found} columns={columns} />
        ) : (
          <SendForm page={page} sent={sent} />
        )}
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
