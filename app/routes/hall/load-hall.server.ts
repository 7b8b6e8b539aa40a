import { redirect } from '@remix-run/node'
import { fill } from '~/app/i18n/fill'
import { pageWords } from '~/app/i18n/page-words.server'
import { wordsFor } from '~/app/i18n/registry'
import { requireSignedIn } from '~/app/require-signed-in.server'
import { run } from '~/app/run.server'
import { readShelf } from '~/app/shelf-cookie'
import type { WebContext } from '~/app/web-context'
import { findMovedBooth } from '~/domain/booth/find-moved-booth.server'
import type { BoothChoice } from '~/domain/hall/booth-choice'
import { countTours } from '~/domain/hall/count-tours.server'
import { type GatheredBooth, type Gathering, gatherBooths } from '~/domain/hall/gather-booths.server'
import {
  type HallQuery,
  MOST_IN_AISLE,
  MOST_STOPS,
  parseHallQuery,
  tourAddress,
} from '~/domain/hall/hall-query'
import { layoutHall } from '~/domain/hall/layout'
import { type HallView, openHall } from '~/domain/hall/open-hall.server'
import { orderWalk } from '~/domain/hall/tour-order'
import { listAnsweringBooths } from '~/domain/need/list-answering-booths.server'
import { listNeeds } from '~/domain/need/list-needs.server'
import { actingMembership, isOrganiser } from '~/domain/shared/acting'
import { isLocale, type Locale, localized } from '~/domain/shared/locale'
import type { Gathered, GoneBooth, HallData, NeedName, TourOffer } from './gathered'
import { shownRows } from './shown-rows'
import { isolated } from './tour-names'

/** Hits of a search that the map shows, and the list by pages. */
const MOST_FOUND = 60
/** Own needs that are offered as tours. */
const MOST_NEEDS = 5

/** The hall, and the booths or tours that its address asks for besides. @returns null while no edition is open. */
export async function loadHall(
  request: Request,
  localeParam: string | undefined,
  web: WebContext,
): Promise<HallData | null> {
  const locale = isLocale(localeParam) ? localeParam : 'id'
  const query = parseHallQuery(new URL(request.url).searchParams)
  const wanted = wantedOf(query)
  if (wanted?.choice.by === 'need') requireSignedIn(request, web)
  const hall = await run(() => openHall(web.context, { locale, query }))
  if (!hall) return null
  if (query.booth && !hall.target && !hall.closed) await leadToMoved(request, query.booth, web)
  const gone = hall.closed && goneBooth(hall.closed, locale)
  // The hall's own list isn't shown beside another, so it isn't sent.
  const beside = { ...hall, gone, booths: [] }
  if (query.tour === 'choose') return { ...beside, asked: await offerTours(request, locale, web) }
  if (!wanted) return { ...hall, gone, asked: null }

  const { as, choice } = wanted
  const { gathering, need } = await gatheringOf(choice, request, web)
  const most = as === 'aisle' ? MOST_IN_AISLE : as === 'tour' ? MOST_STOPS : MOST_FOUND
  const found = await run(() => gatherBooths(web.context, { gathering, locale, most }))
  // The answers to a need are visited as they are ranked; else one takes the shortest way.
  const walked = as === 'tour' && choice.by !== 'need'
  const ordered = walked ? orderWalk(layoutHall(hall.pavilions), found.booths) : found.booths
  const shown = shownRows(as, ordered, { page: query.page, slug: hall.target?.slug ?? null })
  // Only one's own aisle draws booths; a list shows one picture and reads one language.
  const booths =
    as === 'aisle'
      ? ordered
      : ordered.map((booth, i) => (i >= shown.from && i < shown.to ? listed(booth, locale) : marked(booth)))
  const asked: Gathered = { ...found, booths, as, choice, need, words: pageWords('tours', locale), shown }
  return { ...beside, asked }
}

/** What the map needs of a booth that isn't listed. */
function marked(booth: GatheredBooth): GatheredBooth {
  const { photo: _, ...rest } = booth
  return { ...rest, nameArabic: null, field: null, product: null, drawings: [], district: null, sheet: null }
}

/** What a row of a list needs of a booth. */
function listed(booth: GatheredBooth, locale: Locale): GatheredBooth {
  const product = localized(booth.product, locale)
  return {
    ...booth,
    product: product && { [product.lang]: product.text },
    drawings: booth.drawings.slice(0, 1),
    sheet: null,
  }
}

/** A link to a booth that turned out to be another pesantren's leads to that one's. */
async function leadToMoved(request: Request, slug: string, { context }: WebContext): Promise<void> {
  const moved = await run(() => findMovedBooth(context, { slug }))
  if (moved === null) return
  const { pathname, searchParams } = new URL(request.url)
  searchParams.set('booth', moved)
  throw redirect(`${pathname}?${searchParams}`, 301)
}

/** That a booth has closed, and where there are others like it. */
function goneBooth({ name, field }: NonNullable<HallView['closed']>, locale: Locale): GoneBooth {
  const words = pageWords('closedBooth', locale)
  const text = fill(words.closed, { booth: isolated(name) })
  if (!field) return { text, like: { text: words.elsewhere, path: '/products' } }
  const like = fill(words.likeBooths, { field: wordsFor(locale).trade.fields[field] })
  return { text, like: { text: like, path: tourAddress({ by: 'field', field }, 1) } }
}

/** Whether what is sent is for this visitor alone, and not to be kept by anybody on the way. */
export function isPersonal({ asked }: HallData): boolean {
  if (!asked) return false
  return asked.as === 'choose' || asked.choice.by === 'need' || asked.choice.by === 'shelf'
}

function wantedOf({ aisle, tour, search }: HallQuery): Pick<Gathered, 'as' | 'choice'> | null {
  if (aisle) return { as: 'aisle', choice: aisle }
  if (tour && tour !== 'choose') return { as: 'tour', choice: tour }
  return search === null ? null : { as: 'search', choice: { by: 'search', text: search } }
}

async function gatheringOf(
  choice: BoothChoice,
  request: Request,
  { context }: WebContext,
): Promise<{ gathering: Gathering; need: NeedName | null }> {
  if (choice.by === 'shelf') return { gathering: { by: 'shelf', kept: readShelf(request) }, need: null }
  if (choice.by !== 'need') return { gathering: choice, need: null }
  const { needId } = choice
  const { need, organisationIds } = await run(() =>
    listAnsweringBooths(context, { needId, most: 2 * MOST_STOPS }),
  )
  return {
    gathering: { by: 'need', organisationIds },
    need: { productWords: need.productWords, locale: need.locale },
  }
}

async function offerTours(request: Request, locale: string, { context }: WebContext): Promise<TourOffer> {
  const { actor } = context
  // The organiser reads everybody's needs; a tour is for one's own.
  const states = actingMembership(actor) !== null && !isOrganiser(actor)
  const [counts, needs] = await Promise.all([
    run(() => countTours(context)),
    states ? run(() => listNeeds(context, { page: 1 })) : null,
  ])
  return {
    ...counts,
    as: 'choose',
    kept: readShelf(request).length,
    needs: (needs?.rows ?? [])
      .filter(({ state }) => state === 'open')
      .slice(0, MOST_NEEDS)
      .map(({ id, productWords, locale }) => ({ id, productWords, locale })),
    words: pageWords('tours', locale),
  }
}
