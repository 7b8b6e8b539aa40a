import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ErrorPage } from '~/app/components/error-page'
import { Icon } from '~/app/components/icon'
import { Fact, Ledger } from '~/app/components/ledger'
import { StudioNav } from '~/app/components/studio-nav'
import { fill } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { actingOrganisation } from '~/domain/account/viewer'
import { readStudioHome } from '~/domain/figures/read-studio-home.server'
import type { NextStep, StudioHome } from '~/domain/figures/studio-home'
import { actingMembership } from '~/domain/shared/acting'
import './studio-home.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const acting = actingMembership(context.context.actor)
  if (acting && acting.organisationKind !== 'pesantren') {
    // Companies and the organiser begin elsewhere.
    throw redirect(`/${locale}/meetings`)
  }
  return {
    home: await run(() => readStudioHome(context.context)),
    booth: context.viewer && actingOrganisation(context.viewer),
    words: pageWords('studioHome', locale),
    week: pageWords('studioFigures', locale).week,
    states: pageWords('boothStanding', locale).states,
    nav: pageWords('studioProducts', locale).nav,
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? 'OPOP Expo',
    description: args.data?.words.metaDescription ?? 'OPOP Expo',
    path: '/studio',
    noIndex: true,
  })

type Words = ReturnType<typeof useLoaderData<typeof loader>>['words']

const STEP_PATHS: Record<NextStep, string> = {
  'asked-back': '/studio/publish',
  'add-product': '/studio/products/new',
  'tell-story': '/studio/booth',
  'publish-booth': '/studio/publish',
  'answer-requests': '/studio/meetings',
  'answer-inquiries': '/studio/inquiries',
  'publish-product': '/studio/products',
  'prove-number': '/studio/booth',
  'add-photos': '/studio/photos',
  'open-times': '/studio/open-times',
  figures: '/studio/figures',
}

export default function StudioHomePage() {
  const { home, booth, words, week, states, nav } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const to = useLocalePath()
  const number = (value: number) => formatNumber(value, locale)
  const { goods } = home
  return (
    <>
      <StudioNav current="home" words={nav} booth={booth} />
      <main id="main" className="wrap studio-home">
        <h1>{words.title}</h1>
        {home.mayWrite ? <Next step={home.next} words={words} /> : <p className="mut">{words.readOnly}</p>}
        <div className="beside">
          <Waiting home={home} words={words} />
          <section>
            <h2>{words.boothTitle}</h2>
            <Ledger>
              <Fact label={words.standing}>{states[home.boothState]}</Fact>
              <Fact label={words.place}>
                {home.pavilion === null
                  ? words.noPlace
                  : fill(words.inPavilion, { number: number(home.pavilion) })}
              </Fact>
              <Fact label={words.products}>
                {fill(words.productsSaid, {
                  published: number(goods.published),
                  drafts: number(goods.drafts),
                  hidden: number(goods.hidden),
                })}
              </Fact>
              <Fact label={words.photos}>{number(home.photos)}</Fact>
            </Ledger>
            <p className="row wrapx ways">
              {home.mayWrite ? (
                <Link className="btn line" to={to('/studio/booth')}>
                  <Icon name="pencil" />
                  {words.edit}
                </Link>
              ) : null}
              <Link className="btn quiet" to={to(`/booths/${home.slug}`)}>
                <Icon name="eye" />
                {words.see}
              </Link>
            </p>
          </section>
        </div>
        <section className="visits">
          <h2>{words.weekTitle}</h2>
          <p>
            {fill(week[home.week.kind], { now: number(home.week.now), before: number(home.week.before) })}
          </p>
          <p>
            <Link className="btn line" to={to('/studio/figures')}>
              {words.allFigures}
            </Link>
          </p>
        </section>
      </main>
    </>
  )
}

function Next({ step, words }: { step: NextStep; words: Words }) {
  const to = useLocalePath()
  const said = words.next[step]
  return (
    <section className="next-step" aria-label={words.nextTitle}>
      <p className="sm mut">{words.nextTitle}</p>
      <h2>{said.title}</h2>
      <p>{said.text}</p>
      <p>
        <Link className="btn pri lg" to={to(STEP_PATHS[step])}>
          {said.go}
        </Link>
      </p>
    </section>
  )
}

/** Who waits, and for what: a row that leads there; nothing waiting is said too. */
function Waiting({ home: { waiting, upcoming }, words }: { home: StudioHome; words: Words }) {
  const locale = useLocale()
  const to = useLocalePath()
  const rows = [
    { path: '/studio/meetings', label: words.requests, count: waiting.requests },
    { path: '/studio/orders', label: words.samples, count: waiting.samples },
    { path: '/studio/inquiries', label: words.inquiries, count: waiting.inquiries },
    {
      path: '/studio/inquiries?tab=answered&outcome=unsaid',
      label: words.outcomes,
      count: waiting.outcomes,
    },
    { path: '/studio/meetings', label: words.upcoming, count: upcoming },
  ]
  return (
    <section>
      <h2>{words.waitsTitle}</h2>
      <ul className="waiting">
        {rows.map(({ path, label, count }) => (
          <li key={label}>
            <Link to={to(path)}>
              <span>{label}</span>
              <b className={count === 0 ? 'mut' : undefined}>{formatNumber(count, locale)}</b>
              <Icon name="chevron-right" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
