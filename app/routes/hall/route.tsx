import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, type ShouldRevalidateFunctionArgs, useLoaderData, useLocation } from '@remix-run/react'
import { useMemo } from 'react'
import { EmptyShelf } from '~/app/components/empty-shelf'
import { useStageState } from '~/app/hall-stage/use-hall-stage'
import { fill } from '~/app/i18n/fill'
import { wordsFor } from '~/app/i18n/registry'
import { useLocalePath, useWords } from '~/app/i18n/use-words'
import { metaLocale, pageMeta } from '~/app/page-meta'
import { passHeaders } from '~/app/route-headers'
import { parseHallQuery, tourAddress } from '~/domain/hall/hall-query'
import { layoutHall } from '~/domain/hall/layout'
import { TourBar } from './asked'
import { type Gathered, gatheredOf, type HallData, packHall, unpackHall } from './gathered'
import { HallAside } from './hall-aside'
import { HallMap } from './hall-map'
import { HallView } from './hall-view'
import { isPersonal, loadHall } from './load-hall.server'
import { isolated } from './tour-names'
import { useAddress } from './use-address'
import { useWorld } from './use-world'
import './hall.css'
import tourStyles from './tours.css?url'

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const hall = await loadHall(request, params.locale, context)
  return data(
    hall && packHall(hall),
    hall && isPersonal(hall) ? { headers: { 'Cache-Control': 'no-store' } } : undefined,
  )
}

export const headers = passHeaders

/** Where the visitor stands, and the stop of a tour, are in the address too; they change nothing of the list. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const listed = ({ searchParams }: URL) =>
    ['pavilion', 'page', 'booth', 'q', 'tour', 'aisle'].map((name) => searchParams.get(name)).join()
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
    noIndex: Boolean(args.data?.asked),
  })
}

export default function HallPage() {
  const sent = useLoaderData<typeof loader>()
  const hall = useMemo(() => sent && unpackHall(sent), [sent])
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

function Hall({ hall }: { hall: HallData }) {
  const { hall: words, trade } = useWords()
  const to = useLocalePath()
  const location = useLocation()
  const CloseCard = useStageState().parts?.CloseCard
  const layout = useMemo(() => layoutHall(hall.pavilions), [hall.pavilions])
  const query = useMemo(() => parseHallQuery(new URLSearchParams(location.search)), [location.search])
  const gathered = gatheredOf(hall)
  const tour = gathered?.as === 'tour' && gathered.booths.length > 0 ? gathered : null
  const stop = tour ? Math.min(query.stop ?? 1, tour.booths.length) : 0
  const stopped = tour?.booths[stop - 1] ?? null
  const world = useWorld(hall)
  const start = useAddress({ target: hall.target ?? hall.closed, layout, world, stop: stopped })
  const kept = keptInAddress(gathered, stop)
  const pavilions = hall.pavilions.map((pavilion) => ({
    ...pavilion,
    name: words.pavilion(pavilion.number, trade.regency(pavilion.regencyCode, pavilion.regencyName)),
    href: to(`/hall?${kept}pavilion=${pavilion.number}`),
  }))
  const at = hall.target ?? stopped
  const news =
    tour && stopped
      ? fill(tour.words.stopNamed, { ...nameOf(stopped), stop, stops: tour.booths.length })
      : null
  return (
    <main id="main" className="hall">
      {/* Only where it is needed: most visitors ask for nothing but the hall. */}
      {hall.asked ? <link rel="stylesheet" href={tourStyles} /> : null}
      <HallAside hall={hall} pavilions={pavilions} query={query} at={at?.slug ?? null} />
      <HallView
        start={start}
        pavilions={pavilions}
        world={world}
        worldName={world && gathered ? gathered.words.aisle : null}
        news={news}
      />
      {tour ? <TourBar tour={tour} stop={stop} /> : null}
      {CloseCard ? <CloseCard pavilions={pavilions} /> : null}
      <HallMap hall={hall} layout={layout} pavilions={pavilions} query={query} at={at} />
    </main>
  )
}

/** A search or a tour goes on while one looks about. */
function keptInAddress(gathered: Gathered | null, stop: number): string {
  if (gathered?.as === 'tour' && stop > 0)
    return `${tourAddress(gathered.choice, stop).slice('/hall?'.length)}&`
  return gathered?.as === 'search' && gathered.choice.by === 'search'
    ? `q=${encodeURIComponent(gathered.choice.text)}&`
    : ''
}

/** Names are of another direction than the sentence may be. */
const nameOf = ({ name }: { name: string }) => ({ booth: isolated(name) })
