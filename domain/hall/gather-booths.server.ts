import { type SQL, sql } from 'drizzle-orm'
import { schema } from '~/db/schema'
import { isAppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { Locale } from '../shared/locale'
import type { ShelfPhoto } from '../shared/shelf'
import type { Kept } from '../shortlist/kept'
import type { AisleBooth } from './aisle-world'
import type { BoothChoice } from './booth-choice'
import { type OwnLook, splitOwnLook } from './own-sign'
import { ownLook } from './pavilion-version.server'
import { pictureInShard, pictureOf, shownPhoto, shownPhotos } from './sheet-pictures.server'
import { sheetVersion } from './sheet-version.server'

const { district, edition: e, organisation: o, participation: p, product } = schema

/** Hits of a search whose booths are looked at; several may be of one booth. */
const MOST_HITS = 240

/** A choice with what is known of it: what answers a need was found by whoever may read it. */
export type Gathering =
  | Exclude<BoothChoice, { by: 'need' } | { by: 'shelf' }>
  | { by: 'need'; organisationIds: readonly string[] }
  | { by: 'shelf'; kept: readonly Kept[] }

/** A booth of the open edition with its place in the hall. */
export interface GatheredBooth extends AisleBooth {
  pavilion: number
  slot: number
  district: string | null
}

export interface GatheredBooths {
  /** Open ones, in the order of the choice: best match, last kept, nearest hit first. */
  booths: GatheredBooth[]
  /** There are more than were asked for. */
  more: boolean
  /** The search engine couldn't answer. */
  unanswered: boolean
}

/**
 * The booths of a choice that stand in the hall and are open. Everybody may: it says nothing that the hall doesn't.
 * One query, and a search where one was asked for, whatever there is. Of a field with more booths than `most` a
 * lot is drawn that falls the same way each time and favours no pavilion.
 */
export async function gatherBooths(
  { db, search }: Pick<Context, 'db' | 'search'>,
  { gathering, locale, most }: { gathering: Gathering; locale: Locale; most: number },
): Promise<GatheredBooths> {
  const chosen = await chosenOrganisations(search, gathering, locale)
  if (chosen === null) return { booths: [], more: false, unanswered: true }
  const rows: unknown[] = await db.execute(sql`
    with chosen as (${chosen})
    select ${o.slug} as slug, ${o.name} as name, ${o.nameArabic} as "nameArabic", ${o.field} as field,
           coalesce(goods.headline, case when ${o.reportedProducts} <> ''
             then jsonb_build_object('id', ${o.reportedProducts}) end) as product,
           coalesce(goods.drawings, '{}') as drawings, goods.photo as photo, ${p.award} is not null as award,
           ${ownLook} as own, ${o.isSample} as sample, ${district.name} as district,
           ${p.pavilionNumber} as pavilion, ${p.slot} as slot
    from (select id, min(place) as place from chosen group by id) c
    join ${o} on ${o.id} = c.id
    join ${p} on ${p.organisationId} = c.id
    left join ${district} on ${district.code} = ${o.districtCode}
    left join lateral (
      select (array_agg(shelf.name order by shelf.position, shelf.id))[1] as headline,
             (array_agg(${shownPhoto} order by shelf.position, shelf.id))[1] as photo,
             (array_agg(${pictureOf(sql`shelf.drawing`)} order by shelf.position, shelf.id))[1:3] as drawings
      from ${product} shelf left join ${shownPhotos} shown on shown.product_id = shelf.id
      where shelf.organisation_id = c.id and shelf.state = 'published'
    ) goods on true
    where ${p.editionId} = ${openEdition} and ${p.slot} is not null and ${p.closedAt} is null
    order by c.place, ${p.pavilionNumber}, ${p.slot}
    limit ${most + 1}`)
  const booths = (rows as ReadBooth[]).slice(0, most).map(({ own, photo, ...booth }) => ({
    ...booth,
    ...splitOwnLook(own),
    drawings: booth.drawings.map(pictureInShard),
    ...(photo && { photo }),
    sheet: sheetVersion(booth.drawings),
  }))
  return { booths, more: rows.length > most, unanswered: false }
}

type ReadBooth = Omit<GatheredBooth, 'sheet' | 'sign' | 'look' | 'photo'> & {
  own: OwnLook | null
  photo: ShelfPhoto | null
}

const openEdition = sql`(
  select id from ${e} where ${e.isOpen} order by ${e.startsOn} desc, ${e.slug} limit 1
)`

/** Rows of id and place, the smallest first; null where the search can't answer. */
async function chosenOrganisations(
  search: Context['search'],
  gathering: Gathering,
  locale: Locale,
): Promise<SQL | null> {
  switch (gathering.by) {
    case 'field':
      return sql`select ${o.id} as id, hashtext(${o.slug})::bigint as place from ${o}
                 where ${o.kind} = 'pesantren' and ${o.field} = ${gathering.field}`
    case 'award':
      return sql`select ${p.organisationId} as id, hashtext(${p.organisationId}::text)::bigint as place
                 from ${p} where ${p.award} is not null and ${p.editionId} = ${openEdition}`
    case 'need':
      return sql`select id::uuid as id, place
                 from unnest(${textArray(gathering.organisationIds)}) with ordinality as given(id, place)`
    case 'shelf':
      return keptOrganisations(gathering.kept)
    case 'search': {
      const slugs = await foundSlugs(search, gathering.text, locale)
      return slugs && bySlug(slugs)
    }
  }
}

function bySlug(slugs: readonly string[]): SQL {
  return sql`select ${o.id} as id, given.place
             from unnest(${textArray(slugs)}) with ordinality as given(slug, place)
             join ${o} on ${o.slug} = given.slug`
}

/** The booths that are kept, and those of kept products. */
function keptOrganisations(kept: readonly Kept[]): SQL {
  const kinds = textArray(kept.map(({ kind }) => kind))
  const slugs = textArray(kept.map(({ slug }) => slug))
  return sql`
    select coalesce(kept_booth.id, kept_product.organisation_id) as id, given.place
    from unnest(${kinds}, ${slugs}) with ordinality as given(kind, slug, place)
    left join ${o} kept_booth on given.kind = 'booth' and kept_booth.slug = given.slug
    left join ${product} kept_product
      on given.kind = 'product' and kept_product.slug = given.slug and kept_product.state = 'published'
    where coalesce(kept_booth.id, kept_product.organisation_id) is not null`
}

/** Slugs of the booths among the hits, products and booths alike, the best first. */
async function foundSlugs(search: Context['search'], text: string, locale: Locale): Promise<string[] | null> {
  try {
    const { hits } = await search.search({
      text,
      locale,
      filters: {},
      sort: 'relevance',
      page: 1,
      perPage: MOST_HITS,
    })
    return [...new Set(hits.map(({ document }) => document.boothSlug))]
  } catch (error) {
    if (isAppError(error) && error.code === 'unavailable') return null
    throw error
  }
}

/** Sent as one JSON value: the number of parameters doesn't depend on that of texts. */
function textArray(texts: readonly string[]): SQL {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`
}
