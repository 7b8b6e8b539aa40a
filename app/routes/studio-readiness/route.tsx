import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { FoundText } from '~/app/components/found-text'
import { Icon } from '~/app/components/icon'
import { SampleVoices } from '~/app/components/sample-voices'
import { StudioNav } from '~/app/components/studio-nav'
import { fill } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listOwnReadiness } from '~/domain/product/list-own-readiness.server'
import type { ReadinessStep } from '~/domain/shared/reason'
import type { SampleStanding } from '~/domain/shared/sample-voices'
import '~/app/components/readiness-page.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const list = await run(() => listOwnReadiness(context.context, { locale }))
  const { form, nav } = pageWords('studioProducts', locale)
  return {
    ...list,
    steps: form.steps,
    back: form.back,
    nav,
    words: pageWords('studioShelf', locale).ready,
    samples: pageWords('studioSamples', locale).feedback,
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/studio/readiness',
    noIndex: true,
  })

/** Where what is missing is filled in. */
function placeOf(step: ReadinessStep, id: string): string {
  switch (step) {
    case 'nib':
    case 'halal':
      return `/studio/certificates/new?kind=${step}`
    case 'pirt-bpom':
      return `/studio/certificates/new?kind=pirt&product=${id}`
    case 'barcode':
      return `/studio/certificates/new?kind=gs1&product=${id}`
    case 'photos':
      return `/studio/products/${id}/photos`
    case 'shelf-life':
      return `/studio/products/${id}#field-shelfLifeDays`
    case 'capacity':
      return `/studio/products/${id}#field-monthlyCapacity`
    case 'price-tiers':
      return `/studio/products/${id}#field-tierFrom.0`
  }
}

/** What a pesantren can do about the one step that depends on its buyers. */
function nextOf(standing: SampleStanding, id: string, slug: string): string {
  switch (standing) {
    case 'not-offered':
      return `/studio/products/${id}/sample`
    case 'waiting':
      return `/products/${slug}`
    default:
      return '/studio/orders?tab=over'
  }
}

export default function StudioReadiness() {
  const { rows, mayWrite, steps, back, nav, words, samples } = useLoaderData<typeof loader>()
  const to = useLocalePath()
  const locale = useLocale()
  return (
    <>
      <StudioNav current="products" words={nav} />
      <main id="main" className="wrap readiness-page">
        <p className="crumb">
          <Link to={to('/studio/products')}>
            <Icon name="arrow-left" /> {back}
          </Link>
        </p>
        <h1>{words.title}</h1>
        <p className="mut">{words.intro}</p>
        {rows.length === 0 ? (
          <EmptyShelf title={words.empty} />
        ) : (
          <ul className="ready-goods">
            {rows.map(({ id, slug, name, done, missing, samples: voices }) => (
              <li key={id}>
                <div className="row">
                  <h2>
                    {mayWrite ? (
                      <Link to={to(`/studio/products/${id}`)}>
                        <FoundText of={name} />
                      </Link>
                    ) : (
                      <FoundText of={name} />
                    )}
                  </h2>
                  <b className="sp nw">
                    {fill(words.count, {
                      done: formatNumber(done.length, locale),
                      of: formatNumber(done.length + missing.length, locale),
                    })}
                  </b>
                </div>
                <div className="steps-bar" aria-hidden="true">
                  {[...done, ...missing].map((step) => (
                    <i key={step} className={done.includes(step) ? 'on' : ''} />
                  ))}
                </div>
                {missing.length === 0 ? (
                  <p className="ok-t sm b">
                    <Icon name="circle-check" /> {words.all}
                  </p>
                ) : (
                  <p className="row wrapx lacks">
                    <span className="sm mut">{words.missing}</span>
                    {missing.map((step) =>
                      mayWrite ? (
                        <Link key={step} className="chip" to={to(placeOf(step, id))}>
                          {steps[step]}
                        </Link>
                      ) : (
                        <span key={step} className="tag">
                          {steps[step]}
                        </span>
                      ),
                    )}
                  </p>
                )}
                <SampleVoices
                  of={voices}
                  words={samples}
                  next={mayWrite ? nextOf(voices.standing, id, slug) : null}
                />
              </li>
            ))}
          </ul>
        )}
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
