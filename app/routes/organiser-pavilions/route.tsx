import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { ErrorPage } from '~/app/components/error-page'
import { OrganiserNav } from '~/app/components/organiser-nav'
import { MotifMasks, PavilionSwatch } from '~/app/components/pavilion-swatch'
import { fill, fillPlural } from '~/app/i18n/fill'
import { formatShortDay } from '~/app/i18n/format'
import { pageWords } from '~/app/i18n/page-words.server'
import { useLocale, useLocalePath, useWords } from '~/app/i18n/use-words'
import { motifTiles } from '~/app/motif-tiles.server'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { passHeaders } from '~/app/route-headers'
import { run } from '~/app/run.server'
import { listPavilionLooks } from '~/domain/hall/list-pavilion-looks.server'
import { HALL_ZONE } from '~/domain/shared/hall-zone'
import '~/app/components/pavilion-swatch.css'
import './organiser-pavilions.css'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  requireSignedIn(request, context)
  const locale = metaLocale({ params })
  return {
    pavilions: await run(() => listPavilionLooks(context.context)),
    tiles: motifTiles(),
    words: pageWords('organiserPavilions', locale),
    nav: pageWords('organiser', locale).nav,
  }
}

export const headers = passHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.words.title ?? '',
    description: args.data?.words.metaDescription ?? '',
    path: '/organiser/pavilions',
    noIndex: true,
  })

export default function OrganiserPavilions() {
  const { pavilions, tiles, words, nav } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const to = useLocalePath()
  const { trade } = useWords()
  return (
    <>
      <OrganiserNav current="pavilions" words={nav} />
      <main id="main" className="wrap organiser-pavilions">
        <h1>{words.title}</h1>
        <p className="mut">{words.text}</p>
        {pavilions.length === 0 ? (
          <EmptyShelf title={words.empty}>
            <p className="mut">{words.emptyText}</p>
          </EmptyShelf>
        ) : (
          <>
            <p className="b">{fillPlural(words.count, pavilions.length, locale)}</p>
            <MotifMasks tiles={tiles} />
            <ul className="pavilion-looks">
              {pavilions.map(({ number, regencyCode, regencyName, look, isSuggested, changedAt }) => (
                <li key={number}>
                  <PavilionSwatch look={look} />
                  <div>
                    <h2>
                      <Link to={to(`/organiser/pavilions/${number}`)}>
                        <bdi>{trade.regency(regencyCode, regencyName)}</bdi>
                        <span className="vh">: {words.change}</span>
                      </Link>
                    </h2>
                    <p className="sm">
                      {words.motifs[look.motif].name} · {words.roofs[look.roof].name}
                    </p>
                    <p className="xs mut">
                      {fill(words.numbered, { number })} ·{' '}
                      {changedAt && !isSuggested
                        ? fill(words.changedOn, { time: formatShortDay(changedAt, locale, HALL_ZONE) })
                        : words.suggested}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          </>
        )}
      </main>
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage />
}
