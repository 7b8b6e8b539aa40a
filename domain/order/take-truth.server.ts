import { inTransaction } from '~/db/transaction.server'
import type { PaymentProvider, PaymentTruth } from '~/integrations/stripe/card-payments'
import type { Context } from '../shared/context'
import { applyPaymentTruth, type TruthApplied } from './apply-payment-truth.server'

/** Takes over what the service said of a payment: a transaction of its own. A live key's truth is no test's. */
export async function takeTruth(
  context: Pick<Context, 'db' | 'newId' | 'now'>,
  cards: PaymentProvider,
  truth: PaymentTruth,
): Promise<TruthApplied['kind']> {
  const { paymentId } = truth
  if (paymentId === null || truth.isLive === cards.isTest) return 'not-ours'
  const applied = await inTransaction(context.db, (tx) =>
    applyPaymentTruth(tx, context, { paymentId, truth }),
  )
  return applied.kind
}
