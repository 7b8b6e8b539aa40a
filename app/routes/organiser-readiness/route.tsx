import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { SelectField } from '~/app/components/field'
import { FoundText } from '~/app/components/found-text'
import { OrganiserNav } from '~/app/components/organiser-nav'
import { Pagination } from '~/app/components/pagination'
import { SampleTag } from '~/app/components/sample-tag'
import { SampleVoices } from '~/app/components/sample-voices'
import { fill } from '~/app/i18n/fill'
import { formatNumber } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { partyName } from '~/app/party-name'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listReadiness } from '~/domain/product/list-readiness.server'
import { READINESS_STEPS } from '~/domain/shared/reason'
import { SAMPLE_STANDINGS } from '~/domain/shared/sample-voices'
import '~/app/components/readiness-page.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  const query = new URL(request.url).searchParams
  const step = READINESS_STEPS.find((known) => known === query.get('step')) ?? null
  const sample = SAMPLE_STANDINGS.find((known) => known === query.get('sample')) ?? null
  const page = Math.min(Number(query.get('page')) || 1, 10_000)
  const list = await run(() => listReadiness(context.context, { step, sample, page, locale }))
  return {
    ...list,
    step,
    sample,
    steps: pageWords('studioProducts', locale).form.steps,
    words: pageWords('studioShelf', locale).ready,
    samples: pageWords('studioSamples', locale).feedback,
    nav: pageWords('organiser', locale).nav,
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.organiserTitle ?? '',
    description: args.data?.words.organiserText ?? '',
    path: '/organiser/readiness',
    noIndex: true,
  })

export default function OrganiserReadiness() {
  const { rows, total, page, pages, step, sample, steps, words, samples, nav } =
    useLoaderData<typeof loader>()
  const to = useLocalePath()
  const locale = useLocale()
  const query = new URLSearchParams({ ...(step ? { step } : {}), ...(sample ? { sample } : {}) }).toString()
  return (
    <>
      <OrganiserNav current="readiness" words={nav} />
      <main id="main" className="wrap readiness-page">
        <h1>
          {words.organiserTitle} <span className="mut">{formatNumber(total, locale)}</span>
        </h1>
        <p className="mut">{words.organiserText}</p>
        <Form method="get" className="filter">
          <SelectField
            name="step"
            label={words.step}
            value={step ?? ''}
            empty={words.anyStep}
            options={READINESS_STEPS.map((value) => ({ value, label: steps[value] }))}
          />
          <SelectField
            name="sample"
            label={samples.filter}
            value={sample ?? ''}
            empty={words.anyStep}
            options={SAMPLE_STANDINGS.map((value) => ({ value, label: samples.standings[value] }))}
          />
          <button type="submit" className="btn line">
            {words.show}
          </button>
          <a className="btn quiet" href={to(`/organiser/readiness.csv?${query}`)} download>
            {words.csv}
          </a>
        </Form>
        {rows.length === 0 ? (
          <EmptyShelf title={words.organiserEmpty} />
        ) : (
          <ul className="ready-goods">
            {rows.map(({ id, slug, name, booth, done, missing, isSample, samples: voices }) => (
              <li key={id}>
                <div className="row">
                  <h2>
                    <Link to={to(`/products/${slug}`)}>
                      <FoundText of={name} />
                    </Link>
                  </h2>
                  <b className="sp nw">
                    {fill(words.count, {
                      done: formatNumber(done.length, locale),
                      of: formatNumber(done.length + missing.length, locale),
                    })}
                  </b>
                </div>
                <p className="row wrapx sm">
                  <bdi>{partyName(booth, locale)}</bdi>
                  {isSample ? <SampleTag /> : null}
                </p>
                {missing.length > 0 ? (
                  <p className="sm mut">
                    {words.missing}
                    {new Intl.ListFormat(locale).format(missing.map((one) => steps[one]))}
                  </p>
                ) : null}
                <SampleVoices of={voices} words={samples} next={null} />
              </li>
            ))}
          </ul>
        )}
        <Pagination
          page={page}
          pages={pages}
          href={(n) => to(`/organiser/readiness?${query ? `${query}&` : ''}page=${n}`)}
        />
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
