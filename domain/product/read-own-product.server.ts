import { eq, sql } from 'drizzle-orm'
import { ofProduct, readyPhotos } from '~/db/ready-photos.server'
import { organisation } from '~/db/schema/organisation'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { readPapers } from '../shared/papers.server'
import { heldPapers } from './held-papers'
import type { HeldPaper, OwnProduct } from './own-product'
import { findOwnProduct } from './own-product.server'

export interface OwnProductPage {
  product: OwnProduct
  papers: HeldPaper[]
  boothSlug: string
  /** Photographs that buyers see of it. */
  photos: number
}

/**
 * A product with all that its form shows, for whoever may change it. Three queries.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's product.
 */
export async function readOwnProduct(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { id }: { id: string },
): Promise<OwnProductPage> {
  const { organisationId } = requirePesantrenWriter(actor)
  const product = await findOwnProduct(db, organisationId, id)
  if (!product) throw new AppError('not-found')
  const [papers, [booth]] = await Promise.all([
    readPapers(db, organisationId, product.id),
    db
      .select({
        slug: organisation.slug,
        photos: sql<number>`jsonb_array_length(${readyPhotos(ofProduct(sql`${product.id}::uuid`))}::jsonb)`,
      })
      .from(organisation)
      .where(eq(organisation.id, organisationId)),
  ])
  return {
    product,
    papers: heldPapers(papers, now),
    boothSlug: booth?.slug ?? '',
    photos: booth?.photos ?? 0,
  }
}
