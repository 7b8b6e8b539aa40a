import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { ofBooth, readyPhotos } from '~/db/ready-photos.server'
import { schema } from '~/db/schema'
import { photoViews } from '../photo/photo-view'
import { AppError } from '../shared/app-error'
import type { Actor, Context } from '../shared/context'
import { type Locale, localized } from '../shared/locale'
import { readPapers } from '../shared/papers.server'
import { readShelf } from '../shared/shelf.server'
import { isSeenBooth, isShownBooth } from '../shared/shown-booth.server'
import { isSlug } from '../shared/slug'
import { aisleOf, slotsInRow } from './aisle'
import type { Award, BoothMore, BoothView, Neighbour } from './booth-view'

const { boothProfile, edition, organisation: o, participation: p, pavilion, regency, district } = schema

/**
 * The read model of a booth's page: four queries, whatever stands on its shelf. Its phone is not among them.
 * @throws AppError 'not-found' when there is no such pesantren, or none that the reader may see yet.
 */
export async function readBooth(
  { db, actor = { kind: 'visitor' } }: Pick<Context, 'db'> & Partial<Pick<Context, 'actor'>>,
  { slug, locale }: { slug: string; locale: Locale },
): Promise<BoothView> {
  const row = isSlug(slug) ? await queryBooth(db, actor, slug) : null
  if (!row) throw new AppError('not-found', 'no such booth')
  const closed = row.closedAt !== null
  const { editionId, pavilionNumber, slot, slotCount } = row
  const place =
    editionId !== null && pavilionNumber !== null && slot !== null && slotCount !== null && !closed
      ? { editionId, pavilion: pavilionNumber, slot, slotCount }
      : null
  const [products, papers, neighbours] = closed
    ? [[], [], NO_NEIGHBOURS]
    : await Promise.all([
        readShelf(db, row.id, locale),
        readPapers(db, row.id, null),
        place ? queryNeighbours(db, place) : NO_NEIGHBOURS,
      ])
  return {
    slug: row.slug,
    name: row.name,
    nameArabic: row.nameArabic,
    isSample: row.isSample,
    closed,
    regency: row.regencyCode && row.regencyName ? { code: row.regencyCode, name: row.regencyName } : null,
    district: row.district,
    field: row.field,
    story: localized(row.story, locale),
    reportedProducts: row.reportedProducts,
    reportedCapacity: row.reportedCapacity,
    reportedSources: row.reportedSources?.map((source) => source.label) ?? [],
    spokenLanguages: row.spokenLanguages,
    hasExported: row.hasExported,
    awards: row.awards,
    place: place && { pavilion: place.pavilion, aisle: aisleOf(place.slot, place.slotCount) },
    ...neighbours,
    products,
    photos: closed ? [] : photoViews(row.photos, locale),
    papers,
    more: moreOf(row),
    contact: row.isSample || row.hasPhone ? 'whatsapp' : 'form',
    version: row.version,
    isShown: row.isShown,
  }
}

function moreOf({ nameEnglish, address, openingHours, videoUrl }: BoothMore): BoothMore | null {
  const hasSaid = nameEnglish ?? address ?? openingHours ?? videoUrl
  return hasSaid === null ? null : { nameEnglish, address, openingHours, videoUrl }
}

type Database = Context['db']
const NO_NEIGHBOURS: { previous: Neighbour | null; next: Neighbour | null } = { previous: null, next: null }

async function queryBooth(db: Database, actor: Actor, slug: string) {
  const [row] = await db
    .select({
      id: o.id,
      slug: o.slug,
      name: o.name,
      nameArabic: o.nameArabic,
      isSample: o.isSample,
      field: o.field,
      story: o.story,
      reportedProducts: o.reportedProducts,
      reportedCapacity: o.reportedCapacity,
      reportedSources: o.reportedSources,
      spokenLanguages: o.spokenLanguages,
      hasExported: o.hasExported,
      hasPhone: sql<boolean>`${isNotNull(o.whatsappE164)}`,
      version: o.version,
      isShown: sql<boolean>`${isShownBooth}`,
      regencyCode: regency.code,
      regencyName: regency.name,
      district: district.name,
      nameEnglish: boothProfile.nameEnglish,
      address: boothProfile.address,
      openingHours: boothProfile.openingHours,
      videoUrl: boothProfile.videoUrl,
      editionId: p.editionId,
      pavilionNumber: p.pavilionNumber,
      slot: p.slot,
      slotCount: pavilion.slotCount,
      closedAt: p.closedAt,
      photos: readyPhotos(ofBooth(sql`${o.id}`)),
      // Of every edition: what was won stays won, and may stand in the open one again.
      awards: sql<Award[]>`coalesce((
        select json_agg(json_build_object('award', won.award, 'year', won.award_year,
                                          'source', won.award_source)
                        order by won.award_year desc nulls last, won.award)
        from (select distinct award, award_year, award_source from ${p} one
              where one.organisation_id = ${o.id} and one.award is not null) won), '[]')`,
    })
    .from(o)
    .leftJoin(boothProfile, eq(boothProfile.organisationId, o.id))
    .leftJoin(regency, eq(regency.code, o.regencyCode))
    .leftJoin(district, eq(district.code, o.districtCode))
    .leftJoin(
      p,
      and(
        eq(p.organisationId, o.id),
        sql`${p.editionId} in (select id from ${edition} where ${edition.isOpen})`,
      ),
    )
    .leftJoin(pavilion, and(eq(pavilion.editionId, p.editionId), eq(pavilion.number, p.pavilionNumber)))
    .where(and(eq(o.slug, slug), eq(o.kind, 'pesantren'), isSeenBooth(actor)))
    .orderBy(sql`${p.slot} nulls last`)
    .limit(1)
  return row
}

/** The open booths before and after this one in its aisle. */
async function queryNeighbours(
  db: Database,
  place: { editionId: string; pavilion: number; slot: number; slotCount: number },
): Promise<typeof NO_NEIGHBOURS> {
  const row = slotsInRow(place.slotCount)
  const aisle = aisleOf(place.slot, place.slotCount)
  const open = and(
    eq(p.editionId, place.editionId),
    eq(p.pavilionNumber, place.pavilion),
    isNull(p.closedAt),
    sql`(${p.slot} % ${row}::int) / 2 = ${aisle}::int`,
  )
  const beside = (before: boolean) =>
    db
      .select({ slug: o.slug, name: o.name, slot: p.slot })
      .from(p)
      .innerJoin(o, eq(o.id, p.organisationId))
      .where(and(open, before ? sql`${p.slot} < ${place.slot}` : sql`${p.slot} > ${place.slot}`))
      .orderBy(before ? sql`${p.slot} desc` : asc(p.slot))
      .limit(1)
  const found = await beside(true).unionAll(beside(false))
  const pick = (isSide: (slot: number) => boolean): Neighbour | null => {
    const neighbour = found.find(({ slot }) => slot !== null && isSide(slot))
    return neighbour ? { slug: neighbour.slug, name: neighbour.name } : null
  }
  return { previous: pick((slot) => slot < place.slot), next: pick((slot) => slot > place.slot) }
}
