import { and, eq, sql } from 'drizzle-orm'
import { edition } from '~/db/schema/edition'
import { organisation } from '~/db/schema/organisation'
import { participation } from '~/db/schema/participation'
import { product } from '~/db/schema/product'
import type { Context } from '../shared/context'
import type { LocalizedText } from '../shared/locale'
import { notClosed } from '../shared/not-closed.server'
import { isSlug } from '../shared/slug'

/** Whom an inquiry reaches and what it is about. Holds no phone: that is read where it is needed. */
export interface InquiryTarget {
  organisationId: string
  editionId: string | null
  slug: string
  name: string
  nameArabic: string | null
  isSample: boolean
  product: { id: string; slug: string; name: LocalizedText; minimumOrder: number | null } | null
}

/**
 * The booth and, where it was asked about one of its published goods, the product, in one query.
 * Null when the booth is not there, is closed, or the product is not one of its goods.
 */
export async function findInquiryTarget(
  { db }: Pick<Context, 'db'>,
  { boothSlug, productSlug }: { boothSlug: string; productSlug: string | null },
): Promise<InquiryTarget | null> {
  if (!isSlug(boothSlug) || (productSlug !== null && !isSlug(productSlug))) return null
  const [row] = await db
    .select({
      organisationId: organisation.id,
      editionId: participation.editionId,
      slug: organisation.slug,
      name: organisation.name,
      nameArabic: organisation.nameArabic,
      isSample: organisation.isSample,
      productId: product.id,
      productSlug: product.slug,
      productName: product.name,
      minimumOrder: product.minimumOrder,
    })
    .from(organisation)
    .leftJoin(edition, eq(edition.isOpen, true))
    .leftJoin(
      participation,
      and(eq(participation.organisationId, organisation.id), eq(participation.editionId, edition.id)),
    )
    .leftJoin(
      product,
      and(
        eq(product.organisationId, organisation.id),
        eq(product.slug, productSlug ?? ''),
        eq(product.state, 'published'),
      ),
    )
    .where(and(eq(organisation.slug, boothSlug), eq(organisation.kind, 'pesantren'), notClosed))
    // Where several provinces have an open edition, the one that it takes part in.
    .orderBy(sql`${participation.id} nulls last`)
    .limit(1)
  if (!row || (productSlug !== null && row.productId === null)) return null
  const { productId, productName } = row
  return {
    organisationId: row.organisationId,
    editionId: row.editionId,
    slug: row.slug,
    name: row.name,
    nameArabic: row.nameArabic,
    isSample: row.isSample,
    product:
      productId !== null && productName !== null && row.productSlug !== null
        ? { id: productId, slug: row.productSlug, name: productName, minimumOrder: row.minimumOrder }
        : null,
  }
}
