import { and, eq, inArray, sql } from 'drizzle-orm'
import { product } from '~/db/schema/product'
import { sampleOffer } from '~/db/schema/sample-offer'
import { requirePesantrenWriter } from '../shared/acting'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { isId } from '../shared/ids'

/**
 * Says how many samples there are, from the list. Buyers may have taken some since it was shown: what is written is
 * the difference between both numbers, never below none.
 * @returns how many there are now.
 * @throws AppError 'forbidden' for who may not write for a pesantren; 'not-found' for another's and where none is offered.
 */
export async function setSampleStock(
  { db, actor, now }: Context,
  { productId, onHand, shown }: { productId: string; onHand: number; shown: number },
): Promise<number> {
  const { organisationId } = requirePesantrenWriter(actor)
  const rows = isId(productId)
    ? await db
        .update(sampleOffer)
        .set({
          onHand: sql`least(100000, greatest(0, ${sampleOffer.onHand} + ${onHand - shown}::int))`,
          updatedAt: now,
        })
        .where(
          and(
            eq(sampleOffer.productId, productId),
            inArray(
              sampleOffer.productId,
              db.select({ id: product.id }).from(product).where(eq(product.organisationId, organisationId)),
            ),
          ),
        )
        .returning({ onHand: sampleOffer.onHand })
    : []
  const [row] = rows
  if (!row) throw new AppError('not-found')
  return row.onHand
}
