import { and, eq, ne, sql } from 'drizzle-orm'
import { product } from '~/db/schema/product'
import { sampleOffer } from '~/db/schema/sample-offer'
import { inTransaction } from '~/db/transaction.server'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'
import type { OfferFields } from './sample-offer.schema'

export interface SaveSampleOfferInput {
  productId: string
  /** The version that the form was made with; 0: there was none. */
  version: number
  /** How many there were then: what is said anew is the difference, since buyers took some meanwhile. */
  onHandShown: number
  fields: OfferFields
}

export type SaveSampleOfferOutcome =
  | { kind: 'saved'; onHand: number }
  /** Somebody else saved it since; nothing was written. */
  | { kind: 'changed' }

/**
 * Says that a product's sample can be had, and how. What was ordered stays as it was ordered.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's product.
 */
export async function saveSampleOffer(
  { db, actor, now }: Context,
  { productId, version, onHandShown, fields }: SaveSampleOfferInput,
): Promise<SaveSampleOfferOutcome> {
  const { organisationId } = requirePesantrenWriter(actor)
  return inTransaction(db, async (tx): Promise<SaveSampleOfferOutcome> => {
    const [own] = isId(productId)
      ? await tx
          .select({ id: product.id })
          .from(product)
          .where(
            and(
              eq(product.id, productId),
              eq(product.organisationId, organisationId),
              ne(product.state, 'archived'),
            ),
          )
          .for('no key update')
      : []
    if (!own) throw new AppError('not-found')
    const [offer] = await tx
      .select()
      .from(sampleOffer)
      .where(eq(sampleOffer.productId, productId))
      .for('update')
    if ((offer?.version ?? 0) !== version) return { kind: 'changed' }
    if (!offer) {
      await tx.insert(sampleOffer).values({ productId, ...fields, updatedAt: now })
      return { kind: 'saved', onHand: fields.onHand }
    }
    const onHand = Math.max(0, offer.onHand + fields.onHand - onHandShown)
    await tx
      .update(sampleOffer)
      .set({ ...fields, onHand, version: sql`${sampleOffer.version} + 1`, updatedAt: now })
      .where(eq(sampleOffer.productId, productId))
    return { kind: 'saved', onHand }
  })
}
