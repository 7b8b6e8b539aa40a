import { desc, lte } from 'drizzle-orm'
import { schema } from '~/db/schema'
import type { Context } from '../shared/context'
import type { ShownRate } from './indication'

const { exchangeRate } = schema

/** The newest rate of each currency that holds today, in one query. Anybody may. */
export function readShownRates({ db, now }: Pick<Context, 'db' | 'now'>): Promise<ShownRate[]> {
  const today = now.toISOString().slice(0, 10)
  return db
    .selectDistinctOn([exchangeRate.currency], {
      currency: exchangeRate.currency,
      idrMinorPerUnit: exchangeRate.idrMinorPerUnit,
      validOn: exchangeRate.validOn,
    })
    .from(exchangeRate)
    .where(lte(exchangeRate.validOn, today))
    .orderBy(exchangeRate.currency, desc(exchangeRate.validOn))
}
