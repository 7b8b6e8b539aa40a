import type { Context } from '../shared/context'
import { orderBuyer } from './order-buyer.server'
import { type BoothQuote, type BoothQuoteInput, quoteAtBooth } from './quoted-booth.server'

export type OrderQuote = BoothQuote & {
  /** Sample people and real booths never deal with each other, nor the other way round; null: nobody signed in. */
  isSameKind: boolean | null
}

/**
 * What an order at a booth would cost: lines, sending, total, and what stands in its way. Anybody may; how many one
 * buyer may still have is counted for who has signed in. null: there is no such booth, or it is closed.
 */
export async function quoteOrder(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  input: BoothQuoteInput,
): Promise<OrderQuote | null> {
  const buyer = await orderBuyer(db, actor)
  const quoted = await quoteAtBooth(db, input, { buyer, now })
  return quoted && { ...quoted, isSameKind: buyer && buyer.isSample === quoted.booth.isSample }
}
