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
import { KeptForm } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { MotifMasks } from '~/app/components/pavilion-swatch'
import { StudioNav } from '~/app/components/studio-nav'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocalePath } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { motifTiles } from '~/app/motif-tiles.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { editBooth } from '~/domain/booth/edit-booth.server'
import { readOwnBooth } from '~/domain/booth/read-own-booth.server'
import { CLOTHS, EDGES } from '~/domain/booth/region-family'
import { readTypedBooth, typedBooth } from '~/domain/booth/typed-booth'
import { sheetUrl } from '~/domain/hall/picture-sheet'
import { readSheet } from '~/domain/hall/read-sheet.server'
import { answerBoothForm } from './answer.server'
import { BoothForm } from './booth-form'
import '~/app/components/pavilion-swatch.css'
import '~/app/components/choice-rows.css'
import '~/app/components/product-form/product-form.css'
import './studio-booth.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const regencyCode = query.get('regency')
  const { booth, regencies, districts } = await run(() => readOwnBooth(context.context, { regencyCode }))
  const sheet = await run(() => readSheet(context.context, { slug: booth.slug }))
  return {
    actingId: context.viewer?.organisationId ?? null,
    booth,
    regencies,
    districts,
    stored: typedBooth(booth.fields, { colours: CLOTHS, accents: EDGES }),
    sheetUrl: sheet.kind === 'found' ? sheetUrl(booth.slug, sheet.version) : null,
    done: (['saved', 'moved', 'same'] as const).find((known) => known === query.get('done')) ?? null,
    tiles: motifTiles(),
    words: pageWords('studioBooth', locale),
    motifs: pageWords('organiserPavilions', locale).motifs,
    nav: pageWords('studioProducts', locale).nav,
  }
}

/** Saves the booth, or answers with all that was typed and what is to be mended. */
export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const { form, context } = await readActingForm(request, web, locale)
  if (!context.isSessionUnknown) requireSignedIn(request, context, form)
  return keepTyped({ form, locale, context }, async () => {
    const typed = readTypedBooth(form)
    const version = Number(form.get('version')) || 0
    const intent = String(form.get('intent') ?? '')
    const { regencyCode } = typed
    const back = async (more: Parameters<typeof answerBoothForm>[0]['more']) => {
      const page = await run(() => readOwnBooth(context.context, { regencyCode }))
      const { answer, status } = answerBoothForm({ typed, version, more, page })
      return data(answer, { status })
    }
    if (intent !== 'save') return back({ kind: 'asked', intent })
    const outcome = await run(() => editBooth(context.context, { version, typed }))
    if (outcome.kind === 'refused' || outcome.kind === 'changed') return back(outcome)
    const done = outcome.kind === 'same' ? 'same' : outcome.movedRegency ? 'moved' : 'saved'
    return redirect(`/${locale}/studio/booth?done=${done}`, 303)
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/studio/booth',
    noIndex: true,
  })

export type BoothPage = ReturnType<typeof useLoaderData<typeof loader>>

export default function StudioBooth() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const { booth, done, tiles, words, nav } = page
  const to = useLocalePath()
  if (answer && 'kept' in answer) return <KeptForm kept={answer.kept} />
  const saved = booth.boothState === 'published' ? words.saved : words.savedUnseen
  return (
    <>
      <StudioNav current="booth" words={nav} />
      <main id="main" className="studio-form studio-booth">
        <div className="grp head">
          <h1>{words.title}</h1>
          <p className="mut">{words.intro}</p>
          <p className="row wrapx">
            <Link className="btn line s" to={to(`/booths/${booth.slug}`)}>
              <Icon name="eye" />
              {words.see}
            </Link>
            <Link className="btn line s" to={to('/studio/photos')}>
              {words.photos}
            </Link>
            <Link className="btn quiet s" to={to('/studio/booth/history')}>
              <Icon name="history" />
              {words.history}
            </Link>
          </p>
        </div>
        <MotifMasks tiles={tiles} />
        <BoothForm
          page={page}
          answer={answer}
          notice={
            done && !answer ? (
              <Note tone="ok">
                <p>{done === 'same' ? words.same : saved}</p>
                {done === 'moved' && booth.pavilion.isPlaced ? <p>{words.savedMoved}</p> : null}
              </Note>
            ) : null
          }
        />
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage />
}
