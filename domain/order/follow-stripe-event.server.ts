import { eq } from 'drizzle-orm'
import { ledgerEntry } from '~/db/schema/ledger'
import { stripeEvent } from '~/db/schema/payment'
import { inTransaction } from '~/db/transaction.server'
import { type PaymentProvider, PaymentServiceError } from '~/integrations/stripe/card-payments'
import { AppError } from '../shared/app-error'
import type { Context } from '../shared/context'
import { postEntry } from './post-entry.server'
import { takeTruth } from './take-truth.server'

/** What an event came to; as `stripe_event.result`. */
type Result = 'applied' | 'nothing' | 'unknown' | 'not-ours' | 'odd'

/** Kinds that say something of a payment: whatever they say, the truth is asked. */
const OF_PAYMENTS = /^(checkout\.session|payment_intent|charge|refund)\./
const OF_PAYOUTS = /^payout\.(paid|failed|canceled)$/

/**
 * Works on what Stripe told: asks it how things are now and takes that over. So events may come twice, late and
 * backwards; what nobody here knows is kept and left.
 * @throws PaymentServiceError while Stripe can't be asked: to be tried again.
 */
export async function followStripeEvent(context: Context, { id }: { id: string }): Promise<void> {
  const { db, actor, cards, now } = context
  if (actor.kind !== 'system') throw new AppError('forbidden')
  const [told] = await db.select().from(stripeEvent).where(eq(stripeEvent.id, id))
  if (!told || told.result !== null) return
  const isKnown = OF_PAYMENTS.test(told.type) || OF_PAYOUTS.test(told.type)
  if (isKnown && !cards) throw new PaymentServiceError('setup', 'no-key')
  const result =
    isKnown && cards
      ? told.isLive === cards.isTest
        ? 'not-ours'
        : await follow(context, cards, told)
      : 'unknown'
  await db.update(stripeEvent).set({ result, settledAt: now }).where(eq(stripeEvent.id, id))
}

async function follow(
  context: Context,
  cards: PaymentProvider,
  { refers }: typeof stripeEvent.$inferSelect,
): Promise<Result> {
  if (refers.payout) return followPayout(context, cards, refers.payout)
  const asked = refers.session
    ? { sessionId: refers.session }
    : refers.intent
      ? { intentId: refers.intent }
      : null
  const truth = asked && (await cards.truth(asked))
  return truth ? takeTruth(context, cards, truth) : 'not-ours'
}

/** Money from Stripe to the programme's bank; back, where the bank refused it. */
async function followPayout(context: Context, cards: PaymentProvider, payoutId: string): Promise<Result> {
  const payout = await cards.payout(payoutId)
  if (!payout) return 'not-ours'
  // An account that is settled in another currency: these books are in rupiah alone.
  if (payout.currency !== 'IDR') return 'odd'
  const { amountMinor, at: happenedAt } = payout
  // A key for tests moves no money but that of the sample.
  const entry = { kind: 'bank-move' as const, happenedAt, isSample: cards.isTest }
  return inTransaction(context.db, async (tx) => {
    const key = `bank-move:${payoutId}`
    if (payout.state === 'paid') {
      const lines = [
        { account: 'bank' as const, amountMinor },
        { account: 'stripe' as const, amountMinor: -amountMinor },
      ] as const
      return (await postEntry(tx, context, { ...entry, key, lines: [...lines] })) ? 'applied' : 'nothing'
    }
    const [moved] = await tx.select().from(ledgerEntry).where(eq(ledgerEntry.key, key))
    if (payout.state === 'under-way' || !moved) return 'nothing'
    const isNew = await postEntry(tx, context, {
      ...entry,
      key: `bank-move-back:${payoutId}`,
      lines: [
        { account: 'stripe', amountMinor },
        { account: 'bank', amountMinor: -amountMinor },
      ],
    })
    return isNew ? 'applied' : 'nothing'
  })
}
