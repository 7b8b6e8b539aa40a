import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { organisation } from '~/db/schema/organisation'
import { product } from '~/db/schema/product'
import { regency } from '~/db/schema/region'
import type { Context } from '../shared/context'
import type { BusinessField, TradeUnit } from '../shared/enums'
import type { LocalizedText } from '../shared/locale'
import { notClosed } from '../shared/not-closed.server'
import { isSlug } from '../shared/slug'

/** The booth that a need is stated about, and the product. */
export interface NeedAbout {
  organisationId: string
  slug: string
  name: string
  nameArabic: string | null
  field: BusinessField | null
  product: { id: string; slug: string; name: LocalizedText; unit: TradeUnit; field: BusinessField } | null
}

export interface NeedSubject {
  /** Of the organisation that states the need. */
  own: { isSample: boolean; regencyCode: string | null }
  about: NeedAbout | null
  /** Why a booth that was named is not what it is about. */
  dropped: 'sample-and-real' | 'own-booth' | 'gone' | null
  /** Whether the regency that was named exists. */
  hasRegency: boolean
}

const own = alias(organisation, 'own')

/**
 * What a need refers to, in one query: the organisation that states it, an open booth, one of that booth's
 * published goods, a regency. A product's slug alone names its booth. Null: no such organisation.
 */
export async function findNeedSubject(
  { db }: Pick<Context, 'db'>,
  {
    organisationId,
    boothSlug,
    productSlug,
    regencyCode,
  }: {
    organisationId: string
    boothSlug: string | null
    productSlug: string | null
    regencyCode: string | null
  },
): Promise<NeedSubject | null> {
  const booth = isSlug(boothSlug) ? boothSlug : ''
  const goods = isSlug(productSlug) ? productSlug : ''
  const [row] = await db
    .select({
      own: { isSample: own.isSample, regencyCode: own.regencyCode },
      booth: {
        organisationId: organisation.id,
        slug: organisation.slug,
        name: organisation.name,
        nameArabic: organisation.nameArabic,
        field: organisation.field,
        isSample: organisation.isSample,
      },
      product: {
        id: product.id,
        slug: product.slug,
        name: product.name,
        unit: product.unit,
        field: product.field,
      },
      regencyCode: regency.code,
    })
    .from(own)
    .leftJoin(product, and(eq(product.slug, goods), eq(product.state, 'published')))
    .leftJoin(
      organisation,
      and(
        booth === ''
          ? eq(organisation.id, product.organisationId)
          : and(
              eq(organisation.slug, booth),
              sql`(${product.organisationId} is null or ${product.organisationId} = ${organisation.id})`,
            ),
        eq(organisation.kind, 'pesantren'),
        notClosed,
      ),
    )
    .leftJoin(regency, eq(regency.code, regencyCode ?? ''))
    .where(eq(own.id, organisationId))
  if (!row) return null
  const found = row.booth
  const dropped = !found
    ? boothSlug || productSlug
      ? 'gone'
      : null
    : found.organisationId === organisationId
      ? 'own-booth'
      : found.isSample !== row.own.isSample
        ? 'sample-and-real'
        : null
  return {
    own: row.own,
    about: found && dropped === null ? { ...found, product: row.product } : null,
    dropped,
    hasRegency: row.regencyCode !== null,
  }
}
