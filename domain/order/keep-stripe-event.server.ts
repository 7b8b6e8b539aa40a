import { appendOutbox } from '~/db/outbox.server'
import { stripeEvent } from '~/db/schema/payment'
import { inTransaction } from '~/db/transaction.server'
import type { StripeTold } from '~/integrations/stripe/read-event.server'
import type { Context } from '../shared/context'

/**
 * Keeps what Stripe told, whatever it is, and has it worked on: both or neither. Told again, it is nothing.
 * Answers whether it was new. Whoever calls has proven by a signature that Stripe says it.
 */
export function keepStripeEvent(
  context: Pick<Context, 'db' | 'newId' | 'now'>,
  told: StripeTold,
): Promise<boolean> {
  return inTransaction(context.db, async (tx) => {
    const rows = await tx
      .insert(stripeEvent)
      .values({ ...told, createdAt: context.now })
      .onConflictDoNothing({ target: stripeEvent.id })
      .returning({ id: stripeEvent.id })
    if (rows.length === 0) return false
    await appendOutbox(tx, context, {
      topic: 'stripe.told',
      payload: { id: told.id },
      dedupeKey: `stripe.told:${told.id}`,
    })
    return true
  })
}
