import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, type ShouldRevalidateFunctionArgs, useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { FloorMap } from '~/app/components/floor-map'
import { useStageState } from '~/app/hall-stage/use-hall-stage'
import { wordsFor } from '~/app/i18n/registry'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { run } from '~/app/run.server'
import { parseHallQuery } from '~/domain/hall/hall-query'
import { layoutHall } from '~/domain/hall/layout'
import { openHall } from '~/domain/hall/open-hall.server'
import { isLocale } from '~/domain/shared/locale'
import { HallAside } from './hall-aside'
import { HallView } from './hall-view'
import { useAddress } from './use-address'
import './hall.css'

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = isLocale(params.locale) ? params.locale : 'id'
  const query = parseHallQuery(new URL(request.url).searchParams)
  return run(() => openHall(context.context, { locale, query }))
}

/** Where the visitor stands is in the address too; it changes nothing of the list. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const listed = ({ searchParams }: URL) =>
    ['pavilion', 'page', 'booth'].map((name) => searchParams.get(name)).join()
  if (currentUrl.pathname === nextUrl.pathname && listed(currentUrl) === listed(nextUrl)) return false
  return defaultShouldRevalidate
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const words = wordsFor(metaLocale(args)).hall
  const pavilions = args.data?.pavilions ?? []
  const booths = pavilions.reduce((sum, pavilion) => sum + pavilion.boothCount, 0)
  return pageMeta(args, {
    title: words.title,
    description: pavilions.length > 0 ? words.description(booths, pavilions.length) : words.noEditionText,
    path: '/hall',
  })
}

export default function HallPage() {
  const hall = useLoaderData<typeof loader>()
  if (!hall) return <NoEdition />
  return <Hall hall={hall} />
}

function NoEdition() {
  const { hall: words, common } = useWords()
  const to = useLocalePath()
  return (
    <main id="main" className="wrap no-edition">
      <h1 className="vh">{words.title}</h1>
      <EmptyShelf title={words.noEditionTitle}>
        <p>{words.noEditionText}</p>
        <Link className="btn" to={to('/about')}>
          {common.nav.about}
        </Link>
      </EmptyShelf>
    </main>
  )
}

function Hall({ hall }: { hall: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>> }) {
  const { hall: words, trade, booth } = useWords()
  const to = useLocalePath()
  const { arrival, Card } = useStageState()
  const layout = useMemo(() => layoutHall(hall.pavilions), [hall.pavilions])
  const start = useAddress(hall, layout)
  const pavilions = hall.pavilions.map((pavilion) => ({
    ...pavilion,
    name: words.pavilion(pavilion.number, trade.regency(pavilion.regencyCode, pavilion.regencyName)),
    href: to(`/hall?pavilion=${pavilion.number}`),
  }))
  return (
    <main id="main" className="hall">
      <HallAside hall={hall} pavilions={pavilions} />
      <HallView start={start} pavilions={pavilions} />
      {Card ? <Card pavilions={pavilions} /> : null}
      <section className="mapc" id="map" aria-labelledby="map-title">
        <div className="row wrapx map-h">
          <h2 id="map-title">{words.mapTitle}</h2>
          <span className="xs mut">{words.mapHint(pavilions.length)}</span>
        </div>
        <FloorMap
          label={words.mapTitle}
          layout={layout}
          current={arrival ? arrival.pavilion : hall.pavilion}
          you={arrival ? arrival.place : null}
          pavilions={pavilions.map(({ number, name, href, boothCount }) => ({
            number,
            href,
            label: `${name}${booth.comma}${words.booths(boothCount)}`,
          }))}
        />
        {arrival ? (
          <p className="xs mut row legend">
            <span className="you-mark" aria-hidden="true" />
            {words.you}
          </p>
        ) : null}
      </section>
    </main>
  )
}
