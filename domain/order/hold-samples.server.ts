import { and, asc, eq, gte, sql } from 'drizzle-orm'
import { sampleOffer } from '~/db/schema/sample-offer'
import { sampleOrderLine } from '~/db/schema/sample-order'
import type { Transaction } from '~/db/transaction.server'

/** How many a booth says at most that it can give, see sample_offer. */
const MOST_ON_HAND = 100_000

export interface Held {
  productId: string
  quantity: number
}

/** What one product had too few of. */
export class TooFew extends Error {
  constructor(
    readonly productId: string,
    readonly left: number,
  ) {
    super('too few samples')
  }
}

/**
 * Takes samples out of what can be given; all of them or none: in a transaction that ends with it, or with a savepoint
 * around it. Offers are locked by product id, so that two orders never wait for each other in a circle.
 * @throws TooFew
 */
export async function holdSamples(tx: Transaction, wanted: readonly Held[], now: Date): Promise<void> {
  for (const { productId, quantity } of [...wanted].sort(byProduct)) {
    const taken = await tx
      .update(sampleOffer)
      .set({ onHand: sql`${sampleOffer.onHand} - ${quantity}::int`, updatedAt: now })
      .where(and(eq(sampleOffer.productId, productId), gte(sampleOffer.onHand, quantity)))
      .returning({ productId: sampleOffer.productId })
    if (taken.length > 0) continue
    const [offer] = await tx
      .select({ onHand: sampleOffer.onHand })
      .from(sampleOffer)
      .where(eq(sampleOffer.productId, productId))
    throw new TooFew(productId, offer?.onHand ?? 0)
  }
}

/** Gives samples back. An offer that is gone has nothing to get. */
export async function freeSamples(tx: Transaction, held: readonly Held[], now: Date): Promise<void> {
  for (const { productId, quantity } of [...held].sort(byProduct)) {
    await tx
      .update(sampleOffer)
      .set({
        onHand: sql`least(${sampleOffer.onHand} + ${quantity}::int, ${MOST_ON_HAND}::int)`,
        updatedAt: now,
      })
      .where(eq(sampleOffer.productId, productId))
  }
}

/** What an order holds or held. */
export function linesOf(tx: Transaction, orderId: string): Promise<Held[]> {
  return tx
    .select({ productId: sampleOrderLine.productId, quantity: sampleOrderLine.quantity })
    .from(sampleOrderLine)
    .where(eq(sampleOrderLine.orderId, orderId))
    .orderBy(asc(sampleOrderLine.productId))
}

const byProduct = (a: Held, b: Held) => (a.productId < b.productId ? -1 : 1)
