import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { Icon } from '~/app/components/icon'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { OrganiserNav } from '~/app/components/organiser-nav'
import { MotifMasks } from '~/app/components/pavilion-swatch'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { motifTiles } from '~/app/motif-tiles.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { readForm } from '~/app/read-form.server'
import { readerZone } from '~/app/reader-zone'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { changePavilionLook } from '~/domain/hall/change-pavilion-look.server'
import { checkLook } from '~/domain/hall/pavilion-look'
import { readPavilionLook } from '~/domain/hall/read-pavilion-look.server'
import { LookForm } from './look-form'
import { LookHistory } from './look-history'
import { readTypedLook } from './typed-look'
import '~/app/components/pavilion-swatch.css'
import './organiser-pavilion.css'

const numberOf = (typed: string | undefined) => (/^\d{1,3}$/.test(typed ?? '') ? Number(typed) : 0)

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const wanted = query.get('look')
  const pavilion = await run(() => readPavilionLook(context.context, { number: numberOf(params.number) }))
  const earlier = pavilion.changes.find(({ id }) => String(id) === wanted)?.look ?? null
  return {
    pavilion,
    /** What the form begins with, and why. */
    start:
      wanted === 'first'
        ? { look: pavilion.suggested, from: 'first' as const }
        : earlier
          ? { look: earlier, from: 'earlier' as const }
          : { look: pavilion.look, from: null },
    done: (['saved', 'same'] as const).find((known) => known === query.get('done')) ?? null,
    zone: readerZone(request.headers.get('cookie'), context.viewer?.timeZone).zone,
    tiles: motifTiles(),
    words: pageWords('organiserPavilions', locale),
    nav: pageWords('organiser', locale).nav,
  }
}

/** Saves the look, or shows what was typed with what is to be mended. */
export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const form = await readForm(request)
  if (!web.isSessionUnknown) requireSignedIn(request, web, form)
  return keepTyped({ form, locale, context: web }, async () => {
    const number = numberOf(params.number)
    const look = readTypedLook(form)
    const seen = Number(form.get('seen')) || 0
    if (form.get('intent') === 'show') {
      await run(() => readPavilionLook(web.context, { number }))
      return data({ kind: 'shown' as const, look, problems: checkLook(look).problems ?? {} })
    }
    const outcome = await run(() => changePavilionLook(web.context, { number, seen, look }))
    if (outcome.kind === 'saved' || outcome.kind === 'same')
      return redirect(`/${locale}/organiser/pavilions/${number}?done=${outcome.kind}`, 303)
    return outcome.kind === 'refused'
      ? data({ kind: outcome.kind, look, problems: outcome.problems }, { status: 400 })
      : data({ kind: outcome.kind, look, problems: {} }, { status: 409 })
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? `${args.data.pavilion.regencyName}: ${args.data.words.title}` : '',
    description: args.data?.words.metaDescription ?? '',
    path: `/organiser/pavilions/${args.params.number}`,
    noIndex: true,
  })

export type PavilionPage = ReturnType<typeof useLoaderData<typeof loader>>

export default function OrganiserPavilion() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const { pavilion, start, done, tiles, words, nav } = page
  const to = useLocalePath()
  const { trade } = useWords()
  if (answer && 'kept' in answer) return <KeptForm kept={answer.kept} />
  return (
    <>
      <OrganiserNav current="pavilions" words={nav} />
      <main id="main" className="wrap organiser-pavilion">
        <p className="crumb">
          <Link to={to('/organiser/pavilions')}>
            <Icon name="arrow-left" /> {words.back}
          </Link>
        </p>
        <p className="sm mut">{fill(words.numbered, { number: pavilion.number })}</p>
        <h1>
          <bdi>{trade.regency(pavilion.regencyCode, pavilion.regencyName)}</bdi>
        </h1>
        {answer ? (
          <Note tone={answer.kind === 'shown' ? undefined : 'bad'}>
            {answer.kind === 'refused' ? words.fix : words[answer.kind]}
          </Note>
        ) : start.from ? (
          <Note>{start.from === 'first' ? words.filledFirst : words.filledEarlier}</Note>
        ) : done ? (
          <Note tone="ok">
            <p>{words.done[done]}</p>
            <p>
              <Link to={to(`/hall?pavilion=${pavilion.number}`)}>{words.see}</Link>
            </p>
          </Note>
        ) : null}
        <MotifMasks tiles={tiles} />
        <LookForm
          key={answer ? JSON.stringify(answer.look) : `${start.from} ${JSON.stringify(start.look)}`}
          page={page}
          typed={answer?.look ?? start.look}
          problems={answer?.problems ?? {}}
        />
        <LookHistory page={page} />
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
