import { and, asc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { firstPhoto, ofProduct } from '~/db/ready-photos.server'
import { schema } from '~/db/schema'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import type { BusinessField } from '../shared/enums'
import { type Locale, type LocalizedText, localized } from '../shared/locale'
import type { ShelfPhoto } from '../shared/shelf'
import type { HallQuery } from './hall-query'

const { district, edition: e, organisation: o, participation: p, pavilion, product, regency } = schema

export const BOOTHS_A_PAGE = 24

export interface PavilionEntry {
  number: number
  regencyCode: string
  regencyName: string
  slotCount: number
  /** Booths that are open. */
  boothCount: number
}

export interface BoothEntry {
  slug: string
  name: string
  nameArabic: string | null
  pavilion: number
  slot: number
  /** What it is known for, in the reader's language or the nearest one that it has; null: not stated. */
  product: { text: string; lang: Locale } | null
  field: BusinessField | null
  /** The drawing spec of its first product. */
  drawing: string | null
  /** That product's first photograph; left out: it has none. */
  photo?: ShelfPhoto
  district: string | null
  award: boolean
  sample: boolean
}

export interface HallView {
  edition: { slug: string; name: string }
  /** In the order in which they stand. */
  pavilions: PavilionEntry[]
  /** The pavilion whose booths are listed; null: all of them. */
  pavilion: number | null
  /** One page of open booths in the order in which they stand. */
  booths: BoothEntry[]
  total: number
  page: number
  pages: number
  /** The booth that the address wants to be seen, if it stands in this hall. */
  target: BoothSpot | null
  /** Or that booth has closed: where it stood, and what it made. */
  closed: (BoothSpot & { name: string; field: BusinessField | null }) | null
}

interface BoothSpot {
  slug: string
  pavilion: number
  slot: number
}

/**
 * The read model of the hall's page. Three queries at most, whatever the number of booths. A page that is past
 * the last becomes the last; with a booth in the query, its pavilion and its page are the default.
 * @returns null while no edition is open.
 * @throws AppError 'not-found' when the pavilion isn't in this hall.
 */
export async function openHall(
  { db }: Pick<Context, 'db'>,
  { locale, query }: { locale: Locale; query: Pick<HallQuery, 'pavilion' | 'page' | 'booth'> },
): Promise<HallView | null> {
  const pavilions = await queryPavilions(db)
  const first = pavilions[0]
  if (!first) return null
  const asked = query.booth ? await queryAsked(db, first.editionId, query.booth) : null
  const target = asked?.closed ? null : asked
  const number = query.pavilion ?? asked?.pavilion ?? null
  const chosen = pavilions.filter((entry) => number === null || entry.number === number)
  if (chosen.length === 0) throw new AppError('not-found', 'no such pavilion')

  const total = chosen.reduce((sum, entry) => sum + entry.boothCount, 0)
  const pages = Math.max(1, Math.ceil(total / BOOTHS_A_PAGE))
  const targetPage =
    target && number === target.pavilion ? Math.floor(target.before / BOOTHS_A_PAGE) + 1 : null
  const page = Math.min(query.page ?? targetPage ?? 1, pages)
  const booths = await queryBooths(db, first.editionId, number, page, locale)
  return {
    edition: {
      slug: first.editionSlug,
      name: localized(first.editionName, locale)?.text ?? first.editionSlug,
    },
    pavilions: pavilions.map(({ editionId: _, editionSlug: __, editionName: ___, ...entry }) => entry),
    pavilion: number,
    booths,
    total,
    page,
    pages,
    target: target && spotOf(target),
    closed: asked?.closed ? { ...spotOf(asked), name: asked.name, field: asked.field } : null,
  }
}

const spotOf = ({ slug, pavilion, slot }: BoothSpot): BoothSpot => ({ slug, pavilion, slot })

function queryPavilions(db: Database) {
  const open = db
    .select({ id: e.id })
    .from(e)
    .where(eq(e.isOpen, true))
    .orderBy(sql`${e.startsOn} desc`, asc(e.slug))
    .limit(1)
  const counts = db
    .select({ number: p.pavilionNumber, open: sql<number>`count(*)::int`.as('open') })
    .from(p)
    .where(and(eq(p.editionId, sql`(${open})`), isNotNull(p.slot), isNull(p.closedAt)))
    .groupBy(p.pavilionNumber)
    .as('counts')
  return db
    .select({
      editionId: e.id,
      editionSlug: e.slug,
      editionName: e.name,
      number: pavilion.number,
      regencyCode: regency.code,
      regencyName: regency.name,
      slotCount: pavilion.slotCount,
      boothCount: sql<number>`coalesce(${counts.open}, 0)`,
    })
    .from(e)
    .innerJoin(pavilion, eq(pavilion.editionId, e.id))
    .innerJoin(regency, eq(regency.code, pavilion.regencyCode))
    .leftJoin(counts, eq(counts.number, pavilion.number))
    .where(eq(e.id, sql`(${open})`))
    .orderBy(pavilion.number)
}

interface Asked extends BoothSpot {
  name: string
  field: BusinessField | null
  closed: boolean
  before: number
}

/** Where a booth stands or stood, and how many open booths come before it in its pavilion. */
async function queryAsked(db: Database, editionId: string, slug: string): Promise<Asked | null> {
  const rows: unknown[] = await db.execute(sql`
    select ${o.slug} as slug, ${o.name} as name, ${o.field} as field, ${p.pavilionNumber} as pavilion,
           ${p.slot} as slot, ${p.closedAt} is not null as closed,
           (select count(*)::int from participation earlier
            where earlier.edition_id = ${p.editionId} and earlier.pavilion_number = ${p.pavilionNumber}
              and earlier.slot < ${p.slot} and earlier.closed_at is null) as before
    from ${p} join ${o} on ${o.id} = ${p.organisationId}
    where ${p.editionId} = ${editionId} and ${o.slug} = ${slug} and ${p.slot} is not null
      and (${p.closedAt} is null or ${o.verification} = 'verified')`)
  return (rows as Asked[])[0] ?? null
}

async function queryBooths(
  db: Database,
  editionId: string,
  number: number | null,
  page: number,
  locale: Locale,
): Promise<BoothEntry[]> {
  const wanted: (SQL | undefined)[] = [
    eq(p.editionId, editionId),
    number === null ? isNotNull(p.pavilionNumber) : eq(p.pavilionNumber, number),
    isNull(p.closedAt),
  ]
  // The page is cut before the shelves are looked at: the last page costs what the first does.
  const standing = db
    .select({
      organisationId: p.organisationId,
      pavilion: sql<number>`${p.pavilionNumber}`.as('pavilion'),
      slot: sql<number>`${p.slot}`.as('standing_slot'),
      award: sql<boolean>`${p.award} is not null`.as('has_award'),
    })
    .from(p)
    .where(and(...wanted))
    .orderBy(p.pavilionNumber, p.slot)
    .limit(BOOTHS_A_PAGE)
    .offset((page - 1) * BOOTHS_A_PAGE)
    .as('standing')
  const headline = db
    .select({ name: product.name, drawing: product.drawing, id: product.id })
    .from(product)
    .where(and(eq(product.organisationId, o.id), eq(product.state, 'published')))
    .orderBy(product.position, product.id)
    .limit(1)
    .as('headline')
  const rows = await db
    .select({
      slug: o.slug,
      name: o.name,
      nameArabic: o.nameArabic,
      pavilion: standing.pavilion,
      slot: standing.slot,
      product: sql<LocalizedText | null>`${headline.name}`,
      field: o.field,
      reported: o.reportedProducts,
      drawing: sql<string | null>`${headline.drawing}`,
      photo: firstPhoto(ofProduct(sql`${headline.id}`)),
      district: district.name,
      award: standing.award,
      sample: o.isSample,
    })
    .from(standing)
    .innerJoin(o, eq(o.id, standing.organisationId))
    .leftJoin(district, eq(district.code, o.districtCode))
    .leftJoinLateral(headline, sql`true`)
    .orderBy(standing.pavilion, standing.slot)
  return rows.map(({ reported, photo, ...row }) => ({
    ...row,
    ...(photo && { photo }),
    product: localized(row.product ?? (reported ? { id: reported } : null), locale),
  }))
}
