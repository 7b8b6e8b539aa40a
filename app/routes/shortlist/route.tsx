import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { pageWords } from '~/app/i18n/page-words.server'
import { wordsFor } from '~/app/i18n/registry'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { run } from '~/app/run.server'
import { safePath } from '~/app/safe-path'
import { readShelf, shelfCookie } from '~/app/shelf-cookie'
import { isSlug } from '~/domain/shared/slug'
import { addKept, formatKept, isKept, type Kept, parseKept, removeKept } from '~/domain/shortlist/kept'
import { listKept } from '~/domain/shortlist/list-kept.server'
import { MyShelf } from './my-shelf'
import './shortlist.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const kept = readShelf(request)
  // What was just taken off, so that it can be put back.
  const [removed] = parseKept(new URL(request.url).searchParams.get('removed') ?? '')
  const gone = removed && !isKept(kept, removed) ? removed : null
  const found = await run(() =>
    listKept(context.context, { kept: gone ? [...kept, gone] : kept, locale: metaLocale({ params }) }),
  )
  const { fromShelf, asAisle } = pageWords('tours', params.locale)
  return {
    kept: found.filter((one) => isKept(kept, one)),
    removed: gone ? (found.find((one) => isKept([gone], one)) ?? null) : null,
    hallWords: { fromShelf, asAisle },
  }
}

/** Adds or removes one, then goes back to where the reader was. Anybody may: the shelf is their cookie. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const slug = form.get('slug')
  const kind = form.get('kind')
  if (!isSlug(slug) || (kind !== 'product' && kind !== 'booth')) {
    throw data({ code: 'not-found' }, { status: 404 })
  }
  const one: Kept = { kind, slug }
  const adds = form.get('intent') === 'add'
  const kept = readShelf(request)
  const changed = adds ? addKept(kept, one) : removeKept(kept, one)
  const headers = { 'Set-Cookie': shelfCookie(changed, context.publicUrl) }
  if (form.get('inPlace')) return data({ kept: adds }, { headers })

  const own = `/${metaLocale({ params })}/shortlist`
  const back = safePath(form.get('back'), own)
  const undo = !adds && back === own ? `?removed=${formatKept([one])}` : ''
  return redirect(back + undo, { status: 303, headers })
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const words = wordsFor(metaLocale(args)).shortlist
  return pageMeta(args, {
    title: words.title,
    description: words.description,
    path: '/shortlist',
    noIndex: true,
  })
}

export default function Shortlist() {
  return <MyShelf {...useLoaderData<typeof loader>()} />
}

export function ErrorBoundary() {
  return <ErrorPage />
}
