import { and, eq, isNull, sql } from 'drizzle-orm'
import { appendOutbox } from '~/db/outbox.server'
import { organisation } from '~/db/schema/organisation'
import { photo } from '~/db/schema/photo'
import { product } from '~/db/schema/product'
import type { Transaction } from '~/db/transaction.server'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import { MOST_PHOTOS } from './photo-view'

export type PhotoRow = typeof photo.$inferSelect

/** Whose pictures: of one product, or of the booth itself. */
export interface Gallery {
  organisationId: string
  productId: string | null
}

/** For a query of `photo`: those of a gallery that weren't taken out of it. */
export function inGallery({ organisationId, productId }: Gallery) {
  return and(
    eq(photo.organisationId, organisationId),
    productId === null ? isNull(photo.productId) : eq(photo.productId, productId),
    isNull(photo.removedAt),
  )
}

/** A photograph of this organisation, its row locked; null for another's, and for what is no id at all. */
export async function lockOwnPhoto(
  tx: Transaction,
  organisationId: string,
  id: string,
): Promise<PhotoRow | null> {
  if (!isId(id)) return null
  const [row] = await tx
    .select()
    .from(photo)
    .where(and(eq(photo.id, id), eq(photo.organisationId, organisationId)))
    .for('update')
  return row ?? null
}

/** Whether the gallery is there and this organisation's. */
export async function isOwnGallery(
  db: Context['db'] | Transaction,
  { organisationId, productId }: Gallery,
): Promise<boolean> {
  if (productId === null) return true
  if (!isId(productId)) return false
  const [row] = await db
    .select({ id: product.id })
    .from(product)
    .where(and(eq(product.id, productId), eq(product.organisationId, organisationId)))
  return row !== undefined
}

/** Keeps others from adding to this organisation's galleries until the transaction ends. */
export async function lockGalleries(tx: Transaction, organisationId: string): Promise<void> {
  await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
    .for('no key update')
}

/** How many more it takes, and where the next one stands. What was refused takes nobody's place. */
export async function roomIn(
  tx: Context['db'] | Transaction,
  gallery: Gallery,
): Promise<{ left: number; nextPosition: number }> {
  const [row] = await tx
    .select({
      taken: sql<number>`(count(*) filter (where ${photo.state} <> 'refused'))::int`,
      last: sql<number>`coalesce(max(${photo.position}), -1)::int`,
    })
    .from(photo)
    .where(inGallery(gallery))
  return { left: Math.max(0, MOST_PHOTOS - (row?.taken ?? 0)), nextPosition: (row?.last ?? -1) + 1 }
}

/** Tells the search that what it says of a product or a booth has changed. */
export async function tellOfGallery(
  tx: Transaction,
  context: Pick<Context, 'newId' | 'now'>,
  { organisationId, productId }: Gallery,
): Promise<void> {
  if (productId) await appendOutbox(tx, context, { topic: 'product.changed', payload: { productId } })
  else await appendOutbox(tx, context, { topic: 'booth.changed', payload: { organisationId } })
}
