import { eq, isNull, or, type SQL } from 'drizzle-orm'
import { reconciliationDifference } from '~/db/schema/ledger'
import { sampleOrder } from '~/db/schema/sample-order'

/**
 * Which differences are an organiser's to settle: those of orders of its kind; of what belongs to no order, those
 * that the key of its kind brought.
 */
export function differencesOf(isSample: boolean, cardsAreTest: boolean): SQL | undefined {
  return or(
    eq(sampleOrder.isSample, isSample),
    isSample === cardsAreTest ? isNull(reconciliationDifference.orderId) : undefined,
  )
}
