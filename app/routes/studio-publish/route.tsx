import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { readActingForm } from '~/app/acting-form.server'
import { ActingErrorPage } from '~/app/components/acting-error-page'
import { ActingField } from '~/app/components/acting-field'
import { Icon } from '~/app/components/icon'
import { Note } from '~/app/components/note'
import { StudioNav } from '~/app/components/studio-nav'
import { fillPlural } from '~/app/i18n/fill'
import { formatShortDay, formatTime } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { HAND_IN_GAPS, type HandInGap } from '~/domain/organisation/booth-standing'
import { handInBooth } from '~/domain/organisation/hand-in-booth.server'
import { readBoothStanding } from '~/domain/organisation/read-booth-standing.server'
import { takeBackBooth } from '~/domain/organisation/take-back-booth.server'
import type { BoothState } from '~/domain/shared/enums'
import { HALL_ZONE } from '~/domain/shared/hall-zone'
import './studio-publish.css'

const TOLD = ['handed-in', 'taken-back'] as const

/** What was done, while the booth still stands where that brought it: the page may be read again much later. */
function stillTold(state: BoothState, done: string | null): (typeof TOLD)[number] | null {
  const told = TOLD.find((known) => known === done) ?? null
  return told && (told === 'handed-in') === (state === 'handed-in') && state !== 'published' ? told : null
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const {
    organiser: _,
    unseen: __,
    bar: ___,
    title,
    titlePublished,
    ...words
  } = pageWords('boothStanding', locale)
  const standing = await run(() => readBoothStanding(context.context))
  return {
    actingId: context.viewer?.organisationId ?? null,
    standing,
    title: standing.state === 'published' ? titlePublished : title,
    told: stillTold(standing.state, new URL(request.url).searchParams.get('done')),
    words,
    nav: pageWords('studioProducts', locale).nav,
  }
}

/** Hands the booth in, or takes it back. */
export async function action({ params, request, context: web }: ActionFunctionArgs) {
  const locale = metaLocale({ params })
  const { form, context } = await readActingForm(request, web, locale)
  requireSignedIn(request, context, form)
  const isTaking = form.get('intent') === 'take-back'
  const outcome = await run(() => (isTaking ? takeBackBooth(context.context) : handInBooth(context.context)))
  if (outcome.kind === 'done') {
    return redirect(`/${locale}/studio/publish?done=${isTaking ? 'taken-back' : 'handed-in'}`, 303)
  }
  return data({ refused: outcome.kind }, { status: outcome.kind === 'changed' ? 409 : 400 })
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/studio/publish',
    noIndex: true,
  })

/** Where what is missing is done. */
const GAP_PATHS: Record<HandInGap, string> = {
  'not-verified': '/verification',
  'no-story': '/studio/booth',
  'no-product': '/studio/products',
}

export default function StudioPublishPage() {
  const { standing, title, told, words, nav } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>() ?? null
  const { state } = standing
  const locale = useLocale()
  const to = useLocalePath()
  const isOpen = state === 'making' || state === 'asked-back'
  return (
    <>
      <StudioNav current="publish" words={nav} />
      <main id="main" className="wrap studio-publish">
        <h1>{title}</h1>
        {answer ? (
          <Note tone="bad">
            <p>{words.told[answer.refused]}</p>
          </Note>
        ) : told ? (
          <Note tone="ok">
            <p>{words.told[told]}</p>
          </Note>
        ) : null}
        <section className="stack">
          <p>
            <span className={`tag ${state === 'published' ? 'ok' : 'warn'}`}>{words.states[state]}</span>
          </p>
          <p>{words.stateTexts[state]}</p>
          {state === 'published' && standing.pavilion === null ? (
            <p className="mut">{words.noPlace}</p>
          ) : null}
          {standing.question ? (
            <figure className="asked">
              <figcaption>{words.question}</figcaption>
              <blockquote className="text">
                <bdi>{standing.question}</bdi>
              </blockquote>
            </figure>
          ) : null}
        </section>
        {isOpen ? (
          <section>
            <h2>{words.before}</h2>
            <ul className="gaps">
              {HAND_IN_GAPS.map((gap) => {
                const isMissing = standing.gaps.includes(gap)
                return (
                  <li key={gap}>
                    <Icon name={isMissing ? 'circle-dashed' : 'circle-check'} />
                    <span>
                      {words.gaps[gap]}{' '}
                      <b className={isMissing ? 'bad-t' : 'ok-t'}>{isMissing ? words.missing : words.done}</b>
                    </span>
                    {isMissing ? <Link to={to(GAP_PATHS[gap])}>{words.gapLinks[gap]}</Link> : null}
                  </li>
                )
              })}
            </ul>
            {standing.readyProducts > 0 ? (
              <p className="mut sm">{fillPlural(words.ready, standing.readyProducts, locale)}</p>
            ) : null}
            {standing.drafts > 0 ? (
              <p className="mut sm">{fillPlural(words.drafts, standing.drafts, locale)}</p>
            ) : null}
          </section>
        ) : null}
        <div className="stack acts">
          {isOpen && standing.mayWrite ? (
            <Form method="post" reloadDocument>
              <ActingField />
              <button type="submit" name="intent" value="hand-in" className="btn pri full">
                {state === 'asked-back' ? words.handInAgain : words.handIn}
              </button>
            </Form>
          ) : isOpen ? (
            <p className="mut">{words.onlyWriters}</p>
          ) : null}
          <Link className="btn line full" to={to(`/booths/${standing.slug}`)}>
            {state === 'published' ? words.seeBooth : words.see}
          </Link>
          {state === 'handed-in' && standing.mayWrite ? (
            <Form method="post" reloadDocument className="stack">
              <ActingField />
              <button type="submit" name="intent" value="take-back" className="btn quiet full">
                {words.takeBack}
              </button>
              <p className="mut sm">{words.takeBackText}</p>
            </Form>
          ) : null}
        </div>
        {standing.history.length > 0 ? (
          <section>
            <h2>{words.history}</h2>
            <ol className="told">
              {standing.history.map(({ id, kind, text, at }) => (
                <li key={id}>
                  <p>
                    <b>{words.events[kind]}</b>{' '}
                    <time className="mut sm" dateTime={at.toISOString()}>
                      {`${formatShortDay(at, locale, HALL_ZONE)} ${formatTime(at, locale, HALL_ZONE)}`}
                    </time>
                  </p>
                  {text ? (
                    <p className="text">
                      <bdi>{text}</bdi>
                    </p>
                  ) : null}
                </li>
              ))}
            </ol>
          </section>
        ) : null}
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ActingErrorPage />
}
