import { desc, lte, sql } from 'drizzle-orm'
import { exchangeRate } from '~/db/schema/ledger'
import { inTransaction } from '~/db/transaction.server'
import { requireOrganiser } from '../shared/acting'
import type { Context } from '../shared/context'
import { isIsoDay } from '../shared/iso-day'
import { checkRates, type RateProblems, type TypedRates } from './exchange-rates'
import { hallDay } from './hall-day'
import { isRealHallOpen } from './real-hall.server'

export interface SaveExchangeRatesInput {
  typed: TypedRates
  /** What is far from the last rate is meant so. */
  isSure: boolean
}

export type SaveExchangeRatesOutcome =
  | { kind: 'saved'; validOn: string }
  /** A real hall is open: its rates aren't the sample's to say. */
  | { kind: 'real-hall' }
  | { kind: 'refused'; problems: RateProblems }

/**
 * Keeps what currencies were worth on a day, for the indication that buyers read. Said again for the same day it
 * replaces what was said. The sample's organiser, whom anybody may try out, keeps rates only while the open hall
 * is the sample's: everybody reads them.
 * @throws AppError 'forbidden'.
 */
export async function saveExchangeRates(
  { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>,
  { typed, isSure }: SaveExchangeRatesInput,
): Promise<SaveExchangeRatesOutcome> {
  const { personId, isSample } = requireOrganiser(actor)
  const today = hallDay(now)
  return inTransaction(db, async (tx): Promise<SaveExchangeRatesOutcome> => {
    if (isSample && (await isRealHallOpen(tx))) return { kind: 'real-hall' }
    // What it was worth before that day, were it today or long ago.
    const day = isIsoDay(typed.validOn) ? typed.validOn : today
    const last = await tx
      .selectDistinctOn([exchangeRate.currency])
      .from(exchangeRate)
      .where(lte(exchangeRate.validOn, day))
      .orderBy(exchangeRate.currency, desc(exchangeRate.validOn))
    const checked = checkRates(typed, {
      today,
      isSure,
      last: Object.fromEntries(last.map((row) => [row.currency, row.idrMinorPerUnit])),
    })
    if (checked.kind === 'problems') return { kind: 'refused', problems: checked.problems }
    const { validOn, source, rates } = checked.dated
    await tx
      .insert(exchangeRate)
      .values(rates.map((rate) => ({ ...rate, validOn, source, personId, createdAt: now })))
      .onConflictDoUpdate({
        target: [exchangeRate.currency, exchangeRate.validOn],
        set: {
          idrMinorPerUnit: sql`excluded.idr_minor_per_unit`,
          source: sql`excluded.source`,
          personId: sql`excluded.person_id`,
          createdAt: sql`excluded.created_at`,
        },
      })
    return { kind: 'saved', validOn }
  })
}
