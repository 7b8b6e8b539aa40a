import { and, eq, inArray, sql } from 'drizzle-orm'
import { firstPhoto, ofProduct } from '~/db/ready-photos.server'
import { schema } from '~/db/schema'
import type { Context } from '../shared/context'
import type { BusinessField, TradeUnit } from '../shared/enums'
import { type FoundText, type Locale, localized } from '../shared/locale'
import { notClosed } from '../shared/not-closed.server'
import type { ShelfPhoto } from '../shared/shelf'
import type { Kept } from './kept'

const { organisation: o, product, regency } = schema

export interface KeptBooth {
  kind: 'booth'
  slug: string
  name: string
  nameArabic: string | null
  regency: { code: string; name: string } | null
  field: BusinessField | null
  isSample: boolean
}

export interface KeptProduct {
  kind: 'product'
  slug: string
  name: FoundText
  drawing: string
  /** Its first photograph; left out: it has none. */
  photo?: ShelfPhoto
  boothName: string
  boothSlug: string
  unit: TradeUnit
  priceMinor: { from: number; to: number } | null
  minimumOrder: number | null
  isSample: boolean
}

/**
 * What a visitor kept, in their order, in at most two queries. What has been closed or taken from the
 * shelf since is left out.
 */
export async function listKept(
  { db }: Pick<Context, 'db'>,
  { kept, locale }: { kept: readonly Kept[]; locale: Locale },
): Promise<(KeptProduct | KeptBooth)[]> {
  const slugsOf = (kind: Kept['kind']) => kept.filter((one) => one.kind === kind).map(({ slug }) => slug)
  const [products, booths] = await Promise.all([
    queryProducts(db, slugsOf('product'), locale),
    queryBooths(db, slugsOf('booth')),
  ])
  const found = new Map<string, KeptProduct | KeptBooth>()
  for (const one of [...products, ...booths]) found.set(`${one.kind} ${one.slug}`, one)
  return kept.flatMap(({ kind, slug }) => found.get(`${kind} ${slug}`) ?? [])
}

async function queryProducts(db: Context['db'], slugs: string[], locale: Locale): Promise<KeptProduct[]> {
  if (slugs.length === 0) return []
  const rows = await db
    .select({
      slug: product.slug,
      name: product.name,
      drawing: product.drawing,
      photo: firstPhoto(ofProduct(sql`${product.id}`)),
      unit: product.unit,
      minimumOrder: product.minimumOrder,
      isSample: product.isSample,
      boothName: o.name,
      boothSlug: o.slug,
      priceMinor: sql<KeptProduct['priceMinor']>`(
        select json_build_object('from', min(unit_price_minor), 'to', max(unit_price_minor))
        from price_tier where price_tier.product_id = ${product.id} having count(*) > 0)`,
    })
    .from(product)
    .innerJoin(o, eq(o.id, product.organisationId))
    .where(and(inArray(product.slug, slugs), eq(product.state, 'published'), notClosed))
  return rows.map(({ name, photo, ...row }) => ({
    kind: 'product',
    ...row,
    ...(photo && { photo }),
    name: localized(name, locale) ?? { text: row.slug, lang: 'id' },
  }))
}

async function queryBooths(db: Context['db'], slugs: string[]): Promise<KeptBooth[]> {
  if (slugs.length === 0) return []
  const rows = await db
    .select({
      slug: o.slug,
      name: o.name,
      nameArabic: o.nameArabic,
      field: o.field,
      isSample: o.isSample,
      regencyCode: regency.code,
      regencyName: regency.name,
    })
    .from(o)
    .leftJoin(regency, eq(regency.code, o.regencyCode))
    .where(and(inArray(o.slug, slugs), eq(o.kind, 'pesantren'), notClosed))
  return rows.map(({ regencyCode, regencyName, ...row }) => ({
    kind: 'booth',
    ...row,
    regency: regencyCode && regencyName ? { code: regencyCode, name: regencyName } : null,
  }))
}
