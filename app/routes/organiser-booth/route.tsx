import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { BoothPreview } from '~/app/components/booth-preview/booth-preview'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { KeptForm, KeptOrError } from '~/app/components/kept-form'
import { Note } from '~/app/components/note'
import { OrganiserNav } from '~/app/components/organiser-nav'
import { MotifMasks } from '~/app/components/pavilion-swatch'
import { SaidForm } from '~/app/components/said-form'
import { SampleTag } from '~/app/components/sample-tag'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { keepTyped } from '~/app/keep-typed.server'
import { motifTiles } from '~/app/motif-tiles.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { partyName } from '~/app/party-name'
import { readForm } from '~/app/read-form.server'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { readBoothPicture } from '~/domain/booth/read-booth-picture.server'
import { sheetUrl } from '~/domain/hall/picture-sheet'
import { readSheet } from '~/domain/hall/read-sheet.server'
import { decideBooth } from '~/domain/organisation/decide-booth.server'
import { readBoothToSee } from '~/domain/organisation/read-booth-to-see.server'
import { parseSaid } from '~/domain/organisation/verification.schema'
import { localized } from '~/domain/shared/locale'
import { BoothHistory } from './booth-history'
import { boothSpec } from './booth-spec'
import '~/app/components/organiser-page.css'
import '~/app/components/pavilion-swatch.css'

const DONE = ['publish', 'ask-back'] as const
const PLACED = ['placed', 'there', 'no-edition', 'full'] as const

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const organisationId = params.id ?? ''
  const [booth, picture] = await run(() =>
    Promise.all([
      readBoothToSee(context.context, { organisationId }),
      readBoothPicture(context.context, { organisationId }),
    ]),
  )
  const sheet = await run(() => readSheet(context.context, { slug: picture.slug }))
  const { organiser: words, states, gaps, missing, events } = pageWords('boothStanding', locale)
  const { nav, textProblems, applicant } = pageWords('organiser', locale)
  const { previewCanvas, previewDrawn, previewDrawnWhy, previewWaiting } = pageWords('studioBooth', locale)
  return {
    ...booth,
    picture: boothSpec(picture, sheet.kind === 'found' ? sheetUrl(picture.slug, sheet.version) : null),
    tiles: motifTiles(),
    motifs: pageWords('organiserPavilions', locale).motifs,
    previewWords: {
      previewCanvas,
      previewDrawn,
      previewDrawnWhy,
      previewWaiting,
      previewText: words.pictureText,
    },
    done: DONE.find((known) => known === query.get('done')) ?? null,
    placed: PLACED.find((known) => known === query.get('booth')) ?? null,
    pavilion: query.get('pavilion')?.slice(0, 4) ?? '',
    words: { ...words, states, gaps, missing, events, placed: applicant.booth, by: applicant.by },
    textProblems,
    nav,
  }
}

/** Publishes, or asks back. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const organisationId = params.id ?? ''
  const locale = metaLocale({ params })
  const form = await readForm(request)
  return keepTyped({ form, locale, context }, async () => {
    requireSignedIn(request, context, form)
    const intent = DONE.find((known) => known === form.get('intent'))
    const seen = Number(form.get('seen'))
    if (!intent || !Number.isSafeInteger(seen)) {
      throw Response.json({ code: 'bad-request' }, { status: 400, headers: { 'Cache-Control': 'no-store' } })
    }
    const text = String(form.get('text') ?? '').slice(0, 2000)
    const said = intent === 'ask-back' ? parseSaid(text) : { text: '' }
    if ('problem' in said) {
      return data({ undecided: { text, problem: said.problem, isChanged: false } }, { status: 400 })
    }
    const outcome = await run(() =>
      decideBooth(context.context, {
        organisationId,
        seen,
        decision: intent === 'publish' ? { kind: intent } : { kind: intent, question: said.text },
      }),
    )
    if (outcome.kind === 'changed') {
      return data({ undecided: { text, problem: null, isChanged: true } }, { status: 409 })
    }
    const query = new URLSearchParams({ done: intent })
    if (outcome.booth) query.set('booth', outcome.booth.kind)
    if (outcome.booth && 'pavilion' in outcome.booth) query.set('pavilion', String(outcome.booth.pavilion))
    return redirect(`/${locale}/organiser/booths/${organisationId}?${query}`, 303)
  })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data ? partyName(args.data.facts, metaLocale(args)) : '',
    description: args.data?.words.metaDescription ?? '',
    path: `/organiser/booths/${args.params.id}`,
    noIndex: true,
  })

export default function OrganiserBoothPage() {
  const loaded = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>() ?? null
  const {
    picture,
    tiles,
    motifs,
    previewWords,
    facts,
    state,
    gaps,
    seen,
    history,
    products,
    words,
    textProblems,
    nav,
  } = loaded
  const locale = useLocale()
  const to = useLocalePath()
  const { trade } = useWords()
  if (answered && 'kept' in answered) return <KeptForm kept={answered.kept} />
  const undecided = answered?.undecided ?? null
  const story = localized(facts.story, locale)
  return (
    <>
      <OrganiserNav current="booths" words={nav} />
      <main id="main" className="wrap applicant">
        <p className="crumb">
          <Link to={to('/organiser/booths')}>
            <Icon name="arrow-left" /> {words.back}
          </Link>
        </p>
        <div className="head">
          <h1>
            <bdi>{partyName(facts, locale)}</bdi>
          </h1>
          <p className="row wrapx">
            <span className={`tag ${state === 'published' ? 'ok' : 'warn'}`}>{words.states[state]}</span>
            {facts.isSample ? <SampleTag /> : null}
            {facts.regency ? (
              <span className="mut sm">
                <bdi>{trade.regency(facts.regency.code, facts.regency.name)}</bdi>
              </span>
            ) : null}
          </p>
        </div>
        {undecided?.isChanged ? (
          <Note tone="bad">
            <p>{words.changed}</p>
          </Note>
        ) : loaded.done && !undecided ? (
          <Note tone="ok">
            <p>{words.done[loaded.done]}</p>
            {loaded.placed ? <p>{fill(words.placed[loaded.placed], { pavilion: loaded.pavilion })}</p> : null}
          </Note>
        ) : null}
        <div className="two">
          <div className="stackx">
            <section className="stack">
              <p>
                <Link className="btn line" to={to(`/booths/${facts.slug}`)}>
                  {words.preview}
                </Link>
              </p>
              <p className="mut sm">{words.previewText}</p>
            </section>
            <section>
              <h2>{words.picture}</h2>
              <MotifMasks tiles={tiles} />
              <BoothPreview booth={picture} words={previewWords} motifs={motifs} />
            </section>
            <section>
              <h2>{words.story}</h2>
              {story ? (
                <p className="text">
                  <FoundText of={story} />
                </p>
              ) : (
                <p className="mut">{words.noStory}</p>
              )}
            </section>
            <section>
              <h2>{words.products}</h2>
              {products.length === 0 ? (
                <p className="mut">{words.noProducts}</p>
              ) : (
                <ul className="told">
                  {products.map((product) => {
                    const name = localized(product.name, locale)
                    return (
                      <li key={product.slug}>
                        <p className="row wrapx">
                          {product.state === 'published' ? (
                            <Link to={to(`/products/${product.slug}`)}>
                              {name ? <FoundText of={name} /> : product.slug}
                            </Link>
                          ) : name ? (
                            <FoundText of={name} />
                          ) : (
                            product.slug
                          )}
                          <span className="mut sm">{words.productStates[product.state]}</span>
                        </p>
                      </li>
                    )
                  })}
                </ul>
              )}
            </section>
          </div>
          <div className="stackx">
            <section className="stack decisions">
              <h2>{words.decide}</h2>
              {state === 'handed-in' ? (
                <>
                  <Form method="post" className="stack">
                    <input type="hidden" name="seen" value={seen} />
                    <p className="mut">{words.publishText}</p>
                    <button type="submit" name="intent" value="publish" className="btn pri">
                      {words.publish}
                    </button>
                  </Form>
                  <SaidForm
                    summary={words.askBack}
                    send={words.send}
                    intent="ask-back"
                    hidden={{ seen }}
                    id="field-question"
                    label={words.question}
                    hint={words.questionHint}
                    refused={
                      undecided && {
                        text: undecided.text,
                        problem: undecided.problem ? textProblems[undecided.problem] : undefined,
                      }
                    }
                  />
                </>
              ) : (
                <p className="mut">{words.undecidable}</p>
              )}
              {state !== 'published' && gaps.length > 0 ? (
                <ul className="told">
                  {gaps.map((gap) => (
                    <li key={gap}>
                      <p>
                        {words.gaps[gap]} <b className="bad-t">{words.missing}</b>
                      </p>
                    </li>
                  ))}
                </ul>
              ) : null}
              <p>
                <Link to={to(`/organiser/verification/${facts.id}`)}>{words.contact}</Link>
              </p>
            </section>
            <BoothHistory history={history} words={words} />
          </div>
        </div>
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <KeptOrError />
}
