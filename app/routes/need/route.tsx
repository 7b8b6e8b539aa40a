import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { withinSentence } from '~/app/components/need-goods'
import { RememberZone } from '~/app/components/remember-zone'
import { fill, fillPlural } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { wordsFor } from '~/app/i18n/registry'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { pickTime } from '~/app/pick-time.server'
import { readForm } from '~/app/read-form.server'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { verificationNote } from '~/app/verification-note.server'
import { pickTimeSchema } from '~/domain/meeting/pick-time.schema'
import { findMatches } from '~/domain/need/find-matches.server'
import { findSampled } from '~/domain/order/find-sampled.server'
import { MatchesPage } from './matches-page'
import './need.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
  const { need, matches } = await run(() =>
    findMatches(context.context, { needId: params.id ?? '', page: Number.isInteger(page) ? page : 1 }),
  )
  const sampled = await run(() =>
    findSampled(context.context, { slugs: matches.matches.map(({ productSlug }) => productSlug) }),
  )
  const { fromNeed, asAisle } = pageWords('tours', params.locale)
  return {
    need,
    matches,
    hallWords: { fromNeed, asAisle },
    samples: { slugs: sampled, label: pageWords('samples', params.locale).meeting.match },
    words: pageWords('match', params.locale),
    note: verificationNote(context.context.actor, 'meetings', metaLocale({ params })),
    reader: readerZone(request.headers.get('Cookie'), context.viewer?.timeZone),
    now: context.context.now,
    token: context.context.newId(),
  }
}

/** A tap on a time: books it, or asks for it. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  requireSignedIn(request, context)
  const form = await readForm(request)
  const picked = pickTimeSchema.safeParse(Object.fromEntries(form))
  if (form.get('intent') !== 'meet' || !picked.success) {
    throw Response.json({ code: 'bad-request' }, { status: 400, headers: { 'Cache-Control': 'no-store' } })
  }
  const { booth, product, startsAt } = picked.data
  const { refused, status } = await pickTime(context.context, metaLocale({ params }), {
    needId: params.id ?? '',
    boothSlug: booth,
    productId: product,
    startsAt,
    note: null,
    token: String(form.get('token') ?? ''),
  })
  return data(refused, { status })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  if (!args.data) return []
  const { need, matches, words } = args.data
  const locale = metaLocale(args)
  const values = {
    amount: wordsFor(locale).trade.amount(need.monthlyVolume, need.unit),
    goods: withinSentence(need.productWords),
  }
  return pageMeta(args, {
    title:
      matches.total > 0
        ? fillPlural(words.heading, matches.total, locale, values)
        : fill(words.headingNone, values),
    description: words.metaDescription,
    path: `/needs/${need.id}`,
    noIndex: true,
  })
}

export default function NeedRoute() {
  const loaded = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <RememberZone shown={loaded.reader.zone} />
      <MatchesPage {...loaded} refused={refused ?? null} />
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
