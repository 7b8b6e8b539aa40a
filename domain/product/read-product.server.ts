import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { ofProduct, readyPhotos } from '~/db/ready-photos.server'
import { schema } from '~/db/schema'
import { writeDraft } from '~/integrations/whatsapp/click-to-chat'
import { draftSubject } from '../inquiry/chat-draft'
import { photoViews } from '../photo/photo-view'
import { AppError } from '../shared/app-error'
import type { Actor, Context } from '../shared/context'
import { type Locale, localized } from '../shared/locale'
import { readPapers } from '../shared/papers.server'
import { readShelf } from '../shared/shelf.server'
import { isSeenBooth, isShownBooth } from '../shared/shown-booth.server'
import { isSlug } from '../shared/slug'
import { checkQuantity, type PriceTier } from './price-tiers'
import type { ProductView } from './product-view'

const { organisation: o, product, regency } = schema

/** How many of the booth's other goods a product's page shows. */
const OTHERS = 4

export interface ReadProductInput {
  slug: string
  locale: Locale
  publicUrl: string
  /** How many the reader asked about. The draft asks about it when it can be ordered; null: none, or no number. */
  quantity: number | null
}

/**
 * The read model of a product's page: three queries. The booth's phone is not among them.
 * @throws AppError 'not-found' when there is no such product, it is not published, or the reader may
 * not see its booth yet or any more.
 */
export async function readProduct(
  { db, actor = { kind: 'visitor' } }: Pick<Context, 'db'> & Partial<Pick<Context, 'actor'>>,
  { slug, locale, publicUrl, quantity }: ReadProductInput,
): Promise<ProductView> {
  const row = isSlug(slug) ? await queryProduct(db, actor, slug) : null
  if (!row) throw new AppError('not-found', 'no such product')
  const [papers, others] = await Promise.all([
    readPapers(db, row.organisationId, row.id),
    readShelf(db, row.organisationId, locale, { except: row.id, limit: OTHERS }),
  ])
  const name = localized(row.name, locale) ?? { text: row.slug, lang: 'id' as const }
  const original = row.name.id ?? null
  const answer = checkQuantity(row, quantity)
  const chosen = answer.kind === 'valid' ? answer.quantity : null
  const draft = writeDraft(
    draftSubject(
      { name: row.boothName, nameArabic: row.boothNameArabic, slug: row.boothSlug, product: row },
      { locale, quantity: chosen, publicUrl },
    ),
    locale,
  )
  return {
    slug: row.slug,
    name,
    originalName: original === name.text ? null : original,
    description: localized(row.description, locale),
    field: row.field,
    drawing: row.drawing,
    photos: photoViews(row.photos, locale),
    isSample: row.isSample,
    unit: row.unit,
    netContent:
      row.netContent !== null && row.netContentUnit !== null
        ? { amount: row.netContent, unit: row.netContentUnit }
        : null,
    tiers: row.tiers,
    minimumOrder: row.minimumOrder,
    orderMultiple: row.orderMultiple,
    leadTimeDays: row.leadTimeDays,
    madeToOrder: row.madeToOrder,
    monthlyCapacity: row.monthlyCapacity,
    promisedCapacity: row.promisedCapacity,
    stock: row.stock,
    hsCode: row.hsCode,
    shelfLifeDays: row.shelfLifeDays,
    storage: localized(row.storage, locale),
    unitsPerCarton: row.unitsPerCarton,
    cartonKg: row.cartonKg,
    cartonCm: row.cartonCm,
    incoterm: row.incoterm,
    incotermPlace: row.incotermPlace,
    version: row.version,
    isShown: row.isShown,
    booth: {
      slug: row.boothSlug,
      name: row.boothName,
      nameArabic: row.boothNameArabic,
      regency: row.regencyCode && row.regencyName ? { code: row.regencyCode, name: row.regencyName } : null,
      contact: row.boothIsSample || row.hasPhone ? 'whatsapp' : 'form',
      inHall: row.inHall,
    },
    papers,
    others,
    quantity: chosen,
    draft: draft.buyer ?? draft.seller,
  }
}

async function queryProduct(db: Context['db'], actor: Actor, slug: string) {
  const [row] = await db
    .select({
      id: product.id,
      slug: product.slug,
      name: product.name,
      description: product.description,
      field: product.field,
      drawing: product.drawing,
      photos: readyPhotos(ofProduct(sql`${product.id}`)),
      isSample: product.isSample,
      unit: product.unit,
      netContent: product.netContent,
      netContentUnit: product.netContentUnit,
      minimumOrder: product.minimumOrder,
      orderMultiple: product.orderMultiple,
      leadTimeDays: product.leadTimeDays,
      madeToOrder: product.madeToOrder,
      monthlyCapacity: product.monthlyCapacity,
      promisedCapacity: product.promisedCapacity,
      stock: product.stock,
      hsCode: product.hsCode,
      shelfLifeDays: product.shelfLifeDays,
      storage: product.storage,
      unitsPerCarton: product.unitsPerCarton,
      cartonKg: product.cartonKg,
      cartonCm: product.cartonCm,
      incoterm: product.incoterm,
      incotermPlace: product.incotermPlace,
      version: product.version,
      organisationId: o.id,
      isShown: sql<boolean>`${isShownBooth}`,
      boothSlug: o.slug,
      boothName: o.name,
      boothNameArabic: o.nameArabic,
      boothIsSample: o.isSample,
      hasPhone: sql<boolean>`${isNotNull(o.whatsappE164)}`,
      inHall: sql<boolean>`exists (
        select from participation p join edition e on e.id = p.edition_id
        where p.organisation_id = ${o.id} and e.is_open and p.slot is not null and p.closed_at is null)`,
      regencyCode: regency.code,
      regencyName: regency.name,
      tiers: sql<PriceTier[]>`coalesce((
        select json_agg(json_build_object('minimumQuantity', minimum_quantity,
                                          'unitPriceMinor', unit_price_minor) order by minimum_quantity)
        from price_tier where price_tier.product_id = ${product.id}), '[]')`,
    })
    .from(product)
    .innerJoin(o, eq(o.id, product.organisationId))
    .leftJoin(regency, eq(regency.code, o.regencyCode))
    .where(
      and(
        eq(product.slug, slug),
        eq(product.state, 'published'),
        isSeenBooth(actor),
        // A booth that was closed in the open hall takes its goods from the shelf.
        sql`not exists (
          select from participation p join edition e on e.id = p.edition_id
          where p.organisation_id = ${o.id} and e.is_open and p.closed_at is not null)`,
      ),
    )
  return row
}
