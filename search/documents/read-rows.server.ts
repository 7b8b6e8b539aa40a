import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '~/db/client.server'
import { firstPhoto, ofBooth, ofProduct } from '~/db/ready-photos.server'
import { certificate } from '~/db/schema/certificate'
import { edition } from '~/db/schema/edition'
import { organisation } from '~/db/schema/organisation'
import { participation } from '~/db/schema/participation'
import { priceTier } from '~/db/schema/price-tier'
import { product } from '~/db/schema/product'
import { district, regency } from '~/db/schema/region'
import type { ShelfPhoto } from '~/domain/shared/shelf'
import type { BoothRow, PaperRow, ProductRow } from './rows'

/** These ids, all goods of these booths, or the next `limit` in the order of their ids. */
export type RowSelection =
  | { ids: string[] }
  | { boothIds: string[] }
  | { after: string | null; limit: number }

/**
 * The products that may be found: published, of a booth that stands open in an open edition.
 * One query, whatever the number of rows.
 */
export async function readProductRows(db: Database, selection: RowSelection): Promise<ProductRow[]> {
  const lowest = sql`min(${priceTier.unitPriceMinor})`
  const highest = sql`max(${priceTier.unitPriceMinor})`
  const price = (aggregate: SQL) =>
    sql<string | null>`(select ${aggregate} from ${priceTier}
      where ${priceTier.productId} = ${product.id} and ${priceTier.currency} = 'IDR')`
  const rows = await db
    .select({
      id: product.id,
      slug: product.slug,
      name: product.name,
      description: product.description,
      field: product.field,
      kind: product.kind,
      drawing: product.drawing,
      photo: firstPhoto(ofProduct(sql`${product.id}`)),
      unit: product.unit,
      minimumOrder: product.minimumOrder,
      leadTimeDays: product.leadTimeDays,
      monthlyCapacity: product.monthlyCapacity,
      promisedCapacity: product.promisedCapacity,
      shelfLifeDays: product.shelfLifeDays,
      tiers: sql<number>`(select count(*)::int from ${priceTier} where ${priceTier.productId} = ${product.id})`,
      isSample: product.isSample,
      updatedAt: product.updatedAt,
      lowestPriceMinor: price(lowest),
      highestPriceMinor: price(highest),
      papers: papers(
        sql`${certificate.organisationId} = ${product.organisationId}
          and (${certificate.productId} is null or ${certificate.productId} = ${product.id})`,
      ),
      booth: {
        slug: organisation.slug,
        name: organisation.name,
        nameArabic: organisation.nameArabic,
        field: organisation.field,
        hasExported: organisation.hasExported,
        isSample: organisation.isSample,
        regencyCode: organisation.regencyCode,
        regencyKind: regency.kind,
        regencyName: regency.name,
        districtName: district.name,
      },
    })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.organisationId))
    .leftJoin(regency, eq(regency.code, organisation.regencyCode))
    .leftJoin(district, eq(district.code, organisation.districtCode))
    .where(and(eq(product.state, 'published'), standsOpen(db), selected(product, selection)))
    .orderBy(asc(product.id))
    .limit(limitOf(selection))
  return rows.map((row) => ({
    ...row,
    lowestPriceMinor: row.lowestPriceMinor === null ? null : Number(row.lowestPriceMinor),
    highestPriceMinor: row.highestPriceMinor === null ? null : Number(row.highestPriceMinor),
  }))
}

/** The booths that may be found: open in an open edition. One query, whatever the number of rows. */
export async function readBoothRows(db: Database, selection: RowSelection): Promise<BoothRow[]> {
  return db
    .select({
      id: organisation.id,
      slug: organisation.slug,
      name: organisation.name,
      nameArabic: organisation.nameArabic,
      field: organisation.field,
      story: organisation.story,
      reportedProducts: organisation.reportedProducts,
      hasExported: organisation.hasExported,
      isSample: organisation.isSample,
      updatedAt: organisation.updatedAt,
      regencyCode: organisation.regencyCode,
      regencyKind: regency.kind,
      regencyName: regency.name,
      districtName: district.name,
      papers: papers(
        sql`${certificate.organisationId} = ${organisation.id} and (${certificate.productId} is null or exists
          (select from ${product} where ${product.id} = ${certificate.productId} and ${product.state} = 'published'))`,
      ),
      drawings: sql<string[]>`array(select ${product.drawing} from ${product}
        where ${product.organisationId} = ${organisation.id} and ${product.state} = 'published'
        order by ${product.position}, ${product.id} limit 3)`,
      photos: boothPhotos(),
    })
    .from(organisation)
    .leftJoin(regency, eq(regency.code, organisation.regencyCode))
    .leftJoin(district, eq(district.code, organisation.districtCode))
    .where(and(standsOpen(db), selected(organisation, selection)))
    .orderBy(asc(organisation.id))
    .limit(limitOf(selection))
}

/** All products that a booth has or had, whatever their state: those that are not found are removed. */
export async function readProductIds(db: Database, organisationId: string): Promise<string[]> {
  const rows = await db
    .select({ id: product.id })
    .from(product)
    .where(eq(product.organisationId, organisationId))
  return rows.map((row) => row.id)
}

/** The first of the booth's gallery, then the first ones of its first goods that have any. */
function boothPhotos() {
  const shelf = sql`select ${firstPhoto(ofProduct(sql`shelf.id`))} as photo, shelf.position, shelf.id
    from ${product} shelf where shelf.organisation_id = ${organisation.id} and shelf.state = 'published'`
  return sql<ShelfPhoto[]>`coalesce((
    select json_agg(photo order by position, id) from (select * from (
      (select ${firstPhoto(ofBooth(sql`${organisation.id}`))} as photo, -1 as position, null::uuid as id)
      union all (${shelf})) one
    where photo is not null order by position, id limit 3) few), '[]')`
}

function papers(condition: SQL) {
  return sql<PaperRow[]>`coalesce((select json_agg(json_build_object(
    'kind', ${certificate.kind}, 'state', ${certificate.state}, 'expiresOn', ${certificate.expiresOn}))
    from ${certificate} where ${condition}), '[]'::json)`
}

/** A participation without a slot is history, not a booth. */
function standsOpen(db: Database) {
  return exists(
    db
      .select({ one: sql`1` })
      .from(participation)
      .innerJoin(edition, eq(edition.id, participation.editionId))
      .where(
        and(
          eq(participation.organisationId, organisation.id),
          eq(organisation.verification, 'verified'),
          eq(organisation.boothState, 'published'),
          eq(edition.isOpen, true),
          isNotNull(participation.slot),
          isNull(participation.closedAt),
        ),
      ),
  )
}

function selected(table: typeof product | typeof organisation, selection: RowSelection) {
  if ('ids' in selection) return inArray(table.id, selection.ids)
  if ('boothIds' in selection) {
    return inArray(table === product ? product.organisationId : organisation.id, selection.boothIds)
  }
  return selection.after === null ? undefined : gt(table.id, selection.after)
}

function limitOf(selection: RowSelection): number {
  return 'limit' in selection ? selection.limit : 10_000
}
